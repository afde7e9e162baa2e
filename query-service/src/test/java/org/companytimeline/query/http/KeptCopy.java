package org.companytimeline.query.http;

import static io.restassured.RestAssured.given;

import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Timelines as a subscriber keeps them, by the rules of docs/subscribing.md alone.
final class KeptCopy {

    private static final String FACT = "\",\"fact\":";

    private final Map<String, List<String>> facts = new TreeMap<>();
    private String cursor = "";

    /// Everything anew.
    static KeptCopy taken() {
        KeptCopy copy = new KeptCopy();
        copy.apply(given().get("/timelines"));
        return copy;
    }

    /// What has changed since.
    void renew() {
        apply(given().queryParam("since", cursor).get("/timelines"));
    }

    /// The point in the log at which it holds.
    String cursor() {
        return cursor;
    }

    /// The facts of each company that has any.
    Map<String, List<String>> facts() {
        return facts;
    }

    private void apply(Response answer) {
        List<String> lines = answer.then().statusCode(200).extract().asString().lines().toList();
        for (String line : lines.subList(0, lines.size() - 1)) {
            String company = line.substring(12, line.indexOf('"', 12));
            if (line.endsWith("\",\"anew\":true}")) {
                facts.remove(company);
            } else {
                facts.computeIfAbsent(company, none -> new ArrayList<>())
                        .add(
                                line.substring(
                                        12 + company.length() + FACT.length(), line.length() - 1));
            }
        }
        if (!lines.getLast().startsWith("{\"end\":")) {
            throw new AssertionError("not whole: " + lines.getLast());
        }
        cursor = answer.header("Timeline-Cursor");
    }
}
