package io.otklik.jobs.appeals;

import io.otklik.schemas.Community;
import io.otklik.schemas.Message;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

/** {@link RandomThread}s of many seeds side by side, each under a page of its own. */
final class ManyThreads {

    /** Messages change places with others of so many. */
    private static final int DISORDER = 300;

    private static final int AFTERWARDS = 900;

    private final List<Message> messages = new ArrayList<>();
    private final Set<Reference> references = new LinkedHashSet<>();
    private final List<List<Object>> threads = new ArrayList<>();
    private int last;

    ManyThreads(int count) {
        for (int seed = 0; seed < count; seed++) {
            List<Object> facts = RandomThread.facts(seed);
            threads.add(facts);
            for (Object fact : facts) {
                if (fact instanceof Message message) {
                    messages.add(moved(message, seed));
                    last = Math.max(last, OracleLines.minute(message.changedAt()));
                } else {
                    references.add(
                            fact instanceof Community page
                                    ? Reference.of(moved(page, seed))
                                    : Reference.of((io.otklik.schemas.SlaPolicy) fact));
                }
            }
        }
        last += AFTERWARDS;
        messages.sort(Comparator.comparing(Message::changedAt));
    }

    /** Minute up to which terms are told. */
    int last() {
        return last;
    }

    List<Reference> references() {
        return List.copyOf(references);
    }

    /** In the order in which they happened but for some, and a fifth of them twice. */
    List<Message> disturbed(long seed) {
        Random random = new Random(seed);
        List<Message> disturbed = new ArrayList<>();
        for (Message message : messages) {
            disturbed.add(message);
            if (random.nextInt(5) == 0) {
                disturbed.add(message);
            }
        }
        for (int from = 0; from < disturbed.size(); from += DISORDER) {
            Collections.shuffle(
                    disturbed.subList(from, Math.min(from + DISORDER, disturbed.size())), random);
        }
        return disturbed;
    }

    /** What the oracle writes down of all threads. */
    TreeSet<String> expected() {
        TreeSet<String> lines = new TreeSet<>();
        for (int seed = 0; seed < threads.size(); seed++) {
            for (String line : NaiveAppeals.lines(threads.get(seed), last)) {
                lines.add(line.replace(Messages.THREAD, page(seed) + "_1"));
            }
        }
        return lines;
    }

    private static String page(int seed) {
        return "vk:-" + (1_000 + seed);
    }

    private static Community moved(Community page, int seed) {
        return new Community(
                page(seed),
                page.platform(),
                page.url(),
                page.name(),
                page.agencyId(),
                page.agencyName(),
                page.level(),
                page.sphere(),
                page.municipality(),
                page.region(),
                page.timeZone(),
                page.officialAuthors(),
                page.status(),
                page.updatedAt());
    }

    private static Message moved(Message message, int seed) {
        return new Message(
                moved(message.messageId(), seed),
                message.platform(),
                message.type(),
                page(seed),
                moved(message.threadId(), seed),
                moved(message.parentId(), seed),
                message.replyToAuthorId(),
                moved(message.authorId(), seed),
                message.authorKind(),
                message.text(),
                message.attachments(),
                message.url(),
                message.publishedAt(),
                message.editedAt(),
                message.observedAt(),
                message.change());
    }

    private static String moved(String id, int seed) {
        return id == null || !id.startsWith(Messages.PAGE)
                ? id
                : page(seed) + id.substring(Messages.PAGE.length());
    }
}
