package io.contactbridge.bulk;

import io.contactbridge.bulk.engine.State;
import java.time.Instant;
import java.util.Optional;

/** How far a run has come, at one moment. */
public interface Progress {
  /** Returns how many rows the file has. */
  long rows();

  /** Returns how many rows have ended, in this run and in those before it. */
  long ended();

  /** Returns how many rows the CRM took, those in {@link #different} included. */
  long made();

  /** Returns how many rows were made of which a field has another value at the CRM. */
  long different();

  /** Returns how many rows left every field alone, so that nothing was sent. */
  long nothing();

  long failed();

  /** Returns how many rows were left out because a later row of their contact was made. */
  long superseded();

  /** Returns how many rows ended per second in about the last ten seconds. */
  double perSecond();

  /** Returns how many rows are being sent. */
  int inFlight();

  /** Returns whether rows are sent, and if they are held, why and until when. */
  State state();

  /** Returns when the run may be done, going by the account's limits and its speed so far. */
  Optional<Instant> done();
}
