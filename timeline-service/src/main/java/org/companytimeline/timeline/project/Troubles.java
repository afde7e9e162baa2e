package org.companytimeline.timeline.project;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// What keeps the projection from going on right now, by part. Safe for use by several threads.
public final class Troubles {

    private final Map<String, String> byPart = new ConcurrentHashMap<>();

    /// Notes that a part is in trouble.
    ///
    /// @return whether it was well before
    public boolean begin(String part, String trouble) {
        return byPart.put(part, trouble) == null;
    }

    /// Notes that a part is well.
    ///
    /// @return whether it was in trouble before
    public boolean end(String part) {
        return byPart.remove(part) != null;
    }

    /// The parts in trouble, each with what it is.
    public Map<String, String> now() {
        return Map.copyOf(byPart);
    }
}
