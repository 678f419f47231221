package io.otklik.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** Rows of cells for a terminal: each column as wide as its widest cell. */
public final class TextTable {

    private static final String GAP = "  ";

    private final Set<Integer> left;
    private final List<List<String>> rows = new ArrayList<>();

    /**
     * @param left columns, from 0, that begin at their left side; the others end at their right
     */
    public TextTable(Set<Integer> left) {
        this.left = Set.copyOf(left);
    }

    /** Adds a row; all have the same number of cells. */
    public void row(List<String> cells) {
        rows.add(List.copyOf(cells));
    }

    public void print(PrintWriter out) {
        int[] widths = new int[rows.isEmpty() ? 0 : rows.get(0).size()];
        for (List<String> row : rows) {
            Arrays.setAll(widths, i -> Math.max(widths[i], width(row.get(i))));
        }
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < widths.length; i++) {
                String room = " ".repeat(widths[i] - width(row.get(i)));
                line.append(left.contains(i) ? row.get(i) + room : room + row.get(i)).append(GAP);
            }
            out.println(line.toString().stripTrailing());
        }
    }

    private static int width(String cell) {
        return cell.codePointCount(0, cell.length());
    }
}
