package io.contactbridge;

import io.contactbridge.client.CredentialHeader;
import java.util.Map;
import java.util.Set;

/**
 * Facts about a CRM for tools that check or imitate it, beyond its capabilities. An update does not
 * need it. Immutable.
 */
public final class CrmProfile {
  private final CrmAdapter<?, ?> adapter;

  CrmProfile(CrmAdapter<?, ?> adapter) {
    this.adapter = adapter;
  }

  /** Returns the header that carries the credential. */
  public CredentialHeader credentialHeader() {
    return adapter.credential();
  }

  /** Returns whether the ids of contacts are numbers; else they are words. */
  public boolean hasNumericIds() {
    return adapter.hasNumericIds();
  }

  /** Returns where the answer to an update has the contact's id, as a JSON path. */
  public String contactIdPath() {
    return adapter.id().path();
  }

  /**
   * Returns the statuses of refusals that have several meanings, each with the JSON path of the
   * answer at which the CRM says which one it is.
   */
  public Map<String, String> ambiguousStatuses() {
    return adapter.ambiguousStatuses();
  }

  /** Returns whether the CRM's error code is found in a refusal under any name. */
  public boolean findsErrorCodeAnywhere() {
    return adapter.errors().findsCodeAnywhere();
  }

  /** Returns the names of properties that stand among custom fields and are none of them. */
  public Set<String> besideCustomFields() {
    return adapter.besideCustomFields();
  }

  /**
   * Returns the JSON paths of a request whose values cannot be chosen freely: they refer to
   * something else in the account, such as a user, or describe the contact's history. A tool that
   * sends such a value sends the one that the contact has.
   */
  public Set<String> givenPaths() {
    return adapter.givenPaths();
  }
}
