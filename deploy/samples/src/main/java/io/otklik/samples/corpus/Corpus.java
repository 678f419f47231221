package io.otklik.samples.corpus;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All texts that the samples are made of; read once, never changed. */
public final class Corpus {

    private final Vocabulary vocabulary = Vocabulary.read();
    private final Map<String, Subject> subjects = new LinkedHashMap<>();
    private final Map<String, Pool> talk = new LinkedHashMap<>();
    private final People people = People.read();

    private Corpus() {
        PoolFactory pools = new PoolFactory();
        for (String id : Resources.lines("topics.txt")) {
            subjects.put(id, SubjectReader.read(id, pools));
        }
        for (String file : List.of("talk.txt", "official.txt")) {
            Resources.sections(file).forEach((name, lines) -> talk.put(name, pools.of(lines)));
        }
    }

    public static Corpus load() {
        return new Corpus();
    }

    public Vocabulary vocabulary() {
        return vocabulary;
    }

    public People people() {
        return people;
    }

    /** Subjects by id, in the order of {@code topics.txt}. */
    public Map<String, Subject> subjects() {
        return subjects;
    }

    public Subject subject(String id) {
        Subject subject = subjects.get(id);
        if (subject == null) {
            throw new IllegalStateException(
                    "pages.csv names topic %s; add it to topics.txt.".formatted(id));
        }
        return subject;
    }

    /** {@link #talk(String)} for a matter of a place, where there are such lines. */
    public Pool talk(String section, boolean site) {
        Pool own = site ? talk.get(section + "-site") : null;
        return own == null ? talk(section) : own;
    }

    /** Lines that fit any subject, by the section of {@code talk.txt} or {@code official.txt}. */
    public Pool talk(String section) {
        Pool pool = talk.get(section);
        if (pool == null || pool.isEmpty()) {
            throw new IllegalStateException(
                    "talk.txt and official.txt have no section [%s]; add it.".formatted(section));
        }
        return pool;
    }
}
