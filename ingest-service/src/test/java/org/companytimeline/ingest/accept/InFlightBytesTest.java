package org.companytimeline.ingest.accept;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.junit.jupiter.api.Test;

class InFlightBytesTest {

    private final InFlightBytes inFlight = new InFlightBytes(10);

    @Test
    void as_many_bytes_as_the_bound_can_be_held_and_no_more() {
        assertThat(inFlight.tryHold(10)).isTrue();

        assertThat(inFlight.tryHold(1)).isFalse();
        assertThat(inFlight.held()).isEqualTo(10);
    }

    @Test
    void what_is_released_can_be_held_again() {
        assertThat(inFlight.tryHold(10)).isTrue();

        inFlight.release(4);

        assertThat(inFlight.tryHold(4)).isTrue();
    }

    @Test
    void more_cannot_be_released_than_is_held() {
        assertThatIllegalStateException().isThrownBy(() -> inFlight.release(1));
    }
}
