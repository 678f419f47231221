package io.otklik.language.sign;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Which rules of a book speak on a text: those of which a sign stands in it that makes them speak,
 * and none that silences them. Immutable and safe for many threads.
 */
public final class SpeakingRules {

    private final SignIndex index;

    /** For each sign its rule; signs that silence come after those that speak. */
    private final int[] ruleOfSign;

    private final int firstSilencing;

    /**
     * @param any for each rule, 64 at most, the signs that make it speak
     * @param unless for each rule the signs that silence it
     */
    public SpeakingRules(List<List<Sign>> any, List<List<Sign>> unless) {
        List<Sign> signs = new ArrayList<>();
        List<Integer> owners = new ArrayList<>();
        add(any, signs, owners);
        firstSilencing = signs.size();
        add(unless, signs, owners);
        index = new SignIndex(signs);
        ruleOfSign = owners.stream().mapToInt(Integer::intValue).toArray();
    }

    private static void add(List<List<Sign>> ofRules, List<Sign> signs, List<Integer> owners) {
        for (int i = 0; i < ofRules.size(); i++) {
            for (Sign sign : ofRules.get(i)) {
                signs.add(sign);
                owners.add(i);
            }
        }
    }

    /**
     * The rules that speak, as bits in the book's order.
     *
     * @param words in lower case, {@code ё} as {@code е}
     */
    public long of(List<String> words) {
        return of(words, List::of);
    }

    /**
     * The same for a text of several sentences, where what silences a rule does so in its own
     * sentence: a rule that is silenced somewhere speaks if another sentence alone makes it.
     *
     * @param sentences the words by sentence; asked for only if a rule both speaks and is silenced
     */
    public long of(List<String> words, Supplier<List<List<String>>> sentences) {
        long speaking = 0;
        long silenced = 0;
        for (int sign : index.find(words)) {
            if (sign < firstSilencing) {
                speaking |= 1L << ruleOfSign[sign];
            } else {
                silenced |= 1L << ruleOfSign[sign];
            }
        }
        long heard = speaking & ~silenced;
        if ((speaking & silenced) != 0) {
            for (List<String> sentence : sentences.get()) {
                heard |= of(sentence);
            }
        }
        return heard;
    }
}
