package io.otklik.jobs.misinformation;

import io.otklik.schemas.CopyStance;
import io.otklik.similarity.SpreadOracle;
import io.otklik.similarity.signal.Spread;
import io.otklik.similarity.signal.SpreadRule;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Tells a story from all of its messages at once: what {@link Tally} says must be the same. */
final class StoryOracle {

    private static final Comparator<Sighting> BY_TIME = Comparator.comparing(Sighting::label);
    private static final long MINUTE = 60_000;

    private StoryOracle() {}

    /**
     * The story of messages.
     *
     * @param storyId its name
     * @param messages at least one
     * @param linkedClaim the claim that a person registered it under; null if none
     */
    static StoryTold tell(
            String storyId, Collection<Sighting> messages, String linkedClaim, SpreadRule rule) {
        List<Sighting> ordered = new ArrayList<>(messages);
        ordered.sort(BY_TIME);
        List<Spread.Point> points = new ArrayList<>();
        List<StoryTold.Denial> denials = new ArrayList<>();
        Map<Long, Integer> minutes = new TreeMap<>();
        Sighting claim = null;
        Sighting teller = null;
        int questions = 0;
        List<Sighting> tellers = new ArrayList<>();
        for (Sighting message : ordered) {
            switch (message.stance()) {
                case REFUTATION ->
                        denials.add(
                                new StoryTold.Denial(
                                        message.messageId(), message.url(), message.publishedAt()));
                case QUESTION -> questions++;
                case STORY, SATIRE -> {
                    points.add(new Spread.Point(message.publishedAt(), message.communityId()));
                    minutes.merge(message.publishedAt() / MINUTE, 1, Integer::sum);
                    teller = teller == null ? message : teller;
                    tellers.add(message);
                }
            }
            boolean surer =
                    message.claimId() != null
                            && (claim == null || message.claimScore() > claim.claimScore());
            claim = surer ? message : claim;
        }
        Sighting first = teller == null ? ordered.get(0) : teller;
        Sighting last = ordered.get(ordered.size() - 1);
        long signals = 0;
        long added = 0;
        for (int i = 0; i < Long.SIZE; i++) {
            long bit = 1L << i;
            long with = tellers.stream().filter(told -> (told.signals() & bit) != 0).count();
            signals |= with > 0 ? bit : 0;
            boolean own = (first.signals() & bit) != 0 || 2 * with > tellers.size();
            added |= with > 0 && !own ? bit : 0;
        }
        Spread spread = SpreadOracle.of(points, rule);
        boolean linked = linkedClaim != null;
        return new StoryTold(
                storyId,
                linked ? linkedClaim : claim == null ? null : claim.claimId(),
                linked || claim == null ? 0 : claim.claimScore(),
                !linked && claim != null && claim.claimSure(),
                linked,
                linked || claim == null ? List.of() : claim.claimWords(),
                false,
                null,
                first.communityId(),
                first.platform(),
                first.url(),
                first.text(),
                first.official(),
                first.stance() == CopyStance.SATIRE,
                signals,
                added,
                first.publishedAt(),
                last.publishedAt(),
                spread.copies(),
                spread.pages(),
                spread.burst(),
                spread.burstAt(),
                spread.usual(),
                spread.spreadsAt(),
                ordered.stream().anyMatch(Sighting::sharesLink)
                        ? Math.max(4, spread.coordinatedPages())
                        : spread.coordinatedPages(),
                questions,
                minutes.keySet().stream().mapToLong(Long::longValue).toArray(),
                minutes.values().stream().mapToInt(Integer::intValue).toArray(),
                denials);
    }
}
