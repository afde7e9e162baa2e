package org.companytimeline.local;

/// Told of each process right after its start, before anything waits for it.
interface StartedProcesses {
    void record(String name, ProcessHandle process);

    static StartedProcesses notRecorded() {
        return (_, _) -> {};
    }
}
