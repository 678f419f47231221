package io.otklik.similarity;

import io.otklik.language.text.Tokenizer;
import io.otklik.similarity.claim.ClaimIndex;
import io.otklik.similarity.claim.ClaimMatch;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

import static org.assertj.core.api.Assertions.assertThat;

/** Known claims in other words, written for the project. */
class ClaimIndexTest {

    private static final Map<String, List<String>> CLAIMS = new LinkedHashMap<>();
    private static List<String[]> reworded;
    private static ClaimIndex index;

    private final Tokenizer tokenizer = new Tokenizer();

    @BeforeAll
    static void read() throws IOException {
        reworded =
                Files.readAllLines(Path.of("src/main/training/similarity/claims.csv")).stream()
                        .skip(1)
                        .map(line -> line.split(";"))
                        .toList();
        for (String[] pair : reworded) {
            CLAIMS.put(pair[0], List.of(pair[0]));
        }
        index = new ClaimIndex();
        CLAIMS.forEach(index::put);
    }

    @Test
    void nineOfTenRewordedClaimsAreMatchedAndNoneWithAnother() {
        long matched = 0;
        for (String[] pair : reworded) {
            ClaimMatch match = index.match(tokenizer.read(pair[1]));
            if (match != null) {
                assertThat(match.claimId()).isEqualTo(pair[0]);
                matched += match.sure() ? 1 : 0;
            }
        }

        assertThat(matched).isGreaterThanOrEqualTo(Math.round(reworded.size() * 0.9));
    }

    @Test
    void matchShowsTheWordsInCommonAsTheyWereWritten() {
        ClaimMatch match =
                index.match(tokenizer.read("Соседка сказала: МОСТ закроют до конца этого года!"));

        assertThat(match.words()).contains("МОСТ", "закроют", "конца");
        assertThat(match.score()).isGreaterThan(ClaimIndex.MATCH);
    }

    @Test
    void claimInsideOfALongSentenceIsFound() {
        ClaimMatch match =
                index.match(
                        tokenizer.read(
                                "Уважаемые жители, появившаяся в родительских чатах и группах"
                                        + " района информация о том, что мост через реку закроют до"
                                        + " конца года, не соответствует действительности."));

        assertThat(match.claimId()).isEqualTo("Мост через реку закроют до конца года");
        assertThat(match.sure()).isTrue();
    }

    @Test
    void otherNewsOfTheSamePlacesIsNoMatch() {
        assertThat(index.match(tokenizer.read("Летом у моста через реку установят новые скамейки")))
                .satisfiesAnyOf(
                        match -> assertThat(match).isNull(),
                        match -> assertThat(match.sure()).isFalse());
        assertThat(index.match(tokenizer.read("Спасибо за уборку снега во дворе!"))).isNull();
        assertThat(new ClaimIndex().match(tokenizer.read("Мост закроют"))).isNull();
    }

    @Test
    void whatIsFoundDoesNotDependOnTheOrderOfClaimsNorOnWordingsOfBefore() {
        List<String> ids = new ArrayList<>(CLAIMS.keySet());
        Collections.shuffle(ids, new Random(3));
        ClaimIndex other = new ClaimIndex();
        other.put(ids.get(0), List.of("Летом у моста через реку установят новые скамейки"));
        ids.forEach(id -> other.put(id, CLAIMS.get(id)));

        assertThat(other.digest()).isEqualTo(index.digest());
        for (String[] pair : reworded) {
            assertThat(other.match(tokenizer.read(pair[1])))
                    .isEqualTo(index.match(tokenizer.read(pair[1])));
        }
        other.put(ids.get(0), List.of());
        assertThat(other.digest()).isNotEqualTo(index.digest());
        assertThat(other.match(tokenizer.read(ids.get(0))))
                .satisfiesAnyOf(
                        match -> assertThat(match).isNull(),
                        match -> assertThat(match.claimId()).isNotEqualTo(ids.get(0)));
    }
}
