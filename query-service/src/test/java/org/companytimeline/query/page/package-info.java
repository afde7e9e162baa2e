@NullMarked
package org.companytimeline.query.page;

import org.jspecify.annotations.NullMarked;
