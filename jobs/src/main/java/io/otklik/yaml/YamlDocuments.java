package io.otklik.yaml;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the documents of a YAML file with the line of each piece. */
public final class YamlDocuments {

    private static final YAMLFactory FACTORY = new YAMLFactory();

    private final YAMLParser in;

    private YamlDocuments(YAMLParser in) {
        this.in = in;
    }

    /**
     * @throws BadYamlException if the text is not YAML or names something twice
     */
    public static List<YamlNode> read(String text) throws BadYamlException {
        List<YamlNode> documents = new ArrayList<>();
        try (YAMLParser in = FACTORY.createParser(text)) {
            YamlDocuments reader = new YamlDocuments(in);
            while (in.nextToken() != null) {
                documents.add(reader.node());
            }
        } catch (JsonProcessingException e) {
            String problem = e.getOriginalMessage().lines().findFirst().orElse("");
            throw new BadYamlException(
                    e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getLineNr()),
                    "This is not YAML: %s.".formatted(problem));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return documents;
    }

    private YamlNode node() throws IOException, BadYamlException {
        int line = line();
        if (in.isCurrentAlias()) {
            throw new BadYamlException(
                    line,
                    "*%s is an alias in YAML; put a text with * in quotes."
                            .formatted(in.getText()));
        }
        return switch (in.currentToken()) {
            case START_OBJECT -> mapping(line);
            case START_ARRAY -> {
                List<YamlNode> items = new ArrayList<>();
                while (in.nextToken() != JsonToken.END_ARRAY) {
                    items.add(node());
                }
                yield new YamlNode.Sequence(line, items);
            }
            case VALUE_NULL -> new YamlNode.Scalar(line, null);
            default -> new YamlNode.Scalar(line, in.getText().strip());
        };
    }

    private YamlNode mapping(int line) throws IOException, BadYamlException {
        Map<String, YamlNode.Member> members = new LinkedHashMap<>();
        while (in.nextToken() != JsonToken.END_OBJECT) {
            String name = in.currentName();
            int nameLine = line();
            in.nextToken();
            if (members.put(name, new YamlNode.Member(nameLine, node())) != null) {
                throw new BadYamlException(nameLine, "%s stands twice here.".formatted(name));
            }
        }
        return new YamlNode.Mapping(line, members);
    }

    private int line() {
        return in.currentTokenLocation().getLineNr();
    }

    /** The message is one sentence. */
    public static final class BadYamlException extends Exception {
        private static final long serialVersionUID = 1L;
        private final int line;

        BadYamlException(int line, String sentence) {
            super(sentence, null, false, false);
            this.line = line;
        }

        public FileProblem problem() {
            return new FileProblem(line, getMessage());
        }
    }
}
