package org.companytimeline.query.view;

import java.util.Optional;
import org.companytimeline.event.CompanyId;
import org.companytimeline.model.Diff;

/// Reads of what changed on a timeline between two points in the log.
public final class Diffs {

    private Diffs() {}

    /// What is on a timeline, as it is seen through a lens, and was not on it at an earlier point,
    /// and the other way round. A company that was not known at the earlier point had no facts
    /// then.
    public static Answer since(Snapshot snapshot, CompanyId company, KnownAt knownFrom, Lens lens) {
        LogState log = snapshot.log();
        Optional<Refusal> noPoint = knownFrom.refusal(log);
        if (noPoint.isPresent()) {
            return new Answer.Refused(noPoint.get());
        }
        Cursor from = knownFrom.in(snapshot);
        if (!from.isWithin(lens.at())) {
            return new Answer.Refused(new Refusal.FromAfterTo());
        }
        return CompanyAt.answer(
                snapshot,
                company,
                lens,
                "/diff",
                after ->
                        found(
                                snapshot,
                                CompanyAt.of(
                                        snapshot,
                                        after.id(),
                                        new Lens(from, lens.policy(), lens.period())),
                                after));
    }

    private static Answer found(Snapshot snapshot, CompanyAt before, CompanyAt after) {
        EntityTag tag =
                EntityTag.of(
                        "diff",
                        before.group(),
                        after.group(),
                        before.changePoint(),
                        after.changePoint(),
                        after.lens().policy(),
                        after.lens().period(),
                        snapshot.log().foldVersion());
        return new Answer.Found(
                tag,
                () ->
                        Diff.between(
                                        side(snapshot, before),
                                        side(snapshot, after),
                                        before.lens().at()::includes)
                                .write(snapshot.pageBytes()));
    }

    private static Diff.Side side(Snapshot snapshot, CompanyAt company) {
        return new Diff.Side(Timelines.folded(snapshot, company), company::shows);
    }
}
