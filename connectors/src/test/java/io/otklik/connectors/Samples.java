package io.otklik.connectors;

import io.otklik.schemas.AgencyLeg;
import io.otklik.schemas.Alert;
import io.otklik.schemas.AlertDelivery;
import io.otklik.schemas.AlertKind;
import io.otklik.schemas.Appeal;
import io.otklik.schemas.AppealEvent;
import io.otklik.schemas.AppealEventType;
import io.otklik.schemas.AppealStatus;
import io.otklik.schemas.Audience;
import io.otklik.schemas.AuthorKind;
import io.otklik.schemas.CalendarDay;
import io.otklik.schemas.Change;
import io.otklik.schemas.Claim;
import io.otklik.schemas.ClockStart;
import io.otklik.schemas.Community;
import io.otklik.schemas.ContentType;
import io.otklik.schemas.Copy;
import io.otklik.schemas.CopyStance;
import io.otklik.schemas.Counter;
import io.otklik.schemas.CounterKind;
import io.otklik.schemas.DayKind;
import io.otklik.schemas.DeadLetter;
import io.otklik.schemas.DeadLetterReason;
import io.otklik.schemas.DeliveryState;
import io.otklik.schemas.EngagementDimension;
import io.otklik.schemas.EngagementSize;
import io.otklik.schemas.EngagementWindow;
import io.otklik.schemas.Incident;
import io.otklik.schemas.Message;
import io.otklik.schemas.MessageType;
import io.otklik.schemas.OfficialAuthor;
import io.otklik.schemas.Outcome;
import io.otklik.schemas.Platform;
import io.otklik.schemas.Rating;
import io.otklik.schemas.RepeatKind;
import io.otklik.schemas.ResponseWindow;
import io.otklik.schemas.RuleBookVersion;
import io.otklik.schemas.SlaMetric;
import io.otklik.schemas.SlaPolicy;
import io.otklik.schemas.SlaTarget;
import io.otklik.schemas.SlaUnit;
import io.otklik.schemas.Suspicion;
import io.otklik.schemas.SuspicionSignal;
import io.otklik.schemas.SuspicionStatus;
import io.otklik.schemas.Urgency;
import io.otklik.schemas.Verdict;
import io.otklik.schemas.VerdictStep;
import io.otklik.schemas.WeekdayHours;
import io.otklik.schemas.WindowDimension;
import io.otklik.schemas.WindowSize;
import io.otklik.schemas.WorkCalendar;

import java.time.DayOfWeek;
import java.time.Instant;
import java.util.List;

/** Records with everything set, with as little as possible, and with values that break writers. */
public final class Samples {

    /**
     * Cyrillic, quotes, every control character, an emoji with a modifier, and what looks like SQL.
     */
    public static final String HARD_TEXT = hardText();

    public static final Instant AT = Instant.parse("2026-10-05T06:12:00.417Z");

    private Samples() {}

    public static Message message(String id, String text) {
        return new Message(
                id,
                Platform.VK,
                MessageType.COMMENT,
                "vk:-9100",
                "vk:-9100_41",
                "vk:-9100_41_52",
                "a41f0c",
                "b7720e",
                AuthorKind.PERSON,
                text,
                List.of("photo", "", "видео"),
                "https://vk.com/wall-9100_41?reply=57",
                AT,
                AT.plusMillis(1),
                AT.plusSeconds(3),
                Change.EDITED);
    }

    public static Message deletion(String id) {
        return new Message(
                id,
                Platform.TELEGRAM,
                MessageType.POST,
                "telegram:-1009100",
                id,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                AT,
                Change.DELETED);
    }

    public static List<Message> messages() {
        return List.of(
                message("vk:-9100_41_1", "Нет воды"),
                message("vk:-9100_41_2", HARD_TEXT),
                message("vk:-9100_41_3", ""),
                message("vk:-9100_41_4", "ы".repeat(100_000)),
                deletion("telegram:-1009100_7"),
                created("vk:-9100_41_5", Instant.parse("0001-01-01T00:00:00Z")),
                created("vk:-9100_41_6", Instant.EPOCH.minusMillis(1)),
                created("vk:-9100_41_7", Instant.parse("9999-12-31T23:59:59.999Z")));
    }

    public static List<Counter> counters() {
        return List.of(
                new Counter(
                        "vk:-9100_41",
                        "vk:-9100",
                        AT,
                        CounterKind.SNAPSHOT,
                        null,
                        null,
                        Long.MAX_VALUE,
                        0L,
                        null,
                        9L),
                new Counter(
                        "vk:-9100_41",
                        "vk:-9100",
                        AT,
                        CounterKind.CHANGE,
                        "e58c21",
                        "b7720e",
                        null,
                        -1L,
                        Long.MIN_VALUE,
                        null));
    }

    public static List<Community> communities() {
        return List.of(
                new Community(
                        "vk:-9100",
                        Platform.VK,
                        "https://vk.com/club9100",
                        "Администрация " + HARD_TEXT,
                        "zarechny",
                        "Администрация Заречного округа",
                        "Муниципальное образование",
                        "ЖКХ",
                        "Заречный округ",
                        "Приозёрная область",
                        "Europe/Moscow",
                        List.of(
                                new OfficialAuthor("c90d11", null, null),
                                new OfficialAuthor("d1\t'e2\u0000f3", AT, AT.plusSeconds(9))),
                        "подключена",
                        AT),
                new Community(
                        "max:77",
                        Platform.MAX,
                        null,
                        "Школа № 3",
                        "school-3",
                        "Школа",
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        AT));
    }

    public static List<SlaPolicy> slaPolicies() {
        return List.of(
                new SlaPolicy(
                        "zarechny_2026",
                        2,
                        "Регламент " + HARD_TEXT,
                        "Приозёрная область",
                        "Заречный округ",
                        "zarechny",
                        AT,
                        AT.plusSeconds(1),
                        "Asia/Yekaterinburg",
                        ClockStart.ASSIGNED,
                        "ru",
                        List.of(
                                new SlaTarget(
                                        SlaMetric.FIRST_RESPONSE,
                                        Urgency.HIGH,
                                        SlaUnit.WORKING,
                                        "PT4H",
                                        "PT30M",
                                        List.of("PT0S", "P1D")),
                                new SlaTarget(
                                        SlaMetric.FINAL_AFTER_INTERIM,
                                        Urgency.NORMAL,
                                        SlaUnit.CALENDAR,
                                        "P7D",
                                        null,
                                        null)),
                        HARD_TEXT,
                        List.of("", HARD_TEXT),
                        AT),
                new SlaPolicy(
                        "least",
                        1,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        ClockStart.PUBLISHED,
                        "ru",
                        List.of(),
                        null,
                        null,
                        AT));
    }

    public static List<WorkCalendar> workCalendars() {
        return List.of(
                new WorkCalendar(
                        "zarechny",
                        3,
                        HARD_TEXT,
                        "Asia/Yekaterinburg",
                        2023,
                        2026,
                        List.of(
                                new WeekdayHours(
                                        DayOfWeek.MONDAY, List.of("09:00-13:00", "14:00-18:00")),
                                new WeekdayHours(DayOfWeek.SUNDAY, List.of("00:00-24:00")),
                                new WeekdayHours(DayOfWeek.FRIDAY, List.of())),
                        60,
                        List.of(
                                new CalendarDay(
                                        "2025-11-01", DayKind.SHORT, DayOfWeek.MONDAY, null, null),
                                new CalendarDay(
                                        "2025-11-04", DayKind.OFF, null, null, "День " + HARD_TEXT),
                                new CalendarDay(
                                        "2025-12-30",
                                        DayKind.WORKING,
                                        null,
                                        List.of("09:00-11:30", "12:00-15:00"),
                                        null)),
                        List.of("01-01", "11-04"),
                        HARD_TEXT,
                        AT),
                new WorkCalendar(
                        "least", 1, null, "UTC", 2026, 2026, List.of(), 0, null, null, null, AT));
    }

    public static List<Claim> claims() {
        return List.of(
                new Claim(
                        "bridge",
                        HARD_TEXT,
                        List.of(HARD_TEXT, "Мост закроют"),
                        AT,
                        HARD_TEXT,
                        "Заречный",
                        "https://vk.com/wall-1_2",
                        List.of("https://vk.com/wall-1_3"),
                        List.of(HARD_TEXT),
                        Rating.FAKE,
                        AT,
                        HARD_TEXT,
                        HARD_TEXT,
                        "https://vk.com/wall-1_4",
                        AT,
                        "vk:-1_2",
                        AT),
                new Claim(
                        "least", "Мост", null, null, null, null, null, null, null, null, null, null,
                        null, null, null, null, AT));
    }

    public static List<Verdict> verdicts() {
        return List.of(
                new Verdict(
                        "bridge RATED",
                        "bridge",
                        "vk:-1_2",
                        VerdictStep.RATED,
                        Rating.MISLEADING,
                        HARD_TEXT,
                        HARD_TEXT,
                        "vk:-1_4",
                        "https://vk.com/wall-1_4",
                        AT),
                new Verdict(
                        "bridge CLOSED",
                        "bridge",
                        null,
                        VerdictStep.CLOSED,
                        null,
                        "а",
                        "б",
                        null,
                        null,
                        AT));
    }

    public static List<Suspicion> suspicions() {
        return List.of(
                new Suspicion(
                        "vk:-1_2",
                        SuspicionStatus.REFUTED,
                        0.75,
                        List.of(new SuspicionSignal("copies", 3.5, HARD_TEXT)),
                        "bridge",
                        0.25,
                        true,
                        List.of(HARD_TEXT),
                        "vk:-1",
                        Platform.VK,
                        "https://vk.com/wall-1_2",
                        HARD_TEXT,
                        AT,
                        AT,
                        200,
                        12,
                        150,
                        AT,
                        0.5,
                        3,
                        1,
                        AT,
                        Rating.FAKE,
                        AT,
                        HARD_TEXT,
                        HARD_TEXT,
                        AT,
                        AT,
                        "vk:-1_4",
                        "https://vk.com/wall-1_4",
                        false,
                        2,
                        true,
                        AT,
                        "vk:-1_1",
                        AT,
                        true,
                        7),
                new Suspicion(
                        "least",
                        SuspicionStatus.SUSPECTED,
                        0,
                        null,
                        null,
                        null,
                        false,
                        null,
                        "vk:-1",
                        Platform.TELEGRAM,
                        null,
                        null,
                        AT,
                        AT,
                        1,
                        1,
                        1,
                        null,
                        0,
                        0,
                        0,
                        null,
                        null,
                        null,
                        null,
                        null,
                        AT,
                        null,
                        null,
                        null,
                        null,
                        0,
                        false,
                        null,
                        null,
                        AT,
                        false,
                        0));
    }

    public static List<Copy> copies() {
        return List.of(
                new Copy(
                        "vk:-1_2_3",
                        "vk:-1_2",
                        "9a550d4a7d4c3a0f",
                        Platform.VK,
                        "vk:-1",
                        MessageType.COMMENT,
                        CopyStance.QUESTION,
                        true,
                        "bridge",
                        "https://vk.com/wall-1_2?reply=3",
                        AT,
                        7),
                new Copy(
                        "least",
                        "least",
                        "0",
                        Platform.MAX,
                        "vk:-1",
                        MessageType.POST,
                        CopyStance.STORY,
                        false,
                        null,
                        null,
                        AT,
                        0));
    }

    public static List<RuleBookVersion> ruleBooks() {
        return List.of(
                new RuleBookVersion(
                        RuleBookVersion.MESSAGES,
                        "2026-01",
                        "version: '2026-01'\n# " + HARD_TEXT,
                        AT));
    }

    public static List<Appeal> appeals() {
        return List.of(
                new Appeal(
                        "vk:-9100_41_57",
                        "vk:-9100_41",
                        "vk:-9100",
                        "Администрация",
                        Platform.VK,
                        "vodokanal",
                        "Водоканал",
                        "вода, Заречный округ",
                        "zarechny",
                        "Приозёрная область",
                        "Заречный округ",
                        "Europe/Moscow",
                        "https://vk.com/wall-9100_41?reply=57",
                        "b7720e",
                        HARD_TEXT,
                        AT,
                        AppealStatus.ANSWERED,
                        "ЖКХ",
                        "Вода",
                        List.of("ЖКХ", "Энергетика"),
                        List.of(0.5, 0.1 + 0.2),
                        Urgency.HIGH,
                        "улица Мира, 5",
                        List.of("question", "utility"),
                        0.1 + 0.2,
                        "2026-10",
                        "sevastopol_2020",
                        1,
                        "ru-9-18",
                        2,
                        AT,
                        AT.plusSeconds(30),
                        2,
                        "vk:-9100_41_60",
                        AT.plusSeconds(60),
                        AppealEventType.ACKNOWLEDGED,
                        "Починим 👍🏽",
                        60_000L,
                        0L,
                        AT.plusSeconds(60),
                        AT.plusSeconds(70),
                        "vk:-9100_41_61",
                        AT.plusSeconds(90),
                        HARD_TEXT,
                        90_000L,
                        Long.MAX_VALUE,
                        Outcome.EXPLAINED,
                        true,
                        AT.plusSeconds(86_400),
                        List.of("FIRST_RESPONSE", "FINAL_ANSWER"),
                        AT.plusSeconds(30),
                        AT.plusSeconds(70),
                        3,
                        List.of(
                                new AgencyLeg("zarechny", AT, AT.plusSeconds(5)),
                                new AgencyLeg("vodokanal", AT.plusSeconds(5), null)),
                        List.of(AT, AT.plusMillis(1)),
                        1,
                        2,
                        AT.plusSeconds(90),
                        AT.plusSeconds(90),
                        false,
                        Long.MAX_VALUE),
                new Appeal(
                        "vk:-9100_41_58",
                        "vk:-9100_41",
                        "vk:-9100",
                        null,
                        Platform.VK,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        "b7720e",
                        "",
                        AT,
                        AppealStatus.OPEN,
                        null,
                        null,
                        null,
                        null,
                        Urgency.NORMAL,
                        null,
                        null,
                        -1.5,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        0,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        false,
                        null,
                        null,
                        null,
                        null,
                        0,
                        null,
                        null,
                        0,
                        0,
                        null,
                        AT,
                        false,
                        1));
    }

    public static List<AppealEvent> appealEvents() {
        return List.of(
                new AppealEvent(
                        "3f9ac0",
                        "vk:-9100_41_57",
                        "vk:-9100_41",
                        "vk:-9100",
                        AppealEventType.FINAL,
                        "vk:-9100_41_60",
                        AT,
                        SlaMetric.FINAL_ANSWER,
                        1,
                        AT.plusSeconds(9),
                        60_000L,
                        0L,
                        "zarechny",
                        Outcome.RESOLVED,
                        AT.plusSeconds(86_400),
                        HARD_TEXT,
                        "sevastopol_2020",
                        1,
                        2,
                        "2026-10",
                        false,
                        2),
                new AppealEvent(
                        "77b1d2",
                        "vk:-9100_41_58",
                        "vk:-9100_41",
                        "vk:-9100",
                        AppealEventType.EXCLUDED,
                        "vk:-9100_41_58",
                        AT,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        "thanks",
                        null,
                        null,
                        null,
                        null,
                        true,
                        3));
    }

    public static List<Alert> alerts() {
        return List.of(
                new Alert(
                        "vk:-9100_41_57|FIRST_RESPONSE|OVERDUE",
                        AlertKind.OVERDUE,
                        SlaMetric.FIRST_RESPONSE,
                        1,
                        "zarechny",
                        "Администрация",
                        "vk:-9100_41_57",
                        "vk:-9100",
                        "Администрация",
                        "https://vk.com/wall-9100_41?reply=57",
                        "ЖКХ",
                        Urgency.HIGH,
                        HARD_TEXT,
                        AT,
                        AT,
                        AT.plusSeconds(60),
                        60_000L,
                        false,
                        2),
                new Alert(
                        "x",
                        AlertKind.SPREAD,
                        null,
                        0,
                        null,
                        null,
                        "y",
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        AT,
                        null,
                        null,
                        true,
                        Long.MIN_VALUE));
    }

    public static List<Incident> incidents() {
        return List.of(
                new Incident(
                        "vk:-9100_41_57",
                        "Приозёрная область",
                        "Заречный округ",
                        "zarechny",
                        "Администрация " + HARD_TEXT,
                        "ЖКХ",
                        "Отсутствие воды",
                        "ул. Мира, 5 " + HARD_TEXT,
                        Urgency.HIGH,
                        List.of("vk:-9100_41_57", "ok:7_8"),
                        2,
                        1,
                        AT,
                        AT.plusSeconds(60),
                        AT.plusSeconds(90),
                        "vk:-9100_40_1",
                        RepeatKind.PLACE,
                        AT.plusSeconds(90),
                        true,
                        Long.MAX_VALUE),
                new Incident(
                        "vk:-9100_41_58",
                        null,
                        null,
                        null,
                        null,
                        "Дороги",
                        null,
                        "лес",
                        Urgency.NORMAL,
                        List.of("vk:-9100_41_58"),
                        1,
                        1,
                        AT,
                        AT,
                        null,
                        null,
                        null,
                        AT,
                        false,
                        1));
    }

    public static List<AlertDelivery> alertDeliveries() {
        return List.of(
                new AlertDelivery(
                        "vk:-9100_41_57|FIRST_RESPONSE|OVERDUE|duty",
                        "vk:-9100_41_57|FIRST_RESPONSE|OVERDUE",
                        "duty",
                        AlertKind.OVERDUE,
                        1,
                        "zarechny",
                        "vk:-9100_41_57",
                        AT,
                        DeliveryState.FAILED,
                        Long.MIN_VALUE,
                        AT.plusSeconds(1),
                        true,
                        7,
                        AT.plusSeconds(2),
                        AT.plusSeconds(3),
                        HARD_TEXT,
                        AT.plusSeconds(4),
                        Long.MAX_VALUE),
                new AlertDelivery(
                        "x|head",
                        "x",
                        "head",
                        AlertKind.SPREAD,
                        0,
                        null,
                        "y",
                        AT,
                        DeliveryState.WAITING,
                        1,
                        null,
                        false,
                        0,
                        null,
                        null,
                        null,
                        AT,
                        1));
    }

    public static List<Audience> audiences() {
        return List.of(
                new Audience("vk:-900", AT, 15_200, 9_300L), new Audience("ok:7", AT, 0, null));
    }

    public static List<EngagementWindow> engagementWindows() {
        return List.of(
                engagementWindow(
                        EngagementDimension.POST,
                        "vk:-900_10",
                        HARD_TEXT,
                        ContentType.CLIP,
                        List.of("субботник", HARD_TEXT),
                        2_000L,
                        0.04),
                engagementWindow(
                        EngagementDimension.AGENCY, "yards", null, null, List.of(), null, null));
    }

    private static EngagementWindow engagementWindow(
            EngagementDimension dimension,
            String id,
            String name,
            ContentType type,
            List<String> hashtags,
            Long subscribers,
            Double ratio) {
        return new EngagementWindow(
                "DAY|" + dimension + '|' + id,
                EngagementSize.DAY,
                Instant.parse("2026-10-04T19:00:00Z"),
                Instant.parse("2026-10-05T19:00:00Z"),
                "Asia/Yekaterinburg",
                dimension,
                id,
                name,
                type == null ? null : Platform.VK,
                name,
                name,
                name,
                name,
                type != null,
                type,
                hashtags,
                1,
                2,
                3,
                4,
                5,
                6,
                7,
                8,
                9,
                Long.MAX_VALUE,
                -11,
                12,
                13,
                14,
                subscribers,
                ratio,
                ratio,
                ratio,
                15,
                1);
    }

    public static List<ResponseWindow> responseWindows() {
        return List.of(
                responseWindow(
                        "DAY|AGENCY|yards",
                        "yards",
                        "Комитет " + HARD_TEXT,
                        AT,
                        3L,
                        List.of(Integer.MIN_VALUE, 755, Integer.MAX_VALUE)),
                responseWindow("DAY|AGENCY|roads", "roads", null, null, null, List.of()));
    }

    private static ResponseWindow responseWindow(
            String id, String agency, String name, Instant open, Long millis, List<Integer> bins) {
        return new ResponseWindow(
                id,
                WindowSize.DAY,
                Instant.parse("2026-10-04T19:00:00Z"),
                Instant.parse("2026-10-05T19:00:00Z"),
                "Asia/Yekaterinburg",
                WindowDimension.AGENCY,
                agency,
                name,
                name,
                1,
                2,
                3,
                open,
                open,
                4,
                5,
                6,
                7,
                8,
                9,
                10,
                11,
                12,
                13,
                14,
                15,
                16,
                17,
                millis,
                millis,
                millis,
                millis,
                bins,
                bins,
                18,
                millis,
                millis,
                millis,
                millis,
                bins,
                bins,
                19,
                millis,
                millis,
                millis,
                bins,
                bins,
                20,
                Long.MAX_VALUE);
    }

    public static List<DeadLetter> deadLetters() {
        return List.of(
                new DeadLetter(
                        "raw.vk",
                        Integer.MAX_VALUE,
                        Long.MAX_VALUE,
                        3,
                        DeadLetterReason.WRONG_TYPE,
                        "Field object.date is not a whole number.",
                        HARD_TEXT,
                        AT),
                new DeadLetter("raw.vk", 0, 0, 0, DeadLetterReason.IGNORED_EVENT, null, null, AT));
    }

    private static Message created(String id, Instant publishedAt) {
        return new Message(
                id,
                Platform.VK,
                MessageType.POST,
                "vk:-9100",
                id,
                null,
                null,
                "vk:-9100",
                AuthorKind.COMMUNITY,
                "Завтра отключат воду",
                List.of(),
                null,
                publishedAt,
                null,
                AT,
                Change.CREATED);
    }

    private static String hardText() {
        StringBuilder text =
                new StringBuilder("Ёлка 'а' \"б\" \\ \\N 👍🏽 '); DROP TABLE message; --");
        for (char c = 0; c <= 0x20; c++) {
            text.append(c);
        }
        return text.append("\u007F\u0085\u2028\uFEFF\uFFFD\uFFFF?").toString();
    }
}
