/**
 * Decides which row is sent next, and whether a failed row is sent again. Nothing here uses
 * threads, a clock or files: a driver reports each event and its time. So {@code contactbridge
 * bulk} and the Kafka Connect sink decide in the same way. Start at {@link Engine}.
 */
@NullMarked
package io.contactbridge.bulk.engine;

import org.jspecify.annotations.NullMarked;
