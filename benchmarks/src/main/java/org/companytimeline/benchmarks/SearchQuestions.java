package org.companytimeline.benchmarks;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/// What people ask a search for companies, mixed: the same for the same companies and number.
record SearchQuestions(Population companies) {

    List<Asked> mixed(int count) {
        SplittableRandom random = new SplittableRandom(11);
        List<Asked> questions = new ArrayList<>(count);
        while (questions.size() < count) {
            questions.add(question(random));
        }
        return questions;
    }

    private Asked question(SplittableRandom random) {
        int company = random.nextInt(companies.companies());
        String name = companies.name(company);
        String word = firstWord(name);
        int kind = random.nextInt(100);
        if (kind < 40) {
            int length = 1 + random.nextInt(Math.min(12, name.length()));
            return new Asked("beginning of 1 to 12 letters", q(name.substring(0, length)));
        }
        if (kind < 50) {
            return new Asked("name in full", q(name.toLowerCase(Locale.ROOT)));
        }
        if (kind < 65) {
            return new Asked("typing error", q(mistyped(name, random)));
        }
        if (kind < 75) {
            return new Asked("identifier", q(companies.identifier(company)));
        }
        if (kind < 85) {
            return new Asked(
                    "beginning and filters",
                    q(name.substring(0, Math.min(2, name.length())))
                            + "&status=active&country="
                            + companies.country(company)
                            + "&foundedFrom=1990");
        }
        if (kind < 92) {
            return new Asked(
                    "list with filters",
                    "/companies?country=%s&raisedAtLeast=%d00000&currency=EUR"
                            .formatted(companies.country(company), random.nextInt(900)));
        }
        return new Asked("facets", q(word) + "&facets=country&facets=founded&facets=type");
    }

    private static String q(String text) {
        return "/companies?q=" + URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /// A letter is missing, doubled or exchanged.
    private static String mistyped(String name, SplittableRandom random) {
        int length = firstWord(name).length();
        int at = Math.min(length - 1, 1 + random.nextInt(Math.max(1, length - 1)));
        return switch (random.nextInt(3)) {
            case 0 -> name.substring(0, at) + name.substring(at + 1);
            case 1 -> name.substring(0, at) + name.charAt(at) + name.substring(at);
            default -> name.substring(0, at) + 'x' + name.substring(at + 1);
        };
    }

    private static String firstWord(String name) {
        int end = name.indexOf(' ');
        return end > 0 ? name.substring(0, end) : name;
    }
}
