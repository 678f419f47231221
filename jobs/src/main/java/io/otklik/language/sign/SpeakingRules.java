package io.otklik.language.sign;

import java.util.ArrayList;
import java.util.List;

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
        long speaking = 0;
        long silenced = 0;
        for (int sign : index.find(words)) {
            if (sign < firstSilencing) {
                speaking |= 1L << ruleOfSign[sign];
            } else {
                silenced |= 1L << ruleOfSign[sign];
            }
        }
        return speaking & ~silenced;
    }
}
