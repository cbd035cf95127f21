/**
 * Which row is sent next, and what becomes of it. Nothing here has threads, a clock or files: a
 * driver says what has happened and when, so that {@code contactbridge bulk} and a stream's
 * connector decide alike. Start at {@link Engine}.
 */
@NullMarked
package io.contactbridge.bulk.engine;

import org.jspecify.annotations.NullMarked;
