package io.otklik.language.sign;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A pattern over the words of a text: every part of {@code all} stands somewhere in it and no part
 * of {@code none} does. A part is one of several phrases.
 *
 * @param written as the book has it
 * @param weak whether it only hints
 * @param near parts of {@code all}, by number, that must stand near the part before them: how far
 *     apart the first words of the two may be, in either order
 */
public record Sign(
        String written,
        boolean weak,
        List<List<String>> all,
        List<List<String>> none,
        Map<Integer, Integer> near) {

    /** How far apart words are near each other, unless it is said. */
    private static final int NEAR = 4;

    private static final Pattern NEXT = Pattern.compile("\\s~(\\d?)\\s");

    public Sign {
        all = List.copyOf(all);
        none = List.copyOf(none);
        near = Map.copyOf(near);
    }

    /**
     * Reads {@code "? @снег|лед + двор* - дорог*"}: parts joined by {@code " + "}, or by {@code " ~
     * "} if they must stand at most four words apart ({@code " ~2 "}: two), refused parts after
     * {@code " - "}, alternatives by {@code "|"}, {@code @name} for a named list, a leading {@code
     * "? "} for a weak sign.
     *
     * @param lists the named lists
     * @throws IllegalArgumentException if it cannot be read; the message says what to write
     */
    public static Sign parse(String written, Map<String, List<String>> lists) {
        String rest = written.trim();
        boolean weak = rest.startsWith("? ");
        if (weak) {
            rest = rest.substring(2);
        }
        List<List<String>> all = new ArrayList<>();
        List<List<String>> none = new ArrayList<>();
        Map<Integer, Integer> near = new HashMap<>();
        for (String joined : rest.split("\\s\\+\\s")) {
            String[] refused = joined.split("\\s-\\s");
            int begin = 0;
            for (Matcher next = NEXT.matcher(refused[0]); next.find(); begin = next.end()) {
                all.add(part(refused[0].substring(begin, next.start()), lists));
                String far = next.group(1);
                near.put(all.size(), far.isEmpty() ? NEAR : Integer.parseInt(far));
            }
            all.add(part(refused[0].substring(begin), lists));
            for (int i = 1; i < refused.length; i++) {
                none.add(part(refused[i], lists));
            }
        }
        return new Sign(written.trim(), weak, all, none, near);
    }

    private static List<String> part(String written, Map<String, List<String>> lists) {
        List<String> phrases = new ArrayList<>();
        for (String phrase : written.trim().split("\\|")) {
            String trimmed = phrase.trim();
            if (trimmed.startsWith("@")) {
                List<String> list = lists.get(trimmed.substring(1));
                if (list == null) {
                    throw new IllegalArgumentException(
                            "There is no list " + trimmed + "; the lists are " + lists.keySet());
                }
                phrases.addAll(list);
            } else {
                Phrase.parse(trimmed);
                phrases.add(trimmed);
            }
        }
        return phrases;
    }
}
