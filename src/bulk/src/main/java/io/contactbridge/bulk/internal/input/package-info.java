/** Reads the rows of a file, strictly: what cannot be meant is refused and not guessed. */
@NullMarked
package io.contactbridge.bulk.internal.input;

import org.jspecify.annotations.NullMarked;
