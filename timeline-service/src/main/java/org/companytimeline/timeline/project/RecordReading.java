package org.companytimeline.timeline.project;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.companytimeline.event.CompanyEvent.Annotation;
import org.companytimeline.event.CompanyId;
import org.companytimeline.event.Decoded;
import org.companytimeline.event.Event;
import org.companytimeline.event.EventCodec;
import org.companytimeline.event.EventType;
import org.companytimeline.event.Fault;
import org.companytimeline.event.Mention;
import org.companytimeline.event.Mentions;
import org.companytimeline.model.Block;
import org.jspecify.annotations.Nullable;

/// Reads records of the log as events, or says why they are none.
final class RecordReading {

    private RecordReading() {}

    /// Reads a slice in offset order. A record that makes the codec fail is rejected alone.
    static List<Reading> read(Slice slice) {
        List<Reading> readings = new ArrayList<>(slice.records().size());
        Instant knownTime = slice.knownTime();
        for (LogRecord log : slice.records()) {
            knownTime = Slice.later(knownTime, log.appendedAt());
            readings.add(read(log, knownTime));
        }
        return readings;
    }

    private static Reading read(LogRecord log, Instant recordedAt) {
        return switch (log.message()) {
            case LogRecord.Message.Unreadable unreadable ->
                    new Rejected(log, recordedAt, RejectionReason.MALFORMED, unreadable.reason());
            case LogRecord.Message.Enveloped enveloped -> {
                try {
                    yield read(log, recordedAt, EventCodec.decode(enveloped.event()));
                } catch (RuntimeException | StackOverflowError failure) {
                    yield new Rejected(
                            log,
                            recordedAt,
                            RejectionReason.NOT_STORED,
                            "Reading it failed: " + failure);
                }
            }
        };
    }

    private static Reading read(LogRecord log, Instant recordedAt, Decoded decoded) {
        return switch (decoded) {
            case Decoded.Malformed malformed ->
                    new Rejected(
                            log, recordedAt, RejectionReason.MALFORMED, text(malformed.faults()));
            case Decoded.Unknown unknown ->
                    placed(
                            event(
                                    log,
                                    recordedAt,
                                    decoded,
                                    unknown.company(),
                                    unknown.id(),
                                    unknown.type(),
                                    null));
            case Decoded.Known known -> {
                Event event = known.event();
                yield placed(
                        event(
                                log,
                                recordedAt,
                                decoded,
                                event.company().id(),
                                event.id(),
                                EventType.of(event.details()).name(),
                                event));
            }
        };
    }

    private static ReadEvent event(
            LogRecord log,
            Instant recordedAt,
            Decoded decoded,
            CompanyId company,
            UUID id,
            String type,
            @Nullable Event known) {
        String block = known == null ? null : Block.keyOf(known);
        byte[] thread = known == null || block == null ? null : Block.threadOf(known);
        return new ReadEvent(
                log,
                recordedAt,
                company,
                id,
                type,
                known,
                known == null ? List.of() : others(known),
                block,
                thread == null ? null : Bytes.of(thread),
                known != null && known.details() instanceof Annotation about
                        ? about.target()
                        : null,
                Bytes.of(EventCodec.contentHash(decoded)),
                Bytes.of(EventCodec.recorded(decoded, log.position(), recordedAt)));
    }

    static List<NamedCompany> others(Event event) {
        List<NamedCompany> others = new ArrayList<>();
        for (Mention mention : Mentions.in(event.details())) {
            CompanyId id = mention.company();
            if (id != null && !id.equals(event.company().id())) {
                others.add(new NamedCompany(id, mention.name()));
            }
        }
        return List.copyOf(others);
    }

    private static Reading placed(ReadEvent event) {
        LogRecord log = event.log();
        if (!event.company().value().equals(text(log.key()))) {
            return new Rejected(
                    log,
                    event.recordedAt(),
                    RejectionReason.WRONG_KEY,
                    "The record's key must be its subject, " + event.company() + ".");
        }
        if (log.partitionOfKey() != event.partition()) {
            return new Rejected(
                    log,
                    event.recordedAt(),
                    RejectionReason.WRONG_PARTITION,
                    "A record of "
                            + event.company()
                            + " belongs in partition "
                            + log.partitionOfKey()
                            + ".");
        }
        return event;
    }

    private static @Nullable String text(@Nullable Bytes key) {
        if (key == null) {
            return null;
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(key.array()))
                    .toString();
        } catch (CharacterCodingException notText) {
            return null;
        }
    }

    private static String text(List<Fault> faults) {
        StringBuilder text = new StringBuilder();
        for (Fault fault : faults) {
            if (text.length() > Rejected.DETAIL_CHARACTERS_MAX) {
                break;
            }
            text.append(text.isEmpty() ? "" : " ")
                    .append(fault.pointer().isEmpty() ? "" : fault.pointer() + ": ")
                    .append(fault.detail());
        }
        return text.toString();
    }
}
