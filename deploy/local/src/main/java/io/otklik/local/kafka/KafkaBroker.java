package io.otklik.local.kafka;

import io.otklik.local.Home;
import io.otklik.local.process.Command;
import io.otklik.local.process.LogConfiguration;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The command that starts the local broker. */
public final class KafkaBroker {

    private static final String MODULE = "deploy/local/kafka";

    private KafkaBroker() {}

    /**
     * Writes {@code server.properties} and gives the command that runs the broker with it.
     *
     * @param configuration folder of the file
     * @param log file of the broker's log, rolled at 10 MB
     * @param withParent whether the broker ends with the process that starts it
     */
    public static Command command(
            Home home, BrokerSettings settings, Path configuration, Path log, boolean withParent)
            throws IOException {
        Files.createDirectories(configuration);
        Files.createDirectories(settings.data());
        Path properties = configuration.resolve("server.properties");
        Files.writeString(properties, settings.properties());
        String classPath =
                Home.codeSource(KafkaBroker.class) + File.pathSeparator + home.classPath(MODULE);
        List<String> arguments =
                withParent
                        ? List.of(
                                properties.toString(), settings.data().toString(), "--with-parent")
                        : List.of(properties.toString(), settings.data().toString());
        List<String> options = new ArrayList<>();
        options.add("-Xms64m");
        options.add("-Xmx384m");
        options.add("-XX:MaxDirectMemorySize=128m");
        options.add("-XX:+UseSerialGC");
        // What it does for records is the JDK's and lz4's own code; the better compiler costs more
        // than it saves.
        options.add("-XX:TieredStopAtLevel=1");
        options.add("-XX:+ExitOnOutOfMemoryError");
        options.add("-Djava.awt.headless=true");
        options.addAll(LogConfiguration.write(configuration, log));
        return Command.java(options, classPath, BrokerMain.class.getName(), arguments, Map.of());
    }
}
