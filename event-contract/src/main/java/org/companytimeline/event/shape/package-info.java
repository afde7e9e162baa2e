/// How Java records look in JSON: one [Shape] read off a record's declaration reads it, writes it
/// and describes it as JSON Schema. Knows nothing of events.
@NullMarked
package org.companytimeline.event.shape;

import org.jspecify.annotations.NullMarked;
