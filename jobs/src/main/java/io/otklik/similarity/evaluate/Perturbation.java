package io.otklik.similarity.evaluate;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** What happens to a text that is passed on, each in three strengths (1 weak, 3 strong). */
public enum Perturbation {
    /** Letters swapped, dropped or doubled in 5, 10, 20 % of the words. */
    TYPOS {
        @Override
        public String apply(String text, int strength, Random random) {
            double share = new double[] {0.05, 0.1, 0.2}[strength - 1];
            return eachWord(text, word -> random.nextDouble() < share ? typo(word, random) : word);
        }
    },
    /** Emoji after 5, 15, 30 % of the words. */
    EMOJI {
        @Override
        public String apply(String text, int strength, Random random) {
            double share = new double[] {0.05, 0.15, 0.3}[strength - 1];
            return eachWord(
                    text,
                    word ->
                            random.nextDouble() < share
                                    ? word + ' ' + EMOJI_SIGNS.get(random.nextInt(4))
                                    : word);
        }
    },
    /** Latin letters that look alike in 10, 30, 70 % of the words. */
    LOOK_ALIKES {
        @Override
        public String apply(String text, int strength, Random random) {
            double share = new double[] {0.1, 0.3, 0.7}[strength - 1];
            return eachWord(
                    text, word -> random.nextDouble() < share ? lookAlike(word, random) : word);
        }
    },
    /** No marks; then no capitals; then all in capitals with exclamation marks. */
    CASE_AND_MARKS {
        @Override
        public String apply(String text, int strength, Random random) {
            String bare = text.replaceAll("[,.;:!?«»\"]", " ");
            return switch (strength) {
                case 1 -> bare;
                case 2 -> bare.toLowerCase(Locale.ROOT);
                default -> text.toUpperCase(Locale.ROOT).replace(".", "!!!");
            };
        }
    },
    /** The last 20, 35, 50 % cut off. */
    CUT_END {
        @Override
        public String apply(String text, int strength, Random random) {
            List<String> words = words(text);
            return String.join(" ", words.subList(0, kept(words.size(), strength)));
        }
    },
    /** The first 20, 35, 50 % cut off. */
    CUT_BEGINNING {
        @Override
        public String apply(String text, int strength, Random random) {
            List<String> words = words(text);
            return String.join(
                    " ", words.subList(words.size() - kept(words.size(), strength), words.size()));
        }
    },
    /** One, two, four sentences before it. */
    INTRODUCTION {
        @Override
        public String apply(String text, int strength, Random random) {
            return sentences(INTRODUCTIONS, strength, random) + ' ' + text;
        }
    },
    /** One, two, four sentences behind it, with a link and a tag. */
    TAIL {
        @Override
        public String apply(String text, int strength, Random random) {
            return text
                    + ' '
                    + sentences(TAILS, strength, random)
                    + " https://vk.com/wall-"
                    + random.nextInt(100_000)
                    + " #важно";
        }
    },
    /** Two sentences (at commas where there is but one) change places, half do, all do. */
    REORDERED {
        @Override
        public String apply(String text, int strength, Random random) {
            List<String> parts = new ArrayList<>(List.of(text.split("(?<=[.!?…])\\s+")));
            if (parts.size() < 2) {
                parts = new ArrayList<>(List.of(text.split("(?<=,)\\s+")));
            }
            int swaps = strength == 3 ? parts.size() : strength == 2 ? (parts.size() + 1) / 2 : 1;
            for (int i = 0; i < swaps && parts.size() > 1; i++) {
                Collections.swap(parts, random.nextInt(parts.size()), random.nextInt(parts.size()));
            }
            return String.join(" ", parts);
        }
    },
    /** 5, 10, 20 % of the words left out or replaced by a filler. */
    WORDS_CHANGED {
        @Override
        public String apply(String text, int strength, Random random) {
            double share = new double[] {0.05, 0.1, 0.2}[strength - 1];
            return eachWord(
                    text,
                    word ->
                            random.nextDouble() >= share
                                    ? word
                                    : random.nextBoolean()
                                            ? ""
                                            : FILLERS.get(random.nextInt(FILLERS.size())));
        }
    };

    private static final List<String> EMOJI_SIGNS = List.of("😡", "❗", "🙏", "😱");

    private static final List<String> FILLERS =
            List.of("вообще", "короче", "говорят", "кажется", "опять", "просто", "реально");

    private static final List<String> INTRODUCTIONS =
            List.of(
                    "Переслали знакомые, решила поделиться со всеми.",
                    "Прочитайте внимательно и передайте соседям.",
                    "Только что прислали в родительский чат.",
                    "Не знаю, правда или нет, но лучше предупредить.",
                    "Девочки, что творится, посмотрите сами.",
                    "Получил сообщение от коллеги по работе.",
                    "Вот такое объявление висит в нашем подъезде.",
                    "Сестра работает в поликлинике, говорит следующее.",
                    "Нашла в соседней группе, копирую сюда.",
                    "Это касается каждой семьи в нашем районе.",
                    "Утром на остановке раздавали листовки.",
                    "Свекровь услышала на рынке и позвонила мне.",
                    "Пишут в чате дачников, проверить не могу.",
                    "Водитель маршрутки рассказал вчера вечером.",
                    "Дальше текст без изменений, как пришло.",
                    "Друг скинул скриншот, перепечатываю.");

    private static final List<String> TAILS =
            List.of(
                    "Передайте всем, кого знаете.",
                    "Берегите себя и своих близких.",
                    "Делайте репост, пусть узнает весь город.",
                    "Кто что слышал, пишите в комментариях.",
                    "Сохраните себе, пока не удалили.",
                    "Администрация, как всегда, молчит.",
                    "Завтра идём на приём разбираться.",
                    "Ждём официальных объяснений до пятницы.",
                    "Напишите депутату, телефон есть на сайте.",
                    "Бабушкам позвоните, они интернет не читают.",
                    "Скриншоты приложу вечером отдельно.",
                    "Комментарии закрывать не буду, спорьте.",
                    "Мы своей улицей уже собираем подписи.",
                    "Второй раз за год одно и то же.",
                    "Модераторы, пропустите, пожалуйста, запись.",
                    "Источник указать не могу, сами понимаете.");

    /** The text as it was passed on; the same for the same random numbers. */
    public abstract String apply(String text, int strength, Random random);

    private static int kept(int words, int strength) {
        double cut = new double[] {0.2, 0.35, 0.5}[strength - 1];
        return (int) Math.ceil(words * (1 - cut));
    }

    private static List<String> words(String text) {
        return List.of(text.strip().split("\\s+"));
    }

    private static String eachWord(String text, java.util.function.UnaryOperator<String> change) {
        StringBuilder out = new StringBuilder(text.length());
        for (String word : words(text)) {
            out.append(change.apply(word)).append(' ');
        }
        return out.toString().strip();
    }

    private static String sentences(List<String> from, int strength, Random random) {
        List<String> shuffled = new ArrayList<>(from);
        Collections.shuffle(shuffled, random);
        return String.join(" ", shuffled.subList(0, new int[] {1, 2, 4}[strength - 1]));
    }

    private static String typo(String word, Random random) {
        if (word.length() < 4) {
            return word;
        }
        int at = 1 + random.nextInt(word.length() - 2);
        return switch (random.nextInt(3)) {
            case 0 -> word.substring(0, at) + word.substring(at + 1);
            case 1 -> word.substring(0, at) + word.charAt(at) + word.substring(at);
            default ->
                    word.substring(0, at)
                            + word.charAt(at + 1)
                            + word.charAt(at)
                            + word.substring(at + 2);
        };
    }

    private static String lookAlike(String word, Random random) {
        StringBuilder out = new StringBuilder(word);
        for (int i = 0; i < word.length(); i++) {
            int letter = "аеорсухАЕОРСВНКМТ".indexOf(word.charAt(i));
            if (letter >= 0 && random.nextInt(3) > 0) {
                out.setCharAt(i, "aeopcyxAEOPCBHKMT".charAt(letter));
            }
        }
        return out.toString();
    }
}
