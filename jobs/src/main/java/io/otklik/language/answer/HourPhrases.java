package io.otklik.language.answer;

import java.time.LocalDate;
import java.util.List;
import java.util.regex.Matcher;

/**
 * Times of the day: «к 18:00», «вечером», «до конца дня». They name the day of the message, or the
 * day that is named beside them ({@link DatePhrases}); the night and the morning end on the next.
 */
final class HourPhrases {

    /**
     * «18:00», «20.30»; «18-00» only on the full and the half hour, for «10-15» may be days. Dates
     * with a point are taken before.
     */
    private static final String CLOCK =
            "(?:(?:[01]?\\d|2[0-4])[:.][0-5]\\d|(?:[01]?\\d|2[0-4])-[03]0)"
                    + "(?!\\s*(?:дн|раб|мин|нед|мес|лет|руб|тыс|млн|км|м\\b|%|чел))";

    static final List<DateRule> RULES =
            List.of(
                    DateRule.of(
                            "(?<=(?:конц)\\p{L}\\s{1,3})(?:рабочего\\s+)?дня", HourPhrases::today),
                    DateRule.of(
                            "(?<=\\b(?:до|к|ко)\\s{1,3})(?:\\d{1,2}(?:[:.-]\\d{2})?\\s*"
                                    + "(?:час\\p{L}*\\s*)?(?:утра|ночи)|утр[ау])\\b|\\b(?:ночью|утром)\\b",
                            HourPhrases::tillMorning),
                    DateRule.of(
                            "(?<=\\b(?:до|к|ко)\\s{1,3})(?:\\d{1,2}(?:[:.-]\\d{2})?\\s*(?:ч\\b|час\\p{L}*)"
                                    + "|"
                                    + CLOCK
                                    + "|вечер[ау]|обед[ау]|полудн[яю]|полуноч[иь])",
                            HourPhrases::today),
                    // What begins then is told of, not promised.
                    DateRule.of(
                            "(?<=(?<!начало\\s)(?<![\\p{L}\\d])в\\s{1,3})" + CLOCK,
                            HourPhrases::today),
                    DateRule.of(
                            "(?<=\\bврем[яи]\\s{1,3}(?:восстановл|устран|подач|включ|оконч|заверш|запуск)\\p{L}{1,6}"
                                    + "\\s{0,3}[:–—-]?\\s{0,3})(?:до\\s+|в\\s+|к\\s+)?(?:\\d{1,2}\\s*час\\p{L}*|"
                                    + CLOCK
                                    + ")",
                            HourPhrases::today),
                    DateRule.of("\\b(?:вечером|днем|после\\s+обеда)\\b", HourPhrases::today));

    private HourPhrases() {}

    private static Period today(Matcher m, LocalDate published) {
        return Period.day(published);
    }

    private static Period tillMorning(Matcher m, LocalDate published) {
        return new Period(published, published.plusDays(1));
    }
}
