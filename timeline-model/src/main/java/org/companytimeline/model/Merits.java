package org.companytimeline.model;

import java.util.Comparator;
import org.companytimeline.event.SourceKind;
import org.companytimeline.model.Choice.Loss;

/// What tells two claims apart in one criterion, in words.
record Merits(FactRule<?> rule, Opinions opinions) {

    Loss loss(Criterion criterion, Claim lost, Claim leading) {
        return new Loss(
                criterion, sentence(criterion, lost, leading), reverse(criterion, lost, leading));
    }

    private String sentence(Criterion criterion, Claim lost, Claim leading) {
        return switch (criterion) {
            case NO_DENIAL ->
                    "It denies the fact; a denial leads only where there is nothing else.";
            case STATUS ->
                    "Its status is %s; the leading claim is %s, which goes first."
                            .formatted(status(lost), status(leading));
            case SOURCE ->
                    "It rests on %s; the leading claim rests on %s, which goes first."
                            .formatted(source(lost), source(leading));
            case EXACT ->
                    "Its date or amount is approximate or uncertain; those of the leading claim are"
                            + " exact.";
            case VOICES ->
                    "%s what it says; %s what the leading claim says."
                            .formatted(voices(lost), voicesAgain(leading));
            case NARROWER ->
                    "Its date means %s; that of the leading claim is narrower and means %s."
                            .formatted(days(lost), days(leading));
            case FULLER ->
                    "It fills in %s that can be compared; the leading claim fills in %s."
                            .formatted(fields(lost), fields(leading));
            case NEWER ->
                    "It was recorded before the leading claim, and nothing that counts more tells"
                            + " them apart.";
        };
    }

    private String reverse(Criterion criterion, Claim lost, Claim leading) {
        return switch (criterion) {
            case NO_DENIAL -> "It does not deny the fact, as the others do.";
            case STATUS ->
                    "Its status is %s, which goes before %s."
                            .formatted(status(leading), status(lost));
            case SOURCE ->
                    "It rests on %s, which goes before %s."
                            .formatted(source(leading), source(lost));
            case EXACT -> "Its date and amount are exact; those of its last rival are not.";
            case VOICES ->
                    "%s what it says; %s what its last rival says."
                            .formatted(voices(leading), voicesAgain(lost));
            case NARROWER ->
                    "Its date is narrower than that of its last rival: it means %s, not %s."
                            .formatted(days(leading), days(lost));
            case FULLER ->
                    "It fills in %s that can be compared; its last rival fills in %s."
                            .formatted(fields(leading), fields(lost));
            case NEWER ->
                    "It was recorded last, and nothing that counts more tells it from its last"
                            + " rival.";
        };
    }

    private static String status(Claim claim) {
        return Keys.constant(claim.event().status());
    }

    private static String source(Claim claim) {
        return claim.lineage().sources().stream()
                .map(source -> source.kind())
                .filter(kind -> kind != null)
                .min(Comparator.comparingInt(Criterion::rank))
                .map(Merits::named)
                .orElse("sources of no known kind");
    }

    private static String named(SourceKind kind) {
        return switch (kind) {
            case REGISTRY -> "a registry";
            case FILING -> "a filing";
            case COMPANY -> "the company itself";
            case PRESS -> "the press";
            case AGGREGATOR -> "an aggregator";
            case SOCIAL -> "social media";
        };
    }

    private String voices(Claim claim) {
        int voices = opinions.behind(claim);
        return voices == 1 ? "One independent voice says" : voices + " independent voices say";
    }

    private String voicesAgain(Claim claim) {
        int voices = opinions.behind(claim);
        return voices == 1 ? "one says" : voices + " say";
    }

    private static String days(Claim claim) {
        DaySpan days = claim.days();
        if (days.isOpen()) {
            return "a time without a known beginning or end";
        }
        return days.width() == 0 ? "one day" : "one of " + (days.width() + 1) + " days";
    }

    private String fields(Claim claim) {
        int fields = rule.fieldsSaid(claim.event().details());
        return fields == 1 ? "one field" : fields + " fields";
    }
}
