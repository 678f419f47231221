package io.otklik.connectors.platform;

import io.otklik.schemas.DeadLetterReason;
import io.otklik.schemas.MalformedPayloadException;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

import static io.otklik.schemas.DeadLetterReason.MISSING_FIELD;
import static io.otklik.schemas.DeadLetterReason.OUT_OF_RANGE;
import static io.otklik.schemas.DeadLetterReason.WRONG_TYPE;

/**
 * A JSON object as read: its members in order, and where it stands in the payload. Every getter
 * throws a sentence that begins with the member's path. A member that is JSON null counts as
 * absent.
 */
final class JsonObject {

    private static final int SCANNED = 32;
    private static final int SHOWN_DIGITS = 24;

    private final JsonPath path;
    private String[] names = new String[12];
    private Object[] values = new Object[12];
    private int size;
    private Map<String, Integer> index;
    private int start = -1;
    private int end = -1;

    JsonObject(JsonPath path) {
        this.path = path;
    }

    /** Adds a member; false if the object has one of that name. */
    boolean add(String name, Object value) {
        if (indexOf(name) >= 0) {
            return false;
        }
        if (size == names.length) {
            names = Arrays.copyOf(names, size * 2);
            values = Arrays.copyOf(values, size * 2);
        }
        names[size] = name;
        values[size] = value;
        if (index != null) {
            index.put(name, size);
        } else if (size == SCANNED) {
            // Comparing each name with each would take minutes on a hostile object.
            index = new HashMap<>();
            for (int i = 0; i <= size; i++) {
                index.put(names[i], i);
            }
        }
        size++;
        return true;
    }

    void place(int from, int to) {
        start = from;
        end = to;
    }

    /** First byte in the payload; -1 unless the object is an array's element. */
    int start() {
        return start;
    }

    int end() {
        return end;
    }

    JsonPath path() {
        return path;
    }

    int size() {
        return size;
    }

    String name(int at) {
        return names[at];
    }

    /** The member's value; null where it is absent or JSON null. */
    Object get(String name) {
        int at = indexOf(name);
        return at < 0 || values[at] == JsonMark.NULL ? null : values[at];
    }

    boolean has(String name) {
        return get(name) != null;
    }

    boolean isTrue(String name) {
        return Boolean.TRUE.equals(get(name));
    }

    long requiredLong(String name, long min, long max) throws MalformedPayloadException {
        return integer(name, required(name, "integer"), min, max);
    }

    long optionalLong(String name, long min, long max, long absent)
            throws MalformedPayloadException {
        Object value = get(name);
        return value == null ? absent : integer(name, value, min, max);
    }

    String requiredString(String name) throws MalformedPayloadException {
        return string(name, required(name, "string"));
    }

    /** A string, or null where it is absent. */
    String optionalString(String name) throws MalformedPayloadException {
        Object value = get(name);
        return value == null ? null : string(name, value);
    }

    JsonObject requiredObject(String name) throws MalformedPayloadException {
        return object(name, required(name, "object"));
    }

    /** An object, or null where it is absent. */
    JsonObject optionalObject(String name) throws MalformedPayloadException {
        Object value = get(name);
        return value == null ? null : object(name, value);
    }

    JsonArray requiredArray(String name) throws MalformedPayloadException {
        return array(name, required(name, "array"));
    }

    /** An array, or null where it is absent. */
    JsonArray optionalArray(String name) throws MalformedPayloadException {
        Object value = get(name);
        return value == null ? null : array(name, value);
    }

    /** A fault of one member. */
    MalformedPayloadException fault(DeadLetterReason reason, String name, String sentence) {
        return new MalformedPayloadException(reason, path.member(name) + ": " + sentence);
    }

    /** A fault of type, as {@code object.id: expected integer, got string}. */
    MalformedPayloadException wrongType(String name, String expected, Object value) {
        return fault(WRONG_TYPE, name, "expected " + expected + ", got " + typeName(value));
    }

    static String typeName(Object value) {
        if (value == null || value == JsonMark.NULL) {
            return "null";
        }
        if (value instanceof String) {
            return "string";
        }
        if (value instanceof Long) {
            return "integer";
        }
        if (value instanceof JsonNumber number) {
            return number.integral() ? "integer" : "fraction";
        }
        if (value instanceof Boolean) {
            return "boolean";
        }
        if (value instanceof JsonArray) {
            return "array";
        }
        return value instanceof JsonObject ? "object" : "object or array";
    }

    private Object required(String name, String expected) throws MalformedPayloadException {
        int at = indexOf(name);
        if (at < 0) {
            throw fault(MISSING_FIELD, name, "missing");
        }
        if (values[at] == JsonMark.NULL) {
            throw wrongType(name, expected, null);
        }
        return values[at];
    }

    private long integer(String name, Object value, long min, long max)
            throws MalformedPayloadException {
        if (value instanceof Long number) {
            if (number < min || number > max) {
                throw fault(OUT_OF_RANGE, name, range(number.toString(), min, max));
            }
            return number;
        }
        if (value instanceof JsonNumber number && number.integral()) {
            throw fault(OUT_OF_RANGE, name, range(number.text(), min, max));
        }
        throw wrongType(name, "integer", value);
    }

    private static String range(String value, long min, long max) {
        String shown =
                value.length() <= SHOWN_DIGITS
                        ? value
                        : "a number of " + value.length() + " digits";
        return shown + " is outside " + min + " to " + max;
    }

    private String string(String name, Object value) throws MalformedPayloadException {
        if (value instanceof String text) {
            return text;
        }
        throw wrongType(name, "string", value);
    }

    private JsonObject object(String name, Object value) throws MalformedPayloadException {
        if (value instanceof JsonObject object) {
            return object;
        }
        throw wrongType(name, "object", value);
    }

    private JsonArray array(String name, Object value) throws MalformedPayloadException {
        if (value instanceof JsonArray array) {
            return array;
        }
        throw wrongType(name, "array", value);
    }

    private int indexOf(String name) {
        if (index != null) {
            Integer at = index.get(name);
            return at == null ? -1 : at;
        }
        // Hashes are kept by the names, which Jackson interns: most comparisons end there.
        int hash = name.hashCode();
        for (int i = 0; i < size; i++) {
            String other = names[i];
            if (other == name || other.hashCode() == hash && other.equals(name)) {
                return i;
            }
        }
        return -1;
    }
}
