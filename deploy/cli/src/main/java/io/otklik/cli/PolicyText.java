package io.otklik.cli;

import io.otklik.schemas.SlaPolicy;
import io.otklik.schemas.SlaTarget;
import io.otklik.schemas.SlaUnit;
import io.otklik.schemas.Urgency;

import java.io.PrintWriter;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Policies as lines to read. */
final class PolicyText {

    private static final DateTimeFormatter LOCAL =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    private PolicyText() {}

    /** Name, validity and pages in one line. */
    static String line(SlaPolicy policy, String note) {
        return "%-26s %-38s %s%s"
                .formatted(policy.versionId(), validity(policy), pages(policy), note)
                .stripTrailing();
    }

    static void print(SlaPolicy policy, PrintWriter out) {
        out.println(policy.versionId() + (policy.title() == null ? "" : ": " + policy.title()));
        field(out, "for", pages(policy));
        field(out, "valid", validity(policy));
        field(out, "clock starts", policy.clockStart().name().toLowerCase(Locale.ROOT));
        field(
                out,
                "calendar",
                policy.calendarId()
                        + (policy.timeZone() == null ? "" : " in " + policy.timeZone()));
        for (SlaTarget target : policy.targets()) {
            if (target.urgency() == Urgency.NORMAL || differs(policy, target)) {
                field(out, name(target), term(target));
            }
        }
        if (policy.source() != null) {
            field(out, "source", policy.source());
        }
        policy.assumptions().forEach(assumption -> field(out, "assumed", assumption));
    }

    private static boolean differs(SlaPolicy policy, SlaTarget high) {
        return policy.targets().stream()
                .noneMatch(
                        target ->
                                target.urgency() == Urgency.NORMAL
                                        && target.metric() == high.metric()
                                        && term(target).equals(term(high)));
    }

    private static String name(SlaTarget target) {
        return target.metric().name().toLowerCase(Locale.ROOT).replace('_', ' ')
                + (target.urgency() == Urgency.HIGH ? ", high" : "");
    }

    private static String term(SlaTarget target) {
        List<String> levels =
                target.escalateAfter().stream()
                        .map(after -> after.equals("PT0S") ? "at once" : "+" + duration(after))
                        .toList();
        return duration(target.within())
                + (target.unit() == SlaUnit.WORKING ? " of working time" : "")
                + (target.warnBefore() == null
                        ? ""
                        : ", warns " + duration(target.warnBefore()) + " before")
                + (levels.isEmpty() ? "" : ", escalates " + String.join(", ", levels));
    }

    private static String duration(String iso) {
        return iso.replaceAll("^PT?", "")
                .replaceAll("(\\d+)([DHMS])", "$1 $2 ")
                .strip()
                .toLowerCase(Locale.ROOT)
                .replace(" m", " min");
    }

    private static String validity(SlaPolicy policy) {
        ZoneId zone = policy.timeZone() == null ? ZoneOffset.UTC : ZoneId.of(policy.timeZone());
        if (policy.validFrom() == null && policy.validTo() == null) {
            return "always";
        }
        return (policy.validFrom() == null ? "…" : local(policy.validFrom(), zone))
                + " – "
                + (policy.validTo() == null ? "…" : local(policy.validTo(), zone));
    }

    private static String local(Instant instant, ZoneId zone) {
        String text = LOCAL.format(instant.atZone(zone));
        return text.endsWith(" 00:00") ? text.substring(0, 10) : text;
    }

    private static String pages(SlaPolicy policy) {
        String parts =
                Stream.of(policy.region(), policy.municipality(), policy.agencyId())
                        .filter(Objects::nonNull)
                        .collect(Collectors.joining(", "));
        return parts.isEmpty() ? "all pages" : parts;
    }

    private static void field(PrintWriter out, String name, String value) {
        out.printf("  %-20s %s%n", name, value);
    }
}
