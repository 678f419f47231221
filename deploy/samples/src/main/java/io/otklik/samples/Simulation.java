package io.otklik.samples;

import io.otklik.samples.Action.What;
import io.otklik.samples.corpus.Corpus;
import io.otklik.schemas.Platform;

import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Lives through the time of a stream: what happens stands on an agenda by its moment, what is sent
 * in an outbox by its arrival. An event leaves when nothing that could arrive earlier is left to
 * happen.
 */
final class Simulation implements Iterator<SampleEvent> {

    private static final double DAY = 86_400_000.0;

    private final World world;
    private final PostEvents posts;
    private final CommentEvents comments;
    private final Map<Platform, List<Page>> pages;
    private final Map<Platform, BrokenPayloads> broken = new EnumMap<>(Platform.class);
    private long given;

    Simulation(GeneratorConfig config, Corpus corpus, Consumer<Truth> truth) {
        this.world = new World(config, corpus, truth);
        this.comments = new CommentEvents(world);
        this.posts = new PostEvents(world, comments);
        long start = config.start().toEpochMilli();
        for (Page page : world.registry.pages()) {
            posts.scheduleNext(page, start);
        }
        this.pages =
                world.registry.pages().stream()
                        .collect(
                                Collectors.groupingBy(
                                        Page::platform,
                                        () -> new EnumMap<>(Platform.class),
                                        Collectors.toList()));
        pages.forEach(
                (platform, own) -> {
                    broken.put(platform, new BrokenPayloads(world.writer(own.get(0)).topic()));
                    scheduleBroken(own.get(0), start);
                });
    }

    @Override
    public boolean hasNext() {
        if (given >= world.config.eventCount()) {
            return false;
        }
        while (!world.agenda.isEmpty()
                && (world.outbox.isEmpty() || world.outbox.next() > world.agenda.next())) {
            handle(world.agenda.take());
        }
        return !world.outbox.isEmpty();
    }

    @Override
    public SampleEvent next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        given++;
        return world.outbox.take();
    }

    private void handle(Action action) {
        long now = action.time();
        switch (action.what()) {
            case NEXT_POST -> posts.post(action.page(), now);
            case POST_EDIT -> posts.edit(action.thread(), now);
            case LIKE_POST -> posts.like(action.thread(), now);
            case UNLIKE_POST -> posts.unlike(action.thread(), action.note().author, now);
            case REACTIONS -> posts.react(action.thread(), now);
            case JOIN -> posts.member(true, action.thread(), now);
            case LEAVE -> posts.member(false, action.thread(), now);
            case POLL_WALL -> posts.pollWall(action.page(), now);
            case POLL_COMMENTS -> posts.pollComments(action.thread(), now);
            case COMMENT -> comments.write(action.note());
            case COMMENT_EDIT -> comments.edit(action.note(), now);
            case COMMENT_DELETE -> comments.delete(action.note(), now);
            case COMMENT_RESTORE -> comments.restore(action.note(), now);
            case LIKE_COMMENT -> comments.like(action.note(), now);
            case BROKEN -> breakOne(action.page(), now);
        }
    }

    private void breakOne(Page page, long now) {
        List<Page> own = pages.get(page.platform());
        Page shown = own.get(world.rng.below(own.size()));
        world.outbox.accept(broken.get(page.platform()).next(shown, world.outbox.arrival(now)));
        scheduleBroken(page, now);
    }

    private void scheduleBroken(Page page, long from) {
        if (world.config.brokenPerDay() > 0) {
            double gap = world.rng.exponential(DAY / world.config.brokenPerDay());
            world.agenda.add(from + (long) gap, What.BROKEN, page, null, null);
        }
    }
}
