package org.companytimeline.query.view;

import java.util.Optional;

/// Which companies are asked for.
///
/// @param q part of a name, typing errors allowed; empty for all companies by name
/// @param country ISO 3166-1 alpha-2
/// @param type a type of event that stands on their timelines
public record CompanySearch(Optional<String> q, Optional<String> country, Optional<String> type) {

    /// The longest `q`, in characters.
    public static final int LONGEST_Q = 200;

    Question question() {
        return Question.of("companies", q, country, type);
    }
}
