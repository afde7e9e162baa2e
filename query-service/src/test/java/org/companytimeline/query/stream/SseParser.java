package org.companytimeline.query.stream;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Reads server-sent events as a browser does (HTML Living Standard, 9.2.6), from bytes that come
/// in any pieces.
final class SseParser {

    /// One dispatched event.
    ///
    /// @param event its type, `message` unless given
    /// @param id the last event id when it was dispatched
    record Message(String event, String data, String id) {}

    private final List<Message> messages = new ArrayList<>();
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private final StringBuilder data = new StringBuilder();
    private boolean anyLine;
    private boolean afterCarriageReturn;
    private boolean hasData;
    private String event = "";
    private String lastId = "";
    private String retry = "";

    void add(byte[] bytes) {
        for (byte b : bytes) {
            add(b);
        }
    }

    private void add(byte b) {
        boolean secondOfPair = b == '\n' && afterCarriageReturn;
        afterCarriageReturn = b == '\r';
        if (secondOfPair) {
            return;
        }
        if (b == '\n' || b == '\r') {
            String text = line.toString(StandardCharsets.UTF_8);
            line.reset();
            endLine(!anyLine && text.startsWith("\uFEFF") ? text.substring(1) : text);
            anyLine = true;
        } else {
            line.write(b);
        }
    }

    private void endLine(String text) {
        if (text.isEmpty()) {
            dispatch();
            return;
        }
        int colon = text.indexOf(':');
        if (colon == 0) {
            return;
        }
        String field = colon < 0 ? text : text.substring(0, colon);
        String value = colon < 0 ? "" : text.substring(colon + 1);
        value = value.startsWith(" ") ? value.substring(1) : value;
        switch (field) {
            case "event" -> event = value;
            case "data" -> {
                data.append(value).append('\n');
                hasData = true;
            }
            case "id" -> lastId = value.indexOf('\0') < 0 ? value : lastId;
            case "retry" -> retry = value.matches("[0-9]+") ? value : retry;
            default -> {}
        }
    }

    private void dispatch() {
        if (hasData) {
            messages.add(
                    new Message(
                            event.isEmpty() ? "message" : event,
                            data.substring(0, data.length() - 1),
                            lastId));
        }
        data.setLength(0);
        hasData = false;
        event = "";
    }

    /// All that were dispatched since this was last asked.
    List<Message> take() {
        List<Message> taken = List.copyOf(messages);
        messages.clear();
        return taken;
    }

    String lastId() {
        return lastId;
    }

    /// The reconnection time that was last given, in milliseconds; empty if none was.
    String retry() {
        return retry;
    }
}
