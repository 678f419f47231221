package io.otklik.schemas.migration;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.configuration.FluentConfiguration;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Runs the numbered files in {@code db/migration} that a database has not seen yet. */
public final class Migrations {

    private static final Pattern URL =
            Pattern.compile("(jdbc:(?:clickhouse|ch)://[^/?]+)/([A-Za-z_][A-Za-z0-9_]*)(\\?.*)?");

    private Migrations() {}

    /**
     * Makes the database if there is none and brings it up to date; does nothing the second time.
     *
     * @param url {@code jdbc:clickhouse://host:8123/otklik}
     * @return how many files were run
     * @throws MigrationException if the server cannot be reached or refuses a statement
     */
    public static int run(String url, String user, String password, MigrationSettings settings) {
        Matcher parts = parts(url);
        String options = parts.group(3) == null ? "" : parts.group(3);
        String server = parts.group(1) + "/default" + options;
        createDatabase(server, user, password, parts.group(2), settings);
        FluentConfiguration configuration =
                configuration(url, user, password).placeholders(settings.placeholders());
        if (settings.cluster() != null) {
            configuration.configuration(
                    Map.of("flyway.clickhouse.clusterName", settings.cluster()));
        }
        try {
            return configuration.load().migrate().migrationsExecuted;
        } catch (FlywayException e) {
            throw new MigrationException(
                    "ClickHouse at %s refused a migration: %s"
                            .formatted(parts.group(1), firstLine(e)),
                    e);
        }
    }

    /**
     * Looks how far a database is behind; changes nothing.
     *
     * @param url of a database that stands
     * @return how many files {@link #run} would run
     * @throws MigrationException if the server cannot be reached
     */
    public static int pending(String url, String user, String password) {
        Matcher parts = parts(url);
        try {
            return configuration(url, user, password).load().info().pending().length;
        } catch (FlywayException e) {
            throw new MigrationException(
                    "ClickHouse at %s does not say which migrations it had: %s"
                            .formatted(parts.group(1), firstLine(e)),
                    e);
        }
    }

    private static Matcher parts(String url) {
        Matcher parts = URL.matcher(url);
        if (!parts.matches()) {
            throw new MigrationException(
                    "Give the address as jdbc:clickhouse://host:port/database, not " + url + ".",
                    null);
        }
        return parts;
    }

    private static FluentConfiguration configuration(String url, String user, String password) {
        return Flyway.configure(Migrations.class.getClassLoader())
                .dataSource(url, user, password)
                .locations("classpath:db/migration")
                .loggers("slf4j")
                .validateMigrationNaming(true);
    }

    private static void createDatabase(
            String server, String user, String password, String name, MigrationSettings settings) {
        Properties login = new Properties();
        login.setProperty("user", user);
        login.setProperty("password", password);
        try (Connection connection = DriverManager.getConnection(server, login);
                Statement statement = connection.createStatement()) {
            // Where the database stands already, the user need not have the right to make one.
            try (ResultSet found = statement.executeQuery("EXISTS DATABASE " + name)) {
                if (found.next() && found.getInt(1) == 1) {
                    return;
                }
            }
            statement.execute("CREATE DATABASE IF NOT EXISTS " + name + " " + settings.onCluster());
        } catch (SQLException e) {
            throw new MigrationException(
                    "ClickHouse at %s cannot be used: %s Check that it runs, and user and password."
                            .formatted(server, firstLine(e)),
                    e);
        }
    }

    private static String firstLine(Exception e) {
        Throwable cause = e;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        String text = String.valueOf(cause.getMessage()).strip();
        int line = text.indexOf('\n');
        return line < 0 ? text : text.substring(0, line);
    }

    /** Tells in one sentence what the server or the address is wanting. */
    public static final class MigrationException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        MigrationException(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
