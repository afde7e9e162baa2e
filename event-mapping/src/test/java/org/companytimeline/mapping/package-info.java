@NullMarked
package org.companytimeline.mapping;

import org.jspecify.annotations.NullMarked;
