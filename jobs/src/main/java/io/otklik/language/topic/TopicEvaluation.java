package io.otklik.language.topic;

import io.otklik.language.text.ContentReader;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Measures the topic model on texts that it has not seen: by folds, or from one set to another. */
public final class TopicEvaluation {

    private final TopicLexicon lexicon;
    private final ContentReader contents = new ContentReader();

    public TopicEvaluation(TopicLexicon lexicon) {
        this.lexicon = lexicon;
    }

    /**
     * Trains on all folds but one and tests on that one, for each fold; a unit (thread or text) is
     * never in both.
     *
     * @param always trained on in every fold, never tested on
     * @return figures by source
     */
    public List<TopicFigures> folds(
            List<TopicExample> examples, List<TopicExample> always, int folds) {
        Map<String, TopicFigures> figures = new LinkedHashMap<>();
        for (int fold = 0; fold < folds; fold++) {
            List<TopicExample> train = new ArrayList<>(always);
            List<TopicExample> test = new ArrayList<>();
            for (TopicExample example : examples) {
                (Folds.of(example.unit(), folds) == fold ? test : train).add(example);
            }
            measure(train, test, figures);
        }
        return List.copyOf(figures.values());
    }

    /** Those of some examples whose unit (thread or text) is not among others'. */
    public static List<TopicExample> apart(List<TopicExample> examples, List<TopicExample> others) {
        Set<String> taken = new HashSet<>();
        others.forEach(other -> taken.add(other.unit()));
        return examples.stream().filter(example -> !taken.contains(example.unit())).toList();
    }

    /** Trains on one set and tests on another: a wall that nobody has seen. */
    public List<TopicFigures> unseen(List<TopicExample> train, List<TopicExample> test) {
        Map<String, TopicFigures> figures = new LinkedHashMap<>();
        measure(train, test, figures);
        return List.copyOf(figures.values());
    }

    /** Asks a trained model as it is: right for texts that it was not trained on. */
    public List<TopicFigures> of(TopicReader reader, List<TopicExample> test) {
        Map<String, TopicFigures> figures = new LinkedHashMap<>();
        ask(reader, test, figures);
        return List.copyOf(figures.values());
    }

    private void measure(
            List<TopicExample> train, List<TopicExample> test, Map<String, TopicFigures> figures) {
        ask(new TopicReader(new TopicTraining(lexicon).train(train), lexicon), test, figures);
    }

    private void ask(
            TopicReader reader, List<TopicExample> test, Map<String, TopicFigures> figures) {
        for (TopicExample example : test) {
            TopicDecision decision =
                    reader.decide(
                            reader.read(contents.read(example.text()).tokens()),
                            example.around(text -> reader.read(contents.read(text).tokens())));
            figures.computeIfAbsent(example.source(), TopicFigures::new).add(example, decision);
        }
    }
}
