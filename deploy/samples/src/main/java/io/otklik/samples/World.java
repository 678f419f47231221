package io.otklik.samples;

import io.otklik.samples.corpus.Corpus;
import io.otklik.samples.corpus.Decks;
import io.otklik.samples.corpus.Rng;
import io.otklik.schemas.Platform;

import java.util.List;
import java.util.function.Consumer;

/** Everything that the handlers of actions share in one run. */
final class World {

    final GeneratorConfig config;
    final Corpus corpus;
    final Registry registry;
    final Rhythm rhythm;
    final Season season;
    final Rng rng;
    final Decks decks;
    final Agenda agenda;
    final Outbox outbox;
    final TextWriter texts;

    /** Null if nobody asks. */
    final Consumer<Truth> truth;

    final List<PageDesk> desks;
    final VkWriter vk = new VkWriter();
    final VkPolls vkPolls = new VkPolls();
    final TelegramWriter telegram = new TelegramWriter();
    private final MessageWriter message = new MessageWriter();

    World(GeneratorConfig config, Corpus corpus, Consumer<Truth> truth) {
        this.config = config;
        this.corpus = corpus;
        this.truth = truth;
        this.registry = new Registry(config, corpus);
        long start = config.start().toEpochMilli();
        this.rhythm = new Rhythm(start);
        this.season = new Season(rhythm, start);
        this.rng = new Rng(config.seed());
        this.decks = new Decks(rng);
        this.agenda = new Agenda(start + config.duration().toMillis());
        this.outbox = new Outbox(config, rng);
        this.texts = new TextWriter(corpus, rhythm, rng, decks);
        this.desks = registry.pages().stream().map(p -> new PageDesk(p, config.seed())).toList();
    }

    PayloadWriter writer(Page page) {
        return page.platform() == Platform.VK
                ? vk
                : page.platform() == Platform.TELEGRAM ? telegram : message;
    }

    PageDesk desk(Page page) {
        return desks.get(page.number());
    }
}
