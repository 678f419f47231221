package io.otklik.local.process;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** The Log4j configuration of a part. */
public final class LogConfiguration {

    private static final String RESOURCE = "/io/otklik/local/log4j2.properties";

    private LogConfiguration() {}

    /**
     * Writes {@code log4j2.properties} into a folder.
     *
     * @param log file that the part will log to, rolled at 10 MB
     * @return JVM options that make the part use it; Flink's web page shows the same file
     */
    public static List<String> write(Path folder, Path log) throws IOException {
        Files.createDirectories(folder);
        Path file = folder.resolve("log4j2.properties");
        try (InputStream text = LogConfiguration.class.getResourceAsStream(RESOURCE)) {
            Files.copy(text, file, StandardCopyOption.REPLACE_EXISTING);
        }
        return List.of(
                "-Dlog.file=" + log.toAbsolutePath(), "-Dlog4j2.configurationFile=" + file.toUri());
    }
}
