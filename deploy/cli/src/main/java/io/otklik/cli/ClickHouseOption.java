package io.otklik.cli;

import io.otklik.connectors.clickhouse.ClickHouseOptions;
import io.otklik.connectors.clickhouse.Secret;
import picocli.CommandLine.Option;

/** Which ClickHouse is meant: the local stack's unless one is given. */
final class ClickHouseOption {

    @Option(
            names = "--clickhouse-url",
            paramLabel = "URL",
            description = "ClickHouse's HTTP interface (default: the local stack's).")
    private String url;

    @Option(
            names = "--database",
            paramLabel = "NAME",
            defaultValue = "otklik",
            description = "Database (default: ${DEFAULT-VALUE}).")
    private String database;

    @Option(
            names = "--user",
            paramLabel = "NAME",
            defaultValue = "default",
            description =
                    "User (default: ${DEFAULT-VALUE}); the password comes from the "
                            + "environment: "
                            + ClickHouseOptions.PASSWORD_VARIABLE
                            + " or, a file, "
                            + ClickHouseOptions.PASSWORD_VARIABLE
                            + "_FILE.")
    private String user;

    /** Address and login. */
    ClickHouseOptions options(StackOption stack) {
        String chosen = url == null ? stack.stack().settings().clickHouseUrl() : url;
        try {
            return ClickHouseOptions.of(chosen, database, user);
        } catch (IllegalArgumentException e) {
            throw CommandException.wrongInput(e.getMessage());
        }
    }

    static String password() {
        Secret secret = Secret.environment(ClickHouseOptions.PASSWORD_VARIABLE);
        try {
            return secret.read();
        } catch (RuntimeException e) {
            throw CommandException.wrongInput(e.getMessage());
        }
    }
}
