package io.otklik.local.process;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;

/** TCP ports of 127.0.0.1. */
public final class Ports {

    private static final int LOWEST = 20_000;

    /** Of Linux; others begin higher. */
    private static final int LOWEST_OUTGOING = 32_768;

    private static final int TRIES = 1_000;
    private static final Set<Integer> GIVEN = ConcurrentHashMap.newKeySet();
    private static final int LOOKS = 20;
    private static final long PAUSE_MILLIS = 100;

    private Ports() {}

    /**
     * A port that was free a moment ago. Below those that systems give to outgoing connections, so
     * that none of these takes it before its server starts; this process is given none twice.
     *
     * @throws IOException if none of a thousand was free
     */
    public static int free() throws IOException {
        for (int i = 0; i < TRIES; i++) {
            int port = ThreadLocalRandom.current().nextInt(LOWEST, LOWEST_OUTGOING);
            if (isFree(port) && GIVEN.add(port)) {
                return port;
            }
        }
        throw new IOException(
                "No free port was found between %d and %d.".formatted(LOWEST, LOWEST_OUTGOING - 1));
    }

    /** Whether a server may listen on the port now. */
    public static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            // Connections of a server that just ended linger; servers themselves ignore them too.
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress("127.0.0.1", port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** Whether a server may listen on the port now or, as after a kill, within a moment. */
    public static boolean becomesFree(int port) throws InterruptedException {
        for (int look = 0; look < LOOKS; look++) {
            if (isFree(port)) {
                return true;
            }
            Thread.sleep(PAUSE_MILLIS);
        }
        return isFree(port);
    }

    /**
     * Whether a server takes connections.
     *
     * @param address {@code host:port}
     */
    public static boolean accepts(String address) {
        int colon = address.lastIndexOf(':');
        InetSocketAddress server =
                new InetSocketAddress(
                        address.substring(0, colon),
                        Integer.parseInt(address.substring(colon + 1)));
        try (Socket socket = new Socket()) {
            socket.connect(server, 1_000);
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
