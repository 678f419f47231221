package io.otklik.samples;

import io.otklik.samples.corpus.Issue;
import io.otklik.samples.corpus.Pool;
import io.otklik.samples.corpus.Scene;

/** A comment, planned when its post is made and written when its time comes. */
final class Note {

    final PostThread thread;
    final Author author;
    final Truth.Kind kind;
    final Scene scene;
    final long time;

    /** The comment that this one answers; null at the first level. */
    Note replyTo;

    /** First-level comment of the branch; null if this is one. */
    Note root;

    /** Whom the text is for, where that is not who is answered. */
    Note answersTo;

    /** What an appeal is about; null for others. */
    Issue issue;

    String group;
    Truth.Answer answer;
    Pool opening;
    Pool body;
    Pool closing;
    boolean photo;

    /** Not to be delivered before this; 0 for the usual delay. */
    long notBefore;

    long id;
    String text;
    int likes;
    boolean deleted;

    Note(PostThread thread, Author author, Truth.Kind kind, Scene scene, long time) {
        this.thread = thread;
        this.author = author;
        this.kind = kind;
        this.scene = scene;
        this.time = time;
    }

    Note under(Note parent) {
        if (parent != null) {
            replyTo = parent;
            root = parent.root == null ? parent : parent.root;
        }
        return this;
    }

    Note text(Pool newOpening, Pool newBody, Pool newClosing) {
        opening = newOpening;
        body = newBody;
        closing = newClosing;
        return this;
    }

    Note about(String newGroup) {
        group = newGroup;
        return this;
    }

    boolean official() {
        return kind == Truth.Kind.OFFICIAL;
    }

    String messageId() {
        return thread.messageId() + '_' + id;
    }
}
