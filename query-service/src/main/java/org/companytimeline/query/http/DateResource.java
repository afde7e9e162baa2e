package org.companytimeline.query.http;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.companytimeline.event.When;
import org.companytimeline.event.words.DateWords;
import org.companytimeline.event.words.Language;

/// What dates mean and how they are told, for those who write a client. Reads no timeline.
@Path("/dates")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class DateResource {

    private final ReadingGate gate;

    DateResource(ReadingGate gate) {
        this.gate = gate;
    }

    @GET
    public Response date(@Context UriInfo uri) {
        Optional<Problem> closed = gate.refusal();
        if (closed.isPresent()) {
            return closed.get().response();
        }
        Parameters given = Parameters.of(uri, "edtf", "text", "anchor");
        Map<String, Object> answer =
                DateParameters.areSeveral(given)
                        ? Map.of("items", told(DateParameters.several(given)))
                        : told(DateParameters.of(given));
        return given.faults().isEmpty()
                ? Response.ok(answer)
                        .header(
                                HttpHeaders.CACHE_CONTROL,
                                gate.isOpen() ? "no-cache" : "private, no-cache")
                        .build()
                : Problem.badParameters(given.faults()).response();
    }

    private static List<Map<String, Object>> told(List<When> dates) {
        return dates.stream().map(DateResource::told).toList();
    }

    private static Map<String, Object> told(When when) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("edtf", when.edtf().toString());
        when.edtf().earliest().ifPresent(day -> told.put("earliest", day.toString()));
        when.edtf().latest().ifPresent(day -> told.put("latest", day.toString()));
        if (when.text() != null) {
            told.put("text", when.text());
        }
        if (when.anchor() != null) {
            told.put("anchor", when.anchor().toString());
        }
        if (when.rule() != null) {
            told.put("rule", when.rule());
        }
        Map<String, String> words = new LinkedHashMap<>();
        words.put("en", DateWords.of(when.edtf(), Language.EN));
        words.put("fr", DateWords.of(when.edtf(), Language.FR));
        told.put("words", words);
        return told;
    }
}
