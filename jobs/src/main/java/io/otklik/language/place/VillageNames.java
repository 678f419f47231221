package io.otklik.language.place;

/**
 * Brings a village's name into the first case: «в Осиновку», «из Осиновки», «под Осиновкой» are
 * Осиновка. Only endings that names of Russian villages have in one way are changed; a name whose
 * ending may be its own («в Горки») stays as it is written.
 */
final class VillageNames {

    private VillageNames() {}

    /** What the word before a name says of the name's case. */
    enum Case {
        /** «в Осиновку», «в Горки», «в Осиновке». */
        WHERE_OR_WHERETO,
        /** «из Осиновки», «до Иванова». */
        OF,
        /** «к Осиновке», «к Роднику». */
        TOWARDS,
        /** «под Осиновкой», «под Ивановом», «под Осиновку». */
        UNDER,
        /** Beside the kind of settlement a name may stand in the first case: «в деревне Горки». */
        BESIDE_KIND,
        /** «деревни Осиновки», «села Горки». */
        BESIDE_KIND_OF
    }

    /** The case that a preposition wants. */
    static Case after(String preposition) {
        return switch (preposition) {
            case "из", "до", "около", "города" -> Case.OF;
            case "к" -> Case.TOWARDS;
            case "под" -> Case.UNDER;
            default -> Case.WHERE_OR_WHERETO;
        };
    }

    /**
     * A name of one word or two.
     *
     * @param adjective gender that an adjective has where nothing else tells it
     */
    static String first(String name, Case written, NameForms.Gender adjective) {
        int space = name.indexOf(' ');
        if (space < 0) {
            return word(name, written, adjective);
        }
        String last = name.substring(space + 1);
        String noun = word(last, written, adjective);
        return noun.equals(last) ? name : agreeing(name.substring(0, space), noun) + ' ' + noun;
    }

    private static String word(String name, Case written, NameForms.Gender adjective) {
        String noun = noun(name, written);
        return noun != null ? noun : adjective(name, adjective);
    }

    /** A noun in the first case; null if the ending is none of a noun's that is known. */
    private static String noun(String name, Case written) {
        if (ends(name, "ку") || ends(name, "ке")) {
            return name.length() < 5 ? null : ofK(name, written);
        }
        if (ends(name, "кой") && !ends(name, "ской") && !ends(name, "цкой")) {
            return cut(name, 2) + "а";
        }
        if (ends(name, "ки")) {
            boolean singular =
                    written == Case.OF
                            || written == Case.BESIDE_KIND_OF
                                    && (endsAny(name, "овки", "евки", "инки", "ынки"));
            return singular ? cut(name, 1) + "а" : name;
        }
        if (endsAny(name, "ках", "гах", "хах", "жах", "чах", "шах", "щах", "ях")) {
            return cut(name, 2) + "и";
        }
        if (ends(name, "ах")) {
            return cut(name, 2) + "ы";
        }
        if (endsAny(name, "яну", "яне", "ице", "ицу")) {
            return cut(name, 1) + "а";
        }
        if (endsAny(name, "лге", "оге", "аге", "ьге", "уге", "лгу", "огу", "агу", "ьгу")) {
            return cut(name, 1) + "а";
        }
        if (endsAny(name, "ске", "цке")) {
            return cut(name, 1);
        }
        if (endsAny(name, "ове", "еве", "ёве", "ине", "ыне", "озере")) {
            return cut(name, 1) + "о";
        }
        boolean neuter =
                written == Case.OF && endsAny(name, "ова", "ева", "ёва", "ина", "ына", "озера")
                        || written == Case.TOWARDS
                                && endsAny(name, "ову", "еву", "ину", "ыну", "озеру");
        if (neuter) {
            return cut(name, 1) + "о";
        }
        if (written == Case.UNDER && endsAny(name, "овом", "евом", "ином", "ыном")) {
            return cut(name, 2) + "о";
        }
        return null;
    }

    /** «Осиновку», «Осиновке» of Осиновка, «Роднике», «к Роднику» of Родник. */
    private static String ofK(String name, Case written) {
        boolean vowel = "аеёиоуыэюя".indexOf(name.charAt(name.length() - 3)) >= 0;
        boolean he =
                vowel && (ends(name, "ке") || written == Case.TOWARDS)
                        || endsAny(name, "ске", "цке");
        return he ? cut(name, 1) : cut(name, 1) + "а";
    }

    private static String adjective(String name, NameForms.Gender gender) {
        if (endsAny(name, "ому", "ого", "ом", "него", "нему", "нем")) {
            return gender == NameForms.Gender.SHE ? name : NameForms.first(name, gender);
        }
        boolean she = endsAny(name, "ой", "ую", "юю");
        return she && gender == NameForms.Gender.SHE ? NameForms.first(name, gender) : name;
    }

    /** «Малой» before Осиновка, «Малых» before Угоны. */
    private static String agreeing(String adjective, String noun) {
        if (endsAny(noun, "а", "я")) {
            return endsAny(adjective, "ой", "ую", "ей", "юю")
                    ? NameForms.first(adjective, NameForms.Gender.SHE)
                    : adjective;
        }
        if (endsAny(noun, "и", "ы")) {
            return endsAny(adjective, "ых", "их") ? cut(adjective, 1) + "е" : adjective;
        }
        return endsAny(adjective, "ом", "ого", "ому")
                ? NameForms.first(
                        adjective,
                        endsAny(noun, "о", "е") ? NameForms.Gender.IT : NameForms.Gender.HE)
                : adjective;
    }

    private static String cut(String name, int letters) {
        return name.substring(0, name.length() - letters);
    }

    private static boolean ends(String name, String ending) {
        return name.length() > ending.length() + 1 && name.endsWith(ending);
    }

    private static boolean endsAny(String name, String... endings) {
        for (String ending : endings) {
            if (ends(name, ending)) {
                return true;
            }
        }
        return false;
    }
}
