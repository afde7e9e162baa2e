/// Dates as people know them: ISO 8601-2 EDTF, each with the earliest and latest day it can mean.
@NullMarked
package org.companytimeline.event.edtf;

import org.jspecify.annotations.NullMarked;
