/// The HTTP edge of query-service: parameters in, bodies, headers and problems out.
@NullMarked
package org.companytimeline.query.http;

import org.jspecify.annotations.NullMarked;
