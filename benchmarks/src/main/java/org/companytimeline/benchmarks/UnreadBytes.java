package org.companytimeline.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What the kernel holds of what was sent on loopback and not read, at both ends of a connection.
///
/// Known on Linux, from `/proc/net/tcp` and `/proc/net/tcp6`; elsewhere it is 0.
///
/// @param byPort of the connections to and from each port, at least so many bytes as are held: what
///   is on its way counts at both ends
record UnreadBytes(Map<Integer, Long> byPort) {

    private static final int HEX = 16;
    private static final int LOCAL = 1;
    private static final int REMOTE = 2;
    private static final int QUEUES = 4;

    static UnreadBytes now() {
        return new UnreadBytes(
                Stream.of("/proc/net/tcp", "/proc/net/tcp6")
                        .map(Path::of)
                        .filter(Files::exists)
                        .flatMap(UnreadBytes::connections)
                        .flatMap(UnreadBytes::ofBothPorts)
                        .collect(
                                Collectors.groupingBy(
                                        Map.Entry::getKey,
                                        Collectors.summingLong(Map.Entry::getValue))));
    }

    /// Of the one connection from this port.
    long of(int port) {
        return byPort.getOrDefault(port, 0L);
    }

    private static Stream<String> connections(Path file) {
        try {
            return Files.readAllLines(file).stream().skip(1);
        } catch (IOException e) {
            throw new UncheckedIOException("Could not read " + file, e);
        }
    }

    private static Stream<Map.Entry<Integer, Long>> ofBothPorts(String connection) {
        String[] columns = connection.strip().split(" +", -1);
        long held = 0;
        for (String queue : columns[QUEUES].split(":", -1)) {
            held += Long.parseLong(queue, HEX);
        }
        return Stream.of(
                Map.entry(port(columns[LOCAL]), held), Map.entry(port(columns[REMOTE]), held));
    }

    private static int port(String address) {
        return Integer.parseInt(address.substring(address.indexOf(':') + 1), HEX);
    }
}
