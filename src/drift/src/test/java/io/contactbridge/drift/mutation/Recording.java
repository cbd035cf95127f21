package io.contactbridge.drift.mutation;

import io.contactbridge.ContactUpdate;
import io.contactbridge.Contacts;
import io.contactbridge.UpdatePlan;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What passes between a user of the facade and a vendor, as a browser would record it. */
public final class Recording {
  private static final String UNKNOWN_ID = "987654";

  private final Vendor vendor;
  private final Contacts contacts;
  private final List<Object> entries = new ArrayList<>();

  private Recording(Vendor vendor) {
    this.vendor = vendor;
    this.contacts = Experience.contacts(vendor.crm()).build();
  }

  /** Returns a HAR of some traffic with the vendor once it has drifted. */
  public static String drifted(Mutation mutation) {
    return new Recording(Vendor.drifted(mutation)).har();
  }

  /** Returns a HAR of the same requests to the vendor as it was. */
  public static String asBefore(Mutation mutation) {
    return new Recording(Vendor.asBefore(mutation)).har();
  }

  private String har() {
    ContactUpdate email = ContactUpdate.builder().email("a@b.org").build();
    exchange(vendor.contactId(), Experience.everything(vendor.crm()));
    exchange(vendor.contactId(), email);
    exchange(vendor.contactId(), email);
    exchange(vendor.contactId(), ContactUpdate.builder().phone("+12025550123").build());
    exchange(vendor.contactId(), ContactUpdate.builder().email(Vendor.TAKEN).build());
    exchange(vendor.contactId(), Experience.everything(vendor.crm()));
    exchange(UNKNOWN_ID, email);
    return Trees.json(
        Trees.object(
            "log",
            Trees.object(
                "version",
                "1.2",
                "creator",
                Trees.object("name", "tests", "version", "1"),
                "entries",
                entries)));
  }

  private void exchange(String id, ContactUpdate update) {
    UpdatePlan plan = contacts.plan(id, update);
    Map<String, String> headers = new HashMap<>();
    plan.headers().forEach((name, value) -> headers.put(name.toLowerCase(Locale.ROOT), value));
    String path = plan.url().replaceFirst("^https://[^/]+", "");
    Reply reply = vendor.answer(new Call(plan.method(), path, Map.of(), headers, plan.body()));
    Map<String, String> answered = new HashMap<>(reply.headers());
    answered.put("Content-Type", reply.contentType());
    entries.add(
        Trees.object(
            "startedDateTime",
            "2026-11-21T10:00:%02dZ".formatted(entries.size()),
            "request",
            Trees.object(
                "method",
                plan.method(),
                "url",
                plan.url(),
                "headers",
                named(plan.headers()),
                "postData",
                Trees.object("mimeType", "application/json", "text", plan.body())),
            "response",
            Trees.object(
                "status",
                reply.status(),
                "headers",
                named(answered),
                "content",
                Trees.object("mimeType", reply.contentType(), "text", reply.text()))));
  }

  private static List<Object> named(Map<String, String> headers) {
    List<Object> named = new ArrayList<>();
    headers.forEach((name, value) -> named.add(Trees.object("name", name, "value", value)));
    return named;
  }
}
