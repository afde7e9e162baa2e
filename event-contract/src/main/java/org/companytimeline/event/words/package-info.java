/// Dates in words, both ways: phrases to EDTF by a table of rules, and EDTF to words.
///
/// Every rule has a name with a version, which stands beside what it gave. What a released rule
/// gives for a text and an anchor never changes; a better one gets the next version.
@NullMarked
package org.companytimeline.event.words;

import org.jspecify.annotations.NullMarked;
