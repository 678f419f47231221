package io.otklik.jobs.misinformation;

import io.otklik.language.text.Beginning;
import io.otklik.language.text.TokenType;
import io.otklik.language.text.Tokenizer;
import io.otklik.language.text.Tokens;
import io.otklik.schemas.AuthorKind;
import io.otklik.schemas.Change;
import io.otklik.schemas.CopyStance;
import io.otklik.schemas.Message;
import io.otklik.schemas.MessageType;
import io.otklik.similarity.Link;
import io.otklik.similarity.WordWeights;
import io.otklik.similarity.Words;
import io.otklik.similarity.claim.ClaimMatch;
import io.otklik.similarity.copy.Sketch;
import io.otklik.similarity.copy.Sketcher;
import io.otklik.similarity.signal.SignalBook;
import io.otklik.similarity.signal.StanceReader;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.functions.co.BroadcastProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

import java.util.List;

/**
 * Emits a {@link Sighting} for each message whose text is long enough to be told from others, or
 * repeats a known claim, at once, and again when it is edited; and to {@link #TEXTS} the texts that
 * are long enough to have near copies, to {@link #THREADS} what {@link AskUnderPosts} needs, to
 * {@link #LINKS} what {@link MeetAtLinks} does.
 *
 * <p>A deletion is no fact here: what was published has been read. A claim is looked for in
 * messages that come after it, and signals by the book in force. Who wrote it is decided where its
 * story is followed; only links are left out by the register as it stands here. Keeps no state but
 * the claims, the register and the book, which are broadcast.
 */
final class ReadTexts extends BroadcastProcessFunction<Message, Reference, Sighting> {
    private static final long serialVersionUID = 1L;

    static final OutputTag<SeenText> TEXTS =
            new OutputTag<>("texts", TypeInformation.of(SeenText.class));

    /** Posts that carry a text, and short comments that ask whether it is true. */
    static final OutputTag<ThreadFact> THREADS =
            new OutputTag<>("threads", TypeInformation.of(ThreadFact.class));

    /** The links in texts that no official page published. */
    static final OutputTag<LinkFact> LINKS =
            new OutputTag<>("links", TypeInformation.of(LinkFact.class));

    private static final int EXCERPT = 400;

    private transient Tokenizer tokenizer;
    private transient WordWeights weights;
    private transient Sketcher sketcher;
    private transient SignalsInForce signals;
    private transient StanceReader stances;

    private transient KnownClaims claims;
    private transient OfficialPages pages;
    private transient Counter texts;
    private transient Counter matches;

    @Override
    public void open(OpenContext context) {
        tokenizer = new Tokenizer();
        weights = WordWeights.bundled();
        sketcher = new Sketcher();
        claims = new KnownClaims();
        pages = new OfficialPages();
        signals = new SignalsInForce(getRuntimeContext().getMetricGroup());
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
        ClaimMatch match =
                words.size() < Sketcher.LEAST_WORDS
                        ? null
                        : claims.index(context.getBroadcastState(KnownClaims.CLAIMS)).match(tokens);
        if (match == null && words.size() < Sketcher.LEAST_FOR_NEAR) {
            readQuestion(message, tokens, context);
            return;
        }
        texts.inc();
        if (match != null) {
            matches.inc();
        }
        Sketch sketch = sketcher.sketch(words);
        Sighting sighting =
                sighting(
                        message,
                        tokens,
                        sketch.textId(),
                        message.authorKind() == AuthorKind.COMMUNITY,
                        match,
                        signals.book(context.getBroadcastState(SignalsInForce.BOOKS)));
        out.collect(sighting);
        if (message.type() == MessageType.POST) {
            context.output(THREADS, new ThreadFact(message.messageId(), sighting));
        }
        tellLinks(tokens, sighting, context);
        long[] buckets = sketcher.buckets(words);
        if (buckets.length > 0) {
            context.output(TEXTS, new SeenText(sighting.label(), sketch, buckets));
        }
    }

    private void tellLinks(Tokens tokens, Sighting sighting, ReadOnlyContext context)
            throws Exception {
        OfficialPages.Register register =
                pages.register(context.getBroadcastState(OfficialPages.PAGES));
        if (register.isOfficial(sighting)) {
            return;
        }
        for (int i = 0; i < tokens.size(); i++) {
            if (tokens.type(i) == TokenType.LINK) {
                String written = tokens.text().substring(tokens.begin(i), tokens.end(i));
                String link = Link.target(written);
                if (link != null) {
                    context.output(LINKS, new LinkFact(link, sighting));
                }
            }
        }
    }

    /** A comment too short to have copies may still ask whether what the post says is true. */
    private void readQuestion(Message message, Tokens tokens, ReadOnlyContext context)
            throws Exception {
        if (message.type() != MessageType.COMMENT || !asks(tokens)) {
            return;
        }
        SignalBook book = signals.book(context.getBroadcastState(SignalsInForce.BOOKS));
        Sighting sighting = sighting(message, tokens, 0, false, null, book);
        if (sighting.stance() == CopyStance.QUESTION) {
            context.output(THREADS, new ThreadFact(message.threadId(), sighting));
        }
    }

    private Sighting sighting(
            Message message,
            Tokens tokens,
            long textId,
            boolean ownPage,
            ClaimMatch match,
            SignalBook book) {
        List<String> plain = tokens.plainWords();
        long speaking = book.read(plain);
        StanceReader.Reading reading = stances.read(plain, asks(tokens));
        String text = message.text();
        return new Sighting(
                message.messageId(),
                textId,
                message.communityId(),
                message.platform(),
                message.type(),
                ownPage,
                false,
                reading.stance(),
                reading.denies(),
                message.url(),
                message.changedAt().toEpochMilli(),
                text.length() > EXCERPT ? Beginning.of(text, EXCERPT) + '…' : text,
                speaking,
                match == null ? null : match.claimId(),
                match == null ? 0 : match.score(),
                match != null && match.sure(),
                match == null ? List.of() : match.words(),
                match != null || book.scoreOf(speaking) >= book.threshold(),
                false);
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
            claims.take(reference.claim(), context.getBroadcastState(KnownClaims.CLAIMS));
        } else if (reference.rules() != null) {
            signals.take(reference.rules(), context.getBroadcastState(SignalsInForce.BOOKS));
        } else {
            pages.take(reference.community(), context.getBroadcastState(OfficialPages.PAGES));
        }
    }
}
