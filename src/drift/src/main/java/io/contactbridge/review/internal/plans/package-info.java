/** The tables by which a page shows what an update would send. */
@NullMarked
package io.contactbridge.review.internal.plans;

import org.jspecify.annotations.NullMarked;
