/// Texts of files read as values: dates, amounts, countries, company ids.
@NullMarked
package org.companytimeline.mapping.text;

import org.jspecify.annotations.NullMarked;
