package io.otklik.cli.replay;

import org.junit.jupiter.api.Test;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

class MergedFilesTest {

    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

    @Test
    void filesAreMergedByTimeAndKeepTheirOwnOrder() throws IOException {
        assertThat(merged(file("a", 10, 30, 20, 50), file("b", 15, 25, 40)))
                .containsExactly("a10", "b15", "b25", "a30", "a20", "b40", "a50");
    }

    @Test
    void whatNamesNoTimeHasThatOfTheLineBefore() throws IOException {
        String lines =
                """
                not json
                {"n":1}
                {"n":2,"date":1700000010}
                {"n":3}
                {"n":4,"date":1700000005}
                {"n":5,"date":0}
                """;
        List<Payload> payloads = all(source("f", lines));

        assertThat(payloads)
                .extracting(payload -> payload.time().getEpochSecond() - 1_700_000_000)
                .containsExactly(10L, 10L, 10L, 10L, 5L, 5L);
        assertThat(payloads).extracting(Payload::broken).startsWith(true, false);
        assertThat(payloads.get(0).value()).isEqualTo("not json".getBytes(StandardCharsets.UTF_8));
        assertThat(payloads.get(0).key()).isNull();
    }

    @Test
    void aFileWithoutAnyTimeIsOfNow() throws IOException {
        assertThat(all(source("f", "{\"n\":1}\nx\n")))
                .extracting(Payload::time)
                .containsExactly(NOW, NOW);
    }

    private static List<String> merged(DatedPayloads... files) throws IOException {
        List<String> merged = new ArrayList<>();
        try (MergedFiles payloads = new MergedFiles(List.of(files))) {
            for (Payload one = payloads.next(); one != null; one = payloads.next()) {
                merged.add(
                        one.place().substring(0, 1)
                                + new String(one.value(), StandardCharsets.UTF_8)
                                        .replaceAll("\\D|170{6}", "")
                                        .replaceFirst("^0+", ""));
            }
        }
        return merged;
    }

    private static List<Payload> all(DatedPayloads file) throws IOException {
        List<Payload> payloads = new ArrayList<>();
        for (Payload one = file.next(); one != null; one = file.next()) {
            payloads.add(one);
        }
        return payloads;
    }

    private static DatedPayloads file(String name, long... seconds) throws IOException {
        StringBuilder lines = new StringBuilder();
        for (long second : seconds) {
            lines.append("{\"date\":").append(1_700_000_000 + second).append("}\n");
        }
        return source(name, lines.toString());
    }

    private static DatedPayloads source(String name, String lines) throws IOException {
        return new DatedPayloads(
                new JsonFileSource(
                        name, new ByteArrayInputStream(lines.getBytes(StandardCharsets.UTF_8))),
                ReplayFormat.VK,
                NOW,
                new FormCheck(name, ReplayFormat.VK, warning -> {}));
    }
}
