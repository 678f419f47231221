package io.otklik.connectors.platform;

import java.nio.file.Files;
import java.nio.file.Path;

/** Data of others that may lie beside the project and is no part of it. */
final class SharedData {

    private SharedData() {}

    /** The folder {@code ../shared/data} as seen from the project's root, present or not. */
    static Path folder() {
        String home = System.getProperty("otklik.home");
        Path root = home == null ? Path.of("").toAbsolutePath() : Path.of(home);
        while (home == null
                && root.getParent() != null
                && !Files.isDirectory(root.resolve(".mvn"))) {
            root = root.getParent();
        }
        return root.resolve("../shared/data").normalize();
    }
}
