package io.contactbridge.bulk.internal.results;

/** Says in one sentence why a results file cannot be gone on with. */
public final class ResultsException extends RuntimeException {
  public ResultsException(String message) {
    super(message);
  }
}
