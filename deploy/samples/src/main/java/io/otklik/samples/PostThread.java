package io.otklik.samples;

import io.otklik.samples.corpus.Scene;
import io.otklik.samples.corpus.Subject;
import io.otklik.samples.corpus.TextLine;

import java.util.ArrayList;
import java.util.List;

/** A post and what the platform counts of it. */
final class PostThread {

    final Page page;
    final Subject subject;
    final TextLine line;
    final Scene scene;
    final long time;
    final long baseViews;
    final boolean photo;
    long id;
    long groupMessageId;
    long editedAt;
    String text;
    int likes;
    int reposts;
    int comments;

    /** First-level comments with their branches, kept only if a poll will show them. */
    List<Note> kept;

    PostThread(
            Page page,
            Subject subject,
            TextLine line,
            Scene scene,
            long time,
            long baseViews,
            boolean photo) {
        this.page = page;
        this.subject = subject;
        this.line = line;
        this.scene = scene;
        this.time = time;
        this.baseViews = baseViews;
        this.photo = photo;
    }

    void keepComments() {
        kept = new ArrayList<>();
    }

    long views(long at) {
        double hours = Math.max(0, at - time) / 3_600_000.0;
        return 3 + (long) (baseViews * hours / (hours + 9));
    }

    String messageId() {
        return page.communityId() + '_' + id;
    }
}
