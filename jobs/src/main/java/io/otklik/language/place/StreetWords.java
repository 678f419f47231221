package io.otklik.language.place;

import io.otklik.language.text.WordList;

import java.util.Map;
import java.util.Set;

/** Words that stand before, after or instead of streets' names. */
final class StreetWords {

    /** Words that a bare street follows. */
    private static final Set<String> POINTERS =
            words(
                    """
                    на по с со от до через вдоль угол углу и вниз дорогу перекрестке
                    перекресток пересечении адресу напротив у около возле дворы двор дворе
                    """);

    /** Of these, the words that hardly point to a person. */
    private static final Set<String> WHERE =
            words(
                    """
                    на по вдоль угол углу вниз перекрестке перекресток пересечении адресу
                    дворы двор дворе
                    """);

    /** Of these, the words that a street in small letters follows. */
    private static final Set<String> ALONG = words("на по вдоль");

    /**
     * In the case of a date: neither a house's number stands before them nor a street is named so.
     */
    private static final Set<String> MONTHS =
            words(
                    """
                    января февраля марта апреля мая июня июля августа сентября октября
                    ноября декабря
                    """);

    /** Words, besides months, that follow a number which is no house. */
    private static final Set<String> UNITS =
            words(
                    """
                    лет год года году годов летие летия руб рублей тысяч тыс час часа часов
                    минут мин дней дня день недель недели неделю месяц месяца месяцев раз
                    раза человек чел билета билет билетов детей ребенка класс класса см м
                    метров км кг градусов мест шт штук место балла баллов процентов семей
                    утра вечера ночи смена групп квадрата квадратов письма места брони штуки
                    взрослых детям группы разных х го й е
                    """);

    /** Parts of a house; with a number of their own they follow the house's. */
    private static final Set<String> PARTS =
            words(
                    """
                    подъезд подъезда подъезде этаж этаже
                    """);

    /** Words, besides months, that look like names and stand before numbers that are no houses. */
    private static final Set<String> NO_STREET =
            words(
                    """
                    здравствуйте возле напротив рядом позади вдоль сзади перед между просим
                    прошу добрый день вечер утро автобус автобуса маршрут маршрута маршрутка
                    трамвай троллейбус школа школы школе школу садик сад сада саду
                    поликлиника поликлиники поликлинике форма формы форму подъезд подъезда
                    подъезде этаж этажа квартира квартиры квартире кв дом дома доме парадная
                    парадной парадную группа группы класс номер тел телефон около более
                    больше меньше всего уже только через примерно почти минимум максимум ещё
                    еще по в на с до от за и или это где нам мне вам их есть было будет
                    прошло ребенка детей ребенок двое вход зал пункт статья ст приложение
                    категория категории билет билета дорога дороги остановка остановки
                    площадка площадки площадке корпус секция больница больницы аптека
                    суббота субботу воскресенье пятница пятницу среда среду четверг вторник
                    понедельник карта магазин человека последние первые спасибо пожалуйста
                    подскажите скажите нужна нужно цена тариф сво очередь очереди сезон
                    серия команда тысяча погода линия ул улица области края района лестница лестницы ссылка
                    формой суток мальчиков девочек взрослых пенсионеров бронь брони заявка
                    заявки обращение протокол участок округ округа части почта почте письма
                    оценка оценки стояли года год часа урна
                    """);

    /** First words of names that have a second. */
    private static final Set<String> RANKS =
            words(
                    """
                    маршала генерала адмирала академика героя героев братьев сестер
                    космонавта капитана полковника лейтенанта доктора архитектора
                    """);

    /** Adjectives that tell what a street is like rather than its name. */
    private static final Set<String> DESCRIBING =
            words(
                    """
                    этой нашей вашей всей детской детская детскую игровой соседней главной
                    нашем этом каждой другой одной самой моей своей центральной какой любой
                    целой пешеходной новой нашего этого скользкие темной проезжей новом
                    нового старом старого соседнем спальном жилом целом каждом другом своём
                    своем моем вашем данном всем самом
                    """);

    /** Words that tell of a street without a word before it: «Заводская вся в ямах». */
    private static final Set<String> TROUBLE =
            words(
                    """
                    каток вся опять снова тоже без забыли забыта темно перекрыта тонет разбита
                    завалена заметена затоплена скользко сплошной сплошная сплошные нечищена
                    утопает
                    """);

    /** Short for the first words of names. */
    private static final Map<String, String> BRIEF_RANKS =
            Map.of(
                    "ак",
                    "Академика",
                    "акад",
                    "Академика",
                    "бр",
                    "Братьев",
                    "ген",
                    "Генерала",
                    "марш",
                    "Маршала",
                    "адм",
                    "Адмирала",
                    "кап",
                    "Капитана",
                    "косм",
                    "Космонавта");

    private StreetWords() {}

    static Set<String> words(String lines) {
        return Set.of(WordList.of(lines));
    }

    /** First words of names that have a second. */
    static Set<String> ranks() {
        return RANKS;
    }

    /** Whether a bare street may follow the word. */
    static boolean isPointer(String lower) {
        return POINTERS.contains(lower);
    }

    /** Whether the word points to a place rather than to a person. */
    static boolean isWhere(String lower) {
        return WHERE.contains(lower);
    }

    /** Whether a street may follow the word without a capital. */
    static boolean isAlong(String lower) {
        return ALONG.contains(lower);
    }

    /** Whether a number before the word counts something. */
    static boolean isCounted(String lower) {
        return UNITS.contains(lower) || MONTHS.contains(lower);
    }

    /** Whether the word is an entrance or a floor. */
    static boolean isPartOfHouse(String lower) {
        return PARTS.contains(lower);
    }

    static boolean isNoStreet(String lower) {
        return NO_STREET.contains(lower) || MONTHS.contains(lower);
    }

    /** Whether what a street suffers from begins with the word. */
    static boolean isTrouble(String lower) {
        return TROUBLE.contains(lower);
    }

    /** The whole word for «ак», «бр», «ген»; null of another. */
    static String rank(String brief) {
        return BRIEF_RANKS.get(brief);
    }

    static boolean isRank(String lower) {
        return RANKS.contains(lower);
    }

    static boolean isDescribing(String lower) {
        return DESCRIBING.contains(lower);
    }
}
