package org.companytimeline.event.shape;

import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The shapes of all types that records are made of.
public final class Shapes {

    private final Map<Class<?>, Shape<?>> byType = new HashMap<>();
    private final Map<Class<?>, List<Rule<?>>> rules = new HashMap<>();

    /// Text, numbers, booleans, enums, lists and records of these are known from the start.
    public Shapes() {
        byType.put(Boolean.class, new BooleanShape());
        byType.put(boolean.class, new BooleanShape());
    }

    /// Makes a type known, before the first record that uses it is read off.
    public <T> Shapes with(Class<T> type, Shape<T> shape) {
        byType.put(type, shape);
        return this;
    }

    /// Adds a rule, before the first record that uses its type is read off.
    public <T extends Record> Shapes withRule(Class<T> type, Rule<T> rule) {
        rules.computeIfAbsent(type, key -> new ArrayList<>()).add(rule);
        return this;
    }

    /// The shape of a public record, by its declaration.
    public <T> RecordShape<T> record(Class<T> type) {
        return record(type, Map.of());
    }

    /// The shape of a public record, by its declaration but for the shapes of these components.
    public <T> RecordShape<T> record(Class<T> type, Map<String, Shape<?>> given) {
        List<Member> members = new ArrayList<>();
        for (RecordComponent component : type.getRecordComponents()) {
            Shape<?> shape = given.get(component.getName());
            members.add(member(component, shape == null ? shapeOf(component) : shape));
        }
        return RecordShape.of(type, members, rulesOf(type));
    }

    @SuppressWarnings("unchecked") // withRule took them in by the same type
    private <T> List<Rule<T>> rulesOf(Class<T> type) {
        return (List<Rule<T>>) (List<?>) rules.getOrDefault(type, List.of());
    }

    private static Member member(RecordComponent component, Shape<?> shape) {
        boolean isList = component.getType() == List.class;
        boolean required =
                isList
                        ? component.isAnnotationPresent(NotEmpty.class)
                        : component.getType() != boolean.class
                                && !component
                                        .getAnnotatedType()
                                        .isAnnotationPresent(Nullable.class);
        return new Member(
                component.getName(), unchecked(shape), required, null, component.getAccessor());
    }

    private Shape<?> shapeOf(RecordComponent component) {
        if (component.getType() == List.class) {
            AnnotatedType item =
                    ((AnnotatedParameterizedType) component.getAnnotatedType())
                            .getAnnotatedActualTypeArguments()[0];
            return new ListShape<>(
                    unchecked(of((Class<?>) item.getType())),
                    component.isAnnotationPresent(NotEmpty.class));
        } else if (component.getType() == String.class) {
            AtMost most = component.getAnnotation(AtMost.class);
            return new TextShape(most == null ? TextShape.MOST_CHARACTERS : most.value());
        } else if (component.getType() == BigDecimal.class) {
            return component.isAnnotationPresent(AsText.class)
                    ? new DecimalTextShape()
                    : NumberShape.decimal(range(component));
        } else if (component.getType() == Long.class) {
            return NumberShape.whole(range(component));
        } else {
            return of(component.getType());
        }
    }

    private static Between range(RecordComponent component) {
        return Objects.requireNonNull(
                component.getAnnotation(Between.class), () -> component + " needs @Between");
    }

    private Shape<?> of(Class<?> type) {
        Shape<?> known = byType.get(type);
        if (known != null) {
            return known;
        }
        Shape<?> shape;
        if (type == String.class) {
            shape = new TextShape(TextShape.MOST_CHARACTERS);
        } else if (type.isEnum()) {
            shape = ChoiceShape.of(type);
        } else if (type.isRecord()) {
            shape = record(type);
        } else {
            throw new IllegalStateException("no JSON shape is known for " + type);
        }
        byType.put(type, shape);
        return shape;
    }

    @SuppressWarnings(
            "unchecked") // a shape is given only what it has read or its own record's part
    static Shape<Object> unchecked(Shape<?> shape) {
        return (Shape<Object>) shape;
    }
}
