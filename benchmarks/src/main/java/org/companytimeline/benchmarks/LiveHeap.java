package org.companytimeline.benchmarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// What a JVM holds in memory.
record LiveHeap(long pid) {

    private static final double MEBIBYTE = 1024.0 * 1024;

    /// MiB of all objects that are reachable, after a full collection.
    double mebibytes() throws IOException, InterruptedException {
        Process jcmd =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                                Long.toString(pid),
                                "GC.class_histogram")
                        .redirectErrorStream(true)
                        .start();
        List<String> lines =
                new String(jcmd.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                        .lines()
                        .toList();
        if (jcmd.waitFor() != 0) {
            throw new IOException("jcmd said " + lines);
        }
        String[] total = lines.getLast().strip().split(" +", -1);
        return Long.parseLong(total[2]) / MEBIBYTE;
    }

    /// MiB of memory that the process had at most, of whatever kind; known on Linux while it runs,
    /// else 0.
    double mostResidentMebibytes() throws IOException {
        Path status = Path.of("/proc", Long.toString(pid), "status");
        if (!Files.exists(status)) {
            return 0;
        }
        return Files.readAllLines(status).stream()
                .filter(each -> each.startsWith("VmHWM:"))
                .findFirst()
                .map(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024.0)
                .orElse(0.0);
    }
}
