package io.otklik.cli.rating;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** The measures of {@code v_rating}: how people call them and how their figures are written. */
final class Measures {

    private static final Map<String, Measure> ALL = new LinkedHashMap<>();

    static {
        add("first_in_time_share_low", "В срок, не менее (95\u00a0%)", Unit.SHARE);
        add("first_in_time_share", "В срок", Unit.SHARE);
        add("first_due", "Подошёл срок", Unit.COUNT);
        add("first_silent", "Без ответа", Unit.COUNT);
        add("final_in_time_share", "Итоговый в срок", Unit.SHARE);
        add("final_in_time_share_low", "Итоговый в срок, не менее", Unit.SHARE);
        add("final_due", "Подошёл срок итогового", Unit.COUNT);
        add("first_response_p50_seconds", "Половине ответили за", Unit.HOURS);
        add("first_response_p90_seconds", "90 % ответили за", Unit.HOURS);
        add("reopen_share", "Открыто вновь", Unit.SHARE);
        add("reopen_share_high", "Открыто вновь, не более", Unit.SHARE);
        add("template_share", "По шаблону", Unit.SHARE);
        add("template_share_high", "По шаблону, не более", Unit.SHARE);
        add("opened", "Обращений", Unit.COUNT);
        add("answered", "Итоговых ответов", Unit.COUNT);
        add("posts", "Публикаций", Unit.COUNT);
        add("other_forms_share", "Видео, клипы, опросы", Unit.SHARE);
        add("comments", "Комментариев", Unit.COUNT);
        add("views", "Просмотров", Unit.COUNT);
        add("interactions", "Реакций", Unit.COUNT);
        add("er_by_views", "Реакций на просмотр", Unit.SHARE);
        add("er_by_subs", "Реакций на подписчика", Unit.SHARE);
        add("subscribers", "Подписчиков", Unit.COUNT);
        add("subscribers_before", "Подписчиков прежде", Unit.COUNT);
        add("subscribers_growth", "Прирост подписчиков", Unit.SHARE);
    }

    private Measures() {}

    private enum Unit {
        COUNT,
        SHARE,
        HOURS
    }

    private record Measure(String title, Unit unit) {}

    private static void add(String name, String title, Unit unit) {
        ALL.put(name, new Measure(title, unit));
    }

    static Map<String, ?> all() {
        return ALL;
    }

    static String title(String measure) {
        return ALL.get(measure).title();
    }

    /** The figure as a reader wants it; a dash if it is not known. */
    static String text(String measure, Double figure) {
        if (figure == null) {
            return "—";
        }
        Locale russian = Locale.forLanguageTag("ru");
        return switch (ALL.get(measure).unit()) {
            case COUNT -> String.format(russian, "%,.0f", figure);
            case SHARE -> String.format(russian, "%.1f %%", figure * 100);
            case HOURS -> String.format(russian, "%.1f ч", figure / 3_600);
        };
    }
}
