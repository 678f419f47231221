package io.otklik.schemas;

/** By what figures are told apart. */
public enum WindowDimension {
    /** The authority that owes the answer. */
    AGENCY,
    /** The page. */
    COMMUNITY,
    /** Region and municipality of the page. */
    MUNICIPALITY,
    /** Region of the page and topic group of the appeal. */
    TOPIC_GROUP
}
