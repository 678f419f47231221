package io.otklik.samples;

import io.otklik.samples.corpus.Rng;
import io.otklik.schemas.Platform;

import java.util.ArrayList;
import java.util.List;

/** Numbers and newest posts of one page. */
final class PageDesk {

    private static final int RECENT = 6;

    private final Platform platform;
    private final List<PostThread> recent = new ArrayList<>();
    private long nextId;
    private long nextGroupId;

    PageDesk(Page page, long seed) {
        long own = Rng.mix(seed, 900L + page.number());
        this.platform = page.platform();
        this.nextId =
                switch (platform) {
                    case VK -> 1_200L + Rng.pick(own, 1, 58_000);
                    case TELEGRAM -> 300L + Rng.pick(own, 1, 3_600);
                    default -> 155_900_000_000L + Rng.pick(own, 1, 90_000_000);
                };
        this.nextGroupId = 2_000L + Rng.pick(own, 2, 36_000);
    }

    /** Gives a post its numbers. VK numbers posts and comments of a page in one row. */
    void number(PostThread thread) {
        thread.id = nextId++;
        if (platform == Platform.TELEGRAM) {
            thread.groupMessageId = nextGroupId++;
        }
        recent.add(thread);
        if (recent.size() > RECENT) {
            recent.remove(0);
        }
    }

    void number(Note note) {
        note.id = platform == Platform.TELEGRAM ? nextGroupId++ : nextId++;
    }

    /** Oldest first. */
    List<PostThread> recent() {
        return recent;
    }
}
