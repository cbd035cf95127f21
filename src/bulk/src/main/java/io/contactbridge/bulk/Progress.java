package io.contactbridge.bulk;

import io.contactbridge.bulk.engine.SendingState;
import java.time.Instant;
import java.util.Optional;

/** The progress of a run at one moment. */
public interface Progress {
  /** Returns how many rows the file has. */
  long rows();

  /** Returns how many rows have ended, in this run and in those before it. */
  long ended();

  /** Returns how many rows the CRM accepted, including those in {@link #different}. */
  long made();

  /** Returns how many accepted rows have a field with another value at the CRM. */
  long different();

  /** Returns how many rows left every field alone, so that nothing was sent. */
  long nothing();

  long failed();

  /** Returns how many rows were left out because a later row of their contact was accepted. */
  long superseded();

  /** Returns how many rows ended per second in about the last ten seconds. */
  double perSecond();

  /** Returns how many rows are being sent. */
  int inFlight();

  /** Returns whether rows are sent; if they are held, also the reason and the end of the hold. */
  SendingState state();

  /** Returns the expected end of the run, by the account's limits and the speed so far. */
  Optional<Instant> done();
}
