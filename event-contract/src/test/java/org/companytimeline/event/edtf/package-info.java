@NullMarked
package org.companytimeline.event.edtf;

import org.jspecify.annotations.NullMarked;
