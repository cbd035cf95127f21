package io.contactbridge;

import java.io.Serializable;
import java.util.List;
import java.util.Map;

/** What an update would send, and what becomes of each field. Immutable. */
public interface UpdatePlan extends Serializable {
  Crm crm();

  /** Returns what becomes of each field, in the order {@link ContactField} declares them. */
  List<FieldPlan> fields();

  /**
   * Returns the JSON paths of the values that are sent {@linkplain ContactUpdate.Builder#also along
   * with} the fields.
   */
  List<String> additions();

  /**
   * Returns the JSON paths of the {@linkplain ContactUpdate.Builder#undocumented undocumented}
   * values that are sent.
   */
  List<String> undocumented();

  /**
   * Returns what a caller should know before sending, such as that tags replace all tags, or that
   * the CRM was observed to ignore a field.
   */
  List<String> warnings();

  String method();

  String url();

  /**
   * Returns the headers that are sent, with {@code ***} in place of the credential. {@code Host},
   * {@code Content-Length}, {@code Connection} and {@code Accept-Encoding} are missing, since the
   * HTTP client adds them as the connection needs them. So are headers that interceptors of the
   * caller's own client add.
   */
  Map<String, String> headers();

  /** Returns the exact body, which is JSON and holds the personal data of the update. */
  String body();

  /** Names the fate of the fields and not their values, which are personal data. */
  @Override
  String toString();
}
