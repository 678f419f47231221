package io.otklik.cli.rating;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a page's scorecard gives points for, by its name in views and files. */
final class Components {

    private static final Map<String, String> ALL = new LinkedHashMap<>();

    static {
        ALL.put("connected", "подключение");
        ALL.put("state_mark", "госметка");
        ALL.put("avatar", "аватар");
        ALL.put("description", "описание");
        ALL.put("cover", "обложка");
        ALL.put("widgets", "виджеты");
        ALL.put("posts_week", "записи за неделю");
        ALL.put("reach_week_share", "охват за неделю");
        ALL.put("post_reach_share", "охват записи");
    }

    private Components() {}

    /** Names as people say them, in the order in which they are told. */
    static Map<String, String> all() {
        return Collections.unmodifiableMap(ALL);
    }
}
