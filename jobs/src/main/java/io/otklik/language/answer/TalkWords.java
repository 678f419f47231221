package io.otklik.language.answer;

import io.otklik.language.text.Tokenizer;
import io.otklik.language.text.WordList;

import java.util.Arrays;
import java.util.Set;

/**
 * The telling words of a text as hashed stems, and the houses that it names: a word and the number
 * behind it («Мира, 9», «ул. Мира д. 9»).
 */
final class TalkWords {

    private static final Set<String> GOING_ON = Set.of("тоже", "также");
    private static final int SHORTEST_WORD = 3;
    private static final int SHORTEST_NAME = 3;

    /** «Отремонтируем», «отремонтировали»: what begins so alike is the same matter. */
    private static final int LONGEST_STEM = 5;

    /** What stands between the name of a street and the number of a house. */
    private static final Set<String> BEFORE_NUMBER =
            Set.of("д", "дом", "дома", "доме", "дому", "к", "корп", "корпус");

    /** Stems of greetings and of every answer; they tell nothing of the matter. */
    private static final Set<String> COMMON =
            Set.of(
                    WordList.of(
                            """
                            добр день дня здравств здравствуйт вечер утр пожалуйст спасиб ваш вам
                            вас нас нам вопрос обращен можн будет будут этог котор такж может нужн
                            подскаж подскажит скаж скажит когд поч почем тольк ест есл чтоб очен
                            сообщен сообщ адрес информац дан уважа уважаем прост всегд через посл
                            перед все всег вообщ хотел администрац муниципальн округ https
                            благодар благ как что где для при или это так уже еще был быт тож там
                            тут нет над под без кто чем она они оно его мне мой наш свой сво сам
                            год раз http даж пок пор кажд друг один одн два три
                            """));

    /** Keeps remembered stems; a thread's own, for readings are made from texts alone. */
    private static final ThreadLocal<Tokenizer> STEMS = ThreadLocal.withInitial(Tokenizer::new);

    private final short[] words;
    private final short[] houses;
    private int wordCount;
    private int houseCount;
    private boolean goesOn;

    /**
     * The last word that may name a street; null behind what ends an address: no full stop does.
     */
    private String name;

    private TalkWords(int most) {
        words = new short[most];
        houses = new short[most];
    }

    static TalkWords of(String text, int most) {
        TalkWords read = new TalkWords(most);
        int at = 0;
        while (at < text.length() && read.wordCount < most) {
            int end = at;
            while (end < text.length() && Character.isLetterOrDigit(text.charAt(end))) {
                end++;
            }
            if (end > at) {
                read.add(plain(text, at, end));
            } else if ("!?\n".indexOf(text.charAt(at)) >= 0) {
                read.name = null;
            }
            at = Math.max(end, at + 1);
        }
        return read;
    }

    private void add(String word) {
        goesOn |= GOING_ON.contains(word);
        if (Character.isDigit(word.charAt(0))) {
            wordCount = insert(words, wordCount, hash(word));
            if (name != null && houseCount < houses.length) {
                houseCount = insert(houses, houseCount, hash(name + ' ' + word));
            }
            return;
        }
        if (BEFORE_NUMBER.contains(word)) {
            return;
        }
        if (word.length() < SHORTEST_WORD) {
            name = null;
            return;
        }
        String stem = STEMS.get().stem(word);
        name = stem.length() < SHORTEST_NAME ? null : stem;
        if (stem.length() >= SHORTEST_WORD && !COMMON.contains(stem)) {
            String telling = stem.length() > LONGEST_STEM ? stem.substring(0, LONGEST_STEM) : stem;
            wordCount = insert(words, wordCount, hash(telling));
            String matter = Matters.of(telling);
            if (matter != null && wordCount < words.length) {
                wordCount = insert(words, wordCount, hash(matter));
            }
        }
    }

    short[] words() {
        return Arrays.copyOf(words, wordCount);
    }

    /** Whether it says that the same holds for another. */
    boolean goesOn() {
        return goesOn;
    }

    short[] houses() {
        return Arrays.copyOf(houses, houseCount);
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

    private static String plain(String text, int begin, int end) {
        char[] plain = new char[end - begin];
        for (int i = 0; i < plain.length; i++) {
            char lower = Character.toLowerCase(text.charAt(begin + i));
            plain[i] = lower == 'ё' ? 'е' : lower;
        }
        return new String(plain);
    }

    /** The hash by which readings keep a word in plain letters. */
    static short hash(String word) {
        return (short) (word.hashCode() * 0x9E3779B1 >>> 16);
    }
}
