package io.otklik.language.train;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.otklik.language.Decision;
import io.otklik.language.Said;
import io.otklik.language.ThreadDecider;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Supplier;

/**
 * The lines of one thread, heard in the order in which they were written. A message that several
 * lines tell of (edits, repeats) is one message in several versions. Lines that come later but
 * stand earlier, or change what was said, make the thread be heard anew, as in job {@code appeals}.
 */
final class ClassifiedThread {

    private final Supplier<ThreadDecider> decider;
    private final Map<String, Told> messages = new LinkedHashMap<>();
    private List<Told> heard = List.of();
    private ThreadDecider thread;

    ClassifiedThread(Supplier<ThreadDecider> decider) {
        this.decider = decider;
    }

    /** A message with all its versions; those of lines that were not decided on yet are new. */
    private static final class Told {
        private final List<ClassifiedLine> versions = new ArrayList<>();
        private boolean changed;

        LabelledMessage message() {
            return versions.get(0).message();
        }

        void add(ClassifiedLine line) {
            changed = true;
            versions.add(line);
            versions.sort(
                    Comparator.comparing(
                            ClassifiedLine::changedAt,
                            Comparator.nullsFirst(Comparator.<LocalDateTime>naturalOrder())));
        }
    }

    int size() {
        return messages.size();
    }

    void add(ClassifiedLine line) {
        messages.computeIfAbsent(line.message().id(), id -> new Told()).add(line);
    }

    /** Tells the decision on each line that was added. */
    void decide(BiConsumer<ObjectNode, Decision> decisions) {
        List<Told> inOrder = TimeOrder.of(List.copyOf(messages.values()), Told::message);
        boolean goesOn =
                thread != null
                        && inOrder.subList(0, heard.size()).equals(heard)
                        && heard.stream().noneMatch(told -> told.changed);
        int from = goesOn ? heard.size() : 0;
        thread = goesOn ? thread : decider.get();
        for (Told told : inOrder.subList(from, inOrder.size())) {
            hear(told, decisions);
        }
        heard = inOrder;
    }

    private void hear(Told told, BiConsumer<ObjectNode, Decision> decisions) {
        List<Said> said = new ArrayList<>();
        for (ClassifiedLine version : told.versions) {
            said.add(
                    new Said(
                            version.message().text(),
                            version.changedInstant(),
                            version.changedDay()));
        }
        List<Decision> found = thread.next(KindExamples.threadMessage(told.message(), null), said);
        for (int i = 0; i < found.size(); i++) {
            if (!told.versions.get(i).isDecided()) {
                decisions.accept(told.versions.get(i).take(), found.get(i));
            }
        }
        told.changed = false;
    }
}
