package io.otklik.jobs.engagement;

import io.otklik.connectors.json.NotPlainException;
import io.otklik.schemas.AuthorKind;
import io.otklik.schemas.Change;
import io.otklik.schemas.ContentType;
import io.otklik.schemas.Message;
import io.otklik.schemas.MessageType;
import io.otklik.schemas.Platform;

import java.util.ArrayList;
import java.util.List;

/** Reads what counts of a {@link Message}. */
final class MessageReader extends FactReader<Message> {

    private static final byte[] MESSAGE_ID = PlainMembers.first("messageId");
    private static final byte[] PLATFORM = PlainMembers.next("platform");
    private static final byte[] TYPE = PlainMembers.next("type");
    private static final byte[] COMMUNITY_ID = PlainMembers.next("communityId");
    private static final byte[] THREAD_ID = PlainMembers.next("threadId");
    private static final byte[] PARENT_ID = PlainMembers.next("parentId");
    private static final byte[] REPLY_TO_AUTHOR_ID = PlainMembers.next("replyToAuthorId");
    private static final byte[] AUTHOR_ID = PlainMembers.next("authorId");
    private static final byte[] AUTHOR_KIND = PlainMembers.next("authorKind");
    private static final byte[] TEXT = PlainMembers.next("text");
    private static final byte[] ATTACHMENTS = PlainMembers.next("attachments");
    private static final byte[] URL = PlainMembers.next("url");
    private static final byte[] PUBLISHED_AT = PlainMembers.next("publishedAt");
    private static final byte[] EDITED_AT = PlainMembers.next("editedAt");
    private static final byte[] OBSERVED_AT = PlainMembers.next("observedAt");
    private static final byte[] CHANGE = PlainMembers.next("change");
    private static final byte[] DELETER_ID = PlainMembers.next("deleterId");

    private static final byte[][] PLATFORMS = PlainMembers.constants(Platform.values());
    private static final byte[][] TYPES = PlainMembers.constants(MessageType.values());
    private static final byte[][] CHANGES = PlainMembers.constants(Change.values());
    private static final AuthorKind[] AUTHOR_KINDS = AuthorKind.values();
    private static final byte[][] AUTHOR_KIND_NAMES = PlainMembers.constants(AUTHOR_KINDS);

    private final PlainMembers in = new PlainMembers();

    MessageReader() {
        super(Message.class, PostFact::of);
    }

    @Override
    PostFact plain(byte[] json) throws NotPlainException {
        in.begin(json);
        String messageId = in.needed(MESSAGE_ID);
        in.constant(PLATFORM, PLATFORMS);
        boolean post = in.constant(TYPE, TYPES) == MessageType.POST.ordinal();
        String communityId = in.needed(COMMUNITY_ID);
        String threadId = in.needed(THREAD_ID);
        in.skip(PARENT_ID);
        in.skip(REPLY_TO_AUTHOR_ID);
        return PostFact.of(communityId, threadId, messageId, fact(post));
    }

    private MessageFact fact(boolean post) throws NotPlainException {
        String authorId = in.text(AUTHOR_ID);
        int authorKind = in.anyConstant(AUTHOR_KIND, AUTHOR_KIND_NAMES);
        String text = post ? in.text(TEXT) : null;
        boolean hasText = text != null || in.skip(TEXT);
        List<String> attachments = attachments();
        in.skip(URL);
        long publishedAt = in.time(PUBLISHED_AT, CounterSeries.ABSENT);
        long editedAt = in.time(EDITED_AT, CounterSeries.ABSENT);
        long observedAt = in.time(OBSERVED_AT);
        int change = in.constant(CHANGE, CHANGES);
        in.skip(DELETER_ID);
        in.end();
        if (change == Change.DELETED.ordinal()) {
            return MessageFact.deleted(new MessageFact.Place(observedAt, change, observedAt), post);
        }
        boolean whole =
                authorId != null
                        && !authorId.isEmpty()
                        && authorKind >= 0
                        && hasText
                        && publishedAt != CounterSeries.ABSENT;
        PlainMembers.require(whole);
        return MessageFact.told(
                new MessageFact.Place(
                        changedAt(change, publishedAt, editedAt, observedAt), change, observedAt),
                post,
                publishedAt,
                MessageFact.author(AUTHOR_KINDS[authorKind], authorId),
                post ? ContentType.of(attachments) : null,
                Hashtags.of(text));
    }

    /** As {@link Message#changedAt}. */
    private static long changedAt(int change, long publishedAt, long editedAt, long observedAt) {
        if (change == Change.CREATED.ordinal()) {
            return publishedAt;
        }
        return change == Change.EDITED.ordinal() && editedAt != CounterSeries.ABSENT
                ? editedAt
                : observedAt;
    }

    private List<String> attachments() throws NotPlainException {
        if (!in.list(ATTACHMENTS)) {
            return List.of();
        }
        List<String> attachments = new ArrayList<>();
        do {
            attachments.add(in.element());
        } while (in.hasMore());
        return attachments;
    }
}
