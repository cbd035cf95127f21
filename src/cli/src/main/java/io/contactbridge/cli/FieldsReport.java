package io.contactbridge.cli;

import io.contactbridge.Crm;

/** Prints what the CRMs can do with fields. */
interface FieldsReport {
  /** Shown for a field that a CRM does not have, and for a missing path. */
  String NONE = "–";

  /** Prints every field at every CRM. */
  void matrix();

  /** Prints all that is known of the fields at one CRM. */
  void crm(Crm crm);
}
