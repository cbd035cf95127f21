package io.contactbridge.drift.internal.impact;

import io.contactbridge.Capability;
import io.contactbridge.ContactField;
import io.contactbridge.Crm;
import io.contactbridge.CrmProfile;
import io.contactbridge.drift.internal.facts.SpecLocation;
import io.contactbridge.drift.internal.facts.SpecLocation.Part;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The facade's use of the places of one CRM's operation. */
final class FacadeUse {
  private final Crm crm;
  private final CrmProfile profile;

  FacadeUse(Crm crm) {
    this.crm = crm;
    profile = CrmProfile.of(crm);
  }

  /** Returns the normalised fields that are written or read there, inside it or around it. */
  Set<ContactField> fields(SpecLocation place) {
    Set<ContactField> fields = EnumSet.noneOf(ContactField.class);
    for (Capability capability : CrmProfile.of(crm).capabilities()) {
      if (path(capability, place).filter(path -> touches(capability, path, place)).isPresent()) {
        fields.add(capability.field());
      }
    }
    return fields;
  }

  /** Returns whether the facade writes or reads something there, inside it or around it. */
  boolean uses(SpecLocation place) {
    return (isOfSuccess(place) && overlaps(contactId(), place.path())) || !fields(place).isEmpty();
  }

  /** Returns whether a field is written there that can be cleared. */
  boolean clears(SpecLocation place) {
    return CrmProfile.of(crm).capabilities().stream()
        .anyMatch(
            capability ->
                capability.canClear()
                    && capability.requestPath().filter(place.path()::equals).isPresent());
  }

  /** Returns whether what is read there is text, for which a number or a flag is as good. */
  boolean readsAsText(SpecLocation place) {
    return place.path().equals(contactId())
        || CrmProfile.of(crm).capabilities().stream()
            .anyMatch(
                capability ->
                    capability.field().type() == String.class
                        && capability.answerPath().filter(place.path()::equals).isPresent());
  }

  /** Returns whether custom fields are written to the object, or read from it if in an answer. */
  boolean holdsCustomFields(SpecLocation object) {
    return CrmProfile.of(crm).capabilities().stream()
        .filter(capability -> capability.field() == ContactField.CUSTOM_FIELDS)
        .anyMatch(capability -> path(capability, object).filter(object.path()::equals).isPresent());
  }

  /** Returns whether the class of the exception depends on what stands there. */
  boolean tellsFault(SpecLocation place) {
    String path = profile.ambiguousStatuses().get(place.status());
    return path != null && (place.part() == Part.ANSWER || overlaps(path, place.path()));
  }

  /** Returns whether the facade finds the CRM's code under any name. */
  boolean findsCodeAnywhere() {
    return profile.findsErrorCodeAnywhere();
  }

  /** Returns what callers get for a status, as the name of an exception, or of its like. */
  String outcome(String status) {
    if (profile.ambiguousStatuses().containsKey(status)) {
      return "the exception for the CRM's words";
    }
    return switch (status) {
      case "401", "403" -> "CredentialsException";
      case "404", "410" -> "ContactNotFoundException";
      case "409" -> "ConflictException";
      case "429" -> "RateLimitedException";
      case "408", "425" -> "UnavailableException";
      default ->
          switch (status.charAt(0)) {
            case '2' -> "the result";
            case '4' -> "InvalidUpdateException";
            default -> "UnavailableException";
          };
    };
  }

  private String contactId() {
    return profile.contactIdPath();
  }

  static boolean isOfSuccess(SpecLocation place) {
    return place.part().isAnswer() && place.status().startsWith("2");
  }

  private static Optional<String> path(Capability capability, SpecLocation place) {
    return switch (place.part()) {
      case REQUEST_BODY -> capability.requestPath();
      case ANSWER -> isOfSuccess(place) ? capability.answerPath() : Optional.empty();
      case ANSWER_BODY -> isOfSuccess(place) ? capability.answerPath() : Optional.empty();
      default -> Optional.empty();
    };
  }

  private boolean touches(Capability capability, String path, SpecLocation place) {
    if (place.part() == Part.ANSWER) {
      return true;
    }
    if (capability.field() != ContactField.CUSTOM_FIELDS || !place.path().startsWith(path)) {
      return overlaps(path, place.path());
    }
    String inside = place.path().substring(path.length());
    boolean documented =
        CrmProfile.of(crm).capabilities().stream()
            .filter(other -> other.field() != ContactField.CUSTOM_FIELDS)
            .anyMatch(
                other -> path(other, place).filter(p -> overlaps(p, place.path())).isPresent());
    boolean beside =
        profile.besideCustomFields().stream()
            .anyMatch(name -> List.of(inside.split("[.\\[]", -1)).contains(name));
    return inside.isEmpty() || (!documented && !beside);
  }

  /** Returns whether one of the paths is the other or leads to it. */
  private static boolean overlaps(String path, String other) {
    SpecLocation one = SpecLocation.requestBody(path);
    SpecLocation two = SpecLocation.requestBody(other);
    return one.isWithin(two) || two.isWithin(one);
  }
}
