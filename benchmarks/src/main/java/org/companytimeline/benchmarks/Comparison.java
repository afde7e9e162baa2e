package org.companytimeline.benchmarks;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/// What query-service says that companies raised, held against what the sheet of companies says,
/// wherever that sheet agrees with the sheet of rounds.
final class Comparison {

    /// One thing that is compared.
    private record Question(String title, BiPredicate<CrunchbaseExport.Stated, Raised> agrees) {}

    private static final List<Question> QUESTIONS =
            List.of(
                    new Question(
                            "number of rounds",
                            (stated, raised) -> stated.rounds() == raised.rounds()),
                    new Question(
                            "first date",
                            (stated, raised) -> Objects.equals(stated.first(), raised.first())),
                    new Question(
                            "last date",
                            (stated, raised) -> Objects.equals(stated.last(), raised.last())),
                    new Question(
                            "total, within 1 USD",
                            (stated, raised) -> {
                                BigDecimal total = stated.total();
                                return total != null && raised.isAboutAsMuchAs(total);
                            }));

    private final Map<String, CrunchbaseExport.Stated> stated;
    private final Map<String, Raised> inFile;
    private final Answers.Timelines answered;

    /// @param stated by the sheet of companies
    /// @param inFile what the sheet of rounds adds up to
    Comparison(
            Map<String, CrunchbaseExport.Stated> stated,
            Map<String, Raised> inFile,
            Answers.Timelines answered) {
        this.stated = stated;
        this.inFile = inFile;
        this.answered = answered;
    }

    String table() {
        List<String> withRounds = stated.keySet().stream().filter(inFile::containsKey).toList();
        StringBuilder table =
                new StringBuilder(
                        "| %,d companies with rounds | sheets agree | query-service agrees where they do |%n|---|---:|---:|%n"
                                .formatted(withRounds.size()));
        for (Question question : QUESTIONS) {
            List<String> agreeing =
                    withRounds.stream()
                            .filter(company -> agrees(question, company, inFile.get(company)))
                            .toList();
            List<String> others = new ArrayList<>();
            for (String company : agreeing) {
                if (!agrees(question, company, answer(company))) {
                    others.add(company);
                }
            }
            table.append(
                    "| %s | %,d | %,d%s |%n"
                            .formatted(
                                    question.title(),
                                    agreeing.size(),
                                    agreeing.size() - others.size(),
                                    others.isEmpty()
                                            ? ""
                                            : ", but not " + others.stream().limit(10).toList()));
        }
        return table.toString();
    }

    private boolean agrees(Question question, String company, @Nullable Raised raised) {
        return raised != null
                && question.agrees().test(Objects.requireNonNull(stated.get(company)), raised);
    }

    private @Nullable Raised answer(String permalink) {
        String id = answered.idOf().get(CrunchbaseExport.lastPart(permalink));
        return id == null ? null : answered.raised().get(id);
    }
}
