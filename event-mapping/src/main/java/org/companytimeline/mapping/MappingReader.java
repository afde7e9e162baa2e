package org.companytimeline.mapping;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.companytimeline.event.EventType;
import org.companytimeline.event.shape.Words;
import org.companytimeline.mapping.document.At;
import org.companytimeline.mapping.document.MappingFaults;
import org.companytimeline.mapping.document.Part;
import org.companytimeline.mapping.document.Section;
import org.companytimeline.mapping.document.YamlReader;
import org.companytimeline.mapping.records.FileFormat;
import org.jspecify.annotations.Nullable;

/// Reads a mapping.
final class MappingReader {

    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,59}");
    private static final List<String> SAID =
            List.of("when", "status", "thread", "confidence", "lang", "note", "details");

    private final MappingFaults faults;
    private final Columns columns;
    private final TextReader texts;
    private final Readers readers;
    private final ExpressionReader expressions;
    private final @Nullable Part source;
    private final String name;

    private MappingReader(String name, Section document, Columns columns, MappingFaults faults) {
        this.name = name;
        this.faults = faults;
        this.columns = columns;
        texts = new TextReader(columns, faults);
        readers = new DeclarationReader(texts, faults).read(document);
        expressions = new ExpressionReader(readers, texts, faults);
        source = document.get("source");
    }

    static MappingReading read(String yaml) {
        MappingFaults faults = new MappingFaults();
        Part part = YamlReader.read(yaml, faults);
        Mapping mapping = part == null ? null : mapping(Section.of(part, faults), faults);
        return mapping == null || !faults.isEmpty()
                ? new MappingReading.Faulty(faults.toList())
                : new MappingReading.Valid(mapping);
    }

    private static Mapping mapping(Section document, MappingFaults faults) {
        String name = name(document, faults);
        String about = document.text("about");
        FileFormat format = FormatReader.read(document.section("format"), faults);
        Columns columns = new Columns(document.texts("columns"), faults);
        Set<String> empty = new HashSet<>(Set.of(""));
        document.texts("empty").forEach(text -> empty.add(text.strip()));
        List<EventRule> events =
                new MappingReader(name, document, columns, faults).events(document);
        document.end();
        return new Mapping(
                name,
                about == null ? "" : about.strip(),
                format,
                columns,
                Set.copyOf(empty),
                events);
    }

    private static String name(Section section, MappingFaults faults) {
        String name = section.requiredText("name");
        if (!name.isBlank() && !NAME.matcher(name).matches()) {
            faults.add(
                    section.placeOf("name"),
                    "is " + Words.quoted(name) + "; take 1 to 60 of a-z, 0-9 and -");
        }
        return name;
    }

    private List<EventRule> events(Section document) {
        List<EventRule> events = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (Part part : document.items("events")) {
            Section section = Section.of(part, faults);
            String event = name(section, faults);
            if (!names.add(event)) {
                faults.add(section.placeOf("name"), "is the name of another event; take another");
            }
            EventRule rule = event(event, section);
            section.end();
            if (rule != null) {
                events.add(rule);
            }
        }
        if (!document.has("events")) {
            faults.add(document.at(), "lacks `events`; without them nothing is imported");
        }
        return List.copyOf(events);
    }

    private @Nullable EventRule event(String event, Section section) {
        String type = section.requiredText("type");
        String company = section.requiredText("company");
        Condition condition = condition(section);
        List<Expression> key = key(section);
        List<String> onlyWith = section.texts("only-with");
        Part own = section.get("source");
        Part sources = own == null ? source : own;
        Map<String, Part> said = new LinkedHashMap<>();
        for (String member : SAID) {
            Part part = section.get(member);
            if (part != null) {
                said.put(member, part);
            }
        }
        EventType known = EventType.named(type).orElse(null);
        CompanyRule rule = readers.companies().get(company);
        if (known == null) {
            if (!type.isBlank()) {
                faults.add(
                        section.placeOf("type"),
                        "is " + Words.quoted(type) + ", no type of event",
                        EventType.all().stream().map(EventType::name).toList());
            }
            return null;
        }
        if (rule == null && !company.isBlank()) {
            faults.add(
                    section.placeOf("company"),
                    "names no company: " + company,
                    readers.companies().keySet().stream().sorted().toList());
        }
        if (sources == null) {
            faults.add(section.at(), "lacks `source`, its own or that of the whole mapping");
        }
        for (String detail : onlyWith) {
            if (!Schema.of(known).member("details").members().contains(detail)) {
                faults.add(
                        section.placeOf("only-with"),
                        "names no detail of " + type + ": " + detail,
                        Schema.of(known).member("details").members());
            }
        }
        if (rule == null || sources == null) {
            return null;
        }
        return new EventRule(
                name,
                event,
                known,
                condition,
                members(section.at(), Schema.of(known), rule, said, sources),
                onlyWith,
                key);
    }

    private Expressions.OfMembers members(
            At at, Schema schema, CompanyRule company, Map<String, Part> said, Part sources) {
        Map<String, Expression> members = new LinkedHashMap<>();
        members.put("company", new Readings.OfCompany(company, Readings.OfCompany.Form.SUBJECT));
        Expression rest =
                expressions.object(
                        new Part.Members(at, said), schema, "type", "company", "sources");
        if (rest instanceof Expressions.OfMembers given) {
            members.putAll(given.members());
        }
        members.put("sources", expressions.read(sources, schema.member("sources")));
        return new Expressions.OfMembers(members);
    }

    private List<Expression> key(Section section) {
        Schema text = Schema.anyText();
        List<Expression> key = new ArrayList<>();
        section.items("key").forEach(part -> key.add(expressions.read(part, text)));
        return List.copyOf(key);
    }

    private Condition condition(Section section) {
        List<Integer> needed =
                section.texts("unless-empty").stream()
                        .map(column -> columns.slot(column, section.placeOf("unless-empty")))
                        .toList();
        return new Condition(values(section, "only-if"), values(section, "unless"), needed);
    }

    private Map<Integer, List<String>> values(Section section, String member) {
        Map<Integer, List<String>> values = new LinkedHashMap<>();
        Section texts = section.section(member);
        for (String column : texts == null ? Set.<String>of() : texts.names()) {
            List<String> allowed =
                    texts == null
                            ? List.of()
                            : texts.texts(column).stream().map(String::strip).toList();
            values.put(columns.slot(column, section.placeOf(member)), allowed);
        }
        return Map.copyOf(values);
    }
}
