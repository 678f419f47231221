package io.otklik.samples;

import io.otklik.samples.corpus.Corpus;
import io.otklik.samples.corpus.Municipality;
import io.otklik.samples.corpus.Resources;
import io.otklik.samples.corpus.Rng;
import io.otklik.samples.corpus.Subject;
import io.otklik.schemas.Platform;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The pages of a stream, from {@code pages.csv}, and the population that writes under them. */
final class Registry {

    /** Day from which a former official's answers no longer count. */
    static final LocalDate FORMER_UNTIL = LocalDate.of(2026, 10, 12);

    private static final int COLUMNS = 9;

    private final List<Page> pages = new ArrayList<>();
    private final Population population;

    Registry(GeneratorConfig config, Corpus corpus) {
        this.population = new Population(config, corpus);
        Map<Platform, List<String[]>> rows = rows();
        double[] weights = {config.vkWeight(), config.telegramWeight(), config.okWeight()};
        Platform[] platforms = {Platform.VK, Platform.TELEGRAM, Platform.OK};
        double[] debt = new double[platforms.length];
        int[] used = new int[platforms.length];
        double sum = weights[0] + weights[1] + weights[2];
        for (int n = 0; n < config.pages(); n++) {
            int most = 0;
            for (int p = 0; p < platforms.length; p++) {
                debt[p] += weights[p] / sum;
                most = debt[p] > debt[most] ? p : most;
            }
            debt[most] -= 1;
            List<String[]> own = rows.get(platforms[most]);
            int k = used[most]++;
            pages.add(
                    page(
                            n,
                            platforms[most],
                            k,
                            own.get(k % own.size()),
                            k / own.size(),
                            corpus,
                            config));
        }
    }

    List<Page> pages() {
        return pages;
    }

    Population population() {
        return population;
    }

    private static Map<Platform, List<String[]>> rows() {
        Map<Platform, List<String[]>> rows = new EnumMap<>(Platform.class);
        for (String line : Resources.lines("pages.csv")) {
            String[] cells = line.split("\\s*;\\s*");
            if (cells.length != COLUMNS) {
                throw new IllegalStateException(
                        "pages.csv: give %d columns: %s".formatted(COLUMNS, line));
            }
            rows.computeIfAbsent(Platform.valueOf(cells[0]), k -> new ArrayList<>()).add(cells);
        }
        return rows;
    }

    private Page page(
            int number,
            Platform platform,
            int place,
            String[] cells,
            int round,
            Corpus corpus,
            GeneratorConfig config) {
        List<Municipality> places = corpus.vocabulary().municipalities();
        Municipality municipality =
                places.stream().filter(m -> m.id().equals(cells[6])).findFirst().orElse(null);
        if (municipality == null && !cells[6].equals("-")) {
            throw new IllegalStateException("pages.csv: no municipality " + cells[6]);
        }
        List<Subject> subjects = new ArrayList<>();
        for (String id : cells[7].split(" ")) {
            subjects.add(corpus.subject(id));
        }
        int staff = Integer.parseInt(cells[8]);
        List<Author> officials = new ArrayList<>();
        for (int i = 0; i < Math.min(staff, 2); i++) {
            officials.add(population.official(number, i, platform));
        }
        long id = 101L + place;
        long local =
                switch (platform) {
                    case VK -> 990_000_000L + id;
                    case TELEGRAM -> -1_009_900_000_000L - id;
                    default -> 99_000_000_000_000L + id;
                };
        long seed = Rng.mix(config.seed(), 7_000L + number);
        return new Page(
                number,
                platform,
                local,
                platform == Platform.TELEGRAM ? -1_009_800_000_000L - id : 0,
                round == 0 ? cells[1] : cells[1] + " – " + (round + 1),
                round == 0 ? cells[2] : cells[2] + '-' + (round + 1),
                cells[3],
                cells[4],
                cells[5],
                municipality,
                List.copyOf(subjects),
                List.copyOf(officials),
                staff > 2 ? population.official(number, 2, platform) : null,
                0.55 + Rng.pick(seed, 1, 1000) / 1000.0 * 0.8,
                0.35 + Rng.pick(seed, 2, 1000) / 1000.0 * 1.9);
    }
}
