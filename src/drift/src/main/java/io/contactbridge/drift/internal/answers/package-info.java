/** Puts into a specification how answers were seen. */
@NullMarked
package io.contactbridge.drift.internal.answers;

import org.jspecify.annotations.NullMarked;
