/** Reads the status, the headers and the words of refusals. */
@NullMarked
package io.contactbridge.drift.internal.diagnosis;

import org.jspecify.annotations.NullMarked;
