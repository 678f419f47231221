package io.otklik.connectors.platform;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;

/**
 * Replaces a person's platform id by a keyed hash: {@code vk:12345} by {@code p:} and 22 url-safe
 * Base64 characters (the first 128 bits of HMAC-SHA256). Equal ids under one key give equal
 * pseudonyms, in every job and in the registry's import; without the key nobody gets back. Safe for
 * use by several threads.
 */
public final class Pseudonymizer {

    /** Environment variable that holds the key as text. */
    public static final String KEY_VARIABLE = "OTKLIK_AUTHOR_KEY";

    /** Environment variable that names a file with the key. */
    public static final String KEY_FILE_VARIABLE = "OTKLIK_AUTHOR_KEY_FILE";

    private static final int SHORTEST_KEY = 16;
    private static final int HASH_BYTES = 16;
    private static final int PSEUDONYM_LENGTH = 24;
    private static final String MARK = "p:";

    /** A power of two; about 20 MB when full of ids. */
    private static final int CACHED = 1 << 16;

    private final Mac mac;
    private final Entry[] cache = new Entry[CACHED];

    /**
     * @param key at least 16 bytes
     * @throws IllegalArgumentException if the key is shorter
     */
    public Pseudonymizer(byte[] key) {
        if (key.length < SHORTEST_KEY) {
            throw new IllegalArgumentException(
                    "The key for author ids has %d bytes; give at least %d, for example by: openssl rand -hex 32"
                            .formatted(key.length, SHORTEST_KEY));
        }
        try {
            mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, mac.getAlgorithm()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java has no HmacSHA256.", e);
        }
    }

    /**
     * Takes the key from {@value #KEY_VARIABLE} or from the file that {@value #KEY_FILE_VARIABLE}
     * names; white space around it does not count.
     *
     * @throws IllegalArgumentException if neither or both are set, the file cannot be read or the
     *     key is too short
     */
    public static Pseudonymizer fromEnvironment(Map<String, String> environment) {
        String key = environment.getOrDefault(KEY_VARIABLE, "");
        String file = environment.getOrDefault(KEY_FILE_VARIABLE, "");
        if (key.isBlank() == file.isBlank()) {
            throw new IllegalArgumentException(
                    key.isBlank()
                            ? "No key for author ids: set %s, or %s to a file that holds it."
                                    .formatted(KEY_VARIABLE, KEY_FILE_VARIABLE)
                            : "Both %s and %s are set: unset one of them."
                                    .formatted(KEY_VARIABLE, KEY_FILE_VARIABLE));
        }
        return new Pseudonymizer(
                (key.isBlank() ? content(file) : key).strip().getBytes(StandardCharsets.UTF_8));
    }

    private static String content(String file) {
        try {
            return Files.readString(Path.of(file));
        } catch (IOException | RuntimeException e) {
            throw new IllegalArgumentException(
                    "Cannot read the key for author ids from %s, the file that %s names (%s)."
                            .formatted(file, KEY_FILE_VARIABLE, e.getClass().getSimpleName()),
                    e);
        }
    }

    /** The pseudonym of a plain id such as {@code vk:12345}. */
    public String pseudonym(String plainId) {
        int slot = plainId.hashCode() * 0x9E3779B1 >>> 16;
        // Entries are immutable, so a race costs a second hash and nothing else.
        Entry entry = cache[slot];
        if (entry == null || !entry.plainId.equals(plainId)) {
            entry = new Entry(plainId, hash(plainId));
            cache[slot] = entry;
        }
        return entry.pseudonym;
    }

    /** Whether an id has the form of a pseudonym. */
    public static boolean isPseudonym(String id) {
        if (id.length() != PSEUDONYM_LENGTH || !id.startsWith(MARK)) {
            return false;
        }
        for (int i = MARK.length(); i < PSEUDONYM_LENGTH; i++) {
            char c = id.charAt(i);
            boolean base64 =
                    c >= 'a' && c <= 'z'
                            || c >= 'A' && c <= 'Z'
                            || c >= '0' && c <= '9'
                            || c == '-'
                            || c == '_';
            if (!base64) {
                return false;
            }
        }
        return true;
    }

    private String hash(String plainId) {
        byte[] digest;
        synchronized (mac) {
            digest = mac.doFinal(plainId.getBytes(StandardCharsets.UTF_8));
        }
        return MARK
                + Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(Arrays.copyOf(digest, HASH_BYTES));
    }

    private record Entry(String plainId, String pseudonym) {}
}
