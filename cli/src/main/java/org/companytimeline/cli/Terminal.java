package org.companytimeline.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.companytimeline.event.words.Language;

/// Where the command prints: UTF-8 whatever the locale, coloured and wrapped only on a terminal.
///
/// The script that starts the command says whether standard output is one, and how wide, or a pipe.
final class Terminal {
    private final PrintStream out =
            new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
    private final PrintStream err =
            new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
    private final int columns = Integer.getInteger("company-timeline.terminal.columns", 0);

    /// How wide the terminal is that standard error goes to; 0 where it goes elsewhere.
    int errorColumns() {
        return Integer.getInteger("company-timeline.terminal.error-columns", 0);
    }

    PrintStream out() {
        return out;
    }

    PrintStream err() {
        return err;
    }

    /// Whether a person looks at standard output.
    boolean isWatched() {
        return columns > 0;
    }

    /// Whether standard output is a pipe, of which the other end may close.
    boolean isPiped() {
        return Boolean.getBoolean("company-timeline.terminal.piped");
    }

    /// @param language of dates
    TimelineText timelineText(Language language) {
        return new TimelineText(style(), columns, language);
    }

    /// @param language of dates
    EventText eventText(Language language) {
        return new EventText(style(), language);
    }

    private Style style() {
        var noColor = System.getenv("NO_COLOR");
        return Style.of(columns > 0, noColor != null && !noColor.isEmpty());
    }
}
