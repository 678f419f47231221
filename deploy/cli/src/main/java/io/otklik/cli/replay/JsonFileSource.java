package io.otklik.cli.replay;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.JsonEOFException;
import io.otklik.cli.CommandException;

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
 * payloads. A document is read as a whole: a larger one than 64 MiB is refused with what to do.
 */
final class JsonFileSource implements PayloadSource {

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
        this(name, in, LARGEST_DOCUMENT);
    }

    /**
     * @param largest how many bytes of a document are read behind its first line
     */
    JsonFileSource(String name, InputStream in, int largest) throws IOException {
        this.name = name;
        this.in = in;
        open(largest);
    }

    private void open(int largest) throws IOException {
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
        read.write(lines.rest(largest));
        int behind = in.read();
        List<byte[]> values = values(read.toByteArray(), behind >= 0);
        if (values != null) {
            document = true;
            elements.addAll(values);
        } else {
            if (behind >= 0) {
                read.write(behind);
            }
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

    /**
     * The payloads of a document; null if the bytes are not exactly one object or array.
     *
     * @param goesOn whether the file has more than these bytes
     * @throws CommandException if they are the beginning of a document that goes on
     */
    private List<byte[]> values(byte[] bytes, boolean goesOn) {
        // Where the file goes on no token is cut at the end of a line.
        int length = goesOn ? lastBreak(bytes) : bytes.length;
        try (JsonParser parser = JSON.createParser(bytes, 0, length)) {
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
            return parser.nextToken() == null && !goesOn ? values : null;
        } catch (JsonEOFException e) {
            if (goesOn) {
                throw CommandException.wrongInput(
                        "%s is one JSON document of more than %d MiB; write its elements as lines first: jq -c '.[]' %s > lines.jsonl"
                                .formatted(name, LARGEST_DOCUMENT >> 20, name));
            }
            return null;
        } catch (IOException e) {
            return null;
        }
    }

    /** Where the last line break stands; behind the first line there is one. */
    private static int lastBreak(byte[] bytes) {
        int last = bytes.length - 1;
        while (bytes[last] != '\n') {
            last--;
        }
        return last;
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
