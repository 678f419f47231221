package io.otklik.language.answer;

import io.otklik.language.text.WordList;

import java.util.List;
import java.util.Set;

/**
 * Tells by its form whether a Russian verb says what will be done («закрепим», «смонтируют»,
 * «завершится»): an ending of the plural of the first or of the third person, a prefix that makes a
 * verb perfective, and none of the stems that stay present with it («проводят», «находится»). Verbs
 * without a prefix are perfective only where a list says so.
 */
final class PerfectiveFuture {

    private static final int SHORTEST = 4;
    private static final int SHORTEST_STEM = 1;

    private static final String[] ENDINGS = {"им", "ем", "ит", "ет", "ят", "ат", "ут", "ют"};

    /** Longer ones first: «пере» before «пе…», «вос» before «во». */
    private static final String[] PREFIXES = {
        "обез", "пере", "пред", "под", "раз", "рас", "вос", "воз", "вз", "при", "про", "об", "от",
        "до", "за", "из", "ис", "на", "по", "вы", "о", "у"
    };

    /** Beginnings of verbs that are perfective though no prefix of the list says so. */
    private static final String[] PERFECTIVE =
            WordList.of(
                    """
                    сдел сдад сним смонт смог спил скос сгреб слож свяж соберу собере соедин
                    создад соору сократ сохран среж снес смен скорр сформ спроект состав свар смаж
                    сверн сверят сообщ соглас сдвин стартуют введ внес включ войд верн врежут
                    вкопа вскро вступ дадут дадим реш куп пуст брос стан демонтир ликвидир
                    реконстр реализу модерниз газифиц эвакуир явят хват
                    """);

    /** Stems behind a prefix with which a verb in -ают or -яют is perfective. */
    private static final String[] DONE_IN_A = {
        "дела", "работа", "лата", "кача", "копа", "пласта", "ровня", "меня", "узна", "стара", "пая",
        "кида", "меша", "чита"
    };

    /** Stems of present verbs behind a prefix: what goes, carries, stands, holds, is asked for. */
    private static final String[] PRESENT = {
        "вод", "извод", "воз", "ход", "исход", "нос", "езж", "льзу", "пользу", "след", "держ",
        "леж", "вис", "стоит", "стоят", "крыва", "леч", "раст", "надлеж", "деем", "деют"
    };

    /** What is looked into, told or sent on; what happens, is had or may be. */
    private static final String[] NO_WORK =
            WordList.of(
                    """
                    провер разбер рассмотр выед отработ учте учту постара прим сообщ уточн выясн
                    запрос довед обсуд направ отправ перед верн ответ напиш свяж изуч осмотр поруч
                    перенапр переадр подскаж расскаж покаж посмотр зафикс обрат смог получ помож
                    помог состоит состоят пройд пожелае порадуе посет узна проинформ опубликуе
                    напомн согласит поздрав возник повтор понрав надее представ предлож предостав
                    оповест увид продл
                    """);

    /** Behind {@code по}, {@code у} and the like, whole: no verb of the future, or no verb. */
    private static final Set<String> NO_VERB =
            Set.of(
                    WordList.of(
                            """
                            просим просит просят умеет умеют учат учит учим учатся учится помнит
                            помним помнят выглядит выглядят растут растет ответ отчет учет насчет
                            зачет подсчет пересчет перерасчет расчет запрет предмет возврат прокат
                            откат закат накат перекат объем подъем отъем причем зачем почем затем
                            разбит пробит забит прибит перебит избит подбит отбит обит развит
                            залит полит пролит облит занят принят поднят нанят отнят изъят
                            предпринят понят приветствует приветствуем приветствуют присутствует
                            отсутствует присутствуют отсутствуют участвует участвуют прогнозируем
                            прогнозирует прогнозируют проектируют проектирует проектируется
                            возглавит обязуемся позволит позволят понадобится понадобятся
                            потребуется потребуются придется надлежит хватит общим
                            """));

    /** Endings of adjectives, participles and nouns that look like those of verbs. */
    private static final String[] ENDINGS_OF_NOUNS =
            WordList.of(
                    """
                    ием ьем телем ящим ащим ущим ющим вшим дшим дним ким гим хим бюджет интернет
                    """);

    private PerfectiveFuture() {}

    /**
     * Whether one of the words, in lower case and without {@code ё}, is such a verb and says more
     * than that one looks into the matter, tells of it or lets something happen.
     */
    static boolean doesWork(List<String> words) {
        String before = "";
        for (String word : words) {
            if (is(word) && !before.equals("не") && !startsWithOne(word, NO_WORK)) {
                return true;
            }
            before = word;
        }
        return false;
    }

    /** Whether a text in lower case and without {@code ё} has such a verb. */
    static boolean speaksIn(String text) {
        boolean denied = false;
        int begin = 0;
        for (int i = 0; i <= text.length(); i++) {
            if (i < text.length() && Character.isLetter(text.charAt(i))) {
                continue;
            }
            if (i > begin) {
                String word = text.substring(begin, i);
                if (!denied && is(word)) {
                    return true;
                }
                denied = word.equals("не");
            }
            begin = i + 1;
        }
        return false;
    }

    /** Whether a word in lower case and without {@code ё} is such a verb. */
    static boolean is(String word) {
        String verb = word.endsWith("ся") ? word.substring(0, word.length() - 2) : word;
        if (word.equals("состоится") || word.equals("состоятся")) {
            return true;
        }
        if (verb.length() < SHORTEST || NO_VERB.contains(word) || !endsWithOne(verb, ENDINGS)) {
            return false;
        }
        if (endsWithOne(verb, ENDINGS_OF_NOUNS)
                && !verb.endsWith("льем")
                && !verb.endsWith("бьем")) {
            return false;
        }
        if (startsWithOne(verb, PERFECTIVE)) {
            return !isPresentInA(verb) || verb.startsWith("сдела");
        }
        for (String prefix : PREFIXES) {
            if (verb.length() >= prefix.length() + 2 + SHORTEST_STEM && verb.startsWith(prefix)) {
                String stem = verb.substring(prefix.length());
                return !startsWithOne(stem, PRESENT)
                        && (!isPresentInA(verb) || startsWithOne(stem, DONE_IN_A));
            }
        }
        return false;
    }

    /** «Закрепляют», «принимаем», «вывозится»: the stem ends with a vowel that makes it present. */
    private static boolean isPresentInA(String verb) {
        char last = verb.charAt(verb.length() - 3);
        char ending = verb.charAt(verb.length() - 2);
        boolean first = ending == 'е' || ending == 'ю';
        return first && (last == 'а' || last == 'я') || verb.endsWith("вают");
    }

    private static boolean endsWithOne(String word, String[] endings) {
        for (String ending : endings) {
            if (word.endsWith(ending)) {
                return true;
            }
        }
        return false;
    }

    private static boolean startsWithOne(String word, String[] beginnings) {
        for (String beginning : beginnings) {
            if (word.startsWith(beginning)) {
                return true;
            }
        }
        return false;
    }
}
