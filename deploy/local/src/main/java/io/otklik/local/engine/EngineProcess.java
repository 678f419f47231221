package io.otklik.local.engine;

import io.otklik.local.Home;
import io.otklik.local.Part;
import io.otklik.local.StackFolder;
import io.otklik.local.StackSettings;
import io.otklik.local.process.Command;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The command that starts the ClickHouse engine behind its HTTP interface. */
public final class EngineProcess {

    private static final String MODULE = "deploy/local/clickhouse";
    private static final String MAIN = "io.otklik.local.clickhouse.ClickHouseServer";

    private EngineProcess() {}

    public static Command command(Home home, StackFolder folder, StackSettings settings) {
        Path classes = home.root().resolve(MODULE).resolve("target").resolve("classes");
        return Command.java(
                List.of(
                        "-Xms64m",
                        "-Xmx256m",
                        "-XX:MaxDirectMemorySize=128m",
                        "-XX:+UseSerialGC",
                        "-XX:+ExitOnOutOfMemoryError",
                        "-Djava.awt.headless=true",
                        // The library is fetched once for the project, whatever --dir says.
                        "-Dotklik.home=" + home.root()),
                classes + File.pathSeparator + home.classPath(MODULE),
                MAIN,
                List.of(
                        "--data",
                        folder.data(Part.CLICKHOUSE).toString(),
                        "--port",
                        Integer.toString(settings.clickHousePort())),
                Map.of());
    }
}
