/// Query-service: answers what the read model holds, over HTTP, and never writes.
@NullMarked
package org.companytimeline.query;

import org.jspecify.annotations.NullMarked;
