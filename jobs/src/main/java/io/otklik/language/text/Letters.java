package io.otklik.language.text;

/** Single characters: plain forms and look-alikes. */
public final class Letters {

    private static final String LATIN = "abcehikmnoprtuxygd034";
    private static final String RUSSIAN = "авсениктпоргтихугдозч";

    /** Prepositions of one letter that a Latin letter is drawn like. */
    private static final String PREPOSITIONS = "соку";

    /** Latin letters and digits that are drawn like a Russian letter or stand for it. */
    private static final char[] LOOK_ALIKES = new char[128];

    static {
        for (int i = 0; i < LATIN.length(); i++) {
            LOOK_ALIKES[LATIN.charAt(i)] = RUSSIAN.charAt(i);
        }
        LOOK_ALIKES['h'] = 'н';
        LOOK_ALIKES['m'] = 'м';
        LOOK_ALIKES['p'] = 'р';
    }

    private Letters() {}

    /** Lower case, {@code ё} as {@code е}. */
    static char plain(char c) {
        if (c >= 'а' && c <= 'я') {
            return c;
        }
        if (c >= 'А' && c <= 'Я') {
            return (char) (c + 32);
        }
        if (c == 'ё' || c == 'Ё') {
            return 'е';
        }
        return Character.toLowerCase(c);
    }

    /** As {@link Character#isLetterOrDigit(char)}, quick on Russian letters. */
    public static boolean isWordPart(char c) {
        return c >= 'А' && c <= 'я' || c > ' ' && Character.isLetterOrDigit(c);
    }

    /** As {@link Character#isLetter(char)}, quick on Russian letters. */
    static boolean isLetter(char c) {
        return c >= 'А' && c <= 'я' || c > ' ' && Character.isLetter(c);
    }

    static boolean isRussian(char plain) {
        return plain >= 'а' && plain <= 'я';
    }

    /** The Russian letter that a Latin letter or a digit stands for inside a Russian word, or 0. */
    static char lookAlike(char plain) {
        return plain < LOOK_ALIKES.length ? LOOK_ALIKES[plain] : 0;
    }

    /**
     * Whether the Latin letters between two places, where a word begins and ends, are drawn for
     * Russian ones: in a word of Russian and such Latin letters («oктября», «Mира»), or a
     * preposition («c 10 мая»). Digits stay.
     */
    static boolean isDrawnInLatin(String text, int begin, int end) {
        if (end - begin == 1) {
            boolean apart =
                    (begin == 0 || Character.isWhitespace(text.charAt(begin - 1)))
                            && end < text.length()
                            && text.charAt(end) == ' ';
            char meant = russianFor(text.charAt(begin));
            return apart && meant != 0 && PREPOSITIONS.indexOf(plain(meant)) >= 0;
        }
        boolean russian = false;
        boolean latin = false;
        for (int i = begin; i < end; i++) {
            boolean own = isRussian(plain(text.charAt(i)));
            if (!own && russianFor(text.charAt(i)) == 0) {
                return false;
            }
            russian |= own;
            latin |= !own;
        }
        return russian && latin;
    }

    /** The Russian letter that a Latin one is drawn like, in the same case; 0 if there is none. */
    static char russianFor(char c) {
        boolean latin = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
        char alike = latin ? lookAlike(plain(c)) : 0;
        return alike != 0 && c <= 'Z' ? Character.toUpperCase(alike) : alike;
    }

    /** Characters that are written and not seen: joiners, soft hyphens, accents, variations. */
    static boolean isInvisible(char c) {
        return c == '\u00AD'
                || c >= '\u200B' && c <= '\u200F'
                || c == '\u2060'
                || c == '\uFEFF'
                || c >= '\u0300' && c <= '\u036F'
                || c >= '\uFE00' && c <= '\uFE0F';
    }
}
