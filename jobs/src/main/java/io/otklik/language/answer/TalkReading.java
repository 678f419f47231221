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
 * @param names hashed first names that it begins with («Анна, добрый день»), in their order
 * @param ids numbers of the persons whom it mentions at its beginning ({@code [id22|Анна]}), where
 *     the source tells them; 0 is nobody's
 * @param persons how many persons it addresses at its beginning, by mention or by name
 * @param toPage whether it addresses a page by mention
 * @param toAll whether it addresses everybody («Уважаемые жители!»)
 * @param question whether it asks
 */
public record TalkReading(
        short[] words,
        short[] names,
        long[] ids,
        int persons,
        boolean toPage,
        boolean toAll,
        boolean question) {

    /** Of a text that is not known. */
    public static final TalkReading NOTHING =
            new TalkReading(new short[0], new short[0], new long[0], 0, false, false, false);

    static final int MOST_WORDS = 24;

    private static final int SHORTEST_WORD = 4;
    private static final int STEM = 5;
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

    /** Words of greeting and of every answer; they tell nothing of the matter. */
    private static final Set<String> COMMON =
            Set.of(
                    "добры", "добро", "день", "здрав", "вечер", "пожал", "спаси", "ваше", "вашем",
                    "вопро", "обращ", "можно", "будет", "будут", "этого", "котор", "также", "может",
                    "нужно", "подск", "скажи", "когда", "почем", "только", "тольк", "есть", "если",
                    "чтобы", "очень", "сообщ", "адрес", "инфор", "данны", "данно", "уважа",
                    "просто", "прост", "всегд", "через", "после", "перед", "всего", "вообщ",
                    "хотел", "админ", "муниц", "округ", "право", "https", "благо", "утро", "вами",
                    "вашу", "ваша");

    private static final int[] COMMON_HASHES =
            COMMON.stream().mapToInt(String::hashCode).sorted().toArray();

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
        return new TalkReading(
                words(body),
                hashes(names),
                ids.build().filter(id -> id != 0).toArray(),
                persons,
                toPage,
                toAll,
                body.indexOf('?') >= 0);
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
                hashes.add(hash(name.toLowerCase(Locale.ROOT).replace('ё', 'е').hashCode()));
            }
        }
        return array(hashes);
    }

    private static short[] words(String text) {
        short[] hashes = new short[MOST_WORDS];
        int count = 0;
        int at = 0;
        while (at < text.length() && count < MOST_WORDS) {
            int end = at;
            while (end < text.length() && Character.isLetterOrDigit(text.charAt(end))) {
                end++;
            }
            boolean number = end > at && Character.isDigit(text.charAt(at));
            if (number || end - at >= SHORTEST_WORD) {
                int stemEnd = Math.min(end, at + STEM);
                int stem = stemHash(text, at, stemEnd);
                if (!isCommon(stem, text, at, stemEnd)) {
                    count = insert(hashes, count, hash(stem));
                }
            }
            at = end + 1;
        }
        return Arrays.copyOf(hashes, count);
    }

    /** Keeps the hashes ascending and each once; gives their new number. */
    private static int insert(short[] hashes, int count, short hash) {
        int place = Arrays.binarySearch(hashes, 0, count, hash);
        if (place >= 0) {
            return count;
        }
        int at = -place - 1;
        System.arraycopy(hashes, at, hashes, at + 1, count - at);
        hashes[at] = hash;
        return count + 1;
    }

    /** {@link String#hashCode} of a stem in plain letters. */
    private static int stemHash(String text, int begin, int end) {
        int hash = 0;
        for (int i = begin; i < end; i++) {
            hash = 31 * hash + plain(text.charAt(i));
        }
        return hash;
    }

    /** Few stems share their hash with a common one: the others are told by it alone. */
    private static boolean isCommon(int hash, String text, int begin, int end) {
        if (Arrays.binarySearch(COMMON_HASHES, hash) < 0) {
            return false;
        }
        StringBuilder stem = new StringBuilder(end - begin);
        for (int i = begin; i < end; i++) {
            stem.append(plain(text.charAt(i)));
        }
        return COMMON.contains(stem.toString());
    }

    private static char plain(char letter) {
        char lower = Character.toLowerCase(letter);
        return lower == 'ё' ? 'е' : lower;
    }

    private static short[] array(List<Short> list) {
        short[] array = new short[list.size()];
        for (int i = 0; i < array.length; i++) {
            array[i] = list.get(i);
        }
        return array;
    }

    /**
     * @param hash a word's {@link String#hashCode}
     */
    private static short hash(int hash) {
        return (short) (hash * 0x9E3779B1 >>> 16);
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

    /** Whether another text says the same things, to whomever. */
    boolean sameText(TalkReading other) {
        return words.length > 1 && Arrays.equals(words, other.words);
    }
}
