package io.otklik.schemas;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** Records, schemas and payloads of each topic say the same. */
class JsonSchemaTest {

    static Stream<Payloads.Payload> golden() {
        return Payloads.in("golden");
    }

    static Stream<Payloads.Payload> broken() {
        return Payloads.in("broken");
    }

    @ParameterizedTest
    @MethodSource("golden")
    void goldenPayloadIsValidAndComesBackByteForByte(Payloads.Payload payload) throws Exception {
        assertThat(
                        Payloads.schema(payload.topic())
                                .validate(Payloads.PLAIN.readTree(payload.bytes())))
                .isEmpty();

        assertThat(roundTrip(Payloads.RECORDS.get(payload.topic()), payload.bytes()))
                .asString()
                .isEqualTo(new String(payload.bytes(), StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @MethodSource("broken")
    void brokenPayloadIsRefusedByBothAndTheSentenceNamesTheField(Payloads.Payload payload)
            throws Exception {
        assertThat(
                        Payloads.schema(payload.topic())
                                .validate(Payloads.PLAIN.readTree(payload.bytes())))
                .isNotEmpty();

        MalformedPayloadException fault =
                catchThrowableOfType(
                        MalformedPayloadException.class,
                        () ->
                                JsonCodec.of(Payloads.RECORDS.get(payload.topic()))
                                        .decode(payload.bytes()));

        String[] expected = payload.name().split("\\.", 2);
        assertThat(fault.reason()).hasToString(expected[0]);
        assertThat(fault.detail()).startsWith("Field ").contains(expected[1]).endsWith(".");
    }

    @Test
    void everyRecordTopicHasGoldenPayloads() {
        assertThat(golden().map(Payloads.Payload::topic).distinct())
                .containsExactlyElementsOf(Payloads.RECORDS.keySet());
    }

    @ParameterizedTest
    @EnumSource(
            names = {"RAW_.*"},
            mode = EnumSource.Mode.MATCH_NONE)
    void everyRecordTopicHasItsRecord(Topic topic) {
        assertThat(Payloads.RECORDS).containsKey(topic);
    }

    @ParameterizedTest
    @MethodSource("recordTopics")
    void schemaListsEachComponentWithItsTypeAndWhetherItIsRequired(Topic topic) throws IOException {
        assertMatches(
                Payloads.RECORDS.get(topic),
                Payloads.schema(topic).getSchemaNode(),
                Payloads.schema(topic).getSchemaNode().get("$defs"));
    }

    static Stream<Topic> recordTopics() {
        return Payloads.RECORDS.keySet().stream();
    }

    private static void assertMatches(Class<?> record, JsonNode schema, JsonNode definitions) {
        List<String> names = new ArrayList<>();
        List<String> required = new ArrayList<>();
        for (RecordComponent component : record.getRecordComponents()) {
            names.add(component.getName());
            JsonProperty property = component.getAccessor().getAnnotation(JsonProperty.class);
            // A primitive has no way to be absent: the codec refuses the record without it.
            if (component.getType().isPrimitive() || property != null && property.required()) {
                required.add(component.getName());
            }
            JsonNode described = schema.at("/properties/" + component.getName());
            assertThat(described.path("description").asText()).as(component.getName()).isNotEmpty();
            assertType(component, described, definitions);
        }
        assertThat(fields(schema.get("properties"))).containsExactlyElementsOf(names);
        assertThat(texts(schema.get("required"))).containsExactlyElementsOf(required);
    }

    private static void assertType(
            RecordComponent component, JsonNode described, JsonNode definitions) {
        Class<?> type = component.getType();
        String schemaType = described.path("type").asText();
        if (type == Instant.class) {
            assertThat(described.path("$ref").asText()).isEqualTo("#/$defs/time");
            assertThat(definitions.has("time")).isTrue();
        } else if (type.isEnum()) {
            assertThat(texts(described.get("enum")))
                    .containsExactlyElementsOf(
                            Arrays.stream(type.getEnumConstants()).map(Object::toString).toList());
        } else if (type == List.class) {
            assertThat(schemaType).isEqualTo("array");
            Class<?> element =
                    (Class<?>)
                            ((ParameterizedType) component.getGenericType())
                                    .getActualTypeArguments()[0];
            if (element.isRecord()) {
                assertMatches(element, described.get("items"), definitions);
            } else if (element == Instant.class) {
                assertThat(described.at("/items/$ref").asText()).isEqualTo("#/$defs/time");
            } else {
                assertThat(described.at("/items/type").asText())
                        .isEqualTo(
                                element == Double.class
                                        ? "number"
                                        : element == Integer.class ? "integer" : "string");
            }
        } else if (type == boolean.class || type == Boolean.class) {
            assertThat(schemaType).isEqualTo("boolean");
        } else if (type == double.class || type == Double.class) {
            assertThat(schemaType).isEqualTo("number");
        } else if (type == String.class) {
            assertThat(schemaType).isEqualTo("string");
        } else {
            assertThat(schemaType).as(component.getName()).isEqualTo("integer");
            assertThat(described.get("maximum").asLong())
                    .isEqualTo(
                            type == int.class || type == Integer.class
                                    ? Integer.MAX_VALUE
                                    : Long.MAX_VALUE);
        }
    }

    private static <T> byte[] roundTrip(Class<T> type, byte[] bytes)
            throws MalformedPayloadException {
        JsonCodec<T> codec = JsonCodec.of(type);
        return codec.encode(codec.decode(bytes));
    }

    private static List<String> fields(JsonNode node) {
        List<String> names = new ArrayList<>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(text -> texts.add(text.asText()));
        return texts;
    }
}
