package io.contactbridge;

/** A CRM whose contacts can be updated. {@link CrmProfile} has what is known of it. */
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

  /** Returns the name as its vendor writes it. */
  @Override
  public String toString() {
    return displayName;
  }
}
