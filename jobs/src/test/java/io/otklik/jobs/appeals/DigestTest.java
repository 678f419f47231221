package io.otklik.jobs.appeals;

import org.junit.jupiter.api.Test;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import static org.assertj.core.api.Assertions.assertThat;

class DigestTest {

    @Test
    void wordsOfOneHashCodeAreToldApart() {
        assertThat("дома".hashCode()).isEqualTo("доля".hashCode());

        assertThat(new Digest().add("дома").bits()).isNotEqualTo(new Digest().add("доля").bits());
        assertThat(new Digest().add(List.of("дома")).bits())
                .isNotEqualTo(new Digest().add(List.of("доля")).bits());
    }

    @Test
    void noTwoOfThousandsOfShortWordsAreAlike() {
        Set<Long> seen = new HashSet<>();
        int words = 0;
        for (char first = 'а'; first <= 'я'; first++) {
            for (char second = 'а'; second <= 'я'; second++) {
                for (char third = 'а'; third <= 'я'; third++) {
                    seen.add(new Digest().add("" + first + second + third).bits());
                    words++;
                }
            }
        }
        assertThat(seen).hasSize(words);
    }

    @Test
    void whereAPartEndsCounts() {
        assertThat(new Digest().add("ab").add("c").bits())
                .isNotEqualTo(new Digest().add("a").add("bc").bits());
        assertThat(new Digest().add(List.of("a")).add(List.of()).bits())
                .isNotEqualTo(new Digest().add(List.of()).add(List.of("a")).bits());
        assertThat(new Digest().add((String) null).bits())
                .isNotEqualTo(new Digest().add("").bits());
    }
}
