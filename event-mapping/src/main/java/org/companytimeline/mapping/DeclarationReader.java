package org.companytimeline.mapping;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.companytimeline.event.Country;
import org.companytimeline.event.Currency;
import org.companytimeline.event.edtf.Edtf;
import org.companytimeline.event.edtf.EdtfException;
import org.companytimeline.event.shape.Words;
import org.companytimeline.mapping.document.At;
import org.companytimeline.mapping.document.MappingFaults;
import org.companytimeline.mapping.document.Part;
import org.companytimeline.mapping.document.Section;
import org.companytimeline.mapping.text.AmountReader;
import org.companytimeline.mapping.text.DatePattern;
import org.companytimeline.mapping.text.DateReader;
import org.companytimeline.mapping.text.DateSpelling;
import org.companytimeline.mapping.text.FileDate;
import org.companytimeline.mapping.text.NumberStyle;
import org.companytimeline.mapping.text.Reading;
import org.jspecify.annotations.Nullable;

/// Reads what a mapping declares: its tables, dates, amounts, countries and companies.
final class DeclarationReader {

    private static final String REFUSE = "refuse";

    private final TextReader texts;
    private final MappingFaults faults;
    private final Readers readers = Readers.none();

    DeclarationReader(TextReader texts, MappingFaults faults) {
        this.texts = texts;
        this.faults = faults;
    }

    Readers read(Section mapping) {
        each(
                mapping,
                "tables",
                (name, section) -> readers.tables().put(name, table(name, section)));
        each(mapping, "dates", (name, section) -> readers.dates().put(name, dates(section)));
        each(mapping, "amounts", (name, section) -> readers.amounts().put(name, amounts(section)));
        each(
                mapping,
                "companies",
                (name, section) -> readers.companies().put(name, company(section)));
        countries(mapping);
        return readers;
    }

    private interface Declaration {
        void read(String name, Section section);
    }

    private void each(Section mapping, String kind, Declaration declaration) {
        Section all = mapping.section(kind);
        if (all == null) {
            return;
        }
        for (String name : all.names()) {
            At at = all.placeOf(name);
            if (readers.names().contains(name)) {
                faults.add(at, "is the name of another reader; take another one");
            }
            Part part = all.get(name);
            if (part != null) {
                Section section = Section.of(part, faults);
                declaration.read(name, section);
                section.end();
            }
        }
    }

    private Table table(String name, Section section) {
        boolean ignoreCase =
                section.choice("case", "ignore", List.of("ignore", "exact")).equals("ignore");
        String otherwise = section.text("otherwise");
        Map<String, String> values = new LinkedHashMap<>();
        Map<String, At> places = new HashMap<>();
        Section entries = section.section("values");
        if (entries == null) {
            faults.add(section.at(), "lacks `values`; it is required here");
        } else {
            for (String text : entries.names()) {
                String value = entries.text(text);
                String key = Table.key(text, ignoreCase);
                if (value != null && values.put(key, value.strip()) != null) {
                    faults.add(entries.placeOf(text), "stands here twice; take one away");
                }
                places.put(key, entries.placeOf(text));
            }
        }
        return new Table(
                name,
                section.at(),
                ignoreCase,
                values,
                places,
                otherwise == null || otherwise.equals(REFUSE)
                        ? null
                        : otherwise.equals("empty") ? "" : otherwise);
    }

    private Readers.Dates dates(Section section) {
        Integer pivot = pivot(section);
        List<DateSpelling> spellings = new ArrayList<>();
        for (String pattern : section.texts("patterns")) {
            DateSpelling spelling = spelling(pattern, pivot, section.placeOf("patterns"));
            if (spelling != null) {
                spellings.add(spelling);
            }
        }
        if (!section.has("patterns")) {
            faults.add(
                    section.at(),
                    "lacks `patterns`, such as [dd-MM-yyyy, d MMMM yyyy], or edtf, timestamp or"
                            + " words");
        }
        Section between = section.section("between");
        String otherwise = section.text("otherwise");
        DateReader reader =
                new DateReader(
                        spellings,
                        section.choice("first-of-january", "exact", List.of("exact", "year"))
                                .equals("year"),
                        section.choice("first-of-month", "exact", List.of("exact", "month"))
                                .equals("month"),
                        section.choice("as", "on", List.of("on", "by")).equals("by"),
                        between == null ? null : limits(between),
                        between == null ? DateReader.Outside.KEEP : outside(between),
                        standIn(section.get("if-empty")),
                        otherwise == null || otherwise.equals(REFUSE)
                                ? null
                                : edtf(otherwise, section.placeOf("otherwise")));
        return new Readers.Dates(reader, texts.member(section, "anchor"));
    }

    private @Nullable Integer pivot(Section section) {
        String pivot = section.text("pivot");
        if (pivot == null) {
            return null;
        }
        if (!pivot.matches("[0-9]{4}")) {
            faults.add(section.placeOf("pivot"), "is no year such as 1970");
            return null;
        }
        return Integer.valueOf(pivot);
    }

    private @Nullable DateSpelling spelling(String pattern, @Nullable Integer pivot, At at) {
        return switch (pattern) {
            case "edtf" -> DateSpelling.AsEdtf.EDTF;
            case "timestamp" -> DateSpelling.Timestamp.ISO;
            case "words" -> DateSpelling.Words.WORDS;
            default ->
                    switch (DatePattern.of(pattern, pivot)) {
                        case Reading.Value<DatePattern> read ->
                                new DateSpelling.ByPattern(read.value());
                        case Reading.Unfit<DatePattern> unfit -> {
                            faults.add(at, Words.quoted(pattern) + " " + unfit.reason());
                            yield null;
                        }
                    };
        };
    }

    private @Nullable Edtf limits(Section between) {
        String from = between.text("from");
        String to = between.text("to");
        return edtf((from == null ? ".." : from) + "/" + (to == null ? ".." : to), between.at());
    }

    private static DateReader.Outside outside(Section between) {
        String outside = between.choice("outside", REFUSE, List.of(REFUSE, "keep"));
        between.end();
        return outside.equals("keep") ? DateReader.Outside.KEEP : DateReader.Outside.REFUSE;
    }

    private @Nullable FileDate standIn(@Nullable Part part) {
        if (part == null) {
            return null;
        }
        if (part instanceof Part.Text text) {
            Edtf edtf = edtf(text.value(), text.at());
            return edtf == null ? null : FileDate.standIn(edtf, null);
        }
        Section section = Section.of(part, faults);
        Edtf edtf = edtf(section.requiredText("edtf"), section.placeOf("edtf"));
        String text = section.text("text");
        section.end();
        return edtf == null ? null : FileDate.standIn(edtf, text);
    }

    private @Nullable Edtf edtf(String text, At at) {
        try {
            return Edtf.parse(text);
        } catch (EdtfException none) {
            faults.add(at, "is no date: " + none.getMessage());
            return null;
        }
    }

    private Readers.Amounts amounts(Section section) {
        String numbers = section.text("numbers");
        NumberStyle style = numbers == null ? null : NumberStyle.like(numbers).orElse(null);
        if (numbers != null && style == null) {
            faults.add(
                    section.placeOf("numbers"),
                    "is " + Words.quoted(numbers),
                    NumberStyle.examples());
        }
        TextSource currency = texts.member(section, "currency");
        String constant =
                currency instanceof TextSource.Template template ? template.constant() : null;
        Currency fixed = constant == null ? null : currency(constant, section.placeOf("currency"));
        Map<String, Currency> symbols = new HashMap<>();
        Section signs = section.section("symbols");
        for (String sign : signs == null ? Set.<String>of() : signs.names()) {
            String code = signs == null ? null : signs.text(sign);
            Currency meant = code == null ? null : currency(code, section.placeOf("symbols"));
            if (meant != null) {
                symbols.put(sign, meant);
            }
        }
        Set<String> undisclosed = new HashSet<>();
        section.texts("undisclosed")
                .forEach(text -> undisclosed.add(text.strip().toLowerCase(Locale.ROOT)));
        String zero = section.choice("zero", "amount", List.of("amount", "undisclosed", REFUSE));
        String missing = section.choice("missing", "nothing", List.of("nothing", "undisclosed"));
        return new Readers.Amounts(
                new AmountReader(
                        style,
                        fixed,
                        symbols,
                        AmountReader.Zero.valueOf(zero.toUpperCase(Locale.ROOT)),
                        undisclosed),
                constant == null ? currency : null,
                missing.equals("undisclosed"));
    }

    private @Nullable Currency currency(String code, At at) {
        try {
            return new Currency(code);
        } catch (IllegalArgumentException unknown) {
            faults.add(at, Words.quoted(code) + " is no ISO 4217 currency such as EUR");
            return null;
        }
    }

    private void countries(Section mapping) {
        Section countries = mapping.section("countries");
        if (countries == null) {
            return;
        }
        for (String spelling : countries.names()) {
            String code = countries.text(spelling);
            if (code == null) {
                continue;
            }
            if (!code.isEmpty() && !Country.codes().contains(code)) {
                faults.add(
                        countries.placeOf(spelling),
                        "is " + Words.quoted(code) + ", no ISO 3166-1 code such as FR");
            }
            readers.countries().put(Table.key(spelling, true), code);
        }
    }

    private CompanyRule company(Section section) {
        TextSource id = texts.member(section, "id");
        String under = section.text("under");
        TextSource name = texts.member(section, "name");
        List<TextSource> apart = section.items("apart").stream().map(texts::read).toList();
        if (id == null && name == null) {
            faults.add(
                    section.at(),
                    "lacks `id`, a permalink or another text that only one company has; or `name`");
        }
        if (id != null && !apart.isEmpty()) {
            faults.add(section.placeOf("apart"), "has no use beside `id`; take one away");
        }
        if (id == null && under != null) {
            faults.add(section.placeOf("under"), "has no use without `id`; take it away");
        }
        return new CompanyRule(id, under == null ? "" : under, name, apart);
    }
}
