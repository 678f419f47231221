package io.otklik.schemas;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;

import java.time.Instant;
import java.util.List;

/**
 * One change of one post or comment, on topic {@code social.message}, keyed by {@code threadId}.
 *
 * <p>A change may arrive in any order and more than once; {@link #changedAt()} and {@link #change}
 * give its place in the message's history. A deletion names only what is deleted: its author, text
 * and times of writing are null.
 *
 * @param messageId {@code vk:-143_58908} for a post, {@code vk:-143_58908_58911} for a comment
 * @param threadId the {@code messageId} of the post that the message stands under, or is
 * @param parentId the message that is answered; null for a post and where the platform is silent
 * @param replyToAuthorId pseudonym (or page id) of whom the message addresses, where the platform
 *     or a leading mention tells; more exact than {@code parentId}, which may be the branch's root
 * @param authorId a keyed hash of a person's id, the plain id of a page
 * @param text cleaned of mentioned ids, phones, e-mails and card numbers; empty, never null, but
 *     for a deletion
 * @param attachments kinds only, as the platform names them: {@code photo}, {@code video}, …
 * @param observedAt when the platform's event reached the gateway
 * @param deleterId who deleted it, in the form of {@code authorId}: equal to the author's if the
 *     author did; null if it is no deletion or the platform does not tell
 */
public record Message(
        @JsonProperty(required = true) String messageId,
        @JsonProperty(required = true) Platform platform,
        @JsonProperty(required = true) MessageType type,
        @JsonProperty(required = true) String communityId,
        @JsonProperty(required = true) String threadId,
        String parentId,
        String replyToAuthorId,
        String authorId,
        AuthorKind authorKind,
        String text,
        List<String> attachments,
        String url,
        Instant publishedAt,
        Instant editedAt,
        @JsonProperty(required = true) Instant observedAt,
        @JsonProperty(required = true) Change change,
        String deleterId) {

    public Message {
        Contract.require("messageId", messageId);
        Contract.require("platform", platform);
        Contract.require("type", type);
        Contract.require("communityId", communityId);
        Contract.require("threadId", threadId);
        Contract.require("observedAt", observedAt);
        Contract.require("change", change);
        if (change != Change.DELETED) {
            Contract.require("authorId", authorId);
            Contract.require("authorKind", authorKind);
            Contract.require("text", text);
            Contract.require("publishedAt", publishedAt);
        }
        attachments = attachments == null ? List.of() : List.copyOf(attachments);
    }

    /** A change that is no deletion, or a deletion of which it is not known whose it was. */
    public Message(
            String messageId,
            Platform platform,
            MessageType type,
            String communityId,
            String threadId,
            String parentId,
            String replyToAuthorId,
            String authorId,
            AuthorKind authorKind,
            String text,
            List<String> attachments,
            String url,
            Instant publishedAt,
            Instant editedAt,
            Instant observedAt,
            Change change) {
        this(
                messageId,
                platform,
                type,
                communityId,
                threadId,
                parentId,
                replyToAuthorId,
                authorId,
                authorKind,
                text,
                attachments,
                url,
                publishedAt,
                editedAt,
                observedAt,
                change,
                null);
    }

    /**
     * When the change happened: the time of writing or editing where the platform gives it, else
     * the time of observation. This is the event time of the record.
     */
    @JsonIgnore
    public Instant changedAt() {
        return switch (change) {
            case CREATED -> publishedAt;
            case EDITED -> editedAt == null ? observedAt : editedAt;
            case DELETED, RESTORED -> observedAt;
        };
    }
}
