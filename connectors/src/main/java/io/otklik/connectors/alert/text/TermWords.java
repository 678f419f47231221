package io.otklik.connectors.alert.text;

/**
 * What is said of an alert's term.
 *
 * @param retracted that there was no reason for it
 * @param cleared that it has ended, where it had no term
 * @param inTime the same within the term
 * @param late the same behind it, by the duration {@code %s}
 * @param over that the term passed, by {@code %s}
 * @param left that it has not yet, by {@code %s}
 */
record TermWords(
        String retracted, String cleared, String inTime, String late, String over, String left) {

    /** Of an appeal. */
    static final TermWords ANSWER =
            new TermWords(
                    "Сообщение удалено или не является обращением.",
                    "",
                    "Ответ дан в срок.",
                    "Ответ дан с опозданием на %s.",
                    "Опоздание: %s.",
                    "Осталось: %s.");

    /** Of a story: nobody owes an answer there. */
    static final TermWords REFUTATION =
            new TermWords(
                    "Повода нет: сообщение вошло в другую историю, опровергнуто в срок или больше"
                            + " не вызывает подозрений.",
                    "Опровергнуто или закрыто.",
                    "Опровергнуто или закрыто.",
                    "Опровергнуто или закрыто с опозданием на %s.",
                    "После срока опровержения прошло: %s.",
                    "До срока опровержения осталось: %s.");
}
