package io.otklik.local.clickhouse;

import io.otklik.local.clickhouse.engine.ChdbLibrary;
import io.otklik.local.clickhouse.engine.Engine;
import io.otklik.local.clickhouse.http.HttpFront;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.List;

/**
 * A local ClickHouse: the engine of libchdb behind ClickHouse's HTTP interface, as a process of its
 * own or inside a test's JVM.
 *
 * <p>The library keeps one data directory per process, so a JVM has one running server at a time.
 */
public final class ClickHouseServer implements AutoCloseable {

    private final ServerConfig config;
    private final Engine engine;
    private final HttpFront front;

    private ClickHouseServer(ServerConfig config, Engine engine, HttpFront front) {
        this.config = config;
        this.engine = engine;
        this.front = front;
    }

    /**
     * Installs the library if it is not there, opens the data and listens.
     *
     * @throws StartupException with a sentence that says what to do
     */
    public static ClickHouseServer start(ServerConfig config) {
        Path directory =
                config.library() == null ? ChdbLibrary.defaultDirectory() : config.library();
        Path library = ChdbLibrary.install(directory);
        InetSocketAddress address = address(config);
        Engine engine = Engine.start(library, config.data(), config.options());
        try {
            return new ClickHouseServer(
                    config,
                    engine,
                    HttpFront.listen(address, engine, config.user(), config.password()));
        } catch (IOException e) {
            engine.close();
            throw new StartupException(
                    "Cannot listen on "
                            + config.host()
                            + ":"
                            + config.port()
                            + " ("
                            + e.getMessage()
                            + "): stop the program that has the port, or give another by --port.");
        }
    }

    private static InetSocketAddress address(ServerConfig config) {
        try {
            return new InetSocketAddress(InetAddress.getByName(config.host()), config.port());
        } catch (UnknownHostException e) {
            throw new StartupException(
                    "There is no address "
                            + config.host()
                            + ": give one of this machine by --host.");
        }
    }

    /** The port it listens on. */
    public int port() {
        return front.port();
    }

    /** For example {@code http://127.0.0.1:8123}. */
    public String httpUrl() {
        return "http://" + config.host() + ":" + port();
    }

    /** For example {@code jdbc:clickhouse://127.0.0.1:8123/default}. */
    public String jdbcUrl() {
        return jdbcUrl("default");
    }

    /** The address of a database for the ClickHouse JDBC driver. */
    public String jdbcUrl(String database) {
        return "jdbc:clickhouse://" + config.host() + ":" + port() + "/" + database;
    }

    /** Version of the ClickHouse engine, such as {@code 26.7.2.1}. */
    public String version() {
        return engine.info().version();
    }

    /** Ends running requests, flushes and gives the data directory back. */
    @Override
    public void close() {
        front.close();
        engine.close();
    }

    /** Runs until it is stopped; prints one line when it is ready. */
    public static void main(String[] arguments) {
        List<String> given = List.of(arguments);
        if (given.contains("--help") || given.contains("-h")) {
            System.out.print(CommandLine.USAGE);
            return;
        }
        try {
            ClickHouseServer server = start(CommandLine.parse(given));
            Runtime.getRuntime().addShutdownHook(new Thread(server::close, "clickhouse-stop"));
            System.out.println(
                    "ClickHouse " + server.version() + " is ready on " + server.httpUrl());
        } catch (StartupException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }
}
