package io.otklik.connectors.platform;

import io.otklik.schemas.DeadLetter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.charset.StandardCharsets;

import static org.assertj.core.api.Assertions.assertThat;

class PayloadRedactorTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"from_id\": 700001, \"id\": 7} | {\"from_id\": \"…\", \"id\": 7}",
                "{\"from_id\":\"700001\"} | {\"from_id\":\"…\"}",
                "{\"from_id\":-456,\"owner_id\":-1} | {\"from_id\":-456,\"owner_id\":-1}",
                "{\"owner_id\":700001} | {\"owner_id\":\"…\"}",
                "{\"secret\":\"a\\\"b,c\",\"id\":1} | {\"secret\":\"…\",\"id\":1}",
                "{\"secret\":\"callb | {\"secret\":\"…\"",
                "{secret: callback} | {secret: \"…\"}",
                "ret\":\"x\",\"user_id\":70000 | ret\":\"x\",\"user_id\":\"…\"",
                "{\"authorId\":\"ok:7001\"} | {\"authorId\":\"…\"}",
                "{\"authorId\":\"p:abc\"} | {\"authorId\":\"p:abc\"}",
                "{\"text\":\"a, \"from_id\":700001} | {\"text\":\"a, \"from_id\":\"…\"}",
                "{\"text\":\"тел 89001234567\" | {\"text\":\"тел [телефон]\"",
                "{\"text\":\"\\u0442\\u0435\\u043b89001234567\"} | {\"text\":\"тел[телефон]\"}",
                "{\"text\":\"8900\\u00001234567\"} | {\"text\":\"[телефон]\"}",
                "{\"text\":\"\\u0022,\"} | {\"text\":\"\\u0022,\"}"
            })
    void masksByPattern(String payload, String redacted) {
        assertThat(redact(payload)).isEqualTo(redacted);
    }

    @Test
    void masksEverythingAboutAPerson() {
        assertThat(
                        redact(
                                "{\"from\":{\"id\":5,\"first_name\":\"Анна}\",\"a\":{\"b\":1}},\"date\":3,"
                                        + "\"chat\":{\"id\":5,\"type\":\"private\"},"
                                        + "\"sender_chat\":{\"id\":-5,\"title\":\"Т\"},"
                                        + "\"profiles\":[{\"id\":1,\"last_name\":\"П\"}],"
                                        + "\"user\":{\"id\":9,\"first_na"))
                .isEqualTo(
                        "{\"from\":\"…\",\"date\":3,\"chat\":\"…\","
                                + "\"sender_chat\":{\"id\":-5,\"title\":\"Т\"},"
                                + "\"profiles\":\"…\",\"user\":\"…\"");
    }

    @Test
    void keepsAGroupsChat() {
        String payload = "{\"chat\":{\"id\":-5,\"type\":\"supergroup\"}}";

        assertThat(redact(payload)).isEqualTo(payload);
    }

    @Test
    void replacesWhatIsNoUtf8() {
        byte[] payload = {'{', (byte) 0xC0, (byte) 0x80, 'a', (byte) 0xD0};

        assertThat(PayloadRedactor.redact(payload, 0, payload.length))
                .isEqualTo("{\uFFFD\uFFFDa\uFFFD");
    }

    @Test
    void cutsOnTheBorderOfACharacter() {
        String payload = "x" + "😀".repeat(DeadLetter.PAYLOAD_LIMIT);

        byte[] redacted = redact(payload).getBytes(StandardCharsets.UTF_8);

        assertThat(redacted).hasSize(DeadLetter.PAYLOAD_LIMIT - 3);
        assertThat(Utf8.firstInvalid(redacted)).isEqualTo(-1);
    }

    private static String redact(String payload) {
        byte[] bytes = payload.getBytes(StandardCharsets.UTF_8);
        return PayloadRedactor.redact(bytes, 0, bytes.length);
    }
}
