package io.otklik.samples;

import io.otklik.samples.corpus.Corpus;
import io.otklik.samples.corpus.Pool;
import io.otklik.samples.corpus.Rng;
import io.otklik.samples.corpus.Scene;

import java.util.List;

/** Plans what needs no answer: opinions and the quarrels below them, thanks, chat, spam. */
final class TalkPlanner {

    private static final long MINUTE = 60_000L;
    private static final Pool NONE = new Pool(0, List.of());

    private final Corpus corpus;
    private final Population population;
    private final Rhythm rhythm;
    private final Rng rng;

    TalkPlanner(World world) {
        this.corpus = world.corpus;
        this.population = world.registry.population();
        this.rhythm = world.rhythm;
        this.rng = world.rng;
    }

    Author resident(PostThread thread, Scene scene) {
        return population.resident(thread.page.platform(), scene.municipality(), rng);
    }

    void opinion(PostThread thread, Pool pool, Scene scene, long at, List<Note> out) {
        Note note =
                new Note(thread, resident(thread, scene), Truth.Kind.OPINION, scene, at)
                        .text(NONE, pool, tail("opinion-tail", .3));
        out.add(note);
        if (rng.chance(.3)) {
            quarrel(note, out);
        } else if (rng.chance(.05)) {
            Note reply =
                    new Note(
                                    thread,
                                    thread.page.author(),
                                    Truth.Kind.OFFICIAL,
                                    scene,
                                    rhythm.office(at, 200 * MINUTE, 1, rng))
                            .under(note)
                            .text(NONE, corpus.talk("official-remark"), NONE);
            reply.answer = Truth.Answer.OTHER;
            out.add(reply);
        }
    }

    /** Two or three residents, two to five replies, quick ones. */
    void quarrel(Note start, List<Note> out) {
        Note last = start;
        Author second = resident(start.thread, start.scene);
        int length = 1 + rng.below(2) + (rng.chance(.35) ? 1 + rng.below(3) : 0);
        for (int i = 0; i < length; i++) {
            Author who =
                    i % 2 == 0
                            ? rng.chance(.85) ? second : resident(start.thread, start.scene)
                            : start.author;
            if (who.isPage()) {
                return;
            }
            String section = rng.chance(.12) ? "troll" : i % 2 == 0 ? "quarrel" : "quarrel-back";
            Note reply =
                    new Note(
                                    start.thread,
                                    who,
                                    rng.chance(.3) ? Truth.Kind.OPINION : Truth.Kind.CHAT,
                                    start.scene,
                                    rhythm.people(last.time, 14 * MINUTE, 1.2, rng))
                            .under(last)
                            .text(NONE, corpus.talk(section), tail("quarrel-tail", .42));
            out.add(reply);
            last = reply;
        }
    }

    void thanks(PostThread thread, Pool pool, Scene scene, long at, List<Note> out) {
        Note note =
                new Note(thread, resident(thread, scene), Truth.Kind.THANKS, scene, at)
                        .text(NONE, pool, tail("thanks-tail", .34));
        out.add(note);
        if (rng.chance(.22)) {
            Note reply =
                    new Note(
                                    thread,
                                    thread.page.author(),
                                    Truth.Kind.OFFICIAL,
                                    scene,
                                    rhythm.office(at, 120 * MINUTE, 1, rng))
                            .under(note)
                            .text(NONE, corpus.talk("official-thanks"), NONE);
            reply.answer = Truth.Answer.OTHER;
            out.add(reply);
        }
    }

    void chat(PostThread thread, Pool pool, Scene scene, long at, List<Note> out) {
        Note note =
                new Note(thread, resident(thread, scene), Truth.Kind.CHAT, scene, at)
                        .text(NONE, pool, tail("chat-tail", .24));
        note.photo = rng.chance(.04);
        out.add(note);
        if (rng.chance(.2)) {
            chatReply(note, corpus.talk("chat-reply"), tail("chat-tail", .2), out);
        }
    }

    void chatReply(Note to, Pool pool, Pool tail, List<Note> out) {
        out.add(
                new Note(
                                to.thread,
                                resident(to.thread, to.scene),
                                Truth.Kind.CHAT,
                                to.scene,
                                rhythm.people(to.time, 30 * MINUTE, 1.2, rng))
                        .under(to)
                        .text(NONE, pool, tail));
    }

    /** Lines of a section; for a matter of a place, mostly those that speak of one. */
    Pool lines(String section, boolean site) {
        return corpus.talk(section, site && rng.chance(.68));
    }

    /** {@link #tail(String, double)}, as {@link #lines} chooses. */
    Pool tail(String section, double share, boolean site) {
        return rng.chance(share) ? lines(section, site) : NONE;
    }

    /** A few more words after every so many texts, so that short ones differ. */
    Pool tail(String section, double share) {
        return rng.chance(share) ? corpus.talk(section) : NONE;
    }

    void spam(PostThread thread, Scene scene, long at, List<Note> out) {
        out.add(
                new Note(thread, resident(thread, scene), Truth.Kind.SPAM, scene, at)
                        .text(NONE, corpus.talk("spam"), NONE));
    }
}
