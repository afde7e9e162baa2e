@NullMarked
package org.companytimeline.query.stream;

import org.jspecify.annotations.NullMarked;
