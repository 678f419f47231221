package io.otklik.language.answer;

import io.otklik.schemas.Outcome;

import java.util.regex.Pattern;

/** Tells the outcome of a final answer by what it says, the heaviest statement first. */
final class OutcomeRules {

    private static final Pattern POSTPONED =
            rule(
                    "отложен[аоы]?|приостановлен[аоы]?|перенесен[аоы]? (?:до|на неопредел)"
                            + "|при (?:появлении|наличии|выделении) (?:средств|финансировани|денежных)"
                            + "|верн(?:ем|емся|утся) к (?:рассмотрению|вопросу)");
    private static final Pattern NOT_SOLVED =
            rule(
                    "не удалось|не решен[аоы]?|не смогл[аио]|не выполнен[аоы]?"
                            + "|(?:средств|финансировани\\p{L}|денег)(?: \\p{L}+){0,6} (?:нет|не выделен[аоы]?|не предусмотрен[аоы]?)"
                            + "|нет (?:средств|финансирования|денег)|на связь не выходит");
    private static final Pattern REFUSED =
            rule(
                    "не представляется возможным|невозможно|отказано|оснований .{0,40}нет|нет оснований"
                            + "|не вправе|не имеет права|нецелесообраз\\p{L}*|не допускается|запрещен[аоы]?"
                            + "|не может быть (?:выполнен|удовлетворен)\\p{L}*|не можем|не может"
                            + "|(?:построить|установить|сделать|перенести|организовать|\\p{L}+ить|\\p{L}+ать)(?: \\p{L}+){0,4} нельзя");
    private static final Pattern DONE =
            rule(
                    "(?<!не )(?<!будут )(?<!будет )(?<!быть )(?:устранен[аоы]?|выполнен[аоы]?|проведен[аоы]? (?:уборка|работ|ремонт|беседа|обработка)"
                            + "|произведен[аоы]?|восстановлен[аоы]?|отремонтирован[аоы]?|вывезен[аоы]?|убран[аоы]?"
                            + "|установлен[аоы]? (?:вчера|сегодня)|заделан[аоы]?|засыпан[аоы]?|закрашен[аоы]?|ликвидирован[аоы]?"
                            + "|сбит[аы]|расчищен[аоы]?|посыпан[аоы]?|спилен[аоы]?|очищен[аоы]?|заменен[аоы]?|люк закрыт"
                            + "|приведен[аоы]? в (?:порядок|надлежащее)|привлечен[аоы]?|предоставлено место"
                            + "|спилили|убрал[аи]|устранил[аи]|заделали|починили|вывезли|исправил[аи]|поправил[аи]|посыпали"
                            + "|восстановили|заменили|отремонтировали|покрасили|очистили|почистили|навели порядок"
                            + "|записали на прием|вас записали|снята|вернулся на маршрут|дали|работы проведены|отопление (?:дали|включили)|готово|проблема решена)");
    private static final Pattern NOT_OURS =
            rule(
                    "не относится к (?:\\p{L}+ )?(?:компетенци|полномочи|ведени)\\p{L}*|не входит в (?:\\p{L}+ )?(?:компетенци|полномочи)\\p{L}*"
                            + "|не к нам|не обладает полномочиями|не имеет полномочий|не в (?:нашей )?компетенции");

    private OutcomeRules() {}

    static Outcome of(AnswerText text, String redirect) {
        String plain = text.plain();
        if (POSTPONED.matcher(plain).find()) {
            return Outcome.POSTPONED;
        }
        if (NOT_SOLVED.matcher(plain).find()) {
            return Outcome.NOT_RESOLVED;
        }
        if (redirect != null || NOT_OURS.matcher(plain).find()) {
            return Outcome.REDIRECTED;
        }
        if (REFUSED.matcher(plain).find()) {
            return Outcome.DECLINED;
        }
        return DONE.matcher(plain).find() ? Outcome.RESOLVED : Outcome.EXPLAINED;
    }

    private static Pattern rule(String pattern) {
        return Pattern.compile(
                "(?<!\\p{L})(?:" + pattern + ")(?!\\p{L})", Pattern.UNICODE_CHARACTER_CLASS);
    }
}
