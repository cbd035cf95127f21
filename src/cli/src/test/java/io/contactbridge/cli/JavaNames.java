package io.contactbridge.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a document may name of the library: classes, methods and constants that are public. */
final class JavaNames {
  /** A method, and its arguments if the document gives them. */
  private static final Pattern MEMBER = Pattern.compile("(\\w+)(?:\\(([^()]*)\\))?");

  private static final List<String> JDK =
      List.of("java.lang.", "java.util.", "java.util.function.", "java.util.concurrent.");

  private static final List<Class<?>> OURS =
      Stream.of("io.contactbridge", "io.contactbridge.bulk", "io.contactbridge.client")
          .flatMap(JavaNames::classes)
          .toList();

  private JavaNames() {}

  /** Returns whether there is what {@code code} says, such as {@code CrmProfile.of(crm)}. */
  static boolean exist(String code) {
    String[] parts = code.split("\\.(?![^(]*\\))", -1);
    boolean startsWithClass = isClass(parts[0]);
    // A variable has any name.
    boolean startsWithVariable = parts.length > 1 && parts[0].matches("[a-z]\\w*");
    if (!startsWithClass && !startsWithVariable && !isMember(parts[0], any -> true)) {
      return false;
    }
    for (int i = 1; i < parts.length; i++) {
      String owner = parts[i - 1];
      boolean ofClass = i == 1 && startsWithClass;
      if (!isMember(parts[i], type -> !ofClass || type.getSimpleName().equals(owner))) {
        return false;
      }
    }
    return true;
  }

  /** Returns whether {@code name} is a class of the library or, in its few packages, of the JDK. */
  static boolean isClass(String name) {
    return OURS.stream().anyMatch(type -> type.getSimpleName().equals(name))
        || JDK.stream().anyMatch(prefix -> load(prefix + name).isPresent());
  }

  static boolean isConstant(String name) {
    return OURS.stream().anyMatch(type -> isConstant(type, name));
  }

  private static boolean isMember(String code, Predicate<Class<?>> owner) {
    Matcher member = MEMBER.matcher(code);
    if (!member.matches()) {
      return false;
    }
    Optional<String[]> arguments =
        Optional.ofNullable(member.group(2))
            .map(text -> text.isEmpty() ? new String[0] : text.split(", ", -1));
    boolean constantsExist =
        arguments.stream()
            .flatMap(Arrays::stream)
            .filter(argument -> argument.matches("[A-Z_]+"))
            .allMatch(JavaNames::isConstant);
    return constantsExist
        && OURS.stream()
            .filter(owner)
            .anyMatch(
                type ->
                    isConstant(type, member.group(1))
                        || Arrays.stream(type.getMethods())
                            .anyMatch(method -> isCalled(method, member.group(1), arguments)));
  }

  private static boolean isCalled(Method method, String name, Optional<String[]> arguments) {
    return method.getName().equals(name)
        && (arguments.isEmpty() || arguments.get().length == method.getParameterCount());
  }

  private static boolean isConstant(Class<?> type, String name) {
    return type.isEnum()
        && Arrays.stream(type.getEnumConstants())
            .anyMatch(constant -> ((Enum<?>) constant).name().equals(name));
  }

  private static Stream<Class<?>> classes(String packageName) {
    Path folder = Path.of(packageName.replace('.', '/'));
    return Stream.of("src/contacts", "src/clients", "src/bulk")
        .map(module -> Readme.ROOT.resolve(module).resolve("src/main/java").resolve(folder))
        .filter(Files::isDirectory)
        .flatMap(JavaNames::files)
        .map(file -> file.getFileName().toString())
        .filter(file -> file.endsWith(".java"))
        .flatMap(file -> load(packageName + "." + file.replace(".java", "")).stream())
        .flatMap(type -> Stream.concat(Stream.of(type), Arrays.stream(type.getClasses())))
        .filter(type -> Modifier.isPublic(type.getModifiers()));
  }

  private static Stream<Path> files(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Optional<Class<?>> load(String name) {
    try {
      return Optional.of(Class.forName(name));
    } catch (ClassNotFoundException | NoClassDefFoundError e) {
      // The second for another case, where the file system does not tell cases apart.
      return Optional.empty();
    }
  }
}
