package io.otklik.language.answer;

import java.time.LocalDate;
import java.util.List;
import java.util.regex.Matcher;

/**
 * Times of the day: «к 18:00», «вечером», «до конца дня». They name the day of the message, or the
 * day that is named beside them ({@link DatePhrases}); the night and the morning end on the next.
 */
final class HourPhrases {

    static final List<DateRule> RULES =
            List.of(
                    DateRule.of(
                            "(?<=(?:конц)\\p{L}\\s{1,3})(?:рабочего\\s+)?дня", HourPhrases::today),
                    DateRule.of(
                            "(?<=\\b(?:до|к|ко)\\s{1,3})(?:\\d{1,2}(?:[:.]\\d{2})?\\s*(?:ч\\b|час\\p{L}*)"
                                    + "|\\d{1,2}:\\d{2}|вечер[ау]|обед[ау]|полудн[яю])",
                            HourPhrases::today),
                    // What begins then is told of, not promised.
                    DateRule.of(
                            "(?<=(?<!\\bначало\\s)\\bв\\s{1,3})\\d{1,2}:\\d{2}",
                            HourPhrases::today),
                    DateRule.of("\\b(?:вечером|днем|после\\s+обеда)\\b", HourPhrases::today),
                    DateRule.of(
                            "(?<=\\b(?:до|к|ко)\\s{1,3})утр[ау]\\b|\\b(?:ночью|утром)\\b",
                            HourPhrases::tillMorning));

    private HourPhrases() {}

    private static Period today(Matcher m, LocalDate published) {
        return Period.day(published);
    }

    private static Period tillMorning(Matcher m, LocalDate published) {
        return new Period(published, published.plusDays(1));
    }
}
