package io.otklik.language.answer;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;

/**
 * Who in a thread goes by which first name and number, as replies that call one person tell: the
 * platform says whom they address, or they stand under that person's message.
 */
final class Namesakes {

    /** A person by a platform's number: {@code 22}, {@code id22}, {@code vk:22}. */
    private static final Pattern NUMBER = Pattern.compile("(?:vk:)?(?:id)?(\\d{1,18})");

    private final Map<Object, Set<String>> people = new HashMap<>();

    /**
     * Learns from a message.
     *
     * @param answered what it stands under, where that is sure; else null
     */
    void note(TalkLine line, TalkLine answered) {
        TalkReading talk = line.talk();
        String person =
                line.replyToAuthorId() != null
                        ? line.replyToAuthorId()
                        : answered == null ? null : person(answered);
        if (person == null || talk.persons() != 1) {
            return;
        }
        for (short name : talk.names()) {
            people.computeIfAbsent(name, key -> new HashSet<>()).add(person);
        }
        for (long id : talk.ids()) {
            people.computeIfAbsent(id, key -> new HashSet<>()).add(person);
        }
    }

    /**
     * Whether a message addresses the author of another: by the platform's word, by number, else by
     * name. The platform names one person, so that of several called the others go by their names.
     */
    boolean addresses(TalkLine line, TalkLine candidate) {
        String person = person(candidate);
        TalkReading talk = line.talk();
        if (line.replyToAuthorId() != null && talk.persons() <= 1) {
            return line.replyToAuthorId().equals(person);
        }
        if (person.equals(line.replyToAuthorId())) {
            return true;
        }
        if (talk.ids().length > 0) {
            Matcher number = NUMBER.matcher(person);
            if (number.matches()) {
                long own = Long.parseLong(number.group(1));
                return LongStream.of(talk.ids()).anyMatch(id -> id == own);
            }
        }
        for (long id : talk.ids()) {
            if (goesBy(id, person)) {
                return true;
            }
        }
        for (short name : talk.names()) {
            if (goesBy(name, person)) {
                return true;
            }
        }
        return false;
    }

    private boolean goesBy(Object called, String person) {
        return people.getOrDefault(called, Set.of()).contains(person);
    }

    /** Of a source that hides its authors a message stands for who wrote it. */
    private static String person(TalkLine line) {
        return line.authorId() == null ? "author of " + line.id() : line.authorId();
    }
}
