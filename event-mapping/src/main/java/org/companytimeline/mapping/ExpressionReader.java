package org.companytimeline.mapping;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.companytimeline.event.IdentifierScheme;
import org.companytimeline.event.shape.Words;
import org.companytimeline.mapping.document.MappingFaults;
import org.companytimeline.mapping.document.Part;
import org.companytimeline.mapping.document.Section;
import org.jspecify.annotations.Nullable;

/// Reads what a mapping says of one place of an event, and holds it against what the contract takes
/// there.
final class ExpressionReader {

    private static final Expression NOTHING =
            new Expressions.OfText(new TextSource.First(List.of()));

    private static final List<String> TEXT_FORMS = List.of("first", "part");

    private final Readers readers;
    private final TextReader texts;
    private final MappingFaults faults;

    ExpressionReader(Readers readers, TextReader texts, MappingFaults faults) {
        this.readers = readers;
        this.texts = texts;
        this.faults = faults;
    }

    static String nameOf(IdentifierScheme scheme) {
        return scheme.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static List<String> schemes() {
        return Arrays.stream(IdentifierScheme.values()).map(ExpressionReader::nameOf).toList();
    }

    Expression read(Part part, Schema schema) {
        return switch (part) {
            case Part.Text text -> text(text, schema);
            case Part.Items items -> items(items, schema);
            case Part.Members members -> members(members, schema);
        };
    }

    private Expression text(Part.Text text, Schema any) {
        Schema schema = any.asText();
        if (schema.isObject() && !schema.isOpen()) {
            faults.add(text.at(), "takes members, not a text", schema.members());
            return NOTHING;
        }
        if (schema.isArray()) {
            return new Expressions.OfItems(List.of(text(text, schema.items())));
        }
        TextSource.Template template = texts.template(text.value(), text.at());
        String constant = template.constant();
        if (constant != null) {
            String fault = constantFault(constant, schema);
            if (fault != null) {
                faults.add(text.at(), fault, schema.allowed());
            }
        }
        return value(template, schema);
    }

    private static @Nullable String constantFault(String constant, Schema schema) {
        if (constant.isBlank()) {
            return "is empty; leave it out";
        }
        if (schema.isNumber()) {
            return Expressions.OfNumber.isNumber(constant) ? null : "is no number";
        }
        if (schema.isBoolean()) {
            return constant.equals("true") || constant.equals("false")
                    ? null
                    : "is neither true nor false";
        }
        return schema.faultOf(constant);
    }

    private static Expression value(TextSource source, Schema schema) {
        if (schema.isNumber()) {
            return new Expressions.OfNumber(source);
        }
        return schema.isBoolean()
                ? new Expressions.OfBoolean(source)
                : new Expressions.OfText(source);
    }

    private Expression items(Part.Items items, Schema schema) {
        if (!schema.isArray()) {
            faults.add(items.at(), "takes no list; for the first of several texts write \"first\"");
            return NOTHING;
        }
        List<Expression> expressions = new ArrayList<>();
        items.items().forEach(item -> expressions.add(read(item, schema.items())));
        return new Expressions.OfItems(List.copyOf(expressions));
    }

    private Expression members(Part.Members members, Schema any) {
        Section section = Section.of(members, faults);
        if (section.has("split")) {
            return split(section, any);
        }
        if (any.isArray()) {
            return new Expressions.OfItems(List.of(members(members, any.items())));
        }
        if (section.has("read")) {
            return reading(section, any);
        }
        Schema schema = any.asObject();
        if (schema.isObject() || schema.node().isEmpty()) {
            return object(members, schema);
        }
        if (TEXT_FORMS.stream().anyMatch(section::has)) {
            return value(texts.read(members), any.asText());
        }
        faults.add(members.at(), "takes a text, or \"read\" with \"of\"");
        return NOTHING;
    }

    /// An object, of which each member has to be known and each required one to be there.
    ///
    /// @param without members that are required but given elsewhere
    Expression object(Part.Members part, Schema schema, String... without) {
        Map<String, Expression> members = new LinkedHashMap<>();
        List<String> known = schema.members();
        part.members()
                .forEach((name, value) -> {
                    if (schema.isObject() && !schema.isOpen() && !known.contains(name)) {
                        String hint =
                                Words.nearest(name, known)
                                        .map(n -> "; did you mean " + Words.quoted(n) + "?")
                                        .orElse("");
                        faults.add(value.at(), "is unknown here" + hint, known);
                    } else {
                        members.put(name, read(value, schema.member(name)));
                    }
                });
        for (String name : schema.required()) {
            if (!part.members().containsKey(name) && !List.of(without).contains(name)) {
                faults.add(part.at(), "lacks " + Words.quoted(name) + "; it is required here");
            }
        }
        List<String> oneOf = schema.atLeastOneOf();
        if (!oneOf.isEmpty() && oneOf.stream().noneMatch(part.members()::containsKey)) {
            faults.add(part.at(), "needs at least one of " + String.join(", ", oneOf));
        }
        return new Expressions.OfMembers(members);
    }

    private Expression split(Section section, Schema schema) {
        TextSource source = texts.member(section, "split");
        String by = section.requiredText("by");
        Part each = section.get("each");
        section.end();
        if (!schema.isArray()) {
            faults.add(section.at(), "takes no list, so nothing can be split here");
            return NOTHING;
        }
        Part.Text itself = new Part.Text(section.at(), "{" + Cells.ITEM_NAME + "}");
        Expression expression =
                new ExpressionReader(readers, texts.ofItems(), faults)
                        .read(each == null ? itself : each, schema.items());
        return source == null || by.isEmpty()
                ? NOTHING
                : new Expressions.OfSplit(source, by, expression);
    }

    private Expression reading(Section section, Schema schema) {
        String name = section.requiredText("read");
        CompanyRule rule = readers.companies().get(name);
        if (rule != null) {
            section.end();
            return company(section, rule, schema);
        }
        Part of = section.get("of");
        String otherwise = section.choice("otherwise", "refuse", List.of("refuse", "empty"));
        section.end();
        if (of == null) {
            faults.add(section.at(), "lacks `of`, the text to read");
            return NOTHING;
        }
        boolean emptyOtherwise = otherwise.equals("empty");
        Table table = readers.tables().get(name);
        if (table != null) {
            return table(of, table, schema.asText());
        }
        TextSource source = texts.read(of);
        Readers.Dates dates = readers.dates().get(name);
        if (dates != null) {
            return date(section, source, dates, schema);
        }
        Readers.Amounts amounts = readers.amounts().get(name);
        if (amounts != null) {
            return amount(section, source, amounts, schema);
        }
        if (name.equals(Readers.COUNTRY)) {
            return new Readings.OfCountry(source, readers.countries(), emptyOtherwise);
        }
        for (IdentifierScheme scheme : IdentifierScheme.values()) {
            if (nameOf(scheme).equals(name)) {
                return new Readings.OfIdentifier(source, scheme, emptyOtherwise);
            }
        }
        faults.add(section.placeOf("read"), "names no reader: " + name, readers.names());
        return NOTHING;
    }

    private Expression company(Section section, CompanyRule rule, Schema schema) {
        List<String> members = schema.members();
        if (members.contains("company")) {
            return new Readings.OfCompany(rule, Readings.OfCompany.Form.REFERENCE);
        }
        if (members.contains("id")) {
            return new Readings.OfCompany(rule, Readings.OfCompany.Form.SUBJECT);
        }
        if (schema.isObject()) {
            faults.add(section.placeOf("read"), "reads a company, which does not stand here");
        }
        return new Readings.OfCompany(rule, Readings.OfCompany.Form.ID);
    }

    private Expression table(Part of, Table table, Schema schema) {
        table.values()
                .forEach((text, value) -> {
                    String fault = value.isEmpty() ? null : constantFault(value, schema);
                    if (fault != null) {
                        faults.add(
                                table.places().getOrDefault(text, table.at()),
                                fault,
                                schema.allowed());
                    }
                });
        String otherwise = table.otherwise();
        if (otherwise != null && !otherwise.isEmpty()) {
            String fault = constantFault(otherwise, schema);
            if (fault != null) {
                faults.add(table.at(), "has an otherwise that " + fault, schema.allowed());
            }
        }
        List<TextSource> sources =
                of instanceof Part.Items several
                        ? several.items().stream().map(texts::read).toList()
                        : List.of(texts.read(of));
        return new Readings.OfTable(table, sources);
    }

    private Expression date(
            Section section, TextSource source, Readers.Dates dates, Schema schema) {
        boolean whole = schema.asObject().members().contains("edtf");
        if (!whole && !schema.node().path("format").asText().equals("edtf")) {
            faults.add(section.placeOf("read"), "reads a date, which does not stand here");
        }
        return new Readings.OfDate(source, dates.reader(), dates.anchor(), whole);
    }

    private Expression amount(
            Section section, TextSource source, Readers.Amounts amounts, Schema schema) {
        boolean money = schema.members().contains("currency");
        if (!money && !schema.isNumber()) {
            faults.add(section.placeOf("read"), "reads an amount, which does not stand here");
        }
        return new Readings.OfAmount(
                source, amounts.reader(), amounts.currency(), amounts.emptyUndisclosed(), !money);
    }
}
