package io.contactbridge.bulk;

import io.contactbridge.bulk.engine.SendingState;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

record ProgressSnapshot(
    long rows,
    long ended,
    long made,
    long different,
    long nothing,
    long failed,
    long superseded,
    double perSecond,
    int inFlight,
    SendingState state,
    @Nullable Instant end)
    implements Progress {
  @Override
  public Optional<Instant> done() {
    return Optional.ofNullable(end);
  }
}
