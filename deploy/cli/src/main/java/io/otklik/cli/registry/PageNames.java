package io.otklik.cli.registry;

import io.otklik.cli.CommandException;
import io.otklik.cli.registry.RegistryLine.BadLineException;
import io.otklik.schemas.Community;
import io.otklik.schemas.Platform;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Numbers of pages by the names that their addresses have. A name may pass to another page: a CSV
 * with columns {@code url} and {@code communityId} goes before other lines of the register that is
 * read, and these before the register in force.
 */
public final class PageNames {

    private static final List<String> COLUMNS = List.of("url", "communityId");

    private final Map<String, String> told = new HashMap<>();
    private final Map<String, String> seen = new HashMap<>();

    /** The names in the addresses of known pages. */
    public static PageNames of(Collection<Community> known) {
        PageNames names = new PageNames();
        for (Community page : known) {
            try {
                names.see(PageAddress.read(null, page.communityId(), page.url()));
            } catch (BadLineException e) {
                // An address that tells no name, such as that of a page's own site.
            }
        }
        return names;
    }

    /**
     * Adds the names of a file.
     *
     * @throws CommandException with the first line that is wrong
     */
    public PageNames and(Path file) throws IOException {
        RegistryTable table = CsvTable.read(file);
        if (!table.columns().containsAll(COLUMNS)) {
            throw CommandException.wrongInput(
                    "%s has columns %s; it needs url and communityId."
                            .formatted(file, String.join(", ", table.columns())));
        }
        for (RegistryTable.Line line : table.lines()) {
            try {
                if (line.cells() == null) {
                    throw new BadLineException("it has not as many columns as the header.");
                }
                String id = line.cells().get("communityId");
                put(told, PageAddress.read(null, id, line.cells().get("url")));
            } catch (BadLineException e) {
                throw CommandException.wrongInput(
                        "%s:%d: %s".formatted(file, line.number(), e.getMessage()));
            }
        }
        return this;
    }

    /** The number, like {@code vk:-143}; null if nobody told it. */
    String number(Platform platform, String name) {
        String key = key(platform, name);
        return told.getOrDefault(key, seen.get(key));
    }

    /** Remembers an address that tells both. */
    void see(PageAddress address) {
        put(seen, address);
    }

    private static void put(Map<String, String> numbers, PageAddress address) {
        if (address.name() != null && address.number() != null) {
            numbers.put(key(address.platform(), address.name()), address.number());
        }
    }

    private static String key(Platform platform, String name) {
        return platform.prefix() + ':' + name;
    }
}
