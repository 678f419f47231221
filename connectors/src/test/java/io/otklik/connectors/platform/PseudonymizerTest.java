package io.otklik.connectors.platform;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class PseudonymizerTest {

    private static final String KEY = "0123456789abcdef";

    private final Pseudonymizer pseudonymizer = new Pseudonymizer(bytes(KEY));

    @Test
    void isTheFirstHalfOfTheKeyedHash() throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(bytes(KEY), "HmacSHA256"));
        byte[] half = Arrays.copyOf(mac.doFinal(bytes("vk:12345")), 16);

        assertThat(pseudonymizer.pseudonym("vk:12345"))
                .isEqualTo("p:" + Base64.getUrlEncoder().withoutPadding().encodeToString(half))
                .hasSize(24);
    }

    @Test
    void manyIdsGiveManyPseudonymsWhateverTheCacheForgets() {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < 200_000; i++) {
            seen.add(pseudonymizer.pseudonym("vk:" + i));
        }
        assertThat(seen).hasSize(200_000).allMatch(Pseudonymizer::isPseudonym);
        assertThat(seen).contains(pseudonymizer.pseudonym("vk:7"));
    }

    @Test
    void anotherKeyGivesAnotherPseudonym() {
        Pseudonymizer other = new Pseudonymizer(bytes(KEY + "x"));

        assertThat(other.pseudonym("vk:1")).isNotEqualTo(pseudonymizer.pseudonym("vk:1"));
    }

    @Test
    void knowsItsOwnForm() {
        assertThat(Pseudonymizer.isPseudonym(pseudonymizer.pseudonym("ok:1"))).isTrue();
        assertThat(Pseudonymizer.isPseudonym("vk:12345")).isFalse();
        assertThat(Pseudonymizer.isPseudonym("p:short")).isFalse();
        assertThat(Pseudonymizer.isPseudonym("p:+79000000000000000000000")).isFalse();
    }

    @Test
    void takesTheKeyFromTheEnvironmentOrAFile(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("key"), KEY + "\n");

        assertThat(
                        Pseudonymizer.fromEnvironment(Map.of(Pseudonymizer.KEY_VARIABLE, KEY))
                                .pseudonym("vk:1"))
                .isEqualTo(pseudonymizer.pseudonym("vk:1"))
                .isEqualTo(
                        Pseudonymizer.fromEnvironment(
                                        Map.of(Pseudonymizer.KEY_FILE_VARIABLE, file.toString()))
                                .pseudonym("vk:1"));
    }

    @Test
    void saysWhatToDoWithoutTheKey(@TempDir Path folder) {
        assertThatThrownBy(() -> Pseudonymizer.fromEnvironment(Map.of()))
                .hasMessage(
                        "No key for author ids: set OTKLIK_AUTHOR_KEY, or OTKLIK_AUTHOR_KEY_FILE to"
                                + " a file that holds it.");
        assertThatThrownBy(
                        () ->
                                Pseudonymizer.fromEnvironment(
                                        Map.of(
                                                Pseudonymizer.KEY_VARIABLE,
                                                KEY,
                                                Pseudonymizer.KEY_FILE_VARIABLE,
                                                "f")))
                .hasMessageContaining("unset one of them");
        String missing = folder.resolve("none").toString();
        assertThatThrownBy(
                        () ->
                                Pseudonymizer.fromEnvironment(
                                        Map.of(Pseudonymizer.KEY_FILE_VARIABLE, missing)))
                .hasMessageContaining(missing)
                .hasMessageContaining("NoSuchFileException");
    }

    @Test
    void refusesAShortKeyWithoutShowingIt() {
        assertThatThrownBy(
                        () ->
                                Pseudonymizer.fromEnvironment(
                                        Map.of(Pseudonymizer.KEY_VARIABLE, "hushhush")))
                .hasMessageContaining("has 8 bytes; give at least 16")
                .hasMessageNotContaining("hushhush");
        assertThat(pseudonymizer.toString()).doesNotContain(KEY);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
