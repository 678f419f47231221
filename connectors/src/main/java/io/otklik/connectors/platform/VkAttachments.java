package io.otklik.connectors.platform;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The kinds of a VK item's attachments; one that names none of VK's form counts as other. */
final class VkAttachments {

    private static final int LONGEST_KIND = 40;
    private static final String OTHER = "other";

    private VkAttachments() {}

    /** The kinds of the item and of the posts it quotes, each once. */
    static List<String> of(JsonObject item) {
        Object history = item.get("copy_history");
        if (history == null && !item.has("attachments")) {
            return List.of();
        }
        Set<String> kinds = new LinkedHashSet<>();
        collect(item, kinds);
        if (history instanceof JsonArray copies) {
            for (Object copy : copies.values()) {
                if (copy instanceof JsonObject original) {
                    collect(original, kinds);
                }
            }
        }
        return List.copyOf(kinds);
    }

    private static void collect(JsonObject item, Set<String> kinds) {
        if (!(item.get("attachments") instanceof JsonArray attachments)) {
            return;
        }
        for (Object value : attachments.values()) {
            boolean named =
                    value instanceof JsonObject attachment
                            && attachment.get("type") instanceof String type
                            && isKind(type);
            kinds.add(named ? (String) ((JsonObject) value).get("type") : OTHER);
        }
    }

    /** Whether a word may name a kind of attachment. */
    static boolean isKind(String kind) {
        for (int i = 0; i < kind.length(); i++) {
            char c = kind.charAt(i);
            if (!(c >= 'a' && c <= 'z' || c == '_' || Digits.is(c))) {
                return false;
            }
        }
        return !kind.isEmpty() && kind.length() <= LONGEST_KIND;
    }
}
