package org.companytimeline.event;

import java.util.Optional;

/// The register or site that an identifier belongs to; `ALIAS` is another name.
public enum IdentifierScheme {
    LEI,
    WIKIDATA,
    SIREN,
    COMPANIES_HOUSE,
    CIK,
    DOMAIN,
    CRUNCHBASE,
    ALIAS;

    /// The one spelling in which an identifier is accepted, of one that may be written otherwise,
    /// such as an address for a domain; empty where it can't be told. An alias is accepted as it
    /// is.
    public Optional<String> respelled(String value) {
        IdentifierForm form = IdentifierForm.of(this);
        return form == null ? Optional.of(value) : form.respelled(value);
    }
}
