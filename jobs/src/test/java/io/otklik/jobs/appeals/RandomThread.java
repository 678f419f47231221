package io.otklik.jobs.appeals;

import io.otklik.schemas.Change;
import io.otklik.schemas.Community;
import io.otklik.schemas.Message;
import io.otklik.schemas.OfficialAuthor;
import io.otklik.schemas.Platform;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * A seeded thread under one page with everything that may happen to it: branches, addressees,
 * answers of every kind by the page and by a registered account, follow-ups, thanks, edits,
 * deletions, restores, and a policy that is switched while appeals are open. Texts are {@link
 * Labels}. No two changes fall on the same minute.
 */
final class RandomThread {

    /** The second version of the policy holds from this minute on. */
    static final int SWITCH = 200;

    private static final List<String> RESIDENT =
            List.of("appeal", "appeal", "urgent", "follow_up", "thanks", "chat", "opinion");
    private static final List<String> OFFICIAL =
            List.of("ack", "clarify", "interim", "final", "final", "other", "ack >Водоканал");

    private final Random random;
    private final List<Object> facts = new ArrayList<>();
    private int minute;

    private RandomThread(long seed) {
        this.random = new Random(seed);
    }

    /** The facts in the order in which they happened. */
    static List<Object> facts(long seed) {
        return new RandomThread(seed).generate();
    }

    /** The same facts in another order, some of them twice. */
    static List<Object> disturbed(List<Object> facts, long seed) {
        Random random = new Random(seed);
        List<Object> disturbed = new ArrayList<>(facts);
        for (Object fact : facts) {
            if (random.nextInt(5) == 0) {
                disturbed.add(fact);
            }
        }
        Collections.shuffle(disturbed, random);
        return disturbed;
    }

    private List<Object> generate() {
        facts.add(
                new Community(
                        Messages.PAGE,
                        Platform.VK,
                        null,
                        "Наш двор",
                        "city",
                        "Администрация",
                        null,
                        null,
                        null,
                        null,
                        null,
                        List.of(
                                new OfficialAuthor(
                                        "p:olga", null, Messages.at(40 + random.nextInt(200)))),
                        null,
                        Messages.START));
        facts.add(Terms.minutes("minutes", 1, null, null));
        facts.add(Terms.minutes("minutes", 2, Messages.at(SWITCH), null));
        facts.add(Messages.post());
        int comments = 1 + random.nextInt(12);
        List<Message> alive = new ArrayList<>();
        List<Message> gone = new ArrayList<>();
        for (int comment = 2; comment < comments + 2; comment++) {
            minute += 1 + random.nextInt(random.nextInt(3) == 0 ? 150 : 20);
            Message message = comment(comment);
            facts.add(message);
            alive.add(message);
            if (random.nextInt(4) == 0) {
                changeOne(alive, gone);
            }
        }
        return facts;
    }

    private Message comment(int comment) {
        int parent = random.nextInt(3) == 0 ? 0 : random.nextInt(comment);
        parent = parent < 2 ? 0 : parent;
        int who = random.nextInt(8);
        String addressee = parent != 0 && random.nextInt(3) == 0 ? "p:" + random.nextInt(4) : null;
        if (who < 3) {
            return Messages.official(comment, parent, addressee, text(OFFICIAL), minute);
        }
        if (who == 3) {
            return Messages.resident(comment, parent, "p:olga", text(OFFICIAL), minute);
        }
        return Messages.resident(comment, parent, "p:" + random.nextInt(4), text(RESIDENT), minute);
    }

    private void changeOne(List<Message> alive, List<Message> gone) {
        minute++;
        int what = random.nextInt(3);
        if (what == 0 && !gone.isEmpty()) {
            Message message = gone.remove(random.nextInt(gone.size()));
            facts.add(Messages.restored(message, minute));
            alive.add(message);
        } else if (what == 1) {
            Message message = alive.remove(random.nextInt(alive.size()));
            facts.add(Messages.deleted(message, minute));
            gone.add(message);
        } else if (!alive.isEmpty()) {
            int at = random.nextInt(alive.size());
            Message before = alive.get(at);
            boolean official =
                    before.authorId().equals(Messages.PAGE) || before.authorId().equals("p:olga");
            Message edited = Messages.edited(before, text(official ? OFFICIAL : RESIDENT), minute);
            facts.add(edited);
            if (before.change() == Change.CREATED) {
                alive.set(at, edited);
            }
        }
    }

    private String text(List<String> labels) {
        return labels.get(random.nextInt(labels.size())) + " текст " + random.nextInt(1000);
    }
}
