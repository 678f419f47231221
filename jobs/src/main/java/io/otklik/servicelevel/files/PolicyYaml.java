package io.otklik.servicelevel.files;

import io.otklik.schemas.ClockStart;
import io.otklik.schemas.SlaMetric;
import io.otklik.schemas.SlaPolicy;
import io.otklik.schemas.SlaTarget;
import io.otklik.servicelevel.PolicyCheck;
import io.otklik.yaml.FileProblem;
import io.otklik.yaml.Members;
import io.otklik.yaml.ReadFile;
import io.otklik.yaml.YamlDocuments;
import io.otklik.yaml.YamlDocuments.BadYamlException;
import io.otklik.yaml.YamlNode;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Reads policies from YAML, one a document; {@code docs/service-level.md} describes the form. */
public final class PolicyYaml {

    private static final Map<String, SlaMetric> METRICS = new LinkedHashMap<>();

    static {
        METRICS.put("triage", SlaMetric.TRIAGE);
        METRICS.put("firstResponse", SlaMetric.FIRST_RESPONSE);
        METRICS.put("finalAnswer", SlaMetric.FINAL_ANSWER);
        METRICS.put("finalAfterInterim", SlaMetric.FINAL_AFTER_INTERIM);
        METRICS.put("clarification", SlaMetric.CLARIFICATION);
    }

    private final Instant updatedAt;
    private final Set<String> calendars;
    private final List<FileProblem> problems = new ArrayList<>();

    private PolicyYaml(Instant updatedAt, Set<String> calendars) {
        this.updatedAt = updatedAt;
        this.calendars = calendars;
    }

    /**
     * @param updatedAt for the records
     */
    public static ReadFile<SlaPolicy> read(String text, Instant updatedAt) {
        return read(text, updatedAt, null);
    }

    /**
     * @param updatedAt for the records
     * @param calendars ids of those that there are, so that another is told with all else that is
     *     wrong; null: any will do
     */
    public static ReadFile<SlaPolicy> read(String text, Instant updatedAt, Set<String> calendars) {
        PolicyYaml reader = new PolicyYaml(updatedAt, calendars);
        List<ReadFile.Entry<SlaPolicy>> policies = new ArrayList<>();
        try {
            for (YamlNode document : YamlDocuments.read(text)) {
                SlaPolicy policy = reader.policy(document);
                if (policy != null) {
                    policies.add(new ReadFile.Entry<>(document.line(), policy));
                }
            }
        } catch (BadYamlException e) {
            reader.problems.add(e.problem());
        }
        if (policies.isEmpty() && reader.problems.isEmpty()) {
            reader.problems.add(new FileProblem(1, "The file holds no policy."));
        }
        return new ReadFile<>(policies, reader.problems);
    }

    private SlaPolicy policy(YamlNode document) {
        int before = problems.size();
        Members members = Members.of(document, "A policy", problems);
        if (problems.size() > before) {
            return null;
        }
        String id = members.required("policy");
        if (id != null && !id.matches("[\\p{L}\\p{N}_.-]{1,100}")) {
            members.problem(
                    members.lineOf("policy"),
                    "policy is %s; it is a name of letters, digits, _, . and -.",
                    id);
        }
        Integer version = positive(members, "version");
        String title = members.text("title");
        String region = members.text("region");
        String municipality = members.text("municipality");
        String agency = members.text("agency");
        ZoneId zone = members.read("timeZone", ZoneId::of, "a name like Europe/Moscow");
        Instant from = day(members, "validFrom", zone);
        Instant to = day(members, "validTo", zone);
        if (from != null && to != null && !from.isBefore(to)) {
            members.problem(members.lineOf("validTo"), "validTo is not after validFrom.");
        }
        ClockStart clock = clock(members);
        String calendar = members.required("calendar");
        if (calendar != null && calendars != null && !calendars.contains(calendar)) {
            members.problem(
                    members.lineOf("calendar"),
                    "%s",
                    PolicyCheck.unknownCalendar(calendar, calendars));
        }
        List<SlaTarget> targets = targets(members);
        String source = members.text("source");
        List<String> assumptions =
                members.texts("assumptions").stream().map(YamlNode.Scalar::text).toList();
        members.refuseOthers();
        return problems.size() > before
                ? null
                : new SlaPolicy(
                        id,
                        version,
                        title,
                        region,
                        municipality,
                        agency,
                        from,
                        to,
                        zone == null ? null : zone.getId(),
                        clock,
                        calendar,
                        targets,
                        source,
                        assumptions,
                        updatedAt);
    }

    private List<SlaTarget> targets(Members members) {
        YamlNode node = members.node("targets");
        if (node == null) {
            members.problem(members.lineOf("targets"), "targets is missing.");
            return List.of();
        }
        Members targets = Members.of(node, "targets", problems);
        List<SlaTarget> read = new ArrayList<>();
        METRICS.forEach(
                (name, metric) -> {
                    YamlNode target = targets.node(name);
                    if (target != null) {
                        read.addAll(new TargetYaml(name, metric, problems).read(target));
                    }
                });
        targets.refuseOthers();
        if (read.isEmpty() && problems.isEmpty()) {
            targets.problem(node.line(), "targets names no term.");
        }
        return read;
    }

    private static ClockStart clock(Members members) {
        if (members.required("clockStart") == null) {
            return null;
        }
        return members.read(
                "clockStart",
                text -> ClockStart.valueOf(text.toUpperCase(Locale.ROOT)),
                "published, detected or assigned");
    }

    /** The first instant of a day, or an instant of local time, in the policy's zone. */
    private static Instant day(Members members, String name, ZoneId zone) {
        if (members.has(name) && members.node(name) != null && !members.has("timeZone")) {
            members.problem(
                    members.lineOf(name), "%s needs a timeZone: a day begins in one.", name);
        }
        return members.read(
                name,
                text ->
                        (text.contains("T")
                                        ? LocalDateTime.parse(text)
                                        : LocalDate.parse(text).atStartOfDay())
                                .atZone(zone == null ? ZoneOffset.UTC : zone)
                                .toInstant(),
                "a day like 2026-01-31 or a time like 2026-01-31T12:00");
    }

    static Integer positive(Members members, String name) {
        if (members.required(name) == null) {
            return null;
        }
        Integer number = members.read(name, Integer::valueOf, "a whole number from 1");
        if (number != null && number < 1) {
            members.problem(members.lineOf(name), "%s is %d; it begins at 1.", name, number);
        }
        return number;
    }
}
