package io.otklik.language.answer;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the time by which an official message promises something: the first day named in a sentence
 * that speaks of the future, a term («до 20.05») before a mere time («в мае»), the end of the work
 * before its beginning. Dates that are past when the message is written, dates of documents,
 * addresses, opening hours and the time by which the resident is asked for something are no
 * promises.
 */
public final class PromisedDates {

    private static final Pattern SENTENCE_END =
            Pattern.compile("(?<=[.!?…])\\s+(?=[\\p{Lu}«\"•❗‼📌✅-])|(?<=;)\\s+|\\n+");

    /** Words by which a sentence speaks of what is still to be done. */
    private static final WordPatterns FUTURE =
            new WordPatterns(
                    "буд(?:ет|ут|ем)\\b|(?<!не\\s)(?:планир|планов|заплан|намеч|назнач|предусмотр|включен)|\\bсрок"
                            + "|обеща|ожида|реализаци|приступа(?:ем|ют|ет)|начало\\b|начина|заверш(?:ени|ает|ают)"
                            + "|продолжа|перенес|ждем|ждите|должн[аоы]?\\b|должен|необходимо|обязан|займ[еу]т|получите"
                            + "|проходить|готов(?:ность|ы)\\b|продлен|вернут\\b"
                            + "|время\\s+(?:восстановлени|устранени|подачи|включени|окончани|завершени|запуска)");

    /** What speaks of what is to be done if nothing says that it is done. */
    private static final WordPatterns PLAN =
            new WordPatterns("\\bпо\\s+план(?:у|ам)\\b|\\bв\\s+планах?\\b");

    /** A time by which the resident is to do something. */
    private static final WordPatterns REQUEST =
            new WordPatterns(
                    "\\b(?:прос(?:им|ьба)|необходимо|можно)\\s+(?:\\p{L}+\\s+){0,2}"
                            + "(?:сообщить|направить|прислать|подать|уточнить|передать|предоставить|представить|подписать)\\b"
                            + "|\\b(?:сообщите|уточните|напишите|пришлите|направьте|подайте|передайте|предоставьте)\\b");

    /** The word before a time with which the work begins, or by which it ends. */
    private static final WordPatterns BEGINS =
            new WordPatterns(
                    "\\b(?:начн(?:ем|ут|ет)|начина|начало\\b|приступ(?:им|ят|ит|ают)|стартуют)");

    private static final WordPatterns ENDS =
            new WordPatterns("\\b(?:заверш|законч|оконч|сда(?:дим|дут|ча)|срок\\b)");

    /** Words by which a sentence speaks of what is done. */
    private static final WordPatterns PAST =
            new WordPatterns(
                    "\\b(?:проведен|выполнен|устранен|завершен|отремонтирован|сделан|убран|вывезен|установлен"
                            + "|восстановлен|заменен|опубликован|размещен|был|провели|выполнили|устранили|убрали"
                            + "|сделали|вывезли|установили|завершили|отремонтировали|заменили|произведен)[аоы]?\\b");

    /** Before a dash that stands for a verb: work, or when it comes next. */
    private static final WordPatterns WORK_AT =
            new WordPatterns(
                    "\\b(?:следующ(?:ий|ая|ее|ие)|ближайш(?:ий|ая|ее)|очередн(?:ой|ая|ое)|(?:за)?пуск|старт|ввод"
                            + "|покос|вывоз|монтаж|ремонт|приезд|выезд|поверк|обработк|уборк|замен|посадк|доставк"
                            + "|поставк|установк|проверк|подач|сдач|начало|окончани|заверш|открыти|включени|подключени|устранени|восстановлени"
                            + "|продолжени|возобновлени)\\p{L}*"
                            + "(?:\\s+\\p{L}+){0,4}\\s*[-–—:]\\s*(?:(?:с|до|к|по|в|на|не\\s+позднее)\\s+)?$");

    /** What is announced, reminded of or only thought about is not promised. */
    private static final WordPatterns NO_WORK =
            new WordPatterns(
                    "\\bнапомина(?:ем|ет|ю)\\b",
                    "\\b(?:рейс|матч|концерт|спектакл|сеанс|фестивал|голосовани|ярмарк|конкурс|экзамен)\\p{L}*"
                            + "\\s+(?:\\p{L}+\\s+){0,3}(?:перенес|отложен|пройд|состо|отмен)");

    /** «Учтём при составлении плана на следующий год». */
    private static final WordPatterns CONSIDERS =
            new WordPatterns(
                    "\\b(?:учтем|учтут|учтено|рассмотр|возьмем\\s+на\\s+заметку|подумаем)");

    private static final WordPatterns OFFICE_HOURS =
            new WordPatterns(
                    "(?:режим|график|часы|время)\\s+(?:работы|приема)|прием(?:а|ные)?\\s+(?:граждан|документов|заявлений)"
                            + "|(?<!(?:^|\\s)(?:в|на|до|за|эти|(?:ближайш|следующ)\\p{L}{2})\\s)выходн(?:ой|ые)\\s*(?:$|[,.;)])|ежедневно|по\\s+будням|обеденн"
                            + "|открыт[аоы]?\\s+(?:\\p{L}+\\s+){0,2}(?:с|до|по)\\s|(?:выставк|ярмарк|каток|бассейн|музе"
                            + "|библиотек|касс[аы]|магазин|рынок|пункт|отделени)\\p{L}*\\s+(?:\\p{L}+\\s+){0,3}работа(?:ет|ют)");

    /** How much a time looks like a promise: named, a term, said of the future, both. */
    private static final int NAMED = 1;

    private static final int LIMITED = 2;
    private static final int PROMISED = 6;
    private static final int PROMISED_TERM = 10;

    /** By how much the end of the work counts more, its beginning less. */
    private static final int END = 2;

    /** By how much less counts what another part of the sentence says of the future. */
    private static final int ASIDE = 1;

    /** An official letter promises in its first pages; longer texts are not of officials. */
    private static final int MOST_CHARS = 6000;

    private PromisedDates() {}

    /** The promise that a message makes; null if it names no time. */
    public static Promise find(String text, Instant publishedAt, ZoneId zone) {
        return find(text, LocalDate.ofInstant(publishedAt, zone));
    }

    /** The promise that a message of that day makes; null if it names no time. */
    public static Promise find(String text, LocalDate published) {
        Promise promise = named(text, published);
        return promise != null && promise.sure() ? promise : null;
    }

    /**
     * The promise that a message of that day makes, else the first later time that it names where
     * nothing says what for («Слесарь — завтра»): one only if the message turns out to promise
     * something. Null if it names no time.
     */
    static Promise named(String text, LocalDate published) {
        String read = text.length() > MOST_CHARS ? text.substring(0, MOST_CHARS) : text;
        String masked = DateMask.mask(read);
        List<DatePhrases.Found> all = DatePhrases.find(masked, published);
        DatePhrases.Found best = null;
        int bestRank = 0;
        int bestSentence = 0;
        int next = 0;
        Matcher border = SENTENCE_END.matcher(read);
        for (int begin = 0; next < all.size(); ) {
            boolean more = border.find();
            int end = more ? border.start() : read.length();
            Sentence sentence = null;
            int before = begin;
            while (next < all.size() && all.get(next).begin() < (more ? border.end() : end)) {
                sentence =
                        sentence == null
                                ? Sentence.of(masked.substring(begin, end), begin)
                                : sentence;
                DatePhrases.Found found = all.get(next++);
                int rank = sentence.rank(found, before, published);
                before = found.end();
                if (rank > bestRank) {
                    best = found;
                    bestRank = rank;
                    bestSentence = begin;
                }
            }
            begin = more ? border.end() : end;
        }
        return best == null
                ? null
                : new Promise(
                        best.from(),
                        best.until(),
                        best.limited(),
                        bestRank > NAMED,
                        bestSentence,
                        best.begin(),
                        best.end());
    }

    /** What the words of a sentence say of the times that it names. */
    private record Sentence(String text, int begin, boolean future, boolean past, boolean noWork) {

        static Sentence of(String masked, int begin) {
            boolean past = PAST.matchesAny(masked);
            return new Sentence(
                    masked,
                    begin,
                    speaksOfFuture(masked) || !past && PLAN.matchesAny(masked),
                    past,
                    OFFICE_HOURS.matchesAny(masked) || NO_WORK.matchesAny(masked));
        }

        private static boolean speaksOfFuture(String masked) {
            return FUTURE.matchesAny(masked) || PerfectiveFuture.speaksIn(masked);
        }

        /**
         * How much a time named here looks like a promise; 0 if it does not.
         *
         * @param before end of the time that the sentence names before, or where it begins
         */
        int rank(DatePhrases.Found found, int before, LocalDate published) {
            String clause = clause(found);
            if (noWork || REQUEST.matchesAny(clause) || isConsideredFor(found, clause)) {
                return 0;
            }
            int to = found.begin() - begin;
            int from = Math.max(before - begin, text.lastIndexOf(',', to) + 1);
            String said = text.substring(from, to);
            boolean later = found.from().isAfter(published);
            boolean verbless = later && WORK_AT.matchesAny(said);
            if (!future && !verbless) {
                return past ? 0 : found.limited() ? LIMITED : later ? NAMED : 0;
            }
            int rank = found.limited() ? PROMISED_TERM : PROMISED;
            if (!verbless && !speaksOfFuture(clause)) {
                rank -= ASIDE;
            }
            return ENDS.matchesAny(said) ? rank + END : BEGINS.matchesAny(said) ? rank - END : rank;
        }

        /** «Учтём в плане на следующий год»: the time of the plan, not of the work. */
        private boolean isConsideredFor(DatePhrases.Found found, String clause) {
            return text.substring(0, found.begin() - begin).endsWith(" на ")
                    && CONSIDERS.matchesAny(clause);
        }

        /** The part of the sentence between commas in which a time is named. */
        private String clause(DatePhrases.Found found) {
            int from = text.lastIndexOf(',', found.begin() - begin) + 1;
            int to = text.indexOf(',', found.end() - begin);
            return text.substring(from, to < 0 ? text.length() : to);
        }
    }
}
