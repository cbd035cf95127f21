/** Holds recorded traffic against a specification. */
@NullMarked
package io.contactbridge.drift.internal.traffic;

import org.jspecify.annotations.NullMarked;
