package io.otklik.language.text;

/** Words that stand in the code one behind the other, on as many lines as they need. */
public final class WordList {

    private WordList() {}

    /** The words of a text block, in their order. */
    public static String[] of(String words) {
        return words.strip().split("\\s+");
    }
}
