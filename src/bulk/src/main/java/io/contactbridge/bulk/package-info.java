/** Updates the contacts of a file. Start at {@code Bulk}. */
@NullMarked
package io.contactbridge.bulk;

import org.jspecify.annotations.NullMarked;
