package org.companytimeline.cli;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What is asked of `GET /events` as a stream.
///
/// @param service the base address of query-service
/// @param filters parameters by name, each with as many values as it has
/// @param from where to begin: `now`, `beginning`, a cursor or an instant
/// @param follows whether it goes on after the head
record StreamQuery(URI service, Map<String, List<String>> filters, String from, boolean follows) {

    /// The address of this stream, begun elsewhere.
    URI address(String begin) {
        var asked =
                filters.entrySet().stream()
                        .flatMap(filter ->
                                filter.getValue().stream()
                                        .map(value -> parameter(filter.getKey(), value)));
        var place = Stream.of(parameter("from", begin), parameter("follow", "" + follows));
        return service.resolve(
                "/events?" + Stream.concat(asked, place).collect(Collectors.joining("&")));
    }

    private static String parameter(String name, String value) {
        return name + "=" + ServiceClient.encoded(value);
    }
}
