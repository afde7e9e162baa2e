package org.companytimeline.local;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// How a child process is started and stopped.
///
/// @param name what people call it
/// @param words the program and its arguments
/// @param environment variables added to this JVM's own
/// @param log the file that gets its output, at most twice [RotatingLog#MAX_FILE_BYTES] with the
///   older part
record ChildCommand(
        String name,
        List<String> words,
        Map<String, String> environment,
        StopSignal stopSignal,
        Path log) {

    private static final Path SETSID = Path.of("/usr/bin/setsid");

    ChildCommand {
        words = List.copyOf(words);
        environment = Map.copyOf(environment);
    }

    /// The `java` that runs this JVM.
    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /// The words in a session of their own, where the system has `setsid`: a Ctrl-C at the terminal
    /// then reaches only the process that stops the others in order.
    List<String> inOwnSession() {
        var all = new ArrayList<String>();
        if (Files.isExecutable(SETSID)) {
            all.add(SETSID.toString());
        }
        all.addAll(words);
        return all;
    }
}
