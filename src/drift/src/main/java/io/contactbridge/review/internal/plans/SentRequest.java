package io.contactbridge.review.internal.plans;

import io.contactbridge.ContactField;
import io.contactbridge.ContactUpdate;
import io.contactbridge.Contacts;
import io.contactbridge.Crm;
import io.contactbridge.OnUnsupported;
import io.contactbridge.UpdatePlan;
import io.contactbridge.client.JsonValue;
import io.contactbridge.review.internal.content.Accounts;
import io.contactbridge.review.internal.content.Json;
import io.contactbridge.review.internal.content.Samples;
import java.util.List;
import java.util.Map;

/** A request as the library sends it: planned, and not sent. */
public record SentRequest(String method, String url, List<String> headers, List<Json.Line> lines) {
  String title() {
    return "The body that the library sends";
  }

  /** Returns a request with a value in every field that the library can set at this CRM. */
  public static List<SentRequest> of(Crm crm, Map<String, String> ids) {
    ContactUpdate.Builder update = ContactUpdate.builder();
    for (ContactField field : ContactField.values()) {
      if (field != ContactField.FULL_NAME) {
        Samples.set(update, field);
      }
    }
    Contacts contacts = Accounts.at(crm).onUnsupported(OnUnsupported.DROP).build();
    UpdatePlan plan = contacts.plan(Accounts.contactId(), update.build());
    return List.of(
        new SentRequest(
            plan.method(),
            plan.url(),
            plan.headers().entrySet().stream()
                .map(header -> header.getKey() + ": " + header.getValue())
                .toList(),
            Json.lines(JsonValue.parse(plan.body()), ids)));
  }
}
