/// The fold: a company's claims in, its facts and state out. Pure: no clock, no database, no order
/// of arrival.
@NullMarked
package org.companytimeline.model;

import org.jspecify.annotations.NullMarked;
