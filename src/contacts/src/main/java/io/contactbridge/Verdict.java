package io.contactbridge;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What is to be done after an attempt.
 *
 * @param delay how long until the next attempt, or null if this was the last
 * @param note why there is none where one would help, or null
 */
record Verdict(Reply reply, @Nullable Duration delay, @Nullable String note) {}
