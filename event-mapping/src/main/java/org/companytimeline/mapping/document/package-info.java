/// Documents in YAML of which every part knows where it stands. All values are texts, as they are
/// written: `NO` is no boolean and `2015-12-04` no timestamp.
@NullMarked
package org.companytimeline.mapping.document;

import org.jspecify.annotations.NullMarked;
