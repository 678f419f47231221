package io.otklik.cli.registry;

import io.otklik.cli.registry.RegistryLine.BadLineException;
import io.otklik.schemas.Platform;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a page is, as registers write it: an address and a number, either of which may be missing.
 *
 * @param platform null where neither tells
 * @param url with scheme; null if there is none
 * @param number the page's own id on its platform, as {@code communityId} holds it; null where only
 *     a name is given, for platforms tell numbers in what they send
 * @param name what the address calls the page, lower case; null if it tells the number
 */
record PageAddress(Platform platform, String url, String number, String name) {

    private static final Map<String, Platform> HOSTS =
            Map.of(
                    "vk.com", Platform.VK,
                    "vk.ru", Platform.VK,
                    "vkontakte.ru", Platform.VK,
                    "ok.ru", Platform.OK,
                    "odnoklassniki.ru", Platform.OK,
                    "t.me", Platform.TELEGRAM,
                    "telegram.me", Platform.TELEGRAM,
                    "max.ru", Platform.MAX);

    /** A page's number, whichever of its sections or posts the address shows. */
    private static final Map<Platform, Pattern> NUMBERED =
            Map.of(
                    Platform.VK, Pattern.compile("(?:club|public|event)(\\d+)"),
                    Platform.OK, Pattern.compile("group/?(\\d+)(?:/.*)?"),
                    Platform.TELEGRAM, Pattern.compile("c/(\\d+)(?:/\\d+)*"),
                    Platform.MAX, Pattern.compile("(-?\\d+)"));

    /** A page's name, whichever of its sections or posts the address shows. */
    private static final Map<Platform, Pattern> NAMED =
            Map.of(
                    Platform.VK, Pattern.compile("([A-Za-z0-9_.]{2,64})"),
                    Platform.OK, Pattern.compile("([A-Za-z0-9._-]{2,64})(?:/.*)?"),
                    Platform.TELEGRAM, Pattern.compile("(?:s/)?([A-Za-z0-9_]{3,40})(?:/\\d+)?"),
                    Platform.MAX, Pattern.compile("([A-Za-z0-9_./-]{2,80})"));

    /** OK's mobile pages tell the group beside the path. */
    private static final Pattern GROUP_OF_QUERY = Pattern.compile("(?:^|.*&)st\\.groupId=(\\d+).*");

    /** Whom VK and OK call so is a person, whose number may be that of somebody's community. */
    private static final Pattern PERSONS = Pattern.compile("id\\d+|profile/\\d+(?:/.*)?");

    /** What separates the addresses of one cell: marks and blanks before the next of them. */
    private static final Pattern BETWEEN =
            Pattern.compile(
                    "[;,\\s]+(?=$|https?://|(?:[a-z0-9-]+\\.)+[a-z]{2,}/)",
                    Pattern.CASE_INSENSITIVE);

    /** A number that a spreadsheet may have taken for one with decimals. */
    private static final Pattern NUMBER = Pattern.compile("(-?\\d+)(?:[.,]0+)?");

    /** The addresses that one cell holds, separated by semicolons, commas or blanks. */
    static List<String> split(String cell) {
        return BETWEEN.splitAsStream(cell).filter(one -> !one.isBlank()).toList();
    }

    /**
     * Reads what a line says.
     *
     * @param platform as another column tells it; null where the address must
     * @param id a number, {@code vk:-143}, or null
     * @param url with or without scheme, or null
     */
    static PageAddress read(Platform platform, String id, String url) throws BadLineException {
        PageAddress byUrl = url == null ? new PageAddress(platform, null, null, null) : byUrl(url);
        if (platform != null && byUrl.platform != platform) {
            throw new BadLineException("url is %s, no page of %s.".formatted(url, platform));
        }
        String number = id == null ? null : number(byUrl.platform, id);
        if (number != null && byUrl.number != null && !number.equals(byUrl.number)) {
            throw new BadLineException(
                    "url is %s, the id is %s; one of them is another page's.".formatted(url, id));
        }
        return new PageAddress(
                byUrl.platform, byUrl.url, number == null ? byUrl.number : number, byUrl.name);
    }

    private static PageAddress byUrl(String text) throws BadLineException {
        String full = text.contains("://") ? text : "https://" + text;
        URI uri = null;
        try {
            uri = URI.create(full);
        } catch (IllegalArgumentException e) {
            // Falls through to the same sentence.
        }
        Platform platform = uri == null ? null : platform(uri);
        if (platform == null) {
            throw new BadLineException(
                    "url is %s; no address of VK, OK, Telegram or MAX.".formatted(text));
        }
        String path = uri.getPath() == null ? "" : uri.getPath().replaceAll("^/+|/+$", "");
        Matcher numbered = NUMBERED.get(platform).matcher(path);
        if (numbered.matches()) {
            return new PageAddress(platform, full, number(platform, numbered.group(1)), null);
        }
        Matcher group = GROUP_OF_QUERY.matcher(uri.getQuery() == null ? "" : uri.getQuery());
        if (platform == Platform.OK && group.matches()) {
            return new PageAddress(platform, full, number(platform, group.group(1)), null);
        }
        if (PERSONS.matcher(path).matches()) {
            throw new BadLineException(
                    "url is %s; it is a person's page, not a community's.".formatted(text));
        }
        Matcher named = NAMED.get(platform).matcher(path);
        String name = named.matches() ? named.group(1).toLowerCase(Locale.ROOT) : null;
        if (name == null || ServicePaths.contain(platform, name)) {
            throw new BadLineException("url is %s; it names no page.".formatted(text));
        }
        return new PageAddress(platform, full, null, name);
    }

    private static Platform platform(URI uri) {
        boolean web = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
        if (!web || uri.getHost() == null) {
            return null;
        }
        return HOSTS.get(
                uri.getHost().toLowerCase(Locale.ROOT).replaceFirst("^(www|m|web)\\.", ""));
    }

    private static String number(Platform platform, String id) throws BadLineException {
        if (platform == null) {
            throw new BadLineException("platform is empty, and no url tells it.");
        }
        if (id.startsWith(platform.prefix() + ':')) {
            return id;
        }
        Matcher number = NUMBER.matcher(id);
        if (!number.matches()) {
            throw new BadLineException("communityId is %s; it is a number.".formatted(id));
        }
        String digits = number.group(1);
        boolean negative = digits.startsWith("-");
        return platform.id(
                switch (platform) {
                    case VK -> negative ? digits : '-' + digits;
                    case TELEGRAM -> negative ? digits : "-100" + digits;
                    case OK, MAX -> digits;
                });
    }
}
