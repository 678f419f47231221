package io.otklik.schemas;

/** How pressing an appeal is; policies may set shorter terms for what is. */
public enum Urgency {
    NORMAL,
    /** A danger to life, health or supply: the importance «высокая» of regional regulations. */
    HIGH
}
