package org.companytimeline.event;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How event types are called in CloudEvents: `org.companytimeline.<name>.v<version>`.
final class CloudEventTypes {

    private static final String PREFIX = "org.companytimeline.";
    private static final String VERSION = ".v1";
    private static final Pattern FORM =
            Pattern.compile("org\\.companytimeline\\.([a-z0-9-]{1,80})\\.v[1-9][0-9]{0,8}");

    private CloudEventTypes() {}

    static String of(String name) {
        return PREFIX + name + VERSION;
    }

    /// Whether it is a type of ours, of whatever name and version.
    static boolean isOurs(String type) {
        return FORM.matcher(type).matches();
    }

    /// The type that this version knows by that name, if it does.
    static Optional<EventType> known(String type) {
        return type.endsWith(VERSION) ? EventType.named(nameOf(type)) : Optional.empty();
    }

    /// The short name; the type in full where the short name would mean another version.
    static String shortName(String type) {
        return type.endsWith(VERSION) ? nameOf(type) : type;
    }

    private static String nameOf(String type) {
        Matcher form = FORM.matcher(type);
        return form.matches() ? form.group(1) : type;
    }
}
