package io.otklik.jobs.runtime;

import io.otklik.schemas.RuleBookVersion;
import org.apache.flink.api.common.state.BroadcastState;
import org.apache.flink.api.common.state.ReadOnlyBroadcastState;
import org.apache.flink.metrics.Counter;

import java.util.function.Predicate;

/**
 * Which book of topic {@code rule} a task goes by: the newest that it accepted, which is in
 * broadcast state. A book that is not in order is refused, changes nothing and is counted.
 */
public final class BookInForce {

    private final String bookId;
    private final Predicate<RuleBookVersion> accept;
    private final Counter refused;

    /** Whether the book of a restored state was looked for. */
    private boolean restored;

    /**
     * @param accept puts a book in force if it is in order; whether it is
     */
    public BookInForce(String bookId, Predicate<RuleBookVersion> accept, Counter refused) {
        this.bookId = bookId;
        this.accept = accept;
        this.refused = refused;
    }

    /** Puts the book of a restored state in force; to be called before the book is used. */
    public void restore(ReadOnlyBroadcastState<String, RuleBookVersion> books) throws Exception {
        if (!restored) {
            restored = true;
            RuleBookVersion known = books.get(bookId);
            if (known != null) {
                accept.test(known);
            }
        }
    }

    /**
     * Takes a book of the topic.
     *
     * @return whether another book is in force now
     */
    public boolean take(RuleBookVersion version, BroadcastState<String, RuleBookVersion> books)
            throws Exception {
        restore(books);
        RuleBookVersion known = books.get(bookId);
        boolean older = known != null && known.updatedAt().isAfter(version.updatedAt());
        if (!version.bookId().equals(bookId) || older || version.equals(known)) {
            return false;
        }
        if (!accept.test(version)) {
            refused.inc();
            return false;
        }
        books.put(bookId, version);
        return true;
    }
}
