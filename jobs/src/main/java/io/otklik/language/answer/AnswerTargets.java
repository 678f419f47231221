package io.otklik.language.answer;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Tells which residents' messages of a thread an official message answers. Fed with the thread's
 * messages in time order; what comes later never changes what was told.
 *
 * <p>Platforms often name only the first comment of a branch as the parent, however far below it
 * the answer stands. So every resident's message of the branch is a candidate, and clues add up:
 * see {@link TargetClue}. An official message outside any branch answers a first-level message that
 * still waits: anyone whom it addresses, else only the last one written or the post. One that calls
 * several persons answers as many waiting messages; one that calls everybody answers all that wait
 * and speak of the same.
 */
public final class AnswerTargets {

    /** Older messages of a branch than this many are no candidates. */
    private static final int MOST_CANDIDATES = 64;

    /** From this probability on a message is taken to wait for an answer. */
    private static final double WAITS = 0.5;

    /** In a run of one text also messages that hardly wait get it. */
    private static final double WAITS_IN_RUN = 0.15;

    private static final double MOST_ALIKE = 3;
    private static final int OLDEST = 10;

    /** Official messages with shorter pauses are one visit of the officer to the thread. */
    private static final Duration VISIT = Duration.ofMinutes(20);

    private final String threadId;
    private final Branches branches;
    private final Namesakes namesakes = new Namesakes();
    private final Map<String, List<Candidate>> byBranch = new HashMap<>();
    private final Map<String, Integer> orders = new HashMap<>();
    private final Set<String> answered = new HashSet<>();

    /** What each official message was found to answer. */
    private final Map<String, List<String>> targets = new HashMap<>();

    /** The last answer in each branch; that of the first level stands under the thread's id. */
    private final Map<String, Given> lastGiven = new HashMap<>();

    private int written;
    private Instant lastSpoken;
    private int lastSpokenOrder;
    private int seenBeforeVisit;

    public AnswerTargets(String threadId) {
        this.threadId = threadId;
        this.branches = new Branches(threadId);
    }

    /**
     * Notes a resident's message that answers may follow.
     *
     * @param needsAnswer probability that it waits for an answer
     */
    public void resident(TalkLine line, double needsAnswer) {
        note(line);
        Candidate candidate = new Candidate(line, needsAnswer, written);
        byBranch.computeIfAbsent(branches.root(line), key -> new ArrayList<>()).add(candidate);
        if (branches.isFirstLevel(line)) {
            byBranch.computeIfAbsent(firstLevel(), key -> new ArrayList<>()).add(candidate);
        }
    }

    /** What an official message answers and stands under, among all messages before it. */
    public AnswerMatch match(TalkLine line) {
        return match(line, id -> true);
    }

    /**
     * What an official message answers and stands under. Nothing counts as answered by it until
     * {@link #give}.
     *
     * @param eligible which residents' messages may be answered
     */
    public AnswerMatch match(TalkLine line, Predicate<String> eligible) {
        note(line);
        if (line.id().equals(threadId)) {
            return new AnswerMatch(List.of(), AnswerContext.UNKNOWN);
        }
        visit(line);
        List<Candidate> candidates = candidates(line, eligible);
        List<Candidate> found = candidates.isEmpty() ? List.of() : choose(line, candidates);
        return new AnswerMatch(
                found.stream().map(candidate -> candidate.line.id()).toList(),
                context(line, found));
    }

    /** Takes it that a matched official message answers those messages. */
    public void give(TalkLine line, List<String> ids) {
        if (!ids.isEmpty()) {
            targets.put(line.id(), List.copyOf(ids));
            answered.addAll(ids);
            lastGiven.put(
                    place(line),
                    new Given(line, orders.get(line.id()), orders.getOrDefault(ids.get(0), 0)));
        }
    }

    /**
     * Notes an official message of which is known what it answers.
     *
     * @param ids what {@link #match} found, if it was given; else empty
     */
    public void known(TalkLine line, List<String> ids) {
        note(line);
        if (!line.id().equals(threadId)) {
            visit(line);
            give(line, ids);
        }
    }

    private AnswerContext context(TalkLine line, List<Candidate> found) {
        if (branches.isFirstLevel(line)) {
            return AnswerContext.FIRST_LEVEL;
        }
        if (found.isEmpty()) {
            return AnswerContext.UNKNOWN;
        }
        Candidate best = found.get(0);
        if (best.needsAnswer < WAITS) {
            return AnswerContext.TALK;
        }
        return waits(best) ? AnswerContext.AWAITED : AnswerContext.ANSWERED_BEFORE;
    }

    private void note(TalkLine line) {
        written++;
        orders.put(line.id(), written);
        branches.note(line);
        namesakes.note(line, branches.parentBelowRoot(line));
    }

    private void visit(TalkLine line) {
        boolean returns =
                lastSpoken == null || Duration.between(lastSpoken, line.at()).compareTo(VISIT) > 0;
        if (returns) {
            seenBeforeVisit = lastSpokenOrder;
        }
        lastSpoken = line.at();
        lastSpokenOrder = written;
    }

    private List<Candidate> candidates(TalkLine line, Predicate<String> eligible) {
        List<Candidate> all = byBranch.getOrDefault(place(line), List.of());
        List<Candidate> candidates = new ArrayList<>();
        for (int i = Math.max(0, all.size() - MOST_CANDIDATES); i < all.size(); i++) {
            if (eligible.test(all.get(i).line.id())) {
                candidates.add(all.get(i));
            }
        }
        return candidates;
    }

    private List<Candidate> choose(TalkLine line, List<Candidate> candidates) {
        List<Ranked> ranked = rank(line, candidates);
        if (branches.isFirstLevel(line)) {
            ranked.removeIf(r -> !mayAnswerFromFirstLevel(line, r.candidate));
        }
        List<Candidate> found = new ArrayList<>();
        boolean toAll = branches.isFirstLevel(line) && line.talk().toAll();
        int most = toAll ? MOST_CANDIDATES : Math.max(1, line.talk().persons());
        for (Ranked r : ranked) {
            if (found.isEmpty() || found.size() < most && waits(r.candidate)) {
                found.add(r.candidate);
            }
        }
        return List.copyOf(found);
    }

    /** Nothing ties such a message to another but whom it addresses and what stands before it. */
    private boolean mayAnswerFromFirstLevel(TalkLine line, Candidate candidate) {
        if (namesakes.addresses(line, candidate.line)) {
            return true;
        }
        if (!waits(candidate)) {
            return false;
        }
        if (line.talk().toAll()) {
            return line.talk().speaksOf(candidate.line.talk());
        }
        List<Candidate> all = byBranch.get(firstLevel());
        return line.talk().persons() > 0
                || candidate == all.get(all.size() - 1)
                || candidate.line.id().equals(threadId);
    }

    private List<Ranked> rank(TalkLine line, List<Candidate> candidates) {
        Standing standing = standing(line, candidates);
        double[] alike = alike(line, candidates);
        List<Ranked> ranked = new ArrayList<>();
        for (int i = 0; i < candidates.size(); i++) {
            double[] clues = TargetClue.none();
            addPlatformClues(clues, line, candidates.get(i));
            addWaitingClues(clues, candidates.get(i), standing);
            TargetClue.ALIKE.set(clues, Math.min(alike[i], MOST_ALIKE));
            int later = candidates.size() - 1 - i;
            TargetClue.LAST.set(clues, later == 0);
            TargetClue.AGE.set(clues, Math.min(OLDEST, later) / (double) OLDEST);
            ranked.add(new Ranked(candidates.get(i), TargetClue.sum(clues)));
        }
        ranked.sort(
                Comparator.comparingDouble(Ranked::score)
                        .thenComparingInt(r -> r.candidate.order)
                        .reversed());
        return ranked;
    }

    private void addPlatformClues(double[] clues, TalkLine line, Candidate candidate) {
        String id = candidate.line.id();
        boolean root = id.equals(place(line));
        List<String> before = line.parentId() == null ? null : targets.get(line.parentId());
        TargetClue.BRANCH_ROOT.set(clues, root);
        TargetClue.NAMED_PARENT.set(clues, id.equals(line.parentId()) && !root);
        TargetClue.ADDRESSEE.set(clues, namesakes.addresses(line, candidate.line));
        TargetClue.CONTINUED.set(clues, before != null && before.contains(id));
    }

    private void addWaitingClues(double[] clues, Candidate candidate, Standing standing) {
        boolean unanswered = !answered.contains(candidate.line.id());
        boolean seen = candidate.order <= seenBeforeVisit;
        TargetClue.NEEDS_ANSWER.set(clues, candidate.needsAnswer);
        TargetClue.UNANSWERED.set(clues, unanswered);
        TargetClue.ONLY_WAITING.set(clues, candidate == standing.latest && standing.waiting == 1);
        TargetClue.LATEST_WAITING.set(clues, candidate == standing.latest && standing.waiting > 1);
        TargetClue.FIRST_UNSEEN.set(
                clues, candidate == standing.firstUnseen && standing.unseen > 1);
        TargetClue.PASSED_OVER.set(clues, seen && unanswered);
        TargetClue.SINCE_LAST_ANSWER.set(
                clues, standing.last != null && candidate.order > standing.last.order);
        TargetClue.NEXT_IN_RUN.set(clues, candidate == standing.nextInRun);
        TargetClue.ASKS.set(clues, candidate.line.talk().question());
        TargetClue.EMPTY.set(clues, candidate.line.talk().words().length < 2);
    }

    private Standing standing(TalkLine line, List<Candidate> candidates) {
        Given last = lastGiven.get(place(line));
        boolean run = last != null && last.line.talk().sameText(line.talk());
        Candidate latest = null;
        Candidate firstUnseen = null;
        Candidate nextInRun = null;
        int waiting = 0;
        int unseen = 0;
        for (Candidate candidate : candidates) {
            if (waits(candidate)) {
                latest = candidate;
                waiting++;
                if (candidate.order > seenBeforeVisit) {
                    firstUnseen = firstUnseen == null ? candidate : firstUnseen;
                    unseen++;
                }
            }
            boolean next =
                    run
                            && candidate.order > last.targetOrder
                            && candidate.needsAnswer >= WAITS_IN_RUN
                            && !answered.contains(candidate.line.id());
            nextInRun = next && nextInRun == null ? candidate : nextInRun;
        }
        return new Standing(last, latest, waiting, firstUnseen, unseen, nextInRun);
    }

    /** Shared words weighted by how few of the candidates say them. */
    private static double[] alike(TalkLine line, List<Candidate> candidates) {
        double[] alike = new double[candidates.size()];
        for (short word : line.talk().words()) {
            int say = 0;
            for (Candidate candidate : candidates) {
                say += candidate.line.talk().saysWord(word) ? 1 : 0;
            }
            for (int i = 0; say > 0 && i < alike.length; i++) {
                if (candidates.get(i).line.talk().saysWord(word)) {
                    alike[i] += 1.0 / say;
                }
            }
        }
        return alike;
    }

    private boolean waits(Candidate candidate) {
        return candidate.needsAnswer >= WAITS && !answered.contains(candidate.line.id());
    }

    /** The branch of a message; for one straight under the post the first level. */
    private String place(TalkLine line) {
        return branches.isFirstLevel(line) ? firstLevel() : branches.root(line);
    }

    /** No message has this id. */
    private String firstLevel() {
        return "first level of " + threadId;
    }

    private record Candidate(TalkLine line, double needsAnswer, int order) {}

    private record Ranked(Candidate candidate, double score) {}

    /** An answer given: its place in the thread's order and that of what it answers. */
    private record Given(TalkLine line, int order, int targetOrder) {}

    /** Who waits, as an official message finds it. */
    private record Standing(
            Given last,
            Candidate latest,
            int waiting,
            Candidate firstUnseen,
            int unseen,
            Candidate nextInRun) {}
}
