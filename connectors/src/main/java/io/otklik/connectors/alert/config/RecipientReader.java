package io.otklik.connectors.alert.config;

import org.yaml.snakeyaml.nodes.Node;

import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads one recipient. */
final class RecipientReader {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,64}");
    private static final Pattern CHAT = Pattern.compile("-?\\d{1,20}|@[A-Za-z0-9_]{4,32}");
    private static final Pattern MAILBOX =
            Pattern.compile("(?:[^<>\\r\\n]*<)?[^\\s<>@,;]+@[^\\s<>@,;]+>?");
    private static final List<String> ADDRESSES = List.of("webhook", "telegram", "email");

    private final YamlNodes yaml;
    private final Values values;

    RecipientReader(YamlNodes yaml, Values values) {
        this.yaml = yaml;
        this.values = values;
    }

    /** Whether the text is an address, alone or after a name. */
    static boolean isMailbox(String text) {
        return MAILBOX.matcher(text).matches() && text.contains("<") == text.endsWith(">");
    }

    Recipient read(String name, Node node, ZoneId byDefault) {
        if (!NAME.matcher(name).matches()) {
            yaml.problem(
                    node,
                    "%s is no name of a recipient; it is made of latin letters, digits, - and _."
                            .formatted(name));
        }
        Map<String, Node> members =
                yaml.mapping(
                        node,
                        "A recipient",
                        Set.of(
                                "webhook",
                                "tokenVariable",
                                "telegram",
                                "email",
                                "timeZone",
                                "quietHours",
                                "cleared"));
        return new Recipient(
                name,
                address(name, node, members),
                members.containsKey("timeZone") ? values.zone(members.get("timeZone")) : byDefault,
                members.containsKey("quietHours") ? quietHours(members.get("quietHours")) : null,
                !members.containsKey("cleared") || values.flag(members.get("cleared"), "cleared"));
    }

    private Address address(String name, Node node, Map<String, Node> members) {
        List<String> given = ADDRESSES.stream().filter(members::containsKey).toList();
        if (given.size() != 1) {
            yaml.problem(
                    node,
                    "%s is reached by %s; give one of webhook, telegram and email."
                            .formatted(
                                    name, given.isEmpty() ? "nothing" : String.join(", ", given)));
            return null;
        }
        Node value = members.get(given.get(0));
        if (members.containsKey("tokenVariable") && !given.contains("webhook")) {
            yaml.problem(
                    members.get("tokenVariable"),
                    "Only a webhook has a tokenVariable of its own; take it away.");
        }
        return switch (given.get(0)) {
            case "webhook" ->
                    new Address.Webhook(
                            values.url(value, "webhook"),
                            values.variable(members.get("tokenVariable"), null));
            case "telegram" -> new Address.Telegram(chat(value));
            default -> new Address.Mail(mailboxes(value));
        };
    }

    private String chat(Node node) {
        String chat = yaml.text(node, "telegram");
        if (chat != null && !CHAT.matcher(chat).matches()) {
            yaml.problem(
                    node,
                    "telegram is %s; it is a chat's number like -1001234567890 or a channel's @name."
                            .formatted(chat));
        }
        return chat;
    }

    private List<String> mailboxes(Node node) {
        List<String> mailboxes = new ArrayList<>();
        for (Node one : yaml.items(node)) {
            String mailbox = yaml.text(one, "email");
            if (mailbox != null && !isMailbox(mailbox)) {
                yaml.problem(
                        one,
                        "email is %s; it is an address like duty@example.org.".formatted(mailbox));
            } else if (mailbox != null) {
                mailboxes.add(mailbox);
            }
        }
        return mailboxes;
    }

    private QuietHours quietHours(Node node) {
        Map<String, Node> members =
                yaml.mapping(node, "quietHours", Set.of("from", "to", "breakThrough"));
        if (!members.containsKey("from") || !members.containsKey("to")) {
            yaml.problem(node, "quietHours need from and to, like from: \"22:00\".");
            return null;
        }
        LocalTime from = values.time(members.get("from"), "from");
        LocalTime to = values.time(members.get("to"), "to");
        if (from.equals(to)) {
            yaml.problem(node, "quietHours end when they begin; give two different times.");
            return null;
        }
        List<AlertFilter> breakThrough = new ArrayList<>();
        if (members.containsKey("breakThrough")) {
            for (Node one : yaml.items(members.get("breakThrough"))) {
                breakThrough.add(values.filter(yaml.mapping(one, "breakThrough", Values.with())));
            }
        }
        return new QuietHours(from, to, breakThrough);
    }
}
