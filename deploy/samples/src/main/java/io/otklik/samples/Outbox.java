package io.otklik.samples;

import io.otklik.samples.corpus.Rng;

import java.util.PriorityQueue;
import java.util.function.Consumer;

/** Events on their way, in the order of their arrival; some arrive twice. */
final class Outbox implements Consumer<SampleEvent> {

    private static final long SECOND = 1_000L;

    private final PriorityQueue<Delivery> queue = new PriorityQueue<>();
    private final Rng rng;
    private final double duplicates;
    private final double disorder;
    private long order;

    Outbox(GeneratorConfig config, Rng rng) {
        this.rng = rng;
        this.duplicates = config.duplicateShare();
        this.disorder = config.disorderShare();
    }

    /** When an event of this moment arrives: 1 to 20 seconds later, some up to half an hour. */
    long arrival(long time) {
        long at = time + rng.between(SECOND, 20 * SECOND);
        return disorder > 0 && rng.chance(disorder)
                ? at + rng.between(60 * SECOND, 1_800 * SECOND)
                : at;
    }

    @Override
    public void accept(SampleEvent event) {
        queue.add(new Delivery(event.receivedAt(), order++, event));
        if (duplicates > 0 && rng.chance(duplicates)) {
            long again = event.receivedAt() + rng.between(5 * SECOND, 600 * SECOND);
            queue.add(new Delivery(again, order++, event));
        }
    }

    boolean isEmpty() {
        return queue.isEmpty();
    }

    /** Arrival of the next event; the queue is not empty. */
    long next() {
        return queue.element().at();
    }

    SampleEvent take() {
        return queue.remove().event();
    }
}
