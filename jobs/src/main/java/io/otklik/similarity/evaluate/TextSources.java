package io.otklik.similarity.evaluate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.zip.GZIPInputStream;

/** Texts of the shared evaluation data. */
public final class TextSources {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path data;

    /**
     * @param data the folder of the shared data
     */
    public TextSources(Path data) {
        this.data = data;
    }

    /** Every text that is no headline: walls, appeals, debunks. */
    public List<String> texts() throws IOException {
        List<String> texts = new ArrayList<>(wall("pravoberezhny", line -> true));
        texts.addAll(table("claims/debunks.csv"));
        texts.addAll(table("appeals/kursk_appeals.csv"));
        texts.addAll(table("appeals/portal_appeals.csv.gz"));
        return texts;
    }

    /** Texts by which the weights of words are counted. */
    public List<String> counted() throws IOException {
        List<String> texts = new ArrayList<>(texts());
        texts.addAll(wall("activists", line -> true));
        texts.addAll(satire());
        return texts;
    }

    /** The first words of the debunks, which are their headlines. */
    public List<String> debunkHeadlines() throws IOException {
        List<String> headlines = new ArrayList<>();
        for (String text : table("claims/debunks.csv")) {
            String[] words = text.strip().split("\\s+", 12);
            headlines.add(String.join(" ", List.of(words).subList(0, Math.min(11, words.length))));
        }
        return headlines;
    }

    public List<String> satire() throws IOException {
        return Files.readAllLines(data.resolve("claims/satire_headlines.txt"));
    }

    /** Posts of an official page. */
    public List<String> officialPosts() throws IOException {
        return wall("pravoberezhny", line -> line.path("type").asText().equals("post"));
    }

    /** Comments that people labelled as complaints, opinions or what follows on them. */
    public List<String> complaintsAndOpinions() throws IOException {
        return wall(
                "pravoberezhny",
                line ->
                        List.of("appeal", "opinion", "follow_up")
                                .contains(line.path("label").path("kind").asText()));
    }

    private List<String> wall(String name, Predicate<JsonNode> chosen) throws IOException {
        List<String> texts = new ArrayList<>();
        for (String line : Files.readAllLines(data.resolve("walls/" + name + ".jsonl"))) {
            JsonNode message = JSON.readTree(line);
            if (message.hasNonNull("text") && chosen.test(message)) {
                texts.add(message.get("text").asText());
            }
        }
        return texts;
    }

    private List<String> table(String name) throws IOException {
        List<String> texts = new ArrayList<>();
        Path file = data.resolve(name);
        try (InputStream raw = Files.newInputStream(file);
                InputStream in = name.endsWith(".gz") ? new GZIPInputStream(raw) : raw;
                CSVParser rows =
                        CSVParser.parse(
                                new InputStreamReader(in, StandardCharsets.UTF_8),
                                CSVFormat.DEFAULT
                                        .builder()
                                        .setHeader()
                                        .setSkipHeaderRecord(true)
                                        .get())) {
            for (CSVRecord row : rows) {
                texts.add(row.get("text").replaceAll("<[^>]{0,400}>", " "));
            }
        }
        return texts;
    }
}
