package io.contactbridge;

import static java.util.Objects.requireNonNull;

import io.contactbridge.client.CredentialHeader;
import io.contactbridge.internal.mapping.Adapters;
import io.contactbridge.internal.mapping.CrmAdapter;
import io.contactbridge.internal.mapping.RowCapability;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What is known of a CRM: what it can do with each field, and what programs need that offer, check
 * or imitate it. Immutable.
 */
public final class CrmProfile {
  private final CrmAdapter<?, ?> adapter;

  private CrmProfile(CrmAdapter<?, ?> adapter) {
    this.adapter = adapter;
  }

  public static CrmProfile of(Crm crm) {
    return new CrmProfile(Adapters.of(requireNonNull(crm, "crm")));
  }

  public Crm crm() {
    return adapter.crm();
  }

  /**
   * Returns what the CRM can do with each of its fields, in the order {@link ContactField} declares
   * them.
   */
  public List<Capability> capabilities() {
    return RowCapability.all(adapter);
  }

  /**
   * Returns the rate limits of an account that the vendor documents, the shortest period first;
   * empty if there are none. They apply by default.
   */
  public List<Rate> rates() {
    return adapter.rates();
  }

  /**
   * Returns the names of the environment variables that an account is usually described by, such as
   * {@code ACQUIRE_ACCOUNT_ID} and {@code ACQUIRE_API_KEY}. The last one holds the credential;
   * those before it are part of the server's address. {@link Contacts#of} takes their values.
   */
  public List<String> variables() {
    return adapter.settings().stream().map(setting -> crm().name() + "_" + setting).toList();
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
