package io.otklik.samples;

import java.util.ArrayList;
import java.util.List;

/** Writes the register of pages: comma, UTF-8, a header line. */
final class RegistryCsv {

    private static final String HEADER =
            "communityId,platform,url,name,agencyId,agencyName,level,sphere,municipality,region,"
                    + "timeZone,officialAuthors,status\n";
    private static final String REGION = "Заречная область";

    private RegistryCsv() {}

    static String write(List<Page> pages) {
        StringBuilder out = new StringBuilder(HEADER);
        for (Page page : pages) {
            List<String> cells =
                    List.of(
                            page.communityId(),
                            page.platform().name(),
                            page.url(),
                            page.name(),
                            page.agencyId(),
                            page.agencyName(),
                            page.level(),
                            page.sphere(),
                            page.municipality() == null ? "" : page.municipality().title(),
                            REGION,
                            GeneratorConfig.ZONE.getId(),
                            officials(page),
                            "подтверждена");
            List<String> quoted = cells.stream().map(RegistryCsv::quote).toList();
            out.append(String.join(",", quoted)).append('\n');
        }
        return out.toString();
    }

    /** The second account is official since the start of the year, a former one no longer. */
    private static String officials(Page page) {
        List<String> entries = new ArrayList<>();
        for (Author author : page.officials()) {
            String id = page.platform().id(Long.toString(author.id()));
            entries.add(entries.isEmpty() ? id : id + "@2026-01-01/");
        }
        if (page.former() != null) {
            String id = page.platform().id(Long.toString(page.former().id()));
            entries.add(id + "@/" + Registry.FORMER_UNTIL);
        }
        return String.join(";", entries);
    }

    private static String quote(String cell) {
        return cell.contains(",") || cell.contains("\"")
                ? '"' + cell.replace("\"", "\"\"") + '"'
                : cell;
    }
}
