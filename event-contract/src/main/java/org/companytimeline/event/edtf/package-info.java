/// Dates as people know them: ISO 8601-2 EDTF, each with the earliest and latest day it can mean.
///
/// Written here and not taken from a library: the accepted subset is small and part of the
/// contract, and its days and the hints of its refusals are ours to decide.
@NullMarked
package org.companytimeline.event.edtf;

import org.jspecify.annotations.NullMarked;
