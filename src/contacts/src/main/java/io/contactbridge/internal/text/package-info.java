/** Text for messages of ours. */
@NullMarked
package io.contactbridge.internal.text;

import org.jspecify.annotations.NullMarked;
