package io.otklik.connectors.alert.config;

import org.yaml.snakeyaml.nodes.Node;

import java.net.URI;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads who is told of which alerts. Secrets do not stand in the file: it names the environment
 * variables that hold them, or, with {@code _FILE} added, the path of a file.
 */
public final class AlertRoutingReader {

    private static final Set<String> MEMBERS =
            Set.of(
                    "timeZone",
                    "dashboardUrl",
                    "telegram",
                    "smtp",
                    "recipients",
                    "routes",
                    "default");

    private final YamlNodes yaml = new YamlNodes();
    private final Values values = new Values(yaml);
    private final RecipientReader recipientReader = new RecipientReader(yaml, values);

    private AlertRoutingReader() {}

    /**
     * @throws ConfigException with every fault and its line
     */
    public static AlertRouting read(String text) throws ConfigException {
        AlertRoutingReader reader = new AlertRoutingReader();
        Node root = reader.yaml.parse(text);
        AlertRouting routing = root == null ? null : reader.routing(root);
        if (!reader.yaml.problems().isEmpty()) {
            throw new ConfigException(reader.yaml.problems());
        }
        return routing;
    }

    private AlertRouting routing(Node root) {
        Map<String, Node> members = yaml.mapping(root, "The file", MEMBERS);
        ZoneId zone =
                members.containsKey("timeZone")
                        ? values.zone(members.get("timeZone"))
                        : ZoneId.of("Europe/Moscow");
        SmtpSettings smtp = members.containsKey("smtp") ? smtp(members.get("smtp")) : null;
        Map<String, Recipient> recipients = new LinkedHashMap<>();
        if (members.containsKey("recipients")) {
            yaml.mapping(members.get("recipients"), "recipients", null)
                    .forEach(
                            (name, node) -> {
                                Recipient one = recipientReader.read(name, node, zone);
                                if (one.address() instanceof Address.Mail
                                        && !members.containsKey("smtp")) {
                                    yaml.problem(
                                            node,
                                            "%s has a mailbox and there is no smtp; name the mail server."
                                                    .formatted(name));
                                }
                                recipients.put(name, one);
                            });
        } else {
            yaml.problem(root, "There are no recipients; name at least one.");
        }
        List<Route> routes = new ArrayList<>();
        if (members.containsKey("routes")) {
            for (Node node : yaml.items(members.get("routes"))) {
                routes.add(route(node, recipients.keySet()));
            }
        }
        List<String> byDefault = List.of();
        if (members.containsKey("default")) {
            byDefault = names(members.get("default"), recipients.keySet());
        } else {
            yaml.problem(
                    root,
                    "There is no default; name the recipients of alerts that no route matches.");
        }
        return new AlertRouting(
                recipients,
                routes,
                byDefault,
                members.containsKey("dashboardUrl")
                        ? values.link(members.get("dashboardUrl"), "dashboardUrl")
                        : null,
                members.containsKey("telegram")
                        ? telegram(members.get("telegram"))
                        : TelegramSettings.DEFAULT,
                smtp);
    }

    private Route route(Node node, Set<String> recipients) {
        Map<String, Node> members = yaml.mapping(node, "A route", Values.with("to"));
        List<String> to = List.of();
        if (members.containsKey("to")) {
            to = names(members.get("to"), recipients);
        } else {
            yaml.problem(node, "The route leads nowhere; name recipients by to.");
        }
        return new Route(values.filter(members), to);
    }

    private List<String> names(Node node, Set<String> recipients) {
        List<String> names = yaml.texts(node, "A recipient's name");
        for (String name : names) {
            if (!recipients.contains(name)) {
                yaml.problem(
                        node,
                        "There is no recipient %s; name it under recipients.".formatted(name));
            }
        }
        return names;
    }

    private TelegramSettings telegram(Node node) {
        Map<String, Node> members = yaml.mapping(node, "telegram", Set.of("url", "tokenVariable"));
        URI url =
                members.containsKey("url")
                        ? values.url(members.get("url"), "url")
                        : TelegramSettings.DEFAULT.url();
        return new TelegramSettings(
                URI.create(url.toString().replaceFirst("/+$", "")),
                values.variable(
                        members.get("tokenVariable"), TelegramSettings.DEFAULT.tokenVariable()));
    }

    private SmtpSettings smtp(Node node) {
        Map<String, Node> members =
                yaml.mapping(
                        node,
                        "smtp",
                        Set.of("host", "port", "security", "user", "passwordVariable", "from"));
        String host = required(node, members, "host");
        String from = required(node, members, "from");
        if (from != null && !RecipientReader.isMailbox(from)) {
            yaml.problem(
                    members.get("from"),
                    "from is %s; it is an address like otklik@example.org.".formatted(from));
        }
        SmtpSettings.Security security =
                members.containsKey("security")
                        ? values.constant(
                                SmtpSettings.Security.class, members.get("security"), "security")
                        : SmtpSettings.Security.STARTTLS;
        int port = security == SmtpSettings.Security.TLS ? 465 : 587;
        if (members.containsKey("port")) {
            port = values.number(members.get("port"), "port", 1, 65_535);
        }
        return new SmtpSettings(
                host,
                port,
                security,
                members.containsKey("user") ? yaml.text(members.get("user"), "user") : null,
                values.variable(members.get("passwordVariable"), "OTKLIK_SMTP_PASSWORD"),
                from);
    }

    private String required(Node node, Map<String, Node> members, String name) {
        if (!members.containsKey(name)) {
            yaml.problem(node, "smtp has no %s; it is needed.".formatted(name));
            return null;
        }
        return yaml.text(members.get(name), name);
    }
}
