package org.companytimeline.benchmarks;

import java.io.IOException;
import java.time.Duration;

/// The memory of a JVM while it runs. It can be asked for only then, so it is asked again and
/// again.
final class CommandMemory {

    private static final Duration PAUSE = Duration.ofMillis(50);
    private static final int PAUSES_BETWEEN_COLLECTIONS = 100;

    private volatile double mostResidentMebibytes;
    private volatile double mostLiveMebibytes;

    private CommandMemory() {}

    static CommandMemory of(Process process) {
        CommandMemory memory = new CommandMemory();
        Thread.ofVirtual().start(() -> memory.look(process));
        return memory;
    }

    /// What the process had at most, of whatever kind.
    double mostResidentMebibytes() {
        return mostResidentMebibytes;
    }

    /// What could be reached at most after a collection, one of which is asked for every five
    /// seconds, the first after two second.
    double mostLiveMebibytes() {
        return mostLiveMebibytes;
    }

    private void look(Process process) {
        LiveHeap memory = new LiveHeap(process.pid());
        try {
            for (int turn = PAUSES_BETWEEN_COLLECTIONS - 40; process.isAlive(); turn++) {
                mostResidentMebibytes =
                        Math.max(mostResidentMebibytes, memory.mostResidentMebibytes());
                if (turn % PAUSES_BETWEEN_COLLECTIONS == 0) {
                    mostLiveMebibytes = Math.max(mostLiveMebibytes, memory.mebibytes());
                }
                Thread.sleep(PAUSE);
            }
        } catch (IOException e) {
            if (process.isAlive()) {
                Progress.say("Could not read how much memory a command has: " + e);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
