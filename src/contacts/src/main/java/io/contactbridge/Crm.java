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
    return switch (this) {
      case ACQUIRE -> new AcquireAdapter().fields().capabilities(this);
      case HIGHLEVEL -> new HighLevelAdapter().fields().capabilities(this);
      case LINQ -> new LinqAdapter().fields().capabilities(this);
      case RAZE -> new RazeAdapter().fields().capabilities(this);
    };
  }

  /** Returns the name as its vendor writes it. */
  @Override
  public String toString() {
    return displayName;
  }
}
