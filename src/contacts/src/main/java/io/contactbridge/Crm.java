package io.contactbridge;

import java.util.List;

/** A CRM whose contacts can be updated. */
public enum Crm {
  ACQUIRE("Acquire"),
  /** Also called LeadConnector. */
  HIGHLEVEL("HighLevel"),
  LINQ("Linq"),
  RAZE("Raze");

  private final String displayName;

  Crm(String displayName) {
    this.displayName = displayName;
  }

  /**
   * Returns what this CRM can do with each field that it knows, in the order {@link ContactField}
   * declares them.
   */
  public List<Capability> capabilities() {
    CrmAdapter<?, ?> adapter =
        switch (this) {
          case ACQUIRE -> new AcquireAdapter();
          case HIGHLEVEL -> new HighLevelAdapter();
          case LINQ -> new LinqAdapter();
          case RAZE -> new RazeAdapter();
        };
    return adapter.fields().capabilities(this, adapter.keep());
  }

  /** Returns the name as its vendor writes it. */
  @Override
  public String toString() {
    return displayName;
  }
}
