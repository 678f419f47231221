package io.otklik.schemas.migration;

import java.time.Duration;
import java.time.Period;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What differs between one server and a cluster, and how long texts are kept.
 *
 * @param cluster name of the cluster in the server's configuration; null on a single server
 * @param textKept months after which texts of residents are wiped, whole years counted as months
 * @param deadLetterKept days after which payloads of dead letters are wiped
 */
public record MigrationSettings(String cluster, Period textKept, Duration deadLetterKept) {

    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_.-]*");

    public MigrationSettings {
        if (cluster != null && !NAME.matcher(cluster).matches()) {
            throw new IllegalArgumentException(
                    "The cluster's name "
                            + cluster
                            + " may hold letters, digits, '_', '.' and '-' only.");
        }
        if (textKept.toTotalMonths() < 1 || textKept.getDays() != 0) {
            throw new IllegalArgumentException(
                    "Texts are kept for whole months, at least one; not for " + textKept + ".");
        }
        if (deadLetterKept.toDays() < 1) {
            throw new IllegalArgumentException(
                    "Dead letters' payloads are kept for whole days, at least one; not for "
                            + deadLetterKept
                            + ".");
        }
    }

    /** One server; texts for 36 months, payloads of dead letters for 30 days. */
    public static MigrationSettings singleServer() {
        return new MigrationSettings(null, Period.ofMonths(36), Duration.ofDays(30));
    }

    /** As {@link #singleServer()}, on every replica of a cluster. */
    public static MigrationSettings onCluster(String cluster) {
        return new MigrationSettings(cluster, Period.ofMonths(36), Duration.ofDays(30));
    }

    /** The placeholders that the migration files name. */
    public Map<String, String> placeholders() {
        return Map.of(
                "on_cluster", onCluster(),
                "engine_prefix", cluster == null ? "" : "Replicated",
                "text_ttl_months", Long.toString(textKept.toTotalMonths()),
                "dead_letter_ttl_days", Long.toString(deadLetterKept.toDays()));
    }

    String onCluster() {
        return cluster == null ? "" : "ON CLUSTER '" + cluster + "'";
    }
}
