package io.contactbridge.review;

import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;

/** Reads YAML and JSON as lists, maps, texts, numbers and booleans. */
final class Yaml {
  private Yaml() {}

  /**
   * Returns what the text says, or null if it says nothing.
   *
   * @throws CannotReviewException if it is not YAML
   */
  static @Nullable Object read(String file, String text) {
    LoaderOptions options = new LoaderOptions();
    options.setAllowDuplicateKeys(false);
    DumperOptions unused = new DumperOptions();
    try {
      return new org.yaml.snakeyaml.Yaml(
              new SafeConstructor(options), new Representer(unused), unused, options, new Texts())
          .load(text);
    } catch (MarkedYAMLException e) {
      int line = e.getProblemMark() == null ? 0 : e.getProblemMark().getLine() + 1;
      throw new CannotReviewException(
          file + " is not readable as YAML, line " + line + ": " + e.getProblem(), e);
    } catch (YAMLException e) {
      throw new CannotReviewException(file + " is not readable as YAML: " + e.getMessage(), e);
    }
  }

  /** Leaves dates as they are written. */
  private static final class Texts extends Resolver {
    @Override
    public void addImplicitResolver(
        Tag tag, java.util.regex.Pattern pattern, @Nullable String first, int limit) {
      if (!tag.equals(Tag.TIMESTAMP)) {
        super.addImplicitResolver(tag, pattern, first, limit);
      }
    }
  }
}
