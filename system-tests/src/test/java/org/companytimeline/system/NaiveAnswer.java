package org.companytimeline.system;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.companytimeline.model.naive.NaiveEvent;
import org.companytimeline.model.naive.NaiveFact;
import org.companytimeline.model.naive.NaiveFilter;
import org.companytimeline.model.naive.NaiveJson;
import org.companytimeline.model.naive.NaiveState;
import org.companytimeline.model.naive.NaiveTimelines;

/// A question to query-service, and what the naive fold answers.
///
/// @param path where it is asked
/// @param parameters what with
/// @param status 200, 308 or 404
/// @param content the body of a 200; where a 308 leads, of another company with the query as it
///   was; nothing at a 404
record NaiveAnswer(
        String path, NavigableMap<String, String> parameters, int status, String content) {

    /// Which way the question is put.
    ///
    /// @param known what was known then
    /// @param parameters those that ask for that, and for the filter
    record Lens(NaiveTimelines known, NaiveFilter filter, Map<String, String> parameters) {}

    static NaiveAnswer timeline(String company, Lens lens) {
        String path = "/companies/" + company + "/timeline";
        String canonical = lens.known().canonical(company);
        NavigableMap<String, String> parameters = new TreeMap<>(lens.parameters());
        parameters.put("limit", "1000");
        if (!canonical.equals(company)) {
            String there = "/companies/" + canonical + "/timeline?" + query(parameters);
            return new NaiveAnswer(path, parameters, 308, there);
        }
        if (!lens.known().isKnown(company)) {
            return new NaiveAnswer(path, parameters, 404, "");
        }
        String items =
                lens.known().timeline(company, lens.filter()).stream()
                        .map(NaiveJson::text)
                        .collect(Collectors.joining(","));
        return new NaiveAnswer(path, parameters, 200, "{\"items\":[" + items + "]}");
    }

    /// The state of a company, but for who else holds its identifiers.
    static NaiveAnswer state(String company, Lens lens) {
        String path = "/companies/" + company;
        String canonical = lens.known().canonical(company);
        NavigableMap<String, String> parameters = new TreeMap<>(lens.parameters());
        if (!canonical.equals(company)) {
            String there = "/companies/" + canonical;
            return new NaiveAnswer(
                    path,
                    parameters,
                    308,
                    parameters.isEmpty() ? there : there + "?" + query(parameters));
        }
        return lens.known().isKnown(company)
                ? new NaiveAnswer(
                        path,
                        parameters,
                        200,
                        NaiveState.text(lens.known(), company, lens.filter()))
                : new NaiveAnswer(path, parameters, 404, "");
    }

    /// Whether it asks for a state.
    boolean isOfState() {
        return path.matches("/companies/[^/]+");
    }

    static NaiveAnswer fact(NaiveEvent event, Lens lens) {
        NavigableMap<String, String> parameters = new TreeMap<>(lens.parameters());
        parameters.put("company", event.company());
        String path = "/facts/" + event.id();
        Optional<NaiveFact> fact = lens.known().fact(event.company(), event.id());
        String id = fact.map(NaiveFact::id).orElse(event.id());
        if (!id.equals(event.id())) {
            return new NaiveAnswer(path, parameters, 308, "/facts/" + id);
        }
        return fact.filter(lens.filter()::passes)
                .map(NaiveJson::text)
                .map(json -> new NaiveAnswer(path, parameters, 200, json))
                .orElseGet(() -> new NaiveAnswer(path, parameters, 404, ""));
    }

    URI uri(URI service) {
        return service.resolve(path + "?" + query(parameters));
    }

    private static String query(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(parameter ->
                        parameter.getKey()
                                + "="
                                + URLEncoder.encode(parameter.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
