package io.otklik.connectors.platform;

/** Values of a read payload that carry nothing but their presence. */
enum JsonMark {
    NULL,
    /** An object or array that no reader looks into; only its syntax was checked. */
    SKIPPED
}
