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
    CrmAdapter<?, ?> adapter = adapter();
    return adapter.fields().capabilities(this, adapter.keep());
  }

  /**
   * Returns how many calls the vendor documents that an account can make, the shortest period
   * first. They hold by default, and none are known where the vendor documents none.
   */
  public List<Rate> rates() {
    return adapter().rates();
  }

  private CrmAdapter<?, ?> adapter() {
    return switch (this) {
      case ACQUIRE -> new AcquireAdapter();
      case HIGHLEVEL -> new HighLevelAdapter();
      case LINQ -> new LinqAdapter();
      case RAZE -> new RazeAdapter();
    };
  }

  /** Returns the name as its vendor writes it. */
  @Override
  public String toString() {
    return displayName;
  }
}
