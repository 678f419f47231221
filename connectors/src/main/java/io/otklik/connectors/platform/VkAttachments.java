package io.otklik.connectors.platform;

import java.util.Set;

/** The kinds of a VK item's attachments; one that names none of VK's form counts as other. */
final class VkAttachments {

    private static final int LONGEST_KIND = 40;
    private static final String OTHER = "other";

    private VkAttachments() {}

    static void collect(JsonObject item, Set<String> kinds) {
        if (!(item.get("attachments") instanceof JsonArray attachments)) {
            return;
        }
        for (Object attachment : attachments.values()) {
            boolean named =
                    attachment instanceof JsonObject object
                            && object.get("type") instanceof String type
                            && isKind(type);
            kinds.add(named ? (String) ((JsonObject) attachment).get("type") : OTHER);
        }
    }

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
