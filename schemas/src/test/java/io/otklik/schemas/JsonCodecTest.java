package io.otklik.schemas;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** What is no record is refused with its reason; what is one can always be written again. */
class JsonCodecTest {

    private static final JsonCodec<Message> CODEC = JsonCodec.of(Message.class);
    private static final String TEXT = "\"text\":\"вода\"";
    private static final String GOOD =
            """
            {"messageId":"vk:-1_2","platform":"VK","type":"POST","communityId":"vk:-1",\
            "threadId":"vk:-1_2","authorId":"a","authorKind":"PERSON","text":"вода",\
            "attachments":[],"publishedAt":"2026-01-01T00:00:00.000Z",\
            "observedAt":"2026-01-01T00:00:00.000Z","change":"CREATED"}""";

    static Stream<Arguments> faults() {
        return Stream.of(
                fault(DeadLetterReason.EMPTY, "", "The record is empty."),
                fault(DeadLetterReason.EMPTY, " \n\t", "The record is empty."),
                fault(DeadLetterReason.EMPTY, "null", "The record is JSON null."),
                fault(DeadLetterReason.INVALID_JSON, "hello", "Unrecognized token, at byte 5."),
                fault(DeadLetterReason.INVALID_JSON, "привет", "The record is not JSON."),
                fault(
                        DeadLetterReason.INVALID_JSON,
                        GOOD.substring(0, 40),
                        "Unexpected end-of-input"),
                fault(DeadLetterReason.INVALID_JSON, GOOD + "{}", "More follows after the end"),
                fault(DeadLetterReason.INVALID_JSON, GOOD + "x", "Unrecognized token"),
                fault(DeadLetterReason.INVALID_JSON, with("\"text\":NaN"), "Non-standard token"),
                fault(DeadLetterReason.INVALID_JSON, with("\"text\":\"\\x\""), "character escape"),
                fault(DeadLetterReason.WRONG_TYPE, "[" + GOOD + "]", "Field (root) is not an"),
                fault(DeadLetterReason.WRONG_TYPE, "\"text\"", "Field (root) is not an object."),
                fault(DeadLetterReason.WRONG_TYPE, with("\"text\":true"), "Field text is not a"),
                fault(DeadLetterReason.WRONG_TYPE, with("\"text\":{}"), "Field text is not a text"),
                fault(
                        DeadLetterReason.TOO_DEEP,
                        with(TEXT + ",\"x\":" + "[".repeat(200) + "]".repeat(200)),
                        "nested too deep"),
                fault(
                        DeadLetterReason.TOO_LARGE,
                        with("\"text\":\"" + "ы".repeat(1_000_001) + "\""),
                        "too large"),
                fault(
                        DeadLetterReason.TOO_LARGE,
                        with(TEXT + ",\"" + "n".repeat(1_500) + "\":1"),
                        "too large"),
                fault(
                        DeadLetterReason.TOO_LARGE,
                        with(TEXT + ",\"n\":" + "9".repeat(200)),
                        "too large"));
    }

    @ParameterizedTest(name = "{index} {0}: {2}")
    @MethodSource("faults")
    void faultHasItsReasonAndSentence(DeadLetterReason reason, String payload, String sentence) {
        MalformedPayloadException fault = fault(payload.getBytes(StandardCharsets.UTF_8));

        assertThat(fault.reason()).isEqualTo(reason);
        assertThat(fault.detail()).contains(sentence).endsWith(".");
    }

    @Test
    void sentenceQuotesNothingOfThePayload() {
        String payload = "Звоните 89001234567 Ивану";

        assertThat(fault(payload.getBytes(StandardCharsets.UTF_8)).detail())
                .doesNotContain("Звоните")
                .doesNotContain("8900");
    }

    @Test
    void bytesThatAreNoUtf8AreToldApart() {
        byte[] windows1251 = GOOD.getBytes(Charset.forName("windows-1251"));
        byte[] first = GOOD.getBytes(StandardCharsets.UTF_8);
        first[0] = (byte) 0xFE;

        assertThat(List.of(fault(windows1251).reason(), fault(first).reason()))
                .containsOnly(DeadLetterReason.INVALID_UTF8);
        assertThat(fault(GOOD.getBytes(StandardCharsets.UTF_16)).reason())
                .isEqualTo(DeadLetterReason.INVALID_UTF8);
    }

    @Test
    void unknownFieldIsIgnored() throws Exception {
        assertThat(decode(with(TEXT + ",\"later\":{\"a\":[1,null]}"))).isEqualTo(decode(GOOD));
    }

    @Test
    void otherOffsetIsReadAsTheSameInstant() throws Exception {
        String moscow = GOOD.replace("2026-01-01T00:00:00.000Z", "2026-01-01T03:00:00+03:00");

        assertThat(decode(moscow)).isEqualTo(decode(GOOD));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "+12345-01-01T00:00:00Z",
                "-0001-01-01T00:00:00Z",
                "0000-01-01T00:00:00+18:00",
                "9999-12-31T23:00:00-18:00"
            })
    void timeThatCouldNotBeWrittenIsNotReadEither(String time) {
        String payload =
                GOOD.replace(
                        "\"publishedAt\":\"2026-01-01T00:00:00.000Z", "\"publishedAt\":\"" + time);

        assertThat(fault(payload.getBytes(StandardCharsets.UTF_8)).detail())
                .startsWith("Field publishedAt is not a time");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\uD83D", "a\uD83Db", "\uDE00", "\uDE00\uD83D", "\u0000", "\u2028"})
    void anyTextSurvivesEvenHalfAnEmoji(String text) throws Exception {
        Message message =
                new Message(
                        "vk:-1_2",
                        Platform.VK,
                        MessageType.POST,
                        "vk:-1",
                        "vk:-1_2",
                        null,
                        null,
                        "a",
                        AuthorKind.PERSON,
                        text,
                        List.of(text),
                        null,
                        Instant.EPOCH,
                        null,
                        Instant.EPOCH,
                        Change.CREATED);

        assertThat(CODEC.decode(CODEC.encode(message))).isEqualTo(message);
    }

    private static Arguments fault(DeadLetterReason reason, String payload, String sentence) {
        return Arguments.of(reason, payload, sentence);
    }

    private static String with(String text) {
        return GOOD.replace(TEXT, text);
    }

    private static Message decode(String payload) throws MalformedPayloadException {
        return CODEC.decode(payload.getBytes(StandardCharsets.UTF_8));
    }

    private static MalformedPayloadException fault(byte[] payload) {
        return catchThrowableOfType(MalformedPayloadException.class, () -> CODEC.decode(payload));
    }
}
