package io.otklik.samples;

import io.otklik.samples.corpus.Corpus;
import io.otklik.samples.corpus.Municipality;
import io.otklik.samples.corpus.People;
import io.otklik.samples.corpus.Rng;
import io.otklik.schemas.Platform;

import java.util.List;

/**
 * The people of the region: a few of them write often. Their numbers lie beyond those that the
 * platforms have given out.
 */
final class Population {

    private static final long PRIME = 9_999_991L;
    private static final long OFFICIALS = 8_000_000L;

    private final People people;
    private final List<Municipality> municipalities;
    private final Author[][][] known;
    private final int size;

    Population(GeneratorConfig config, Corpus corpus) {
        this.people = corpus.people();
        this.municipalities = corpus.vocabulary().municipalities();
        this.size = Math.max(700, Math.min(config.pages() * 20, 100_000));
        this.known = new Author[Platform.values().length][municipalities.size()][size];
    }

    Municipality anyMunicipality(Rng rng) {
        return municipalities.get(rng.below(municipalities.size()));
    }

    /** A resident of {@code municipality}; the same one often. */
    Author resident(Platform platform, Municipality municipality, Rng rng) {
        double u = rng.unit();
        int index = (int) (size * u * u);
        Author[] row = known[platform.ordinal()][municipality.index()];
        if (row[index] == null) {
            row[index] = person(platform, municipality.index() * 1_000_000L + index);
        }
        return row[index];
    }

    /** Account {@code n} (0 … 2) that answers for a page. */
    Author official(int pageNumber, int n, Platform platform) {
        Author person = person(platform, OFFICIALS + pageNumber * 3L + n);
        return new Author(person.id(), null, person.first(), person.last(), person.female(), 0);
    }

    private Author person(Platform platform, long code) {
        long scrambled = (code * 7_919 + 12_345) % PRIME;
        long id =
                switch (platform) {
                    case VK -> 1_990_000_000L + scrambled;
                    case TELEGRAM -> 9_900_000_000L + scrambled;
                    default -> 990_000_000_000L + scrambled;
                };
        long seed = Rng.mix(code, 31);
        boolean female = Rng.pick(seed, 1, 100) < 68;
        return new Author(
                id,
                null,
                people.first(seed, female),
                people.last(seed, female),
                female,
                Rng.pick(seed, 2, 100));
    }
}
