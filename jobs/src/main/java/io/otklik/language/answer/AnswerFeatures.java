package io.otklik.language.answer;

import java.util.ArrayList;
import java.util.List;

/** Features of an official message by itself, hashed into {@value #DIMENSION} places. */
final class AnswerFeatures {

    static final int DIMENSION = 1 << 15;

    /**
     * Words beyond this many add nothing but weight: letters of a page begin with what they say.
     */
    private static final int MOST_WORDS = 80;

    private static final int STEM = 6;

    private AnswerFeatures() {}

    /** Places of all features, sorted, each once. */
    static int[] places(AnswerText text, List<AnswerCue> cues, boolean promises) {
        List<String> words = text.words();
        int count = Math.min(words.size(), MOST_WORDS);
        List<Integer> places = new ArrayList<>(4 * count + cues.size() + 8);
        String previous = "^";
        String before = "";
        for (int i = 0; i < count; i++) {
            String stem = stem(words.get(i));
            places.add(place("w", stem, ""));
            places.add(place("b", previous, stem));
            if (i > 0) {
                places.add(place("t", before + ' ' + previous, stem));
            }
            before = previous;
            previous = stem;
        }
        for (AnswerCue cue : cues) {
            places.add(place("cue", cue.name(), ""));
            if (text.questions() > 0) {
                places.add(place("cue?", cue.name(), ""));
            }
        }
        for (int i = 0; i < cues.size(); i++) {
            for (int j = i + 1; j < cues.size(); j++) {
                places.add(place("cues", cues.get(i).name(), cues.get(j).name()));
            }
        }
        places.add(place("length", String.valueOf(lengthClass(words.size())), ""));
        places.add(place("questions", String.valueOf(Math.min(text.questions(), 2)), ""));
        places.add(place("no-cue", String.valueOf(cues.isEmpty()), ""));
        places.add(place("promise", String.valueOf(promises), ""));
        return places.stream().mapToInt(Integer::intValue).distinct().sorted().toArray();
    }

    /** Place of a feature of the message's surroundings. */
    static int place(AnswerContext context) {
        return place("context", context.name(), "");
    }

    private static int lengthClass(int words) {
        return 32 - Integer.numberOfLeadingZeros(words);
    }

    private static String stem(String word) {
        return word.length() > STEM ? word.substring(0, STEM) : word;
    }

    private static int place(String space, String a, String b) {
        int hash = 0x811c9dc5;
        hash = mix(hash, space);
        hash = mix(hash, a);
        hash = mix(hash, b);
        hash ^= hash >>> 15;
        hash *= 0x2c1b3c6d;
        hash ^= hash >>> 12;
        return hash & (DIMENSION - 1);
    }

    private static int mix(int hash, String text) {
        int mixed = hash;
        for (int i = 0; i < text.length(); i++) {
            mixed = (mixed ^ text.charAt(i)) * 0x01000193;
        }
        return (mixed ^ 0xff) * 0x01000193;
    }
}
