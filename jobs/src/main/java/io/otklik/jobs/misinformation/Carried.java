package io.otklik.jobs.misinformation;

import io.otklik.jobs.runtime.WrittenBy;
import io.otklik.schemas.Copy;
import org.apache.flink.api.common.typeinfo.TypeInfo;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A message of a story.
 *
 * @param wordings what it says in the story: more than one if it was edited; by the earliest it
 *     counts
 * @param assignedAt when the last of them came, see {@link Member}
 * @param emissions how often its row was emitted since
 */
@WrittenBy(CarriedSerializer.class)
@TypeInfo(WrittenBy.Factory.class)
public record Carried(List<Sighting> wordings, long assignedAt, int emissions) {

    /**
     * Versions between two assignments that are a millisecond apart. A row is emitted again when
     * the story's claim changes, at most once a second: however often that is, the time that it
     * takes leaves room below the next assignment.
     */
    private static final int VERSIONS_A_MILLISECOND = 1_000;

    private static final Comparator<Sighting> ORDER =
            Comparator.comparingLong(Sighting::publishedAt).thenComparingLong(Sighting::textId);

    static Carried of(Sighting sighting, long assignedAt) {
        return new Carried(List.of(sighting), assignedAt, 0);
    }

    Sighting counted() {
        return wordings.get(0);
    }

    /** With the wordings that came later; they replace those of the same text. */
    Carried and(Carried later) {
        List<Sighting> all = new ArrayList<>(later.wordings);
        for (Sighting known : wordings) {
            if (later.wordings.stream().noneMatch(one -> one.textId() == known.textId())) {
                all.add(known);
            }
        }
        all.sort(ORDER);
        return new Carried(all, later.assignedAt, 0);
    }

    Carried without(long textId) {
        List<Sighting> left = new ArrayList<>(wordings);
        left.removeIf(wording -> wording.textId() == textId);
        return new Carried(left, assignedAt, emissions);
    }

    /** Above all that stories which it left before still emit, whatever their clocks say. */
    long version() {
        return assignedAt * VERSIONS_A_MILLISECOND + emissions;
    }

    Carried emitted() {
        return new Carried(wordings, assignedAt, emissions + 1);
    }

    /**
     * Its row in a story.
     *
     * @param sighting what counts of it, told who wrote it
     */
    Copy row(StoryTold story, Sighting sighting) {
        return new Copy(
                sighting.messageId(),
                story.storyId(),
                Long.toHexString(sighting.textId()),
                sighting.platform(),
                sighting.communityId(),
                sighting.type(),
                sighting.stance(),
                sighting.official(),
                story.claimId(),
                sighting.url(),
                Instant.ofEpochMilli(sighting.publishedAt()),
                version());
    }
}
