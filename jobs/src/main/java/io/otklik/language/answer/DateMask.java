package io.otklik.language.answer;

import java.util.regex.Matcher;

/**
 * Blanks out, length kept, what looks like a date and is none: links, mentions, phones, laws and
 * letters with their dates, addresses, streets named after dates, sums and times of the day.
 */
final class DateMask {

    /** Bit of the expression of e-mails. */
    private static final long EMAIL = 1L << 2;

    private static final WordPatterns NO_DATE =
            new WordPatterns(
                    // links, mentions, e-mails, masks
                    "https?://\\S+",
                    "\\[[^\\]|]*\\|[^\\]]*\\]",
                    "\\S+@\\S+",
                    "<[a-z]+>",
                    // phones
                    "(?:\\+7|\\b8)[\\s(-]*\\d{3,5}[\\s)-]*\\d{1,3}[\\s-]*\\d{2}[\\s-]*\\d{2,3}\\b",
                    "\\b\\d{2,3}-\\d{2}-\\d{2}\\b",
                    "\\bтел(?:\\.|ефон\\p{L}*)?:?\\s*[\\d()-][\\d\\s()-]*",
                    // acts: «№ 59-ФЗ от 02.05.2006», «от 12 мая 2023 года»
                    "№\\s*[\\p{L}\\d/-]+",
                    "\\b\\d+-фз\\b",
                    "\\bот\\s+\\d{1,2}[./]\\d{1,2}(?:[./]\\d{2,4})?(?:\\s*г\\.?)?",
                    "\\bот\\s+\\d{1,2}\\s+\\p{L}+\\s+\\d{4}(?:\\s*г(?:ода|\\.)?)?",
                    // streets and places named after dates
                    "\\b(?:ул|пр|пл|пер|улиц\\p{L}*|просп\\p{L}*|площад\\p{L}*|переул\\p{L}*"
                            + "|парк\\p{L}*|сквер\\p{L}*|микрорайон\\p{L}*|мкр)\\.?\\s*(?:им\\.?\\s*)?"
                            + "[«\"]?\\d+(?:-?\\p{L}{1,3})?\\s+(?:лет\\s+)?\\p{L}+[»\"]?(?:\\s+\\d{4}\\s+года)?",
                    "\\bплощад\\p{L}*\\s+\\d{4}\\s+года",
                    "\\b\\d+\\s+лет\\s+(?:октября|победы|влксм|ссср)",
                    // addresses and points
                    "\\b(?:д|корп|стр|каб|лит|уч|ст|п|ч|к)\\.\\s*\\d[\\d/.-]*",
                    "\\bкв\\.\\s*(?!20\\d{2}\\b)\\d[\\d/.-]*",
                    "\\b(?:дом\\p{L}*|корпус\\p{L}*|кабинет\\p{L}*|пункт\\p{L}*|стать\\p{L}*|час(?:ть|ти)"
                            + "|квартир\\p{L}*|участ\\p{L}*|школ\\p{L}*|сад\\p{L}*)\\s+№?\\s*\\d[\\d/.-]*+(?!\\s+"
                            + DateWords.MONTH
                            + ")",
                    // sums and measures
                    "\\b\\d+[.,]\\d+\\s*(?:млн|млрд|тыс|руб|км|кв|куб|м\\b|га\\b|%|тонн)\\S*",
                    // how it stands today: «по состоянию на 1 октября», «на сегодня вы третий»
                    "\\bпо\\s+состоянию\\s+на\\s+(?:\\d[\\d./]*(?:\\s+"
                            + DateWords.MONTH
                            + DateWords.YEAR
                            + ")?|\\p{L}+(?:\\s+(?:день|число|момент))?)",
                    "(?<!(?:план|назнач|намеч|запис|перенес)\\p{L}{0,8}\\s{1,2})на\\s+сегодняшн(?:ий\\s+день|ее\\s+число)\\b",
                    "(?<=(?:^|[.!?…,;:\n])\\s{0,2})на\\s+сегодня\\b(?!\\s+(?:\\p{L}+\\s+)?(?:за)?(?:план|назнач|намеч))",
                    // the time that a sum is for, or by which something is told before
                    "\\b(?:перерасчет|плат|оплат|начислен|долг|задолженност|показани|отчет|размеща"
                            + "|предупрежда|уведомля)\\p{L}*\\s+за\\b",
                    // times of the day
                    "\\bс\\s+(?!\\d{1,2}\\.(?:0[1-9]|1[0-2])\\s*(?:до|по|-|–)\\s*\\d{1,2}\\.(?:0[1-9]|1[0-2])(?!\\d|\\s*ч))"
                            + "\\d{1,2}[.:-]\\d{2}\\s*(?:до|по|-|–)\\s*\\d{1,2}[.:-]\\d{2}",
                    "(?<=\\bс\\s{1,3})\\d{1,2}[.:]\\d{2}\\s*(?:ч\\b|час\\p{L}*)",
                    "\\bс\\s+\\d{1,2}\\s+до\\s+\\d{1,2}(?:[.:-][03]0|\\s*(?:ч\\b|час\\p{L}*))",
                    // weekdays of a timetable
                    "\\bс\\s+(?:понедельника|вторника|среды|четверга)\\s+по\\s+\\p{L}+");

    private DateMask() {}

    /** The text in lower case, {@code ё} as {@code е}, same length, with non-dates blank. */
    static String mask(String text) {
        StringBuilder masked = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = Character.toLowerCase(text.charAt(i));
            masked.append(c == 'ё' ? 'е' : c == '\u00A0' ? ' ' : c);
        }
        String lower = masked.toString();
        // An e-mail may begin with anything, and is looked for only where there is one.
        long sought = lower.indexOf('@') < 0 ? ~EMAIL : ~0L;
        Matcher[] matchers = new Matcher[NO_DATE.count()];
        int start = WordPatterns.nextStart(lower, -1);
        while (start >= 0) {
            int end = end(lower, start, sought, matchers);
            for (int i = start; i < end; i++) {
                if (masked.charAt(i) != '\n') {
                    masked.setCharAt(i, i == start ? '~' : ' ');
                }
            }
            start = WordPatterns.nextStart(lower, Math.max(start, end - 1));
        }
        return masked.toString();
    }

    /** Where the first non-date that begins at a place ends; the place itself if none begins. */
    private static int end(String text, int start, long sought, Matcher[] matchers) {
        for (long may = NO_DATE.mayStart(text, start) & sought; may != 0; may &= may - 1) {
            int i = Long.numberOfTrailingZeros(may);
            if (matchers[i] == null) {
                matchers[i] = NO_DATE.matcher(i, text);
            }
            if (matchers[i].region(start, text.length()).lookingAt()) {
                return matchers[i].end();
            }
        }
        return start;
    }
}
