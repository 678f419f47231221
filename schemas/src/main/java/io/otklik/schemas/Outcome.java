package io.otklik.schemas;

/** What an answer on the merits says was done («Итог» of the regional systems). */
public enum Outcome {
    /** Решено. */
    RESOLVED,
    /** Разъяснено. */
    EXPLAINED,
    /** Перенаправлено. */
    REDIRECTED,
    /** Отклонено. */
    DECLINED,
    /** Не решено. */
    NOT_RESOLVED,
    /** Отложено. */
    POSTPONED;

    /** Whether the centres count such an appeal as still open. */
    public boolean leavesOpen() {
        return this == NOT_RESOLVED || this == POSTPONED;
    }
}
