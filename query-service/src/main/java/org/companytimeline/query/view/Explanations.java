package org.companytimeline.query.view;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.companytimeline.event.CompanyId;
import org.companytimeline.event.RecordedEvent;
import org.companytimeline.model.Explanation;
import org.companytimeline.model.Fact;

/// Reads of why a fact says what it says.
public final class Explanations {

    private Explanations() {}

    /// The explanation of one fact; from the id of another of its events a move to that of the
    /// fact's own id.
    public static Answer of(Snapshot snapshot, UUID id, Optional<CompanyId> subject, Lens lens) {
        return Facts.located(
                snapshot,
                id,
                subject,
                lens,
                "/explain",
                fact ->
                        new Answer.Found(
                                fact.tag("explain", snapshot.log()), () -> body(snapshot, fact)));
    }

    private static byte[] body(Snapshot snapshot, FactAt found) {
        CompanyAt company = found.company();
        Lens lens = company.lens();
        Fact fact = found.fact().get();
        List<RecordedEvent> events =
                snapshot.ofType(company.group().members(), fact.type(), lens.at());
        return Explanation.write(fact, lens.policy(), events);
    }
}
