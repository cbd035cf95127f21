package io.contactbridge.internal.sending;

import java.time.Duration;

/**
 * How long an update may take.
 *
 * @param countsOwnLimit whether waits for our own rate limit count. They count if the caller has
 *     set a deadline. By default they do not, because otherwise the updates of a burst would fail
 *     only because we hold them back. A limit over a period longer than the deadline always counts,
 *     since no caller expects a call to take hours.
 */
record DeadlineOption(Duration length, boolean countsOwnLimit) {}
