/** What a specification and the library say, in the words of the pages. */
@NullMarked
package io.contactbridge.review.internal.content;

import org.jspecify.annotations.NullMarked;
