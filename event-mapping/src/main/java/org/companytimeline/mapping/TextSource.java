package org.companytimeline.mapping;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Where a text of a row comes from.
sealed interface TextSource {

    /// The text; null where the row has none there.
    @Nullable String text(Cells cells);

    /// The columns that are looked at.
    Set<String> columns();

    /// Texts and columns one after another, such as `{city} in {region}`; nothing where one of the
    /// columns is empty.
    record Template(List<Piece> pieces) implements TextSource {

        /// A text as it stands, or a column.
        ///
        /// @param column null for a text as it stands
        /// @param slot of the column
        record Piece(String text, @Nullable String column, int slot) {

            static Piece ofText(String text) {
                return new Piece(text, null, 0);
            }
        }

        @Override
        public @Nullable String text(Cells cells) {
            if (pieces.size() == 1) {
                Piece only = pieces.getFirst();
                return only.column() == null ? only.text() : cells.at(only.slot());
            }
            StringBuilder text = new StringBuilder();
            for (Piece piece : pieces) {
                String cell = piece.column() == null ? piece.text() : cells.at(piece.slot());
                if (cell == null) {
                    return null;
                }
                text.append(cell);
            }
            return text.toString();
        }

        @Override
        public Set<String> columns() {
            Set<String> columns = new TreeSet<>();
            for (Piece piece : pieces) {
                if (piece.column() != null) {
                    columns.add(piece.column());
                }
            }
            return columns;
        }

        /// The text where it is the same for all rows; null where it is not.
        @Nullable String constant() {
            StringBuilder text = new StringBuilder();
            for (Piece piece : pieces) {
                if (piece.column() != null) {
                    return null;
                }
                text.append(piece.text());
            }
            return text.toString();
        }
    }

    /// The first of several that gives something.
    record First(List<TextSource> sources) implements TextSource {

        @Override
        public @Nullable String text(Cells cells) {
            for (TextSource source : sources) {
                String text = source.text(cells);
                if (text != null) {
                    return text;
                }
            }
            return null;
        }

        @Override
        public Set<String> columns() {
            Set<String> columns = new TreeSet<>();
            sources.forEach(source -> columns.addAll(source.columns()));
            return columns;
        }
    }

    /// One part of a text that is cut by a separator, without white space around it.
    ///
    /// @param number from 1, or from -1 backwards
    record Slice(TextSource of, int number, String by) implements TextSource {

        @Override
        public @Nullable String text(Cells cells) {
            String whole = of.text(cells);
            if (whole == null) {
                return null;
            }
            String[] parts = whole.split(Pattern.quote(by), -1);
            int index = number > 0 ? number - 1 : parts.length + number;
            if (index < 0 || index >= parts.length) {
                return null;
            }
            String part = parts[index].strip();
            return part.isEmpty() ? null : part;
        }

        @Override
        public Set<String> columns() {
            return of.columns();
        }
    }
}
