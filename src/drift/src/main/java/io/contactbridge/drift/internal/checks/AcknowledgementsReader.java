package io.contactbridge.drift.internal.checks;

import io.contactbridge.Crm;
import io.contactbridge.drift.CannotCheckException;
import java.io.StringReader;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * Reads a list of acknowledgements. It takes the texts as they stand: YAML's own types would make a
 * number of a fingerprint such as 123456789012.
 */
public final class AcknowledgementsReader {
  private static final List<String> NEEDED = List.of("fingerprint", "reason", "owner", "expires");
  private static final List<String> FURTHER = List.of("crm", "comparison", "page");

  /** More than anybody acknowledges; YAML takes time that grows with the square of a text. */
  private static final int CHARACTERS = 1_000_000;

  private final String file;

  public AcknowledgementsReader(String file) {
    this.file = file;
  }

  public AcknowledgementFile read(String text) {
    Node root = compose(text);
    if (root == null) {
      return new AcknowledgementFile(file, List.of());
    }
    if (!(root instanceof SequenceNode list)) {
      throw fault(root, "acknowledgements are a list; an empty one is written as []");
    }
    List<Acknowledgement> entries = new ArrayList<>();
    Set<List<@Nullable Object>> seen = new HashSet<>();
    for (Node node : list.getValue()) {
      Acknowledgement entry = entry(node);
      if (!seen.add(
          Arrays.asList(entry.fingerprint(), entry.crm(), entry.comparison(), entry.page()))) {
        throw fault(node, "this fingerprint is acknowledged twice");
      }
      entries.add(entry);
    }
    return new AcknowledgementFile(file, entries);
  }

  private @Nullable Node compose(String text) {
    if (text.length() > CHARACTERS) {
      throw new CannotCheckException(file + " has more than " + CHARACTERS + " characters");
    }
    try {
      return new Yaml(new SafeConstructor(new LoaderOptions())).compose(new StringReader(text));
    } catch (MarkedYAMLException e) {
      int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
      throw new CannotCheckException("%s, line %d: this is not YAML".formatted(file, line), e);
    } catch (YAMLException e) {
      throw new CannotCheckException(file + " is not YAML", e);
    }
  }

  private Acknowledgement entry(Node node) {
    Map<String, ScalarNode> fields = fields(node);
    ScalarNode crm = fields.get("crm");
    ScalarNode comparison = fields.get("comparison");
    ScalarNode page = fields.get("page");
    return new Acknowledgement(
        needed(node, fields, "fingerprint").getValue(),
        crm == null ? null : crm(crm),
        comparison == null ? null : comparison(comparison),
        page == null ? null : page.getValue(),
        needed(node, fields, "reason").getValue(),
        needed(node, fields, "owner").getValue(),
        date(needed(node, fields, "expires")),
        line(node));
  }

  private ScalarNode needed(Node node, Map<String, ScalarNode> fields, String key) {
    ScalarNode field = fields.get(key);
    if (field == null) {
      throw fault(
          node,
          "an acknowledgement has %s; this has no %s".formatted(String.join(", ", NEEDED), key));
    }
    return field;
  }

  private Map<String, ScalarNode> fields(Node node) {
    if (!(node instanceof MappingNode mapping)) {
      throw fault(node, "an acknowledgement is an object, such as {fingerprint: …, reason: …}");
    }
    Map<String, ScalarNode> fields = new LinkedHashMap<>();
    for (NodeTuple tuple : mapping.getValue()) {
      String key = tuple.getKeyNode() instanceof ScalarNode name ? name.getValue() : "";
      if (!NEEDED.contains(key) && !FURTHER.contains(key)) {
        throw fault(
            tuple.getKeyNode(),
            "an acknowledgement has nothing else than %s, %s"
                .formatted(String.join(", ", NEEDED), String.join(", ", FURTHER)));
      }
      if (!(tuple.getValueNode() instanceof ScalarNode value) || value.getValue().isBlank()) {
        throw fault(tuple.getValueNode(), key + " is a text");
      }
      if (fields.put(key, value) != null) {
        throw fault(tuple.getKeyNode(), key + " is given twice");
      }
    }
    return fields;
  }

  private Crm crm(ScalarNode node) {
    return Arrays.stream(Crm.values())
        .filter(crm -> crm.name().equalsIgnoreCase(node.getValue()))
        .findFirst()
        .orElseThrow(() -> fault(node, "crm is one of " + crms()));
  }

  private String comparison(ScalarNode node) {
    if (!Check.COMPARISONS.contains(node.getValue())) {
      throw fault(node, "comparison is " + String.join(", ", Check.COMPARISONS));
    }
    return node.getValue();
  }

  private LocalDate date(ScalarNode node) {
    try {
      return LocalDate.parse(node.getValue());
    } catch (DateTimeParseException e) {
      throw fault(node, "expires is a date, such as 2027-01-31");
    }
  }

  private CannotCheckException fault(Node node, String sentence) {
    return new CannotCheckException("%s, line %d: %s".formatted(file, line(node), sentence));
  }

  private static int line(Node node) {
    return node.getStartMark().getLine() + 1;
  }

  /** Returns the words for all CRMs, such as {@code acquire, highlevel}. */
  private static String crms() {
    return Arrays.stream(Crm.values())
        .map(crm -> crm.name().toLowerCase(Locale.ROOT))
        .collect(Collectors.joining(", "));
  }
}
