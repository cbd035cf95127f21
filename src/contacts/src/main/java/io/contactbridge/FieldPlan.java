package io.contactbridge;

import io.contactbridge.client.Claim;
import java.io.Serializable;
import java.util.Optional;

/** What becomes of one field when an update is sent. Immutable. */
public interface FieldPlan extends Serializable {
  ContactField field();

  Fate fate();

  /** Returns where in the request the field stands, as a JSON path; nowhere if it is dropped. */
  Optional<String> path();

  /** Returns how the field is converted, or why it is dropped. */
  Optional<String> detail();

  /**
   * Returns the place in the specification that this is based on, which is the field, or the
   * request if it lacks the field; such as {@code
   * specs/linq.yaml#/components/schemas/ContactInput/properties/email}.
   */
  String source();

  /**
   * Returns the evidence that the CRM takes the field, or empties it; empty if the field is
   * dropped, or if there is no evidence for the clear.
   */
  Optional<Claim> claim();

  /**
   * Returns the value in the form in which it is sent; empty if the field is cleared or dropped. It
   * is personal data.
   */
  Optional<Object> value();

  /** Names the fate of the field and not its value, which is personal data. */
  @Override
  String toString();
}
