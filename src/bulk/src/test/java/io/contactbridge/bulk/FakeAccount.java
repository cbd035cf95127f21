package io.contactbridge.bulk;

import io.contactbridge.ContactField;
import io.contactbridge.ContactUpdate;
import io.contactbridge.Contacts;
import io.contactbridge.Crm;
import io.contactbridge.Outcome;
import io.contactbridge.Rate;
import io.contactbridge.UpdatePlan;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/** A fake account that answers at once, and records the updates. */
final class FakeAccount implements BulkAccount {
  private static final Contacts CONTACTS = Contacts.raze("key").build();

  static final Sent APPLIED = new Sent(1, Map.of(ContactField.EMAIL, Outcome.APPLIED));

  private final Map<String, List<Integer>> sent = new LinkedHashMap<>();
  private final List<Instant> earlier = new ArrayList<>();
  private Function<Integer, CompletableFuture<Sent>> answer =
      row -> CompletableFuture.completedFuture(APPLIED);
  private List<Rate> limits = List.of();
  private boolean disordered;

  FakeAccount answering(Function<Integer, CompletableFuture<Sent>> answer) {
    this.answer = answer;
    return this;
  }

  FakeAccount limited(Rate limit) {
    limits = List.of(limit);
    return this;
  }

  /** Returns the sent rows, from their values: {@code r7@example.com} is row 7. */
  synchronized List<Integer> sent() {
    return sent.values().stream().flatMap(List::stream).sorted().toList();
  }

  /** Returns whether an older row of a contact was ever sent after a newer one. */
  synchronized boolean isDisordered() {
    return disordered;
  }

  synchronized void forget() {
    sent.clear();
  }

  /** Returns the earlier calls that the run passed to the account. */
  synchronized List<Instant> earlier() {
    return List.copyOf(earlier);
  }

  @Override
  public Crm crm() {
    return Crm.RAZE;
  }

  @Override
  public String to() {
    return "http://127.0.0.1:1/external/v1/contacts";
  }

  @Override
  public List<Rate> limits() {
    return limits;
  }

  @Override
  public UpdatePlan plan(String id, ContactUpdate update) {
    return CONTACTS.plan(id, update);
  }

  @Override
  public Sender sender(Collection<Instant> calls, BooleanSupplier mayBeSent) {
    synchronized (this) {
      earlier.addAll(calls);
    }
    return (id, update) -> {
      int row = row(update);
      synchronized (this) {
        List<Integer> before = sent.computeIfAbsent(id, contact -> new ArrayList<>());
        disordered |= before.stream().anyMatch(other -> other > row);
        before.add(row);
      }
      return answer.apply(row);
    };
  }

  private static int row(ContactUpdate update) {
    return Integer.parseInt(
        String.valueOf(update.get(ContactField.EMAIL)).replaceFirst("r(\\d+)@.*", "$1"));
  }
}
