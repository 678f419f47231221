package io.otklik.samples;

import java.util.PriorityQueue;

/** What will happen, by its moment; nothing after the end of the stream. */
final class Agenda {

    private final PriorityQueue<Action> queue = new PriorityQueue<>();
    private final long end;
    private long order;

    Agenda(long end) {
        this.end = end;
    }

    void add(long time, Action.What what, Page page, PostThread thread, Note note) {
        if (time < end) {
            queue.add(new Action(time, order++, what, page, thread, note));
        }
    }

    boolean isEmpty() {
        return queue.isEmpty();
    }

    /** Moment of the next action; the queue is not empty. */
    long next() {
        return queue.element().time();
    }

    Action take() {
        return queue.remove();
    }
}
