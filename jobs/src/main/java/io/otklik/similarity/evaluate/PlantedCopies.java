package io.otklik.similarity.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Texts among which copies are planted: some originals with each {@link Perturbation} in each
 * strength, the others alone.
 */
public final class PlantedCopies {

    private static final int STRENGTHS = 3;

    private final List<String> originals;
    private final int stories;
    private final long seed;

    /**
     * @param originals texts of which none is a copy of another
     * @param stories of how many of them copies are planted
     */
    public PlantedCopies(List<String> originals, int stories, long seed) {
        this.originals = List.copyOf(originals);
        this.stories = stories;
        this.seed = seed;
    }

    /**
     * A text.
     *
     * @param original number of what it is a copy of
     * @param change what happened to it; null for the original
     */
    public record Text(int original, Perturbation change, int strength, String written) {}

    /** The texts, an original before its copies; fewer than asked for where originals run out. */
    public List<Text> texts(int most) {
        Random random = new Random(seed);
        List<Text> texts = new ArrayList<>();
        for (int i = 0; i < originals.size() && texts.size() < most; i++) {
            texts.add(new Text(i, null, 0, originals.get(i)));
            if (i >= stories) {
                continue;
            }
            for (Perturbation change : Perturbation.values()) {
                for (int strength = 1; strength <= STRENGTHS; strength++) {
                    texts.add(
                            new Text(
                                    i,
                                    change,
                                    strength,
                                    change.apply(originals.get(i), strength, random)));
                }
            }
        }
        return texts;
    }

    /** Originals written by lot from a small vocabulary: 3,000, none a copy of another. */
    public static List<String> written(long seed) {
        Random random = new Random(seed);
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < 3_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int sentence = 0; sentence < 4; sentence++) {
                text.append(pick(WHO, random)).append(' ');
                text.append(pick(DOES, random)).append(' ');
                text.append(pick(WHAT, random)).append(' ');
                text.append(pick(WHERE, random)).append(", ");
                text.append(pick(HOW, random)).append(". ");
            }
            texts.add(text.toString().strip());
        }
        return texts;
    }

    private static String pick(String[] from, Random random) {
        return from[random.nextInt(from.length)];
    }

    private static final String[] WHO = {
        "Подрядчик",
        "Лесничество",
        "Депутат",
        "Библиотека",
        "Горэлектросеть",
        "Хоккейный клуб",
        "Дачный кооператив",
        "Диспетчер",
        "Музыкальная школа",
        "Ветеринар",
        "Застройщик",
        "Краеведческий музей",
        "Автовокзал",
        "Рыбоводный завод",
        "Комитет ветеранов",
        "Пекарня",
        "Теплосеть",
        "Спасательный отряд",
        "Поликлиника",
        "Фермер",
        "Кинотеатр",
        "Почтальон",
        "Речной порт",
        "Управляющая компания",
        "Лыжная база",
        "Молочный комбинат"
    };
    private static final String[] DOES = {
        "перенёс",
        "закупил",
        "проиграл",
        "отремонтировал",
        "подарил",
        "спрятал",
        "осмотрел",
        "сфотографировал",
        "переименовал",
        "застраховал",
        "обещал",
        "потерял",
        "покрасил",
        "раскопал",
        "проверил",
        "заморозил",
        "арендовал",
        "разобрал",
        "пересчитал",
        "украсил",
        "вывез",
        "отменил",
        "выиграл",
        "оштрафовал",
        "починил",
        "затопил"
    };
    private static final String[] WHAT = {
        "теплицу",
        "памятник лётчику",
        "насосную станцию",
        "ледовую арену",
        "двенадцать скамеек",
        "старый трамвай",
        "набережную",
        "карусель",
        "школьный автобус",
        "котельную",
        "пасеку",
        "колокольню",
        "мостовой кран",
        "парниковые огурцы",
        "оркестровую яму",
        "снегоход",
        "детскую горку",
        "водонапорную башню",
        "аптечный киоск",
        "рыболовные сети",
        "фонтан",
        "пожарный гидрант",
        "дорожный знак",
        "вертолётную площадку",
        "керамическую печь",
        "плотину"
    };
    private static final String[] WHERE = {
        "у кирпичного завода",
        "за железной дорогой",
        "возле яблоневого сада",
        "на Пролетарской",
        "под виадуком",
        "в Берёзовке",
        "около аэродрома",
        "на полуострове",
        "в подвале ратуши",
        "напротив бассейна",
        "на Тракторной",
        "в затоне",
        "у песчаного карьера",
        "на хуторе",
        "за стадионом",
        "в ущелье",
        "на Кузнечной",
        "у метеостанции",
        "в Малиновке",
        "на плоту посреди озера",
        "возле крематория",
        "на Гончарной",
        "у ипподрома",
        "в обсерватории",
        "на переправе",
        "за элеватором"
    };
    private static final String[] HOW = {
        "хотя соседи возражали", "несмотря на гололёд", "по просьбе пенсионеров",
                "без согласования",
        "вместо обещанного субботника", "в честь юбилея", "после долгой ссоры", "за счёт спонсора",
        "накануне заморозков", "ради рекорда", "под аплодисменты школьников", "с третьей попытки",
        "вопреки смете", "при свете фар", "из-за перелётных гусей", "наперекор прогнозу",
        "согласно завещанию", "во время паводка", "с помощью студентов", "ценой двух выходных",
        "впервые за сорок лет", "к удивлению туристов", "благодаря гранту", "назло конкурентам",
        "перед самым отпуском", "на радость воробьям"
    };
}
