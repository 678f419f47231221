package io.otklik.language.answer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;

/**
 * What a text of a thread says of whom it speaks to and what about: enough to tell later which
 * message an answer belongs to. Context-free and small.
 *
 * @param words hashed stems of its telling words, ascending, at most {@value #MOST_WORDS}
 * @param houses hashed names of streets with the number of a house, ascending
 * @param names hashed first names that it begins with («Анна, добрый день»), in their order
 * @param ids numbers of the persons whom it mentions at its beginning ({@code [id22|Анна]}), where
 *     the source tells them; 0 is nobody's
 * @param persons how many persons it addresses at its beginning, by mention or by name
 * @param toPage whether it addresses a page by mention
 * @param toAll whether it addresses everybody («Уважаемые жители!»)
 * @param question whether it asks
 * @param goesOn whether it says that what another wrote holds for its author, too («у нас тоже»)
 */
public record TalkReading(
        short[] words,
        short[] houses,
        short[] names,
        long[] ids,
        int persons,
        boolean toPage,
        boolean toAll,
        boolean question,
        boolean goesOn) {

    /** Of a text that is not known. */
    public static final TalkReading NOTHING =
            new TalkReading(
                    new short[0],
                    new short[0],
                    new short[0],
                    new long[0],
                    0,
                    false,
                    false,
                    false,
                    false);

    static final int MOST_WORDS = 24;

    private static final int MOST_CHARS = 4000;
    private static final int MOST_NAMES = 8;

    private static final Pattern MENTION =
            Pattern.compile("\\G[\\s,и]*\\[(id|club|public)(\\d{1,18})[^|\\]]*\\|([^\\]]*)\\]");
    private static final Pattern GREETING =
            Pattern.compile(
                    "(?iu)^\\s*(?:здравствуйте|добр(?:ый|ое|ого)\\s+\\p{L}+|приветствуем"
                            + "|доброго\\s+времени\\s+суток)[\\s,!.]*");
    private static final Pattern TO_ALL =
            Pattern.compile(
                    "(?iu)^[^\\p{L}\\d]*(?:уважаемые|дорогие|друзья|земляки|соседи|жители|коллеги|товарищи"
                            + "|всем\\s|для\\s+всех)");

    /** First letters of what {@link #GREETING} matches. */
    private static final String GREETINGS_BEGIN = "здп";

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\d]+");

    public static TalkReading of(String text) {
        Set<String> names = new LinkedHashSet<>();
        LongStream.Builder ids = LongStream.builder();
        int persons = 0;
        boolean toPage = false;
        Matcher mention = text.indexOf('[') < 0 ? null : MENTION.matcher(text);
        int at = 0;
        while (mention != null && mention.find()) {
            at = mention.end();
            if (mention.group(1).equals("id")) {
                persons++;
                ids.add(Long.parseLong(mention.group(2)));
                names.add(firstWord(mention.group(3)));
            } else {
                toPage = true;
            }
        }
        boolean toAll = false;
        if (at == 0) {
            String rest = text.substring(greetingEnd(text));
            List<String> called = calledNames(rest);
            persons = called.size();
            names.addAll(called);
            toAll = called.isEmpty() && TO_ALL.matcher(rest).lookingAt();
        }
        String body = text.substring(at, Math.max(at, Math.min(text.length(), MOST_CHARS)));
        TalkWords words = TalkWords.of(body, MOST_WORDS);
        return new TalkReading(
                words.words(),
                words.houses(),
                hashes(names),
                ids.build().filter(id -> id != 0).toArray(),
                persons,
                toPage,
                toAll,
                body.indexOf('?') >= 0,
                words.goesOn());
    }

    private static int greetingEnd(String text) {
        int first = 0;
        while (first < text.length() && text.charAt(first) <= ' ') {
            first++;
        }
        if (first == text.length() || !mayGreet(text.charAt(first))) {
            return 0;
        }
        Matcher greeting = GREETING.matcher(text);
        return greeting.lookingAt() ? greeting.end() : 0;
    }

    private static boolean mayGreet(char first) {
        return GREETINGS_BEGIN.indexOf(Character.toLowerCase(Character.toUpperCase(first))) >= 0;
    }

    /** Names at the very beginning, each closed by a comma or an exclamation mark. */
    private static List<String> calledNames(String text) {
        List<String> names = new ArrayList<>();
        int end = 0;
        for (int i = 0; i < text.length() && i < 120; i++) {
            char c = text.charAt(i);
            if (c == ',' || c == '!') {
                String called = text.substring(end, i).strip();
                if (!FirstNames.isAddress(called)) {
                    break;
                }
                names.add(FirstNames.firstName(called));
                end = i + 1;
            }
        }
        return names;
    }

    private static String firstWord(String name) {
        Matcher word = WORD.matcher(name);
        return word.find() ? word.group() : "";
    }

    private static short[] hashes(Set<String> names) {
        List<Short> hashes = new ArrayList<>();
        for (String name : names) {
            if (!name.isEmpty() && !name.equals("NAME") && hashes.size() < MOST_NAMES) {
                hashes.add(TalkWords.hash(name.toLowerCase(Locale.ROOT).replace('ё', 'е')));
            }
        }
        return array(hashes);
    }

    private static short[] array(List<Short> list) {
        short[] array = new short[list.size()];
        for (int i = 0; i < array.length; i++) {
            array[i] = list.get(i);
        }
        return array;
    }

    /** Whether it speaks of what another text asks: two of its telling words, or a sixth. */
    boolean speaksOf(TalkReading asks) {
        int shared = 0;
        for (short word : words) {
            shared += asks.saysWord(word) ? 1 : 0;
        }
        return shared >= 2 || shared > 0 && shared * 6 >= asks.words.length;
    }

    boolean saysWord(short hash) {
        return Arrays.binarySearch(words, hash) >= 0;
    }

    /** Whether it names a house that another text names. */
    boolean sharesHouse(TalkReading other) {
        for (short house : houses) {
            if (Arrays.binarySearch(other.houses, house) >= 0) {
                return true;
            }
        }
        return false;
    }

    /** Whether another text says the same things, to whomever. */
    boolean sameText(TalkReading other) {
        return words.length > 1 && Arrays.equals(words, other.words);
    }
}
