package io.otklik.cli.demo;

import java.io.PrintWriter;
import java.util.HashSet;
import java.util.Set;

/**
 * What was found to be appeals beside what the samples' writer meant to be.
 *
 * @param labelled appeals by the labels
 * @param found appeals by the jobs
 * @param right in both
 */
record Labelled(int labelled, int found, int right) {

    static Labelled of(Set<String> labelled, Set<String> found) {
        Set<String> right = new HashSet<>(found);
        right.retainAll(labelled);
        return new Labelled(labelled.size(), found.size(), right.size());
    }

    void print(PrintWriter out) {
        out.printf(
                "Обращений по разметке образца (truth.jsonl) %d: найдено верно %d, лишних %d,"
                        + " пропущено %d.%n",
                labelled, right, found - right, labelled - right);
    }
}
