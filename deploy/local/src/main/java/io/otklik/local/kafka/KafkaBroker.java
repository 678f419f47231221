package io.otklik.local.kafka;

import io.otklik.local.Home;
import io.otklik.local.process.JavaCommand;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
    public static JavaCommand command(
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
        return new JavaCommand(
                List.of(
                        "-Xms64m",
                        "-Xmx384m",
                        "-XX:MaxDirectMemorySize=128m",
                        "-XX:+UseSerialGC",
                        "-XX:+ExitOnOutOfMemoryError",
                        "-Djava.awt.headless=true",
                        "-Dotklik.log=" + log,
                        "-Dlog4j2.configurationFile=classpath:io/otklik/local/log4j2.properties"),
                classPath,
                BrokerMain.class.getName(),
                arguments,
                Map.of());
    }
}
