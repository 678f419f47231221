package io.otklik.language.train;

import java.time.LocalDateTime;
import java.util.List;

/**
 * A post and what was written under it, in time order.
 *
 * @param source the file that it comes from
 * @param id {@code source/post}
 */
public record LabelledThread(String source, String id, List<LabelledMessage> messages) {

    public LabelledThread {
        messages = List.copyOf(messages);
    }

    /** Time of the first labelled message; null if the file does not tell. */
    public LocalDateTime at() {
        for (LabelledMessage message : messages) {
            if (message.label() != null) {
                return message.at();
            }
        }
        return null;
    }

    /** Id of the post that it stands under, whether or not the file holds the post. */
    public String postId() {
        return id.substring(source.length() + 1);
    }

    public long labelled() {
        return messages.stream().filter(message -> message.label() != null).count();
    }
}
