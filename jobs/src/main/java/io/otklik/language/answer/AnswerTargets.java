package io.otklik.language.answer;

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
 * still waits: anyone whom it addresses, else only the last one written, the post, or one of which
 * it says a word that nobody else who waits says. One that calls several persons answers as many
 * waiting messages; one that calls everybody answers all that wait and speak of the same.
 */
public final class AnswerTargets {

    /** Older messages of a branch than this many are no candidates. */
    private static final int MOST_CANDIDATES = 64;

    /** Of more that wait an answer outside any branch must say a word of the one it answers. */
    private static final int FEW_WAITING = 3;

    private static final double MOST_ALIKE = 3;
    private static final int OLDEST = 10;

    private final String threadId;
    private final Branches branches;
    private final Namesakes namesakes = new Namesakes();
    private final Visits visits = new Visits();
    private final Map<String, List<TargetCandidate>> byBranch = new HashMap<>();
    private final Map<String, Integer> orders = new HashMap<>();
    private final Set<String> answered = new HashSet<>();

    /** What each official message was found to answer. */
    private final Map<String, List<String>> targets = new HashMap<>();

    /** The last answer in each branch; that of the first level stands under the thread's id. */
    private final Map<String, TargetStanding.Given> lastGiven = new HashMap<>();

    private int written;

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
        TargetCandidate candidate = new TargetCandidate(line, needsAnswer, written);
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
        visits.speaks(line.at(), written);
        List<TargetCandidate> candidates = candidates(line, eligible);
        List<TargetCandidate> found = candidates.isEmpty() ? List.of() : choose(line, candidates);
        return new AnswerMatch(
                found.stream().map(candidate -> candidate.line().id()).toList(),
                context(line, found));
    }

    /** Takes it that a matched official message answers those messages. */
    public void give(TalkLine line, List<String> ids) {
        if (!ids.isEmpty()) {
            targets.put(line.id(), List.copyOf(ids));
            answered.addAll(ids);
            lastGiven.put(
                    place(line),
                    new TargetStanding.Given(
                            line, orders.get(line.id()), orders.getOrDefault(ids.get(0), 0)));
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
            visits.speaks(line.at(), written);
            give(line, ids);
        }
    }

    private AnswerContext context(TalkLine line, List<TargetCandidate> found) {
        if (branches.isFirstLevel(line)) {
            return AnswerContext.FIRST_LEVEL;
        }
        if (found.isEmpty()) {
            return AnswerContext.UNKNOWN;
        }
        TargetCandidate best = found.get(0);
        if (best.needsAnswer() < TargetCandidate.WAITS) {
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

    private List<TargetCandidate> candidates(TalkLine line, Predicate<String> eligible) {
        List<TargetCandidate> all = byBranch.getOrDefault(place(line), List.of());
        List<TargetCandidate> candidates = new ArrayList<>();
        for (int i = Math.max(0, all.size() - MOST_CANDIDATES); i < all.size(); i++) {
            if (eligible.test(all.get(i).line().id())) {
                candidates.add(all.get(i));
            }
        }
        return candidates;
    }

    private List<TargetCandidate> choose(TalkLine line, List<TargetCandidate> candidates) {
        boolean firstLevel = branches.isFirstLevel(line);
        List<Ranked> ranked = rank(line, candidates, firstLevel);
        if (firstLevel) {
            List<TargetCandidate> waiting =
                    byBranch.get(firstLevel()).stream().filter(this::waits).toList();
            ranked.removeIf(r -> !mayAnswerFromFirstLevel(line, r.candidate, waiting));
        }
        List<TargetCandidate> found = new ArrayList<>();
        int most =
                firstLevel && line.talk().toAll()
                        ? MOST_CANDIDATES
                        : Math.max(1, line.talk().persons());
        for (Ranked r : ranked) {
            if (found.isEmpty() || found.size() < most && waits(r.candidate)) {
                found.add(r.candidate);
            }
        }
        return List.copyOf(found);
    }

    /**
     * Nothing ties such a message to another but whom it addresses, what stands before it and what
     * it speaks of.
     *
     * @param waiting the messages of the first level that wait
     */
    private boolean mayAnswerFromFirstLevel(
            TalkLine line, TargetCandidate candidate, List<TargetCandidate> waiting) {
        TalkReading talk = line.talk();
        if (namesakes.addresses(line, candidate.line())) {
            return true;
        }
        if (!waits(candidate)) {
            return false;
        }
        if (talk.toAll()) {
            TalkReading asks = candidate.line().talk();
            return talk.speaksOf(asks)
                    || asks.goesOn()
                            && waiting.stream().anyMatch(w -> talk.speaksOf(w.line().talk()));
        }
        if (talk.persons() > 0) {
            return waiting.size() <= FEW_WAITING || candidate.sharesWord(talk);
        }
        List<TargetCandidate> all = byBranch.get(firstLevel());
        return candidate == all.get(all.size() - 1)
                || candidate.line().id().equals(threadId)
                || candidate.aloneSharesWord(talk, waiting);
    }

    private boolean waits(TargetCandidate candidate) {
        return candidate.asks() && !answered.contains(candidate.line().id());
    }

    private List<Ranked> rank(TalkLine line, List<TargetCandidate> candidates, boolean firstLevel) {
        TargetStanding standing =
                TargetStanding.of(
                        line,
                        candidates,
                        answered,
                        lastGiven.get(place(line)),
                        visits.seenBefore());
        double[] alike = alike(line.talk(), candidates);
        List<Ranked> ranked = new ArrayList<>();
        for (int i = 0; i < candidates.size(); i++) {
            double[] clues = TargetClue.none();
            addPlatformClues(clues, line, candidates.get(i));
            standing.addClues(clues, candidates.get(i));
            TargetClue.SAME_HOUSE.set(
                    clues, line.talk().sharesHouse(candidates.get(i).line().talk()));
            TargetClue.ALIKE.set(clues, Math.min(alike[i], MOST_ALIKE));
            int later = candidates.size() - 1 - i;
            TargetClue.LAST.set(clues, later == 0);
            TargetClue.AGE.set(clues, Math.min(OLDEST, later) / (double) OLDEST);
            ranked.add(new Ranked(candidates.get(i), TargetClue.sum(clues, firstLevel)));
        }
        ranked.sort(
                Comparator.comparingDouble(Ranked::score)
                        .thenComparingInt(r -> r.candidate.order())
                        .reversed());
        return ranked;
    }

    private void addPlatformClues(double[] clues, TalkLine line, TargetCandidate candidate) {
        String id = candidate.line().id();
        boolean root = id.equals(place(line));
        List<String> before = line.parentId() == null ? null : targets.get(line.parentId());
        TargetClue.BRANCH_ROOT.set(clues, root);
        TargetClue.NAMED_PARENT.set(clues, id.equals(line.parentId()) && !root);
        TargetClue.ADDRESSEE.set(clues, namesakes.addresses(line, candidate.line()));
        TargetClue.CONTINUED.set(clues, before != null && before.contains(id));
    }

    /** Shared words weighted by how few of the candidates say them. */
    private static double[] alike(TalkReading talk, List<TargetCandidate> candidates) {
        double[] alike = new double[candidates.size()];
        for (short word : talk.words()) {
            int say = 0;
            for (TargetCandidate candidate : candidates) {
                say += candidate.line().talk().saysWord(word) ? 1 : 0;
            }
            for (int i = 0; say > 0 && i < alike.length; i++) {
                if (candidates.get(i).line().talk().saysWord(word)) {
                    alike[i] += 1.0 / say;
                }
            }
        }
        return alike;
    }

    /** The branch of a message; for one straight under the post the first level. */
    private String place(TalkLine line) {
        return branches.isFirstLevel(line) ? firstLevel() : branches.root(line);
    }

    /** No message has this id. */
    private String firstLevel() {
        return "first level of " + threadId;
    }

    private record Ranked(TargetCandidate candidate, double score) {}
}
