package org.companytimeline.event;

import java.util.List;

/// The other companies that an event's details name: those with an id have it on their timelines
/// too. A correction names those with an id that its change brings in.
public final class Mentions {

    private Mentions() {}

    /// All of them in the order of the details, as often as they are named.
    public static List<? extends Mention> in(CompanyEvent details) {
        return switch (details) {
            case CompanyEvent.Funded funded -> funded.investors();
            case CompanyEvent.Partnered partnered -> partnered.partners();
            case CompanyEvent.Acquired acquired -> List.of(acquired.acquirer());
            case CompanyEvent.Merged merged ->
                    merged.successor() == null
                            ? List.of(merged.with())
                            : List.of(merged.with(), merged.successor());
            case CompanyEvent.Contracted contracted -> contracted.customers();
            case CompanyEvent.SameAs sameAs ->
                    List.of(new CompanyReference(null, sameAs.company()));
            case CompanyEvent.Corrected corrected -> ChangeMentions.in(corrected.change());
            case CompanyEvent.Founded _,
                    CompanyEvent.Relocated _,
                    CompanyEvent.Valued _,
                    CompanyEvent.Listed _,
                    CompanyEvent.Delisted _,
                    CompanyEvent.Closed _,
                    CompanyEvent.Renamed _,
                    CompanyEvent.OfficeOpened _,
                    CompanyEvent.OfficeClosed _,
                    CompanyEvent.Appointed _,
                    CompanyEvent.Departed _,
                    CompanyEvent.Launched _,
                    CompanyEvent.Discontinued _,
                    CompanyEvent.JoinedProgramme _,
                    CompanyEvent.LaidOff _,
                    CompanyEvent.HeadcountReported _,
                    CompanyEvent.Identified _,
                    CompanyEvent.Retracted _,
                    CompanyEvent.Confirmed _,
                    CompanyEvent.Disputed _ ->
                    List.of();
        };
    }
}
