/// The read model in PostgreSQL: set-wise statements, few round trips a batch.
@NullMarked
package org.companytimeline.timeline.postgres;

import org.jspecify.annotations.NullMarked;
