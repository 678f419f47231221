package io.otklik.language.answer;

import java.util.Set;
import java.util.regex.Pattern;

/** Tells a call by name («Анна Ивановна», «уважаемый Сергей») from other words before a comma. */
final class FirstNames {

    private static final Pattern CALL =
            Pattern.compile(
                    "(?:[Уу]важаем(?:ая|ый|ые)\\s+)?(?:и\\s+)?\\p{Lu}\\p{Ll}{1,15}"
                            + "(?:\\s+\\p{Lu}\\p{Ll}+(?:вна|вич|ична|инична))?");

    /** Capitalised first words of sentences that a comma may follow and that are no names. */
    private static final Set<String> NO_NAMES =
            Set.of(
                    "Да",
                    "Нет",
                    "Конечно",
                    "Здравствуйте",
                    "Спасибо",
                    "Пожалуйста",
                    "Увы",
                    "Возможно",
                    "Принято",
                    "Приняли",
                    "Готово",
                    "Внимание",
                    "Друзья",
                    "Извините",
                    "Коллеги",
                    "Безусловно",
                    "Хорошо",
                    "Действительно",
                    "Верно",
                    "Взаимно",
                    "Мусор",
                    "Снег",
                    "Понятно",
                    "Согласны",
                    "Жители",
                    "Подписчики",
                    "Земляки",
                    "Соседи",
                    "Уважаемые",
                    "Кстати",
                    "Например",
                    "Наверное",
                    "Видимо",
                    "Кажется",
                    "Люди",
                    "Ребята",
                    "Молодцы",
                    "Поправили",
                    "Исправили",
                    "Увидели",
                    "Добавим",
                    "Проверим",
                    "Дорожники",
                    "Сегодня",
                    "Завтра",
                    "Вчера",
                    "Там",
                    "Здесь",
                    "Тогда",
                    "Так",
                    "Ну",
                    "Вот",
                    "Ага",
                    "Ой");

    private static final Pattern TITLE =
            Pattern.compile("^(?:[Уу]важаем(?:ая|ый|ые)\\s+)?(?:и\\s+)?");

    private FirstNames() {}

    static boolean isAddress(String words) {
        return CALL.matcher(words).matches() && !NO_NAMES.contains(firstName(words));
    }

    /** The first name of a call: the first word that is no title. */
    static String firstName(String words) {
        String bare = TITLE.matcher(words).replaceFirst("");
        int space = bare.indexOf(' ');
        return space < 0 ? bare : bare.substring(0, space);
    }
}
