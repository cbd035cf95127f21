package io.contactbridge.drift.mutation;

import io.contactbridge.Crm;

/** Stub. */
final class Vendor {
  static int invalid(Crm crm) {
    return switch (crm) {
      case ACQUIRE, RAZE -> 400;
      case HIGHLEVEL, LINQ -> 422;
    };
  }
}
