package io.otklik.similarity.signal;

import io.otklik.language.sign.Sign;
import io.otklik.language.sign.SignIndex;
import io.otklik.schemas.CopyStance;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Tells the {@link CopyStance} of a text by its words. Immutable and safe for many threads. */
public final class StanceReader {

    private static final List<String> DENIES =
            List.of(
                    "не соответств* действительности|не соответств* реальности",
                    "фейк*|фейков*",
                    "недостоверн*|ложная информация|ложную информацию|ложные сообщения",
                    "опроверга*|опровержен*",
                    "это неправда|это ложь|информация ложная|является ложью|является вымыслом",
                    "якобы + не соответств*|на самом деле|официально|не планиру*|не будет|не верьте",
                    "не верьте|не поддавайтесь + слух*|фейк*|провокац*|сообщени*|рассылк*",
                    "слухи + не соответств*|не подтвержд*|опроверг*|беспочвен*|вымысел|неправда");

    private static final List<String> ASKS =
            List.of(
                    "это правда что|правда ли|это правда|правда что|неужели правда",
                    "кто знает правда|кто-нибудь знает + правда|закро*|отключ*|отмен*",
                    "слышали что|слышала что|слышал что + правда|это так",
                    "фейк или|фейк или правда|это фейк",
                    "не-фейк|не-вброс");

    private static final List<String> JOKES =
            List.of(
                    "шутка|шутка юмора|сатира|сатирическ*|пародия|стёб|стеб|прикол + новост*|это|издани*|текст|канал",
                    "панорама|ироничн* издани*|сатирическ* издани*|первоапрельск*");

    private static final List<String> CALLS =
            List.of(
                    "перешлите|рассылайте|разошлите|распространите|репостните|скиньте всем",
                    "передайте всем|передайте другим|максимальный репост|делаем репост");

    /** With «не» before them, beginnings of words say the opposite of what they say alone. */
    private static final List<String> DENIABLE =
            List.of("фейк", "вброс", "шутк", "прикол", "рассыла");

    private final SignIndex index;
    private final List<CopyStance> stances = new ArrayList<>();

    public StanceReader() {
        List<Sign> signs = new ArrayList<>();
        add(DENIES, CopyStance.REFUTATION, signs);
        add(ASKS, CopyStance.QUESTION, signs);
        add(JOKES, CopyStance.SATIRE, signs);
        add(CALLS, CopyStance.STORY, signs);
        index = new SignIndex(signs);
    }

    private void add(List<String> written, CopyStance stance, List<Sign> signs) {
        for (String sign : written) {
            signs.add(Sign.parse(sign.replace('ё', 'е'), Map.of()));
            stances.add(stance);
        }
    }

    /**
     * What a text says of its own story.
     *
     * @param stance by anybody but an official page
     * @param denies whether it denies it: by an official page that is a refutation
     */
    public record Reading(CopyStance stance, boolean denies) {

        /** The stance, told who says it. */
        public CopyStance by(boolean official) {
            return official && denies ? CopyStance.REFUTATION : stance;
        }
    }

    /**
     * Reads a text. A denial is a refutation only by an official page: by anybody else it is part
     * of the talk, and counts as a question, unless it asks to be passed on: whoever does that
     * tells the story, whatever he says about it. That it is no fake and no joke says every rumour
     * of itself.
     *
     * @param words in lower case, {@code ё} as {@code е}
     * @param asks whether the text has a question mark
     */
    public Reading read(List<String> words, boolean asks) {
        boolean denies = false;
        boolean questions = false;
        boolean jokes = false;
        boolean calls = false;
        for (int sign : index.find(withDenials(words))) {
            switch (stances.get(sign)) {
                case REFUTATION -> denies = true;
                case QUESTION -> questions = true;
                case SATIRE -> jokes = true;
                case STORY -> calls = true;
            }
        }
        if (jokes) {
            return new Reading(CopyStance.SATIRE, denies);
        }
        boolean doubts = denies || questions && asks;
        return new Reading(doubts && !calls ? CopyStance.QUESTION : CopyStance.STORY, denies);
    }

    /** The words, «не» and what it denies made one: «не-фейк» is no «фейк». */
    private static List<String> withDenials(List<String> words) {
        if (!words.contains("не")) {
            return words;
        }
        List<String> joined = new ArrayList<>(words.size());
        for (int i = 0; i < words.size(); i++) {
            boolean denied =
                    i + 1 < words.size()
                            && words.get(i).equals("не")
                            && DENIABLE.stream().anyMatch(words.get(i + 1)::startsWith);
            joined.add(denied ? "не-" + words.get(++i) : words.get(i));
        }
        return joined;
    }
}
