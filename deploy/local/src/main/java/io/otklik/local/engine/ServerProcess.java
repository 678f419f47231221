package io.otklik.local.engine;

import io.otklik.local.Part;
import io.otklik.local.StackFolder;
import io.otklik.local.StackSettings;
import io.otklik.local.process.Command;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The command that starts the ClickHouse server of the PATH, with a configuration of its own. */
public final class ServerProcess {

    private ServerProcess() {}

    /** The program {@code clickhouse}, if the PATH has one. */
    public static Optional<Path> onPath() {
        return onPath(System.getenv().getOrDefault("PATH", ""));
    }

    static Optional<Path> onPath(String path) {
        return List.of(path.split(File.pathSeparator)).stream()
                .filter(folder -> !folder.isEmpty())
                .map(folder -> Path.of(folder, "clickhouse"))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** Writes {@code config.xml} and gives the command of the server. */
    public static Command command(Path program, StackFolder folder, StackSettings settings)
            throws IOException {
        Path configuration = folder.configuration(Part.CLICKHOUSE);
        Path data = data(folder);
        Files.createDirectories(configuration);
        Files.createDirectories(data);
        Path file = configuration.resolve("config.xml");
        Files.writeString(file, xml(data, folder.log(Part.CLICKHOUSE), settings.clickHousePort()));
        return new Command(
                List.of(program.toString(), "server", "--config-file=" + file), Map.of());
    }

    /** A server and the library do not share files: their versions differ. */
    static Path data(StackFolder folder) {
        return folder.data(Part.CLICKHOUSE).resolveSibling("clickhouse-server");
    }

    static String xml(Path data, Path log, int port) {
        return """
        <clickhouse>
            <logger>
                <level>information</level>
                <log>%2$s</log>
                <size>10M</size>
                <count>3</count>
            </logger>
            <listen_host>127.0.0.1</listen_host>
            <http_port>%3$d</http_port>
            <path>%1$s/</path>
            <tmp_path>%1$s/tmp/</tmp_path>
            <user_files_path>%1$s/user_files/</user_files_path>
            <max_server_memory_usage>1000000000</max_server_memory_usage>
            <mark_cache_size>67108864</mark_cache_size>
            <users>
                <default>
                    <password></password>
                    <profile>default</profile>
                    <quota>default</quota>
                    <networks><ip>127.0.0.1</ip></networks>
                </default>
            </users>
            <profiles><default/></profiles>
            <quotas><default/></quotas>
        </clickhouse>
        """
                .formatted(escaped(data), escaped(log), port);
    }

    private static String escaped(Path path) {
        return path.toString().replace("&", "&amp;").replace("<", "&lt;");
    }
}
