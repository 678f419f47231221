package io.otklik.connectors.alert.text;

/** Shortens text. */
final class Cut {

    private Cut() {}

    /**
     * The first {@code most} UTF-16 units, the last of them an ellipsis if something is left out;
     * never half of a character.
     */
    static String at(String text, int most) {
        if (text == null || text.length() <= most) {
            return text;
        }
        if (most <= 0) {
            return "";
        }
        int end = most - 1;
        if (end > 0 && Character.isHighSurrogate(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(0, end).stripTrailing() + '…';
    }

    /** One line: line breaks and other control characters become spaces. */
    static String oneLine(String text) {
        return text == null ? null : text.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
    }
}
