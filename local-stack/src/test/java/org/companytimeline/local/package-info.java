@NullMarked
package org.companytimeline.local;

import org.jspecify.annotations.NullMarked;
