package org.companytimeline.benchmarks;

/// What the person who runs a benchmark sees: progress on standard error, results on standard
/// output.
@SuppressWarnings("SystemOut")
final class Progress {

    private Progress() {}

    static void say(String text) {
        System.err.println(text);
    }

    static void result(String text) {
        System.out.println(text);
    }
}
