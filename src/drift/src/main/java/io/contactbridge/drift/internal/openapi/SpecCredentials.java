package io.contactbridge.drift.internal.openapi;

import io.contactbridge.drift.internal.facts.Aspect;
import io.contactbridge.drift.internal.facts.Facts;
import io.contactbridge.drift.internal.facts.SpecLocation;
import io.contactbridge.drift.internal.facts.SpecLocation.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reads how an operation wants to know who calls. */
final class SpecCredentials {
  private final SpecNode root;
  private final SpecNode operation;
  private final Facts.Builder facts;

  SpecCredentials(SpecNode root, SpecNode operation, Facts.Builder facts) {
    this.root = root;
    this.operation = operation;
    this.facts = facts;
  }

  /** Reads the alternatives; what is in all of them is required. */
  void read() {
    SpecNode own = operation.child("security");
    SpecNode security = own == null ? root.child("security") : own;
    List<Set<SpecLocation>> alternatives = new ArrayList<>();
    Map<SpecLocation, Set<String>> schemes = new TreeMap<>();
    for (SpecNode each : security == null ? List.<SpecNode>of() : security.elements()) {
      Set<SpecLocation> together = new TreeSet<>();
      each.children().forEach((name, scopes) -> together.add(scheme(name, scopes, schemes)));
      alternatives.add(together);
    }
    schemes.forEach(
        (place, names) -> {
          facts.fact(place, Aspect.SCHEME, String.join("|", names));
          if (alternatives.stream().allMatch(each -> each.contains(place))) {
            facts.fact(place, Aspect.REQUIRED, true);
          }
        });
  }

  private SpecLocation scheme(String name, SpecNode use, Map<SpecLocation, Set<String>> schemes) {
    @Nullable SpecNode components = root.get("components");
    @Nullable SpecNode all = components == null ? null : components.get("securitySchemes");
    @Nullable SpecNode scheme = all == null ? null : all.get(name);
    if (scheme == null) {
      throw use.refusal("the security scheme " + name + " is not in the document");
    }
    SpecLocation place =
        SpecLocation.of(Part.CREDENTIALS, carrier(scheme).toLowerCase(Locale.ROOT));
    facts.place(place, scheme.origin());
    String description = SchemaReader.words(scheme.text("description"));
    if (description != null) {
      facts.fact(place, Aspect.DESCRIPTION, description);
    }
    schemes.computeIfAbsent(place, ignored -> new TreeSet<>()).add(kind(scheme));
    List<String> scopes =
        use.elements().stream().map(each -> String.valueOf(each.text())).sorted().toList();
    List<String> inWords = RequiredRights.in(description + " " + operation.text("description"));
    if (!scopes.isEmpty() || !inWords.isEmpty()) {
      facts.fact(place, Aspect.SCOPES, scopes.isEmpty() ? inWords : scopes);
    }
    for (String key : List.of("flows", "openIdConnectUrl")) {
      SpecNode rule = scheme.child(key);
      if (rule != null) {
        facts.fact(place, Aspect.FURTHER_RULES, List.of(key + ": " + rule.json()));
      }
    }
    return place;
  }

  private static String carrier(SpecNode scheme) {
    String name = scheme.text("name");
    return "apiKey".equals(scheme.text("type")) && name != null ? name : "authorization";
  }

  private static String kind(SpecNode scheme) {
    String type = String.valueOf(scheme.text("type"));
    return switch (type) {
      case "http" -> String.valueOf(scheme.text("scheme")).toLowerCase(Locale.ROOT);
      case "apiKey" -> "apiKey in " + scheme.text("in");
      default -> type;
    };
  }
}
