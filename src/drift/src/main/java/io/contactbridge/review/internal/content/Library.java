package io.contactbridge.review.internal.content;

import io.contactbridge.Capability;
import io.contactbridge.ContactField;
import io.contactbridge.Crm;
import io.contactbridge.CrmProfile;
import io.contactbridge.client.JsonValue;
import io.contactbridge.drift.Source;
import io.contactbridge.review.CannotReviewException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the library can do with each field at each CRM: this version of it, or the version of a
 * revision, whose {@code specs/capabilities.json} says it. A test keeps that file as the code is,
 * so that code need not be run to know what it can do.
 *
 * @param unknown entries of CRMs or fields that this version does not have
 */
public record Library(List<Entry> entries, List<String> unknown) {
  public static final String FILE = "capabilities.json";

  /**
   * One field at one CRM.
   *
   * @param requestPath a JSON path, or empty
   * @param answerPath a JSON path, or empty
   * @param note what a user of the field should know, or empty
   */
  public record Entry(
      Crm crm,
      ContactField field,
      boolean set,
      boolean clear,
      boolean read,
      boolean replaces,
      String requestPath,
      String answerPath,
      String note) {
    /** Returns whether it is written as a part of another field, such as the full name. */
    public boolean isPart() {
      return set && !read;
    }

    /** Returns what it can do in a few words, for people. */
    public String words() {
      if (!set) {
        return "read only";
      }
      return "set"
          + (clear ? ", can be emptied" : ", cannot be emptied")
          + (replaces ? ", replaces all" : "")
          + (read ? "" : ", as a part of another field");
    }
  }

  /** Returns what this version of the library can do. */
  public static Library current() {
    List<Entry> entries = new ArrayList<>();
    for (Crm crm : Crm.values()) {
      for (Capability capability : CrmProfile.of(crm).capabilities()) {
        entries.add(
            new Entry(
                crm,
                capability.field(),
                capability.canSet(),
                capability.canClear(),
                capability.canRead(),
                capability.replaces(),
                capability.requestPath().orElse(""),
                capability.answerPath().orElse(""),
                capability.note().orElse("")));
      }
    }
    return new Library(List.copyOf(entries), List.of());
  }

  /**
   * Reads what {@link #toJson} wrote.
   *
   * @throws CannotReviewException if it is not of that form
   */
  public static Library read(String file, String text) {
    Node list = Node.read(Source.text(file, text));
    if (!list.isArray()) {
      throw new CannotReviewException(file + " is no list of what the library can do");
    }
    List<Entry> entries = new ArrayList<>();
    List<String> unknown = new ArrayList<>();
    for (Node node : list.items()) {
      Optional<Crm> crm = constant(Crm.values(), node.text("crm"));
      Optional<ContactField> field = constant(ContactField.values(), node.text("field"));
      if (crm.isEmpty() || field.isEmpty()) {
        unknown.add((node.text("crm") + " " + node.text("field")).strip());
      } else {
        entries.add(entry(crm.get(), field.get(), node));
      }
    }
    return new Library(List.copyOf(entries), List.copyOf(unknown));
  }

  private static Entry entry(Crm crm, ContactField field, Node node) {
    return new Entry(
        crm,
        field,
        node.is("set"),
        node.is("clear"),
        node.is("read"),
        node.is("replaces"),
        node.text("requestPath"),
        node.text("answerPath"),
        node.text("note"));
  }

  /** Returns all of it as JSON, an entry on each line, so that Git shows a change as such. */
  public String toJson() {
    List<String> lines = new ArrayList<>();
    for (Entry entry : entries) {
      Map<String, Object> object = new LinkedHashMap<>();
      object.put("crm", entry.crm.name());
      object.put("field", entry.field.name());
      object.put("set", entry.set);
      object.put("clear", entry.clear);
      object.put("read", entry.read);
      object.put("replaces", entry.replaces);
      object.put("requestPath", entry.requestPath);
      object.put("answerPath", entry.answerPath);
      object.put("note", entry.note);
      lines.add("  " + JsonValue.write(object));
    }
    return "[\n" + String.join(",\n", lines) + "\n]\n";
  }

  public List<Entry> of(Crm crm) {
    return entries.stream().filter(entry -> entry.crm == crm).toList();
  }

  public Optional<Entry> of(Crm crm, ContactField field) {
    return entries.stream().filter(entry -> entry.crm == crm && entry.field == field).findFirst();
  }

  private static <E extends Enum<E>> Optional<E> constant(E[] constants, String name) {
    return Arrays.stream(constants).filter(constant -> constant.name().equals(name)).findFirst();
  }
}
