package io.otklik.language.answer;

import io.otklik.schemas.Outcome;

/** Tells the outcome of a final answer by what it says, the heaviest statement first. */
final class OutcomeRules {

    private static final String POSTPONED =
            whole(
                    "отложен[аоы]?|приостановлен[аоы]?|перенесен[аоы]? (?:до|на неопредел)"
                            + "|при (?:появлении|наличии|выделении) (?:средств|финансировани|денежных)"
                            + "|верн(?:ем|емся|утся) к (?:рассмотрению|вопросу)");
    private static final String NOT_SOLVED =
            whole(
                    "не удалось|не решен[аоы]?|не смогл[аио]|не выполнен[аоы]?"
                            + "|(?:средств|финансировани\\p{L}|денег)(?: \\p{L}+){0,6} (?:нет|не выделен[аоы]?|не предусмотрен[аоы]?)"
                            + "|нет (?:средств|финансирования|денег)|на связь не выходит");
    private static final String REFUSED =
            whole(
                    "не представляется возможным|невозможно|отказано|оснований .{0,40}нет|нет оснований"
                            + "|не вправе|не имеет права|нецелесообраз\\p{L}*|не допускается|запрещен[аоы]?"
                            + "|не может быть (?:выполнен|удовлетворен)\\p{L}*|не можем|не может");

    /** Tried on few texts: it may begin with any word. */
    private static final WordPatterns NOT_ALLOWED =
            new WordPatterns(
                    whole(
                            "(?:построить|установить|сделать|перенести|организовать|\\p{L}+ить|\\p{L}+ать)(?: \\p{L}+){0,4} нельзя"));

    private static final String DONE =
            whole(
                    "(?<!не )(?<!будут )(?<!будет )(?<!быть )(?:устранен[аоы]?|выполнен[аоы]?|проведен[аоы]? (?:уборка|работ|ремонт|беседа|обработка)"
                            + "|произведен[аоы]?|восстановлен[аоы]?|отремонтирован[аоы]?|вывезен[аоы]?|убран[аоы]?"
                            + "|установлен[аоы]? (?:вчера|сегодня)|заделан[аоы]?|засыпан[аоы]?|закрашен[аоы]?|ликвидирован[аоы]?"
                            + "|сбит[аы]|расчищен[аоы]?|посыпан[аоы]?|спилен[аоы]?|очищен[аоы]?|заменен[аоы]?|люк закрыт"
                            + "|приведен[аоы]? в (?:порядок|надлежащее)|привлечен[аоы]?|предоставлено место"
                            + "|спилили|убрал[аи]|устранил[аи]|заделали|починили|вывезли|исправил[аи]|поправил[аи]|посыпали"
                            + "|восстановили|заменили|отремонтировали|покрасили|очистили|почистили|навели порядок"
                            + "|записали на прием|вас записали|снята|вернулся на маршрут|дали|работы проведены|отопление (?:дали|включили)|готово|проблема решена)");
    private static final String NOT_OURS =
            whole(
                    "не относится к (?:\\p{L}+ )?(?:компетенци|полномочи|ведени)\\p{L}*|не входит в (?:\\p{L}+ )?(?:компетенци|полномочи)\\p{L}*"
                            + "|не к нам|не обладает полномочиями|не имеет полномочий|не в (?:нашей )?компетенции");

    private static final WordPatterns RULES =
            new WordPatterns(POSTPONED, NOT_SOLVED, NOT_OURS, REFUSED, DONE);

    private OutcomeRules() {}

    static Outcome of(AnswerText text, String redirect) {
        long found = RULES.find(text.plain());
        if (has(found, 0)) {
            return Outcome.POSTPONED;
        }
        if (has(found, 1)) {
            return Outcome.NOT_RESOLVED;
        }
        if (has(found, 2)) {
            return Outcome.REDIRECTED;
        }
        // Whom to call next time stands under many an answer that tells what was done.
        if (has(found, 4)) {
            return Outcome.RESOLVED;
        }
        if (redirect != null) {
            return Outcome.REDIRECTED;
        }
        boolean refused =
                has(found, 3)
                        || text.plain().contains("нельзя") && NOT_ALLOWED.matchesAny(text.plain());
        return refused ? Outcome.DECLINED : Outcome.EXPLAINED;
    }

    private static boolean has(long found, int rule) {
        return (found >>> rule & 1) != 0;
    }

    private static String whole(String expression) {
        return "(?<!\\p{L})(?:" + expression + ")(?!\\p{L})";
    }
}
