package io.otklik.local.flink;

/**
 * Where a job's state comes from.
 *
 * @param path of a checkpoint or savepoint; null unless the kind is PATH
 */
public record StartFrom(Kind kind, String path) {

    /** How the state is found. */
    public enum Kind {
        /** The newest checkpoint that the stack retained for the job, if there is one. */
        LATEST,
        /** No state: the job starts anew. */
        NONE,
        /** A given checkpoint or savepoint. */
        PATH
    }

    public static StartFrom latest() {
        return new StartFrom(Kind.LATEST, null);
    }

    public static StartFrom none() {
        return new StartFrom(Kind.NONE, null);
    }

    /** Reads {@code latest}, {@code none} or a path. */
    public static StartFrom parse(String text) {
        return switch (text) {
            case "latest" -> latest();
            case "none" -> none();
            default -> new StartFrom(Kind.PATH, text);
        };
    }
}
