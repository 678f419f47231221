package io.otklik.jobs.runtime;

import io.otklik.schemas.RuleBookVersion;
import org.apache.flink.api.common.state.BroadcastState;
import org.apache.flink.api.common.state.ReadOnlyBroadcastState;
import org.apache.flink.metrics.Counter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.function.Predicate;

/**
 * Which book of topic {@code rule} a task goes by: the newest that it accepted, which is in
 * broadcast state. A book that is not in order is refused, changes nothing and is counted.
 */
public final class BookInForce {

    private static final Logger LOG = LoggerFactory.getLogger(BookInForce.class);

    private final String bookId;
    private final Predicate<RuleBookVersion> accept;
    private final Counter refused;

    /** Whether the book of a restored state was looked for. */
    private boolean restored;

    /** The book of the topic that was accepted last; null if none was. */
    private RuleBookVersion inForce;

    /**
     * @param accept puts a book in force if it is in order; whether it is
     */
    public BookInForce(String bookId, Predicate<RuleBookVersion> accept, Counter refused) {
        this.bookId = bookId;
        this.accept = accept;
        this.refused = refused;
    }

    /**
     * Puts the book of a restored state in force; to be called before the book is used. One that
     * this build refuses is counted and logged; what comes with the job stays in force then.
     */
    public void restore(ReadOnlyBroadcastState<String, RuleBookVersion> books) throws Exception {
        if (!restored) {
            restored = true;
            RuleBookVersion known = books.get(bookId);
            if (known != null && !accept(known)) {
                LOG.warn(
                        "Book {} of {} that the state holds is not in order for this build; the one that comes with the job is in force until another is imported.",
                        bookId,
                        known.updatedAt());
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
        if (!version.bookId().equals(bookId) || older || version.equals(inForce)) {
            return false;
        }
        if (!accept(version)) {
            return false;
        }
        books.put(bookId, version);
        return true;
    }

    private boolean accept(RuleBookVersion version) {
        boolean accepted = accept.test(version);
        if (accepted) {
            inForce = version;
        } else {
            refused.inc();
        }
        return accepted;
    }
}
