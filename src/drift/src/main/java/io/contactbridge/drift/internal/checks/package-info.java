/** Makes the comparisons of a run, and holds what they found against what is acknowledged. */
@NullMarked
package io.contactbridge.drift.internal.checks;

import org.jspecify.annotations.NullMarked;
