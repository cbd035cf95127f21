package io.contactbridge.cli;

import io.contactbridge.Crm;
import io.contactbridge.bulk.BulkEnd;
import io.contactbridge.bulk.DryRun;
import io.contactbridge.bulk.Progress;
import io.contactbridge.client.JsonValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Prints each event as a JSON object on one line. */
final class BulkJson implements BulkReport {
  private final Terminal terminal;
  private final Crm crm;

  BulkJson(Terminal terminal, Crm crm) {
    this.terminal = terminal;
    this.crm = crm;
  }

  @Override
  public void progress(Progress progress) {
    print(event("progress", progress));
  }

  @Override
  public void stopping() {
    Map<String, @Nullable Object> event = new LinkedHashMap<>();
    event.put("event", "stopping");
    print(event);
  }

  @Override
  public void end(BulkEnd end, String goOn) {
    Map<String, @Nullable Object> event = event("end", end.progress());
    event.put("how", end.how().name());
    event.put("message", Terminal.plain(end.message()));
    event.put("results", end.results().toString());
    event.put("goOn", end.how() == BulkEnd.How.FINISHED ? null : goOn);
    print(event);
  }

  @Override
  public void dryRun(DryRun dryRun) {
    Map<String, @Nullable Object> event = new LinkedHashMap<>();
    event.put("event", "dryRun");
    event.put("crm", crm.name());
    event.put("rows", dryRun.rows());
    event.put("sendable", dryRun.sendable());
    event.put("refused", dryRun.refused());
    event.put("nothing", dryRun.nothing());
    event.put("columns", dryRun.columns());
    Map<String, Object> fields = new LinkedHashMap<>();
    dryRun
        .fields()
        .forEach(
            (field, fates) -> {
              Map<String, Object> rows = new LinkedHashMap<>();
              fates.forEach((fate, number) -> rows.put(fate.name(), number));
              fields.put(field.name(), rows);
            });
    event.put("fields", fields);
    List<Object> refusals = new ArrayList<>();
    for (DryRun.Refusal refusal : dryRun.refusals()) {
      Map<String, Object> one = new LinkedHashMap<>();
      one.put("reason", refusal.reason());
      one.put("rows", refusal.rows());
      one.put("row", refusal.row());
      one.put("line", refusal.line());
      refusals.add(one);
    }
    event.put("refusals", refusals);
    event.put("warnings", dryRun.warnings());
    event.put("seconds", dryRun.duration().toSeconds());
    print(event);
  }

  private Map<String, @Nullable Object> event(String name, Progress progress) {
    Map<String, @Nullable Object> event = new LinkedHashMap<>();
    event.put("event", name);
    event.put("crm", crm.name());
    event.put("rows", progress.rows());
    event.put("ended", progress.ended());
    event.put("made", progress.made());
    event.put("different", progress.different());
    event.put("nothing", progress.nothing());
    event.put("superseded", progress.superseded());
    event.put("failed", progress.failed());
    event.put("state", progress.state().phase().name());
    event.put("why", progress.state().reason() == null ? null : progress.state().reason().name());
    event.put("until", text(progress.state().until()));
    event.put("done", text(progress.done().orElse(null)));
    return event;
  }

  private static @Nullable String text(@Nullable Object value) {
    return value == null ? null : value.toString();
  }

  private void print(Map<String, @Nullable Object> event) {
    terminal.out().println(JsonValue.write(event));
    terminal.out().flush();
  }
}
