package io.otklik.similarity.evaluate;

import io.otklik.language.text.Tokenizer;
import io.otklik.similarity.signal.Score;
import io.otklik.similarity.signal.SignalBook;
import io.otklik.similarity.signal.Spoken;
import io.otklik.similarity.signal.StoryFacts;

import java.util.ArrayList;
import java.util.List;

/**
 * Which of texts that must not become suspicions would, each with its reasons; the texts themselves
 * are not told.
 *
 * @param texts how many there were
 * @param suspected for each the score and what spoke
 */
public record SuspicionFigures(int texts, List<String> suspected) {

    public SuspicionFigures {
        suspected = List.copyOf(suspected);
    }

    /** Scores texts as messages of their own. */
    public static SuspicionFigures of(List<String> texts) {
        SignalBook book = SignalBook.bundled();
        Tokenizer tokenizer = new Tokenizer();
        List<String> suspected = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            Score score = book.score(facts(book, tokenizer, texts.get(i), 1, 1, false));
            if (score.value() >= book.threshold()) {
                suspected.add(
                        "text %d: %.2f %s"
                                .formatted(
                                        i + 1,
                                        score.value(),
                                        score.signals().stream().map(Spoken::id).toList()));
            }
        }
        return new SuspicionFigures(texts.size(), suspected);
    }

    /** What is known of a story of which nobody said anything yet. */
    static StoryFacts facts(
            SignalBook book,
            Tokenizer tokenizer,
            String text,
            int copies,
            int pages,
            boolean grows) {
        long signals = book.read(tokenizer.read(text).plainWords());
        return new StoryFacts(
                signals, copies, pages, copies, grows, 1, false, 0, 0, 0, false, false);
    }
}
