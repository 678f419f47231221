package io.otklik.language.text;

/** Shortens text. */
public final class Beginning {

    private Beginning() {}

    /** At most so many UTF-16 units of a text from its first on; never half of a character. */
    public static String of(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        boolean half = most > 0 && Character.isHighSurrogate(text.charAt(most - 1));
        return text.substring(0, half ? most - 1 : most);
    }
}
