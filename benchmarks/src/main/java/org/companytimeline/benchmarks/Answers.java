package org.companytimeline.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What query-service answers, read as any client would.
record Answers(URI service) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /// What stands on the timelines of all companies.
    ///
    /// @param facts how many lines with a fact there were
    /// @param raised of each company that raised anything
    /// @param idOf the company of each `crunchbase` identifier
    record Timelines(long facts, Map<String, Raised> raised, Map<String, String> idOf) {}

    /// The events that are recorded.
    ///
    /// @param subjects the companies that they are about
    /// @param hash the stream's own proof: the same for the same events at the same positions
    record Recorded(long events, Set<String> subjects, String hash) {}

    Timelines timelines() throws IOException, InterruptedException {
        Map<String, Raised> raised = new HashMap<>();
        Map<String, String> idOf = new HashMap<>();
        try (Stream<String> lines = lines("/timelines")) {
            JsonNode last = JSON.createObjectNode();
            long facts = 0;
            for (String line : (Iterable<String>) lines::iterator) {
                last = JSON.readTree(line);
                JsonNode fact = last.path("fact");
                String company = last.path("company").asText();
                switch (fact.path("type").asText()) {
                    case "funded" -> raised.merge(company, raised(fact), Raised::plus);
                    case "identified" -> {
                        if (fact.at("/details/scheme").asText().equals("crunchbase")) {
                            idOf.put(
                                    fact.at("/details/value").asText().toLowerCase(Locale.ROOT),
                                    company);
                        }
                    }
                    default -> {}
                }
                facts += fact.isMissingNode() ? 0 : 1;
            }
            if (last.at("/end/facts").asLong(-1) != facts) {
                throw new IOException("/timelines was cut: its last line is " + last);
            }
            return new Timelines(facts, raised, idOf);
        }
    }

    Recorded recorded() throws IOException, InterruptedException {
        Set<String> subjects = new HashSet<>();
        try (Stream<String> lines = lines("/events?from=beginning&follow=false")) {
            JsonNode last = JSON.createObjectNode();
            for (String line : (Iterable<String>) lines::iterator) {
                last = JSON.readTree(line);
                if (last.has("event")) {
                    subjects.add(last.at("/event/company/id").asText());
                }
            }
            JsonNode end = last.path("heartbeat");
            if (end.isMissingNode() || !end.path("head").equals(last.path("cursor"))) {
                throw new IOException("/events was cut: its last line is " + last);
            }
            return new Recorded(end.path("count").asLong(), subjects, end.path("hash").asText());
        }
    }

    private static Raised raised(JsonNode fact) {
        JsonNode when = fact.path("when");
        JsonNode money = fact.at("/details/money");
        boolean isInDollars = money.path("currency").asText().equals("USD") && money.has("amount");
        return Raised.once(
                when.has("earliest") ? day(when.path("earliest")) : null,
                isInDollars ? new BigDecimal(money.path("amount").asText()) : BigDecimal.ZERO);
    }

    private static @Nullable LocalDate day(JsonNode text) {
        return LocalDate.parse(text.asText());
    }

    private Stream<String> lines(String path) throws IOException, InterruptedException {
        HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        HttpResponse<Stream<String>> answer =
                client.send(
                        HttpRequest.newBuilder(service.resolve(path))
                                .header("Accept", "application/x-ndjson")
                                .build(),
                        HttpResponse.BodyHandlers.ofLines());
        if (answer.statusCode() != 200) {
            throw new IOException("GET %s was answered %d".formatted(path, answer.statusCode()));
        }
        return answer.body().onClose(client::close);
    }
}
