package io.contactbridge.drift.internal.openapi;

import io.contactbridge.drift.CannotCheckException;
import io.contactbridge.drift.Source;
import java.io.StringReader;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * A specification in YAML or JSON, of which each value knows its line. It is not trusted: size,
 * depth and what aliases can blow up are limited.
 */
public final class SpecDocument {
  private static final int CHARACTERS = 20_000_000;
  private static final int DEPTH = 100;
  private static final int ALIASES = 1_000;
  private static final int REFERENCES = 50;
  private static final int VALUES = 1_000_000;

  private static final int DOCUMENTS = 50;

  /** Of one scalar no more than this is read: YAML takes time that grows with its square. */
  private static final int LONGEST = 1_000_000;

  private final Source source;
  private final String name;
  private final Node root;

  /** All documents that lead to each other, by their names. */
  private final Map<String, SpecDocument> documents;

  private int values;
  private int merges;

  private SpecDocument(Source source, Node root, Map<String, SpecDocument> documents) {
    this.source = source;
    this.name = source.name();
    this.root = root;
    this.documents = documents;
    documents.put(name, this);
    refuseDuplicates();
  }

  /**
   * Reads a document; those that it refers to are read when they are needed.
   *
   * @throws CannotCheckException if it is neither YAML nor JSON
   */
  static SpecDocument parse(Source source) {
    return parse(source, new HashMap<>());
  }

  private static SpecDocument parse(Source source, Map<String, SpecDocument> documents) {
    Node root = compose(source);
    if (!(root instanceof MappingNode)) {
      throw new CannotCheckException(
          source.name() + " is not an OpenAPI document: it is no YAML or JSON");
    }
    return new SpecDocument(source, root, documents);
  }

  /**
   * Returns what stands in a file of any form, within the same limits; null if it is empty.
   *
   * @throws CannotCheckException if it is neither YAML nor JSON
   */
  public static @Nullable SpecNode value(Source source) {
    Node root = compose(source);
    return root == null ? null : new SpecDocument(source, root, new HashMap<>()).root();
  }

  private static @Nullable Node compose(Source source) {
    String name = source.name();
    String text = source.text();
    if (text.length() > CHARACTERS) {
      throw new CannotCheckException(name + " has more than " + CHARACTERS + " characters");
    }
    if (longest(text, isJson(text) ? '"' : '\n') > LONGEST) {
      throw new CannotCheckException(
          name + " is not an OpenAPI document: it has a text of over " + LONGEST + " characters");
    }
    LoaderOptions options = new LoaderOptions();
    options.setCodePointLimit(CHARACTERS);
    options.setNestingDepthLimit(DEPTH);
    options.setMaxAliasesForCollections(ALIASES);
    return compose(name, text, options);
  }

  private static @Nullable Node compose(String name, String text, LoaderOptions options) {
    // JSON may be indented with tabs, YAML may not; inside JSON's strings there are none.
    boolean json = isJson(text);
    try {
      return new Yaml(options).compose(new StringReader(json ? text.replace('\t', ' ') : text));
    } catch (MarkedYAMLException e) {
      int line = e.getProblemMark() == null ? 0 : e.getProblemMark().getLine() + 1;
      String problem = e.getProblem() == null ? "" : ": " + e.getProblem();
      throw new CannotCheckException(
          name + ", line " + line + ", is not well-formed YAML or JSON" + problem, e);
    } catch (YAMLException e) {
      throw new CannotCheckException(
          name + " is not well-formed YAML or JSON: " + e.getMessage(), e);
    }
  }

  private static int longest(String text, char end) {
    int longest = 0;
    int start = -1;
    while (start < text.length()) {
      int next = text.indexOf(end, start + 1);
      next = next < 0 ? text.length() : next;
      longest = Math.max(longest, next - start);
      start = next;
    }
    return longest;
  }

  private static boolean isJson(String text) {
    return text.stripLeading().startsWith("{");
  }

  String name() {
    return name;
  }

  public SpecNode root() {
    return new SpecNode(this, root, "", root.getStartMark().getLine() + 1);
  }

  /** Follows a reference, and what it leads to if that is one again. */
  SpecNode follow(SpecNode reference) {
    SpecNode node = reference;
    for (int i = 0; i < REFERENCES; i++) {
      String target = node.reference();
      if (target == null) {
        return node;
      }
      node = node.find(target);
    }
    throw refusal(reference, "the $ref leads back to itself");
  }

  /** Counts a value that is written out, so that aliases cannot make a few lines endless. */
  void count(SpecNode node) {
    if (++values > VALUES) {
      throw refusal(node, "the examples have more than " + VALUES + " values");
    }
  }

  /** Counts what is merged (<<) into what is merged itself, which may lead back to the first. */
  void enterMerge(SpecNode node) {
    count(node);
    if (++merges > REFERENCES) {
      throw refusal(node, "more than " + REFERENCES + " merges (<<) stand in each other");
    }
  }

  void leaveMerge() {
    merges--;
  }

  CannotCheckException refusal(SpecNode node, String what) {
    return new CannotCheckException(name + ", line " + node.line() + ": " + what);
  }

  /** Finds what a reference leads to, which may be in another document. */
  SpecNode find(String target, SpecNode from) {
    int hash = target.indexOf('#');
    String file = hash < 0 ? target : target.substring(0, hash);
    String pointer = hash < 0 ? "" : target.substring(hash + 1);
    if (!file.isEmpty()) {
      return other(file, from).at(pointer, target, from);
    }
    return at(pointer, target, from);
  }

  /** Reads another document, which is somewhere beside this one. */
  private SpecDocument other(String file, SpecNode from) {
    try {
      Source other = source.beside(file);
      SpecDocument known = documents.get(other.name());
      if (known == null && documents.size() >= DOCUMENTS) {
        throw refusal(from, "there are more than " + DOCUMENTS + " documents");
      }
      return known == null ? parse(other, documents) : known;
    } catch (CannotCheckException e) {
      throw refusal(from, "the $ref to " + file + " cannot be followed: " + e.getMessage());
    }
  }

  private SpecNode at(String pointer, String target, SpecNode from) {
    if (!pointer.isEmpty() && !pointer.startsWith("/")) {
      return anchored(pointer, target, from);
    }
    SpecNode node = root();
    for (String token : pointer.isEmpty() ? new String[0] : pointer.substring(1).split("/", -1)) {
      SpecNode child = node.target();
      SpecNode next = child.child(unescape(token, from));
      if (next == null) {
        throw refusal(from, "the $ref " + target + " leads nowhere");
      }
      node = next;
    }
    return node;
  }

  /** Finds a value by the name that it gives itself with {@code $anchor}. */
  private SpecNode anchored(String name, String target, SpecNode from) {
    Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    Deque<SpecNode> open = new ArrayDeque<>(List.of(root()));
    while (!open.isEmpty()) {
      SpecNode node = open.remove();
      if (name.equals(node.text("$anchor"))) {
        return node;
      }
      if (seen.add(node.identity())) {
        open.addAll(node.children().values());
        open.addAll(node.elements());
      }
    }
    throw refusal(from, "the $ref " + target + " leads nowhere");
  }

  private String unescape(String token, SpecNode from) {
    try {
      String plain = URLDecoder.decode(token.replace("+", "%2B"), StandardCharsets.UTF_8);
      return plain.replace("~1", "/").replace("~0", "~");
    } catch (IllegalArgumentException e) {
      throw refusal(from, "the $ref has a percent sign that stands for nothing");
    }
  }

  private void refuseDuplicates() {
    Set<Node> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    Deque<Node> open = new ArrayDeque<>();
    open.add(root);
    while (!open.isEmpty()) {
      Node node = open.remove();
      if (!seen.add(node)) {
        continue;
      }
      if (node instanceof SequenceNode sequence) {
        open.addAll(sequence.getValue());
      } else if (node instanceof MappingNode mapping) {
        refuseDuplicates(mapping, open);
      }
    }
  }

  private void refuseDuplicates(MappingNode mapping, Deque<Node> open) {
    Set<String> keys = new HashSet<>();
    for (NodeTuple entry : mapping.getValue()) {
      int line = entry.getKeyNode().getStartMark().getLine() + 1;
      if (!(entry.getKeyNode() instanceof ScalarNode key)) {
        throw new CannotCheckException(name + ", line " + line + ": a key is not a text");
      }
      if (!keys.add(key.getValue())) {
        throw new CannotCheckException(
            name + ", line " + line + ": the key " + key.getValue() + " is there twice");
      }
      open.add(entry.getValueNode());
    }
  }
}
