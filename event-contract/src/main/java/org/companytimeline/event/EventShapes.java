package org.companytimeline.event;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.net.URI;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.companytimeline.event.edtf.Edtf;
import org.companytimeline.event.shape.ChoiceShape;
import org.companytimeline.event.shape.RecordShape;
import org.companytimeline.event.shape.Shape;
import org.companytimeline.event.shape.Shapes;
import org.companytimeline.event.shape.TextShape;
import org.companytimeline.event.words.DatePhrases;

/// The short form of events as shapes, one for each type, read off the records.
final class EventShapes {

    private static final JsonNode DEFAULT_STATUS = new TextNode("reported");

    private static final Shapes PARTS = parts();

    private static final Map<Class<?>, RecordShape<? extends CompanyEvent>> DETAILS =
            new HashMap<>();
    private static final Map<Class<?>, RecordShape<Event>> EVENTS = new HashMap<>();

    /// The short form of a type that nobody knows: all but its details is read for its faults.
    static final RecordShape<Event> OF_UNKNOWN_TYPE =
            shortForm(
                    JsonNodeFactory.instance.objectNode().put("type", "string"),
                    new AnyObjectShape(),
                    OperatorShape.ON_ANNOTATIONS);

    static {
        for (EventType type : EventType.all()) {
            DETAILS.put(type.details(), PARTS.record(type.details()));
            EVENTS.put(type.details(), shortFormOf(type));
        }
    }

    private EventShapes() {}

    /// The short form of an event of this type.
    static RecordShape<Event> of(EventType type) {
        return known(EVENTS, type.details());
    }

    /// The details of an event.
    @SuppressWarnings("unchecked") // put in by the class of its values
    static <T extends CompanyEvent> RecordShape<T> ofDetails(Class<T> details) {
        return (RecordShape<T>) known(DETAILS, details);
    }

    private static <V> V known(Map<Class<?>, V> shapes, Class<?> details) {
        V shape = shapes.get(details);
        if (shape == null) {
            throw new IllegalStateException(details + " is no type of event");
        }
        return shape;
    }

    private static RecordShape<Event> shortFormOf(EventType type) {
        ObjectNode name = JsonNodeFactory.instance.objectNode().put("const", type.name());
        Shape<?> details = ofDetails(type.details());
        return type.isAnnotation()
                ? shortForm(name, details, OperatorShape.ON_ANNOTATIONS)
                : shortForm(name, details, OperatorShape.ELSEWHERE).withRequired("when");
    }

    private static RecordShape<Event> shortForm(
            ObjectNode type, Shape<?> details, OperatorShape operator) {
        return PARTS.record(
                        Event.class,
                        Map.of(
                                "details",
                                details,
                                "publisher",
                                Scalars.PUBLISHER,
                                "lang",
                                Scalars.LANGUAGE,
                                "operator",
                                operator))
                .withUnread("type", type, true)
                .withUnread("position", ignored(), false)
                .withUnread("recordedAt", ignored(), false)
                .withOptional("id", null)
                .withOptional("publisher", null)
                .withOptional("status", DEFAULT_STATUS)
                .withOptional("details", JsonNodeFactory.instance.objectNode());
    }

    private static ObjectNode ignored() {
        return JsonNodeFactory.instance.objectNode().put("description", "accepted and ignored");
    }

    private static Shapes parts() {
        Shapes parts =
                new Shapes()
                        .with(CompanyId.class, Scalars.COMPANY_ID)
                        .with(Region.class, Scalars.REGION)
                        .with(Country.class, Scalars.COUNTRY)
                        .with(Currency.class, Scalars.CURRENCY)
                        .with(UUID.class, Scalars.EVENT_ID)
                        .with(URI.class, Scalars.WEB_ADDRESS)
                        .with(Instant.class, Scalars.INSTANT)
                        .with(Edtf.class, Scalars.DATE)
                        .withRule(Money.class, new MoneyRule())
                        .withRule(Place.class, new PlaceRule())
                        .withRule(CompanyEvent.Identified.class, new IdentifierRule())
                        .withRule(When.class, new WhenRule());
        return parts.with(When.class, when(parts.record(When.class)))
                .with(ObjectNode.class, change());
    }

    private static Shape<When> when(Shape<When> whole) {
        return new ShortFormShape<>(whole, Scalars.DATE, When::of);
    }

    private static Shape<ObjectNode> change() {
        Shape<String> text = new TextShape(TextShape.MOST_CHARACTERS);
        Shape<ObjectNode> when =
                PatchShape.empty()
                        .with("edtf", Scalars.DATE)
                        .withRemovable("text", text)
                        .withRemovable("anchor", Scalars.DATE)
                        .withRemovable("rule", new TextShape(DatePhrases.MOST_RULE_CHARACTERS));
        return PatchShape.empty()
                .with(
                        "when",
                        new ShortFormShape<>(
                                when,
                                Scalars.DATE,
                                edtf ->
                                        JsonNodeFactory.instance
                                                .objectNode()
                                                .put("edtf", edtf.toString())))
                .withRemovable("status", ChoiceShape.of(Status.class))
                .withRemovable("thread", new TextShape(Event.MOST_THREAD_CHARACTERS))
                .with("details", new AnyObjectShape());
    }
}
