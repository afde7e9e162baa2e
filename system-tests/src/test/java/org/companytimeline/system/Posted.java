package org.companytimeline.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;

/// Events that tests post and then look for.
final class Posted {

    private Posted() {}

    /// Posts an event with the publisher's token, and returns once query-service serves it.
    static void andServed(RunningStack stack, String event) {
        HttpResponse<String> posted = stack.post(event);
        assertThat(posted.statusCode()).as(posted.body()).isEqualTo(201);
        String position = Json.of(posted).get("position").textValue();
        HttpResponse<String> read =
                stack.get(
                        stack.query().resolve("/companies?limit=1"), "Timeline-Position", position);
        assertThat(read.statusCode()).as(read.body()).isEqualTo(200);
    }
}
