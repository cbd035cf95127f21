/** Writes what a run found. */
@NullMarked
package io.contactbridge.drift.internal.report;

import org.jspecify.annotations.NullMarked;
