package io.otklik.language.text;

/**
 * Splits texts into tokens without the frame of politeness around what they say: greeting, thanks
 * in advance, signature, link. Keeps buffers: not for several threads.
 */
public final class ContentReader {

    private final Tokenizer tokenizer = new Tokenizer();

    /**
     * What a text says.
     *
     * @param framed whether something was left out around it
     */
    public record Content(Tokens tokens, boolean framed) {}

    /** Every text has a content: one that is nothing but frame is content itself. */
    public Content read(String text) {
        Tokens tokens = tokenizer.read(text);
        String content = Frame.without(tokens);
        return content.equals(text)
                ? new Content(tokens, false)
                : new Content(tokenizer.read(content), true);
    }
}
