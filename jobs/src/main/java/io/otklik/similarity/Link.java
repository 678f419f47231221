package io.otklik.similarity;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** What a link leads to, however it is written. */
public final class Link {

    private Link() {}

    /**
     * The page that a link leads to: without scheme and {@code www.}, without the mark of who
     * passed it on ({@code utm_…}) and the place on the page; the host in lower case.
     *
     * @param written as it stands in a text, with the punctuation behind it
     * @return null for a whole site: that many name it says nothing
     */
    public static String target(String written) {
        String link = written.replaceFirst("[.,;:!?)»\"']+$", "");
        link =
                link.replaceFirst("^[a-z]+://", "")
                        .replaceFirst("^www\\.", "")
                        .replaceFirst("#.*$", "");
        int query = link.indexOf('?');
        String page = query < 0 ? link : link.substring(0, query);
        String asked =
                query < 0
                        ? ""
                        : Arrays.stream(link.substring(query + 1).split("&"))
                                .filter(part -> !part.isEmpty() && !part.startsWith("utm_"))
                                .collect(Collectors.joining("&"));
        page = page.replaceFirst("/+$", "");
        int path = page.indexOf('/');
        if (path < 0 && asked.isEmpty()) {
            return null;
        }
        int host = path < 0 ? page.length() : path;
        return page.substring(0, host).toLowerCase(Locale.ROOT)
                + page.substring(host)
                + (asked.isEmpty() ? "" : "?" + asked);
    }
}
