package org.companytimeline.timeline.project;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// What keeps the projection from going on right now, by part. Safe for use by several threads.
public final class Troubles {

    private final Map<String, String> byPart = new ConcurrentHashMap<>();

    /// Notes that a part is in trouble.
    public void begin(String part, String trouble) {
        byPart.put(part, trouble);
    }

    /// Notes that a part is well.
    public void end(String part) {
        byPart.remove(part);
    }

    /// The parts in trouble, each with what it is.
    public Map<String, String> now() {
        return Map.copyOf(byPart);
    }
}
