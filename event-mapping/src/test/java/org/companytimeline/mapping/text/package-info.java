@NullMarked
package org.companytimeline.mapping.text;

import org.jspecify.annotations.NullMarked;
