/** Reads refusals: what HTTP says of them, and the names in their words. */
@NullMarked
package io.contactbridge.drift.internal.diagnosis;

import org.jspecify.annotations.NullMarked;
