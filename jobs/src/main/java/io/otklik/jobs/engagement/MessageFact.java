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

    /** The fact with one more change of the message. */
    static MessageFact after(MessageFact before, Message message) {
        Place place = Place.of(message);
        boolean latest = before == null || place.isAfter(before.latest);
        boolean tells = message.change() != Change.DELETED;
        boolean told = tells && place.isAfter(before == null ? null : before.told);
        if (!latest && !told) {
            return before;
        }
        boolean post = message.type() == MessageType.POST;
        return new MessageFact(
                latest ? place : before.latest,
                latest ? !tells : before.deleted,
                told ? place : before == null ? null : before.told,
                post,
                told
                        ? message.publishedAt().toEpochMilli()
                        : before == null ? CounterSeries.ABSENT : before.publishedAt,
                told ? author(message) : before == null ? 0 : before.author,
                told ? contentType(message) : before == null ? null : before.contentType,
                told && post
                        ? Hashtags.of(message.text())
                        : before == null ? List.of() : before.hashtags);
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

    private static long author(Message message) {
        return message.authorKind() == AuthorKind.COMMUNITY
                ? 0
                : AuthorSketch.hash(message.authorId());
    }

    private static ContentType contentType(Message message) {
        return message.type() == MessageType.POST ? ContentType.of(message.attachments()) : null;
    }
}
