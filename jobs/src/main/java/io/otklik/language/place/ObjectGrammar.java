package io.otklik.language.place;

import io.otklik.language.text.Tokens;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads a named object: an institution by its number ({@link InstitutionGrammar}), a complex, shop,
 * park or stop by its name («ЖК Ладожский парк», «парк «Победы»», «метро Проспект Большевиков»), a
 * bridge by what it crosses («мост через Волгу»).
 */
final class ObjectGrammar {

    private static final int MOST_NAME_WORDS = 3;

    /** A kind that a full stop follows. */
    private static final String BRIEF = "ост";

    /** Kinds that are told apart by names. */
    private static final Map<String, String> NAMED = new HashMap<>();

    /** Kinds whose name is an adjective before them: Юсуповский дворец. */
    private static final Map<String, Noun> AFTER_ADJECTIVE = new HashMap<>();

    static {
        forms(NAMED, "ЖК", "жк");
        forms(NAMED, "СНТ", "снт");
        forms(NAMED, "ДНТ", "днт");
        forms(NAMED, "ДНП", "днп");
        forms(NAMED, "ТЦ", "тц", "трц", "трк", "тк", "тд");
        forms(NAMED, "БЦ", "бц");
        forms(NAMED, "ДК", "дк");
        forms(NAMED, "парк", "парк", "парка", "парке", "парку", "парком");
        forms(NAMED, "сквер", "сквер", "сквера", "сквере", "скверу");
        forms(NAMED, "сад", "сад", "сада", "саду", "садом");
        forms(NAMED, "сад", "садик", "садика", "садике", "садику", "садиком");
        forms(NAMED, "сад", "детсад", "детсада", "детсаде", "детсаду", "детсадом");
        forms(NAMED, "метро", "метро");
        forms(NAMED, "остановка", "остановка", "остановки", "остановке", "остановку", "ост");
        forms(NAMED, "станция", "станция", "станции", "станцию");
        forms(NAMED, "стадион", "стадион", "стадиона", "стадионе");
        forms(NAMED, "бассейн", "бассейн", "бассейна", "бассейне", "бассейном");
        forms(NAMED, "кинотеатр", "кинотеатр", "кинотеатра", "кинотеатре");
        forms(NAMED, "река", "река", "реки", "реке", "реку", "рекой");
        forms(NAMED, "озеро", "озеро", "озера", "озере", "озеру");
        forms(NAMED, "мост", "мост", "моста", "мосту", "мосте", "мостом");
        forms(NAMED, "площадка", "площадка", "площадке", "площадки", "площадку");
        forms(NAMED, "поликлиника", "поликлиника", "поликлиники", "поликлинике");
        forms(NAMED, "усадьба", "усадьба", "усадьбы", "усадьбе", "усадьбу");
        forms(NAMED, "завод", "завод", "завода", "заводе", "заводу");
        forms(NAMED, "магазин", "магазин", "магазина", "магазине", "магазином", "магазину");
        forms(NAMED, "кафе", "кафе");
        forms(NAMED, "театр", "театр", "театра", "театре", "театру");
        forms(NAMED, "музей", "музей", "музея", "музее", "музею");
        forms(NAMED, "лагерь", "лагерь", "лагеря", "лагере");
        forms(NAMED, "ЖК", "лжк", "комплекс");
        after(NameForms.Gender.HE, "дворец", "дворца", "дворце", "дворцу", "дворцом");
        after(NameForms.Gender.HE, "рынок", "рынка", "рынке", "рынку", "рынком");
        after(NameForms.Gender.HE, "пляж", "пляжа", "пляже", "пляжу", "пляжем");
        for (String noun :
                List.of(
                        "парк", "сад", "сквер", "мост", "вокзал", "лес", "остров", "пруд",
                        "собор")) {
            after(NameForms.Gender.HE, noun, noun + "а", noun + "е", noun + "у", noun + "ом");
        }
        after(NameForms.Gender.SHE, "роща", "рощи", "роще", "рощу", "рощей");
        after(NameForms.Gender.SHE, "поликлиника");
        after(NameForms.Gender.SHE, "больница");
        after(NameForms.Gender.SHE, "дача");
        after(NameForms.Gender.SHE, "крепость", "крепости");
        after(NameForms.Gender.IT, "озеро", "озера", "озере", "озеру", "озером");
        after(NameForms.Gender.IT, "кладбище", "кладбища", "кладбищу", "кладбищем");
    }

    /** In small letters no name either: «в центральном парке». */
    private static final Pattern CENTRAL = Pattern.compile("центральн(ый|ого|ому|ым|ом)");

    /** Nouns that second a name: «СНТ Ясная поляна». */
    private static final Set<String> SECOND =
            Set.of(
                    "поляна", "долина", "роща", "горка", "заря", "слобода", "речка", "гора", "дача",
                    "балка", "усадьба", "бор", "луг", "ручей", "берег", "поле", "озеро");

    /** Names that gardens and houses of culture have, known in small letters too. */
    private static final Set<String> USUAL =
            StreetWords.words(
                    """
                    восход маяк рассвет заря дружба строитель металлург энергетик юбилейный
                    березка ромашка родник урожай победа октябрь родина спутник надежда мечта
                    садовод ветеран химик горняк железнодорожник шахтер нефтяник прогресс юность
                    космос звезда колос нива факел авангард солнечный связист автомобилист
                    машиностроитель текстильщик
                    """);

    /** Adjectives with a capital at most by habit: they name nothing. */
    private static final Set<String> GENERAL =
            Set.of(
                    "городской",
                    "городского",
                    "городском",
                    "городским",
                    "детский",
                    "детского",
                    "детском",
                    "детскому",
                    "наш",
                    "нашего",
                    "нашем",
                    "этот",
                    "весь",
                    "новый",
                    "нового",
                    "новом",
                    "старый",
                    "старого",
                    "большой",
                    "первый",
                    "второй",
                    "школьный",
                    "местный",
                    "железнодорожный",
                    "лесной",
                    "зеленый",
                    "московский",
                    "городские",
                    "детские",
                    "российский",
                    "веревочный",
                    "хороший",
                    "который",
                    "сказочный",
                    "любимый");

    private static final Pattern POSSESSIVE =
            Pattern.compile(".{3,}(ск|цк)(ий|ого|ом|ому|им|ая|ой|ое)");

    /** What an adjective names, in the first case. */
    private record Noun(String first, NameForms.Gender gender) {}

    private ObjectGrammar() {}

    private static void forms(Map<String, String> kinds, String full, String... forms) {
        for (String form : forms) {
            kinds.put(form, full);
        }
    }

    private static void after(NameForms.Gender gender, String noun, String... forms) {
        AFTER_ADJECTIVE.put(noun, new Noun(noun, gender));
        for (String form : forms) {
            AFTER_ADJECTIVE.put(form, new Noun(noun, gender));
        }
    }

    /** Words in small letters with which an object begins. */
    static Set<String> openers() {
        return NAMED.keySet();
    }

    /** Words that follow an adjective with which an object begins. */
    static Set<String> nouns() {
        return AFTER_ADJECTIVE.keySet();
    }

    /** Reads an object at a token; null if there is none. */
    static Place at(Tokens text, int from) {
        Place institution = InstitutionGrammar.at(text, from);
        if (institution != null || !Words.isWord(text, from)) {
            return institution;
        }
        Place bridge = bridge(text, from);
        if (bridge != null) {
            return bridge;
        }
        String named = NAMED.get(text.word(from));
        if (named != null) {
            Place found = byName(text, from, named);
            if (found != null) {
                return found;
            }
        }
        return byAdjective(text, from);
    }

    private static Place byName(Tokens text, int from, String kind) {
        int at = from + 1;
        boolean brief = text.word(from).equals(BRIEF);
        if (!Words.isJoinedInSentence(text, from, brief) || !Words.isWord(text, at)) {
            return null;
        }
        boolean quoted = isOpening(Words.gap(text, from));
        boolean shop = kind.equals("магазин") || kind.equals("кафе") || kind.equals("площадка");
        boolean named = kind.equals("магазин") && Words.isName(text, at);
        if (shop && !quoted && !named) {
            return null;
        }
        StringBuilder name = new StringBuilder();
        int words = 0;
        while (words < MOST_NAME_WORDS
                && Words.isWord(text, at)
                && (quoted
                        || words == 0
                                && (Words.isName(text, at)
                                        || isSmallAdjective(kind, text, at)
                                        || isSmallName(kind, text.word(at)))
                        || words > 0 && goesOn(text, at))) {
            if (words > 0 && !Words.gap(text, at - 1).isBlank()) {
                break;
            }
            String part = Words.name(text, at);
            name.append(words == 0 ? "" : " ");
            name.append(isSmallName(kind, text.word(at)) ? NameForms.capital(part) : part);
            at++;
            words++;
        }
        boolean numbered =
                words > 0 && Words.gap(text, at - 1).equals("-") && Words.isNumber(text, at);
        if (numbered) {
            name.append('-').append(text.word(at));
            at++;
        }
        return words == 0 ? null : object(text, from, at, kind + " " + name);
    }

    /** «жк ладожский парк», in small letters. */
    private static boolean isSmallAdjective(String kind, Tokens text, int at) {
        return kind.equals("ЖК")
                && NameForms.isAdjective(text.word(at))
                && AFTER_ADJECTIVE.containsKey(Words.word(text, at + 1));
    }

    /** «снт восход», «дк маяк»: names that gardens and houses of culture have everywhere. */
    private static boolean isSmallName(String kind, String lower) {
        return (kind.equals("СНТ") || kind.equals("ДНТ") || kind.equals("ДНП") || kind.equals("ДК"))
                && USUAL.contains(lower);
    }

    /** The next word of a name: with a capital, or «парк» in «ЖК Ладожский парк». */
    private static boolean goesOn(Tokens text, int at) {
        return text.capitalised(at)
                || (AFTER_ADJECTIVE.containsKey(text.word(at)) || SECOND.contains(text.word(at)))
                        && NameForms.isAdjective(text.word(at - 1));
    }

    /** «мост через Волгу»: in one case whatever the sentence wants. */
    private static Place bridge(Tokens text, int from) {
        boolean crosses =
                "мост".equals(NAMED.get(text.word(from)))
                        && Words.word(text, from + 1).equals("через")
                        && Words.isName(text, from + 2);
        return crosses
                ? object(text, from, from + 3, "мост через " + Words.name(text, from + 2))
                : null;
    }

    private static boolean isOpening(String gap) {
        return gap.indexOf('«') >= 0 || gap.indexOf('"') >= 0;
    }

    private static boolean isGeneral(String adjective) {
        return GENERAL.contains(adjective)
                || GENERAL.contains(NameForms.first(adjective, NameForms.Gender.HE));
    }

    private static Place byAdjective(Tokens text, int from) {
        Noun noun = AFTER_ADJECTIVE.get(Words.word(text, from + 1));
        if (noun == null
                || !NameForms.isAdjective(text.word(from))
                || isGeneral(text.word(from))
                || !Words.gap(text, from).equals(" ")) {
            return null;
        }
        boolean capital = text.capitalised(from) && !Words.opensSentence(text, from);
        String lower = text.word(from);
        if (!capital && CENTRAL.matcher(lower).matches()) {
            return null;
        }
        boolean possessive = POSSESSIVE.matcher(lower).matches();
        if (!capital && !(possessive && text.capitalised(from)) && !possessive) {
            return null;
        }
        String name = NameForms.first(NameForms.capital(Words.name(text, from)), noun.gender());
        return object(text, from, from + 2, name + " " + noun.first());
    }

    private static Place object(Tokens text, int from, int to, String name) {
        return new Place(null, null, null, null, name, text.begin(from), text.end(to - 1));
    }
}
