package org.companytimeline.cli;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.SocketTimeoutException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ServiceClientIT {

    @Test
    void an_export_of_which_nothing_more_comes_is_dead() throws Exception {
        try (var service = ScriptedService.answering(ScriptedService.silentAfter("one line"));
                var client = new ServiceClient(service.address(), service.address());
                var body = client.timelines("text/csv", Duration.ofSeconds(2))) {

            assertThatThrownBy(body::readAllBytes).isInstanceOf(SocketTimeoutException.class);
        }
    }
}
