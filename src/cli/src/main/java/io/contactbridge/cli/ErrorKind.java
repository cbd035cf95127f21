package io.contactbridge.cli;

import io.contactbridge.ConflictException;
import io.contactbridge.ContactNotFoundException;
import io.contactbridge.CredentialsException;
import io.contactbridge.InvalidUpdateException;
import io.contactbridge.RateLimitedException;
import io.contactbridge.UnavailableException;
import io.contactbridge.bulk.CannotRunException;
import io.contactbridge.drift.CannotCheckException;
import io.contactbridge.review.CannotReviewException;

/** The kinds of errors with their exit codes; the help explains the codes. */
enum ErrorKind {
  USAGE(2),
  /** The library refused the update before anything was sent. */
  REFUSED(2),
  /** A drift check or a review could not be made. */
  CANNOT_CHECK(2),
  CREDENTIALS(3),
  NOT_FOUND(4),
  INVALID(5),
  CONFLICT(5),
  RATE_LIMITED(6),
  UNAVAILABLE(6),
  INTERNAL(70),
  /** The results of a bulk run could not be written. */
  DISK(74);

  private final int exitCode;

  ErrorKind(int exitCode) {
    this.exitCode = exitCode;
  }

  int exitCode() {
    return exitCode;
  }

  static ErrorKind of(Exception e) {
    if (e instanceof CommandException own) {
      return own.kind();
    } else if (e instanceof CannotCheckException || e instanceof CannotReviewException) {
      return CANNOT_CHECK;
    } else if (e instanceof CannotRunException) {
      return REFUSED;
    } else if (e instanceof IllegalArgumentException) {
      return REFUSED;
    } else if (e instanceof CredentialsException) {
      return CREDENTIALS;
    } else if (e instanceof ContactNotFoundException) {
      return NOT_FOUND;
    } else if (e instanceof InvalidUpdateException) {
      return INVALID;
    } else if (e instanceof ConflictException) {
      return CONFLICT;
    } else if (e instanceof RateLimitedException) {
      return RATE_LIMITED;
    } else if (e instanceof UnavailableException) {
      return UNAVAILABLE;
    }
    return INTERNAL;
  }
}
