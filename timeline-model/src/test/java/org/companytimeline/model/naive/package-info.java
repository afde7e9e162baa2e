/// The fold once more, as `docs/facts.md` and the ADRs 0010 to 0012 tell it and as slowly as it
/// likes.
///
/// It reads recorded events as JSON and gives facts as JSON, shares no code with the fold, and
/// takes from `event-contract` only what a date means and whether an event is valid.
@NullMarked
package org.companytimeline.model.naive;

import org.jspecify.annotations.NullMarked;
