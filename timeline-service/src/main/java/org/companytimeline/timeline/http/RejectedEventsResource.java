package org.companytimeline.timeline.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.companytimeline.event.Position;
import org.companytimeline.timeline.project.Bytes;
import org.companytimeline.timeline.project.LogRecord;
import org.companytimeline.timeline.project.OperatedProjection;
import org.companytimeline.timeline.project.RejectedPage;
import org.jspecify.annotations.Nullable;

/// What was rejected, by position.
@Path("/rejected-events")
@RolesAllowed("operate")
@RunOnVirtualThread
public class RejectedEventsResource {

    private static final int LIMIT_DEFAULT = 50;
    private static final int LIMIT_MAX = 1_000;

    private final OperatedProjection projection;

    RejectedEventsResource(OperatedProjection projection) {
        this.projection = projection;
    }

    /// Bytes from a record.
    ///
    /// @param text the same as text, absent where they are not UTF-8
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Raw(String base64, @Nullable String text) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Header(String name, @Nullable Raw value) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Item(
            String position,
            String reason,
            String detail,
            @Nullable Raw key,
            List<Header> headers,
            @Nullable Raw value,
            String recordedAt) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Answer(List<Item> items, @Nullable String next) {}

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Response list(
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor) {
        int count = limit == null ? LIMIT_DEFAULT : count(limit);
        if (count < 1 || count > LIMIT_MAX) {
            return Problem.parameter("limit", "limit is a number from 1 to " + LIMIT_MAX + ".")
                    .response();
        }
        Position after = null;
        if (cursor != null) {
            try {
                after = Position.parse(text(cursor));
            } catch (IllegalArgumentException notOurs) {
                return Problem.parameter(
                                "cursor", "cursor is the next of an earlier page, as it was given.")
                        .response();
            }
        }
        RejectedPage page = projection.rejected(after, count);
        List<Item> items = page.items().stream().map(RejectedEventsResource::item).toList();
        return Response.ok(new Answer(items, page.more() ? cursor(page) : null)).build();
    }

    @GET
    @Path("/{position}")
    @Produces(MediaType.APPLICATION_JSON)
    public Response one(@PathParam("position") String text) {
        Position position;
        try {
            position = Position.parse(text);
        } catch (IllegalArgumentException notOne) {
            return Problem.parameter("position", "A position is partition:offset, such as 3:1045.")
                    .response();
        }
        return projection.rejected(before(position), 1).items().stream()
                .filter(rejected -> rejected.position().equals(position))
                .findFirst()
                .map(rejected -> Response.ok(item(rejected)).build())
                .orElseGet(() ->
                        Problem.of(404, "No event was rejected at " + position + ".").response());
    }

    /// A position with no other between it and this one; null before the first of all.
    private static @Nullable Position before(Position position) {
        if (position.offset() > 0) {
            return new Position(position.partition(), position.offset() - 1);
        }
        return position.partition() > 0
                ? new Position(position.partition() - 1, Long.MAX_VALUE)
                : null;
    }

    private static int count(String limit) {
        return limit.matches("[0-9]{1,4}") ? Integer.parseInt(limit) : 0;
    }

    private static String cursor(RejectedPage page) {
        String last = page.items().getLast().position().toString();
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(last.getBytes(StandardCharsets.UTF_8));
    }

    private static String text(String cursor) {
        return new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
    }

    private static Item item(RejectedPage.Item rejected) {
        return new Item(
                rejected.position().toString(),
                rejected.reason(),
                rejected.detail(),
                raw(rejected.key()),
                rejected.headers().stream().map(RejectedEventsResource::header).toList(),
                raw(rejected.value()),
                Instants.text(rejected.recordedAt()));
    }

    private static Header header(LogRecord.Header header) {
        return new Header(header.name(), raw(header.value()));
    }

    private static @Nullable Raw raw(@Nullable Bytes bytes) {
        if (bytes == null) {
            return null;
        }
        String base64 = Base64.getEncoder().encodeToString(bytes.array());
        try {
            return new Raw(
                    base64,
                    StandardCharsets.UTF_8
                            .newDecoder()
                            .decode(ByteBuffer.wrap(bytes.array()))
                            .toString());
        } catch (CharacterCodingException notText) {
            return new Raw(base64, null);
        }
    }
}
