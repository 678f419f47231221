package io.otklik.connectors.alert.config;

import io.otklik.schemas.AlertKind;
import io.otklik.schemas.Urgency;
import org.yaml.snakeyaml.nodes.Node;

import java.net.URI;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads single values; a bad one gives a problem and a value that does no harm. */
final class Values {

    private static final Set<String> FILTER =
            Set.of("agencies", "communities", "kinds", "levels", "urgencies");
    private static final int HIGHEST_LEVEL = 99;

    private final YamlNodes yaml;

    Values(YamlNodes yaml) {
        this.yaml = yaml;
    }

    /** The members of a filter and some more. */
    static Set<String> with(String... more) {
        Set<String> all = new HashSet<>(FILTER);
        all.addAll(List.of(more));
        return all;
    }

    AlertFilter filter(Map<String, Node> members) {
        return new AlertFilter(
                texts(members.get("agencies"), "An agency"),
                texts(members.get("communities"), "A community"),
                constants(AlertKind.class, members.get("kinds"), "A kind"),
                levels(members.get("levels")),
                constants(Urgency.class, members.get("urgencies"), "An urgency"));
    }

    private Set<String> texts(Node node, String what) {
        return node == null ? Set.of() : new LinkedHashSet<>(yaml.texts(node, what));
    }

    private Set<Integer> levels(Node node) {
        return node == null
                ? Set.of()
                : yaml.items(node).stream()
                        .map(one -> number(one, "A level", 0, HIGHEST_LEVEL))
                        .collect(Collectors.toSet());
    }

    private <E extends Enum<E>> Set<E> constants(Class<E> type, Node node, String what) {
        Set<E> found = new LinkedHashSet<>();
        if (node != null) {
            for (Node one : yaml.items(node)) {
                E constant = constant(type, one, what);
                if (constant != null) {
                    found.add(constant);
                }
            }
        }
        return found;
    }

    <E extends Enum<E>> E constant(Class<E> type, Node node, String what) {
        String text = yaml.text(node, what);
        if (text == null) {
            return null;
        }
        try {
            return Enum.valueOf(type, text.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            yaml.problem(
                    node,
                    "%s is %s; it is one of %s."
                            .formatted(
                                    what,
                                    text,
                                    Arrays.stream(type.getEnumConstants())
                                            .map(Enum::name)
                                            .collect(Collectors.joining(", "))));
            return null;
        }
    }

    int number(Node node, String what, int least, int most) {
        String text = yaml.text(node, what);
        try {
            int number = text == null ? least : Integer.parseInt(text);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Falls through to the same sentence.
        }
        yaml.problem(
                node,
                "%s is %s; it is a whole number from %d to %d.".formatted(what, text, least, most));
        return least;
    }

    boolean flag(Node node, String what) {
        String text = yaml.text(node, what);
        if (text != null && !text.equals("true") && !text.equals("false")) {
            yaml.problem(node, "%s is %s; it is true or false.".formatted(what, text));
        }
        return "true".equals(text);
    }

    ZoneId zone(Node node) {
        String text = yaml.text(node, "timeZone");
        try {
            return text == null ? ZoneOffset.UTC : ZoneId.of(text);
        } catch (DateTimeException e) {
            yaml.problem(node, "timeZone is %s; it is a name like Europe/Moscow.".formatted(text));
            return ZoneOffset.UTC;
        }
    }

    LocalTime time(Node node, String what) {
        String text = yaml.text(node, what);
        try {
            return text == null ? LocalTime.MIN : LocalTime.parse(text);
        } catch (DateTimeParseException e) {
            yaml.problem(
                    node, "%s is %s; it is a quoted time like \"22:00\".".formatted(what, text));
            return LocalTime.MIN;
        }
    }

    /** An address of a server, without a login in it. */
    URI url(Node node, String what) {
        String text = yaml.text(node, what);
        if (text == null) {
            return URI.create("http://invalid");
        }
        try {
            URI url = URI.create(text);
            if (url.getHost() != null
                    && url.getUserInfo() == null
                    && List.of("http", "https").contains(url.getScheme())) {
                return url;
            }
        } catch (IllegalArgumentException e) {
            // Falls through to the same sentence, which does not repeat a login.
        }
        yaml.problem(
                node,
                "%s is no address; it begins with http:// or https:// and holds no password."
                        .formatted(what));
        return URI.create("http://invalid");
    }

    /** A link with places to be filled in. */
    String link(Node node, String what) {
        String text = yaml.text(node, what);
        if (text != null && !text.matches("https?://\\S+")) {
            yaml.problem(
                    node, "%s is %s; it begins with http:// or https://.".formatted(what, text));
        }
        return text;
    }

    /** The name of an environment variable. */
    String variable(Node node, String otherwise) {
        if (node == null) {
            return otherwise;
        }
        String text = yaml.text(node, "A variable");
        if (text != null && !text.matches("[A-Z][A-Z0-9_]*")) {
            // What stands here may be the secret itself: it is not repeated.
            yaml.problem(
                    node,
                    "This is no name of an environment variable like OTKLIK_TOKEN; the secret itself"
                            + " does not belong here.");
        }
        return text;
    }
}
