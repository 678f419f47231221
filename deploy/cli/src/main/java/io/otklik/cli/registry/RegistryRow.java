package io.otklik.cli.registry;

import io.otklik.cli.registry.RegistryLine.BadLineException;

/** One line of a register by the names of Otklik's own columns. */
interface RegistryRow {

    /** The value; null if it is empty or there is none. */
    String get(String field) throws BadLineException;
}
