package io.otklik.connectors.alert.config;

import java.util.List;

/** Alerts and the recipients that are told of them. */
public record Route(AlertFilter alerts, List<String> to) {

    public Route {
        to = List.copyOf(to);
    }
}
