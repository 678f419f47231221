package io.otklik.language.answer;

import java.util.Arrays;
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
        int[] places = new int[3 * count + cues.size() * (cues.size() + 3) / 2 + 4];
        int at = 0;
        String previous = "^";
        String before = "";
        for (int i = 0; i < count; i++) {
            String stem = stem(words.get(i));
            places[at++] = place("w", stem, "", "");
            places[at++] = place("b", previous, stem, "");
            if (i > 0) {
                places[at++] = place("t", before, previous, stem);
            }
            before = previous;
            previous = stem;
        }
        for (int i = 0; i < cues.size(); i++) {
            String cue = cues.get(i).name();
            places[at++] = place("cue", cue, "", "");
            if (text.questions() > 0) {
                places[at++] = place("cue?", cue, "", "");
            }
            for (int j = i + 1; j < cues.size(); j++) {
                places[at++] = place("cues", cue, cues.get(j).name(), "");
            }
        }
        places[at++] = place("length", String.valueOf(lengthClass(words.size())), "", "");
        places[at++] = place("questions", String.valueOf(Math.min(text.questions(), 2)), "", "");
        places[at++] = place("no-cue", String.valueOf(cues.isEmpty()), "", "");
        places[at++] = place("promise", String.valueOf(promises), "", "");
        return sortedOnce(places, at);
    }

    private static int[] sortedOnce(int[] places, int count) {
        Arrays.sort(places, 0, count);
        int kept = 0;
        for (int i = 0; i < count; i++) {
            if (i == 0 || places[i] != places[i - 1]) {
                places[kept++] = places[i];
            }
        }
        return Arrays.copyOf(places, kept);
    }

    /** Place of a feature of the message's surroundings. */
    static int place(AnswerContext context) {
        return place("context", context.name(), "", "");
    }

    private static int lengthClass(int words) {
        return 32 - Integer.numberOfLeadingZeros(words);
    }

    private static String stem(String word) {
        return word.length() > STEM ? word.substring(0, STEM) : word;
    }

    private static int place(String space, String a, String b, String c) {
        int hash = 0x811c9dc5;
        hash = mix(hash, space);
        hash = mix(hash, a);
        hash = mix(hash, b);
        hash = mix(hash, c);
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
