/// Files cut into records: each with its bytes as they were, where it stands, and its fields.
@NullMarked
package org.companytimeline.mapping.records;

import org.jspecify.annotations.NullMarked;
