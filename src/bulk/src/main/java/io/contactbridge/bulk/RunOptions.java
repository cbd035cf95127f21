package io.contactbridge.bulk;

import io.contactbridge.bulk.engine.FailureLimit;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The caller's settings of a run, except those of reading the file.
 *
 * @param renewed returns whether the refused credential has changed, or null if it cannot change
 */
record RunOptions(
    boolean again,
    boolean strict,
    int inFlight,
    FailureLimit maxFailed,
    @Nullable Duration giveUpAfter,
    @Nullable Path failuresTo,
    @Nullable BooleanSupplier renewed,
    Clock clock) {}
