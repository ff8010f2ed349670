package dev.fettle.kernel.run;

import dev.fettle.kernel.Output;
import dev.fettle.kernel.option.Options.Frames;
import dev.fettle.report.html.Bundle;
import dev.fettle.report.html.Frame;
import dev.fettle.report.summary.Progress;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Redraws the running study in place: a few times a second while trials end, and each second while they run. */
final class Live {
    private static final int PERIOD_MILLIS = 250;

    private final Output output;
    private final String display;
    private final Supplier<Progress> progress;
    private final Frames kind;
    private final ScheduledExecutorService ticker = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "fettle-live");
        thread.setDaemon(true);
        return thread;
    });
    private @Nullable Future<?> frames;
    private @Nullable Beat drawn;
    private boolean stopped;

    /** What a frame is drawn for; whole seconds by the clock of the run. */
    private record Beat(int trials, long second, boolean stopping) {
        static Beat of(Progress now) {
            return new Beat(
                    now.history().size(), now.elapsed().toSeconds(), now.pulse().stopping());
        }
    }

    Live(Output output, String display, Supplier<Progress> progress, Frames kind) {
        this.output = output;
        this.display = display;
        this.progress = progress;
        this.kind = kind;
    }

    void start() {
        if (kind != Frames.OFF) {
            frames = ticker.scheduleWithFixedDelay(this::draw, 0, PERIOD_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    private synchronized void draw() {
        Progress now = progress.get();
        Beat beat = Beat.of(now);
        if (!stopped && !beat.equals(drawn)) {
            drawn = beat;
            Bundle frame = Frame.of(now);
            output.update(display, kind == Frames.HTML ? Show.of(frame) : Show.code(frame.text()));
        }
    }

    /** Draws at once, if something has changed. Waits for no frame: who asks for a stop must not. */
    void wake() {
        if (kind == Frames.OFF) {
            return;
        }
        try {
            ticker.execute(this::draw);
        } catch (RejectedExecutionException e) {
            // The run has ended, and its report stays.
        }
    }

    /** After this no frame is drawn any more, so that the report stays. */
    synchronized void stop() {
        stopped = true;
        if (frames != null) {
            frames.cancel(false);
        }
        ticker.shutdownNow();
    }
}
