package org.companytimeline.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.companytimeline.event.Country;
import org.companytimeline.event.Currency;
import org.companytimeline.event.IdentifierScheme;
import org.companytimeline.event.edtf.Edtf;
import org.companytimeline.event.edtf.EdtfException;
import org.companytimeline.mapping.text.AmountReader;
import org.companytimeline.mapping.text.Countries;
import org.companytimeline.mapping.text.DateReader;
import org.companytimeline.mapping.text.FileDate;
import org.companytimeline.mapping.text.Reading;
import org.jspecify.annotations.Nullable;

/// The expressions that read a text as something else.
final class Readings {

    private Readings() {}

    /// By a value table; of several texts the first that the table has counts.
    record OfTable(Table table, List<TextSource> sources) implements Expression {

        @Override
        public @Nullable JsonNode of(Cells cells, Refusals refusals) {
            String unknown = null;
            for (TextSource source : sources) {
                String text = source.text(cells);
                String value = text == null ? null : table.get(text);
                if (value != null) {
                    return value.isEmpty() ? null : new TextNode(value);
                }
                unknown = unknown == null ? text : unknown;
            }
            if (unknown == null) {
                return null;
            }
            String otherwise = table.otherwise();
            if (otherwise == null) {
                refusals.add(
                        columns(),
                        "%s is not in the table %s; add it there"
                                .formatted(DateReader.quoted(unknown), table.name()));
                return null;
            }
            return otherwise.isEmpty() ? null : new TextNode(otherwise);
        }

        @Override
        public Set<String> columns() {
            return columnsOf(sources);
        }
    }

    /// A country.
    ///
    /// @param own spellings of the mapping's own, in lower case; an empty value means nothing
    record OfCountry(TextSource source, Map<String, String> own, boolean emptyOtherwise)
            implements Expression {

        @Override
        public @Nullable JsonNode of(Cells cells, Refusals refusals) {
            String text = source.text(cells);
            if (text == null) {
                return null;
            }
            String value = own.get(Table.key(text, true));
            if (value == null) {
                Country country = Countries.of(text);
                value = country == null ? null : country.code();
            }
            if (value == null && !emptyOtherwise) {
                refusals.add(
                        columns(),
                        DateReader.quoted(text)
                                + " is no country that is known; add it to countries");
            }
            return value == null || value.isEmpty() ? null : new TextNode(value);
        }

        @Override
        public Set<String> columns() {
            return source.columns();
        }
    }

    /// An identifier in the one spelling in which it is accepted. A domain is only read of an
    /// address without a path: a page of a site that others use too is no one's own.
    record OfIdentifier(TextSource source, IdentifierScheme scheme, boolean emptyOtherwise)
            implements Expression {

        private static final Pattern PAGE = Pattern.compile("(?i)([a-z]+://)?[^/?#:]+/?");

        @Override
        public @Nullable JsonNode of(Cells cells, Refusals refusals) {
            String text = source.text(cells);
            if (text == null) {
                return null;
            }
            Optional<String> value =
                    scheme == IdentifierScheme.DOMAIN && !PAGE.matcher(text).matches()
                            ? Optional.empty()
                            : scheme.respelled(text);
            if (value.isEmpty() && !emptyOtherwise) {
                refusals.add(
                        columns(),
                        DateReader.quoted(text)
                                + " is not how "
                                + ExpressionReader.nameOf(scheme)
                                + " is written; correct it, or let the mapping say \"otherwise:"
                                + " empty\"");
            }
            return value.map(TextNode::new).orElse(null);
        }

        @Override
        public Set<String> columns() {
            return source.columns();
        }
    }

    /// A date.
    ///
    /// @param anchor when words were written; null where the mapping does not say
    /// @param whole whether it is a `when` with its text, or the date alone
    record OfDate(TextSource source, DateReader dates, @Nullable TextSource anchor, boolean whole)
            implements Expression {

        @Override
        public @Nullable JsonNode of(Cells cells, Refusals refusals) {
            String text = source.text(cells);
            if (text == null) {
                return dates.ifEmpty() == null ? null : json(dates.ifEmpty());
            }
            return switch (dates.read(text, anchor(cells))) {
                case Reading.Value<FileDate> date -> json(date.value());
                case Reading.Unfit<FileDate> unfit -> {
                    refusals.add(columns(), DateReader.quoted(text) + " " + unfit.reason());
                    yield null;
                }
            };
        }

        private @Nullable Edtf anchor(Cells cells) {
            String text = anchor == null ? null : anchor.text(cells);
            try {
                return text == null ? null : Edtf.parse(text);
            } catch (EdtfException none) {
                return null;
            }
        }

        private JsonNode json(FileDate date) {
            String edtf = date.edtf().toString();
            if (!whole || date.text() == null) {
                return new TextNode(edtf);
            }
            ObjectNode when = JsonNodeFactory.instance.objectNode().put("edtf", edtf);
            when.put("text", date.text());
            if (date.anchor() != null) {
                when.put("anchor", date.anchor().toString());
            }
            return date.rule() == null ? when : when.put("rule", date.rule());
        }

        @Override
        public Set<String> columns() {
            return source.columns();
        }
    }

    /// An amount.
    ///
    /// @param currency where the row gives it; null where it does not
    /// @param emptyUndisclosed whether an empty cell says that the amount is not disclosed
    /// @param number whether the number alone is wanted
    record OfAmount(
            TextSource source,
            AmountReader amounts,
            @Nullable TextSource currency,
            boolean emptyUndisclosed,
            boolean number)
            implements Expression {

        @Override
        public @Nullable JsonNode of(Cells cells, Refusals refusals) {
            String text = source.text(cells);
            if (text == null) {
                return emptyUndisclosed && !number ? undisclosed() : null;
            }
            TextSource named = currency;
            String code = named == null ? null : named.text(cells);
            Currency beside = null;
            if (named != null && code != null) {
                try {
                    beside = new Currency(code);
                } catch (IllegalArgumentException unknown) {
                    refusals.add(
                            named.columns(),
                            DateReader.quoted(code)
                                    + " is no ISO 4217 currency; read it by a table");
                    return null;
                }
            }
            return switch (amounts.read(text, beside)) {
                case Reading.Value<AmountReader.Amount> amount ->
                        json(text, amount.value(), refusals);
                case Reading.Unfit<AmountReader.Amount> unfit -> {
                    refusals.add(columns(), DateReader.quoted(text) + " " + unfit.reason());
                    yield null;
                }
            };
        }

        private @Nullable JsonNode json(
                String text, AmountReader.Amount amount, Refusals refusals) {
            if (amount.value() == null) {
                return number ? null : undisclosed();
            }
            if (number) {
                return JsonNodeFactory.instance.numberNode(amount.value());
            }
            if (amount.currency() == null) {
                refusals.add(
                        columns(),
                        DateReader.quoted(text)
                                + " has no currency; name one in the mapping, or the column that"
                                + " has it");
                return null;
            }
            ObjectNode money =
                    JsonNodeFactory.instance
                            .objectNode()
                            .put("amount", amount.value().toPlainString())
                            .put("currency", amount.currency().code());
            return amount.approximate() ? money.put("approximate", true) : money;
        }

        private static ObjectNode undisclosed() {
            return JsonNodeFactory.instance.objectNode().put("disclosed", false);
        }

        @Override
        public Set<String> columns() {
            Set<String> columns = new TreeSet<>(source.columns());
            if (currency != null) {
                columns.addAll(currency.columns());
            }
            return columns;
        }
    }

    /// A company.
    record OfCompany(CompanyRule rule, Form form) implements Expression {

        /// What of it is wanted.
        enum Form {
            ID,
            SUBJECT,
            REFERENCE
        }

        @Override
        public @Nullable JsonNode of(Cells cells, Refusals refusals) {
            CompanyRule.Company company = rule.of(cells, refusals);
            if (company == null) {
                return null;
            }
            String id = company.id().value();
            if (form == Form.ID) {
                return new TextNode(id);
            }
            ObjectNode object = JsonNodeFactory.instance.objectNode();
            object.put(form == Form.SUBJECT ? "id" : "company", id);
            return company.name() == null ? object : object.put("name", company.name());
        }

        @Override
        public Set<String> columns() {
            return rule.columns();
        }

        @Override
        public Set<String> columnsAt(List<String> path) {
            TextSource name = rule.name();
            return path.equals(List.of("name")) && name != null ? name.columns() : columns();
        }
    }

    private static Set<String> columnsOf(List<TextSource> sources) {
        Set<String> columns = new TreeSet<>();
        sources.forEach(source -> columns.addAll(source.columns()));
        return columns;
    }
}
