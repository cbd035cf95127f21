/** Matches what two sources say, and finds the differences. */
@NullMarked
package io.contactbridge.drift.internal.compare;

import org.jspecify.annotations.NullMarked;
