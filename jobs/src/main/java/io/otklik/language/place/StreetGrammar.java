package io.otklik.language.place;

import io.otklik.language.place.StreetKinds.Kind;
import io.otklik.language.text.Tokens;

import java.util.Locale;
import java.util.Set;

/**
 * Reads a street with its house: by its kind («ул. Садовая», «на Союзном проспекте, 4»), or bare
 * with a house («Пятилеток 15», «Антонова-Овсеенко, д. 9»), or bare after a word that places point
 * to («угол Рубинштейна»).
 */
final class StreetGrammar {

    private static final int MOST_NAME_WORDS = 3;

    /** Words that a bare street follows. */
    private static final Set<String> BEFORE =
            Set.of(
                    "на",
                    "по",
                    "с",
                    "со",
                    "от",
                    "до",
                    "через",
                    "вдоль",
                    "угол",
                    "углу",
                    "и",
                    "вниз",
                    "дорогу",
                    "перекрестке",
                    "перекресток",
                    "пересечении",
                    "адресу",
                    "напротив",
                    "у",
                    "около",
                    "возле",
                    "дворы",
                    "двор",
                    "дворе");

    /**
     * In the case of a date: neither a house's number stands before them nor a street is named so.
     */
    private static final Set<String> MONTHS =
            Set.of(
                    "января",
                    "февраля",
                    "марта",
                    "апреля",
                    "мая",
                    "июня",
                    "июля",
                    "августа",
                    "сентября",
                    "октября",
                    "ноября",
                    "декабря");

    /** Words, besides months, that follow a number which is no house. */
    private static final Set<String> UNITS =
            Set.of(
                    "лет",
                    "год",
                    "года",
                    "году",
                    "годов",
                    "летие",
                    "летия",
                    "руб",
                    "рублей",
                    "тысяч",
                    "тыс",
                    "час",
                    "часа",
                    "часов",
                    "минут",
                    "мин",
                    "дней",
                    "дня",
                    "день",
                    "недель",
                    "недели",
                    "неделю",
                    "месяц",
                    "месяца",
                    "месяцев",
                    "раз",
                    "раза",
                    "человек",
                    "чел",
                    "билета",
                    "билет",
                    "билетов",
                    "детей",
                    "ребенка",
                    "этаж",
                    "этаже",
                    "класс",
                    "класса",
                    "см",
                    "м",
                    "метров",
                    "км",
                    "кг",
                    "градусов",
                    "мест",
                    "шт",
                    "штук",
                    "место",
                    "балла",
                    "баллов",
                    "процентов",
                    "семей",
                    "утра",
                    "вечера",
                    "ночи",
                    "смена",
                    "групп",
                    "квадрата",
                    "квадратов",
                    "кв",
                    "письма",
                    "места",
                    "брони",
                    "штуки",
                    "взрослых",
                    "детям",
                    "подъезд",
                    "подъезда",
                    "группы",
                    "разных",
                    "х",
                    "го",
                    "й",
                    "е");

    /** Words, besides months, that look like names and stand before numbers that are no houses. */
    private static final Set<String> NO_STREET =
            Set.of(
                    "здравствуйте",
                    "возле",
                    "напротив",
                    "рядом",
                    "позади",
                    "вдоль",
                    "сзади",
                    "перед",
                    "между",
                    "просим",
                    "прошу",
                    "добрый",
                    "день",
                    "вечер",
                    "утро",
                    "автобус",
                    "автобуса",
                    "маршрут",
                    "маршрута",
                    "маршрутка",
                    "трамвай",
                    "троллейбус",
                    "школа",
                    "школы",
                    "школе",
                    "школу",
                    "садик",
                    "сад",
                    "сада",
                    "саду",
                    "поликлиника",
                    "поликлиники",
                    "поликлинике",
                    "форма",
                    "формы",
                    "форму",
                    "подъезд",
                    "подъезда",
                    "подъезде",
                    "этаж",
                    "этажа",
                    "квартира",
                    "квартиры",
                    "квартире",
                    "кв",
                    "дом",
                    "дома",
                    "доме",
                    "парадная",
                    "парадной",
                    "парадную",
                    "группа",
                    "группы",
                    "класс",
                    "номер",
                    "тел",
                    "телефон",
                    "около",
                    "более",
                    "больше",
                    "меньше",
                    "всего",
                    "уже",
                    "только",
                    "через",
                    "примерно",
                    "почти",
                    "минимум",
                    "максимум",
                    "ещё",
                    "еще",
                    "по",
                    "в",
                    "на",
                    "с",
                    "до",
                    "от",
                    "за",
                    "и",
                    "или",
                    "это",
                    "где",
                    "нам",
                    "мне",
                    "вам",
                    "их",
                    "есть",
                    "было",
                    "будет",
                    "прошло",
                    "ребенка",
                    "детей",
                    "ребенок",
                    "двое",
                    "вход",
                    "зал",
                    "пункт",
                    "статья",
                    "ст",
                    "приложение",
                    "категория",
                    "категории",
                    "билет",
                    "билета",
                    "дорога",
                    "дороги",
                    "остановка",
                    "остановки",
                    "площадка",
                    "площадки",
                    "площадке",
                    "корпус",
                    "секция",
                    "больница",
                    "больницы",
                    "аптека",
                    "суббота",
                    "субботу",
                    "воскресенье",
                    "пятница",
                    "пятницу",
                    "среда",
                    "среду",
                    "четверг",
                    "вторник",
                    "понедельник",
                    "карта",
                    "магазин",
                    "человека",
                    "последние",
                    "первые",
                    "спасибо",
                    "пожалуйста",
                    "подскажите",
                    "скажите",
                    "нужна",
                    "нужно",
                    "цена",
                    "тариф",
                    "сво",
                    "очередь",
                    "очереди",
                    "сезон",
                    "серия",
                    "команда",
                    "тысяча",
                    "погода",
                    "линия",
                    "ул",
                    "улица",
                    "лестница",
                    "лестницы",
                    "ссылка",
                    "формой",
                    "суток",
                    "мальчиков",
                    "девочек",
                    "взрослых",
                    "пенсионеров",
                    "бронь",
                    "брони",
                    "заявка",
                    "заявки",
                    "обращение",
                    "протокол",
                    "участок",
                    "округ",
                    "округа",
                    "части",
                    "почта",
                    "почте",
                    "письма",
                    "оценка",
                    "оценки",
                    "стояли",
                    "года",
                    "год",
                    "часа",
                    "урна");

    private Tokens text;

    private StreetGrammar() {}

    /** Reads a street at a token; null if there is none. */
    static Place at(Tokens text, int from) {
        StreetGrammar grammar = new StreetGrammar();
        grammar.text = text;
        Kind kind = StreetKinds.of(Words.word(text, from));
        if (kind != null) {
            return grammar.afterKind(from, kind);
        }
        Place before = grammar.beforeKind(from);
        return before != null ? before : grammar.bare(from);
    }

    /** «ул. Антонова-Овсеенко», «проспекте Большевиков», «мкр 5». */
    private Place afterKind(int from, Kind kind) {
        if (!Words.isJoinedInSentence(text, from, kind.brief())) {
            return null;
        }
        int at = from + 1;
        StringBuilder name = new StringBuilder();
        if (kind.takesNumbers() && Words.isNumber(text, at)) {
            name.append(text.word(at));
            at++;
        } else {
            if (Words.isNumber(text, at)
                    && Words.isWord(text, at + 1)
                    && (text.capitalised(at + 1) || text.word(at + 1).length() <= 2)) {
                name.append(text.word(at));
                at = at + 1;
                if (text.word(at).length() <= 2 && !text.capitalised(at)) {
                    name.append('-').append(text.word(at));
                    at++;
                }
            }
            boolean capital = Words.isCapitalised(text, at);
            int words = 0;
            while (words < MOST_NAME_WORDS
                    && Words.isWord(text, at)
                    && (words == 0
                            ? capital || isLowerName(kind, at) || RANKS.contains(text.word(at))
                            : text.capitalised(at)
                                            && Words.gap(text, at - 1).isBlank()
                                            && StreetKinds.of(text.word(at)) == null
                                    || !capital && continues(at))
                    && !HouseGrammar.isHouseWord(text.word(at))) {
                if (name.length() > 0) {
                    name.append(' ');
                }
                String lower = text.word(at);
                String part = capital ? Words.written(text, at) : NameForms.capital(lower);
                name.append(
                        words == 0 && !kind.brief() || NameForms.isAdjective(lower)
                                ? inFirstCase(part, kind)
                                : part);
                words++;
                at++;
            }
            if (words == 0) {
                return null;
            }
        }
        return withHouse(kind.full() + " " + name, from, at);
    }

    /** «Невского проспекта» is in the second case, «проспект Чудновского» is a person's. */
    private static String inFirstCase(String name, Kind kind) {
        boolean second = name.endsWith("ого") || name.endsWith("его");
        return second ? name : NameForms.first(name, kind.gender());
    }

    private boolean isLowerName(Kind kind, int at) {
        String word = text.word(at);
        return kind.brief()
                ? word.length() > 3
                : word.length() > 3
                        && (NameForms.looksLikeStreet(word) && Words.isNumber(text, at + 1)
                                || word.endsWith("ого") && !word.startsWith("как")
                                || Words.isNumber(text, at + 1) && !isNoStreet(word));
    }

    /** First words of names that have a second. */
    private static final Set<String> RANKS =
            Set.of(
                    "маршала",
                    "генерала",
                    "адмирала",
                    "академика",
                    "героя",
                    "героев",
                    "братьев",
                    "сестер",
                    "космонавта",
                    "капитана",
                    "полковника",
                    "лейтенанта",
                    "доктора",
                    "архитектора");

    /** The second word of a name in small letters: «ул латышских стрелков 5». */
    private boolean continues(int at) {
        return Words.isNumber(text, at + 1)
                && text.word(at).length() > 3
                && (NameForms.isAdjective(text.word(at - 1)) || RANKS.contains(text.word(at - 1)))
                && Words.gap(text, at - 1).isBlank()
                && !isNoStreet(text.word(at));
    }

    /** «Садовой улице», «Невский проспект», «2-я Советская ул.». */
    private Place beforeKind(int from) {
        int at = from;
        String ordinal = "";
        if (Words.isNumber(text, at)) {
            boolean ending = Words.word(text, at + 1).length() <= 2 && Words.isWord(text, at + 1);
            int name = ending ? at + 2 : at + 1;
            if (!Words.isCapitalised(text, name)) {
                return null;
            }
            ordinal = text.word(at) + (ending ? "-" + text.word(at + 1) : "") + " ";
            at = name;
        }
        Kind kind = Words.isWord(text, at) ? StreetKinds.of(Words.word(text, at + 1)) : null;
        if (kind == null || !NameForms.isAdjective(text.word(at))) {
            return null;
        }
        boolean joined = Words.gap(text, at).isBlank();
        if (!joined
                || kind.takesNumbers()
                || !text.capitalised(at) && !isNamedSmall(text.word(at))) {
            return null;
        }
        if (NOT_NAMES.contains(text.word(at))) {
            return null;
        }
        String name = NameForms.capital(Words.written(text, at));
        return withHouse(
                kind.full() + " " + ordinal + NameForms.first(name, kind.gender()), from, at + 2);
    }

    /** Adjectives that tell what a street is like rather than its name. */
    private static final Set<String> NOT_NAMES =
            Set.of(
                    "этой",
                    "нашей",
                    "вашей",
                    "всей",
                    "детской",
                    "детская",
                    "детскую",
                    "игровой",
                    "соседней",
                    "главной",
                    "нашем",
                    "этом",
                    "каждой",
                    "другой",
                    "одной",
                    "самой",
                    "моей",
                    "своей",
                    "центральной",
                    "какой",
                    "любой",
                    "целой",
                    "пешеходной",
                    "новой",
                    "нашего",
                    "этого",
                    "скользкие",
                    "темной",
                    "проезжей");

    private static boolean isNamedSmall(String lower) {
        return lower.endsWith("ской")
                || lower.endsWith("ском")
                || lower.endsWith("ская")
                || lower.endsWith("скому")
                || lower.endsWith("ский");
    }

    /** «Пятилеток 15», «на чудновского, д 2», «на Рубинштейна». */
    private Place bare(int from) {
        if (!Words.isWord(text, from)
                || isNoStreet(text.word(from))
                || text.word(from).length() < 4) {
            return null;
        }
        int at = from + 1;
        boolean capital = text.capitalised(from);
        boolean numberNear =
                Words.isNumber(text, at)
                        || Words.isNumber(text, at + 1)
                        || Words.isNumber(text, at + 2);
        // Most words end here: nothing is built for them.
        if (!numberNear && !(capital && isAfterPointer(from))) {
            return null;
        }
        StringBuilder name = new StringBuilder(NameForms.capital(Words.written(text, from)));
        if (Words.isWord(text, at)
                && Words.gap(text, from).equals(" ")
                && (capital || isAfterPointer(from))
                && (text.capitalised(at) || Words.isNumber(text, at + 1))
                && text.word(at).length() > 2
                && StreetKinds.of(text.word(at)) == null
                && !isNoStreet(text.word(at))
                && !HouseGrammar.isHouseWord(text.word(at))
                && looksLikeTwo(from, at)) {
            name.append(' ').append(NameForms.capital(Words.written(text, at)));
            at++;
        }
        String last = text.word(at - 1);
        boolean street =
                NameForms.looksLikeStreet(last) || NameForms.looksLikeStreet(text.word(from));
        Place house = Words.isJoined(text, at - 1) ? HouseGrammar.at(text, at) : null;
        if (house != null && isHouse(at) && text.word(from).charAt(0) > 'z') {
            boolean named = HouseGrammar.isHouseWord(Words.word(text, at));
            boolean trusted = capital && (street || named) || isSurname(text.word(from));
            if (trusted || street && (isAfterPointer(from) || named)) {
                return street(bareName(name.toString()), from, at).with(house);
            }
        }
        boolean pointed =
                Words.isName(text, from)
                        && !Words.opensSentence(text, from)
                        && isAfterPointer(from)
                        && isBareName(text.word(from))
                        && !isPerson(at);
        return pointed ? street(bareName(name.toString()), from, at) : null;
    }

    /** «Иванова Ирина Петровна» is no street. */
    private boolean isPerson(int next) {
        String after = Words.word(text, next);
        return after.endsWith("вна")
                || after.endsWith("вич")
                || after.endsWith("вича")
                || Words.isCapitalised(text, next) && after.length() == 1;
    }

    /** Endings that hardly any word but a street's name has before a number. */
    private static boolean isSurname(String lower) {
        return lower.endsWith("ского")
                || lower.endsWith("цкого")
                || lower.endsWith("ова")
                || lower.endsWith("ева")
                || lower.endsWith("енко")
                || lower.endsWith("еский")
                || lower.endsWith("йский")
                || lower.endsWith("вский")
                || lower.endsWith("ской");
    }

    private boolean looksLikeTwo(int from, int at) {
        String first = text.word(from);
        String second = text.word(at);
        return text.capitalised(from) && text.capitalised(at)
                || NameForms.looksLikeStreet(first) && NameForms.looksLikeStreet(second);
    }

    /** Without a house only what can hardly be anything else than a street. */
    private static boolean isBareName(String lower) {
        return lower.endsWith("ского")
                || lower.endsWith("ской")
                || lower.endsWith("ском")
                || lower.endsWith("скому")
                || lower.endsWith("ский")
                || lower.endsWith("ова")
                || lower.endsWith("ева")
                || lower.endsWith("ина")
                || lower.endsWith("ейна")
                || lower.endsWith("ток")
                || lower.endsWith("тай")
                || lower.endsWith("ов")
                || lower.endsWith("сти")
                || lower.endsWith("ских")
                || lower.endsWith("ной")
                || lower.endsWith("ную")
                || lower.endsWith("вой")
                || lower.endsWith("евой")
                || lower.endsWith("чной")
                || lower.endsWith("вую")
                || lower.endsWith("скую")
                || lower.endsWith("ному")
                || lower.endsWith("вому");
    }

    private static String bareName(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (lower.endsWith("ому") || lower.endsWith("ском") || lower.endsWith("цком")) {
            return NameForms.first(name, NameForms.Gender.HE);
        }
        return lower.endsWith("ой") || lower.endsWith("ую")
                ? NameForms.first(name, NameForms.Gender.SHE)
                : name;
    }

    private boolean isAfterPointer(int from) {
        return from > 0 && BEFORE.contains(Words.word(text, from - 1));
    }

    /** A number that counts no years, tickets or minutes. */
    private boolean isHouse(int at) {
        int number = HouseGrammar.isHouseWord(Words.word(text, at)) ? at + 1 : at;
        String after = Words.word(text, number + 1);
        String gap = Words.gap(text, number);
        boolean clock =
                gap.startsWith(":") || gap.startsWith(".") && Words.isNumber(text, number + 1);
        boolean percent = gap.startsWith("%");
        return !UNITS.contains(after) && !MONTHS.contains(after) && !clock && !percent;
    }

    private Place withHouse(String name, int from, int at) {
        Place street = street(name, from, at);
        Place house = Words.isJoined(text, at - 1) ? HouseGrammar.at(text, at) : null;
        return house == null || !isHouse(at) ? street : street.with(house);
    }

    private Place street(String name, int from, int at) {
        return new Place(name, null, null, null, null, text.begin(from), text.end(at - 1));
    }

    private static boolean isNoStreet(String word) {
        return NO_STREET.contains(word) || MONTHS.contains(word);
    }
}
