package dev.fettle.kernel.run;

import dev.fettle.kernel.Output;
import dev.fettle.kernel.option.Options.Frames;
import dev.fettle.report.html.Bundle;
import dev.fettle.report.html.Frame;
import dev.fettle.report.summary.Progress;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Redraws the running study a few times a second, in place. */
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
    private int drawn = -1;
    private boolean stopped;

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
        if (!stopped && now.history().size() != drawn) {
            drawn = now.history().size();
            Bundle frame = Frame.of(now);
            output.update(display, kind == Frames.HTML ? Show.of(frame) : Show.code(frame.text()));
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
