package io.otklik.jobs.incidents;

import io.otklik.schemas.Appeal;
import io.otklik.schemas.AppealStatus;
import io.otklik.schemas.Urgency;

import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * What incidents need of an appeal that names a problem and a place.
 *
 * @param problem the municipality (the page, if its municipality is not known), topic group and
 *     place without the kind of settlement or «улица»: what appeals of one incident have in common
 * @param gone it no longer stands under this problem: it was moved to another, or retracted
 * @param answered on the merits; what was withdrawn before is closed and not answered
 * @param closedAt since when nothing is owed; null while it is open
 * @param appealVersion of the record that said so
 */
public record PlacedAppeal(
        String problem,
        String appealId,
        boolean gone,
        String threadId,
        String communityId,
        String authorId,
        String region,
        String municipality,
        String agencyId,
        String agencyName,
        String topicGroup,
        String topic,
        String place,
        Urgency urgency,
        Instant publishedAt,
        boolean answered,
        Instant closedAt,
        Instant updatedAt,
        long appealVersion) {

    private static final Pattern KIND =
            Pattern.compile(
                    "(^|, )(?:улица|город|деревня|село|посёлок|поселок|станица|хутор|аул) ",
                    Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");

    /** Endings of «посёлок Солнечный» and of «в Солнечном», which tells no gender. */
    private static final Pattern HE_OR_IT = Pattern.compile("(?<=\\p{L}{3})(?:ый|ий|ой|ее)(?= |$)");

    /** Null if the appeal names no place or no topic, or was retracted. */
    static PlacedAppeal of(Appeal appeal) {
        if (appeal.retracted() || isBlank(appeal.topicGroup()) || isBlank(appeal.place())) {
            return null;
        }
        String where =
                isBlank(appeal.municipality())
                        ? appeal.communityId()
                        : plain(
                                Objects.toString(appeal.region(), "")
                                        + ' '
                                        + appeal.municipality());
        return new PlacedAppeal(
                where + '|' + appeal.topicGroup() + '|' + site(appeal.place()),
                appeal.appealId(),
                false,
                appeal.threadId(),
                appeal.communityId(),
                appeal.authorId(),
                appeal.region(),
                appeal.municipality(),
                appeal.agencyId(),
                appeal.agencyName(),
                appeal.topicGroup(),
                appeal.topic(),
                appeal.place(),
                appeal.urgency(),
                appeal.publishedAt(),
                appeal.status() == AppealStatus.ANSWERED,
                appeal.closedAt(),
                appeal.updatedAt(),
                appeal.version());
    }

    PlacedAppeal leaving(long version) {
        return new PlacedAppeal(
                problem,
                appealId,
                true,
                threadId,
                communityId,
                authorId,
                region,
                municipality,
                agencyId,
                agencyName,
                topicGroup,
                topic,
                place,
                urgency,
                publishedAt,
                answered,
                closedAt,
                updatedAt,
                version);
    }

    /** Whether it is owed an answer at an instant, as far as is known now. */
    boolean isOpenAt(Instant instant) {
        return closedAt == null || closedAt.isAfter(instant);
    }

    /**
     * A place without the words that residents leave out: «деревня Осиновка» is Осиновка, «улица
     * Ленина, 5» is «Ленина, 5». Avenues and lanes keep theirs, for a street may be called so too.
     * Of an adjective it does not count whether it is a «он» or an «оно».
     */
    private static String site(String place) {
        return HE_OR_IT.matcher(plain(KIND.matcher(place).replaceAll("$1"))).replaceAll("ое");
    }

    private static String plain(String text) {
        return BETWEEN_WORDS
                .matcher(text.toLowerCase(Locale.ROOT).replace('ё', 'е'))
                .replaceAll(" ")
                .strip();
    }

    private static boolean isBlank(String text) {
        return text == null || text.isBlank();
    }
}
