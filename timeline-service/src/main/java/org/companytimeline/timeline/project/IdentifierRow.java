package org.companytimeline.timeline.project;

/// That a company's events said that it goes by an identifier.
///
/// @param identifier the key of the block in which such a claim lies by its own content
/// @param offset of the first event of the batch that left a claim which says so
public record IdentifierRow(String identifier, CompanyKey company, long offset) {}
