package io.otklik.local.clickhouse.engine;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The root of the clone: system property {@code otklik.home}, else the folder with {@code .mvn}.
 */
final class Home {

    private Home() {}

    static Path find() {
        String property = System.getProperty("otklik.home");
        if (property != null && !property.isBlank()) {
            return Path.of(property).toAbsolutePath();
        }
        Path start = Path.of("").toAbsolutePath();
        for (Path path = start; path != null; path = path.getParent()) {
            if (Files.isDirectory(path.resolve(".mvn"))) {
                return path;
            }
        }
        return start;
    }
}
