package org.companytimeline.query;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.net.URI;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

/// The settings of query-service, checked at start.
@ConfigMapping(prefix = "company-timeline")
public interface QueryConfig {

    /// Where people reach timeline-service, for links to rejected events.
    @WithDefault("http://localhost:8082")
    URI timelineUrl();

    /// Where the page's readers reach ingest-service, to post events to it. Its
    /// `company-timeline.ingest.page-origins` must hold the origin of this service.
    @WithDefault("http://localhost:8081")
    URI ingestUrl();

    Reading reading();

    Position position();

    Stream stream();

    Export export();

    /// How reads are answered.
    interface Reading {

        /// Whether anybody may read; otherwise a token with scope `timelines:read` is needed.
        @WithDefault("true")
        boolean open();

        /// The longest that one SQL statement may take; beyond it the read is answered 503.
        @WithDefault("10s")
        @DurationMin(millis = 100)
        @DurationMax(minutes = 10)
        Duration statementTimeout();

        /// How many bytes of items a page may hold: a page that would exceed it ends early, but
        /// never before its first item, and has a `next`.
        @WithDefault("8M")
        MemorySize pageBytes();

        /// How many reads may fold events at a time; one that finds no room within a second is
        /// answered 503.
        @WithDefault("4")
        @Min(1)
        @Max(1024)
        int concurrentFolds();
    }

    /// How reads wait for the positions in `Timeline-Position`.
    interface Position {

        /// The longest that a read waits for a position to be applied; beyond it the read is
        /// answered 503.
        @WithDefault("10s")
        @DurationMin(millis = 1)
        @DurationMax(minutes = 1)
        Duration waitAtMost();

        /// How many reads may wait at a time; one more is answered 503.
        @WithDefault("1000")
        @Min(1)
        @Max(100_000)
        int waiting();

        /// How often the database is asked for progress when no notification comes.
        @WithDefault("1s")
        @DurationMin(millis = 10)
        @DurationMax(minutes = 1)
        Duration poll();
    }

    /// How streams of events are served.
    interface Stream {

        /// How many streams may be open at a time; one more is answered 503.
        @WithDefault("2000")
        @Min(1)
        @Max(100_000)
        int connections();

        /// How many streams may read at a time where they begin; the others wait their turn, as
        /// many as streams may be open.
        @WithDefault("4")
        @Min(1)
        @Max(1024)
        int openings();

        /// The longest that a stream waits for its turn to begin; beyond it it is answered 503.
        @WithDefault("10s")
        @DurationMin(millis = 1)
        @DurationMax(minutes = 1)
        Duration openWithin();

        /// The longest time between two heartbeats of a stream that takes what is sent.
        @WithDefault("10s")
        @DurationMin(millis = 50)
        @DurationMax(seconds = 15)
        Duration heartbeat();

        /// How long a subscriber may take nothing of what waits for it; then the stream is cut off.
        @WithDefault("1m")
        @DurationMin(millis = 100)
        @DurationMax(hours = 1)
        Duration stalledAfter();

        /// How many bytes the newest events may take in memory, ready to be sent; a subscriber that
        /// needs older ones is served from the database.
        @WithDefault("64M")
        MemorySize tailBytes();

        /// How many streams may read the database at a time; the others wait their turn.
        @WithDefault("4")
        @Min(1)
        @Max(1024)
        int historyReaders();

        /// How many events are read from the database at a time.
        @WithDefault("500")
        @Min(1)
        @Max(10_000)
        int chunkEvents();

        /// How many bytes of events are read at a time, but always one event.
        @WithDefault("128K")
        MemorySize chunkBytes();

        /// How many bytes of history all streams may hold that their subscribers do not take;
        /// beyond it some of it is dropped and read again when it is wanted.
        @WithDefault("16M")
        MemorySize historyBytes();

        /// How many bytes are written to a subscriber at a time, and may wait for it; at least 1K.
        @WithDefault("32K")
        MemorySize writeBytes();

        /// How long after a failed read of the database the next one is tried.
        @WithDefault("1s")
        @DurationMin(millis = 10)
        @DurationMax(minutes = 1)
        Duration retry();
    }

    /// How all timelines are exported.
    interface Export {

        /// How many exports may run at a time, each with a connection to the database; one more is
        /// answered 503.
        @WithDefault("2")
        @Min(1)
        @Max(64)
        int concurrent();

        /// The longest that an export may take, since it holds a snapshot, in which the database
        /// cannot clean up; beyond it the export is cut off.
        @WithDefault("10m")
        @DurationMin(seconds = 1)
        @DurationMax(hours = 24)
        Duration heldAtMost();

        /// How long a reader may take nothing; then the export is cut off.
        @WithDefault("1m")
        @DurationMin(millis = 100)
        @DurationMax(hours = 1)
        Duration stalledAfter();

        /// How many bytes of facts are read from the database at a time, but always one fact.
        @WithDefault("256K")
        MemorySize chunkBytes();
    }
}
