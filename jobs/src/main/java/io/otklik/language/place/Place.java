package io.otklik.language.place;

/**
 * A place named in a text. What is not named is null.
 *
 * @param street with its kind where that is written: {@code улица Ленина}, {@code Пятилеток}
 * @param house {@code 12}, {@code 12/1}, {@code 15а}
 * @param building corpus or building of the house: {@code корп. 2}, {@code стр. 1}, {@code лит. А}
 * @param settlement with its kind: {@code деревня Малиновка}, {@code Выборг}
 * @param object named object: {@code школа 3}, {@code ЖК Ладожский парк}
 * @param begin where it begins in the text as it was written
 * @param end where it ends, exclusive
 */
public record Place(
        String street,
        String house,
        String building,
        String settlement,
        String object,
        int begin,
        int end) {

    /** One line, parts in the order settlement, street, house, object. */
    public String canonical() {
        StringBuilder line = new StringBuilder();
        append(line, ", ", settlement);
        append(line, ", ", street);
        append(line, street == null ? ", дом " : ", ", house);
        append(line, " ", building);
        append(line, ", ", object);
        String all = line.toString();
        return street == null && house != null && settlement == null ? "дом " + all : all;
    }

    private static void append(StringBuilder line, String before, String part) {
        if (part != null) {
            if (line.length() > 0) {
                line.append(before);
            }
            line.append(part);
        }
    }

    /** This place with what only the other names; its span covers both. */
    Place with(Place other) {
        return new Place(
                street != null ? street : other.street,
                house != null ? house : street == null || other.street == null ? other.house : null,
                building != null ? building : house == null ? other.building : null,
                settlement != null ? settlement : other.settlement,
                object != null ? object : other.object,
                Math.min(begin, other.begin),
                Math.max(end, other.end));
    }
}
