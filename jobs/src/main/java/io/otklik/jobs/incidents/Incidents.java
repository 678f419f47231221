package io.otklik.jobs.incidents;

import io.otklik.schemas.AppealEvent;
import io.otklik.schemas.AppealEventType;
import io.otklik.schemas.Incident;
import io.otklik.schemas.RepeatKind;
import io.otklik.schemas.Urgency;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * The incidents of one problem, told from its appeals: a pure function, so that the order in which
 * appeals become known does not matter.
 *
 * <p>Appeals are taken in the order of their publication. One joins the earliest incident that is
 * open then, whose latest appeal is near enough and whose topic does not contradict; else it begins
 * an incident. A new incident that begins soon after another was answered repeats it: by somebody
 * who was answered then, or only at the same place. Where nobody was answered because all withdrew
 * what they wrote, nothing is repeated.
 */
final class Incidents {

    private static final Comparator<PlacedAppeal> BY_PUBLICATION =
            Comparator.comparing(PlacedAppeal::publishedAt).thenComparing(PlacedAppeal::appealId);

    private final IncidentTimes times;

    Incidents(IncidentTimes times) {
        this.times = times;
    }

    /**
     * The incidents in the order of their first appeals.
     *
     * @param settled what incidents repeat that repeat a forgotten one, by their ids: it stands
     */
    List<Group> tell(Collection<PlacedAppeal> appeals, Map<String, Repeat> settled) {
        List<Group> groups = new ArrayList<>();
        appeals.stream()
                .sorted(BY_PUBLICATION)
                .forEach(
                        appeal ->
                                groups.stream()
                                        .filter(group -> group.takes(appeal, times.joinWithin()))
                                        .findFirst()
                                        .orElseGet(() -> begin(appeal, groups, settled))
                                        .members
                                        .add(appeal));
        return groups;
    }

    private Group begin(PlacedAppeal appeal, List<Group> groups, Map<String, Repeat> settled) {
        Optional<Group> repeated =
                groups.stream()
                        .filter(group -> group.isRepeatedBy(appeal))
                        .max(Comparator.comparing(Group::answeredAt).thenComparing(Group::id));
        Group group = new Group(repeated.orElse(null), times.repeatWithin(), settled);
        groups.add(group);
        return group;
    }

    /** Appeals about one problem. */
    static final class Group {
        private final Group repeats;
        private final Duration repeatWithin;
        private final Map<String, Repeat> settled;
        private final List<PlacedAppeal> members = new ArrayList<>();

        private Group(Group repeats, Duration repeatWithin, Map<String, Repeat> settled) {
            this.repeats = repeats;
            this.repeatWithin = repeatWithin;
            this.settled = settled;
        }

        /**
         * Derived from the problem and the first appeal. An appeal that moves to another problem
         * begins an incident of another name there, so that two keys never write one row.
         */
        String id() {
            PlacedAppeal first = members.get(0);
            return uuid(first.problem() + ' ' + first.appealId());
        }

        /** The incident that this one repeats; null if none, or if it is forgotten. */
        Group repeats() {
            return repeats;
        }

        /** What this one repeats; null: nothing. */
        Repeat repeat() {
            Repeat known = settled.get(id());
            return known != null || repeats == null
                    ? known
                    : new Repeat(repeats.id(), repeatKind());
        }

        List<PlacedAppeal> members() {
            return members;
        }

        /** Without a version; the members' texts and states are the appeals' own. */
        Incident incident() {
            PlacedAppeal first = members.get(0);
            Repeat repeat = repeat();
            return new Incident(
                    id(),
                    first.region(),
                    first.municipality(),
                    first.agencyId(),
                    first.agencyName(),
                    first.topicGroup(),
                    topic(),
                    first.place(),
                    members.stream().anyMatch(member -> member.urgency() == Urgency.HIGH)
                            ? Urgency.HIGH
                            : Urgency.NORMAL,
                    members.stream().map(PlacedAppeal::appealId).toList(),
                    (int) members.stream().map(PlacedAppeal::authorId).distinct().count(),
                    (int) members.stream().filter(member -> member.closedAt() == null).count(),
                    first.publishedAt(),
                    last().publishedAt(),
                    closedAt(),
                    repeat == null ? null : repeat.incidentId(),
                    repeat == null ? null : repeat.kind(),
                    members.stream()
                            .map(PlacedAppeal::updatedAt)
                            .max(Comparator.naturalOrder())
                            .orElseThrow(),
                    false,
                    0);
        }

        /** That each further appeal was merged, as it was published. */
        List<AppealEvent> merges() {
            List<AppealEvent> events = new ArrayList<>();
            for (PlacedAppeal member : members.subList(1, members.size())) {
                events.add(
                        new AppealEvent(
                                uuid(member.appealId() + " MERGED " + id()),
                                member.appealId(),
                                member.threadId(),
                                member.communityId(),
                                AppealEventType.MERGED,
                                members.get(0).appealId(),
                                member.publishedAt(),
                                null,
                                null,
                                null,
                                null,
                                null,
                                member.agencyId(),
                                null,
                                null,
                                "same-problem",
                                null,
                                null,
                                null,
                                null,
                                false,
                                0));
            }
            return events;
        }

        /** When the last member was closed; null while one is open. */
        Instant closedAt() {
            Instant closed = Instant.MIN;
            for (PlacedAppeal member : members) {
                if (member.closedAt() == null) {
                    return null;
                }
                closed = member.closedAt().isAfter(closed) ? member.closedAt() : closed;
            }
            return closed;
        }

        private boolean takes(PlacedAppeal appeal, Duration within) {
            return members.stream().anyMatch(member -> member.isOpenAt(appeal.publishedAt()))
                    && !appeal.publishedAt().isAfter(last().publishedAt().plus(within))
                    && agrees(appeal);
        }

        /** When the last answer on the merits came; null if all members were withdrawn. */
        private Instant answeredAt() {
            return members.stream()
                    .filter(PlacedAppeal::answered)
                    .map(PlacedAppeal::closedAt)
                    .max(Comparator.naturalOrder())
                    .orElse(null);
        }

        private boolean isRepeatedBy(PlacedAppeal appeal) {
            Instant closed = closedAt();
            return closed != null
                    && !closed.isAfter(appeal.publishedAt())
                    && answeredAt() != null
                    && isSoonAfterAnswer(appeal)
                    && agrees(appeal);
        }

        private boolean isSoonAfterAnswer(PlacedAppeal appeal) {
            return !appeal.publishedAt().isAfter(answeredAt().plus(repeatWithin));
        }

        /** Whether somebody who was answered writes again. */
        private boolean isRepeatedByItsAuthor(PlacedAppeal appeal) {
            return isSoonAfterAnswer(appeal)
                    && members.stream()
                            .filter(PlacedAppeal::answered)
                            .anyMatch(member -> member.authorId().equals(appeal.authorId()));
        }

        private boolean agrees(PlacedAppeal appeal) {
            String topic = topic();
            return topic == null || appeal.topic() == null || topic.equals(appeal.topic());
        }

        private RepeatKind repeatKind() {
            return members.stream().anyMatch(repeats::isRepeatedByItsAuthor)
                    ? RepeatKind.AUTHOR
                    : RepeatKind.PLACE;
        }

        private String topic() {
            return members.stream()
                    .map(PlacedAppeal::topic)
                    .filter(Objects::nonNull)
                    .findFirst()
                    .orElse(null);
        }

        private PlacedAppeal last() {
            return members.get(members.size() - 1);
        }

        private static String uuid(String text) {
            return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8)).toString();
        }
    }
}
