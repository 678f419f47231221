package io.otklik.local.clickhouse.http;

import com.sun.net.httpserver.Headers;
import io.otklik.local.clickhouse.engine.EngineException;

import java.net.URI;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Map;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * Checks the one user of this server, given by {@code X-ClickHouse-User} and {@code
 * X-ClickHouse-Key}, basic authentication, or {@code user} and {@code password} in the URL.
 */
final class Authenticator {

    private static final String BASIC = "basic ";

    private final String user;
    private final byte[] password;

    Authenticator(String user, String password) {
        this.user = user;
        this.password = password.getBytes(UTF_8);
    }

    void check(URI uri, Headers headers) throws EngineException {
        Map<String, String> url = UrlParameters.of(uri.getRawQuery());
        String givenUser = headers.getFirst("X-ClickHouse-User");
        String givenPassword = headers.getFirst("X-ClickHouse-Key");
        String authorization = headers.getFirst("Authorization");
        if (givenUser == null
                && givenPassword == null
                && authorization != null
                && authorization.regionMatches(true, 0, BASIC, 0, BASIC.length())) {
            String pair = decode(authorization.substring(BASIC.length()).strip());
            int colon = pair.indexOf(':');
            givenUser = colon < 0 ? pair : pair.substring(0, colon);
            givenPassword = colon < 0 ? "" : pair.substring(colon + 1);
        }
        givenUser = givenUser == null ? url.getOrDefault("user", "default") : givenUser;
        givenPassword = givenPassword == null ? url.getOrDefault("password", "") : givenPassword;
        boolean right =
                MessageDigest.isEqual(user.getBytes(UTF_8), givenUser.getBytes(UTF_8))
                        & MessageDigest.isEqual(password, givenPassword.getBytes(UTF_8));
        if (!right) {
            throw new EngineException(
                    516,
                    "AUTHENTICATION_FAILED",
                    givenUser
                            + ": Authentication failed: password is incorrect, or there is no user"
                            + " with such name");
        }
    }

    private static String decode(String base64) throws EngineException {
        try {
            return new String(Base64.getDecoder().decode(base64), UTF_8);
        } catch (IllegalArgumentException e) {
            throw new EngineException(
                    516, "AUTHENTICATION_FAILED", "Invalid HTTP header `Authorization`");
        }
    }
}
