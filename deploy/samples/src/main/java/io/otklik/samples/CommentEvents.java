package io.otklik.samples;

import io.otklik.samples.Action.What;
import io.otklik.schemas.Platform;

import java.time.Instant;

/** What happens to comments: written, changed, deleted, restored, liked. */
final class CommentEvents {

    private static final long MINUTE = 60_000L;
    private static final long HOUR = 60 * MINUTE;

    private final World world;
    private final ThreadPlanner planner;

    CommentEvents(World world) {
        this.world = world;
        this.planner = new ThreadPlanner(world);
    }

    void plan(PostThread thread) {
        for (Note note : planner.plan(thread)) {
            add(note.time, What.COMMENT, note);
        }
    }

    /** Writes a comment, unless what it answers was never written or is gone. */
    void write(Note note) {
        if (gone(note.replyTo) || gone(note.root) || gone(note.answersTo)) {
            return;
        }
        note.text = world.texts.comment(note);
        world.desk(note.thread.page).number(note);
        note.thread.comments++;
        if (note.thread.kept != null) {
            note.thread.kept.add(note);
        }
        if (world.truth != null) {
            world.truth.accept(truth(note));
        }
        scheduleChanges(note);
        long arrival = Math.max(world.outbox.arrival(note.time), note.notBefore);
        world.writer(note.thread.page).comment(note, arrival, world.outbox);
    }

    private static boolean gone(Note note) {
        return note != null && (note.id == 0 || note.deleted);
    }

    private static Truth truth(Note note) {
        return new Truth(
                note.messageId(),
                note.thread.messageId(),
                note.kind,
                note.group,
                note.answer,
                note.answersTo == null ? null : note.answersTo.messageId(),
                Instant.ofEpochMilli(note.time));
    }

    private void scheduleChanges(Note note) {
        if (world.rng.chance(note.kind == Truth.Kind.APPEAL || note.official() ? .035 : .012)) {
            add(note.time + world.rng.between(MINUTE, 3 * HOUR), What.COMMENT_EDIT, note);
        }
        Platform platform = note.thread.page.platform();
        if (platform != Platform.TELEGRAM && world.rng.chance(deletion(note))) {
            long at = note.time + (long) Math.max(20_000, world.rng.heavy(40.0 * MINUTE, 1.6));
            add(at, What.COMMENT_DELETE, note);
            if (world.rng.chance(world.config.disorderShare() * 8)) {
                note.notBefore = at + world.rng.between(21_000, 90_000);
            }
        }
        if (platform == Platform.VK && world.rng.chance(.2 * world.config.likeScale())) {
            int likes = 1 + world.rng.below(3);
            for (int i = 0; i < likes; i++) {
                long at = world.rhythm.people(note.time, 2.0 * HOUR, 1.1, world.rng);
                add(at, What.LIKE_COMMENT, note);
            }
        }
    }

    private static double deletion(Note note) {
        return switch (note.kind) {
            case SPAM -> .45;
            case CHAT -> .022;
            case APPEAL -> .016;
            default -> .012;
        };
    }

    void edit(Note note, long now) {
        if (!note.deleted) {
            note.text = world.texts.edited(note, now);
            writer(note).edited(note, now, world.outbox.arrival(now), world.outbox);
        }
    }

    void delete(Note note, long now) {
        note.deleted = true;
        note.thread.comments--;
        writer(note).deleted(note, now, world.outbox.arrival(now), world.outbox);
        if (world.rng.chance(.15)) {
            add(now + world.rng.between(MINUTE, 2 * HOUR), What.COMMENT_RESTORE, note);
        }
    }

    void restore(Note note, long now) {
        note.deleted = false;
        note.thread.comments++;
        writer(note).restored(note, now, world.outbox.arrival(now), world.outbox);
    }

    void like(Note note, long now) {
        if (!note.deleted) {
            note.likes++;
            Author liker =
                    world.registry
                            .population()
                            .resident(Platform.VK, note.scene.municipality(), world.rng);
            world.vk.like(
                    true, note.thread, note, liker.id(), world.outbox.arrival(now), world.outbox);
        }
    }

    private PayloadWriter writer(Note note) {
        return world.writer(note.thread.page);
    }

    private void add(long at, What what, Note note) {
        world.agenda.add(at, what, note.thread.page, note.thread, note);
    }
}
