package io.otklik.jobs.engagement;

import io.otklik.schemas.AuthorKind;
import io.otklik.schemas.Change;
import io.otklik.schemas.ContentType;
import io.otklik.schemas.Message;
import io.otklik.schemas.MessageType;

import java.util.List;

/**
 * What is known of one message, whatever the order in which it was told: whether it stands, by its
 * latest change, and what it is, by the latest change that tells it.
 *
 * @param latest place of the latest change
 * @param deleted whether that was a deletion
 * @param told place of the latest change that brought text and author; null: none
 * @param publishedAt epoch milliseconds; {@link CounterSeries#ABSENT} before it is told
 * @param author hash of the author; 0 if it is the page itself
 */
public record MessageFact(
        Place latest,
        boolean deleted,
        Place told,
        boolean post,
        long publishedAt,
        long author,
        ContentType contentType,
        List<String> hashtags) {

    /**
     * Where a change stands in a message's history, as {@code v_message} orders it.
     *
     * @param change ordinal of {@link Change}
     */
    public record Place(long changedAt, int change, long observedAt) {

        private static Place of(Message message) {
            return new Place(
                    message.changedAt().toEpochMilli(),
                    message.change().ordinal(),
                    message.observedAt().toEpochMilli());
        }

        private boolean isAfter(Place other) {
            if (other == null || changedAt != other.changedAt) {
                return other == null || changedAt > other.changedAt;
            }
            return change == other.change ? observedAt > other.observedAt : change > other.change;
        }
    }

    public MessageFact {
        // After one change, the usual case, they are one object.
        told = latest.equals(told) ? latest : told;
        hashtags = hashtags.isEmpty() ? List.of() : hashtags;
    }

    /** What one change tells. */
    static MessageFact of(Message message) {
        Place place = Place.of(message);
        boolean post = message.type() == MessageType.POST;
        return message.change() == Change.DELETED
                ? deleted(place, post)
                : told(
                        place,
                        post,
                        message.publishedAt().toEpochMilli(),
                        author(message.authorKind(), message.authorId()),
                        post ? ContentType.of(message.attachments()) : null,
                        post ? Hashtags.of(message.text()) : List.of());
    }

    /** What a deletion tells. */
    static MessageFact deleted(Place place, boolean post) {
        return new MessageFact(place, true, null, post, CounterSeries.ABSENT, 0, null, List.of());
    }

    /** What a change tells that brings text and author. */
    static MessageFact told(
            Place place,
            boolean post,
            long publishedAt,
            long author,
            ContentType contentType,
            List<String> hashtags) {
        return new MessageFact(
                place, false, place, post, publishedAt, author, contentType, hashtags);
    }

    /** With one more change; the same object if it tells nothing new. */
    MessageFact with(MessageFact change) {
        boolean isLatest = change.latest.isAfter(latest);
        boolean isTold = change.told != null && change.told.isAfter(told);
        if (!isLatest && !isTold) {
            return this;
        }
        MessageFact teller = isTold ? change : this;
        return new MessageFact(
                isLatest ? change.latest : latest,
                isLatest ? change.deleted : deleted,
                teller.told,
                change.post,
                teller.publishedAt,
                teller.author,
                teller.contentType,
                teller.hashtags);
    }

    /** What the message itself adds to the windows at its publication; zero before it is told. */
    long[] figures() {
        if (told == null || deleted) {
            return Figure.none();
        }
        if (post) {
            return Figure.one(Figure.posts(contentType), 1);
        }
        return author == 0 ? Figure.none() : Figure.one(Figure.COMMENTS, 1);
    }

    /** The hash of an author; 0 if it is the page itself. */
    static long author(AuthorKind kind, String authorId) {
        return kind == AuthorKind.COMMUNITY ? 0 : Hashes.of(authorId);
    }
}
