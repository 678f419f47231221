package io.otklik.language.answer;

/** How a final answer ends an appeal; the names of the centres' own incident system. */
public enum AnswerOutcome {
    РЕШЕНО,
    РАЗЪЯСНЕНО,
    ПЕРЕНАПРАВЛЕНО,
    ОТКЛОНЕНО,
    НЕ_РЕШЕНО,
    ОТЛОЖЕНО;

    /** Whether the centres count such an appeal as still open. */
    public boolean leavesOpen() {
        return this == НЕ_РЕШЕНО || this == ОТЛОЖЕНО;
    }
}
