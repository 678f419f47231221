package io.otklik.jobs.engagement;

import io.otklik.connectors.json.NotPlainException;
import io.otklik.schemas.Counter;
import io.otklik.schemas.CounterKind;

/** Reads what counts of a {@link Counter}. */
final class CounterReader extends FactReader<Counter> {

    private static final byte[] MESSAGE_ID = PlainMembers.first("messageId");
    private static final byte[] COMMUNITY_ID = PlainMembers.next("communityId");
    private static final byte[] OBSERVED_AT = PlainMembers.next("observedAt");
    private static final byte[] KIND = PlainMembers.next("kind");
    private static final byte[] EVENT_ID = PlainMembers.next("eventId");
    private static final byte[] ACTOR_ID = PlainMembers.next("actorId");
    private static final byte[] VIEWS = PlainMembers.next("views");
    private static final byte[] LIKES = PlainMembers.next("likes");
    private static final byte[] REPOSTS = PlainMembers.next("reposts");
    private static final byte[] COMMENTS = PlainMembers.next("comments");

    private static final CounterKind[] KINDS = CounterKind.values();
    private static final byte[][] KIND_NAMES = PlainMembers.constants(KINDS);

    private final PlainMembers in = new PlainMembers();

    CounterReader() {
        super(Counter.class, PostFact::of);
    }

    @Override
    PostFact plain(byte[] json) throws NotPlainException {
        in.begin(json);
        String messageId = in.needed(MESSAGE_ID);
        String communityId = in.needed(COMMUNITY_ID);
        long observedAt = in.time(OBSERVED_AT);
        CounterKind kind = KINDS[in.constant(KIND, KIND_NAMES)];
        String eventId = kind == CounterKind.CHANGE ? in.needed(EVENT_ID) : in.text(EVENT_ID);
        in.skip(ACTOR_ID);
        long missing = CountFact.missing(kind);
        long[] figures = {
            in.number(VIEWS, missing),
            in.number(LIKES, missing),
            in.number(REPOSTS, missing),
            in.number(COMMENTS, missing)
        };
        in.end();
        return PostFact.of(
                communityId,
                messageId,
                new CountFact(CountFact.event(kind, messageId, eventId), observedAt, figures));
    }
}
