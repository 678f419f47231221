package io.otklik.language.topic;

import io.otklik.language.sign.Sign;
import io.otklik.language.text.Tokens;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Tells what messages are about: {@link #read} once for each text, {@link #decide} cheaply anew
 * whenever something around the message changes. Immutable and safe for many threads.
 */
public final class TopicReader {

    /** Topics kept in a reading; a topic beyond these is out of reach for the decision. */
    private static final int KEPT_TOPICS = 8;

    private static final int KEPT_SIGNS = 6;

    private static final int TOLD = 3;

    /** A topic whose share of its message is smaller is not told: no data, no sign speaks. */
    private static final double LEAST_TOPIC_SHARE = 0.01;

    /** A topic's likelihood may be rounded to a little more than its group's. */
    private static final float ROUNDING = 1.0001f;

    /** A longer text names more things than its topic. */
    private static final int MOST_WORDS_NAMING = 12;

    /** A topic with a greater share stands against what signs name. */
    private static final float OPEN_TOPIC_SHARE = 0.5f;

    private static final String REASON = "topic:";

    /** Topics of which registers hold texts that the weights were learned from. */
    private static final BitSet REGISTERED = CategoryMapping.registered();

    private final TopicModel model;
    private final TopicLexicon lexicon;
    private final TopicCatalog catalog = TopicCatalog.bundled();

    /** With the model and the lexicon that come with the project. */
    public static TopicReader bundled() {
        return new TopicReader(TopicModel.bundled(), TopicLexicon.bundled());
    }

    public TopicReader(TopicModel model, TopicLexicon lexicon) {
        this.model = model;
        this.lexicon = lexicon;
    }

    /** What a text says by itself. */
    public TopicReading read(Tokens text) {
        TopicText said = TopicText.of(text, lexicon);
        int[] signs = said.signs();
        TextRows rows = model.rows(TopicFeatures.of(said, lexicon));
        float[] groups = model.groups(rows);
        float[] shares = groups.clone();
        Scores.softmax(shares);
        Best best = likeliest(shares, rows);
        short[] bestTopics = new short[best.size()];
        short[] bestScores = new short[best.size()];
        for (int i = 0; i < bestTopics.length; i++) {
            bestTopics[i] = (short) best.number(i);
            bestScores[i] = unit((float) Math.log(best.value(i)));
        }
        short[] groupScores = new short[groups.length];
        for (int i = 0; i < groups.length; i++) {
            groupScores[i] = unit(groups[i]);
        }
        short[] kept = new short[Math.min(KEPT_SIGNS, signs.length)];
        boolean strong = false;
        int filled = 0;
        for (int pass = 0; pass < 2; pass++) {
            for (int sign : signs) {
                boolean weak = lexicon.sign(sign).weak();
                strong |= !weak;
                if (weak == (pass == 1) && filled < kept.length) {
                    kept[filled++] = (short) sign;
                }
            }
        }
        return new TopicReading(
                groupScores,
                bestTopics,
                bestScores,
                kept,
                (byte) Math.min(text.plainWords().size(), Byte.MAX_VALUE),
                strong,
                shares[Scores.greatest(shares)]);
    }

    /**
     * The likeliest topics, a topic's likelihood being the share of its group times its share
     * within the group. No topic is likelier than its group, so once the groups that are left are
     * less likely than all topics kept, theirs need not be looked at.
     */
    private Best likeliest(float[] shares, TextRows text) {
        float[] topics = model.topics().scores(text);
        Best best = new Best(KEPT_TOPICS);
        float[] left = shares.clone();
        for (int looked = 0; looked < left.length; looked++) {
            int group = Scores.greatest(left);
            if (best.least() > left[group] * ROUNDING) {
                break;
            }
            left[group] = Float.NEGATIVE_INFINITY;
            offer(catalog.topicsOf(group), shares[group], topics, best);
        }
        return best;
    }

    /** Offers the topics of a group; their scores become likelihoods on the way. */
    private void offer(int[] ofGroup, float share, float[] topics, Best best) {
        float sum = 0;
        for (int topic : ofGroup) {
            topics[topic] = model.topics().exp(topic, topics[topic]);
            sum += topics[topic];
        }
        float unit = share / Math.max(sum, Float.MIN_NORMAL);
        for (int topic : ofGroup) {
            best.offer(topic, topics[topic] * unit);
        }
    }

    private static short unit(float score) {
        float scaled = score * TopicReading.UNIT;
        return (short) Math.max(Short.MIN_VALUE, Math.min(Short.MAX_VALUE, Math.round(scaled)));
    }

    /**
     * What a message in its thread is about.
     *
     * @param around what stands around it
     */
    public TopicDecision decide(TopicReading own, TopicContext around) {
        float[] shares = shares(own, around);
        int[] best = Scores.best(shares, TOLD);
        List<TopicDecision.Scored> groups = new ArrayList<>(TOLD);
        for (int group : best) {
            groups.add(new TopicDecision.Scored(catalog.group(group), shares[group]));
        }
        List<TopicDecision.Scored> topics = topics(best[0], shares, own, around);
        return new TopicDecision(groups, topics, reasons(best[0], own, around));
    }

    /** How sure a message's own words are, among what stands around it. */
    int bucket(TopicReading own, TopicContext around) {
        int bucket = ContextWeights.bucket(own);
        return bucket == ContextWeights.SURE && around.contradicts(own) && restsOnOneWord(own)
                ? ContextWeights.OPEN
                : bucket;
    }

    /** «Тишина», «крыша» of a stop: one word alone also stands where it means something else. */
    private boolean restsOnOneWord(TopicReading own) {
        int group = own.best();
        int speaking = 0;
        for (short sign : own.signs()) {
            Sign written = lexicon.sign(sign);
            if (!written.weak() && catalog.groupOf(lexicon.topicOf(sign)) == group) {
                speaking += written.all().size();
            }
        }
        return speaking == 1;
    }

    /** The share of each group. */
    private float[] shares(TopicReading own, TopicContext around) {
        ContextWeights weights = model.context();
        int bucket = bucket(own, around);
        float ownWeight = around.isEmpty() ? 1 : weights.own(bucket);
        TopicReading parent = around.parent();
        TopicReading post = around.post();
        float[] scores = new float[catalog.groupCount()];
        for (int g = 0; g < scores.length; g++) {
            scores[g] = ownWeight * own.group(g) + weights.asked(bucket) * around.asked(g);
            if (parent != null) {
                scores[g] += weights.parent(bucket) * parent.group(g);
            }
            if (post != null) {
                scores[g] += weights.bias(bucket, g) + weights.post(bucket) * post.group(g);
            }
        }
        Scores.softmax(scores);
        return scores;
    }

    /** The likeliest topic of the told group, then the likeliest of all others. */
    private List<TopicDecision.Scored> topics(
            int group, float[] shares, TopicReading own, TopicContext around) {
        TopicScores scores = new TopicScores(catalog.topicCount());
        ContextWeights weights = model.context();
        int bucket = bucket(own, around);
        scores.add(own, weights.own(bucket));
        scores.add(around.parent(), weights.parent(bucket));
        scores.add(around.post(), weights.post(bucket));
        for (TopicReading asked : around.asked()) {
            scores.add(asked, weights.asked(bucket) / around.asked().size());
        }
        int[] spoken = scores.spoken();
        float[] sums = new float[shares.length];
        for (int topic : spoken) {
            sums[catalog.groupOf(topic)] += scores.of(topic);
        }
        Best best = new Best(TOLD);
        for (int topic : spoken) {
            int g = catalog.groupOf(topic);
            scores.scale(topic, shares[g] / Math.max(sums[g], Float.MIN_NORMAL));
            best.offer(topic, scores.of(topic));
        }
        int first = -1;
        for (int t : catalog.topicsOf(group)) {
            first = first < 0 || scores.of(t) > scores.of(first) ? t : first;
        }
        float greatest = scores.of(first);
        first = named(group, first, own, scores);
        if (greatest < LEAST_TOPIC_SHARE) {
            return List.of();
        }
        List<TopicDecision.Scored> told = new ArrayList<>(TOLD);
        told.add(scored(first, greatest));
        for (int i = 0; i < best.size(); i++) {
            int topic = best.number(i);
            if (topic != first && best.value(i) >= LEAST_TOPIC_SHARE && told.size() < TOLD) {
                told.add(scored(topic, best.value(i)));
            }
        }
        return told;
    }

    /**
     * The topic of a group that a short message's own strong signs name, where none names the
     * likeliest: who writes «борщевик» means that topic, however rare it is in what the weights
     * were learned from. Against a topic of which registers hold many texts the signs count only
     * where the likeliest is not likely either.
     */
    private int named(int group, int likeliest, TopicReading own, TopicScores scores) {
        if (own.words() > MOST_WORDS_NAMING || isNamed(likeliest, own)) {
            return likeliest;
        }
        boolean open = scores.of(likeliest) <= OPEN_TOPIC_SHARE;
        int named = likeliest;
        for (short sign : own.signs()) {
            int topic = lexicon.topicOf(sign);
            boolean speaks =
                    !lexicon.sign(sign).weak()
                            && catalog.groupOf(topic) == group
                            && (open || !REGISTERED.get(topic));
            if (speaks && (named == likeliest || scores.of(topic) > scores.of(named))) {
                named = topic;
            }
        }
        return named;
    }

    private boolean isNamed(int topic, TopicReading own) {
        for (short sign : own.signs()) {
            if (!lexicon.sign(sign).weak() && lexicon.topicOf(sign) == topic) {
                return true;
            }
        }
        return false;
    }

    private TopicDecision.Scored scored(int topic, float score) {
        return new TopicDecision.Scored(catalog.topic(topic), score);
    }

    private List<String> reasons(int group, TopicReading own, TopicContext around) {
        List<String> reasons = new ArrayList<>();
        for (short sign : own.signs()) {
            if (catalog.groupOf(lexicon.topicOf(sign)) == group) {
                reasons.add(REASON + lexicon.sign(sign).written());
            }
        }
        if (reasons.isEmpty()) {
            if (around.parent() != null && speaksFor(around.parent(), group)) {
                reasons.add(REASON + "parent");
            }
            if (around.post() != null && speaksFor(around.post(), group)) {
                reasons.add(REASON + "post");
            }
            for (TopicReading asked : around.asked()) {
                if (speaksFor(asked, group)) {
                    reasons.add(REASON + "asked");
                    break;
                }
            }
        }
        return reasons;
    }

    private static boolean speaksFor(TopicReading reading, int group) {
        for (int g = 0; g < reading.groups().length; g++) {
            if (reading.groups()[g] > reading.groups()[group]) {
                return false;
            }
        }
        return true;
    }
}
