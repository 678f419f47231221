package io.otklik.local.kafka;

import kafka.Kafka;
import kafka.tools.StorageTool;

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

    public static void main(String[] arguments) {
        String properties = arguments[0];
        if (arguments.length > 2 && arguments[2].equals("--with-parent")) {
            ProcessHandle.current()
                    .parent()
                    .ifPresent(p -> p.onExit().thenRun(() -> Runtime.getRuntime().halt(0)));
        }
        if (!Files.exists(Path.of(arguments[1], "meta.properties"))) {
            String[] format = {"format", "--cluster-id", CLUSTER_ID, "--config", properties};
            int code = StorageTool.execute(format, System.out);
            if (code != 0) {
                System.exit(code);
            }
        }
        Kafka.main(new String[] {properties});
    }
}
