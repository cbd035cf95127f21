package io.contactbridge;

import java.time.Duration;

/**
 * How long an update may take.
 *
 * @param countsOwnLimit whether waits for our own rate limit count. They do where a caller has set
 *     a deadline, and not by default: else the updates of a burst would fail only because we hold
 *     them back. A limit over a period that is longer than the deadline counts in any case, since
 *     nobody expects a call to take hours.
 */
record DeadlineOption(Duration length, boolean countsOwnLimit) {}
