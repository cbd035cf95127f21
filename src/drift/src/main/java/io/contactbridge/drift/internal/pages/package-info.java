/** Reads vendors' pages into facts. */
@NullMarked
package io.contactbridge.drift.internal.pages;

import org.jspecify.annotations.NullMarked;
