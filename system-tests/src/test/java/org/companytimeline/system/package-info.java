/// The whole from outside: the dependency rules, and the stack as its users run it.
@NullMarked
package org.companytimeline.system;

import org.jspecify.annotations.NullMarked;
