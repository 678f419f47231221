package io.otklik.samples.corpus;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A name in braces that a line's scene fills; {@code README.md} lists them. */
enum Slot {
    STREET("st") {
        @Override
        void fill(StringBuilder out, Voice voice) {
            street(out, voice, STREET_ROLE, 0);
        }
    },
    STREET_IN("stp") {
        @Override
        void fill(StringBuilder out, Voice voice) {
            street(out, voice, STREET_ROLE, 1);
        }
    },
    STREET_TO("sta") {
        @Override
        void fill(StringBuilder out, Voice voice) {
            street(out, voice, STREET_ROLE, 2);
        }
    },
    STREET_2("st2") {
        @Override
        void fill(StringBuilder out, Voice voice) {
            street(out, voice, STREET_ROLE + 1, 0);
        }
    },
    STREET_2_IN("stp2") {
        @Override
        void fill(StringBuilder out, Voice voice) {
            street(out, voice, STREET_ROLE + 1, 1);
        }
    },
    HOUSE("h") {
        @Override
        void fill(StringBuilder out, Voice voice) {
            house(out, voice, 3);
        }
    },
    HOUSE_2("h2") {
        @Override
        void fill(StringBuilder out, Voice voice) {
            house(out, voice, 4);
        }
    },
    ENTRANCE("e") {
        @Override
        void fill(StringBuilder out, Voice voice) {
            out.append(1 + voice.scene.pick(5, 6));
        }
    },
    FLOOR("fl") {
        @Override
        void fill(StringBuilder out, Voice voice) {
            out.append(2 + voice.scene.pick(6, 8));
        }
    },
    FLAT("kv") {
        @Override
        void fill(StringBuilder out, Voice voice) {
            out.append(3 + voice.scene.pick(7, 130));
        }
    },
    VILLAGE("v") {
        @Override
        void fill(StringBuilder out, Voice voice) {
            village(out, voice, 0);
        }
    },
    VILLAGE_OF("vg") {
        @Override
        void fill(StringBuilder out, Voice voice) {
            village(out, voice, 1);
        }
    },
    VILLAGE_IN("vp") {
        @Override
        void fill(StringBuilder out, Voice voice) {
            village(out, voice, 2);
        }
    },
    VILLAGE_TO("va") {
        @Override
        void fill(StringBuilder out, Voice voice) {
            village(out, voice, 3);
        }
    },
    TOWN("m") {
        @Override
        void fill(StringBuilder out, Voice voice) {
            out.append(voice.scene.municipality().name());
        }
    },
    TOWN_OF("mg") {
        @Override
        void fill(StringBuilder out, Voice voice) {
            out.append(voice.scene.municipality().genitive());
        }
    },
    TOWN_IN("mp") {
        @Override
        void fill(StringBuilder out, Voice voice) {
            out.append(voice.scene.municipality().prepositional());
        }
    },
    BUS("b") {
        @Override
        void fill(StringBuilder out, Voice voice) {
            out.append(2 + voice.scene.pick(9, 57));
        }
    },
    SCHOOL("s") {
        @Override
        void fill(StringBuilder out, Voice voice) {
            out.append(1 + voice.scene.pick(10, 34));
        }
    },
    KINDERGARTEN("ds") {
        @Override
        void fill(StringBuilder out, Voice voice) {
            out.append(3 + voice.scene.pick(11, 88));
        }
    },
    POLYCLINIC("pk") {
        @Override
        void fill(StringBuilder out, Voice voice) {
            out.append(1 + voice.scene.pick(12, 6));
        }
    },
    /** Five to nine: «{n} дней». */
    FIVE_TO_NINE("n") {
        @Override
        void fill(StringBuilder out, Voice voice) {
            out.append(5 + voice.scene.pick(13, 5));
        }
    },
    /** Two to four: «{few} дня». */
    TWO_TO_FOUR("few") {
        @Override
        void fill(StringBuilder out, Voice voice) {
            out.append(2 + voice.scene.pick(14, 3));
        }
    },
    /** Eleven to nineteen or a round number: «{nn} минут». */
    MANY("nn") {
        @Override
        void fill(StringBuilder out, Voice voice) {
            int n = voice.scene.pick(15, 14);
            out.append(n < 9 ? 11 + n : (n - 7) * 10);
        }
    },
    ROUBLES("rub") {
        @Override
        void fill(StringBuilder out, Voice voice) {
            int sum = 900 + voice.scene.pick(16, 7_600);
            if (sum >= 1000) {
                out.append(sum / 1000).append(' ');
            }
            int rest = sum % 1000;
            out.append((char) ('0' + rest / 100)).append((char) ('0' + rest / 10 % 10));
            out.append((char) ('0' + rest % 10));
        }
    },
    TIME("t") {
        @Override
        void fill(StringBuilder out, Voice voice) {
            int half = voice.scene.pick(17, 24);
            out.append(8 + half / 2).append(half % 2 == 0 ? ":00" : ":30");
        }
    },
    /** A date one to ten days ahead. */
    SOON("d+") {
        @Override
        void fill(StringBuilder out, Voice voice) {
            date(out, voice.localDay + 1 + voice.scene.pick(18, 10));
        }
    },
    /** A date two weeks to two months ahead. */
    LATER("d++") {
        @Override
        void fill(StringBuilder out, Voice voice) {
            date(out, voice.localDay + 14 + voice.scene.pick(19, 46));
        }
    },
    /** A date one to nine days ago. */
    AGO("d-") {
        @Override
        void fill(StringBuilder out, Voice voice) {
            date(out, voice.localDay - 1 - voice.scene.pick(20, 9));
        }
    },
    TODAY("d0") {
        @Override
        void fill(StringBuilder out, Voice voice) {
            date(out, voice.localDay);
        }
    },
    PHONE("tel") {
        @Override
        void fill(StringBuilder out, Voice voice) {
            phone(out, voice.scene.pick(21, 90), voice.rng.below(4));
        }
    },
    MAIL("mail") {
        @Override
        void fill(StringBuilder out, Voice voice) {
            out.append(named(voice, "mailbox", 22)).append(voice.scene.pick(23, 90));
            out.append("@example.com");
        }
    },
    CARD("card") {
        @Override
        void fill(StringBuilder out, Voice voice) {
            out.append(named(voice, "card", 24));
        }
    },
    COMPANY("uk") {
        @Override
        void fill(StringBuilder out, Voice voice) {
            out.append(named(voice, "company", 25));
        }
    },
    OFFICIAL("fio") {
        @Override
        void fill(StringBuilder out, Voice voice) {
            out.append(named(voice, "official", 26));
        }
    },
    HALL("dk") {
        @Override
        void fill(StringBuilder out, Voice voice) {
            out.append(named(voice, "hall", 27));
        }
    },
    STOP("stop") {
        @Override
        void fill(StringBuilder out, Voice voice) {
            out.append(named(voice, "stop", 28));
        }
    },
    HOTLINE("hot") {
        @Override
        void fill(StringBuilder out, Voice voice) {
            out.append(named(voice, "hotline", 30 + voice.scene.municipality().index()));
        }
    },
    ADDRESSEE("you") {
        @Override
        void fill(StringBuilder out, Voice voice) {
            out.append(voice.addressee);
        }
    };

    private static final int STREET_ROLE = 1;
    private static final String[] MONTHS = {
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
        "декабря"
    };
    private static final Map<String, Slot> BY_KEY =
            Arrays.stream(values()).collect(Collectors.toMap(s -> s.key, s -> s));

    private final String key;

    Slot(String key) {
        this.key = key;
    }

    abstract void fill(StringBuilder out, Voice voice);

    /** The slot written as {@code {key}}; null if there is none. */
    static Slot of(String key) {
        return BY_KEY.get(key);
    }

    private static void street(StringBuilder out, Voice voice, int role, int form) {
        List<String[]> streets = voice.scene.vocabulary().streets();
        out.append(streets.get(voice.scene.pick(role, streets.size()))[form]);
    }

    private static void village(StringBuilder out, Voice voice, int form) {
        List<String[]> villages = voice.scene.municipality().villages();
        out.append(villages.get(voice.scene.pick(8, villages.size()))[form]);
    }

    private static void house(StringBuilder out, Voice voice, int role) {
        out.append(1 + voice.scene.pick(role, 96));
        int tail = voice.scene.pick(role + 40, 14);
        if (tail == 0) {
            out.append('а');
        } else if (tail == 1) {
            out.append('/').append(2 + voice.scene.pick(role + 60, 3));
        }
    }

    private static String named(Voice voice, String section, int role) {
        List<String> names = voice.scene.vocabulary().list(section);
        return names.get(voice.scene.pick(role, names.size()));
    }

    private static void date(StringBuilder out, long localDay) {
        LocalDate date = LocalDate.ofEpochDay(localDay);
        out.append(date.getDayOfMonth()).append(' ').append(MONTHS[date.getMonthValue() - 1]);
    }

    /** +7 900 000-00-NN: a block that no subscriber has. */
    private static void phone(StringBuilder out, int number, int style) {
        String last = (number < 10 ? "0" : "") + number;
        switch (style) {
            case 0 -> out.append("+7 900 000-00-").append(last);
            case 1 -> out.append("8-900-000-00-").append(last);
            case 2 -> out.append("8900000").append("00").append(last);
            default -> out.append("8 (900) 000-00-").append(last);
        }
    }
}
