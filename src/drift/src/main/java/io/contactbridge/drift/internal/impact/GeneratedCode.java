package io.contactbridge.drift.internal.impact;

import io.contactbridge.Crm;
import io.contactbridge.drift.internal.facts.Facts;
import io.contactbridge.drift.internal.facts.SpecLocation;
import io.contactbridge.drift.internal.facts.SpecLocation.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The generated classes and the contract test that a change concerns. */
final class GeneratedCode {
  private static final Pattern SCHEMA = Pattern.compile("/components/schemas/([^/]+)(/.*)?");

  private final Crm crm;
  private final Facts before;
  private final String client;

  GeneratedCode(Crm crm, Facts before) {
    this.crm = crm;
    this.before = before;
    client = "io.contactbridge.client." + crm.name().toLowerCase(Locale.ROOT);
  }

  /** Returns the full names of the classes, the contract test last. */
  List<String> of(List<SpecLocation> places) {
    Set<String> classes = new TreeSet<>();
    places.forEach(place -> classes.add(generated(place)));
    classes.remove("");
    List<String> all = new ArrayList<>(classes);
    all.add("io.contactbridge.contract." + crm + "ContractTest");
    return List.copyOf(all);
  }

  private String generated(SpecLocation place) {
    return switch (place.part()) {
      case CREDENTIALS, SERVER -> client + "." + crm + "Client";
      case ANSWER, ANSWER_HEADER -> "";
      case REQUEST_BODY, ANSWER_BODY -> model(place);
      default -> client + ".ContactsApi";
    };
  }

  /** Returns the class of the nearest schema that has one, since that of a mere text has none. */
  private String model(SpecLocation place) {
    for (String path = place.path(); !path.isEmpty(); path = outer(path)) {
      Facts.Origin origin = before.origin(new SpecLocation(place.part(), place.status(), path));
      Matcher schema = SCHEMA.matcher(origin == null ? "" : origin.pointer());
      if (schema.matches() && exists(client + ".model." + schema.group(1))) {
        return client + ".model." + schema.group(1);
      }
    }
    return place.part() == Part.REQUEST_BODY ? client + ".ContactsApi" : "";
  }

  private static String outer(String path) {
    int end = Math.max(path.lastIndexOf('.'), path.lastIndexOf('['));
    return end < 0 ? "" : path.substring(0, end);
  }

  private static boolean exists(String name) {
    try {
      Class.forName(name, false, GeneratedCode.class.getClassLoader());
      return true;
    } catch (ClassNotFoundException e) {
      return false;
    }
  }
}
