package io.otklik.language.train;

import io.otklik.language.AuthorRole;
import io.otklik.language.Kind;
import io.otklik.language.ReadText;
import io.otklik.language.Reading;
import io.otklik.language.TextReader;
import io.otklik.language.ThreadContext;
import io.otklik.language.ThreadMessage;
import io.otklik.language.ThreadReader;
import io.otklik.language.model.ContextFeatures;
import io.otklik.language.model.KindModel.Block;
import io.otklik.language.model.TextFeatures;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.function.Supplier;

/** Labelled messages in their threads as the features that {@code KindModel} sums. */
final class KindExamples {

    private final TextReader reader;
    private final Map<String, Kind> found;
    private final List<KindExample> examples = new ArrayList<>();

    /**
     * @param found what messages were found to be by a model that has not seen them, by thread and
     *     id: what stands around a message is then what it will be when the model decides, mistakes
     *     included; of a message that is not in it, its label is taken
     */
    KindExamples(TextReader reader, Map<String, Kind> found) {
        this.reader = reader;
        this.found = found;
    }

    /** Name of a message in a map of findings. */
    static String key(LabelledThread thread, LabelledMessage message) {
        return thread.id() + "#" + message.id();
    }

    /** What has been added. */
    List<KindExample> examples() {
        return examples;
    }

    /** Adds the labelled messages of a thread. */
    void add(LabelledThread thread) {
        add(thread, i -> true);
    }

    /** Adds the labelled messages of a thread that a copy of it writes otherwise. */
    void addChanged(LabelledThread copy, LabelledThread original) {
        add(copy, i -> !copy.messages().get(i).text().equals(original.messages().get(i).text()));
    }

    private void add(LabelledThread thread, IntPredicate learned) {
        walk(
                thread,
                (i, message, example) -> {
                    if (message.label() != null && learned.test(i)) {
                        examples.add(example.get());
                    }
                    Kind known = found.get(key(thread, message));
                    return known == null ? kind(message) : known;
                });
    }

    /** Sees the comments of a thread one after another. */
    @FunctionalInterface
    interface Visitor {

        /**
         * @param at place of the message in the thread
         * @param example the message where it stands, made when it is asked for
         * @return what the message is for those below it
         */
        Kind visit(int at, LabelledMessage message, Supplier<KindExample> example);
    }

    /** Walks through a thread; what a message stands among is what the visitor said. */
    void walk(LabelledThread thread, Visitor visitor) {
        ThreadReader context = new ThreadReader(thread.postId(), null);
        Map<String, ReadText> texts = new HashMap<>();
        ReadText post = null;
        for (int i = 0; i < thread.messages().size(); i++) {
            LabelledMessage message = thread.messages().get(i);
            ReadText text = reader.read(message.text());
            texts.put(message.id(), text);
            ThreadMessage seen = threadMessage(message, text.bare());
            if (message.post()) {
                post = text;
                context.note(seen, kind(message));
                continue;
            }
            ReadText above = message.parentId() == null ? null : texts.get(message.parentId());
            ReadText parent = above == post ? null : above;
            ReadText under = post;
            Kind kind =
                    visitor.visit(
                            i,
                            message,
                            () ->
                                    example(
                                            message,
                                            text,
                                            seen.reading(),
                                            context.context(seen),
                                            parent,
                                            under));
            context.note(seen, kind);
        }
    }

    static ThreadMessage threadMessage(LabelledMessage message, Reading reading) {
        return new ThreadMessage(
                message.id(),
                message.parentId(),
                message.replyToAuthorId(),
                message.authorId(),
                message.author(),
                message.post(),
                reading);
    }

    private static Kind kind(LabelledMessage message) {
        if (message.label() != null) {
            return message.label().kind();
        }
        return message.author() == AuthorRole.OFFICIAL || message.post()
                ? Kind.OFFICIAL
                : Kind.CHAT;
    }

    private KindExample example(
            LabelledMessage message,
            ReadText text,
            Reading reading,
            ThreadContext context,
            ReadText parent,
            ReadText post) {
        KindExample example =
                new KindExample(
                        message.id(),
                        message.label() == null ? null : message.label().kind(),
                        message.author());
        TextFeatures.ofMessage(
                text,
                reader.rules(),
                (type, hash, value, token) -> example.add(Block.OWN, hash, value));
        if (context.parent() != null && parent != null) {
            TextFeatures.ofTextAbove(
                    parent,
                    reader.rules(),
                    (type, hash, value, token) -> example.add(Block.PARENT, hash, value));
        }
        if (post != null) {
            TextFeatures.ofTextAbove(
                    post,
                    reader.rules(),
                    (type, hash, value, token) -> example.add(Block.POST, hash, value));
        }
        ContextFeatures.of(
                reading,
                context,
                reader.rules(),
                (type, hash, value, token) -> example.add(Block.CONTEXT, hash, value));
        return example;
    }
}
