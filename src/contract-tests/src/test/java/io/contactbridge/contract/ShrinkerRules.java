package io.contactbridge.contract;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

/** The rules of an application for a shrinker, together with the rules in the jars. */
final class ShrinkerRules {
  /** OkHttp uses these classes if they are present, and its JVM jar has no rules about them. */
  private static final List<String> OPTIONAL =
      List.of(
          "android.**",
          "com.oracle.svm.**",
          "dalvik.**",
          "org.bouncycastle.**",
          "org.conscrypt.**",
          "org.graalvm.**",
          "org.openjsse.**");

  private ShrinkerRules() {}

  /** Returns the rules for ProGuard that make one jar of the class path. */
  static List<String> rules(List<String> classPath, Path jmods, Path output) throws IOException {
    List<String> rules = new ArrayList<>();
    for (String entry : classPath) {
      rules.add(
          "-injars "
              + entry
              + "(!META-INF/MANIFEST.MF,!**module-info.class,!META-INF/versions/**)");
      if (!Files.isDirectory(Path.of(entry))) {
        addOwnRules(entry, rules);
      }
    }
    rules.add("-outjars " + output);
    for (String module : List.of("java.base", "java.logging")) {
      rules.add("-libraryjars " + jmods.resolve(module + ".jmod") + "(!**.jar;!module-info.class)");
    }
    OPTIONAL.forEach(name -> rules.add("-dontwarn " + name));
    rules.add("-keep class com.example.Main { public static void main(java.lang.String[]); }");
    rules.add("-dontnote");
    // ProGuard's optimisations, unlike its shrinking, break Okio: the JVM refuses to verify it.
    rules.add("-dontoptimize");
    return rules;
  }

  /** R8 reads these rules without being told. */
  private static void addOwnRules(String jar, List<String> rules) throws IOException {
    try (JarFile file = new JarFile(jar)) {
      for (JarEntry entry : file.stream().toList()) {
        if (entry.getName().startsWith("META-INF/proguard/") && !entry.isDirectory()) {
          try (InputStream text = file.getInputStream(entry)) {
            rules.add(new String(text.readAllBytes(), StandardCharsets.UTF_8));
          }
        }
      }
    }
  }
}
