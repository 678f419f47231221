package io.otklik.language.topic;

import io.otklik.language.text.TokenType;
import io.otklik.language.text.Tokens;

import java.util.Arrays;

/**
 * What the linear model sees of one text: hashed words, beginnings and pairs of words, and the
 * signs of the lexicon that speak. The two kinds are normed apart, so that a long text's many words
 * do not drown the signs.
 */
final class TopicFeatures {

    private static final int WORD = 0x57;
    private static final int BEGINNING = 0x42;
    private static final int PAIR = 0x50;
    private static final int SIGN = 0x53;
    private static final int TOPIC = 0x54;
    private static final int WEAK_TOPIC = 0x77;
    private static final int GROUP = 0x47;

    /** House numbers and hours tell nothing of the topic, that there is one does. */
    private static final String ANY_NUMBER = "#";

    /** Letters that a beginning keeps; stems of one word mostly agree on them. */
    private static final int BEGINNING_LETTERS = 5;

    private int[] hashes = new int[64];
    private int words;
    private int all;

    private TopicFeatures() {}

    /** Features of a text. */
    static TopicFeatures of(TopicText said, TopicLexicon lexicon) {
        TopicFeatures features = new TopicFeatures();
        Tokens text = said.tokens();
        int before = 0;
        for (int i = 0; i < text.size(); i++) {
            TokenType type = text.type(i);
            if (type != TokenType.WORD && type != TokenType.NUMBER && type != TokenType.HASHTAG) {
                continue;
            }
            if (said.isHidden(i)) {
                continue;
            }
            String stem = type == TokenType.NUMBER ? ANY_NUMBER : text.stem(i);
            int hash = stem.hashCode();
            features.add(mix(WORD, hash));
            if (stem.length() > BEGINNING_LETTERS) {
                features.add(mix(BEGINNING, beginning(stem)));
            }
            if (before != 0) {
                features.add(mix(PAIR, before * 31 + hash));
            }
            before = hash;
        }
        features.words = features.all;
        features.addSigns(said.signs(), lexicon);
        return features;
    }

    private void addSigns(int[] signs, TopicLexicon lexicon) {
        TopicCatalog catalog = TopicCatalog.bundled();
        int lastTopic = -1;
        for (int sign : signs) {
            int topic = lexicon.topicOf(sign);
            boolean weak = lexicon.sign(sign).weak();
            add(mix(SIGN, lexicon.sign(sign).written().hashCode() * 31 + topic));
            if (topic != lastTopic) {
                add(mix(weak ? WEAK_TOPIC : TOPIC, topic));
                if (!weak) {
                    add(mix(GROUP, catalog.groupOf(topic)));
                }
            }
            lastTopic = topic;
        }
    }

    private static int beginning(String stem) {
        int hash = 0;
        for (int i = 0; i < BEGINNING_LETTERS; i++) {
            hash = hash * 31 + stem.charAt(i);
        }
        return hash;
    }

    private static int mix(int kind, int hash) {
        int mixed = (hash ^ kind * 0x9E3779B1) * 0x85EBCA6B;
        return mixed ^ mixed >>> 13;
    }

    private void add(int hash) {
        if (all == hashes.length) {
            hashes = Arrays.copyOf(hashes, all * 2);
        }
        hashes[all++] = hash;
    }

    /** How many features; the first {@link #words()} come from words, the rest from signs. */
    int size() {
        return all;
    }

    int words() {
        return words;
    }

    /** Each feature once, in no order that matters. */
    int[] distinct() {
        return Arrays.stream(hashes, 0, all).distinct().toArray();
    }

    int hash(int at) {
        return hashes[at];
    }

    /** The value of each word feature. */
    float wordValue() {
        return words == 0 ? 0 : (float) (1 / Math.sqrt(words));
    }

    /** The value of each sign feature. */
    float signValue() {
        return all == words ? 0 : (float) (1 / Math.sqrt(all - words));
    }
}
