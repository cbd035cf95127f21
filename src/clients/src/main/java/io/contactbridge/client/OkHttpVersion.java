package io.contactbridge.client;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.net.URL;
import java.security.CodeSource;
import java.util.Collections;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import okhttp3.OkHttp;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/**
 * Looks whether the OkHttp on the class path is the one that the clients need. Up to version 4 it
 * has another artifact, so that a build tool lets two stand side by side.
 */
public final class OkHttpVersion {
  private static final int NEEDED = 5;
  private static final Pattern MAJOR = Pattern.compile("\\d+");

  /** The folder or jar of a class, in a URL such as {@code jar:file:/lib/okhttp-4.jar!/okhttp3}. */
  private static final Pattern JAR = Pattern.compile("([^/!]+?)(!/|/)okhttp3/");

  private OkHttpVersion() {}

  /**
   * Checks it.
   *
   * @throws IllegalStateException if an older OkHttp is used, with the names of the jars
   */
  public static void check() {
    if (major() >= NEEDED) {
      return;
    }
    String jars = jars();
    throw new IllegalStateException(
        "ContactBridge needs OkHttp 5, but an older OkHttp comes first on the class path"
            + (jars.isEmpty() ? "" : ": " + jars)
            + "; exclude com.squareup.okhttp3:okhttp or update it to 5, or take contactbridge with"
            + " the classifier all, which has an OkHttp of its own");
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

  /** Returns the jars with an OkHttp, in the order in which a class is looked for. */
  private static String jars() {
    ClassLoader loader = OkHttpClient.class.getClassLoader();
    try {
      return Collections.list(loader.getResources("okhttp3/OkHttpClient.class")).stream()
          .map(url -> JAR.matcher(url.getPath()))
          .flatMap(jar -> jar.find() ? Stream.of(jar.group(1)) : Stream.empty())
          .collect(joining(" before "));
    } catch (IOException e) {
      return "";
    }
  }
}
