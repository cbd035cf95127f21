/** Reads the rows of a file strictly: an unclear value is refused and never guessed. */
@NullMarked
package io.contactbridge.bulk.internal.input;

import org.jspecify.annotations.NullMarked;
