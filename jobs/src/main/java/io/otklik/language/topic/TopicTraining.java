package io.otklik.language.topic;

import io.otklik.language.text.ContentReader;
import io.otklik.language.text.Tokens;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * Trains a topic model from labelled texts, the lexicon and the names of the topics: first the
 * weights of texts, then, on threads left out in turn, how far a message leans on its parent, its
 * post and what was asked above it. People also ask about what the post is not about, elsewhere
 * more than on the labelled walls, so each message is fitted under another thread's post, too. The
 * same examples in the same order give the same bytes.
 */
public final class TopicTraining {

    /** How often a text of each source counts; of an unknown source once. */
    private static final Map<String, Integer> WEIGHTS =
            Map.of(AppealTables.KURSK, 12, AppealTables.INCIDENTS, 12, TopicExample.WALL, 4);

    /** How often the title of a topic counts: residents who know the list use its words. */
    private static final int TITLE_WEIGHT = 3;

    /** Alternatives of a sign that become texts of their topic. */
    private static final int MOST_ALTERNATIVES = 3;

    private static final int CONTEXT_FOLDS = 2;

    /**
     * How much a message that says nearly nothing counts under another thread's post: less than
     * under its own, for who writes «а у нас когда?» does mean the post.
     */
    private static final double ELSEWHERE_POOR = 0.3;

    private static final long SEED = 1;

    private final TopicLexicon lexicon;
    private final ContentReader contents = new ContentReader();
    private final TopicCatalog catalog = TopicCatalog.bundled();
    private final Map<String, Tokens> read = new HashMap<>();

    public TopicTraining(TopicLexicon lexicon) {
        this.lexicon = lexicon;
    }

    /** Trains on all examples; equal texts of one topic count once. */
    public TopicModel train(List<TopicExample> examples) {
        List<TopicExample> distinct = distinct(examples);
        TopicModel model = new TopicTrainer().train(labelled(distinct), true);
        List<TopicExample> threads = distinct.stream().filter(TopicExample::hasContext).toList();
        return threads.isEmpty() ? model : model.with(context(distinct, threads));
    }

    private static List<TopicExample> distinct(List<TopicExample> examples) {
        Map<String, TopicExample> distinct = new LinkedHashMap<>();
        for (TopicExample example : examples) {
            String key = example.hasContext() ? example.unit() : "";
            String label = example.group() + "/" + example.topic();
            distinct.putIfAbsent(key + "\n" + example.text().strip() + "\n" + label, example);
        }
        return List.copyOf(distinct.values());
    }

    private ContextWeights context(List<TopicExample> all, List<TopicExample> threads) {
        List<ContextTrainer.Sample> samples = new ArrayList<>();
        for (int fold = 0; fold < CONTEXT_FOLDS; fold++) {
            List<TopicExample> seen = new ArrayList<>();
            for (TopicExample example : all) {
                if (!example.hasContext() || Folds.of(example.unit(), CONTEXT_FOLDS) != fold) {
                    seen.add(example);
                }
            }
            TopicModel model = new TopicTrainer().train(labelled(seen), false);
            TopicReader reader = new TopicReader(model, lexicon);
            List<Placed> placed = new ArrayList<>();
            for (TopicExample example : threads) {
                if (Folds.of(example.unit(), CONTEXT_FOLDS) == fold) {
                    placed.add(
                            new Placed(
                                    example,
                                    reader.read(tokens(example.text())),
                                    example.around(text -> reader.read(tokens(text)))));
                }
            }
            addSamples(reader, placed, samples);
        }
        return ContextTrainer.fit(samples);
    }

    /** Each message where it stands, and once more under the post of some other thread. */
    private static void addSamples(
            TopicReader reader, List<Placed> placed, List<ContextTrainer.Sample> samples) {
        Random random = new Random(SEED);
        for (Placed one : placed) {
            int group = one.example.group();
            int bucket = reader.bucket(one.own, one.around);
            samples.add(ContextTrainer.Sample.of(bucket, one.own, one.around, group, 1));
            Placed other = placed.get(random.nextInt(placed.size()));
            if (!other.example.unit().equals(one.example.unit())) {
                TopicContext elsewhere =
                        new TopicContext(null, other.around.post(), other.around.asked());
                int there = reader.bucket(one.own, elsewhere);
                samples.add(
                        ContextTrainer.Sample.of(
                                there,
                                one.own,
                                elsewhere,
                                group,
                                there == ContextWeights.POOR ? ELSEWHERE_POOR : 1));
            }
        }
    }

    /** A message with what it and its surroundings say. */
    private record Placed(TopicExample example, TopicReading own, TopicContext around) {}

    /** Texts, posts with the groups asked under them, names of topics and words of signs. */
    private List<TopicTrainer.Labelled> labelled(List<TopicExample> examples) {
        List<TopicTrainer.Labelled> labelled = new ArrayList<>();
        Set<String> posts = new HashSet<>();
        for (TopicExample example : examples) {
            int weight = WEIGHTS.getOrDefault(example.source(), 1);
            labelled.add(text(example.text(), example.group(), example.topic(), weight));
            if (example.hasContext() && posts.add(example.unit() + "/" + example.group())) {
                labelled.add(text(example.post(), example.group(), -1, 1));
            }
        }
        for (int topic = 0; topic < catalog.topicCount(); topic++) {
            String title = catalog.topic(topic);
            labelled.add(text(title, catalog.groupOf(topic), topic, TITLE_WEIGHT));
            for (String part : parts(title)) {
                labelled.add(text(part, catalog.groupOf(topic), topic, 1));
            }
        }
        for (int sign = 0; sign < lexicon.size(); sign++) {
            if (!lexicon.sign(sign).weak()) {
                int topic = lexicon.topicOf(sign);
                for (String words : alternatives(lexicon.sign(sign).all())) {
                    labelled.add(text(words, catalog.groupOf(topic), topic, 1));
                }
            }
        }
        return labelled;
    }

    /** What stands before a title's brackets, and in them one after another. */
    private static List<String> parts(String title) {
        List<String> parts = new ArrayList<>();
        for (String part : title.split("\\(в т\\. ?ч\\.|[(),;]")) {
            if (!part.isBlank() && !part.strip().equals(title)) {
                parts.add(part.strip());
            }
        }
        return parts;
    }

    private static List<String> alternatives(List<List<String>> parts) {
        int count = 1;
        for (List<String> part : parts) {
            count = Math.max(count, Math.min(MOST_ALTERNATIVES, part.size()));
        }
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            StringBuilder text = new StringBuilder();
            for (List<String> part : parts) {
                text.append(part.get(i % part.size()).replace("*", "")).append(' ');
            }
            texts.add(text.toString());
        }
        return texts;
    }

    private TopicTrainer.Labelled text(String text, int group, int topic, int weight) {
        TopicText said = TopicText.of(tokens(text), lexicon);
        return new TopicTrainer.Labelled(TopicFeatures.of(said, lexicon), group, topic, weight);
    }

    private Tokens tokens(String text) {
        return read.computeIfAbsent(text, one -> contents.read(one).tokens());
    }
}
