package io.contactbridge.bulk.internal.results;

/** Says in one sentence why a run cannot continue with a results file. */
public final class ResultsException extends RuntimeException {
  public ResultsException(String message) {
    super(message);
  }
}
