package io.otklik.connectors.platform;

import io.otklik.schemas.MalformedPayloadException;

/** The posts that a repost quotes. */
final class VkQuotes {

    private VkQuotes() {}

    /** The item's own text, then that of each quoted post, each on a line of its own. */
    static String append(JsonObject item, String text) throws MalformedPayloadException {
        JsonArray history = item.optionalArray("copy_history");
        if (history == null) {
            return text;
        }
        StringBuilder all = new StringBuilder(text);
        for (int i = 0; i < history.values().size(); i++) {
            if (!(history.values().get(i) instanceof JsonObject original)) {
                throw history.wrongElement(i, "object");
            }
            String quoted = VkWall.text(original);
            if (!quoted.isEmpty()) {
                all.append(all.length() == 0 ? "" : "\n").append(quoted);
            }
        }
        return all.toString();
    }
}
