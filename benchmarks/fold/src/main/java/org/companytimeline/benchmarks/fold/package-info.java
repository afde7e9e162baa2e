/// The speed of the fold alone: no Kafka, no PostgreSQL, no JSON.
@NullMarked
package org.companytimeline.benchmarks.fold;

import org.jspecify.annotations.NullMarked;
