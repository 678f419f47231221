package io.otklik.servicelevel.files;

import io.otklik.schemas.SlaUnit;

import java.time.Duration;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A duration as people write it: {@code 9 working hours}, {@code 24 hours}, {@code 7 working days},
 * {@code 1 hour 30 minutes}.
 *
 * @param unit working time if the text says so
 * @param iso the same for a policy
 * @param millis its length; a day counts 24 hours, a working day 8, so that lengths can be compared
 */
record DurationText(SlaUnit unit, String iso, long millis) {

    static final String FORM =
            "like 9 working hours, 24 hours, 7 working days, 90 minutes or 1 hour 30 minutes";

    /** No time after the term's end, in whichever time that is. */
    static final DurationText BREACH = new DurationText(SlaUnit.CALENDAR, "PT0S", 0);

    private static final Pattern PART =
            Pattern.compile(
                    "(\\d{1,6})\\s*(working\\s+)?(days?|hours?|minutes?|seconds?|[dhms]|min)");

    /**
     * @throws IllegalArgumentException if the text is none, or mixes working days with hours
     */
    static DurationText parse(String text) {
        String plain = text.toLowerCase(Locale.ROOT).strip();
        boolean working = false;
        int days = 0;
        Duration rest = Duration.ZERO;
        boolean hours = false;
        Matcher part = PART.matcher(plain);
        int at = 0;
        while (at < plain.length()) {
            part.region(at, plain.length());
            if (!part.lookingAt()) {
                throw new IllegalArgumentException(text);
            }
            working |= part.group(2) != null;
            int amount = Integer.parseInt(part.group(1));
            switch (part.group(3).charAt(0)) {
                case 'd' -> days += amount;
                case 'h' -> rest = rest.plusHours(amount);
                case 'm' -> rest = rest.plusMinutes(amount);
                default -> rest = rest.plusSeconds(amount);
            }
            hours |= part.group(3).charAt(0) != 'd';
            at = part.end();
            while (at < plain.length() && plain.charAt(at) == ' ') {
                at++;
            }
        }
        if (plain.isEmpty() || working && days > 0 && hours) {
            throw new IllegalArgumentException(text);
        }
        SlaUnit unit = working ? SlaUnit.WORKING : SlaUnit.CALENDAR;
        if (hours || days == 0) {
            Duration whole = rest.plusDays(days);
            return new DurationText(unit, iso(whole), whole.toMillis());
        }
        return new DurationText(
                unit, "P" + days + 'D', Duration.ofHours(days * (working ? 8L : 24L)).toMillis());
    }

    /** Of hours at most: {@code PT24H}, for a day in working time is something else. */
    private static String iso(Duration duration) {
        return duration.isZero() ? "PT0S" : duration.toString();
    }
}
