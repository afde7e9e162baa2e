package org.companytimeline.system;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;

/// All timelines as a subscriber keeps them, by the rules of docs/subscribing.md alone: taken once,
/// then what has changed since.
final class KeptCopy {

    private final TreeMap<String, List<String>> lines = new TreeMap<>();
    private String cursor = "";

    /// Everything, or what has changed since the last time.
    void renew(RunningStack stack) {
        String since = cursor.isEmpty() ? "" : "?since=" + cursor;
        HttpResponse<String> answer = stack.get(stack.query().resolve("/timelines" + since));
        if (answer.statusCode() != 200) {
            throw new AssertionError("/timelines" + since + " answered " + answer.body());
        }
        List<String> told = answer.body().lines().toList();
        told.subList(0, told.size() - 1).forEach(this::apply);
        cursor = Json.of(told.getLast()).at("/end/cursor").asText();
    }

    private void apply(String line) {
        String company = line.split("\"", 5)[3];
        if (line.endsWith("\",\"anew\":true}")) {
            lines.remove(company);
        } else {
            lines.computeIfAbsent(company, none -> new ArrayList<>()).add(line);
        }
    }

    /// Its lines, in the order in which they are exported.
    Stream<String> lines() {
        return lines.values().stream().flatMap(List::stream);
    }
}
