package org.companytimeline.event;

import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.companytimeline.event.edtf.Edtf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The dates that `docs/event-types.md` gives as accepted.
class DatesDocumentTest {

    private static final Pattern IN_BACKTICKS = Pattern.compile("`([^`]+)`");

    static List<String> examples() throws IOException {
        return Files.readString(Path.of("../docs/event-types.md"))
                .lines()
                .dropWhile(line -> !line.equals("## Dates"))
                .dropWhile(line -> !line.startsWith("|"))
                .takeWhile(line -> line.startsWith("|"))
                .skip(2)
                .map(row -> row.split("\\|", -1)[2])
                .flatMap(cell -> IN_BACKTICKS.matcher(cell).results())
                .map((MatchResult match) -> match.group(1))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void aDateThatIsDocumentedIsAccepted(String date) {
        assertThatCode(() -> Edtf.parse(date)).doesNotThrowAnyException();
    }
}
