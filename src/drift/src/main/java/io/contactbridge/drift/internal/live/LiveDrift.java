package io.contactbridge.drift.internal.live;

import io.contactbridge.Crm;
import io.contactbridge.drift.CannotCheckException;
import io.contactbridge.drift.DriftReport;
import io.contactbridge.drift.Sandbox;
import io.contactbridge.drift.internal.answers.AnswerReport;
import io.contactbridge.drift.internal.answers.HttpExchange;
import io.contactbridge.drift.internal.diagnosis.RefusalDiagnosis;
import io.contactbridge.drift.internal.facts.Aspect;
import io.contactbridge.drift.internal.facts.Facts;
import io.contactbridge.drift.internal.facts.SpecLocations;
import io.contactbridge.drift.internal.live.CanaryCalls.Reply;
import java.util.ArrayList;
import java.util.List;
import okhttp3.Interceptor;
import org.jspecify.annotations.Nullable;

/**
 * Holds a CRM as it is against a specification, by a contact of a sandbox account that is read,
 * changed and put back. It makes {@value CanaryCalls#MOST} calls at most, and about ten if all is
 * well.
 */
public final class LiveDrift {
  private final LiveRun run;

  private LiveDrift(LiveRun run) {
    this.run = run;
  }

  /**
   * Compares a CRM with a specification.
   *
   * @param account with its credentials; what else it is set to is changed
   * @param baseUrl where to send, or null for where the CRM is
   * @param contactId of a contact that may be changed
   * @throws CannotCheckException if the contact cannot be read, in which case nothing was changed,
   *     or if nothing was learnt
   */
  public static DriftReport report(
      Crm crm, Facts spec, Sandbox account, @Nullable String baseUrl, String contactId) {
    return report(crm, spec, account, baseUrl, contactId, call -> call.proceed(call.request()));
  }

  public static DriftReport report(
      Crm crm,
      Facts spec,
      Sandbox account,
      @Nullable String baseUrl,
      String contactId,
      Interceptor way) {
    if (contactId.isBlank()) {
      throw new CannotCheckException(
          "a live check changes a contact, so it needs the id of one that may be changed");
    }
    LiveDrift live =
        new LiveDrift(
            new LiveRun(crm, spec, new CanaryCalls(spec, account, baseUrl, way), contactId));
    try {
      return live.compare(baseUrl == null ? crm + " itself" : baseUrl);
    } catch (IllegalArgumentException e) {
      throw new CannotCheckException(String.valueOf(e.getMessage()), e);
    }
  }

  private DriftReport compare(String target) {
    Reply first = run.calls.read(run.id, CanaryCalls.Further.NOTHING);
    HttpExchange read = first.exchange();
    if (read == null || !read.isSuccess() || !read.answer().isJson()) {
      unreadable(first);
      return run.report(target);
    }
    CanaryBody bodies = new CanaryBody(run.crm, run.spec, run.inShape(read.answer().value()));
    Object everything = bodies.everything();
    run.trials.about(bodies, read.answer().value());
    try {
      steps(bodies, everything);
    } catch (RefusalSearch.NoCallLeft e) {
      run.notes.add("Not all was checked: a run makes at most " + CanaryCalls.MOST + " calls.");
    } finally {
      restore(bodies, everything);
    }
    return run.report(target);
  }

  private void steps(CanaryBody bodies, @Nullable Object everything) {
    new EveryProperty(run, bodies).take(everything);
    if (run.sent != null) {
      OtherValues others = new OtherValues(run, bodies);
      others.takeOtherEnd();
      others.take();
      KnownRefusals refusals = new KnownRefusals(run, bodies);
      refusals.unknownContact();
      refusals.refusedValue();
    }
  }

  private void unreadable(Reply reply) {
    HttpExchange exchange = reply.exchange();
    if (exchange == null) {
      throw new CannotCheckException(
          run.crm + " gave no answer when the contact was read, so nothing was changed or checked");
    }
    String type = exchange.contentType();
    if (exchange.isSuccess() && type != null && !isSpecified(type)) {
      run.answers.add(exchange);
      run.notes.add("The contact could not be read, and was not changed.");
      return;
    }
    if (exchange.isSuccess()) {
      throw new CannotCheckException(
          "%s answered %d without JSON when the contact was read, so nothing was changed or checked"
              .formatted(run.crm, exchange.status()));
    }
    boolean told =
        exchange.status() != 429
            && exchange.status() < 500
            && (RefusalDiagnosis.revise(run.revision, exchange) || run.trials.reading(exchange));
    if (!told) {
      throw new CannotCheckException(
          "%s answered %d when the contact was read, so nothing was changed or checked; the credential"
                  .formatted(run.crm, exchange.status())
              + " and the id must be those of a sandbox contact");
    }
    run.exercised.addAll(AnswerReport.frame(run.spec));
    run.notes.add("The contact could not be read, and was not changed.");
  }

  private boolean isSpecified(String contentType) {
    return run.spec
        .list(SpecLocations.answer(run.places.status()), Aspect.CONTENT_TYPES)
        .contains(contentType);
  }

  private void restore(CanaryBody bodies, @Nullable Object everything) {
    if (!run.trials.touched()) {
      return;
    }
    List<String> lost = new ArrayList<>();
    Object body = bodies.restoring(everything, lost);
    Reply reply =
        new Restoration(run.spec, run.calls, run.id, bodies, run.trials.remedies())
            .restore(body, lost);
    run.restored = reply.isSuccess();
    if (!run.restored) {
      HttpExchange exchange = reply.exchange();
      run.notes.add(
          0,
          "THE CONTACT WAS NOT RESTORED: "
              + (exchange == null
                  ? run.crm + " gave no answer"
                  : run.crm + " answered " + exchange.status())
              + ", and it keeps the values of this check.");
    } else if (!lost.isEmpty()) {
      run.notes.add(
          "What the contact had before could not be put back in "
              + String.join(", ", lost.stream().map(path -> "`" + path + "`").toList())
              + ": it keeps the values of this check there.");
    }
  }
}
