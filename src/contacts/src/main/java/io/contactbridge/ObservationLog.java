package io.contactbridge;

import static java.util.Objects.requireNonNull;

import com.squareup.moshi.JsonWriter;
import io.contactbridge.client.Observation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Consumer;
import okio.Buffer;

/**
 * Writes each observation as a line of JSON, for {@code contactbridge drift traffic}:
 *
 * <pre>{@code
 * Writer file = Files.newBufferedWriter(Path.of("linq.ndjson"), CREATE, APPEND);
 * Contacts linq =
 *     Contacts.linq(System.getenv("LINQ_TOKEN"))
 *         .onObservation(new ObservationLog(file))
 *         .build();
 * }</pre>
 *
 * <p>A line has the path, the form that is specified and the form that came, and no value of a
 * contact. Use one log per CRM. Safe to share between threads.
 */
public final class ObservationLog implements Consumer<Observation> {
  private final Appendable target;

  /**
   * Starts a log.
   *
   * @param target what the lines are added to, each at once; it is neither flushed nor closed
   */
  public ObservationLog(Appendable target) {
    this.target = requireNonNull(target, "target");
  }

  /**
   * Writes a line.
   *
   * @throws UncheckedIOException if the target fails, which {@link Contacts} logs and survives
   */
  @Override
  public void accept(Observation observation) {
    Buffer line = new Buffer();
    try (JsonWriter json = JsonWriter.of(line)) {
      json.beginObject();
      json.name("path").value(observation.path());
      json.name("expected").value(observation.expected());
      json.name("found").value(observation.found());
      json.endObject();
      json.flush();
      synchronized (target) {
        target.append(line.writeByte('\n').readUtf8());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
