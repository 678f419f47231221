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
                    "фейк или|фейк или правда|это фейк");

    private static final List<String> JOKES =
            List.of(
                    "шутка|шутка юмора|сатира|сатирическ*|пародия|стёб|стеб|прикол + новост*|это|издани*|текст|канал",
                    "панорама|ироничн* издани*|сатирическ* издани*|первоапрельск*");

    private final SignIndex index;
    private final List<CopyStance> stances = new ArrayList<>();

    public StanceReader() {
        List<Sign> signs = new ArrayList<>();
        add(DENIES, CopyStance.REFUTATION, signs);
        add(ASKS, CopyStance.QUESTION, signs);
        add(JOKES, CopyStance.SATIRE, signs);
        index = new SignIndex(signs);
    }

    private void add(List<String> written, CopyStance stance, List<Sign> signs) {
        for (String sign : written) {
            signs.add(Sign.parse(sign.replace('ё', 'е'), Map.of()));
            stances.add(stance);
        }
    }

    /**
     * The stance of a text. A denial is a refutation only by an official page: by anybody else it
     * is part of the talk, and counts as a question.
     *
     * @param words in lower case, {@code ё} as {@code е}
     * @param asks whether the text has a question mark
     */
    public CopyStance read(List<String> words, boolean official, boolean asks) {
        boolean denies = false;
        boolean questions = false;
        boolean jokes = false;
        for (int sign : index.find(words)) {
            denies |= stances.get(sign) == CopyStance.REFUTATION;
            questions |= stances.get(sign) == CopyStance.QUESTION;
            jokes |= stances.get(sign) == CopyStance.SATIRE;
        }
        if (denies && official) {
            return CopyStance.REFUTATION;
        }
        if (jokes) {
            return CopyStance.SATIRE;
        }
        return denies || questions && asks ? CopyStance.QUESTION : CopyStance.STORY;
    }
}
