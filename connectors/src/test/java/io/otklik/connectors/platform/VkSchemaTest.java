package io.otklik.connectors.platform;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.otklik.connectors.platform.GoldenPayloads.Golden;
import io.otklik.schemas.Json;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

/** The project's VK payloads against VK's own schema, where that lies beside the project. */
class VkSchemaTest {

    private final Path folder = SharedData.folder().resolve("payloads/vk/schema");

    @BeforeEach
    void skipWhereItIsAbsent() {
        assumeThat(folder).as("VK's schema").isDirectory();
    }

    @Test
    void goldenEventsAreAsVkDescribesThem() throws Exception {
        Map<String, String> definitions =
                Map.of(
                        "wall_post_new", "wall/wall_wallpost_full",
                        "wall_repost", "wall/wall_wallpost_full",
                        "wall_reply_new", "wall/wall_wall_comment",
                        "wall_reply_edit", "wall/wall_wall_comment",
                        "wall_reply_restore", "wall/wall_wall_comment",
                        "like_add", "callback/callback_like_add_remove",
                        "like_remove", "callback/callback_like_add_remove");
        Set<String> checked = new HashSet<>();
        for (Golden golden : GoldenPayloads.all()) {
            String definition = definitions.get(golden.payload().path("type").asText());
            if (golden.format().equals("vk") && definition != null) {
                check(golden.name(), definition, golden.payload().get("object"));
                checked.add(golden.payload().get("type").asText());
            }
        }
        assertThat(checked).isEqualTo(definitions.keySet());
    }

    @Test
    void aBrokenEventIsNotAsVkDescribesIt() throws Exception {
        ObjectNode comment = Json.MAPPER.createObjectNode().put("id", "8").put("text", 5);

        assertThat(schema("wall/wall_wall_comment").validate(comment)).hasSizeGreaterThan(1);
    }

    @Test
    void everyDocumentedEventIsReadOrIgnoredByName() throws Exception {
        JsonNode types = definition("callback", "callback_type").get("enum");
        assertThat(types.size()).isGreaterThan(40);
        for (JsonNode type : types) {
            byte[] payload = ("{\"type\":" + type + ",\"group_id\":1,\"object\":{}}").getBytes();
            assertThat(GoldenPayloads.parse(GoldenPayloads.parser("vk"), payload))
                    .singleElement()
                    .extracting(event -> event.rejection().reason().name())
                    .as(type.asText())
                    .isNotEqualTo("UNKNOWN_EVENT");
        }
    }

    private void check(String name, String definition, JsonNode object) throws Exception {
        assertThat(schema(definition).validate(object)).as(name).isEmpty();
    }

    private JsonSchema schema(String definition) throws Exception {
        String[] parts = definition.split("/");
        JsonNode inlined = inline(definition(parts[0], parts[1]), 0);
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7).getSchema(inlined);
    }

    private JsonNode definition(String file, String name) throws Exception {
        return Json.MAPPER
                .readTree(folder.resolve(file).resolve("objects.json").toFile())
                .path("definitions")
                .path(name)
                .deepCopy();
    }

    /**
     * VK marks a required member at the member, which draft 7 does not know, and refers to files of
     * which some are absent: both are put right, the absent ones allow anything.
     */
    private JsonNode inline(JsonNode schema, int depth) throws Exception {
        if (schema instanceof ArrayNode array) {
            ArrayNode inlined = Json.MAPPER.createArrayNode();
            for (JsonNode element : array) {
                inlined.add(inline(element, depth));
            }
            return inlined;
        }
        if (!(schema instanceof ObjectNode object)) {
            return schema;
        }
        ObjectNode inlined = Json.MAPPER.createObjectNode();
        JsonNode reference = object.get("$ref");
        if (reference != null && reference.isTextual()) {
            String[] parts = reference.asText().split("/");
            boolean known =
                    depth < 4 && Files.exists(folder.resolve(parts[1]).resolve("objects.json"));
            return known
                    ? inline(definition(parts[1], parts[parts.length - 1]), depth + 1)
                    : inlined;
        }
        for (Iterator<Map.Entry<String, JsonNode>> it = object.fields(); it.hasNext(); ) {
            Map.Entry<String, JsonNode> member = it.next();
            if (!member.getKey().equals("required") || !member.getValue().isBoolean()) {
                inlined.set(member.getKey(), inline(member.getValue(), depth));
            }
        }
        List<String> required = new ArrayList<>();
        if (object.get("properties") instanceof ObjectNode properties) {
            properties
                    .fields()
                    .forEachRemaining(
                            member -> {
                                if (member.getValue().path("required").asBoolean()) {
                                    required.add(member.getKey());
                                }
                            });
        }
        if (!required.isEmpty()) {
            ArrayNode names = inlined.putArray("required");
            required.forEach(names::add);
        }
        return inlined;
    }
}
