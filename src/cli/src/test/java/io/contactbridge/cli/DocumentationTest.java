package io.contactbridge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.contactbridge.Crm;
import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Checks README.md against the project. */
final class DocumentationTest {
  private static final String FIELDS = "<!-- fields -->\n";
  private static final String END_OF_FIELDS = "<!-- /fields -->\n";

  private static final Pattern PATH = Pattern.compile("(?<![\\w./-])[\\w.-]+/[\\w./<>-]*");

  /** Paths that the modules' READMEs may name; other paths there are a user's files. */
  private static final Pattern PATH_FROM_ROOT =
      Pattern.compile("(?<![\\w./-])(?:src|generated-config|\\.github|\\.ci)/[\\w./<>-]*\\w");

  /** The kinds of inline code. Code must be valid for the first kind whose pattern it matches. */
  private static final Map<String, Predicate<String>> KINDS = new LinkedHashMap<>();

  static {
    KINDS.put("mvn .*", ProjectNames::isMaven);
    KINDS.put("-D.*", ProjectNames::isProperty);
    KINDS.put("--.*", ProjectNames::isOption);
    KINDS.put("contactbridge .*", DocumentationTest::runs);
    KINDS.put("drift \\w+", ProjectNames::isComparison);
    KINDS.put(".*/.*", ProjectNames::isPath);
    KINDS.put("io\\.contactbridge:.*", ProjectNames::isArtifact);
    KINDS.put("contacts[.:]\\w+", ProjectNames::isOfSpec);
    KINDS.put("[A-Z][A-Z_]+", name -> JavaNames.isConstant(name) || ProjectNames.isVariable(name));
    KINDS.put("[a-z]+", name -> ProjectNames.isCommand(name) || JavaNames.exist(name));
    KINDS.put("\\w+(\\([^()]*\\))?(\\.\\w+(\\([^()]*\\))?)*", JavaNames::exist);
  }

  @Test
  void tableOfFieldsEqualsTheCommandsOutput() throws IOException {
    String readme = Readme.text();
    int start = readme.indexOf(FIELDS) + FIELDS.length();
    int end = readme.indexOf(END_OF_FIELDS);
    String fields = "\n" + Run.of("fields", "--markdown").out() + "\n";

    if ("rewrite".equals(System.getProperty("readme"))) {
      Files.writeString(Readme.FILE, readme.substring(0, start) + fields + readme.substring(end));
      return;
    }

    assertThat(readme.substring(start, end))
        .as("README's table of fields; -Dreadme=rewrite writes it anew")
        .isEqualTo(fields);
  }

  @ParameterizedTest
  @MethodSource("io.contactbridge.cli.Readme#inlineCode")
  void everyNameInReadmeExists(String code) {
    assertThat(KINDS.entrySet().stream().filter(kind -> code.matches(kind.getKey())).findFirst())
        .as("`%s` is something that a reader can find", code)
        .hasValueSatisfying(kind -> assertThat(kind.getValue()).accepts(code));
  }

  @Test
  void pathsAndOptionsInBlocksExist() {
    String blocks = String.join("", Readme.blocks(""));

    assertThat(Readme.find(PATH, blocks)).isNotEmpty().allMatch(ProjectNames::isPath);
    assertThat(Readme.find(ProjectNames.OPTION, blocks)).allMatch(ProjectNames::isOption);
  }

  @Test
  void commandsInBlocksRun() {
    List<String> calls = lines("java -jar .*").toList();

    assertThat(calls).isNotEmpty().allMatch(call -> runs(call.replaceFirst("^.*\\.jar", "")));
    assertThat(lines("mvn .*").toList()).isNotEmpty().allMatch(ProjectNames::isMaven);
  }

  @Test
  void classesInTheDiagramExist() {
    List<String> names =
        lines(".*──.*")
            .flatMap(line -> Readme.find(Pattern.compile("[A-Z]\\w+"), line).stream())
            .toList();

    assertThat(names).isNotEmpty().allMatch(JavaNames::isClass);
  }

  @Test
  void exampleCompiles(@TempDir Path classes) {
    StringWriter messages = new StringWriter();
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    List<Source> sources = Readme.blocks("java").stream().map(Source::new).toList();
    List<String> options =
        List.of(
            "-Xlint:all",
            "-Werror",
            "-proc:none",
            "-d",
            classes.toString(),
            "-classpath",
            System.getProperty("java.class.path"));

    boolean compiled = compiler.getTask(messages, null, null, options, null, sources).call();

    assertThat(sources).isNotEmpty();
    assertThat(compiled).as(messages.toString()).isTrue();
  }

  @Test
  void readmeHasAtMost240Lines() {
    assertThat(Readme.text().lines().count()).isLessThanOrEqualTo(240);
  }

  @ParameterizedTest
  @MethodSource("io.contactbridge.cli.Readme#modulePages")
  void pathsInModuleReadmesExist(Path page) {
    String text = Readme.read(Readme.ROOT.resolve(page));

    assertThat(Readme.ROOT.resolve("README.md")).content().contains("`" + page + "`");
    assertThat(Readme.find(PATH_FROM_ROOT, text)).allMatch(ProjectNames::isPath);
  }

  @ParameterizedTest
  @ValueSource(strings = {"mock/demo", "mock/start", "specs/lint", ".ci/run"})
  void scriptsAreExecutable(String script) {
    assertThat(Readme.ROOT.resolve(script)).isExecutable();
  }

  @ParameterizedTest
  @EnumSource
  void everyCrmIsDocumentedAndHasItsFiles(Crm crm) {
    String word = Choice.word(crm);

    assertThat(Readme.text()).contains("`specs/" + word + ".yaml`").contains("| " + crm + " ");
    assertThat(Readme.ROOT.resolve("specs/" + word + ".yaml")).isRegularFile();
    assertThat(Readme.ROOT.resolve("generated-config/" + word + ".yaml")).isRegularFile();
    String port =
        "${%s_PORT:-%s}".formatted(crm.name(), URI.create(new MockUrl("").url(crm)).getPort());
    assertThat(Readme.ROOT.resolve("mock/compose.yaml"))
        .content()
        .contains("\n  " + word + ":", port);
    assertThat(Readme.ROOT.resolve("src/contract-tests/src/test/java"))
        .isDirectoryRecursivelyContaining("glob:**/" + crm + "ContractTest.java");
  }

  private static Stream<String> lines(String pattern) {
    return Readme.blocks("").stream().flatMap(String::lines).filter(line -> line.matches(pattern));
  }

  /** Runs a command; of an update it runs only the plan. */
  private static boolean runs(String call) {
    String[] args =
        Arrays.stream(call.strip().split(" "))
            .filter(word -> !word.equals("contactbridge"))
            .map(word -> word.equals("update") ? "plan" : word)
            .toArray(String[]::new);
    return Run.of(args).exitCode() == 0;
  }

  /** Statements without a surrounding class. */
  private static final class Source extends SimpleJavaFileObject {
    private final String statements;

    private Source(String statements) {
      super(URI.create("string:///Example.java"), Kind.SOURCE);
      this.statements = statements;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return "import io.contactbridge.*;\nfinal class Example {\nvoid run() {\n"
          + statements
          + "}}\n";
    }
  }
}
