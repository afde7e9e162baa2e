package org.companytimeline.query.page;

import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// How somebody likes pages.
///
/// @param language `en` or `fr`: that of the address, else the one chosen before, else the one that
///   the browser prefers
/// @param theme `light`, `dark`, or `auto` for that of the system
record Taste(String language, String theme) {

    private static final List<String> LANGUAGES = List.of("en", "fr");
    private static final List<String> THEMES = List.of("auto", "light", "dark");

    static Taste of(UriInfo uri, HttpHeaders headers) {
        Stream<String> languages =
                Stream.concat(
                        Stream.concat(
                                Stream.ofNullable(uri.getQueryParameters().getFirst("lang")),
                                chosen("lang", headers).stream()),
                        headers.getAcceptableLanguages().stream().map(Locale::getLanguage));
        return new Taste(
                languages.filter(LANGUAGES::contains).findFirst().orElse(LANGUAGES.getFirst()),
                chosen("theme", headers).filter(THEMES::contains).orElse(THEMES.getFirst()));
    }

    private static Optional<String> chosen(String name, HttpHeaders headers) {
        return Optional.ofNullable(headers.getCookies().get(name)).map(Cookie::getValue);
    }
}
