/// Measurements of the services beside the limits of what they stand on: interleaved rounds on real
/// Kafka and PostgreSQL, printed as tables.
@NullMarked
package org.companytimeline.benchmarks;

import org.jspecify.annotations.NullMarked;
