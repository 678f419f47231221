package io.otklik.language.answer;

/**
 * What speaks for a message being the one that an official message answers, and how much. The
 * weights follow a conditional logistic regression on one labelled wall, rounded by hand; the share
 * of right answers there is flat around them. Where the official message stands in no branch, as
 * all do on platforms without branches, what it says weighs more; those weights were fitted on
 * threads whose replies were taken out of their branches.
 */
enum TargetClue {
    /** Probability that the candidate waits for an answer. */
    NEEDS_ANSWER(3),
    /** Nobody answered it yet. */
    UNANSWERED(1),
    /** It alone waits. */
    ONLY_WAITING(1.5),
    /** Of several that wait it is the latest. */
    LATEST_WAITING(0.4, 1.4),
    /**
     * Of several that came since the officer's last visit it is the first: they go down the list.
     */
    FIRST_UNSEEN(1.2),
    /** It stood there at the officer's last visit and was passed over. */
    PASSED_OVER(-0.5),
    /** Written after the last official message of the branch. */
    SINCE_LAST_ANSWER(1.5),
    /** The officer gives the same text to one after another, and it is the next. */
    NEXT_IN_RUN(2, 3),
    /** It opened the branch. */
    BRANCH_ROOT(0.8),
    /** The platform names it as answered, and it is not just the branch's root. */
    NAMED_PARENT(4),
    /** Its author is addressed, by the platform or by name; more than that another alone waits. */
    ADDRESSEE(6),
    /** Both name one house of a street. */
    SAME_HOUSE(4),
    /** The official message replies to another one that answered it. */
    CONTINUED(1.5),
    /** Words shared with the official message, rare ones counting more; at most 3. */
    ALIKE(0.6, 3.6),
    /** It asks a question. */
    ASKS(0.5),
    /** It is the last message before the official one. */
    LAST(0.2),
    /** How many messages came after it, ten and more as 1. */
    AGE(-0.5),
    /** It says next to nothing. */
    EMPTY(-1, 0);

    private static final TargetClue[] ALL = values();

    private final double weight;
    private final double firstLevelWeight;

    TargetClue(double weight) {
        this(weight, weight);
    }

    TargetClue(double weight, double firstLevelWeight) {
        this.weight = weight;
        this.firstLevelWeight = firstLevelWeight;
    }

    /** A place for the strength of each clue. */
    static double[] none() {
        return new double[ALL.length];
    }

    /**
     * Sum of the clues' strengths by their weights.
     *
     * @param firstLevel whether the official message stands in no branch
     */
    static double sum(double[] strengths, boolean firstLevel) {
        double sum = 0;
        for (TargetClue clue : ALL) {
            double weight = firstLevel ? clue.firstLevelWeight : clue.weight;
            sum += weight * strengths[clue.ordinal()];
        }
        return sum;
    }

    void set(double[] strengths, double strength) {
        strengths[ordinal()] = strength;
    }

    void set(double[] strengths, boolean speaks) {
        strengths[ordinal()] = speaks ? 1 : 0;
    }
}
