package io.otklik.connectors.alert.config;

import io.otklik.schemas.Alert;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Who is told of which alerts.
 *
 * @param recipients by name, in the file's order
 * @param routes all that match tell their recipients
 * @param byDefault recipients of an alert that no route matches
 * @param dashboardUrl link to where alerts are looked at, with {@code {agencyId}}, {@code
 *     {subjectId}} and {@code {alertId}} to be filled in; null if there is none
 * @param smtp null if no recipient has a mailbox
 */
public record AlertRouting(
        Map<String, Recipient> recipients,
        List<Route> routes,
        List<String> byDefault,
        String dashboardUrl,
        TelegramSettings telegram,
        SmtpSettings smtp) {

    public AlertRouting {
        recipients = new LinkedHashMap<>(recipients);
        routes = List.copyOf(routes);
        byDefault = List.copyOf(byDefault);
    }

    /** The recipients of an alert, each once, in the order of the routes. */
    public Set<String> recipientsOf(Alert alert) {
        Set<String> names = new LinkedHashSet<>();
        boolean matched = false;
        for (Route route : routes) {
            if (route.alerts().matches(alert)) {
                matched = true;
                names.addAll(route.to());
            }
        }
        return matched ? names : new LinkedHashSet<>(byDefault);
    }

    public Optional<Recipient> recipient(String name) {
        return Optional.ofNullable(recipients.get(name));
    }
}
