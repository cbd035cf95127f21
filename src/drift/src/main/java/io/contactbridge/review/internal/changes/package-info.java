/** What changed in specifications, and what was decided about it. */
@NullMarked
package io.contactbridge.review.internal.changes;

import org.jspecify.annotations.NullMarked;
