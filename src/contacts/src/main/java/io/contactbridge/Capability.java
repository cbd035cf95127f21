package io.contactbridge;

import io.contactbridge.client.Claim;
import io.contactbridge.client.Observed;
import java.util.List;
import java.util.Optional;

/** What one CRM can do with one field; {@link CrmProfile} has all of them. Immutable. */
public interface Capability {
  Crm crm();

  ContactField field();

  /** Returns whether an update can set the field. */
  boolean canSet();

  /** Returns whether the CRM documents that an update can empty the field. */
  boolean canClear();

  /** Returns whether the answer to an update shows the field. */
  boolean canRead();

  /** Returns whether setting the field replaces all that the contact had in it. */
  boolean replaces();

  /** Returns where the field stands in the request, as a JSON path. */
  Optional<String> requestPath();

  /** Returns where the field stands in the answer, as a JSON path. */
  Optional<String> answerPath();

  /** Returns the evidence that an update can set the field; empty if none can. */
  Optional<Claim> setting();

  /**
   * Returns the evidence that null empties the field; empty if there is none. Where it is not
   * {@linkplain #canClear documented}, it may have been observed.
   */
  Optional<Claim> clearing();

  /** Returns the evidence that the answer has the field; empty if it does not. */
  Optional<Claim> reading();

  /** Returns the evidence that setting the field replaces all of it; empty if it does not. */
  Optional<Claim> replacing();

  /** Returns the evidence that an update without the field leaves it alone. */
  Optional<Claim> keeping();

  /** Returns all that was observed of the field, in the request and in the answer. */
  List<Observed> observed();

  /**
   * Returns what {@linkplain UpdatePlan#warnings a plan warns of} before the field is sent:
   * behaviour that was observed to ignore the field, to fail or to do harm. It may concern some
   * values only, as its text says.
   */
  List<Observed> warnings();

  /** Returns what a user of the field should know. */
  Optional<String> note();
}
