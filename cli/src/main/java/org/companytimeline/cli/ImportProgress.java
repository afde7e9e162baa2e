package org.companytimeline.cli;

import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/// Tells how far an import is: in a bar on a terminal, elsewhere in a line every ten seconds.
final class ImportProgress implements AutoCloseable {
    private static final long LINE_EVERY_MILLIS = 10_000;
    private static final long BAR_EVERY_MILLIS = 250;

    private final Import running;
    private final Terminal terminal;
    private final long fileBytes;
    private final long begun = System.nanoTime();
    private final @Nullable ProgressBar bar;
    private final ScheduledExecutorService clock =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().name("progress").daemon().factory());

    ImportProgress(Import running, Terminal terminal, long fileBytes) {
        this.running = running;
        this.terminal = terminal;
        this.fileBytes = fileBytes;
        bar = terminal.errorColumns() > 0 ? bar(terminal, fileBytes) : null;
        var every = bar == null ? LINE_EVERY_MILLIS : BAR_EVERY_MILLIS;
        var _ = clock.scheduleAtFixedRate(this::tell, every, every, TimeUnit.MILLISECONDS);
    }

    private static ProgressBar bar(Terminal terminal, long fileBytes) {
        return new ProgressBarBuilder()
                .setTaskName("Importing")
                .setInitialMax(fileBytes)
                .setUnit(" MB", 1_000_000)
                .setStyle(ProgressBarStyle.ASCII)
                .setConsumer(
                        new ConsoleProgressBarConsumer(terminal.err(), terminal.errorColumns()))
                .setUpdateIntervalMillis((int) BAR_EVERY_MILLIS)
                .build();
    }

    private void tell() {
        var point = running.point();
        var seconds = (System.nanoTime() - begun) / 1e9;
        var text =
                String.format(
                        Locale.ROOT,
                        "%,d rows, %,.0f/s, %,d refused%s",
                        point.rows(),
                        point.rows() / seconds,
                        point.refused(),
                        running.isWaiting() ? ", waiting for the timelines" : "");
        if (bar != null) {
            bar.stepTo(running.bytesRead());
            bar.setExtraMessage(text);
        } else {
            terminal.err().println(text + left(seconds));
        }
    }

    private String left(double seconds) {
        var read = running.bytesRead();
        return running.isWaiting() || read == 0 || read >= fileBytes
                ? ""
                : String.format(
                        Locale.ROOT, ", about %,.0f s left", seconds * (fileBytes - read) / read);
    }

    @Override
    public void close() {
        clock.shutdownNow();
        if (bar != null) {
            bar.close();
        }
    }
}
