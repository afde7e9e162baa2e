/// Tests of query-service on a real PostgreSQL.
@NullMarked
package org.companytimeline.query;

import org.jspecify.annotations.NullMarked;
