package io.otklik.samples;

import io.otklik.samples.Action.What;
import io.otklik.samples.corpus.Municipality;
import io.otklik.samples.corpus.Scene;
import io.otklik.samples.corpus.Subject;
import io.otklik.schemas.Platform;

import java.time.Instant;

/** What pages do: post, change a post, are liked, polled and joined. */
final class PostEvents {

    private static final long HOUR = 3_600_000L;
    private static final double POLLED = .06;

    private final World world;
    private final CommentEvents comments;

    PostEvents(World world, CommentEvents comments) {
        this.world = world;
        this.comments = comments;
    }

    void scheduleNext(Page page, long from) {
        long at = world.rhythm.nextPost(from, world.config.postsPerPageDay(), world.rng);
        world.agenda.add(at, What.NEXT_POST, page, null, null);
    }

    void post(Page page, long now) {
        Subject subject = world.season.choose(page.subjects(), now, world.rng);
        Municipality place =
                page.municipality() == null
                        ? world.registry.population().anyMunicipality(world.rng)
                        : page.municipality();
        PostThread thread =
                new PostThread(
                        page,
                        subject,
                        world.decks.draw(subject.posts()),
                        new Scene(world.rng.next(), place, world.corpus.vocabulary()),
                        now,
                        (long) world.rng.heavy(1_900, .9),
                        world.rng.chance(.45));
        thread.text = world.texts.post(thread);
        world.desk(page).number(thread);
        if (world.truth != null) {
            world.truth.accept(truth(thread));
        }
        world.writer(page).post(thread, world.outbox.arrival(now), world.outbox);
        schedule(thread);
        comments.plan(thread);
        scheduleNext(page, now);
    }

    private static Truth truth(PostThread thread) {
        return new Truth(
                thread.messageId(),
                thread.messageId(),
                Truth.Kind.POST,
                null,
                null,
                null,
                Instant.ofEpochMilli(thread.time));
    }

    private void schedule(PostThread thread) {
        long now = thread.time;
        if (world.rng.chance(.06)) {
            add(now + world.rng.between(HOUR / 12, 5 * HOUR), What.POST_EDIT, thread);
        }
        int likes = (int) (world.rng.heavy(3.2, 1.0) * world.config.likeScale());
        if (thread.page.platform() == Platform.VK) {
            for (int i = 0; i < likes; i++) {
                add(people(now), What.LIKE_POST, thread);
            }
            if (world.rng.chance(.22 * world.config.likeScale())) {
                add(people(now), world.rng.chance(.7) ? What.JOIN : What.LEAVE, thread);
            }
            if (world.rng.chance(POLLED)) {
                add(now + world.rng.between(6 * HOUR, 30 * HOUR), What.POLL_WALL, thread);
            }
            if (world.rng.chance(POLLED)) {
                thread.keepComments();
                add(now + world.rng.between(20 * HOUR, 44 * HOUR), What.POLL_COMMENTS, thread);
            }
        } else if (thread.page.platform() == Platform.TELEGRAM && likes > 0) {
            add(now + world.rng.between(HOUR, 3 * HOUR), What.REACTIONS, thread);
            add(now + world.rng.between(18 * HOUR, 30 * HOUR), What.REACTIONS, thread);
        }
    }

    private void add(long at, What what, PostThread thread) {
        world.agenda.add(at, what, thread.page, thread, null);
    }

    private long people(long from) {
        return world.rhythm.people(from, 3.0 * HOUR, 1.2, world.rng);
    }

    void edit(PostThread thread, long now) {
        thread.text = world.texts.edited(thread, now);
        thread.editedAt = now;
        world.writer(thread.page).edited(thread, now, world.outbox.arrival(now), world.outbox);
    }

    void like(PostThread thread, long now) {
        Author liker = person(thread);
        thread.likes++;
        thread.reposts += world.rng.chance(.12) ? 1 : 0;
        world.vk.like(true, thread, null, liker.id(), world.outbox.arrival(now), world.outbox);
        if (world.rng.chance(.05)) {
            long later = now + world.rng.between(30_000, 6 * HOUR);
            Note liked = new Note(thread, liker, Truth.Kind.CHAT, thread.scene, later);
            world.agenda.add(later, What.UNLIKE_POST, thread.page, thread, liked);
        }
    }

    void unlike(PostThread thread, Author liker, long now) {
        thread.likes--;
        world.vk.like(false, thread, null, liker.id(), world.outbox.arrival(now), world.outbox);
    }

    void react(PostThread thread, long now) {
        thread.likes += 1 + (int) world.rng.heavy(6, 1);
        world.telegram.reactions(thread, now, world.outbox.arrival(now), world.outbox);
    }

    void member(boolean joined, PostThread thread, long now) {
        world.vk.member(
                joined, thread.page, person(thread).id(), world.outbox.arrival(now), world.outbox);
    }

    void pollWall(Page page, long now) {
        world.vkPolls.wall(page, world.desk(page).recent(), now, world.outbox);
    }

    void pollComments(PostThread thread, long now) {
        world.vkPolls.comments(thread, now, world.outbox);
        thread.kept = null;
    }

    private Author person(PostThread thread) {
        return world.registry
                .population()
                .resident(thread.page.platform(), thread.scene.municipality(), world.rng);
    }
}
