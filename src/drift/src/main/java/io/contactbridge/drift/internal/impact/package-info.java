/** Says what a difference means for the users of the facade. */
@NullMarked
package io.contactbridge.drift.internal.impact;

import org.jspecify.annotations.NullMarked;
