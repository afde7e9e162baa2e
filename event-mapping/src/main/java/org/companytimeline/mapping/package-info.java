/// Files people have become events: mappings, written in YAML, say which columns of a file become
/// which events. Nothing here reads a clock, a network or a disk.
@NullMarked
package org.companytimeline.mapping;

import org.jspecify.annotations.NullMarked;
