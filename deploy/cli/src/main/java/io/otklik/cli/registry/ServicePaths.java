package io.otklik.cli.registry;

import io.otklik.schemas.Platform;

import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Paths of the platforms' own pages, and of single posts and files, which no community is at. */
final class ServicePaths {

    private static final Map<Platform, Set<String>> OWN =
            Map.of(
                    Platform.VK,
                    Set.of(
                            "al_feed.php",
                            "albums",
                            "apps",
                            "audio",
                            "audios",
                            "away.php",
                            "bookmarks",
                            "call",
                            "clips",
                            "club",
                            "communities",
                            "docs",
                            "edit",
                            "event",
                            "fave",
                            "feed",
                            "friends",
                            "games",
                            "gifts",
                            "groups",
                            "im",
                            "join",
                            "login",
                            "mail",
                            "market",
                            "menu",
                            "notifications",
                            "people",
                            "photos",
                            "public",
                            "search",
                            "services",
                            "settings",
                            "share.php",
                            "stickers",
                            "stories",
                            "video",
                            "videos",
                            "wall",
                            "write"),
                    Platform.OK,
                    Set.of(
                            "app",
                            "discussions",
                            "dk",
                            "feed",
                            "friends",
                            "game",
                            "games",
                            "gifts",
                            "group",
                            "groups",
                            "guests",
                            "help",
                            "live",
                            "login",
                            "market",
                            "messages",
                            "music",
                            "notifications",
                            "online",
                            "photos",
                            "profile",
                            "search",
                            "settings",
                            "topic",
                            "video"),
                    Platform.TELEGRAM,
                    Set.of(
                            "addemoji",
                            "addlist",
                            "addstickers",
                            "addtheme",
                            "boost",
                            "c",
                            "confirmphone",
                            "contact",
                            "invoice",
                            "joinchat",
                            "login",
                            "proxy",
                            "s",
                            "setlanguage",
                            "share",
                            "socks"),
                    Platform.MAX,
                    Set.of("c", "group", "join", "login", "search"));

    /** What VK calls a post, a file or an application of somebody. */
    private static final Pattern PART_OF_PAGE =
            Pattern.compile(
                    "(?:wall|photo|video|clip|album|albums|doc|note|page|story|audio|market)-?\\d+(?:_\\d+)*"
                            + "|(?:app|write|im)\\d+(?:_\\d+)*");

    private ServicePaths() {}

    /** Whether no community is at a path, which is in lower case. */
    static boolean contain(Platform platform, String path) {
        return OWN.get(platform).contains(path)
                || platform == Platform.VK && PART_OF_PAGE.matcher(path).matches();
    }
}
