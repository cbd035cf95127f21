package io.contactbridge.drift.internal.live;

import io.contactbridge.drift.internal.answers.HttpExchange;
import io.contactbridge.drift.internal.answers.RequestEdit;
import io.contactbridge.drift.internal.diagnosis.RefusalDiagnosis;
import io.contactbridge.drift.internal.facts.Facts;
import io.contactbridge.drift.internal.live.CanaryCalls.Reply;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Puts a contact back.
 *
 * @param remedies the edits that make a specified request acceptable to the CRM
 */
record Restoration(
    Facts spec, CanaryCalls calls, String id, CanaryBody bodies, List<RequestEdit> remedies) {
  /** Puts the contact back as far as the CRM takes it: by halves, where it refuses the whole. */
  Reply restore(@Nullable Object body, List<String> lost) {
    for (RequestEdit remedy : remedies) {
      if (!remedy.ofValue()) {
        remedy.apply(body);
      }
      if (!spec.has(remedy.place())) {
        lost.add(remedy.place().path());
      }
    }
    Reply reply = calls.update(id, CanaryBody.ANYTHING, body);
    HttpExchange refusal = reply.exchange();
    if (reply.isSuccess() || refusal == null || !RefusalDiagnosis.mayBeForBody(refusal)) {
      return reply;
    }
    for (Object least : bodies.least(body)) {
      List<RefusalSearch.Difference> rest = RefusalSearch.differences(least, body);
      if (calls.left() > 0 && calls.update(id, CanaryBody.ANYTHING, least).isSuccess()) {
        return restoreHalves(least, rest, lost, reply);
      }
    }
    return reply;
  }

  private Reply restoreHalves(
      @Nullable Object least, List<RefusalSearch.Difference> rest, List<String> lost, Reply last) {
    List<List<RefusalSearch.Difference>> open = new ArrayList<>(List.of(rest));
    Reply reply = last;
    while (!open.isEmpty()) {
      List<RefusalSearch.Difference> next = open.remove(0);
      int half = next.size() / 2;
      boolean put = next.size() < rest.size() && calls.left() > 0;
      Reply part =
          put ? calls.update(id, CanaryBody.ANYTHING, RefusalSearch.with(least, next)) : last;
      if (part.isSuccess()) {
        reply = part;
      } else if (half > 0 && calls.left() > 0) {
        open.add(next.subList(0, half));
        open.add(next.subList(half, next.size()));
      } else {
        next.forEach(each -> lost.add(each.place().path()));
      }
    }
    return reply;
  }
}
