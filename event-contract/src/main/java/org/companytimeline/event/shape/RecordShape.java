package org.companytimeline.event.shape;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// A record as a JSON object, by its declaration: a component that is not `@Nullable` is required,
/// a list only if it is [NotEmpty], a `boolean` never: it is false where it is left out. Other
/// members than the components are refused.
public final class RecordShape<T> implements Shape<T> {

    /// A member that is no component of the record.
    private record Unread(ObjectNode schema, boolean required) {}

    private final Class<T> type;
    private final List<Member> members;
    private final List<Rule<T>> rules;
    private final Map<String, Unread> unread;

    private final Constructor<T> constructor;
    private final List<Member> sortedMembers;
    private final List<String> names;
    private final List<String> atLeastOne;

    static <T> RecordShape<T> of(Class<T> type, List<Member> members, List<Rule<T>> rules) {
        return new RecordShape<>(type, members, rules, Map.of());
    }

    private RecordShape(
            Class<T> type, List<Member> members, List<Rule<T>> rules, Map<String, Unread> unread) {
        this.type = type;
        this.members = List.copyOf(members);
        this.rules = List.copyOf(rules);
        this.unread = unread;
        this.constructor = canonicalConstructor(type);
        this.sortedMembers = members.stream().sorted(Comparator.comparing(Member::name)).toList();
        this.names = members.stream().map(Member::name).toList();
        AtLeastOneOf needed = type.getAnnotation(AtLeastOneOf.class);
        this.atLeastOne = needed == null ? List.of() : List.of(needed.value());
    }

    private static <T> Constructor<T> canonicalConstructor(Class<T> type) {
        Class<?>[] components =
                Arrays.stream(type.getRecordComponents())
                        .map(RecordComponent::getType)
                        .toArray(Class<?>[]::new);
        try {
            return type.getConstructor(components);
        } catch (NoSuchMethodException fault) {
            throw new IllegalStateException(type + " is no public record", fault);
        }
    }

    /// The same record with a component that must be there.
    public RecordShape<T> withRequired(String component) {
        return replacing(component, Member::needed);
    }

    /// The same record with a component that may be left out: then `otherwise` is read, or if that
    /// is null the component is null or an empty list.
    public RecordShape<T> withOptional(String component, @Nullable JsonNode otherwise) {
        return replacing(component, member -> member.optional(otherwise));
    }

    /// The same record with a member that is described, but left to others to read.
    public RecordShape<T> withUnread(String name, ObjectNode schema, boolean required) {
        Map<String, Unread> more = new LinkedHashMap<>(unread);
        more.put(name, new Unread(schema, required));
        return new RecordShape<>(type, members, rules, more);
    }

    private RecordShape<T> replacing(String component, UnaryOperator<Member> change) {
        List<Member> changed = new ArrayList<>();
        for (Member member : members) {
            changed.add(member.name().equals(component) ? change.apply(member) : member);
        }
        return new RecordShape<>(type, changed, rules, unread);
    }

    @Override
    public @Nullable T read(JsonNode json, Pointer at, Faults faults) {
        @Nullable Object[] values = new @Nullable Object[members.size()];
        return readInto(values, json, at, faults) ? checked(construct(values), at, faults) : null;
    }

    /// Takes down the faults of each member, without making a record of them.
    public void check(JsonNode json, Pointer at, Faults faults) {
        readInto(new @Nullable Object[members.size()], json, at, faults);
    }

    private boolean readInto(@Nullable Object[] values, JsonNode json, Pointer at, Faults faults) {
        if (!json.isObject()) {
            faults.add(at, "must be an object, not " + Words.shown(json));
            return false;
        }
        boolean whole = hasOnlyKnown(json, at, faults);
        whole &= hasOneOf(json, at, faults);
        for (Rule<T> rule : rules) {
            whole &= rule.checkMembers(json, at, faults);
        }
        for (int i = 0; i < values.length; i++) {
            Member member = members.get(i);
            JsonNode given = json.get(member.name());
            JsonNode value = given == null ? member.absent() : given;
            if (value != null) {
                values[i] = readMember(member, value, at.to(member.name()), faults);
                whole &= values[i] != null;
            } else if (member.required()) {
                faults.add(at.to(member.name()), "is missing; it is required here");
                whole = false;
            } else {
                values[i] = member.ifAbsent();
            }
        }
        return whole;
    }

    private static @Nullable Object readMember(
            Member member, JsonNode value, Pointer at, Faults faults) {
        if (value.isNull() && !member.required()) {
            faults.add(at, "is null; leave it out instead");
            return null;
        }
        return member.shape().read(value, at, faults);
    }

    private boolean hasOnlyKnown(JsonNode json, Pointer at, Faults faults) {
        boolean known = true;
        for (Map.Entry<String, JsonNode> property : json.properties()) {
            String name = property.getKey();
            if (!names.contains(name) && !unread.containsKey(name)) {
                String hint =
                        Words.nearest(name, names)
                                .map(nearest -> "; did you mean " + Words.quoted(nearest) + "?")
                                .orElse("; remove it or take one of the allowed ones");
                faults.add(
                        at.to(name),
                        "the field " + Words.quoted(name) + " is unknown here" + hint,
                        names);
                known = false;
            }
        }
        return known;
    }

    private boolean hasOneOf(JsonNode json, Pointer at, Faults faults) {
        if (atLeastOne.isEmpty() || atLeastOne.stream().anyMatch(json::has)) {
            return true;
        }
        faults.add(at, "needs at least one of " + String.join(", ", atLeastOne), atLeastOne);
        return false;
    }

    private T construct(@Nullable Object[] values) {
        try {
            return constructor.newInstance(values);
        } catch (InstantiationException
                | IllegalAccessException
                | InvocationTargetException fault) {
            throw new IllegalStateException("could not make a " + type.getSimpleName(), fault);
        }
    }

    private @Nullable T checked(T value, Pointer at, Faults faults) {
        boolean whole = true;
        for (Rule<T> rule : rules) {
            whole &= rule.check(value, at, faults);
        }
        return whole ? value : null;
    }

    @Override
    public void write(T value, JsonGenerator out, KeyOrder order) throws IOException {
        out.writeStartObject();
        writeMembers(value, out, order, Set.of());
        out.writeEndObject();
    }

    /// Writes the members into an object that is open already, without the components named.
    public void writeMembers(T value, JsonGenerator out, KeyOrder order, Set<String> without)
            throws IOException {
        for (Member member : order == KeyOrder.SORTED ? sortedMembers : members) {
            Object component = without.contains(member.name()) ? null : member.of(value);
            if (component != null) {
                out.writeFieldName(member.name());
                member.shape().write(component, out, order);
            }
        }
    }

    @Override
    public ObjectNode schema(Definitions definitions) {
        return definitions.refer(type.getSimpleName(), () -> objectSchema(definitions));
    }

    /// Its JSON Schema in place, not as a reference.
    public ObjectNode objectSchema(Definitions definitions) {
        ObjectNode schema = JsonNodeFactory.instance.objectNode().put("type", "object");
        List<String> required = new ArrayList<>();
        ObjectNode properties = JsonNodeFactory.instance.objectNode();
        unread.forEach((name, member) -> {
            properties.set(name, member.schema());
            if (member.required()) {
                required.add(name);
            }
        });
        for (Member member : members) {
            properties.set(member.name(), member.shape().schema(definitions));
            if (member.isNeeded()) {
                required.add(member.name());
            }
        }
        if (!required.isEmpty()) {
            required.forEach(schema.putArray("required")::add);
        }
        schema.set("properties", properties);
        if (!atLeastOne.isEmpty()) {
            ArrayNode anyOf = schema.putArray("anyOf");
            atLeastOne.forEach(name -> anyOf.addObject().putArray("required").add(name));
        }
        schema.put("additionalProperties", false);
        rules.forEach(rule -> rule.describe(schema));
        return schema;
    }
}
