package io.otklik.local.flink;

import io.otklik.local.Home;
import io.otklik.local.Part;
import io.otklik.local.StackFolder;
import io.otklik.local.StackSettings;
import io.otklik.local.process.Command;
import io.otklik.local.process.LogConfiguration;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The commands that start JobManager and TaskManager. */
public final class FlinkProcess {

    private static final String MODULE = "deploy/local/flink";

    /** What Flink's own {@code config.yaml} gives every process on Java 17. */
    private static final List<String> EXPORTS =
            List.of(
                    "java.base/sun.net.util",
                    "java.rmi/sun.rmi.registry",
                    "jdk.compiler/com.sun.tools.javac.api",
                    "jdk.compiler/com.sun.tools.javac.file",
                    "jdk.compiler/com.sun.tools.javac.parser",
                    "jdk.compiler/com.sun.tools.javac.tree",
                    "jdk.compiler/com.sun.tools.javac.util",
                    "java.security.jgss/sun.security.krb5");

    private static final List<String> OPENS =
            List.of(
                    "java.lang",
                    "java.net",
                    "java.io",
                    "java.nio",
                    "sun.nio.ch",
                    "java.lang.reflect",
                    "java.text",
                    "java.time",
                    "java.util",
                    "java.util.concurrent",
                    "java.util.concurrent.atomic",
                    "java.util.concurrent.locks");

    private FlinkProcess() {}

    /** Writes {@code config.yaml} and gives the command of the JobManager and the web page. */
    public static Command jobManager(Home home, StackFolder folder, StackSettings settings)
            throws IOException {
        List<String> options =
                List.of(
                        "-Xms128m",
                        "-Xmx512m",
                        "-XX:MaxMetaspaceSize=256m",
                        "-XX:MaxDirectMemorySize=128m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1");
        return command(
                home,
                folder,
                settings,
                Part.JOBMANAGER,
                options,
                "org.apache.flink.runtime.entrypoint.StandaloneSessionClusterEntrypoint",
                List.of("--executionMode", "cluster"));
    }

    /** Writes {@code config.yaml} and gives the command of the TaskManager. */
    public static Command taskManager(Home home, StackFolder folder, StackSettings settings)
            throws IOException {
        List<String> options =
                List.of(
                        // As Flink starts it on a cluster: a heap that grows is collected whole
                        // each time before it does. What is not needed yet takes no memory.
                        "-Xms" + FlinkConfiguration.TASK_MANAGER_HEAP + "m",
                        "-Xmx" + FlinkConfiguration.TASK_MANAGER_HEAP + "m",
                        // So does metaspace, three times in a job's first minute.
                        "-XX:MetaspaceSize=128m",
                        "-XX:MaxMetaspaceSize=256m",
                        "-XX:MaxDirectMemorySize=" + FlinkConfiguration.TASK_MANAGER_DIRECT + "m",
                        "-XX:+UseParallelGC");
        return command(
                home,
                folder,
                settings,
                Part.TASKMANAGER,
                options,
                "org.apache.flink.runtime.taskexecutor.TaskManagerRunner",
                List.of());
    }

    private static Command command(
            Home home,
            StackFolder folder,
            StackSettings settings,
            Part part,
            List<String> memory,
            String mainClass,
            List<String> arguments)
            throws IOException {
        Path configuration = folder.configuration(part);
        for (Path needed :
                List.of(
                        configuration,
                        folder.checkpoints(),
                        folder.flinkFiles("tmp"),
                        folder.flinkFiles("upload"))) {
            Files.createDirectories(needed);
        }
        Files.writeString(
                configuration.resolve("config.yaml"), FlinkConfiguration.yaml(folder, settings));
        List<String> options = new ArrayList<>(memory);
        options.add("-XX:+ExitOnOutOfMemoryError");
        options.add("-Djava.awt.headless=true");
        EXPORTS.forEach(name -> options.add("--add-exports=" + name + "=ALL-UNNAMED"));
        OPENS.forEach(name -> options.add("--add-opens=java.base/" + name + "=ALL-UNNAMED"));
        options.addAll(LogConfiguration.write(configuration, folder.log(part)));
        List<String> words = new ArrayList<>(List.of("--configDir", configuration.toString()));
        words.addAll(arguments);
        return Command.java(
                options,
                String.join(
                        File.pathSeparator,
                        Home.codeSource(FlinkProcess.class),
                        home.classPath(MODULE),
                        folder.clusterJobs().toString()),
                mainClass,
                words,
                Map.of("OTKLIK_AUTHOR_KEY_FILE", folder.authorKey().toString()));
    }
}
