package io.contactbridge.internal.answer;

import io.contactbridge.ConflictException;
import io.contactbridge.ContactNotFoundException;
import io.contactbridge.ContactsException;
import io.contactbridge.CredentialsException;
import io.contactbridge.Failure;
import io.contactbridge.InvalidUpdateException;
import io.contactbridge.RateLimitedException;
import io.contactbridge.UnavailableException;
import java.util.Set;

/** The meanings of the statuses on which the CRMs agree. */
public final class StatusCodes {
  /** HighLevel has 400 for a contact that it does not have, and 410 means that it had it once. */
  private static final Set<Integer> OF_A_CONTACT = Set.of(400, 404, 410, 422);

  private StatusCodes() {}

  public static ContactsException byStatus(Failure failure, NotFound notFound) {
    if (OF_A_CONTACT.contains(failure.status()) && notFound.isContact(failure)) {
      return new ContactNotFoundException(failure);
    }
    return switch (failure.status()) {
      case 401, 403 -> new CredentialsException(failure);
      case 404, 410 -> notFound.other(failure);
      case 409 -> new ConflictException(failure);
      case 429 -> new RateLimitedException(failure);
      // The server stopped waiting for the request or refused to risk a replay, so it made no
      // change. A proxy that asks for credentials has not forwarded the request.
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
