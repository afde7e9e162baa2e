package org.companytimeline.query.stream;

import java.time.Duration;
import java.util.Optional;
import org.companytimeline.query.view.Cursor;
import org.companytimeline.query.view.StreamFilter;

/// What a subscriber asked for.
///
/// @param from where the stream begins
/// @param head how far the projection was when it was asked for
/// @param follows whether the stream goes on after that
/// @param openFor how long the subscriber may read; empty for ever
public record Subscription(
        StreamFormat format,
        StreamFilter filter,
        Cursor from,
        Cursor head,
        boolean follows,
        Optional<Duration> openFor) {}
