package io.otklik.language.place;

import io.otklik.language.place.NameForms.Gender;
import io.otklik.language.place.VillageNames.Case;
import io.otklik.language.text.Tokens;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads a settlement: by its kind («деревня Малиновка», «пос. Светлый») or, after a word that
 * places follow, a city of the gazetteer («в Выборге»).
 */
final class SettlementGrammar {

    private static final int MOST_NAME_WORDS = 2;

    private static final Map<String, String> KINDS = new HashMap<>();

    private static final Set<String> BEFORE =
            Set.of(
                    "в", "во", "из", "до", "под", "около", "через", "к", "город", "городе",
                    "города");

    /** Kinds in the second case, in which the name beside them may be too. */
    private static final Set<String> OF =
            Set.of("города", "поселка", "села", "деревни", "станицы", "хутора", "аула");

    private static final Map<String, Gender> GENDERS =
            Map.of("село", Gender.IT, "деревня", Gender.SHE, "станица", Gender.SHE);

    /** How villages' names end, in the cases that «в», «из» and «до» want. */
    private static final Pattern VILLAGE =
            Pattern.compile(
                    ".{2,}((ов|ев|ин|ын)(о|е|а|у|ом|ку|ке|ки|ка|кой)|(ск|цк)(ое|ом|ого|е)"
                            + "|(ник|няг|ян|ич|иц|к|г)(и|е|у|а|ах)|овк[аеуи]|озер(о|е|а|у)|[шщ]ах|(ом|ого))");

    /** Endings that a village's name has in the first case. */
    private static final Pattern OPENING = Pattern.compile(".{2,}((ов|ев|ин|ын)(о|ка)|(ск|цк)ое)");

    private static final Set<String> RESIDENTS =
            Set.of("жители", "жителей", "жителям", "житель", "жительница", "мэрия");

    /** A city called so may be a person: «Киров», «Пушкин». */
    private static final Pattern SURNAME = Pattern.compile(".*(ов|ев|ин|ын)|.{1,4}");

    private static final Set<String> LACKED =
            Set.of(
                    "света",
                    "воды",
                    "газа",
                    "тепла",
                    "отопления",
                    "связи",
                    "интернета",
                    "электричества",
                    "электроэнергии");

    private static final Set<String> WAYS =
            Set.of(
                    "дорога",
                    "дороги",
                    "дороге",
                    "дорогу",
                    "трасса",
                    "трассы",
                    "трассе",
                    "поворот",
                    "повороте",
                    "поворота",
                    "автобус",
                    "автобуса",
                    "автобусы");

    /** Words with a capital after «в» that are no places. */
    private static final Set<String> NO_VILLAGE =
            Set.of(
                    "пасху",
                    "масленицу",
                    "думу",
                    "госдуму",
                    "контакте",
                    "вконтакте",
                    "одноклассники",
                    "ленту",
                    "ленте",
                    "магните",
                    "пятерочке",
                    "пятницу",
                    "субботу",
                    "среду",
                    "россии",
                    "украине",
                    "европе",
                    "президента",
                    "интернете",
                    "библиотеке",
                    "администрации",
                    "парке",
                    "парку",
                    "родине",
                    "родину",
                    "арктике",
                    "арктику",
                    "поликлинике",
                    "поликлинику");

    /** What ends like a noun after «в Отрадном». */
    private static final Set<String> ADVERBS =
            Set.of(
                    "уже", "тоже", "даже", "вообще", "ещё", "еще", "также", "после", "более",
                    "ниже");

    static {
        kind("город", "город", "города", "городе", "г", "гор", "городу");
        kind(
                "посёлок", "поселок", "поселка", "поселке", "пос", "п", "поселку", "пгт", "рп",
                "посёлок");
        kind("село", "село", "села", "селе", "с", "селу");
        kind("деревня", "деревня", "деревни", "деревне", "деревню", "дер", "д");
        kind("станица", "станица", "станицы", "станице", "станицу", "ст-ца", "ст");
        kind("хутор", "хутор", "хутора", "хуторе", "х");
        kind("аул", "аул", "аула", "ауле");
    }

    private SettlementGrammar() {}

    private static void kind(String full, String... forms) {
        for (String form : forms) {
            KINDS.put(form, full);
        }
    }

    /** Words in small letters with which a settlement begins. */
    static Set<String> openers() {
        return KINDS.keySet();
    }

    /** Whether the settlement before the word lacks something. */
    static boolean isWithout(String lower) {
        return lower.equals("без") || lower.equals("нет");
    }

    /** Whether a settlement may follow the word; all that follow a way follow «на», too. */
    static boolean isPointer(String lower) {
        return BEFORE.contains(lower);
    }

    /** Reads a settlement at a token; null if there is none. */
    static Place at(Tokens text, int from) {
        if (!Words.isWord(text, from)) {
            return null;
        }
        Place two = twoWords(text, from);
        if (two != null) {
            return two;
        }
        String kind = KINDS.get(text.word(from));
        Place byKind = kind == null ? null : byKind(text, from, kind);
        return byKind != null ? byKind : city(text, from);
    }

    private static Place byKind(Tokens text, int from, String kind) {
        boolean brief = text.word(from).length() <= 2;
        // A letter alone is short for a kind only with a full stop: «д. Малиновка», not «с Петей».
        String gap = Words.gap(text, from);
        boolean abbreviated = text.word(from).length() <= 3;
        if (brief && !gap.startsWith(".") || !Words.isJoinedInSentence(text, from, abbreviated)) {
            return null;
        }
        int at = from + 1;
        StringBuilder name = new StringBuilder();
        int words = 0;
        while (words < MOST_NAME_WORDS
                && Words.isCapitalised(text, at)
                && text.word(at).length() > 2
                && (words == 0
                        || Words.gap(text, at - 1).equals(" ")
                                && !isOfLarger(text, at)
                                && !isStreetWithHouse(text, at))) {
            name.append(words == 0 ? "" : " ").append(Words.name(text, at));
            at++;
            words++;
        }
        if (words == 0) {
            return null;
        }
        String city =
                Gazetteer.bundled()
                        .city(name.toString().toLowerCase(Locale.ROOT).replace('ё', 'е'));
        String first =
                VillageNames.first(
                        name.toString(),
                        OF.contains(text.word(from)) ? Case.BESIDE_KIND_OF : Case.BESIDE_KIND,
                        GENDERS.getOrDefault(kind, Gender.HE));
        String full = kind.equals("город") ? city == null ? first : city : kind + " " + first;
        return settlement(text, from, at, full);
    }

    /** «посёлок Октябрьский Мира 5». */
    private static boolean isStreetWithHouse(Tokens text, int at) {
        StreetNames.Match street = StreetNames.bundled().at(text, at);
        return street != null && Words.isNumber(text, street.to());
    }

    /**
     * «Великий Новгород», «в Чудском Бору»: two words with capitals that can be nothing else,
     * wherever they stand.
     */
    private static Place twoWords(Tokens text, int from) {
        if (!Words.isName(text, from)
                || !Words.isCapitalised(text, from + 1)
                || !Words.gap(text, from).equals(" ")) {
            return null;
        }
        String city = Gazetteer.bundled().city(text.word(from) + " " + text.word(from + 1));
        if (city != null) {
            return settlement(text, from, from + 2, city);
        }
        VillageNouns.Noun noun = VillageNouns.of(text.word(from + 1));
        return noun != null && NameForms.isAdjective(text.word(from))
                ? settlement(
                        text,
                        from,
                        from + 2,
                        NameForms.first(Words.name(text, from), noun.gender()) + " " + noun.first())
                : null;
    }

    private static Place city(Tokens text, int from) {
        if (opens(text, from)) {
            return settlement(text, from, from + 1, Words.name(text, from));
        }
        Place sure = sureCity(text, from);
        if (sure != null) {
            return sure;
        }
        if (!text.capitalised(from)
                || Words.opensSentence(text, from)
                || !isPointer(Words.word(text, from - 1)) && !isAtTheEndOfWay(text, from)) {
            return null;
        }
        String city = Gazetteer.bundled().city(text.word(from));
        if (city != null && !isOfVillage(text, from, city)) {
            return settlement(text, from, from + 1, city);
        }
        boolean named =
                Words.isName(text, from)
                        && VILLAGE.matcher(text.word(from)).matches()
                        && !NO_VILLAGE.contains(text.word(from))
                        && !isPartOfLarger(Words.word(text, from + 1))
                        && !isAdjectiveOf(text, from);
        return named
                ? settlement(
                        text,
                        from,
                        from + 1,
                        VillageNames.first(
                                Words.name(text, from),
                                VillageNames.after(Words.word(text, from - 1)),
                                Gender.IT))
                : null;
    }

    /** «Петухово без света»: what ends so, or is a city, and lacks something. */
    private static boolean opens(Tokens text, int from) {
        return Words.isName(text, from)
                && isWithout(Words.word(text, from + 1))
                && LACKED.contains(Words.word(text, from + 2))
                && (OPENING.matcher(text.word(from)).matches() || isCityInFirstCase(text, from));
    }

    private static boolean isCityInFirstCase(Tokens text, int at) {
        String city = Gazetteer.bundled().city(text.word(at));
        return city != null
                && city.toLowerCase(Locale.ROOT).replace('ё', 'е').equals(text.word(at));
    }

    /** «Череповец, Индустриальный район», «жители Ельца». */
    private static Place sureCity(Tokens text, int from) {
        String city = Words.isName(text, from) ? Gazetteer.bundled().city(text.word(from)) : null;
        if (city == null) {
            return null;
        }
        boolean heads =
                Words.opensSentence(text, from)
                        && isCityInFirstCase(text, from)
                        && Words.gap(text, from).startsWith(",")
                        && !SURNAME.matcher(text.word(from)).matches();
        boolean sure = isResident(Words.word(text, from - 1)) || heads;
        return sure ? settlement(text, from, from + 1, city) : null;
    }

    /** Whether the city in which they live follows the word. */
    static boolean isResident(String lower) {
        return RESIDENTS.contains(lower);
    }

    /** «дорога на Новосёлки». */
    private static boolean isAtTheEndOfWay(Tokens text, int from) {
        return Words.word(text, from - 1).equals("на") && WAYS.contains(Words.word(text, from - 2));
    }

    /** «в Никольском» is Никольское: Никольск is «в Никольске». */
    private static boolean isOfVillage(Tokens text, int at, String city) {
        return text.word(at).endsWith("ом")
                && (city.endsWith("ск") || city.endsWith("цк"))
                && Words.word(text, at - 1).startsWith("в");
    }

    /** «село Алексеевка Глушковского района». */
    private static boolean isOfLarger(Tokens text, int at) {
        String word = text.word(at);
        return word.endsWith("ского")
                || word.endsWith("цкого")
                || isPartOfLarger(Words.word(text, at + 1));
    }

    /** «в Культурном центре», «до Пенсионного фонда»: a noun in the same case follows. */
    private static boolean isAdjectiveOf(Tokens text, int at) {
        String noun = Words.word(text, at + 1);
        if (!Words.isWord(text, at + 1)
                || text.capitalised(at + 1)
                || noun.length() < 4
                || !Words.gap(text, at).isBlank()) {
            return false;
        }
        String word = text.word(at);
        return word.endsWith("ом") && noun.endsWith("е") && !ADVERBS.contains(noun)
                || word.endsWith("ого") && (noun.endsWith("а") || noun.endsWith("я"));
    }

    /** «в Невском районе» is no village Невское. */
    private static boolean isPartOfLarger(String next) {
        return next.startsWith("район")
                || next.startsWith("р-н")
                || next.startsWith("округ")
                || next.startsWith("област")
                || next.startsWith("кра")
                || next.startsWith("суд")
                || next.startsWith("отдел");
    }

    private static Place settlement(Tokens text, int from, int to, String name) {
        return new Place(null, null, null, name, null, text.begin(from), text.end(to - 1));
    }
}
