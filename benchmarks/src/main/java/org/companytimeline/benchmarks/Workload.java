package org.companytimeline.benchmarks;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.UUID;

/// Made-up claims about made-up companies, the same for the same name.
///
/// Every company gets the same number of events, spread over the whole; of ten, three are another
/// source of what the one before said. Eight types take turns, one event in eight names another
/// company. An event is about 450 bytes of JSON.
///
/// @param name starts the id of every company, so that two workloads never meet
record Workload(String name, int companies, int events) {

    private static final List<String> CITIES = List.of("Paris", "Lyon", "Nantes", "Lille", "Nice");

    /// One event to post.
    ///
    /// @param company the id of its subject
    /// @param json the short form, one line
    record Posting(String company, String json) {

        byte[] bytes() {
            return json.getBytes(StandardCharsets.UTF_8);
        }
    }

    List<Posting> postings() {
        SplittableRandom random = new SplittableRandom(name.hashCode());
        List<Posting> postings = new ArrayList<>(events);
        for (int i = 0; i < events; i++) {
            int company = i % companies;
            int turn = i / companies;
            boolean repeats = turn % 10 % 3 == 2;
            String id = company(company);
            String json =
                    """
                    {"id":"%s","type":%s,"company":{"id":"%s","name":"Company %s %d"},"status":"reported",\
                    "sources":[{"title":"Report %d on the company","publisher":"Newsroom %d",\
                    "url":"https://news.example/%s/%d","published":"2025-06","kind":"press"}],"lang":"en"}\
                    """
                            .formatted(
                                    new UUID(random.nextLong(), random.nextLong()),
                                    what(company, repeats ? turn - 1 : turn),
                                    id,
                                    name,
                                    company,
                                    i,
                                    random.nextInt(40),
                                    id,
                                    turn);
            postings.add(new Posting(id, json));
        }
        return postings;
    }

    private String company(int number) {
        return name + "-" + number;
    }

    /// Type, date and details of what a company did at its turn.
    private String what(int company, int turn) {
        int year = 2000 + turn / 12 % 25;
        int month = 1 + turn % 12;
        return switch (turn % 8) {
            case 0 ->
                    "\"funded\",\"when\":\"%d-%02d\",\"details\":{\"round\":\"series-a\",\"money\":{\"amount\":\"%d000000\",\"currency\":\"EUR\"},\"investors\":[{\"name\":\"Investor %d\",\"lead\":true}]}"
                            .formatted(year, month, 1 + turn % 90, turn % 30);
            case 1 ->
                    "\"launched\",\"when\":\"%d-%02d~\",\"details\":{\"product\":\"Product %d\"}"
                            .formatted(year, month, turn);
            case 2 ->
                    "\"appointed\",\"when\":\"%d\",\"details\":{\"person\":\"Person %d\",\"title\":\"Director\",\"kind\":\"executive\"}"
                            .formatted(year, turn);
            case 3 ->
                    "\"partnered\",\"when\":\"%d-%02d\",\"details\":{\"partners\":[{\"name\":\"Partner\",\"company\":\"%s\"}],\"kind\":\"commercial\"}"
                            .formatted(year, month, company((company + turn) % companies));
            case 4 ->
                    "\"valued\",\"when\":\"%d-%02d\",\"details\":{\"money\":{\"amount\":\"%d0000000\",\"currency\":\"EUR\"}}"
                            .formatted(year, month, 1 + turn);
            case 5 ->
                    "\"office-opened\",\"when\":\"%d-33\",\"details\":{\"place\":{\"city\":\"%s\",\"country\":\"FR\"}}"
                            .formatted(year, CITIES.get(turn / 8 % CITIES.size()));
            case 6 ->
                    "\"contracted\",\"when\":\"%d-%02d/%d\",\"details\":{\"customers\":[{\"name\":\"Customer %d\"}]}"
                            .formatted(year, month, year + 1, turn);
            default ->
                    "\"headcount-reported\",\"when\":\"%d-%02d-15\",\"details\":{\"count\":%d}"
                            .formatted(year, month, 10 + turn);
        };
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%s: %d events of %d companies", name, events, companies);
    }
}
