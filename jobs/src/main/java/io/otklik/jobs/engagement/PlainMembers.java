package io.otklik.jobs.engagement;

import io.otklik.connectors.json.NotPlainException;
import io.otklik.connectors.json.PlainJson;

import java.nio.charset.StandardCharsets;

/** Reads members of a record's JSON one after the other, as the codec writes them. */
final class PlainMembers {

    private final PlainJson in = new PlainJson();

    /** The name of a member as it stands in front of its value. */
    static byte[] first(String name) {
        return literal("{\"" + name + "\":");
    }

    /** The name of a member that is not the first. */
    static byte[] next(String name) {
        return literal(",\"" + name + "\":");
    }

    /** The constants of an enum as JSON has them, by their ordinals. */
    static byte[][] constants(Enum<?>[] constants) {
        byte[][] names = new byte[constants.length][];
        for (Enum<?> constant : constants) {
            names[constant.ordinal()] = literal('"' + constant.name() + '"');
        }
        return names;
    }

    private static byte[] literal(String json) {
        return json.getBytes(StandardCharsets.UTF_8);
    }

    void begin(byte[] json) throws NotPlainException {
        in.begin(json);
    }

    void end() throws NotPlainException {
        in.pass('}');
        require(in.isAtEnd());
    }

    /** A text that must be there and not be empty. */
    String needed(byte[] member) throws NotPlainException {
        require(in.passes(member) && !in.isEmptyText());
        return in.text();
    }

    /** Null if it is not there. */
    String text(byte[] member) throws NotPlainException {
        return in.passes(member) ? in.text() : null;
    }

    /** Reads past a text, if it is there. */
    boolean skip(byte[] member) throws NotPlainException {
        if (!in.passes(member)) {
            return false;
        }
        in.passText();
        return true;
    }

    /** An enum's ordinal. */
    int constant(byte[] member, byte[][] constants) throws NotPlainException {
        require(in.passes(member));
        return in.constant(constants);
    }

    /** An enum's ordinal; -1 if it is not there. */
    int anyConstant(byte[] member, byte[][] constants) throws NotPlainException {
        return in.passes(member) ? in.constant(constants) : -1;
    }

    /** Epoch milliseconds of a time that must be there. */
    long time(byte[] member) throws NotPlainException {
        require(in.passes(member));
        return in.time();
    }

    /** Epoch milliseconds, or what else if it is not there. */
    long time(byte[] member, long absent) throws NotPlainException {
        return in.passes(member) ? in.time() : absent;
    }

    /** A number, or what else if it is not there. */
    long number(byte[] member, long absent) throws NotPlainException {
        return in.passes(member) ? in.wholeNumber(Long.MIN_VALUE, Long.MAX_VALUE) : absent;
    }

    /** Whether a list stands next that is not read past yet: its texts are to be. */
    boolean list(byte[] member) throws NotPlainException {
        require(in.passes(member));
        in.pass('[');
        return !in.passes(']');
    }

    /** A list's next text. */
    String element() throws NotPlainException {
        return in.text();
    }

    /** Whether one more follows. */
    boolean hasMore() throws NotPlainException {
        return in.hasMore(']');
    }

    static void require(boolean plain) throws NotPlainException {
        if (!plain) {
            throw NotPlainException.INSTANCE;
        }
    }
}
