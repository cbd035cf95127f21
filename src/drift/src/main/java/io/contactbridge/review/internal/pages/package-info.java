/** The pages and their parts, as the templates show them. */
@NullMarked
package io.contactbridge.review.internal.pages;

import org.jspecify.annotations.NullMarked;
