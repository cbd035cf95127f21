package io.contactbridge;

/** What the statuses mean on which the CRMs agree. */
final class Refusals {
  private Refusals() {}

  static ContactsException byStatus(Failure failure) {
    return switch (failure.status()) {
      case 401, 403 -> new CredentialsException(failure);
      case 404 -> new ContactNotFoundException(failure);
      case 409 -> new ConflictException(failure);
      case 429 -> new RateLimitedException(failure);
      // The server gave up waiting for the request, or would not risk it: neither made the change.
      // Nor did a proxy that wants credentials of its own pass the request on.
      case 407, 408, 425 -> new UnavailableException(failure, false, null);
      default -> byClass(failure);
    };
  }

  private static ContactsException byClass(Failure failure) {
    return switch (failure.status() / 100) {
      case 4 -> new InvalidUpdateException(failure);
      // A redirect is not followed, since the credential would go with it.
      case 3 -> new UnavailableException(failure, false, null);
      default -> new UnavailableException(failure, true, null);
    };
  }
}
