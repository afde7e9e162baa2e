package org.companytimeline.local;

import java.net.URI;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Collectors;

/// A class path for a child JVM, put together from the places that named classes were loaded from.
///
/// So a child never gets more than it needs, whatever else lies on this JVM's own class path.
final class ChildClassPath {
    private ChildClassPath() {}

    static String of(String... classNames) {
        return Arrays.stream(classNames)
                .map(ChildClassPath::locationOf)
                .distinct()
                .map(Path::toString)
                .collect(Collectors.joining(System.getProperty("path.separator")));
    }

    private static Path locationOf(String className) {
        var resource = className.replace('.', '/') + ".class";
        var loader = Objects.requireNonNull(ChildClassPath.class.getClassLoader());
        var url = loader.getResource(resource);
        if (url == null) {
            throw new LocalStackException(
                    "The class path lacks " + className + ", which a child process needs");
        }
        var text = url.toString();
        return text.startsWith("jar:")
                ? Path.of(URI.create(text.substring("jar:".length(), text.indexOf("!/"))))
                : Path.of(URI.create(text.substring(0, text.length() - resource.length())));
    }
}
