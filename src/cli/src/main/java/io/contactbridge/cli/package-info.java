/** The command {@code contactbridge}. It prints what the library decides. */
@NullMarked
package io.contactbridge.cli;

import org.jspecify.annotations.NullMarked;
