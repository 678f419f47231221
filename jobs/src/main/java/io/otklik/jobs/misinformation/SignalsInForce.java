package io.otklik.jobs.misinformation;

import io.otklik.schemas.RuleBookVersion;
import io.otklik.similarity.signal.SignalBook;
import io.otklik.similarity.signal.SignalBookYaml;
import io.otklik.yaml.YamlProblem;
import org.apache.flink.api.common.state.BroadcastState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ReadOnlyBroadcastState;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;

/**
 * The book of signals by which a task decides: the bundled one until another comes on topic {@code
 * rule}. One that is not in order, or that moves the signals of the book in force, is refused,
 * changes nothing and counts in metric {@code refusedSignalBooks}.
 */
final class SignalsInForce {

    static final MapStateDescriptor<String, RuleBookVersion> BOOKS =
            new MapStateDescriptor<>(
                    "signal-books", Types.STRING, TypeInformation.of(RuleBookVersion.class));

    private final Counter refused;
    private SignalBook book = SignalBook.bundled();

    /** Whether the book of a restored state was looked for. */
    private boolean restored;

    SignalsInForce(MetricGroup metrics) {
        refused = metrics.counter("refusedSignalBooks");
    }

    SignalBook book(ReadOnlyBroadcastState<String, RuleBookVersion> books) throws Exception {
        if (!restored) {
            restored = true;
            RuleBookVersion known = books.get(RuleBookVersion.SIGNALS);
            if (known != null) {
                accept(known);
            }
        }
        return book;
    }

    /** Whether another book is in force now. */
    boolean take(RuleBookVersion version, BroadcastState<String, RuleBookVersion> books)
            throws Exception {
        book(books);
        RuleBookVersion known = books.get(RuleBookVersion.SIGNALS);
        boolean older = known != null && known.updatedAt().isAfter(version.updatedAt());
        if (!version.bookId().equals(RuleBookVersion.SIGNALS) || older || version.equals(known)) {
            return false;
        }
        if (!accept(version)) {
            refused.inc();
            return false;
        }
        books.put(RuleBookVersion.SIGNALS, version);
        return true;
    }

    private boolean accept(RuleBookVersion version) {
        try {
            SignalBook next = SignalBookYaml.read(version.yaml());
            boolean follows = next.whyNotAfter(book) == null;
            book = follows ? next : book;
            return follows;
        } catch (YamlProblem e) {
            return false;
        }
    }
}
