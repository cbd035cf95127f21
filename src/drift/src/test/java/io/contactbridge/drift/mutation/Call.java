package io.contactbridge.drift.mutation;

import java.util.Locale;
import java.util.Map;

/**
 * What a vendor is asked.
 *
 * @param path with the path of the server
 * @param headers by their names in lower case
 * @param body empty if there is none
 */
record Call(
    String method,
    String path,
    Map<String, String> query,
    Map<String, String> headers,
    String body) {
  String header(String name) {
    return headers.getOrDefault(name.toLowerCase(Locale.ROOT), "");
  }

  String id() {
    return path.substring(path.lastIndexOf('/') + 1);
  }
}
