/// What a read means, free of HTTP and SQL: cursors, pages, entity tags, and the ports to the read
/// model.
@NullMarked
package org.companytimeline.query.view;

import org.jspecify.annotations.NullMarked;
