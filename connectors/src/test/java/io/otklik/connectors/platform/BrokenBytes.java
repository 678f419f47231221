package io.otklik.connectors.platform;

import io.otklik.schemas.DeadLetterReason;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** Bytes that are no payload at all: cut off, not UTF-8, not JSON, too large, too deep. */
final class BrokenBytes {

    /** Some bytes and why they are refused. */
    record Broken(byte[] bytes, DeadLetterReason reason) {}

    private final Map<String, Broken> all = new LinkedHashMap<>();

    private BrokenBytes() {}

    static Map<String, Broken> all() {
        BrokenBytes broken = new BrokenBytes();
        broken.nothing();
        broken.cut();
        broken.notUtf8();
        broken.notJson();
        broken.outOfBounds();
        return broken.all;
    }

    private void nothing() {
        put("no bytes", "", DeadLetterReason.EMPTY);
        put("white space", " \n\t ", DeadLetterReason.EMPTY);
        put("null", "null", DeadLetterReason.EMPTY);
        put("a number", "5", DeadLetterReason.WRONG_TYPE);
        put("a string", "\"text\"", DeadLetterReason.WRONG_TYPE);
        put("true", "true", DeadLetterReason.WRONG_TYPE);
        put("an array of numbers", "[[1]]", DeadLetterReason.WRONG_TYPE);
        put("an array of null", "[null]", DeadLetterReason.WRONG_TYPE);
        put("an empty array", "[]", DeadLetterReason.IGNORED_EVENT);
    }

    private void cut() {
        byte[] whole = GoldenPayloads.bytes("vk", "wall_reply_new");
        int text = new String(whole, StandardCharsets.ISO_8859_1).indexOf("text") + 7;
        for (int length : new int[] {1, 2, 9, 30, 41, 55, text, text + 13, whole.length - 1}) {
            put("cut at " + length, Arrays.copyOf(whole, length), DeadLetterReason.INVALID_JSON);
        }
        put(
                "cut inside a character",
                Arrays.copyOf(whole, text + 1),
                DeadLetterReason.INVALID_UTF8);
        put(
                "without its head",
                Arrays.copyOfRange(whole, 5, whole.length),
                DeadLetterReason.INVALID_JSON);
    }

    private void notUtf8() {
        int[][] faults = {
            {0xC0, 0x80}, {0xFF}, {0x80}, {0xED, 0xA0, 0x80}, {0xF4, 0x90, 0x80, 0x80}, {0xE0, 0x80}
        };
        for (int i = 0; i < faults.length; i++) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            out.writeBytes("{\"text\":\"".getBytes(StandardCharsets.UTF_8));
            out.writeBytes("x".repeat(i).getBytes(StandardCharsets.UTF_8));
            for (int b : faults[i]) {
                out.write(b);
            }
            out.writeBytes("\"}".getBytes(StandardCharsets.UTF_8));
            put("not UTF-8 " + i, out.toByteArray(), DeadLetterReason.INVALID_UTF8);
        }
        put(
                "UTF-16",
                "{\"type\":1}".getBytes(StandardCharsets.UTF_16LE),
                DeadLetterReason.INVALID_UTF8);
        put(
                "Windows-1251",
                "{\"тип\":1}".getBytes(Charset.forName("windows-1251")),
                DeadLetterReason.INVALID_UTF8);
    }

    private void notJson() {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("XML", "<event/>");
        texts.put("single quotes", "{'type':'wall_reply_new'}");
        texts.put("a bare name", "{type:1}");
        texts.put("a bare word", "{\"type\":wall_reply_new}");
        texts.put("NaN", "{\"object\":NaN}");
        texts.put("a trailing comma", "{\"type\":\"x\",}");
        texts.put("no comma", "{\"type\":\"x\" \"object\":1}");
        texts.put("no colon", "{\"type\" \"x\"}");
        texts.put("a comment", "{/* c */\"type\":\"x\"}");
        texts.put("a line break in a string", "{\"text\":\"a\nb\"}");
        texts.put("a zero byte in a string", "{\"text\":\"ab\u0000\"}");
        texts.put("an unknown escape", "{\"text\":\"\\q\"}");
        texts.put("half an escape", "{\"text\":\"\\u04\"}");
        texts.put("a leading zero", "{\"id\":007}");
        texts.put("a hexadecimal number", "{\"id\":0x7}");
        texts.put("a plus sign", "{\"id\":+7}");
        texts.put("a lone minus", "{\"id\":-}");
        texts.put("a point without digits", "{\"id\":7.}");
        texts.put("two values", "{\"type\":\"x\"}{\"type\":\"y\"}");
        texts.put("words after the end", "{\"type\":\"xy\"} and so on");
        texts.put("a closing bracket too many", "{\"type\":\"xyz\"}}");
        texts.put("the wrong bracket", "{\"type\":[1}");
        texts.put("a name twice", "{\"type\":\"x\",\"type\":\"y\"}");
        texts.put("an id twice", "{\"object\":{\"id\":1,\"id\":2}}");
        texts.forEach((name, text) -> put(name, text, DeadLetterReason.INVALID_JSON));
    }

    private void outOfBounds() {
        put("101 arrays", nested("[", "]", 101), DeadLetterReason.TOO_DEEP);
        put(
                "100,000 arrays without an end",
                "{\"deep\":" + "[".repeat(100_000),
                DeadLetterReason.TOO_DEEP);
        put("200 objects", nested("{\"object\":", "1}", 200), DeadLetterReason.TOO_DEEP);
        put(
                "a text of 1.2 million characters",
                "{\"text\":\"" + "ы".repeat(1_200_000) + "\"}",
                DeadLetterReason.TOO_LARGE);
        put(
                "a number of 500 digits",
                "{\"id\":" + "9".repeat(500) + "}",
                DeadLetterReason.TOO_LARGE);
        put(
                "a name of 60,000 characters",
                "{\"" + "n".repeat(60_000) + "\":1}",
                DeadLetterReason.TOO_LARGE);
        put("more than 4 MiB", " ".repeat(4 * 1024 * 1024 + 1), DeadLetterReason.TOO_LARGE);
    }

    private static String nested(String open, String close, int depth) {
        return open.repeat(depth) + close.repeat(depth);
    }

    private void put(String name, String text, DeadLetterReason reason) {
        put(name, text.getBytes(StandardCharsets.UTF_8), reason);
    }

    private void put(String name, byte[] bytes, DeadLetterReason reason) {
        all.put(name, new Broken(bytes, reason));
    }
}
