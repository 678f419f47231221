package io.otklik.language.answer;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Who answers to which first name in a thread, as replies that call one person by name tell. */
final class Namesakes {

    private final Map<Short, Set<String>> authors = new HashMap<>();

    void note(TalkLine line) {
        short[] names = line.talk().names();
        if (line.replyToAuthorId() != null && names.length == 1) {
            authors.computeIfAbsent(names[0], key -> new HashSet<>()).add(line.replyToAuthorId());
        }
    }

    /** Whether a message addresses that author: by the platform's word, else by name. */
    boolean addresses(TalkLine line, String author) {
        if (author == null) {
            return false;
        }
        if (line.replyToAuthorId() != null) {
            return line.replyToAuthorId().equals(author);
        }
        for (short name : line.talk().names()) {
            if (authors.getOrDefault(name, Set.of()).contains(author)) {
                return true;
            }
        }
        return false;
    }
}
