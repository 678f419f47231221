package io.otklik.samples;

import com.fasterxml.jackson.core.JsonGenerator;
import io.otklik.schemas.Topic;

import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;

/** Whole answers of {@code wall.get} and {@code wall.getComments}, as a poller stores them. */
final class VkPolls {

    private final JsonBytes bytes = new JsonBytes();

    /** The page's newest posts with views, likes, reposts and comments, newest first. */
    void wall(Page page, List<PostThread> posts, long receivedAt, Consumer<SampleEvent> out) {
        byte[] payload =
                bytes.object(
                        receivedAt,
                        json -> {
                            json.writeObjectFieldStart("response");
                            json.writeNumberField("count", posts.get(posts.size() - 1).id);
                            json.writeArrayFieldStart("items");
                            for (int i = posts.size() - 1; i >= 0; i--) {
                                post(json, posts.get(i), receivedAt);
                            }
                            json.writeEndArray();
                            json.writeEndObject();
                        });
        out.accept(new SampleEvent(Topic.RAW_VK, "-" + page.localId(), receivedAt, payload));
    }

    /** The comments that stand under a post by now, answers inside their branch. */
    void comments(PostThread thread, long receivedAt, Consumer<SampleEvent> out) {
        byte[] payload =
                bytes.object(
                        receivedAt,
                        json -> {
                            json.writeObjectFieldStart("response");
                            json.writeNumberField("count", thread.comments);
                            json.writeArrayFieldStart("items");
                            for (Note note : thread.kept) {
                                if (note.root == null && standing(note)) {
                                    branch(json, note);
                                }
                            }
                            json.writeEndArray();
                            json.writeNumberField("current_level_count", thread.comments);
                            json.writeBooleanField("can_post", true);
                            json.writeBooleanField("show_reply_button", true);
                            json.writeBooleanField("groups_can_post", true);
                            json.writeEndObject();
                        });
        out.accept(new SampleEvent(Topic.RAW_VK, VkWriter.key(thread), receivedAt, payload));
    }

    private static void post(JsonGenerator json, PostThread thread, long at) throws IOException {
        json.writeStartObject();
        VkJson.post(json, thread);
        if (thread.editedAt > 0) {
            json.writeNumberField("edited", thread.editedAt / 1000);
        }
        count(json, "comments", thread.comments, "can_post");
        count(json, "likes", thread.likes, "can_like");
        count(json, "reposts", thread.reposts, "user_reposted");
        json.writeObjectFieldStart("views");
        json.writeNumberField("count", thread.views(at));
        json.writeEndObject();
        json.writeEndObject();
    }

    private static void branch(JsonGenerator json, Note root) throws IOException {
        List<Note> replies =
                root.thread.kept.stream().filter(n -> n.root == root && standing(n)).toList();
        json.writeStartObject();
        VkJson.comment(json, root);
        count(json, "likes", root.likes, "can_like");
        json.writeObjectFieldStart("thread");
        json.writeNumberField("count", replies.size());
        json.writeArrayFieldStart("items");
        for (Note reply : replies) {
            json.writeStartObject();
            VkJson.comment(json, reply);
            count(json, "likes", reply.likes, "can_like");
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeBooleanField("can_post", true);
        json.writeBooleanField("show_reply_button", true);
        json.writeBooleanField("groups_can_post", true);
        json.writeEndObject();
        json.writeEndObject();
    }

    private static boolean standing(Note note) {
        return note.id > 0 && !note.deleted;
    }

    private static void count(JsonGenerator json, String name, int count, String flag)
            throws IOException {
        json.writeObjectFieldStart(name);
        json.writeNumberField("count", count);
        json.writeNumberField(flag, 1);
        json.writeEndObject();
    }
}
