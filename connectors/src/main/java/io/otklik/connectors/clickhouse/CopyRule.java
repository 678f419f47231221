package io.otklik.connectors.clickhouse;

import java.io.Serializable;
import java.util.Set;

/**
 * Which JSON becomes a row without a record of it. What a record's constructor asks beyond {@code
 * JsonProperty(required = true)} is not asked then, so it is said here where it is more.
 *
 * @param copies false: so much is asked that the record is always made
 * @param needed members that must be there too, and not as an empty text
 * @param refused enum constants with which the constructor asks for more
 */
record CopyRule(boolean copies, Set<String> needed, Set<Enum<?>> refused) implements Serializable {

    /** The constructor asks what the annotations say. */
    static final CopyRule BY_ANNOTATIONS = new CopyRule(true, Set.of(), Set.of());

    static final CopyRule NEVER = new CopyRule(false, Set.of(), Set.of());

    static CopyRule with(String... needed) {
        return new CopyRule(true, Set.of(needed), Set.of());
    }

    static CopyRule without(Enum<?>... refused) {
        return new CopyRule(true, Set.of(), Set.of(refused));
    }
}
