package org.companytimeline.query.stream;

import java.util.List;
import java.util.stream.IntStream;
import org.companytimeline.query.Said;

/// Events of about 2.5 kB each, more than sockets take where nobody reads.
final class LargeEvents {

    private LargeEvents() {}

    static List<String> said(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> Said.launched("c" + i % 300, "product ".repeat(300) + i, "2024"))
                .toList();
    }
}
