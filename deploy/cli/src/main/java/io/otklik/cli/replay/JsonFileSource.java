package io.otklik.cli.replay;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/**
 * Reads a file of JSON lines, or of one JSON document: an object is one payload, an array one
 * payload an element.
 *
 * <p>A file is a document if its first line is an array or is no complete JSON value, and the whole
 * is one; so a broken first line among JSON lines stays a payload of its own. Empty lines are no
 * payloads.
 */
final class JsonFileSource implements PayloadSource {

    /** A document is read as a whole; larger files are lines. */
    private static final int LARGEST_DOCUMENT = 64 << 20;

    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
    private static final JsonFactory JSON = new JsonFactory();

    private final String name;
    private final InputStream in;
    private final Deque<byte[]> elements = new ArrayDeque<>();
    private LineReader lines;
    private byte[] pending;
    private long skippedLines;
    private boolean document;
    private long element;

    JsonFileSource(String name, InputStream in) throws IOException {
        this.name = name;
        this.in = in;
        open();
    }

    private void open() throws IOException {
        lines = new LineReader(in);
        byte[] first = withoutMark(lines.next());
        while (first != null && isBlank(first)) {
            first = lines.next();
        }
        if (first == null || isWholeObject(first)) {
            pending = first;
            return;
        }
        long before = lines.number() - 1;
        ByteArrayOutputStream read = new ByteArrayOutputStream();
        read.write(first);
        read.write('\n');
        read.write(lines.rest(LARGEST_DOCUMENT));
        List<byte[]> values = values(read.toByteArray());
        if (values != null) {
            document = true;
            elements.addAll(values);
        } else {
            skippedLines = before;
            lines =
                    new LineReader(
                            new SequenceInputStream(
                                    new ByteArrayInputStream(read.toByteArray()), in));
        }
    }

    @Override
    public byte[] next() throws IOException {
        if (document) {
            element++;
            return elements.poll();
        }
        byte[] line = pending == null ? lines.next() : pending;
        pending = null;
        while (line != null && isBlank(line)) {
            line = lines.next();
        }
        return line;
    }

    @Override
    public String place() {
        return document
                ? name + " element " + element
                : name + ':' + (skippedLines + lines.number());
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    /** Whether the line holds one whole object and nothing else: the form of JSON lines. */
    private static boolean isWholeObject(byte[] line) {
        try (JsonParser parser = JSON.createParser(line)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return false;
            }
            parser.skipChildren();
            return parser.nextToken() == null;
        } catch (IOException e) {
            return false;
        }
    }

    /** The payloads of a document; null if the bytes are not exactly one object or array. */
    private static List<byte[]> values(byte[] bytes) {
        try (JsonParser parser = JSON.createParser(bytes)) {
            List<byte[]> values = new ArrayList<>();
            JsonToken first = parser.nextToken();
            if (first == JsonToken.START_ARRAY) {
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    int start = (int) parser.currentTokenLocation().getByteOffset();
                    parser.skipChildren();
                    parser.finishToken();
                    int end = (int) parser.currentLocation().getByteOffset();
                    values.add(Arrays.copyOfRange(bytes, start, end));
                }
            } else if (first == JsonToken.START_OBJECT) {
                int start = (int) parser.currentTokenLocation().getByteOffset();
                parser.skipChildren();
                int end = (int) parser.currentLocation().getByteOffset();
                values.add(Arrays.copyOfRange(bytes, start, end));
            } else {
                return null;
            }
            return parser.nextToken() == null ? values : null;
        } catch (IOException e) {
            return null;
        }
    }

    private static byte[] withoutMark(byte[] line) {
        return line != null
                        && line.length >= BYTE_ORDER_MARK.length
                        && Arrays.equals(
                                line,
                                0,
                                BYTE_ORDER_MARK.length,
                                BYTE_ORDER_MARK,
                                0,
                                BYTE_ORDER_MARK.length)
                ? Arrays.copyOfRange(line, BYTE_ORDER_MARK.length, line.length)
                : line;
    }

    private static boolean isBlank(byte[] line) {
        for (byte one : line) {
            if (one != ' ' && one != '\t' && one != '\r') {
                return false;
            }
        }
        return true;
    }
}
