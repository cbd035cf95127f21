package io.contactbridge.drift.mutation;

import io.contactbridge.Crm;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A CRM that behaves as its specification says after it has drifted: it refuses what that has
 * against a request, keeps one contact, and answers in the new form.
 */
final class Vendor {
  /** What another contact has already. */
  static final String TAKEN = "taken@example.com";

  private static final int LIMITED_CALL = 3;

  private final Crm crm;
  private final Spec before;
  private final Spec after;
  private final Manner manner;
  private final boolean limits;
  private final CallCheck check;
  private final Store store;
  private final List<String> transcript = new ArrayList<>();
  private int calls;
  private boolean terse;
  private String refused = "";
  private Reply refusal = Reply.json(500, Map.of());

  private Vendor(Mutation mutation, Spec before, Spec after, Manner manner) {
    this.crm = mutation.crm();
    this.before = before;
    this.after = after;
    this.manner = manner;
    this.limits = mutation.operator().startsWith("rate limit");
    this.check = new CallCheck(crm, before, after);
    this.store = new Store(crm, before, after);
  }

  /** Returns the vendor once it has drifted. */
  static Vendor drifted(Mutation mutation) {
    return new Vendor(mutation, mutation.specBefore(), mutation.specAfter(), mutation.manner());
  }

  /** Returns the vendor as it was. */
  static Vendor asBefore(Mutation mutation) {
    return new Vendor(mutation, mutation.specBefore(), mutation.specBefore(), Manner.SAME);
  }

  /** Makes every refusal of a body the same, whatever is wrong with it. */
  void sayLittle() {
    terse = true;
  }

  /** Makes it refuse all calls of one method alike. */
  void refuse(String method, Reply reply) {
    refused = method;
    refusal = reply;
  }

  Crm crm() {
    return crm;
  }

  /** Returns the path of the server, as clients know it from before. */
  String basePath() {
    return CallCheck.basePath(before);
  }

  /** Returns the path of the contact that is kept, as clients know it from before. */
  String contactPath() {
    return basePath() + before.path().replaceAll("\\{[^}]+}", store.id());
  }

  String contactId() {
    return store.id();
  }

  synchronized Reply answer(Call call) {
    calls++;
    Reply reply = limits && calls == LIMITED_CALL ? Refusal.limited(crm) : take(call);
    Map<String, Object> response = before.response(String.valueOf(reply.status()));
    if (response != null && response.get("headers") != null) {
      for (Map.Entry<String, Object> header : Trees.map(response.get("headers")).entrySet()) {
        Object example = before.resolve(header.getValue()).get("example");
        reply = reply.header(header.getKey(), String.valueOf(example));
      }
    }
    Reply answer = manner.apply(reply);
    transcript.add(call.method() + " " + call.path() + " " + call.body() + " -> " + answer);
    return answer;
  }

  /** Returns all that was asked and answered. */
  synchronized List<String> transcript() {
    return List.copyOf(transcript);
  }

  private Reply take(Call call) {
    if (call.method().equals(refused)) {
      return this.refusal;
    }
    Reply refusal = check.refusal(call);
    if (refusal != null) {
      return refusal;
    }
    if (call.method().equalsIgnoreCase("get")) {
      return call.id().equals(store.id()) ? Reply.json(200, store.answer()) : notFound();
    }
    Object body = call.body().isEmpty() ? null : Trees.read(call.body());
    List<Fault> faults = BodyCheck.faults(after, body == null ? Map.of() : body);
    if (!faults.isEmpty()) {
      return terse
          ? Reply.json(400, Trees.object("error", "invalid"))
          : Refusal.faults(crm, faults);
    }
    if (!call.id().equals(store.id())) {
      return notFound();
    }
    if (call.body().contains(TAKEN)) {
      return Refusal.duplicate(crm);
    }
    store.update(Trees.map(body));
    return Reply.json(200, store.answer());
  }

  private Reply notFound() {
    return Refusal.notFound(crm);
  }
}
