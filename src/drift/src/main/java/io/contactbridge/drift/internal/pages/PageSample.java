package io.contactbridge.drift.internal.pages;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The parts of a sample request, in whatever language it is written.
 *
 * @param urls the addresses it calls
 * @param headers in the order of the sample
 * @param body as JSON text; null if it shows none
 */
record PageSample(List<String> urls, Map<String, String> headers, @Nullable String body) {
  private static final Pattern COMMAND = Pattern.compile("(?m)^\\s*(?:\\$\\s*)?curl\\b");
  private static final Pattern URL = Pattern.compile("https?://[^\\s'\"`\\\\]+");
  private static final Pattern COMMAND_HEADER =
      Pattern.compile("(?:-H|--header)\\s+(['\"])([\\w-]+)\\s*:\\s*(.*?)\\1");
  private static final Pattern HEADERS = Pattern.compile("headers['\"]?\\s*[:=]\\s*\\{([^}]*)}");
  private static final Pattern HEADER =
      Pattern.compile("['\"]([\\w-]+)['\"]\\s*:\\s*['\"]([^'\"]*)['\"]");
  private static final Pattern COMMAND_BODY =
      Pattern.compile("(?s)(?:-d|--data(?:-raw|-binary)?)\\s+'(.*?)'\\s*(?:\\\\?\\n|$)");
  private static final Pattern BODY = Pattern.compile("\\bbody['\"]?\\s*:\\s*'(\\{.*?})'");

  /** Returns what a code block shows of a request; of a block of another kind that is nothing. */
  static PageSample of(String code) {
    boolean command = COMMAND.matcher(code).find();
    List<String> urls = new ArrayList<>();
    Matcher url = URL.matcher(code);
    while (url.find()) {
      urls.add(url.group());
    }
    Map<String, String> headers = new LinkedHashMap<>();
    Matcher header = COMMAND_HEADER.matcher(code);
    while (command && header.find()) {
      headers.put(header.group(2), header.group(3));
    }
    Matcher block = HEADERS.matcher(code.replaceAll("\\$\\{[^}]*}", ""));
    while (!command && block.find()) {
      Matcher each = HEADER.matcher(block.group(1));
      while (each.find()) {
        headers.put(each.group(1), each.group(2));
      }
    }
    Matcher body = (command ? COMMAND_BODY : BODY).matcher(code);
    boolean called = command || !headers.isEmpty();
    return new PageSample(
        called && !urls.isEmpty() ? urls.subList(0, 1) : List.of(),
        headers,
        called && body.find() ? body.group(1) : null);
  }

  boolean isEmpty() {
    return urls.isEmpty() && headers.isEmpty();
  }
}
