package io.otklik.samples;

import io.otklik.samples.corpus.Corpus;
import io.otklik.schemas.Audience;

import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;

/**
 * Makes the events that the platforms would send of a region's official pages, in the order in
 * which a gateway receives them.
 *
 * <pre>{@code
 * var generator = new StreamGenerator(GeneratorConfig.load(42, 1_000_000));
 * generator.events().forEachRemaining(event -> send(event));
 * }</pre>
 *
 * <p>Each call of {@link #events} starts anew: equal configurations give equal bytes. Events are
 * made as they are asked for; memory grows with pages and open threads, not with their number.
 */
public final class StreamGenerator {

    private final GeneratorConfig config;
    private final Corpus corpus = Corpus.load();

    public StreamGenerator(GeneratorConfig config) {
        this.config = config;
    }

    /** The events; the iterator is for one thread. */
    public Iterator<SampleEvent> events() {
        return new Simulation(config, corpus, null);
    }

    /**
     * The events, and what is true of each message.
     *
     * @param truth called once a message, when it is made, which is before its event is delivered;
     *     with an {@code eventCount}, also for the last messages that are never delivered
     */
    public Iterator<SampleEvent> events(Consumer<Truth> truth) {
        return new Simulation(config, corpus, truth);
    }

    /** The register of the stream's pages, as {@code otklik registry import} reads it. */
    public String registryCsv() {
        return RegistryCsv.write(new Registry(config, corpus).pages());
    }

    /** How many followed those pages in the year before. */
    List<Audience> audience() {
        return new Followers(new Registry(config, corpus).pages(), config.seed()).all();
    }
}
