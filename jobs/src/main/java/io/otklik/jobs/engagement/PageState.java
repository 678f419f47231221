package io.otklik.jobs.engagement;

/** What is known of a page besides its windows. */
public record PageState(Page page, Subscribers subscribers) {}
