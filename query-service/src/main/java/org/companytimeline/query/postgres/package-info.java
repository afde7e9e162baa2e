/// The PostgreSQL edge of query-service: the read model's tables, read in snapshots.
@NullMarked
package org.companytimeline.query.postgres;

import org.jspecify.annotations.NullMarked;
