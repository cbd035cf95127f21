package io.contactbridge.review.internal.pages;

import io.contactbridge.client.JsonValue;
import io.contactbridge.review.internal.plans.PlanFields;
import io.contactbridge.review.internal.plans.PlanTable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The page on which a person pastes an update and sees its fate at every CRM. */
record PlanPage(List<CrmPage> crms) {
  /** Returns the library's table for the script, as JSON that may stand in a page. */
  String table() {
    Map<String, Object> table = new LinkedHashMap<>();
    table.put("fields", PlanFields.all());
    table.put("countries", List.of(java.util.Locale.getISOCountries()));
    table.put("zones", java.time.ZoneId.getAvailableZoneIds().stream().sorted().toList());
    table.put("phones", PhoneTable.get());
    table.put(
        "crms", crms.stream().map(page -> new PlanTable(page.crm(), page.names()).crm()).toList());
    return JsonValue.write(table).replace("<", "\\u003c");
  }

  /** Returns the example that the page starts with. */
  String example() {
    return """
    {
      "id": "123",
      "first-name": "Ada",
      "last-name": "Lovelace",
      "email": "ada@example.com",
      "phone": "+1 (202) 555-0123",
      "job-title": "Countess"
    }""";
  }
}
