/** Reads files, revisions of them, and pages on the web. */
@NullMarked
package io.contactbridge.drift.internal.source;

import org.jspecify.annotations.NullMarked;
