package io.otklik.local.clickhouse;

import io.otklik.local.clickhouse.engine.EngineOptions;

import java.nio.file.Path;

/**
 * Where and for whom a server runs.
 *
 * @param data directory of the data; made if need be, used by one process at a time
 * @param host address to listen on
 * @param port port to listen on; 0 picks a free one
 * @param user the one user
 * @param password its password; empty for none
 * @param library directory in which libchdb lies or is installed; null means {@code
 *     <otklik.home>/.otklik/chdb}
 * @param options how much the engine may take
 */
public record ServerConfig(
        Path data,
        String host,
        int port,
        String user,
        String password,
        Path library,
        EngineOptions options) {

    /** A server for this machine's own programs: 127.0.0.1, user {@code default}, no password. */
    public static ServerConfig local(Path data, int port) {
        return new ServerConfig(
                data, "127.0.0.1", port, "default", "", null, EngineOptions.DEFAULT);
    }

    /** The same with a user and a password. */
    public ServerConfig withUser(String name, String secret) {
        return new ServerConfig(data, host, port, name, secret, library, options);
    }

    @Override
    public String toString() {
        return "ServerConfig[data=" + data + ", host=" + host + ", port=" + port + "]";
    }
}
