package io.otklik.jobs.engagement;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The hashtags of a text: lower case, without #, at most ten. A number alone is none. */
final class Hashtags {

    private static final int MOST = 10;

    // VK writes #tag@page for a tag within a page: the page is no part of the campaign.
    private static final Pattern FORM =
            Pattern.compile("(?<![\\p{L}\\p{N}_&/])#(?=\\d*[\\p{L}_])([\\p{L}\\p{N}_]{2,64})");

    private Hashtags() {}

    static List<String> of(String text) {
        if (text == null || text.indexOf('#') < 0) {
            return List.of();
        }
        Set<String> found = new LinkedHashSet<>();
        Matcher matcher = FORM.matcher(text);
        while (found.size() < MOST && matcher.find()) {
            found.add(matcher.group(1).toLowerCase(Locale.ROOT));
        }
        return List.copyOf(found);
    }
}
