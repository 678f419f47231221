package io.otklik.cli.replay;

import io.otklik.cli.CommandException;
import org.junit.jupiter.api.Test;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class JsonFileSourceTest {

    @Test
    void linesAreTakenAsTheyStand() throws IOException {
        assertThat(read("{\"a\": 1}\r\n\n  \n{\"b\":2}\nnot json\n[1,2]\nlast"))
                .containsExactly(
                        "f:1 {\"a\": 1}", "f:4 {\"b\":2}", "f:5 not json", "f:6 [1,2]", "f:7 last");
    }

    @Test
    void aBrokenFirstLineAmongLinesStaysAPayload() throws IOException {
        assertThat(read("\n{\"a\":\n{\"b\":2}\n{\"c\":3}"))
                .containsExactly("f:2 {\"a\":", "f:3 {\"b\":2}", "f:4 {\"c\":3}");
        assertThat(read("[broken\n{\"b\":2}")).containsExactly("f:1 [broken", "f:2 {\"b\":2}");
    }

    @Test
    void anIndentedObjectIsOnePayload() throws IOException {
        assertThat(read(" {\n  \"a\": [1,\n 2]\n}\n\n"))
                .containsExactly("f element 1 {\n  \"a\": [1,\n 2]\n}");
    }

    @Test
    void anArrayIsAPayloadAnElement() throws IOException {
        assertThat(read("[{\"a\": \"я\"},\n {\"b\":[1]}, 7, \"x\"]"))
                .containsExactly(
                        "f element 1 {\"a\": \"я\"}",
                        "f element 2 {\"b\":[1]}",
                        "f element 3 7",
                        "f element 4 \"x\"");
        assertThat(read("[]")).isEmpty();
    }

    @Test
    void aDocumentThatIsTooLargeIsRefusedWithWhatToDo() {
        byte[] bytes = bytes("[\n" + "  {\n    \"a\": 1\n  },\n".repeat(10_000) + "{}\n]\n");

        assertThatThrownBy(() -> new JsonFileSource("f", new ByteArrayInputStream(bytes), 500))
                .isInstanceOf(CommandException.class)
                .hasMessageContaining("f is one JSON document")
                .hasMessageContaining("jq -c");
    }

    @Test
    void manyLinesBehindABrokenOneAreNoDocument() throws IOException {
        int count = 20_000;
        byte[] bytes = bytes("{\"a\":\n" + "{\"b\":2}\n".repeat(count));
        try (JsonFileSource source =
                new JsonFileSource("f", new ByteArrayInputStream(bytes), 500)) {
            assertThat(source.next()).isEqualTo(bytes("{\"a\":"));
            for (int i = 0; i < count; i++) {
                assertThat(source.next()).isEqualTo(bytes("{\"b\":2}"));
            }
            assertThat(source.next()).isNull();
        }
    }

    @Test
    void twoDocumentsInARowAreNoDocument() throws IOException {
        assertThat(read("{\n}\n{\n}")).hasSize(4);
    }

    @Test
    void aByteOrderMarkIsNoPartOfThePayload() throws IOException {
        assertThat(read("\uFEFF{\"a\":1}\n{\"b\":2}"))
                .containsExactly("f:1 {\"a\":1}", "f:2 {\"b\":2}");
    }

    @Test
    void anEmptyFileHasNone() throws IOException {
        assertThat(read("")).isEmpty();
        assertThat(read("\n\n")).isEmpty();
    }

    @Test
    void linesLongerThanTheBufferAndBytesThatAreNoTextSurvive() throws IOException {
        byte[] bytes = new byte[200_001];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (i % 251 == '\n' ? 0xFF : i % 251);
        }
        bytes[100_000] = '\n';
        try (JsonFileSource source = new JsonFileSource("f", new ByteArrayInputStream(bytes))) {
            assertThat(source.next()).isEqualTo(Arrays.copyOf(bytes, 100_000));
            assertThat(source.next()).isEqualTo(Arrays.copyOfRange(bytes, 100_001, bytes.length));
            assertThat(source.next()).isNull();
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static List<String> read(String text) throws IOException {
        List<String> payloads = new ArrayList<>();
        try (JsonFileSource source =
                new JsonFileSource("f", new ByteArrayInputStream(bytes(text)))) {
            for (byte[] one = source.next(); one != null; one = source.next()) {
                payloads.add(source.place() + ' ' + new String(one, StandardCharsets.UTF_8));
            }
        }
        return payloads;
    }
}
