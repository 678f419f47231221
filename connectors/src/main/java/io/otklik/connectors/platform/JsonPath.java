package io.otklik.connectors.platform;

/**
 * Where a value stands: {@code object.copy_history[0]}. Kept as a chain, written out only for a
 * fault.
 *
 * @param name member of the parent, null for an element
 * @param index place in the parent, for an element
 */
record JsonPath(JsonPath parent, String name, int index) {

    static final JsonPath ROOT = new JsonPath(null, null, -1);

    private static final int SHOWN_NAME = 64;
    private static final int SHOWN = 120;

    JsonPath member(String member) {
        return new JsonPath(this, member, -1);
    }

    JsonPath element(int at) {
        return new JsonPath(this, null, at);
    }

    @Override
    public String toString() {
        if (parent == null) {
            return "(root)";
        }
        StringBuilder out = new StringBuilder();
        write(out);
        return out.length() <= SHOWN ? out.toString() : out.substring(0, SHOWN) + '…';
    }

    private void write(StringBuilder out) {
        if (parent == null) {
            return;
        }
        parent.write(out);
        if (name == null) {
            out.append('[').append(index).append(']');
            return;
        }
        if (out.length() > 0) {
            out.append('.');
        }
        out.append(shown(name));
    }

    /**
     * A name from a payload as it may stand in a sentence: a name that looks like none may be
     * anything, a phone included.
     */
    static String shown(String name) {
        boolean plain = !name.isEmpty() && name.length() <= SHOWN_NAME;
        for (int i = 0; plain && i < name.length(); i++) {
            char c = name.charAt(i);
            plain =
                    c >= 'a' && c <= 'z'
                            || c >= 'A' && c <= 'Z'
                            || c == '_'
                            || i > 0 && c >= '0' && c <= '9';
        }
        return plain ? name : "(a name of " + name.length() + " characters)";
    }
}
