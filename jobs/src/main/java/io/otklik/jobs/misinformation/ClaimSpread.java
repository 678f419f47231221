package io.otklik.jobs.misinformation;

import io.otklik.similarity.signal.SpreadRule;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeMap;

/** Whether a claim spreads as a whole: in the words of many stories of which none spreads. */
final class ClaimSpread {

    private ClaimSpread() {}

    /**
     * Whether, within as many minutes as the rule says, as many copies as it says were published of
     * all stories together, on as many pages. A story counts with the page of its first message;
     * what is usual is not compared, for different words are no custom.
     *
     * @return false also if one of the stories spreads by itself: then that is told
     */
    static boolean of(Collection<StoryTold> stories, SpreadRule rule) {
        TreeMap<Long, Minute> minutes = new TreeMap<>();
        for (StoryTold story : stories) {
            if (story.gone()) {
                continue;
            }
            if (story.spreadsAt() != null) {
                return false;
            }
            for (int i = 0; i < story.minutes().length; i++) {
                minutes.computeIfAbsent(story.minutes()[i], Minute::new)
                        .add(story.communityId(), story.minuteCopies()[i]);
            }
        }
        long window = rule.window().toMinutes();
        Deque<Minute> last = new ArrayDeque<>();
        for (Minute minute : minutes.values()) {
            last.add(minute);
            while (last.peek().minute <= minute.minute - window) {
                last.remove();
            }
            if (meets(last, rule)) {
                return true;
            }
        }
        return false;
    }

    private static boolean meets(Collection<Minute> window, SpreadRule rule) {
        int copies = 0;
        Set<String> pages = new HashSet<>();
        for (Minute minute : window) {
            copies += minute.copies;
            pages.addAll(minute.pages);
        }
        return copies >= rule.copies() && pages.size() >= rule.pages();
    }

    private static final class Minute {
        private final long minute;
        private final Set<String> pages = new HashSet<>();
        private int copies;

        Minute(long minute) {
            this.minute = minute;
        }

        void add(String page, int more) {
            pages.add(page);
            copies += more;
        }
    }
}
