package io.otklik.language.answer;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the body to which an official message sends the resident («обратитесь в …», «вопрос в
 * ведении …», «этим занимается …»), and the one to which it passed the appeal on («передали в …»).
 * The body is named as the text names it.
 */
public final class Redirects {

    private static final String PASSED =
            "(?:переда(?:ли|ла|л|ем|дим|дут|ют|н[аоы]?)|перенаправ\\p{L}+|переадрес\\p{L}+"
                    + "|направ(?:или|ила|ил|лен[аоы]?|ляем|им|ят))";

    private static final Pattern LINK = Pattern.compile("\\[[^|\\]]+\\|([^\\]]*)\\]");

    /** What may stand between such a word and the preposition; «нам» sends nobody away. */
    private static final String BETWEEN = "(?:,?\\s+(?!нам\\s)(?:\\p{L}+|«[^»]*»)){0,5}?,?\\s+";

    private static final String TO = "(?:во?|ко?)\\s+";

    private static final String NEED = "(?:нужно|надо|следует|необходимо|лучше|стоит)\\s+";

    /** Words that send somewhere, the surest first; the body stands right behind them. */
    private static final WordPatterns SENDERS =
            new WordPatterns(
                    "(?:обрат(?:итесь|иться)|обращ(?:айтесь|аться)|адрес(?:овать|уйте|уется)|направ(?:ить|ьте|ляйте)"
                            + "|(?:на)?пи(?:шите|сать)|пода(?:ть|йте|вайте)|оставить|оставьте|сообщ(?:ить|айте)"
                            + "|позвоните|звоните)"
                            + BETWEEN
                            + TO,
                    "(?:зада(?:ть|йте|вайте)|адрес(?:овать|уйте))\\s+(?:(?:свой|ваш|этот|данный)\\s+)?(?:вопрос\\p{L}*\\s+)?"
                            + "(?:можно\\s+)?(?:в\\s+(?:группе\\s+)?)?",
                    "(?:на\\s+балансе|в\\s+ведении|зон\\p{L}\\s+ответственности"
                            + "|это\\s+(?:[—–-]\\s+)?(?:полномочия|компетенция))\\s+",
                    "к\\s+(?:компетенции|полномочиям|ведению)\\s+",
                    "(?:занимается|обслуживает|отвечает|осуществляет|обладает|устанавливает|убирает|содержит)\\s+",
                    "(?:это|вам|вопросы?)\\s+(?:" + NEED + ")?ко?\\s+",
                    "вам\\s+" + NEED + "во?\\s+",
                    "с\\s+(?:этим|таким|данным)(?:\\s+вопросом)?\\s+(?:" + NEED + ")?" + TO,
                    // Who tells that one can apply through a portal explains; who bids it sends
                    // away.
                    "(?:обратитесь|обращайтесь|(?:на)?пишите|подайте|подавайте|оставьте|оставляйте)"
                            + BETWEEN
                            + "(?:через\\s+|на\\s+(?=(?:портал\\s+)?госуслуг))");

    /** The sender that names an owner: a territory is one only there. */
    private static final int OWNER = 2;

    private static final Pattern TERRITORY = pattern("района|области|края|республики");

    /** Nouns that name a body, by their beginnings; abbreviations in full. */
    private static final Pattern BODY_NOUN =
            pattern(
                    "(?:администраци|комитет|министерств|департамент|управлени|управу|отдел|служб|инспекци|компани|полици"
                            + "|прокуратур|роспотреб|росреестр|роструд|социальн\\p{L}+ фонд|фонд|центр|школ|поликлиник|больниц"
                            + "|военкомат|комиссариат|оператор|учреждени|предприяти|агентств|дирекци|водоканал|теплосет"
                            + "|энерг|горгаз|горсвет|депутат|собрани|дум[уеы]|совет|диспетчер|организаци|поселени|инстанци"
                            + "|росгварди|надзор|собственник|застройщик|подрядчик|перевозчик|музе|библиотек|театр|касс[уеы]"
                            + "|минист|минздрав|минобр|минтранс|мин[сж]\\p{L}+|депар|жилищн|дорремстрой|россет|ростелеком|соцзащит|госуслуг"
                            + "|жилинспекци|ростехнадзор|росприроднадзор|паспортн\\p{L}+ стол)\\p{L}*"
                            + "|(?:ук|тсж|жск|жкс|гибдд|гаи|умвд|мвд|овд|мфц|сфр|пфр|фнс|фас|мчс|ржд|жэу|жкх|дод[дх]|гку|гбу|гуп|муп|мку|мбу|мо|ао|оао|ооо|пао|едс|еддс|рэо|тэк|нэо|цур|гжи|пос)");

    /** Words that tell where the appeal was passed on; «звоните в …» tells nothing of the kind. */
    private static final WordPatterns PASSERS =
            new WordPatterns(
                    PASSED + "(?:,?\\s+(?:\\p{L}+|«[^»]*»)){0,5}?,?\\s+(?:в|во|к|ко)\\s+",
                    PASSED
                            + "\\s+(?:(?:обращени|заявк|сообщени|вопрос|информаци|жалоб)\\p{L}*\\s+)?");

    private static final Set<String> ENDS =
            Set.of(
                    "для",
                    "с",
                    "со",
                    "через",
                    "либо",
                    "или",
                    "чтобы",
                    "где",
                    "так",
                    "если",
                    "о",
                    "об",
                    "при",
                    "на",
                    "за",
                    "лично",
                    "письменно",
                    "тел",
                    "телефон",
                    "телефону",
                    "сайт",
                    "предварительно",
                    "вы",
                    "который",
                    "которая",
                    "которое",
                    "которые",
                    "а",
                    "но",
                    "поэтому",
                    "пожалуйста",
                    "напрямую",
                    "вам",
                    "находится",
                    "осуществляет",
                    "не",
                    "от",
                    "согласно",
                    "в",
                    "к",
                    "по",
                    "из",
                    "до",
                    "можно",
                    "является",
                    "и");

    /** After these «по» is part of the name: «Комитет по благоустройству». */
    private static final Pattern TAKES_SCOPE =
            pattern(
                    "(?:комитет|управлени|департамент|отдел|дирекци|министерств|инспекци|служб|агентств|центр)\\p{L}*");

    private static final Pattern OWN =
            pattern("(?:нам|наш\\p{L}*|личн\\p{L}+|сообщени\\p{L}+|групп\\p{L}+)");
    private static final int MOST_WORDS = 10;
    private static final int LONGEST = 100;
    private static final int MOST_CHARS = 4000;
    private static final Pattern WORD =
            Pattern.compile(
                    "\\G\\s*(⟦[^⟧]*⟧|[«\"]?(?:\\p{L}[\\p{L}\\d-]*|№|\\d{1,4}(?![\\d-]))[»\"]?|\\([^)]*\\))");

    /** Links as {@code ⟦words⟧}. */
    private final String linked;

    /** The same in lower case, letter under letter. */
    private final String lower;

    private Redirects(String linked, String lower) {
        this.linked = linked;
        this.lower = lower;
    }

    static Redirects of(String text) {
        String read = text.length() > MOST_CHARS ? text.substring(0, MOST_CHARS) : text;
        String linked = read.indexOf('[') < 0 ? read : LINK.matcher(read).replaceAll("⟦$1⟧");
        return new Redirects(linked, lower(linked));
    }

    /** The body that the message sends to; null if it sends nowhere. */
    String sentTo() {
        return find(SENDERS);
    }

    /** The body to which the message says that the appeal was passed on; null if it does not. */
    String passedTo() {
        return find(PASSERS);
    }

    private String find(WordPatterns verbs) {
        List<WordPatterns.Start> starts = verbs.starts(lower);
        for (long may = WordPatterns.mayMatch(starts); may != 0; may &= may - 1) {
            int verb = Long.numberOfTrailingZeros(may);
            boolean owner = verbs == SENDERS && verb == OWNER;
            String body = find(linked, starts, verbs.matcher(verb, lower), verb, owner);
            if (body != null) {
                return body;
            }
        }
        return null;
    }

    private static String lower(String text) {
        StringBuilder lower = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = Character.toLowerCase(text.charAt(i));
            lower.append(c == '\u00A0' ? ' ' : c);
        }
        return lower.toString();
    }

    private static String find(
            String linked,
            List<WordPatterns.Start> starts,
            Matcher matcher,
            int verb,
            boolean owner) {
        for (WordPatterns.Start start : starts) {
            boolean sends =
                    start.mayBe(verb) && matcher.region(start.at(), linked.length()).lookingAt();
            String body = sends ? body(linked, matcher.end(), owner) : null;
            if (body != null) {
                return body;
            }
        }
        return null;
    }

    /**
     * @param owner whether it is said to own what is spoken of
     */
    private static String body(String text, int begin, boolean owner) {
        if (begin < text.length() && text.charAt(begin) == '⟦') {
            int end = text.indexOf('⟧', begin);
            return end < 0 ? null : cut(text.substring(begin + 1, end));
        }
        StringBuilder body = new StringBuilder();
        Matcher word = WORD.matcher(text);
        word.region(begin, text.length());
        int words = 0;
        String previous = "";
        while (words < MOST_WORDS && word.find()) {
            String next = word.group(1);
            String small = next.toLowerCase(Locale.ROOT);
            boolean scope = small.equals("по") && TAKES_SCOPE.matcher(previous).matches();
            if (ENDS.contains(small) && !scope || next.startsWith("(")) {
                break;
            }
            body.append(body.isEmpty() ? "" : " ").append(next.replaceAll("[⟦⟧]", ""));
            previous = small;
            words++;
        }
        String found = body.toString().replaceFirst("(?i)^адрес\\s+", "").strip();
        if (found.indexOf('»') < 0) {
            found = found.replace("«", ""); // the sentence ended inside of the quotation
        }
        String lower = found.toLowerCase(Locale.ROOT);
        boolean names =
                BODY_NOUN.matcher(lower).find() || owner && TERRITORY.matcher(lower).lookingAt();
        return names && !OWN.matcher(lower).find() ? cut(found) : null;
    }

    private static String cut(String body) {
        String stripped = body.strip();
        return stripped.isEmpty()
                ? null
                : stripped.substring(0, Math.min(LONGEST, stripped.length()));
    }

    private static Pattern pattern(String expression) {
        return Pattern.compile("(?iu)(?<![\\p{L}\\d])(?:" + expression + ")(?![\\p{L}\\d])");
    }
}
