package io.otklik.language.model;

import io.otklik.language.Kind;
import io.otklik.language.Reading;
import io.otklik.language.Sign;
import io.otklik.language.ThreadContext;
import io.otklik.language.rules.RuleBook;

/**
 * Where a message stands, and what of its text means something else in another place: «когда?» to
 * the page is an appeal, to a neighbour it is talk.
 */
public final class ContextFeatures {

    private static final float FLAG = 0.5f;
    private static final float CROSS = 0.4f;
    private static final int STEP = 31;

    private ContextFeatures() {}

    /** Features of a message's place in the thread. */
    public static void of(Reading own, ThreadContext context, RuleBook book, FeatureSink sink) {
        int to = context.addressee(own).ordinal();
        int question = own.has(Sign.QUESTION) ? 1 : 0;
        int length = TextFeatures.size(own.words());
        int place = (context.reply() ? 4 : 0) + to;
        int parent = context.reply() ? context.parentAuthor().ordinal() : 7;
        int above = (context.appealAbove() ? 1 : 0) + (context.officialAbove() ? 2 : 0);
        int self = (context.toOwnWords() ? 1 : 0) + (context.ownAppealAbove() ? 2 : 0);
        add(sink, "place", place, FLAG * 2);
        add(sink, "parent", parent * 8 + place, FLAG);
        add(sink, "above", above * 8 + place, FLAG);
        add(sink, "self", self, FLAG);
        add(sink, "self place", self * 8 + to, CROSS);
        add(sink, "self asks", (self * 4 + above) * 2 + question, CROSS);
        add(sink, "length", length * 8 + to, CROSS);
        add(sink, "length asks", (length * 2 + question) * 8 + to, CROSS);
        int around = context.reply() ? 8 + above : 0;
        int answered = answered(context.parentKind());
        boolean unmarked = own.has(Sign.UNMARKED);
        add(sink, "answered", answered * 8 + to, FLAG);
        add(sink, "answered asks", (answered * 2 + question) * 8 + to, CROSS);
        if (unmarked) {
            add(sink, "unmarked length", Math.min(own.words() / 3, 6) * 8 + to, CROSS);
        }
        for (int rest = own.signs(); rest != 0; rest &= rest - 1) {
            int sign = Integer.numberOfTrailingZeros(rest);
            add(sink, "sign", sign * 8 + to, CROSS);
            add(sink, "sign around", (sign * 16 + around) * 8 + to, CROSS);
        }
        for (long rest = own.rules(); rest != 0; rest &= rest - 1) {
            int rule = book.idHash(Long.numberOfTrailingZeros(rest)) * STEP;
            add(sink, "rule", rule + to, CROSS);
            add(sink, "rule around", rule + around * 8 + to, CROSS);
            add(sink, "rule answered", rule + answered, CROSS);
            if (unmarked) {
                add(sink, "rule unmarked", rule + to, CROSS);
            }
        }
        if (context.parent() != null) {
            ofParent(context.parent(), question * 8 + to, book, sink);
        }
        if (context.post() != null) {
            boolean asks = context.post().has(Sign.QUESTION);
            add(sink, "post asks", ((asks ? 2 : 0) + question) * 8 + to, CROSS);
        }
    }

    private static int answered(Kind parent) {
        if (parent == null) {
            return 0;
        }
        return parent.needsAnswer() ? 1 : parent == Kind.OFFICIAL ? 2 : 3;
    }

    private static void ofParent(Reading parent, int own, RuleBook book, FeatureSink sink) {
        add(sink, "parent asks", own * 2 + (parent.has(Sign.QUESTION) ? 1 : 0), CROSS);
        for (long rest = parent.rules(); rest != 0; rest &= rest - 1) {
            int rule = book.idHash(Long.numberOfTrailingZeros(rest));
            add(sink, "parent rule", rule * STEP + own, CROSS);
        }
    }

    private static void add(FeatureSink sink, String name, int value, float weight) {
        int hash = name.hashCode() * 0x01000193 + value;
        sink.add(FeatureType.CONTEXT, FeatureType.CONTEXT.spread(hash), weight, -1);
    }
}
