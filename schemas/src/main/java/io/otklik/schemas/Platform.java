package io.otklik.schemas;

import java.util.Locale;

/** A social network or messenger whose official pages are watched. */
public enum Platform {
    VK,
    OK,
    TELEGRAM,
    MAX;

    /** The platform's part of an id, as in {@code vk:-143_58908}. */
    public String prefix() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** An id of this platform: {@code prefix:local}. */
    public String id(String local) {
        return prefix() + ':' + local;
    }
}
