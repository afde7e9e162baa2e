package org.companytimeline.query.view;

import java.util.Optional;

/// A record in a list, and by what it was hit.
///
/// @param matched empty for its shown name, and where nothing was asked
record Hit<K>(K place, Optional<Matched> matched) {}
