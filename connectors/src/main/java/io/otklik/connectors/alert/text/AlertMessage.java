package io.otklik.connectors.alert.text;

/**
 * What a recipient reads.
 *
 * @param subject one line, for a letter
 * @param plain text without marks
 * @param html the same for Telegram, which takes at most {@value #LIMIT} UTF-16 units
 */
public record AlertMessage(String subject, String plain, String html) {

    /** Longest text of one Telegram message. */
    public static final int LIMIT = 4096;
}
