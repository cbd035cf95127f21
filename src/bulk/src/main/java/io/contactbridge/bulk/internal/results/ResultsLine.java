package io.contactbridge.bulk.internal.results;

import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonReader;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import okio.Buffer;
import org.jspecify.annotations.Nullable;

/** One line of results, reduced to what a later run needs. */
final class ResultsLine {
  private static final JsonReader.Options NAMES =
      JsonReader.Options.of(
          "row",
          "id",
          "at",
          "failed",
          "attempts",
          "made",
          "superseded",
          "message",
          "stopped",
          "resumed",
          "contactbridge",
          "crm",
          "to",
          "input",
          "bytes",
          "sha256",
          "rows",
          "columns",
          "options",
          "started");

  /** 0 if the line is not about a row. */
  long row;

  @Nullable String id;
  @Nullable String at;
  @Nullable String failed;
  @Nullable String message;
  int attempts = 1;
  boolean made;
  boolean nothing;
  boolean different;
  boolean superseded;
  boolean stopped;
  boolean resumed;
  @Nullable ResultsHeader header;

  private String crm = "";
  private String to = "";
  private String input = "";
  private String sha256 = "";
  private String started = "";
  private long bytes;
  private long rows;
  private int format;
  private Map<String, String> columns = Map.of();
  private Map<String, String> options = Map.of();

  private ResultsLine() {}

  /** Returns the contents of a line, or null if it is incomplete. */
  static @Nullable ResultsLine parse(byte[] text, int from, int to) {
    for (int i = from; i < to; i++) {
      // Moshi accepts zero bytes within a string, and a power loss can leave them there.
      if (text[i] >= 0 && text[i] < ' ') {
        return null;
      }
    }
    Buffer buffer = new Buffer().write(text, from, to - from);
    try {
      JsonReader json = JsonReader.of(buffer);
      ResultsLine line = new ResultsLine();
      line.read(json);
      return json.peek() == JsonReader.Token.END_DOCUMENT && line.isKnown() ? line : null;
    } catch (IOException | JsonDataException e) {
      return null;
    }
  }

  private boolean isKnown() {
    if (format == ResultsHeader.FORMAT) {
      header = new ResultsHeader(crm, to, input, bytes, sha256, rows, columns, options, started);
    }
    return row > 0 || header != null || stopped || resumed;
  }

  private void read(JsonReader json) throws IOException {
    json.beginObject();
    while (json.hasNext()) {
      switch (json.selectName(NAMES)) {
        case 0 -> row = json.nextLong();
        case 1 -> id = json.nextString();
        case 2 -> at = json.nextString();
        case 3 -> failed = json.nextString();
        case 4 -> attempts = json.nextInt();
        case 5 -> readMade(json);
        case 6 -> superseded = json.nextLong() > 0;
        case 7 -> message = json.nextString();
        case 8 -> stopped = !json.nextString().isEmpty();
        case 9 -> resumed = !json.nextString().isEmpty();
        case 10 -> format = json.nextInt();
        case 11 -> crm = json.nextString();
        case 12 -> to = json.nextString();
        case 13 -> input = json.nextString();
        case 14 -> bytes = json.nextLong();
        case 15 -> sha256 = json.nextString();
        case 16 -> rows = json.nextLong();
        case 17 -> columns = object(json);
        case 18 -> options = object(json);
        case 19 -> started = json.nextString();
        default -> {
          json.skipName();
          json.skipValue();
        }
      }
    }
    json.endObject();
  }

  private void readMade(JsonReader json) throws IOException {
    made = true;
    nothing = true;
    json.beginObject();
    while (json.hasNext()) {
      nothing = false;
      json.skipName();
      different |= json.nextString().equals("DIFFERENT");
    }
    json.endObject();
  }

  private static Map<String, String> object(JsonReader json) throws IOException {
    Map<String, String> object = new LinkedHashMap<>();
    json.beginObject();
    while (json.hasNext()) {
      object.put(json.nextName(), json.nextString());
    }
    json.endObject();
    return object;
  }
}
