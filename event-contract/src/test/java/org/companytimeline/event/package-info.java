@org.jspecify.annotations.NullMarked
package org.companytimeline.event;
