package io.contactbridge.drift.internal.checks;

import io.contactbridge.Crm;
import io.contactbridge.drift.CannotCheckException;
import io.contactbridge.drift.Source;
import io.contactbridge.drift.internal.openapi.SpecDocument;
import io.contactbridge.drift.internal.openapi.SpecNode;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads a list of acknowledgements, and reports a fault with its line. */
public final class AcknowledgementsReader {
  private static final List<String> NEEDED = List.of("fingerprint", "reason", "owner", "expires");
  private static final List<String> FURTHER = List.of("crm", "comparison", "page");

  private final String file;

  private AcknowledgementsReader(String file) {
    this.file = file;
  }

  /**
   * Reads a file, which may be empty.
   *
   * @throws CannotCheckException if it is no list of acknowledgements
   */
  public static AcknowledgementFile read(Source source) {
    SpecNode list = SpecDocument.value(source);
    return new AcknowledgementFile(
        source.name(),
        list == null ? List.of() : new AcknowledgementsReader(source.name()).entries(list));
  }

  private List<Acknowledgement> entries(SpecNode list) {
    if (!list.isArray()) {
      throw fault(list, "acknowledgements are a list; an empty one is written as []");
    }
    List<Acknowledgement> entries = new ArrayList<>();
    Set<List<@Nullable Object>> seen = new HashSet<>();
    for (SpecNode node : list.elements()) {
      Acknowledgement entry = entry(node);
      if (!seen.add(
          Arrays.asList(entry.fingerprint(), entry.crm(), entry.comparison(), entry.page()))) {
        throw fault(node, "this fingerprint is acknowledged twice");
      }
      entries.add(entry);
    }
    return entries;
  }

  private Acknowledgement entry(SpecNode node) {
    if (!node.isObject()) {
      throw fault(node, "an acknowledgement is an object, such as {fingerprint: …, reason: …}");
    }
    node.children().forEach(this::check);
    SpecNode crm = node.child("crm");
    SpecNode comparison = node.child("comparison");
    return new Acknowledgement(
        needed(node, "fingerprint"),
        crm == null ? null : crm(crm),
        comparison == null ? null : comparison(comparison),
        node.text("page"),
        needed(node, "reason"),
        needed(node, "owner"),
        date(node, needed(node, "expires")),
        node.line());
  }

  private void check(String key, SpecNode value) {
    if (!NEEDED.contains(key) && !FURTHER.contains(key)) {
      throw fault(
          value,
          "an acknowledgement has nothing else than %s, %s"
              .formatted(String.join(", ", NEEDED), String.join(", ", FURTHER)));
    }
    String text = value.text();
    if (text == null || text.isBlank()) {
      throw fault(value, key + " is a text");
    }
  }

  private String needed(SpecNode node, String key) {
    String text = node.text(key);
    if (text == null) {
      throw fault(
          node,
          "an acknowledgement has %s; this has no %s".formatted(String.join(", ", NEEDED), key));
    }
    return text;
  }

  private Crm crm(SpecNode node) {
    return Arrays.stream(Crm.values())
        .filter(crm -> crm.name().equalsIgnoreCase(node.text()))
        .findFirst()
        .orElseThrow(() -> fault(node, "crm is one of " + crms()));
  }

  private @Nullable String comparison(SpecNode node) {
    String comparison = node.text();
    if (comparison == null || !Check.COMPARISONS.contains(comparison)) {
      throw fault(node, "comparison is " + String.join(", ", Check.COMPARISONS));
    }
    return comparison;
  }

  private LocalDate date(SpecNode entry, String date) {
    try {
      return LocalDate.parse(date);
    } catch (DateTimeParseException e) {
      SpecNode expires = entry.child("expires");
      throw fault(expires == null ? entry : expires, "expires is a date, such as 2027-01-31");
    }
  }

  private CannotCheckException fault(SpecNode node, String sentence) {
    return new CannotCheckException("%s, line %d: %s".formatted(file, node.line(), sentence));
  }

  /** Returns the words for all CRMs, such as {@code acquire, highlevel}. */
  private static String crms() {
    return Arrays.stream(Crm.values())
        .map(crm -> crm.name().toLowerCase(Locale.ROOT))
        .collect(Collectors.joining(", "));
  }
}
