package io.otklik.jobs.appeals;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

class HeardByTest {

    private static final Path RESOURCES = Path.of("src/main/resources");

    /** Those that only training reads, and the rule book, which is summed by its own text. */
    private static final List<String> OTHERS =
            List.of(
                    "/topics/kursk-topics.tsv",
                    "/topics/portal-categories.tsv",
                    "/place/LICENSE-cities.txt",
                    "/rules/messages.yaml");

    @Test
    void everyFileThatDecidesIsSummed() throws IOException {
        for (String folder : List.of("models", "place", "rules", "topics", "urgency")) {
            try (Stream<Path> files = Files.walk(RESOURCES.resolve(folder))) {
                assertThat(files.filter(Files::isRegularFile))
                        .extracting(file -> "/" + RESOURCES.relativize(file))
                        .allMatch(name -> HeardBy.FILES.contains(name) != OTHERS.contains(name));
            }
        }
    }
}
