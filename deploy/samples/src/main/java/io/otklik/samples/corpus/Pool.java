package io.otklik.samples.corpus;

import java.util.List;

/** Lines of one use, drawn by {@link Decks} without repeating one before all had their turn. */
public record Pool(int number, List<TextLine> lines) {

    public boolean isEmpty() {
        return lines.isEmpty();
    }
}
