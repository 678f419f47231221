package io.otklik.servicelevel.files;

import io.otklik.schemas.SlaMetric;
import io.otklik.schemas.SlaTarget;
import io.otklik.schemas.SlaUnit;
import io.otklik.schemas.Urgency;
import io.otklik.yaml.FileProblem;
import io.otklik.yaml.Members;
import io.otklik.yaml.YamlNode;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Reads one term of a policy: a duration, or {@code within} with {@code high}, {@code warnBefore}
 * and {@code escalate}. What {@code high} does not say it has from the normal term.
 */
final class TargetYaml {

    private final String name;
    private final SlaMetric metric;
    private final List<FileProblem> problems;

    TargetYaml(String name, SlaMetric metric, List<FileProblem> problems) {
        this.name = name;
        this.metric = metric;
        this.problems = problems;
    }

    /** One target for each urgency; none if something is wrong. */
    List<SlaTarget> read(YamlNode node) {
        int before = problems.size();
        Terms normal;
        Terms high;
        if (node instanceof YamlNode.Scalar scalar) {
            normal = new Terms(scalar.line(), duration(scalar, name), null, List.of());
            high = normal;
        } else {
            Members members = Members.of(node, name, problems);
            if (members.node("within") == null) {
                members.problem(members.line(), "%s has no within.", name);
            }
            normal = terms(members, null);
            YamlNode other = members.node("high");
            high =
                    other == null
                            ? normal
                            : other instanceof YamlNode.Scalar scalar
                                    ? new Terms(
                                            scalar.line(),
                                            duration(scalar, "high"),
                                            normal.warnBefore(),
                                            normal.escalateAfter())
                                    : high(other, normal);
            members.refuseOthers();
        }
        if (problems.size() > before) {
            return List.of();
        }
        check(normal);
        if (high != normal) {
            check(high);
        }
        return problems.size() > before
                ? List.of()
                : List.of(target(Urgency.NORMAL, normal), target(Urgency.HIGH, high));
    }

    private Terms high(YamlNode node, Terms normal) {
        Members members = Members.of(node, "high", problems);
        Terms high = terms(members, normal);
        members.refuseOthers();
        return high;
    }

    private Terms terms(Members members, Terms inherited) {
        YamlNode within = members.node("within");
        YamlNode warn = members.node("warnBefore");
        List<DurationText> escalate = new ArrayList<>();
        for (YamlNode.Scalar level : members.texts("escalate")) {
            escalate.add(level(level));
        }
        return new Terms(
                members.line(),
                within == null && inherited != null
                        ? inherited.within()
                        : duration(within, "within"),
                warn == null && inherited != null
                        ? inherited.warnBefore()
                        : duration(warn, "warnBefore"),
                !members.has("escalate") && inherited != null
                        ? inherited.escalateAfter()
                        : escalate);
    }

    private DurationText level(YamlNode.Scalar level) {
        String text = level.text().toLowerCase(Locale.ROOT);
        return text.equals("at breach")
                ? DurationText.BREACH
                : duration(
                        new YamlNode.Scalar(level.line(), text.replaceFirst("^\\+\\s*", "")),
                        "escalate");
    }

    private DurationText duration(YamlNode node, String what) {
        if (node == null) {
            return null;
        }
        if (node instanceof YamlNode.Scalar scalar) {
            try {
                return DurationText.parse(scalar.text());
            } catch (IllegalArgumentException e) {
                problems.add(
                        new FileProblem(
                                node.line(),
                                scalar.text().startsWith("-")
                                        ? "%s is %s; a duration is not negative."
                                                .formatted(what, scalar.text())
                                        : "%s is %s; write it %s."
                                                .formatted(
                                                        what, scalar.text(), DurationText.FORM)));
                return null;
            }
        }
        problems.add(
                new FileProblem(
                        node.line(), "%s is a duration %s.".formatted(what, DurationText.FORM)));
        return null;
    }

    private void check(Terms terms) {
        if (terms.within().millis() == 0) {
            problem(terms, "%s leaves no time.");
        }
        SlaUnit unit = terms.within().unit();
        if (terms.warnBefore() != null) {
            if (terms.warnBefore().unit() != unit) {
                problem(
                        terms,
                        "warnBefore of %s is in another time than within; say working in both or in neither.");
            }
            if (terms.warnBefore().millis() >= terms.within().millis()) {
                problem(terms, "warnBefore of %s is not shorter than within.");
            }
        }
        long last = -1;
        for (DurationText level : terms.escalateAfter()) {
            if (level != DurationText.BREACH && level.unit() != unit) {
                problem(
                        terms,
                        "escalate of %s is in another time than within; say working in both or in neither.");
            }
            if (level.millis() <= last) {
                problem(terms, "escalate of %s does not grow from level to level.");
            }
            last = level.millis();
        }
    }

    private void problem(Terms terms, String sentence) {
        problems.add(new FileProblem(terms.line(), sentence.formatted(name)));
    }

    private SlaTarget target(Urgency urgency, Terms terms) {
        return new SlaTarget(
                metric,
                urgency,
                terms.within().unit(),
                terms.within().iso(),
                terms.warnBefore() == null ? null : terms.warnBefore().iso(),
                terms.escalateAfter().stream().map(DurationText::iso).toList());
    }

    private record Terms(
            int line,
            DurationText within,
            DurationText warnBefore,
            List<DurationText> escalateAfter) {}
}
