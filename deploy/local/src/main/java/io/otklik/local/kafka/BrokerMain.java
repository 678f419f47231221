package io.otklik.local.kafka;

import kafka.Kafka;
import kafka.tools.StorageTool;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Main class of the broker's process: formats the storage on its first start, then runs {@link
 * Kafka} as it is.
 *
 * <p>Arguments: the file {@code server.properties}, the storage folder, and optionally {@code
 * --with-parent}: the broker ends with the process that started it, however that ends.
 */
public final class BrokerMain {

    /** A local node needs no cluster id of its own: 16 zero bytes but the last, in base64. */
    static final String CLUSTER_ID = "AAAAAAAAAAAAAAAAAAAAAQ";

    private BrokerMain() {}

    public static void main(String[] arguments) throws IOException {
        String properties = arguments[0];
        if (arguments.length > 2 && arguments[2].equals("--with-parent")) {
            ProcessHandle.current()
                    .parent()
                    .ifPresent(p -> p.onExit().thenRun(() -> Runtime.getRuntime().halt(0)));
        }
        if (!isFormatted(Path.of(arguments[1]))) {
            String[] format = {"format", "--cluster-id", CLUSTER_ID, "--config", properties};
            int code = StorageTool.execute(format, System.out);
            if (code != 0) {
                System.exit(code);
            }
        }
        Kafka.main(new String[] {properties});
    }

    /**
     * Whether the storage was formatted. What a format that was killed left behind is removed: the
     * next one would refuse it.
     */
    static boolean isFormatted(Path storage) throws IOException {
        Path identity = storage.resolve("meta.properties");
        boolean complete =
                Files.exists(storage.resolve("bootstrap.checkpoint"))
                        || Files.exists(storage.resolve("__cluster_metadata-0"));
        if (!complete) {
            Files.deleteIfExists(identity);
        }
        return Files.exists(identity);
    }
}
