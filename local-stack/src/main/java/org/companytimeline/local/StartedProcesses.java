package org.companytimeline.local;

/// Told of each process right after its start, before anything waits for it. It may refuse it with
/// an exception: it is killed then.
interface StartedProcesses {
    void add(ChildProcess process);

    static StartedProcesses notRecorded() {
        return _ -> {};
    }
}
