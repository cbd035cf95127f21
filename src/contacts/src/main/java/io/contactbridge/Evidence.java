package io.contactbridge;

/** Where a fact about a CRM is known from. */
public enum Evidence {
  /** The vendor's page about the operation. */
  PAGE,
  /** The vendor's other documents. */
  VENDOR,
  /** Reports of people who called the live API. */
  OBSERVED,
  /** A conclusion. */
  ASSUMED
}
