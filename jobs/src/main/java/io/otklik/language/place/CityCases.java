package io.otklik.language.place;

import java.util.ArrayList;
import java.util.List;

/**
 * The oblique cases of a city's name: «Великий Новгород» is in «Великом Новгороде», «Череповец» in
 * «Череповце», «Комсомольск-на-Амуре» in «Комсомольске-на-Амуре». Forms that do not exist may be
 * among them; they stand in no text.
 */
final class CityCases {

    private static final String ON = "-на-";

    private CityCases() {}

    /** The forms of a name in small letters, without the first case. */
    static List<String> of(String name) {
        if (name.indexOf(' ') >= 0) {
            return ofTwo(name);
        }
        return name.indexOf('-') < 0 ? ofWord(name) : ofHyphenated(name);
    }

    /** Both words in the same case. */
    private static List<String> ofTwo(String name) {
        int space = name.indexOf(' ');
        String[] adjectives = adjective(name.substring(0, space));
        List<String> nouns = ofWord(name.substring(space + 1));
        List<String> forms = new ArrayList<>();
        for (String adjective : adjectives) {
            for (String noun : nouns) {
                forms.add(adjective + " " + noun);
            }
        }
        return forms;
    }

    /**
     * «Ростове-на-Дону» declines its first part, «Каменске-Уральском» both, «Йошкар-Оле» its last.
     */
    private static List<String> ofHyphenated(String name) {
        int on = name.indexOf(ON);
        List<String> forms = new ArrayList<>();
        if (on > 0) {
            ofWord(name.substring(0, on)).forEach(form -> forms.add(form + name.substring(on)));
            return forms;
        }
        int hyphen = name.indexOf('-');
        String last = name.substring(hyphen + 1);
        List<String> lasts = ofWord(last);
        lasts.forEach(form -> forms.add(name.substring(0, hyphen + 1) + form));
        if (last.endsWith("ий") || last.endsWith("ый") || last.endsWith("ое")) {
            for (String first : ofWord(name.substring(0, hyphen))) {
                lasts.forEach(form -> forms.add(first + "-" + form));
            }
        }
        return forms;
    }

    private static String[] adjective(String word) {
        String base = word.substring(0, word.length() - 2);
        boolean soft = word.endsWith("ий") || word.endsWith("яя") || word.endsWith("ие");
        if (word.endsWith("ая") || word.endsWith("яя")) {
            return soft ? with(base, "ей", "юю") : with(base, "ой", "ую");
        }
        if (word.endsWith("ие") || word.endsWith("ые")) {
            return soft ? with(base, "их", "им", "ими") : with(base, "ых", "ым", "ыми");
        }
        if (isAdjective(word)) {
            return soft
                    ? with(base, "его", "ем", "ему", "им", "ого", "ом", "ому")
                    : with(base, "ого", "ом", "ому", "ым");
        }
        return ofWord(word).toArray(String[]::new);
    }

    private static List<String> ofWord(String word) {
        String base = word.substring(0, word.length() - 1);
        return List.of(
                switch (word.charAt(word.length() - 1)) {
                    case 'а' -> with(base, "ы", "е", "у", "ой", "и");
                    case 'я' -> with(base, "и", "е", "ю", "ей");
                    case 'ь' -> with(base, "я", "и", "ю", "ем", "е", "ью");
                    case 'й' ->
                            word.endsWith("ий") || word.endsWith("ый")
                                    ? adjective(word)
                                    : with(base, "я", "е", "ю", "ем");
                    case 'о' -> with(base, "а", "е", "у", "ом");
                    case 'и', 'ы' -> with(base, "ов", "ах", "ам", "ях", "ям", "ей", "ь", "");
                    case 'е' -> with(base, "ого", "ом", "ому", "я", "ю", "е", "ем");
                    case 'ц', 'к', 'л' -> ofFleeting(word);
                    default -> with(word, "а", "е", "у", "ом");
                });
    }

    /** «Череповец», «Елец», «Торжок», «Орёл» lose a vowel; «Моздок» and «Кизел» keep it. */
    private static String[] ofFleeting(String word) {
        List<String> forms = new ArrayList<>(List.of(with(word, "а", "е", "у", "ом")));
        int vowel = word.length() - 2;
        if (vowel > 1 && "еёо".indexOf(word.charAt(vowel)) >= 0) {
            char before = word.charAt(vowel - 1);
            String soft = before == 'л' && word.endsWith("ец") ? "ь" : "";
            String base = word.substring(0, vowel) + soft + word.substring(vowel + 1);
            forms.addAll(List.of(with(base, "а", "е", "у", "ом")));
        }
        return forms.toArray(String[]::new);
    }

    private static boolean isAdjective(String word) {
        return word.endsWith("ий")
                || word.endsWith("ый")
                || word.endsWith("ой")
                || word.endsWith("ое");
    }

    private static String[] with(String base, String... endings) {
        String[] forms = new String[endings.length];
        for (int i = 0; i < endings.length; i++) {
            forms[i] = base + endings[i];
        }
        return forms;
    }
}
