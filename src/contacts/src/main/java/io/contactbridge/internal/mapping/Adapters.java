package io.contactbridge.internal.mapping;

import io.contactbridge.Crm;

/** The adapter of each CRM. */
public final class Adapters {
  private Adapters() {}

  public static CrmAdapter<?, ?> of(Crm crm) {
    return switch (crm) {
      case ACQUIRE -> new AcquireAdapter();
      case HIGHLEVEL -> new HighLevelAdapter();
      case LINQ -> new LinqAdapter();
      case RAZE -> new RazeAdapter();
    };
  }
}
