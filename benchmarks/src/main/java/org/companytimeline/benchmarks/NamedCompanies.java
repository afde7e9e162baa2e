package org.companytimeline.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;

/// Made-up companies with names that people could search for, and the events that tell of them; the
/// same for the same number of companies.
///
/// Each has a founding, a seat, an alias, a Wikidata id, every third a former name; the other
/// events take turns among six types. First words of names are made of two to four syllables, so
/// beginnings are shared as in a language; one of twelve words ends each name.
record NamedCompanies(int companies, int eventsPerCompany) implements Population {

    private static final String[] SYLLABLES = {
        "mi", "stra", "hug", "gin", "fa", "ce", "tec", "lo", "gi", "ka", "ri", "ban", "sol", "ar",
                "ven", "tu", "ta",
        "no", "va", "den", "ix", "om", "gra", "ph", "ne", "ro", "qua", "li", "zen", "do", "par",
                "co", "me", "tri",
        "vel", "os", "to", "ni", "ga", "é"
    };
    private static final String[] LAST_WORDS = {
        "Technologies",
        "AI",
        "Group",
        "Labs",
        "Systems",
        "France",
        "Holding",
        "Software",
        "Health",
        "Capital",
        "Solutions",
        "Energy"
    };
    private static final String[] COUNTRIES = {"FR", "DE", "US", "GB", "CN", "IS", "ES", "IT"};

    @Override
    public String name(int company) {
        SplittableRandom random = new SplittableRandom(company * 31L + 7);
        return word(random)
                + " "
                + word(random)
                + " "
                + LAST_WORDS[random.nextInt(LAST_WORDS.length)];
    }

    @Override
    public String id(int company) {
        return "s-" + company;
    }

    /// Its Wikidata id.
    @Override
    public String identifier(int company) {
        return "Q" + (1_000_000 + company);
    }

    @Override
    public String country(int company) {
        return COUNTRIES[company % 97 % COUNTRIES.length];
    }

    /// The postings of some companies, all of one before those of the next.
    List<Workload.Posting> postings(int from, int to) {
        List<Workload.Posting> postings = new ArrayList<>((to - from) * eventsPerCompany);
        for (int company = from; company < to; company++) {
            for (int turn = 0; turn < eventsPerCompany; turn++) {
                postings.add(posting(company, turn));
            }
        }
        return postings;
    }

    private Workload.Posting posting(int company, int turn) {
        String id = id(company);
        return new Workload.Posting(
                id,
                """
                {"id":"%s",%s,"company":{"id":"%s","name":"%s"},"sources":[{"title":"Report %d","kind":"press"}]}\
                """
                        .formatted(
                                new UUID(company, turn),
                                what(company, turn),
                                id,
                                name(company),
                                turn));
    }

    private String what(int company, int turn) {
        int year = 1980 + company % 45;
        return switch (turn) {
            case 0 ->
                    "\"type\":\"founded\",\"when\":\"%d\",\"details\":{\"place\":{\"country\":\"%s\"}}"
                            .formatted(year, country(company));
            case 1 ->
                    "\"type\":\"identified\",\"when\":\"%d\",\"details\":{\"scheme\":\"alias\",\"value\":\"%s\"}"
                            .formatted(year, word(new SplittableRandom(company * 17L + 3)));
            case 2 ->
                    "\"type\":\"identified\",\"when\":\"%d\",\"details\":{\"scheme\":\"wikidata\",\"value\":\"%s\"}"
                            .formatted(year, identifier(company));
            case 3 ->
                    company % 3 == 0
                            ? "\"type\":\"renamed\",\"when\":\"%d\",\"details\":{\"name\":\"%s\",\"formerName\":\"%s Inc\"}"
                                    .formatted(year + 1, name(company), name(company + 1_000_003))
                            : "\"type\":\"relocated\",\"when\":\"%d\",\"details\":{\"to\":{\"country\":\"%s\"}}"
                                    .formatted(year + 1, country(company + 1));
            default -> later(company, turn, year);
        };
    }

    private static String later(int company, int turn, int year) {
        return switch (turn % 4) {
            case 0 ->
                    "\"type\":\"funded\",\"when\":\"%d\",\"details\":{\"round\":\"series-a\",\"money\":{\"amount\":\"%d00000\",\"currency\":\"EUR\"}}"
                            .formatted(year + turn, 1 + company % 900);
            case 1 ->
                    "\"type\":\"launched\",\"when\":\"%d\",\"details\":{\"product\":\"Product %d\"}"
                            .formatted(year + turn, turn);
            case 2 ->
                    "\"type\":\"appointed\",\"when\":\"%d\",\"details\":{\"person\":\"Person %d\",\"title\":\"Director\"}"
                            .formatted(year + turn, turn);
            default ->
                    "\"type\":\"headcount-reported\",\"when\":\"%d\",\"details\":{\"count\":%d}"
                            .formatted(year + turn, 10 + turn);
        };
    }

    private static String word(SplittableRandom random) {
        StringBuilder word = new StringBuilder();
        int syllables = 2 + random.nextInt(3);
        for (int i = 0; i < syllables; i++) {
            double skewed = random.nextDouble() * random.nextDouble();
            word.append(SYLLABLES[(int) (skewed * SYLLABLES.length)]);
        }
        return Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }
}
