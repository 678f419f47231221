package io.otklik.language.routing;

/**
 * What is known of a message when it is routed; what is unknown is null.
 *
 * @param group topic group
 * @param topic topic of the official list
 * @param pageId communityId of the page
 * @param pageAgencyId agency of the page
 * @param level of the page, as the region's register words it
 * @param sphere of the page, as the region's register words it
 * @param municipality of the page
 */
public record RouteQuery(
        String group,
        String topic,
        String pageId,
        String pageAgencyId,
        String pageAgencyName,
        String level,
        String sphere,
        String municipality) {}
