package io.otklik.jobs.misinformation;

import io.otklik.jobs.runtime.BookInForce;
import io.otklik.schemas.RuleBookVersion;
import io.otklik.similarity.signal.SignalBook;
import io.otklik.similarity.signal.SignalBookYaml;
import io.otklik.yaml.YamlProblem;
import org.apache.flink.api.common.state.BroadcastState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ReadOnlyBroadcastState;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
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

    private final BookInForce inForce;
    private SignalBook book = SignalBook.bundled();

    SignalsInForce(MetricGroup metrics) {
        inForce =
                new BookInForce(
                        RuleBookVersion.SIGNALS,
                        this::accept,
                        metrics.counter("refusedSignalBooks"));
    }

    SignalBook book(ReadOnlyBroadcastState<String, RuleBookVersion> books) throws Exception {
        inForce.restore(books);
        return book;
    }

    /** Whether another book is in force now. */
    boolean take(RuleBookVersion version, BroadcastState<String, RuleBookVersion> books)
            throws Exception {
        return inForce.take(version, books);
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
