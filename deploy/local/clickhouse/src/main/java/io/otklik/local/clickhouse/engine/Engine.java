package io.otklik.local.clickhouse.engine;

import com.sun.jna.Pointer;
import io.otklik.local.clickhouse.StartupException;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * The ClickHouse engine over one data directory: one per process, for the library keeps one. A root
 * connection keeps it running between requests; at most {@value #MAX_CONNECTIONS} others run at
 * once and further ones wait.
 */
public final class Engine implements AutoCloseable {

    private static final int MAX_CONNECTIONS = 16;
    private static final int WAIT_SECONDS = 60;
    private static final int GRACE_SECONDS = 2;
    private static final int CLOSE_SECONDS = 8;

    private final Chdb chdb;
    private final DataDirectory directory;
    private final Semaphore slots = new Semaphore(MAX_CONNECTIONS, true);
    private final EngineConnection root;
    private final EngineInfo info;

    private Engine(Chdb chdb, DataDirectory directory, EngineOptions options) {
        this.chdb = chdb;
        this.directory = directory;
        List<String> arguments = new ArrayList<>(options.serverArguments(directory.path()));
        arguments.addAll(EngineOptions.connectionArguments());
        this.root = connect(arguments, () -> {});
        this.info = EngineInfo.read(root);
    }

    /**
     * Starts the engine, creating the directory if need be.
     *
     * @throws StartupException with a sentence that says what to do
     */
    public static Engine start(Path library, Path data, EngineOptions options) {
        Chdb chdb;
        try {
            chdb = Chdb.load(library);
        } catch (UnsatisfiedLinkError e) {
            throw new StartupException(
                    "Cannot load "
                            + library
                            + " ("
                            + e.getMessage()
                            + "): delete the directory"
                            + " it lies in, so that it is installed anew, and start again.");
        }
        DataDirectory directory = DataDirectory.open(data);
        try {
            return new Engine(chdb, directory, options);
        } catch (RuntimeException e) {
            directory.close();
            throw e;
        }
    }

    /** Opens a connection for one request; waits while all are in use. */
    public EngineConnection open(Session session) throws EngineException {
        try {
            if (!slots.tryAcquire(WAIT_SECONDS, TimeUnit.SECONDS)) {
                throw tooManyQueries();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw tooManyQueries();
        }
        EngineConnection connection;
        try {
            connection = connect(EngineOptions.connectionArguments(), slots::release);
        } catch (RuntimeException e) {
            slots.release();
            throw e;
        }
        try {
            session.apply(connection);
            return connection;
        } catch (EngineException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    public EngineInfo info() {
        return info;
    }

    /** Where results are written that cannot be streamed. */
    public Path spoolDirectory() {
        return directory.spool();
    }

    private EngineConnection connect(List<String> options, Runnable onClose) {
        List<String> arguments = new ArrayList<>();
        arguments.add("clickhouse");
        arguments.add("--path=" + directory.path());
        arguments.addAll(options);
        Pointer pointer = chdb.chdb_connect(arguments.size(), arguments.toArray(new String[0]));
        if (pointer == null) {
            throw new StartupException(
                    "The ClickHouse engine did not open "
                            + directory.path()
                            + "; its own reason stands above on standard error. If the data may"
                            + " go, delete the directory; else start with the version that wrote"
                            + " it.");
        }
        return new EngineConnection(chdb, pointer, onClose);
    }

    private static EngineException tooManyQueries() {
        return new EngineException(
                202,
                "TOO_MANY_SIMULTANEOUS_QUERIES",
                "Too many simultaneous queries. Maximum: " + MAX_CONNECTIONS);
    }

    /** Ends the running queries whose text holds a word of letters, digits and dashes. */
    public synchronized void killQueriesWith(String word) throws EngineException {
        root.execute(
                "KILL QUERY WHERE query LIKE '%" + word + "%' AND query_kind != 'KillQuery' ASYNC");
    }

    /** Gives running queries a moment, kills them, then flushes and stops the engine. */
    @Override
    public void close() {
        try {
            if (!slots.tryAcquire(MAX_CONNECTIONS, GRACE_SECONDS, TimeUnit.SECONDS)) {
                killQueriesWith("");
                slots.tryAcquire(MAX_CONNECTIONS, CLOSE_SECONDS, TimeUnit.SECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (EngineException e) {
            System.getLogger(Engine.class.getName())
                    .log(System.Logger.Level.WARNING, "Cannot end the running queries", e);
        }
        root.close();
        directory.close();
    }
}
