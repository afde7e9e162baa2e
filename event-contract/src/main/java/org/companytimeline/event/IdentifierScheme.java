package org.companytimeline.event;

/// The register or site that an identifier belongs to; `ALIAS` is another name.
public enum IdentifierScheme {
    LEI,
    WIKIDATA,
    SIREN,
    COMPANIES_HOUSE,
    CIK,
    DOMAIN,
    CRUNCHBASE,
    ALIAS
}
