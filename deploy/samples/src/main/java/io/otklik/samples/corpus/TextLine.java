package io.otklik.samples.corpus;

import java.util.ArrayList;
import java.util.List;

/**
 * One line of the corpus: words, slots {@code {st}}, choices {@code {дом|двор}} that may nest, the
 * speaker's gender {@code звонил{~/а}}, and {@code \n} for a new line.
 */
public final class TextLine {

    private sealed interface Part permits Words, Filled, Choice, Gender {}

    private record Words(String text) implements Part {}

    private record Filled(Slot slot) implements Part {}

    private record Choice(TextLine[] lines) implements Part {}

    private record Gender(String male, String female) implements Part {}

    private final Part[] parts;
    private final boolean words;

    private TextLine(List<Part> parts) {
        this.parts = parts.toArray(Part[]::new);
        this.words = parts.stream().allMatch(p -> p instanceof Words);
    }

    /** Whether every use of the line gives the same text. */
    public boolean fixed() {
        return words;
    }

    /** Appends the text as {@code voice} says it. */
    public void append(StringBuilder out, Voice voice) {
        for (Part part : parts) {
            if (part instanceof Words w) {
                out.append(w.text);
            } else if (part instanceof Filled f) {
                f.slot.fill(out, voice);
            } else if (part instanceof Choice c) {
                c.lines[voice.rng.below(c.lines.length)].append(out, voice);
            } else if (part instanceof Gender g) {
                out.append(voice.female ? g.female : g.male);
            }
        }
    }

    /**
     * Reads a line.
     *
     * @throws IllegalStateException if a brace is open or a slot unknown; the sentence shows where
     */
    public static TextLine parse(String source) {
        return new TextLine(parts(source.replace("\\n", "\n")));
    }

    private static List<Part> parts(String source) {
        List<Part> parts = new ArrayList<>();
        int from = 0;
        for (int open = source.indexOf('{'); open >= 0; open = source.indexOf('{', from)) {
            int close = closing(source, open);
            if (open > from) {
                parts.add(new Words(source.substring(from, open)));
            }
            parts.add(braced(source.substring(open + 1, close), source));
            from = close + 1;
        }
        if (from < source.length()) {
            parts.add(new Words(source.substring(from)));
        }
        return parts;
    }

    private static Part braced(String inner, String source) {
        if (inner.startsWith("~")) {
            int slash = inner.indexOf('/');
            if (slash < 0) {
                throw new IllegalStateException("Write {~он/она} with a slash: " + source);
            }
            return new Gender(inner.substring(1, slash), inner.substring(slash + 1));
        }
        List<String> choices = choices(inner);
        if (choices.size() > 1) {
            return new Choice(choices.stream().map(TextLine::parse).toArray(TextLine[]::new));
        }
        Slot slot = Slot.of(inner);
        if (slot == null) {
            throw new IllegalStateException("No slot {%s}: %s".formatted(inner, source));
        }
        return new Filled(slot);
    }

    private static int closing(String source, int open) {
        int depth = 0;
        for (int i = open; i < source.length(); i++) {
            char c = source.charAt(i);
            if (c == '{') {
                depth++;
            } else if (c == '}' && --depth == 0) {
                return i;
            }
        }
        throw new IllegalStateException("Close the brace: " + source);
    }

    private static List<String> choices(String inner) {
        List<String> choices = new ArrayList<>();
        int depth = 0;
        int from = 0;
        for (int i = 0; i < inner.length(); i++) {
            char c = inner.charAt(i);
            if (c == '{') {
                depth++;
            } else if (c == '}') {
                depth--;
            } else if (c == '|' && depth == 0) {
                choices.add(inner.substring(from, i));
                from = i + 1;
            }
        }
        choices.add(inner.substring(from));
        return choices;
    }
}
