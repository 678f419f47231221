package io.otklik.schemas;

/** By what engagement is told apart. */
public enum EngagementDimension {
    /** One post. */
    POST,
    /** One page. */
    COMMUNITY,
    /** Every page of an authority. */
    AGENCY,
    /** Every page of a region on one platform. */
    PLATFORM,
    /** Every page of a municipality. */
    MUNICIPALITY
}
