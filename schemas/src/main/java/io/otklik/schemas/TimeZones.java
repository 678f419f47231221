package io.otklik.schemas;

import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;

/** Time zones of pages, by the names that registers give them. */
public final class TimeZones {

    private static final Set<String> NAMES = Set.copyOf(ZoneId.getAvailableZoneIds());

    private static final String MOSCOW = "Europe/Moscow";

    private TimeZones() {}

    /**
     * The zone of an IANA name such as {@code Europe/Moscow}.
     *
     * <p>Offsets such as {@code UTC+10} are none, though {@link ZoneId#of} takes them: they say
     * nothing of summer time, past or to come.
     *
     * @param name may be null
     * @return empty if there is no such zone
     */
    public static Optional<ZoneId> named(String name) {
        return name != null && NAMES.contains(name)
                ? Optional.of(ZoneId.of(name))
                : Optional.empty();
    }

    /** The name of the zone of a page's days: Moscow's if it names none that is known. */
    public static String ofDays(String name) {
        return named(name).map(ZoneId::getId).orElse(MOSCOW);
    }
}
