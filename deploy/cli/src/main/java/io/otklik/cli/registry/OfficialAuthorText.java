package io.otklik.cli.registry;

import io.otklik.cli.registry.RegistryLine.BadLineException;
import io.otklik.schemas.OfficialAuthor;
import io.otklik.schemas.Platform;

import java.time.Instant;
import java.time.ZoneId;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads an official account: {@code vk:12345}, or {@code vk:12345@2026-01-01/2026-06-30} for an
 * account that answers from the first day to the end of the last; either day may be left out. The
 * days are those of the page's time zone, of UTC if the register names none.
 */
final class OfficialAuthorText {

    private static final Pattern FORM =
            Pattern.compile("([a-z]+):(-?\\d+)(?:@([\\d-]*)/([\\d-]*))?");

    private OfficialAuthorText() {}

    static OfficialAuthor read(
            String text, Platform platform, ZoneId zone, UnaryOperator<String> pseudonym)
            throws BadLineException {
        Matcher parts = FORM.matcher(text);
        if (!parts.matches()) {
            // The text may hold a person's id: it is not repeated.
            throw new BadLineException(
                    "officialAuthors has an entry that is not like vk:12345 or vk:12345@2026-01-01/2026-06-30; entries are separated by ;.");
        }
        if (!parts.group(1).equals(platform.prefix())) {
            throw new BadLineException(
                    "officialAuthors has an account of %s on a page of %s."
                            .formatted(parts.group(1), platform));
        }
        String plain = platform.id(parts.group(2));
        boolean page = parts.group(2).startsWith("-");
        Instant from = RegistryLine.day("officialAuthors", parts.group(3), zone, 0);
        Instant to = RegistryLine.day("officialAuthors", parts.group(4), zone, 1);
        if (from != null && to != null && !from.isBefore(to)) {
            throw new BadLineException(
                    "officialAuthors has an account that ends before it begins.");
        }
        return new OfficialAuthor(page ? plain : pseudonym.apply(plain), from, to);
    }
}
