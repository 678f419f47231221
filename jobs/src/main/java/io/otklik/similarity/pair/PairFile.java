package io.otklik.similarity.pair;

import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads pairs in the form of the Russian Paraphrase Corpus (XML); class 1 means the same. */
public final class PairFile {

    private PairFile() {}

    /**
     * The pairs of a file, in its order.
     *
     * @throws IOException if it cannot be read or is not of this form
     */
    public static List<LabelledPair> read(Path file) throws IOException {
        XMLInputFactory factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        List<LabelledPair> pairs = new ArrayList<>();
        // As characters: the corpus names its encoding in a way that XML does not know.
        try (Reader in = Files.newBufferedReader(file)) {
            XMLStreamReader xml = factory.createXMLStreamReader(in);
            Map<String, String> values = new HashMap<>();
            while (xml.hasNext()) {
                int event = xml.next();
                if (event == XMLStreamConstants.START_ELEMENT
                        && xml.getLocalName().equals("value")) {
                    values.put(xml.getAttributeValue(null, "name"), xml.getElementText());
                } else if (event == XMLStreamConstants.END_ELEMENT
                        && xml.getLocalName().equals("paraphrase")) {
                    pairs.add(pair(values, file));
                    values.clear();
                }
            }
        } catch (XMLStreamException e) {
            throw new IOException(file + " is no XML of pairs: " + e.getMessage(), e);
        }
        return pairs;
    }

    private static LabelledPair pair(Map<String, String> values, Path file) throws IOException {
        for (String name : List.of("id", "text_1", "text_2", "class")) {
            if (!values.containsKey(name)) {
                throw new IOException(file + ": a pair has no value " + name + ".");
            }
        }
        return new LabelledPair(
                values.get("id"),
                values.get("text_1"),
                values.get("text_2"),
                values.get("class").equals("1"));
    }
}
