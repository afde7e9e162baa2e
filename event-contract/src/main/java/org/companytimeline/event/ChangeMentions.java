package org.companytimeline.event;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.companytimeline.event.shape.Faults;
import org.companytimeline.event.shape.Pointer;
import org.companytimeline.event.shape.TextShape;
import org.jspecify.annotations.Nullable;

/// The companies with an id that a change brings in, as far as its parts are well formed: whether
/// it fits its target is not known here.
final class ChangeMentions {

    /// As many as an event may name.
    static final int MOST = 100;

    private static final List<String> ONE = List.of("acquirer", "with", "successor");
    private static final List<String> MANY = List.of("investors", "partners", "customers");
    private static final TextShape NAME = new TextShape(TextShape.MOST_CHARACTERS);

    private ChangeMentions() {}

    static List<CompanyReference> in(ObjectNode change) {
        JsonNode details = change.path("details");
        Stream<JsonNode> objects =
                Stream.concat(
                        ONE.stream().map(details::path),
                        MANY.stream()
                                .map(details::path)
                                .filter(JsonNode::isArray)
                                .flatMap(JsonNode::valueStream));
        return Stream.concat(
                        objects.filter(JsonNode::isObject).map(ChangeMentions::reference),
                        Stream.of(details).map(ChangeMentions::reference))
                .filter(Objects::nonNull)
                .limit(MOST)
                .toList();
    }

    private static @Nullable CompanyReference reference(JsonNode json) {
        CompanyId company =
                Scalars.COMPANY_ID.read(json.path("company"), Pointer.ROOT, Faults.NOT_TAKEN_DOWN);
        return company == null
                ? null
                : new CompanyReference(
                        NAME.read(json.path("name"), Pointer.ROOT, Faults.NOT_TAKEN_DOWN), company);
    }
}
