package org.companytimeline.event;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.companytimeline.event.shape.Words;

/// One type of event in the catalogue.
///
/// @param name its JSON name, such as `office-opened`
/// @param details the record of its details
public record EventType(String name, Class<? extends CompanyEvent> details) {

    private static final List<EventType> ALL = List.copyOf(typesIn(CompanyEvent.class));
    private static final Map<String, EventType> BY_NAME = by(EventType::name);
    private static final Map<Class<?>, EventType> BY_DETAILS = by(EventType::details);

    private static List<EventType> typesIn(Class<?> declared) {
        List<EventType> types = new ArrayList<>();
        for (Class<?> details : declared.getPermittedSubclasses()) {
            if (details.isRecord()) {
                types.add(
                        new EventType(
                                Words.kebab(details.getSimpleName()),
                                details.asSubclass(CompanyEvent.class)));
            } else {
                types.addAll(typesIn(details));
            }
        }
        return types;
    }

    private static <K> Map<K, EventType> by(Function<EventType, K> key) {
        return ALL.stream().collect(Collectors.toUnmodifiableMap(key, Function.identity()));
    }

    /// All types, in the order of [CompanyEvent].
    public static List<EventType> all() {
        return ALL;
    }

    public static Optional<EventType> named(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }

    public static EventType of(CompanyEvent details) {
        EventType type = BY_DETAILS.get(details.getClass());
        if (type == null) {
            throw new IllegalStateException(details.getClass() + " is no type of event");
        }
        return type;
    }

    /// Whether its events are about another event.
    public boolean isAnnotation() {
        return CompanyEvent.Annotation.class.isAssignableFrom(details);
    }

    /// The CloudEvents type: `org.companytimeline.<name>.v1`.
    public String cloudEventType() {
        return CloudEventTypes.of(name);
    }

    /// The JSON Schema (2020-12) of the posted short form.
    public ObjectNode schema() {
        return EventFiles.schema(this);
    }

    /// An approved example in the short form.
    public ObjectNode example() {
        return EventFiles.example(this);
    }
}
