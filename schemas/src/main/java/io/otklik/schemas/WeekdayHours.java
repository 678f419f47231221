package io.otklik.schemas;

import com.fasterxml.jackson.annotation.JsonProperty;

import java.time.DayOfWeek;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Working hours of a weekday.
 *
 * @param hours {@code 09:00-13:00}, in order; several where there is a break; {@code 24:00} is the
 *     day's end
 */
public record WeekdayHours(
        @JsonProperty(required = true) DayOfWeek weekday,
        @JsonProperty(required = true) List<String> hours) {

    static final Pattern HOURS =
            Pattern.compile("([01]\\d|2[0-3]):[0-5]\\d-(([01]\\d|2[0-3]):[0-5]\\d|24:00)");

    public WeekdayHours {
        Contract.require("weekday", weekday);
        Contract.require("hours", hours);
        hours = List.copyOf(hours);
        hours.forEach(one -> Contract.requireForm("hours", one, HOURS));
    }
}
