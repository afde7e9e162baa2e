package org.companytimeline.system;

import com.microsoft.playwright.assertions.PlaywrightAssertions;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/// One browser for all tests of pages; each opens pages of a visitor of its own.
final class SharedChromium implements ParameterResolver {

    private static final int LIMIT_MS = 30_000;

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Chromium.class;
    }

    @Override
    public Chromium resolveParameter(ParameterContext parameter, ExtensionContext context) {
        PlaywrightAssertions.setDefaultAssertionTimeout(LIMIT_MS);
        return context.getRoot()
                .getStore(ExtensionContext.Namespace.create(SharedChromium.class))
                .computeIfAbsent("chromium", key -> new Chromium(), Chromium.class);
    }
}
