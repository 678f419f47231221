package io.otklik.servicelevel.files;

import io.otklik.schemas.SlaPolicy;
import io.otklik.schemas.WorkCalendar;
import io.otklik.servicelevel.Policies;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

/** The shipped calendars and regional profiles. */
public final class Shipped {

    /** Names of the shipped policies; each is a file of its own. */
    public static final List<String> PROFILES =
            List.of(
                    "sevastopol_2020",
                    "crimea_2020",
                    "bashkiria_2025",
                    "yaroslavl_24h",
                    "sakhalin_24h",
                    "ulyanovsk_8h",
                    "federal_2018_24h");

    /** Of records that nobody imported. */
    private static final Instant SHIPPED = Instant.parse("2026-01-01T00:00:00Z");

    private static final List<WorkCalendar> CALENDARS =
            CalendarYaml.read(resource("/calendars/ru.yaml"), id -> null, SHIPPED)
                    .orThrow("ru.yaml");
    private static final SlaPolicy DEFAULT = policy("federal_2018_24h");

    private Shipped() {}

    /** The shipped calendars, and the default for pages that no policy is for. */
    public static Policies policies() {
        return Policies.of(DEFAULT, CALENDARS);
    }

    /** The calendars of the production calendar's known years. */
    public static List<WorkCalendar> calendars() {
        return CALENDARS;
    }

    /** What an appeal is held to where no other policy is for its page. */
    public static SlaPolicy defaultPolicy() {
        return DEFAULT;
    }

    /** One of {@link #PROFILES}. */
    public static SlaPolicy policy(String profile) {
        return PolicyYaml.read(policyText(profile), SHIPPED).orThrow(profile + ".yaml").get(0);
    }

    /** One of {@link #PROFILES} as it is written. */
    public static String policyText(String profile) {
        return resource("/policies/" + profile + ".yaml");
    }

    private static String resource(String path) {
        try (InputStream in = Shipped.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalArgumentException("There is no shipped file " + path + ".");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
