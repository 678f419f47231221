package io.otklik.jobs.runtime;

import io.otklik.schemas.RuleBookVersion;
import org.apache.flink.api.common.state.BroadcastState;
import org.apache.flink.metrics.SimpleCounter;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;

class BookInForceTest {

    private static final Instant NOON = Instant.parse("2026-12-01T12:00:00Z");

    private final SimpleCounter refused = new SimpleCounter();
    private final Books books = new Books();
    private final List<String> accepted = new ArrayList<>();
    private boolean strict;

    private final BookInForce inForce =
            new BookInForce(
                    RuleBookVersion.SIGNALS,
                    version -> {
                        boolean inOrder = !strict || !version.yaml().contains("odd");
                        if (inOrder) {
                            accepted.add(version.yaml());
                        }
                        return inOrder;
                    },
                    refused);

    @Test
    void theNewestThatIsInOrderIsInForce() throws Exception {
        assertThat(inForce.take(book("one", NOON), books)).isTrue();
        assertThat(inForce.take(book("older", NOON.minusSeconds(1)), books)).isFalse();
        assertThat(inForce.take(book("one", NOON), books)).isFalse();
        assertThat(inForce.take(book("two", NOON.plusSeconds(1)), books)).isTrue();

        assertThat(accepted).containsExactly("one", "two");
        assertThat(refused.getCount()).isZero();
    }

    @Test
    void aBookOfStateThatThisBuildRefusesIsCounted() throws Exception {
        books.put(RuleBookVersion.SIGNALS, book("odd", NOON));
        strict = true;

        inForce.restore(books);
        inForce.restore(books);

        assertThat(accepted).isEmpty();
        assertThat(refused.getCount()).isEqualTo(1);
    }

    /** It is not in force, though state has it. */
    @Test
    void theRefusedBookOfStateIsTakenOnceItIsInOrder() throws Exception {
        books.put(RuleBookVersion.SIGNALS, book("odd", NOON));
        strict = true;
        assertThat(inForce.take(book("odd", NOON), books)).isFalse();
        assertThat(refused.getCount()).isEqualTo(2);

        strict = false;
        assertThat(inForce.take(book("odd", NOON), books)).isTrue();
    }

    private static RuleBookVersion book(String yaml, Instant updatedAt) {
        return new RuleBookVersion(RuleBookVersion.SIGNALS, "1", yaml, updatedAt);
    }

    private static final class Books implements BroadcastState<String, RuleBookVersion> {
        private final Map<String, RuleBookVersion> books = new HashMap<>();

        @Override
        public void put(String key, RuleBookVersion value) {
            books.put(key, value);
        }

        @Override
        public RuleBookVersion get(String key) {
            return books.get(key);
        }

        @Override
        public void putAll(Map<String, RuleBookVersion> map) {
            books.putAll(map);
        }

        @Override
        public void remove(String key) {
            books.remove(key);
        }

        @Override
        public Iterable<Map.Entry<String, RuleBookVersion>> entries() {
            return books.entrySet();
        }

        @Override
        public Iterator<Map.Entry<String, RuleBookVersion>> iterator() {
            return books.entrySet().iterator();
        }

        @Override
        public Iterable<Map.Entry<String, RuleBookVersion>> immutableEntries() {
            return books.entrySet();
        }

        @Override
        public boolean contains(String key) {
            return books.containsKey(key);
        }

        @Override
        public void clear() {
            books.clear();
        }
    }
}
