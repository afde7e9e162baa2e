package org.companytimeline.event.shape;

import com.fasterxml.jackson.databind.JsonNode;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One component of a record and the JSON member that stands for it.
///
/// @param required a document without it is at fault
/// @param absent what is read where the document leaves it out, if it isn't simply absent then
record Member(
        String name,
        Shape<Object> shape,
        boolean required,
        @Nullable JsonNode absent,
        Method accessor) {

    /// The component's value; null where it is to be left out.
    @Nullable Object of(Object value) {
        try {
            Object component = accessor.invoke(value);
            return isSameAsAbsent(component) ? null : component;
        } catch (IllegalAccessException | InvocationTargetException fault) {
            throw new IllegalStateException("could not read " + accessor, fault);
        }
    }

    private boolean isSameAsAbsent(@Nullable Object component) {
        return (isFlag() && Boolean.FALSE.equals(component))
                || (component instanceof List<?> list && list.isEmpty());
    }

    private boolean isFlag() {
        return accessor.getReturnType() == boolean.class;
    }

    @Nullable Object ifAbsent() {
        if (isFlag()) {
            return false;
        }
        return accessor.getReturnType() == List.class ? List.of() : null;
    }

    /// Whether a document without it is refused, also because what is read then is.
    boolean isNeeded() {
        return absent == null
                ? required
                : shape.read(absent, Pointer.ROOT, Faults.NOT_TAKEN_DOWN) == null;
    }

    Member needed() {
        return new Member(name, shape, true, null, accessor);
    }

    Member optional(@Nullable JsonNode otherwise) {
        return new Member(name, shape, false, otherwise, accessor);
    }
}
