package io.contactbridge;

import java.util.List;
import java.util.function.Supplier;

/** A CRM whose contacts can be updated. */
public enum Crm {
  ACQUIRE("Acquire", () -> new AcquireAdapter()),
  /** Also called LeadConnector. */
  HIGHLEVEL("HighLevel", () -> new HighLevelAdapter()),
  LINQ("Linq", () -> new LinqAdapter()),
  RAZE("Raze", () -> new RazeAdapter());

  private final String displayName;

  /** Not references to constructors, which would load the adapters of all CRMs for any of them. */
  @SuppressWarnings("ImmutableEnumChecker") // It makes a new adapter and keeps nothing.
  private final Supplier<CrmAdapter<?, ?>> adapter;

  Crm(String displayName, Supplier<CrmAdapter<?, ?>> adapter) {
    this.displayName = displayName;
    this.adapter = adapter;
  }

  /**
   * Returns what this CRM can do with each of its fields, in the order {@link ContactField}
   * declares them.
   */
  public List<Capability> capabilities() {
    CrmAdapter<?, ?> adapter = adapter();
    return adapter.fields().capabilities(this, adapter.keep());
  }

  /**
   * Returns the rate limits of an account that the vendor documents, the shortest period first;
   * empty if there are none. They apply by default.
   */
  public List<Rate> rates() {
    return adapter().rates();
  }

  /**
   * Returns the names of the environment variables that an account is usually described by, such as
   * {@code ACQUIRE_ACCOUNT_ID} and {@code ACQUIRE_API_KEY}. The last one holds the credential;
   * those before it are part of the server's address. {@link Contacts#of} takes their values.
   */
  public List<String> variables() {
    return adapter().settings().stream().map(setting -> name() + "_" + setting).toList();
  }

  /** Returns what tools that check or imitate this CRM need to know of it. */
  public CrmProfile profile() {
    return new CrmProfile(adapter());
  }

  CrmAdapter<?, ?> adapter() {
    return adapter.get();
  }

  /** Returns the name as its vendor writes it. */
  @Override
  public String toString() {
    return displayName;
  }
}
