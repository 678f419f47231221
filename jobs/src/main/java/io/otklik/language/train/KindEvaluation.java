package io.otklik.language.train;

import io.otklik.language.MessageReader;
import io.otklik.language.rules.RuleBook;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;

/** Measures how well kinds are found on threads that were not trained on. */
public final class KindEvaluation {

    private static final long SEED = 42;

    private final RuleBook rules;
    private final List<LabelledThread> written;
    private final boolean showText;
    private final Consumer<String> progress;

    /**
     * @param written corpus that is learned from in every split and never asked
     * @param progress is told what is being done
     */
    public KindEvaluation(
            RuleBook rules,
            List<LabelledThread> written,
            boolean showText,
            Consumer<String> progress) {
        this.rules = rules;
        this.written = written;
        this.showText = showText;
        this.progress = progress;
    }

    /** Each part asked once, trained on the others. */
    public Map<String, KindFigures> acrossFolds(List<LabelledThread> threads, int folds) {
        List<List<LabelledThread>> parts = ThreadFolds.split(threads, folds, SEED);
        Verdicts verdicts = new Verdicts();
        for (int out = 0; out < folds; out++) {
            progress.accept("part %d of %d".formatted(out + 1, folds));
            List<LabelledThread> rest = new ArrayList<>();
            for (int i = 0; i < folds; i++) {
                if (i != out) {
                    rest.addAll(parts.get(i));
                }
            }
            judge(rest, parts.get(out), verdicts);
        }
        return verdicts.figures(showText);
    }

    /**
     * The threads to learn from that share neither a labelled message nor a longer labelled text
     * with those that are asked about.
     */
    public static List<LabelledThread> apart(
            List<LabelledThread> learned, List<LabelledThread> asked) {
        return ThreadFolds.apart(learned, asked);
    }

    /** Trained on some threads, asked about others. */
    public Map<String, KindFigures> across(List<LabelledThread> train, List<LabelledThread> test) {
        progress.accept("training");
        Verdicts verdicts = new Verdicts();
        judge(train, test, verdicts);
        return verdicts.figures(showText);
    }

    /** A model as it is, asked about threads. */
    public Map<String, KindFigures> of(MessageReader reader, List<LabelledThread> test) {
        Verdicts verdicts = new Verdicts();
        judgeVariants(new ModelClassifier(reader), test, verdicts);
        judge(new RuleBookClassifier(rules), test, verdicts.of("key words"));
        return verdicts.figures(showText);
    }

    private void judge(List<LabelledThread> train, List<LabelledThread> test, Verdicts verdicts) {
        MessageReader reader =
                new MessageReader(rules, new KindTraining(rules).train(train, written), "trial");
        judgeVariants(new ModelClassifier(reader), test, verdicts);
        judge(new RuleBookClassifier(rules), test, verdicts.of("key words"));
        judge(PlainClassifier.train(train, rules), test, verdicts.of("plain regression"));
    }

    private static void judgeVariants(
            Classifier model, List<LabelledThread> test, Verdicts verdicts) {
        for (TextVariant variant : TextVariant.values()) {
            Random random = new Random(SEED);
            String name =
                    variant == TextVariant.AS_WRITTEN
                            ? "model"
                            : "model, " + variant.name().toLowerCase().replace('_', ' ');
            judge(model, rewrite(test, variant, random), verdicts.of(name));
        }
    }

    private static void judge(Classifier by, List<LabelledThread> test, List<Judged> verdicts) {
        for (LabelledThread thread : test) {
            by.judge(thread, verdicts::add);
        }
    }

    private static List<LabelledThread> rewrite(
            List<LabelledThread> threads, TextVariant variant, Random random) {
        return threads.stream()
                .map(
                        thread ->
                                new LabelledThread(
                                        thread.source(),
                                        thread.id(),
                                        thread.messages().stream()
                                                .map(
                                                        message ->
                                                                message.post()
                                                                        ? message
                                                                        : message.withText(
                                                                                variant.of(
                                                                                        message
                                                                                                .text(),
                                                                                        random)))
                                                .toList()))
                .toList();
    }

    /** Verdicts of each classifier, in the order in which they were first asked. */
    private static final class Verdicts {
        private final Map<String, List<Judged>> byName = new LinkedHashMap<>();

        List<Judged> of(String name) {
            return byName.computeIfAbsent(name, key -> new ArrayList<>());
        }

        Map<String, KindFigures> figures(boolean showText) {
            Map<String, KindFigures> figures = new LinkedHashMap<>();
            byName.forEach(
                    (name, judged) -> figures.put(name, KindFigures.of(judged, showText, SEED)));
            return figures;
        }
    }
}
