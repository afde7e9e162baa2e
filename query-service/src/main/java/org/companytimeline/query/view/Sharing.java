package org.companytimeline.query.view;

import org.companytimeline.event.CompanyId;

/// A record that ever said that it goes by the same identifier as another one.
///
/// @param identifier the key of the block of claims that say so
public record Sharing(String identifier, CompanyId company) {}
