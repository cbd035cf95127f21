/** Facts about the locations of an operation, from a specification, a page or an answer. */
@NullMarked
package io.contactbridge.drift.internal.facts;

import org.jspecify.annotations.NullMarked;
