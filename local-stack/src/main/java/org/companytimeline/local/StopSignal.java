package org.companytimeline.local;

/// The signal that asks a program to stop in order.
enum StopSignal {
    TERM,

    /// To PostgreSQL, `TERM` means to wait for its clients to leave; `INT` sends them away.
    INT;

    /// Sends it, if the process still runs.
    void send(ProcessHandle process) {
        switch (this) {
            case TERM -> process.destroy();
            case INT -> Processes.sendInterrupt(process);
        }
    }
}
