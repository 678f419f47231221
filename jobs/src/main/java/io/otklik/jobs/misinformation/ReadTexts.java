package io.otklik.jobs.misinformation;

import io.otklik.language.text.TokenType;
import io.otklik.language.text.Tokenizer;
import io.otklik.language.text.Tokens;
import io.otklik.schemas.AuthorKind;
import io.otklik.schemas.Change;
import io.otklik.schemas.Claim;
import io.otklik.schemas.Community;
import io.otklik.schemas.CopyStance;
import io.otklik.schemas.Message;
import io.otklik.similarity.WordWeights;
import io.otklik.similarity.Words;
import io.otklik.similarity.claim.ClaimIndex;
import io.otklik.similarity.claim.ClaimMatch;
import io.otklik.similarity.copy.Sketch;
import io.otklik.similarity.copy.Sketcher;
import io.otklik.similarity.signal.SignalBook;
import io.otklik.similarity.signal.StanceReader;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ReadOnlyBroadcastState;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.functions.co.BroadcastProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Emits a {@link Sighting} for each message whose text is long enough to be told from others, or
 * repeats a known claim, at once, and again when it is edited; and to {@link #TEXTS} the texts that
 * are long enough to have near copies.
 *
 * <p>A deletion is no fact here: what was published has been read. A claim is looked for in
 * messages that come after it. Keeps no state but the claims and the register, which are broadcast.
 */
final class ReadTexts extends BroadcastProcessFunction<Message, Reference, Sighting> {
    private static final long serialVersionUID = 1L;

    static final OutputTag<SeenText> TEXTS =
            new OutputTag<>("texts", TypeInformation.of(SeenText.class));

    static final MapStateDescriptor<String, Claim> CLAIMS =
            new MapStateDescriptor<>("claims", Types.STRING, TypeInformation.of(Claim.class));

    /** Pages of the register. */
    static final MapStateDescriptor<String, Long> PAGES =
            new MapStateDescriptor<>("pages", Types.STRING, Types.LONG);

    private static final int EXCERPT = 400;

    private transient Tokenizer tokenizer;
    private transient WordWeights weights;
    private transient Sketcher sketcher;
    private transient SignalBook book;
    private transient StanceReader stances;

    /** Null when claims have changed since it was made. */
    private transient ClaimIndex claims;

    private transient Counter texts;
    private transient Counter matches;

    @Override
    public void open(OpenContext context) {
        tokenizer = new Tokenizer();
        weights = WordWeights.bundled();
        sketcher = new Sketcher();
        book = SignalBook.bundled();
        stances = new StanceReader();
        texts = getRuntimeContext().getMetricGroup().counter("texts");
        matches = getRuntimeContext().getMetricGroup().counter("claimMatches");
    }

    @Override
    public void processElement(Message message, ReadOnlyContext context, Collector<Sighting> out)
            throws Exception {
        if (message.change() == Change.DELETED || message.text().isEmpty()) {
            return;
        }
        Tokens tokens = tokenizer.read(message.text());
        Words words = Words.of(tokens, weights);
        if (words.size() < Sketcher.LEAST_WORDS) {
            return;
        }
        ClaimMatch match = index(context.getBroadcastState(CLAIMS)).match(tokens);
        if (match == null && words.size() < Sketcher.LEAST_FOR_NEAR) {
            return;
        }
        texts.inc();
        if (match != null) {
            matches.inc();
        }
        Sketch sketch = sketcher.sketch(words);
        boolean official =
                message.authorKind() == AuthorKind.COMMUNITY
                        && context.getBroadcastState(PAGES).contains(message.communityId());
        Sighting sighting = sighting(message, tokens, sketch.textId(), official, match);
        out.collect(sighting);
        long[] buckets = sketcher.buckets(words);
        if (buckets.length > 0) {
            context.output(TEXTS, new SeenText(sighting.label(), sketch, buckets));
        }
    }

    private Sighting sighting(
            Message message, Tokens tokens, long textId, boolean official, ClaimMatch match) {
        List<String> plain = tokens.plainWords();
        long signals = book.read(plain);
        CopyStance stance = stances.read(plain, official, asks(tokens));
        String text = message.text();
        return new Sighting(
                message.messageId(),
                textId,
                message.communityId(),
                message.platform(),
                message.type(),
                official,
                stance,
                message.url(),
                message.changedAt().toEpochMilli(),
                text.length() > EXCERPT ? text.substring(0, EXCERPT) + '…' : text,
                signals,
                match == null ? null : match.claimId(),
                match == null ? 0 : match.score(),
                match != null && match.sure(),
                match == null ? List.of() : match.words(),
                match != null || !official && book.scoreOf(signals) >= book.threshold());
    }

    private static boolean asks(Tokens tokens) {
        for (int i = 0; i < tokens.size(); i++) {
            if (tokens.type(i) == TokenType.MARK && tokens.word(i).equals("?")) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void processBroadcastElement(
            Reference reference, Context context, Collector<Sighting> out) throws Exception {
        if (reference.claim() != null) {
            Claim claim = reference.claim();
            Claim known = context.getBroadcastState(CLAIMS).get(claim.claimId());
            if (known == null || !known.updatedAt().isAfter(claim.updatedAt())) {
                context.getBroadcastState(CLAIMS).put(claim.claimId(), claim);
                claims = null;
            }
        } else {
            Community page = reference.community();
            context.getBroadcastState(PAGES)
                    .put(page.communityId(), page.updatedAt().toEpochMilli());
        }
    }

    private ClaimIndex index(ReadOnlyBroadcastState<String, Claim> state) throws Exception {
        if (claims == null) {
            Map<String, List<String>> wordings = new TreeMap<>();
            for (Map.Entry<String, Claim> entry : state.immutableEntries()) {
                wordings.put(entry.getKey(), entry.getValue().wordings());
            }
            claims = new ClaimIndex(wordings);
        }
        return claims;
    }
}
