package io.contactbridge.client;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.net.URL;
import java.security.CodeSource;
import java.util.Collections;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import okhttp3.OkHttp;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okio.Socket;
import org.jspecify.annotations.Nullable;

/**
 * Checks that the class path has the OkHttp that the clients need, and the libraries that OkHttp
 * needs. Up to version 4 OkHttp is another artifact, so a build tool may keep two versions side by
 * side. A BOM that an application imports may also bring an older Okio or Kotlin.
 */
public final class OkHttpVersion {
  private static final int NEEDED = 5;
  private static final Pattern MAJOR = Pattern.compile("\\d+");

  private OkHttpVersion() {}

  /**
   * Checks the class path.
   *
   * @throws IllegalStateException if an older OkHttp, Okio or Kotlin is used, with the names of the
   *     jars
   */
  public static void check() {
    if (major() < NEEDED) {
      throw old(
          "OkHttp 5",
          "OkHttp",
          "okhttp3/OkHttpClient.class",
          "exclude com.squareup.okhttp3:okhttp or update it to 5");
    }
    if (isMissing(() -> Socket.class)) {
      throw old(
          "the Okio of OkHttp 5", "Okio", "okio/Okio.class", "update com.squareup.okio:okio-jvm");
    }
    // An enum of Kotlin, which has a list of its constants since 1.8.20.
    if (isMissing(() -> Protocol.HTTP_2)) {
      throw old(
          "the Kotlin of OkHttp 5",
          "Kotlin",
          "kotlin/Unit.class",
          "update org.jetbrains.kotlin:kotlin-stdlib");
    }
  }

  private static IllegalStateException old(
      String needed, String library, String resource, String remedy) {
    String jars = jars(resource);
    return new IllegalStateException(
        "ContactBridge needs "
            + needed
            + ", but an older "
            + library
            + " comes first on the class path"
            + (jars.isEmpty() ? "" : ": " + jars)
            + "; "
            + remedy
            + ", or take contactbridge with the classifier all, which has its own "
            + library);
  }

  private static int major() {
    try {
      // Version 3 has no such class, but the jar of a version 5 behind it does.
      if (!Objects.equals(source(OkHttp.class), source(OkHttpClient.class))) {
        return 0;
      }
      Matcher major = MAJOR.matcher(OkHttp.VERSION);
      return major.find() ? Integer.parseInt(major.group()) : NEEDED;
    } catch (LinkageError e) {
      return 0;
    }
  }

  private static @Nullable URL source(Class<?> type) {
    CodeSource source = type.getProtectionDomain().getCodeSource();
    return source == null ? null : source.getLocation();
  }

  private static boolean isMissing(Supplier<Object> use) {
    try {
      return use.get() == null;
    } catch (LinkageError e) {
      return true;
    }
  }

  /**
   * Returns the jars with a class, in the order in which it is looked for, from URLs such as {@code
   * jar:file:/lib/okhttp-4.jar!/okhttp3/OkHttpClient.class}.
   */
  private static String jars(String resource) {
    Pattern jar = Pattern.compile("([^/!]+?)(!/|/)" + Pattern.quote(resource) + "$");
    ClassLoader loader = OkHttpClient.class.getClassLoader();
    try {
      return Collections.list(loader.getResources(resource)).stream()
          .map(url -> jar.matcher(url.getPath()))
          .flatMap(match -> match.find() ? Stream.of(match.group(1)) : Stream.empty())
          .collect(joining(" before "));
    } catch (IOException e) {
      return "";
    }
  }
}
