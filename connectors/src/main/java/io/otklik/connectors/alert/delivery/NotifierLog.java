package io.otklik.connectors.alert.delivery;

/** Hears what an operator wants to read, one line each, without secrets and without texts. */
@FunctionalInterface
public interface NotifierLog {

    void line(String text);
}
