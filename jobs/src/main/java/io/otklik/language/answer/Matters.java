package io.otklik.language.answer;

import java.util.HashMap;
import java.util.Map;

/**
 * Words by which residents and officers speak of one thing in different words: «не горит фонарь» is
 * answered by «по освещению», «баки» by «вывоз ТКО».
 */
final class Matters {

    /** A line a matter: beginnings of stems as {@link TalkWords} cuts them. */
    private static final String[] LINES = {
        "#свет свет фонар освещ элект столб рэс ламп лампо свети энерг подст напря",
        "#вод вод водос водоп водок кран",
        "#мусор мусор тко тбо конте бак вывоз вывез урн регоп свалк",
        "#школ школ занят учит учитс учат урок диста класс учени учеба",
        "#тепл отопл тепл тепло батар котел радиа",
        "#дорог дорог ямоч асфал грейд выбои дорож колея",
        "#автоб автоб маршр рейс перев транс",
        "#снег снег налед голол сугро снежн снего",
        "#дерев дерев ветк спил спили крон опил",
        "#собак собак отлов бродя стая пес",
        "#крыш крыш кровл проте",
        "#канал канал засор фекал стоки септи",
        "#газ газ газиф газов",
        "#врач больн полик врач хирур терап педиа медиц",
        "#двор качел горк песоч",
        "#подъезд подъе домоф лестн",
        "#связ интер связ вышк сигна мобил"
    };

    private static final Map<String, String> BY_STEM = new HashMap<>();

    static {
        for (String line : LINES) {
            String[] words = line.split(" ");
            for (int i = 1; i < words.length; i++) {
                BY_STEM.put(words[i], words[0]);
            }
        }
    }

    private Matters() {}

    /** The matter that a telling stem speaks of; null if it is in no list. */
    static String of(String stem) {
        return BY_STEM.get(stem);
    }
}
