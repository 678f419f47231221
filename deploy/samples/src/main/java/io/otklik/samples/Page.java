package io.otklik.samples;

import io.otklik.samples.corpus.Municipality;
import io.otklik.samples.corpus.Subject;
import io.otklik.schemas.Platform;

import java.util.List;

/**
 * An official page of the registry.
 *
 * @param number place in the registry, from 0
 * @param localId the platform's number: VK group id without sign, Telegram channel id, OK group id
 * @param groupId Telegram discussion group; else 0
 * @param municipality null for a page of the region
 * @param officials accounts that answer for the page
 * @param former account that answered until {@link Registry#FORMER_UNTIL}; null if none
 * @param responsiveness part of appeals that get an answer, relative to the mean
 * @param slowness factor on the time to answer
 */
record Page(
        int number,
        Platform platform,
        long localId,
        long groupId,
        String name,
        String agencyId,
        String agencyName,
        String level,
        String sphere,
        Municipality municipality,
        List<Subject> subjects,
        List<Author> officials,
        Author former,
        double responsiveness,
        double slowness) {

    /** As in the registry: {@code vk:-990000101}, {@code telegram:-1009900000101}. */
    String communityId() {
        return platform.id(platform == Platform.VK ? "-" + localId : Long.toString(localId));
    }

    String url() {
        return switch (platform) {
            case VK -> "https://vk.com/club" + localId;
            case TELEGRAM -> "https://t.me/c/" + Long.toString(localId).substring(4);
            default -> "https://ok.ru/group/" + localId;
        };
    }

    /** The page as the author of a message. */
    Author author() {
        return new Author(localId, this, "", "", true, 0);
    }
}
