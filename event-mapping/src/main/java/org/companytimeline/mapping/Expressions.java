package org.companytimeline.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.companytimeline.mapping.text.DateReader;
import org.jspecify.annotations.Nullable;

/// The expressions that hold others, and those that hold a text.
final class Expressions {

    private Expressions() {}

    /// A text.
    record OfText(TextSource source) implements Expression {

        @Override
        public @Nullable JsonNode of(Cells cells, Refusals refusals) {
            String text = source.text(cells);
            return text == null ? null : new TextNode(text);
        }

        @Override
        public Set<String> columns() {
            return source.columns();
        }
    }

    /// A number.
    record OfNumber(TextSource source) implements Expression {

        private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,30}(\\.[0-9]{1,30})?");

        static boolean isNumber(String text) {
            return NUMBER.matcher(text).matches();
        }

        @Override
        public @Nullable JsonNode of(Cells cells, Refusals refusals) {
            String text = source.text(cells);
            if (text == null) {
                return null;
            }
            if (!isNumber(text)) {
                refusals.add(
                        columns(), DateReader.quoted(text) + " is no number; write it like 1234.5");
                return null;
            }
            return JsonNodeFactory.instance.numberNode(new BigDecimal(text));
        }

        @Override
        public Set<String> columns() {
            return source.columns();
        }
    }

    /// True or false.
    record OfBoolean(TextSource source) implements Expression {

        @Override
        public @Nullable JsonNode of(Cells cells, Refusals refusals) {
            String text = source.text(cells);
            if (text == null) {
                return null;
            }
            if (!text.equals("true") && !text.equals("false")) {
                refusals.add(
                        columns(),
                        DateReader.quoted(text) + " is neither true nor false; read it by a table");
                return null;
            }
            return BooleanNode.valueOf(text.equals("true"));
        }

        @Override
        public Set<String> columns() {
            return source.columns();
        }
    }

    /// Members by name. What gives nothing is left out; so is the whole where nothing that depends
    /// on the row gives something.
    record OfMembers(Map<String, Expression> members) implements Expression {

        @Override
        public @Nullable JsonNode of(Cells cells, Refusals refusals) {
            ObjectNode object = JsonNodeFactory.instance.objectNode();
            boolean depends = false;
            boolean given = false;
            for (Map.Entry<String, Expression> member : members.entrySet()) {
                Expression expression = member.getValue();
                JsonNode value = expression.of(cells, refusals);
                boolean varies = !expression.columns().isEmpty();
                depends |= varies;
                if (value != null) {
                    given |= varies;
                    object.set(member.getKey(), value);
                }
            }
            return (depends && !given) || object.isEmpty() ? null : object;
        }

        @Override
        public Set<String> columns() {
            Set<String> columns = new TreeSet<>();
            members.values().forEach(member -> columns.addAll(member.columns()));
            return columns;
        }

        @Override
        public Set<String> columnsAt(List<String> path) {
            Expression member = path.isEmpty() ? null : members.get(path.getFirst());
            return member == null ? columns() : member.columnsAt(path.subList(1, path.size()));
        }
    }

    /// A list of what several expressions give.
    record OfItems(List<Expression> items) implements Expression {

        @Override
        public @Nullable JsonNode of(Cells cells, Refusals refusals) {
            ArrayNode list = JsonNodeFactory.instance.arrayNode();
            for (Expression item : items) {
                JsonNode value = item.of(cells, refusals);
                if (value != null) {
                    list.add(value);
                }
            }
            return list.isEmpty() ? null : list;
        }

        @Override
        public Set<String> columns() {
            Set<String> columns = new TreeSet<>();
            items.forEach(item -> columns.addAll(item.columns()));
            return columns;
        }
    }

    /// A text that is cut into items, each of which gives one.
    record OfSplit(TextSource source, String by, Expression each) implements Expression {

        @Override
        public @Nullable JsonNode of(Cells cells, Refusals refusals) {
            String text = source.text(cells);
            if (text == null) {
                return null;
            }
            ArrayNode list = JsonNodeFactory.instance.arrayNode();
            for (String item : text.split(Pattern.quote(by), -1)) {
                JsonNode value =
                        item.isBlank() ? null : each.of(cells.with(item.strip()), refusals);
                if (value != null) {
                    list.add(value);
                }
            }
            return list.isEmpty() ? null : list;
        }

        @Override
        public Set<String> columns() {
            Set<String> columns = new TreeSet<>(each.columns());
            columns.remove(Cells.ITEM_NAME);
            columns.addAll(source.columns());
            return columns;
        }
    }
}
