package io.otklik.local.clickhouse.engine;

import io.otklik.local.clickhouse.StartupException;

import java.util.Locale;

/**
 * The npm package that holds {@code libchdb} for one kind of machine.
 *
 * @param name the package, such as {@code @chdb/lib-linux-x64-gnu}
 * @param locked whether our lock file names it with its checksum
 */
record ChdbPackage(String name, boolean locked) {

    /** First release with streamed inserts in the library's interface. */
    static final String VERSION = "26.7.3-stable.1";

    /** The package of this machine. */
    static ChdbPackage current() {
        return of(System.getProperty("os.name"), System.getProperty("os.arch"));
    }

    static ChdbPackage of(String osName, String osArch) {
        String os = osName.toLowerCase(Locale.ROOT);
        String arch =
                switch (osArch.toLowerCase(Locale.ROOT)) {
                    case "amd64", "x86_64" -> "x64";
                    case "aarch64", "arm64" -> "arm64";
                    default -> null;
                };
        if (arch != null && os.contains("linux")) {
            return new ChdbPackage("@chdb/lib-linux-" + arch + "-gnu", arch.equals("x64"));
        }
        if (arch != null && (os.contains("mac") || os.contains("darwin"))) {
            return new ChdbPackage("@chdb/lib-darwin-" + arch, false);
        }
        throw new StartupException(
                "There is no ClickHouse library for "
                        + osName
                        + " on "
                        + osArch
                        + ": start a ClickHouse server elsewhere and give its address by"
                        + " --clickhouse-url.");
    }
}
