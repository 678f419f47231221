package io.otklik.grafana.query;

import java.util.ArrayList;
import java.util.List;

/**
 * What stands between the brackets of a macro, cut at the commas of the outermost level. Like the
 * plugin it counts brackets and knows no quotes.
 *
 * @param end the place behind the closing bracket
 */
record Arguments(List<String> list, int end) {

    /**
     * @param open the place of the opening bracket
     */
    static Arguments read(String text, int open) {
        List<String> list = new ArrayList<>();
        int depth = 0;
        int start = open + 1;
        for (int at = open; at < text.length(); at++) {
            switch (text.charAt(at)) {
                case '(' -> depth++;
                case ')' -> {
                    depth--;
                    if (depth == 0) {
                        list.add(text.substring(start, at));
                        return new Arguments(list, at + 1);
                    }
                }
                case ',' -> {
                    if (depth == 1) {
                        list.add(text.substring(start, at));
                        start = at + 1;
                    }
                }
                default -> {}
            }
        }
        throw new IllegalArgumentException("A bracket is not closed: " + text.substring(open));
    }
}
