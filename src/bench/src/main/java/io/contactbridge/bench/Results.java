package io.contactbridge.bench;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Every value that was measured, by figure and client. */
final class Results {
  private final Map<Figure, Map<String, List<Double>>> values = new EnumMap<>(Figure.class);

  void add(Figure figure, String client, double value) {
    values
        .computeIfAbsent(figure, key -> new HashMap<>())
        .computeIfAbsent(client, key -> new ArrayList<>())
        .add(value);
  }

  /** Returns a table in Markdown whose columns line up, with the first client in figures. */
  String table(List<String> clients) {
    StringBuilder table = new StringBuilder(row("", clients));
    table.append("|").append("---|".repeat(clients.size() + 1)).append('\n');
    for (Figure figure : Figure.values()) {
      Map<String, List<Double>> byClient = values.getOrDefault(figure, Map.of());
      List<String> cells = new ArrayList<>();
      for (String client : clients) {
        cells.add(cell(figure, client, byClient, clients.get(0)));
      }
      table.append(row(figure.words(), cells));
    }
    return table.toString();
  }

  private static String cell(
      Figure figure, String client, Map<String, List<Double>> byClient, String first) {
    List<Double> own = byClient.get(client);
    List<Double> limit = byClient.get(first);
    if (own == null || limit == null) {
      return "–";
    }
    if (client.equals(first)) {
      return String.format(Locale.ROOT, "%,.0f", median(own));
    }
    String ratio = String.format(Locale.ROOT, "%.2f", median(own) / median(limit));
    String bound = figure.mustReach(client);
    return bound.isEmpty() ? ratio : ratio + " (" + bound + ")";
  }

  private static String row(String name, List<String> cells) {
    StringBuilder row = new StringBuilder(String.format("| %-34s |", name));
    cells.forEach(cell -> row.append(String.format(" %13s |", cell)));
    return row.append('\n').toString();
  }

  static double median(List<Double> values) {
    List<Double> sorted = values.stream().sorted().toList();
    int middle = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(middle)
        : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
  }
}
