package org.companytimeline.mapping;

/// Why a row gives no events.
///
/// @param column the column at fault, several with commas between them; empty for the whole row
/// @param reason what is wrong and what to change, as words to stand behind the column
public record Refusal(String column, String reason) {

    /// As a line to show.
    @Override
    public String toString() {
        return column.isEmpty() ? reason : column + " " + reason;
    }
}
