@NullMarked
package org.companytimeline.query.postgres;

import org.jspecify.annotations.NullMarked;
