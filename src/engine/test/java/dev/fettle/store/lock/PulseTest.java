package dev.fettle.store.lock;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class PulseTest {
    @Test
    void goesOnWhateverIsThrown() throws InterruptedException {
        CountDownLatch beats = new CountDownLatch(4);
        try (Pulse pulse = Pulse.begin(Duration.ofMillis(1), () -> {
            beats.countDown();
            switch ((int) beats.getCount()) {
                case 3 -> throw new IOException("full");
                case 2 -> throw new OutOfMemoryError("full too");
                case 1 -> Thread.currentThread().interrupt();
                default -> {}
            }
            return true;
        })) {
            assertThat(pulse).isNotNull();
            assertThat(beats.await(1, TimeUnit.MINUTES)).isTrue();
        }
    }

    @Test
    void endsWhenItIsClosed() throws InterruptedException {
        CountDownLatch began = new CountDownLatch(1);
        Thread[] own = new Thread[1];
        Pulse pulse = Pulse.begin(Duration.ofMillis(1), () -> {
            own[0] = Thread.currentThread();
            began.countDown();
            return true;
        });
        assertThat(began.await(1, TimeUnit.MINUTES)).isTrue();
        pulse.close();
        own[0].join(60_000);
        assertThat(own[0].isAlive()).isFalse();
    }

    @Test
    void runsInNoGroupThatAKernelInterrupts() throws InterruptedException {
        ThreadGroup cell = new ThreadGroup("cell");
        ThreadGroup[] group = new ThreadGroup[1];
        Thread caller = new Thread(
                cell, () -> group[0] = Undisturbed.thread(() -> {}, "a").getThreadGroup());
        caller.start();
        caller.join();
        assertThat(group[0].parentOf(cell)).isTrue();
        assertThat(group[0]).isNotEqualTo(cell);
        assertThat(group[0].getParent()).isNull();
    }
}
