package io.contactbridge.cli;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Help.Ansi.Style;

/** Rows of cells, which are printed below each other. */
final class Table {
  /**
   * One cell.
   *
   * @param text one line, without control characters
   * @param style for a terminal; {@link Style#reset} for none
   */
  record Cell(String text, Style style) {
    static Cell of(String text) {
      return new Cell(text, Style.reset);
    }
  }

  private final Terminal terminal;
  private final List<List<Cell>> rows = new ArrayList<>();

  Table(Terminal terminal) {
    this.terminal = terminal;
  }

  void row(List<Cell> cells) {
    rows.add(List.copyOf(cells));
  }

  void print() {
    for (List<Cell> row : rows) {
      StringBuilder line = new StringBuilder();
      for (int column = 0; column < row.size(); column++) {
        String text = row.get(column).text();
        line.append(painted(row.get(column)));
        if (column < row.size() - 1) {
          line.append(" ".repeat(width(column) - text.length())).append("  ");
        }
      }
      terminal.out().println(line.toString().stripTrailing());
    }
  }

  private String painted(Cell cell) {
    return cell.style() == Style.reset || cell.text().isEmpty()
        ? cell.text()
        : terminal.paint(cell.text(), cell.style());
  }

  /** Returns how wide a column is; the cell that ends a row may stick out. */
  private int width(int column) {
    return rows.stream()
        .filter(row -> row.size() > column + 1)
        .mapToInt(row -> row.get(column).text().length())
        .max()
        .orElse(0);
  }
}
