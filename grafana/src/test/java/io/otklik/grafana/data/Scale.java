package io.otklik.grafana.data;

/**
 * How much a region's centre has collected.
 *
 * @param messages posts and comments
 * @param appeals those of them that residents' appeals are; about seven events each
 * @param pages a number without divisors, so that appeals fall on all of them
 * @param days over which messages are spread, up to now
 */
public record Scale(long messages, long appeals, int pages, int agencies, int days) {

    /** What the build's tests fill: enough that every panel has something to show. */
    public static final Scale SMALL = new Scale(30_000, 6_000, 41, 12, 30);

    /** A large region's year: 10 million events of appeals, 50 million messages. */
    public static final Scale YEAR = new Scale(50_000_000, 1_450_000, 1_601, 180, 365);

    /** A tenth of it: what is slow shows here already. */
    public static final Scale TENTH = new Scale(5_000_000, 145_000, 1_601, 180, 365);

    /**
     * @param name {@code small}, {@code tenth} or {@code year}
     */
    public static Scale of(String name) {
        return switch (name) {
            case "small" -> SMALL;
            case "tenth" -> TENTH;
            case "year" -> YEAR;
            default -> throw new IllegalArgumentException("No scale is called " + name);
        };
    }

    /** How many messages lie between two appeals. */
    long stride() {
        return messages / appeals;
    }

    /** Between two messages. */
    long stepMillis() {
        return days * 86_400_000L / messages;
    }
}
