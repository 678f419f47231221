package io.otklik.cli.registry;

import io.otklik.cli.CommandException;
import io.otklik.cli.registry.RegistryLine.BadLineException;
import io.otklik.schemas.Audience;
import io.otklik.schemas.Community;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/**
 * Reads a register of official pages, CSV or XLSX: a header, one page a line. With a mapping, the
 * address of a line may be several, each of which is a page.
 */
public final class RegistryReader {

    static final List<String> REQUIRED =
            List.of("communityId", "platform", "name", "agencyId", "agencyName");
    static final List<String> OPTIONAL =
            List.of(
                    "url",
                    "level",
                    "sphere",
                    "municipality",
                    "region",
                    "timeZone",
                    "officialAuthors",
                    "status",
                    "validFrom",
                    "validTo",
                    "subscribers",
                    "reachWeek");

    private static final String OWN_COLUMNS =
            "A register with columns of its own is read by --mapping FILE; deploy/samples/data/registry-mapping.yaml is one.";

    private final RegistryLine lines;
    private final RegistryMapping mapping;
    private final PageNames names;
    private final Instant observedAt;

    /**
     * @param pseudonym gives the pseudonym of a person's plain id
     * @param importedAt becomes {@link Community#updatedAt}
     * @param mapping of another register's columns; null for Otklik's own
     * @param names of pages whose number the register does not tell
     * @param observedAt when the followers were counted; null: they are not read
     */
    public RegistryReader(
            UnaryOperator<String> pseudonym,
            Instant importedAt,
            RegistryMapping mapping,
            PageNames names,
            Instant observedAt) {
        this.lines = new RegistryLine(pseudonym, importedAt);
        this.mapping = mapping;
        this.names = names;
        this.observedAt = observedAt;
    }

    /**
     * Reads a file. A bad line is a problem of its own and stops nothing.
     *
     * @throws CommandException if the file is no such register at all
     */
    public RegistryFile read(Path file) throws IOException {
        RegistryTable table =
                file.toString().toLowerCase(Locale.ROOT).endsWith(".xlsx")
                        ? XlsxTable.read(file)
                        : CsvTable.read(file, mapping == null ? null : mapping.delimiter());
        if (mapping == null) {
            checkHeader(file, table.columns());
        } else {
            mapping.check(file, table.columns());
        }
        return read(table);
    }

    private RegistryFile read(RegistryTable table) {
        if (mapping != null) {
            table.lines().forEach(this::seeNames);
        }
        Pages pages = new Pages();
        for (RegistryTable.Line line : table.lines()) {
            try {
                List<String> urls = urls(line, table.columns().size());
                if (urls.isEmpty()) {
                    pages.withoutPage.add(line.number());
                }
                for (String url : urls) {
                    pages.add(line, url, urls.size() == 1);
                }
            } catch (BadLineException e) {
                pages.problem(line, e);
            }
        }
        return new RegistryFile(
                table.lines().size(),
                pages.communities,
                pages.audience,
                pages.problems,
                pages.withoutPage);
    }

    /** What has been read of a file. */
    private final class Pages {
        private final List<Community> communities = new ArrayList<>();
        private final List<Audience> audience = new ArrayList<>();
        private final List<RegistryProblem> problems = new ArrayList<>();
        private final List<Long> withoutPage = new ArrayList<>();
        private final Map<String, Long> seen = new HashMap<>();

        /** Adds a page of a line, or what is wrong with it. */
        void add(RegistryTable.Line line, String url, boolean only) {
            try {
                RegistryRow row = row(line, url);
                Community community = lines.read(row);
                Audience followers = RegistryLine.audience(row, observedAt);
                Long first = seen.putIfAbsent(community.communityId(), line.number());
                if (first != null) {
                    throw new BadLineException(
                            "%s stands already in line %d; leave one of them."
                                    .formatted(community.communityId(), first));
                }
                communities.add(community);
                if (followers != null && !only) {
                    throw new BadLineException(
                            "subscribers do not tell which of the line's pages has them, and were not read for %s; give each page a line of its own."
                                    .formatted(community.communityId()));
                }
                if (followers != null) {
                    audience.add(followers);
                }
            } catch (BadLineException e) {
                problem(line, e);
            }
        }

        void problem(RegistryTable.Line line, BadLineException e) {
            e.sentences().forEach(one -> problems.add(new RegistryProblem(line.number(), one)));
        }
    }

    /** Pages that one line names and numbers may be only named in another, also before it. */
    private void seeNames(RegistryTable.Line line) {
        try {
            for (String url :
                    line.cells() == null ? List.<String>of() : mapping.urls(line.cells())) {
                names.see(mapping.address(line.cells(), url));
            }
        } catch (BadLineException e) {
            // Told when the line is read.
        }
    }

    /** The addresses of a line's pages; one that is null where Otklik's own columns tell it. */
    private List<String> urls(RegistryTable.Line line, int columns) throws BadLineException {
        if (line.cells() == null) {
            throw new BadLineException(
                    "%d columns where the header has %d; put values with commas in quotes."
                            .formatted(line.size(), columns));
        }
        return mapping == null ? Collections.singletonList(null) : mapping.urls(line.cells());
    }

    private RegistryRow row(RegistryTable.Line line, String url) throws BadLineException {
        if (mapping != null) {
            return mapping.row(line.cells(), url, names);
        }
        return field -> {
            String value = line.cells().getOrDefault(field, "");
            return value.isBlank() ? null : value.strip();
        };
    }

    private static void checkHeader(Path file, List<String> names) {
        TreeSet<String> missing = new TreeSet<>(REQUIRED);
        names.forEach(missing::remove);
        if (!missing.isEmpty()) {
            throw CommandException.wrongInput(
                    "%s has no column %s; its first line names the columns. %s"
                            .formatted(file, String.join(", ", missing), OWN_COLUMNS));
        }
        TreeSet<String> unknown = new TreeSet<>(names);
        unknown.removeAll(REQUIRED);
        unknown.removeAll(OPTIONAL);
        if (!unknown.isEmpty()) {
            throw CommandException.wrongInput(
                    "%s has a column %s that no register has; rename or remove it. %s"
                            .formatted(file, String.join(", ", unknown), OWN_COLUMNS));
        }
    }
}
