package io.otklik.language.answer;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An official message without what differs from resident to resident: mentions, names in the
 * address, greetings, numbers; links, e-mails and phones become marks.
 *
 * @param plain lower case, {@code ё} as {@code е}, one space between words
 * @param words words and marks of {@code plain}; marks begin with {@code #}
 * @param questions how many question marks the text has
 * @param tellsHour whether it names a time by the clock
 */
record AnswerText(String plain, List<String> words, int questions, boolean tellsHour) {

    /** What an answer is shows on its first page. */
    private static final int MOST_CHARS = 4000;

    private static final Pattern PERSON_LINK =
            Pattern.compile("[\\[@]\\*?id\\d+[^\\]|\\s]*(?:\\|[^\\]]*\\])?");
    private static final Pattern PAGE_LINK =
            Pattern.compile("\\[(?:club|public|event)\\d+[^|\\]]*\\|([^\\]]*)\\]");
    private static final Pattern TEXT_LINK = Pattern.compile("\\[https?://[^|\\]]*\\|([^\\]]*)\\]");
    private static final Pattern URL =
            Pattern.compile("(?:https?://|www\\.)\\S+|vk\\.(?:com|cc)/\\S+");
    private static final Pattern EMAIL =
            Pattern.compile("<email>|[\\p{L}\\d_.-]+@[\\p{L}\\d_.-]+\\.\\p{L}{2,}");
    private static final Pattern PHONE =
            Pattern.compile(
                    "<phone>|(?<!\\d)(?:\\+7|8)[\\s(-]*\\d{3,5}[\\s)-]*\\d{1,3}[\\s-]*\\d{2}[\\s-]*\\d{2,3}(?!\\d)"
                            + "|(?<!\\d)\\d{2,3}-\\d{2}-\\d{2}(?!\\d)");

    /** «22-33-44». */
    private static final int FEWEST_PHONE_DIGITS = 6;

    private static final Pattern NUMBER = Pattern.compile("\\d+");

    /**
     * «Добрый день», «Анна Ивановна, здравствуйте!», «Уважаемый пользователь!» at the beginning.
     */
    private static final Pattern ADDRESS =
            Pattern.compile(
                    "^[\\s,.!:–-]*(?:(?:#person[\\s,и]*)+|уважаем(?:ый|ая|ые)\\s+(?:\\p{L}+\\s*){1,3}?[!,.]"
                            + "|добр(?:ый|ое|ого)\\s+(?:день|дня|утро|утра|вечер|вечера|времени\\s+суток)"
                            + "|здравствуйте|приветствуем(?:\\s+вас)?|доброго\\s+\\p{L}+)");

    /** A first name before the greeting or the rest: «Ольга, …», «Анна Ивановна!». */
    private static final Pattern NAME =
            Pattern.compile(
                    "^\\s*[\\p{Lu}][\\p{Ll}]{2,}(?:\\s+\\p{Lu}\\p{Ll}+(?:вна|вич|ична))?\\s*[,!]\\s*(?=\\S)");

    /** What looks like a name before a comma and is none. */
    private static final Pattern GREETING =
            Pattern.compile(
                    "(?:здравствуйте|приветствуем|спасибо|принято|готово|пожалуйста|приняли"
                            + "|увидели|поправили|исправили|убрали|да|нет|внимание|друзья|взаимно|проверим)\\s*[,!]");

    /** Courtesy behind what was said: it says nothing of its own. */
    private static final Pattern FAREWELL =
            Pattern.compile(
                    "(?<=[\\p{L}\\d#»)][.!…)]{1,3})\\s*(?:(?:большое\\s+|огромное\\s+)?спасибо\\s+за\\s+[^.!?\\n]{3,60}"
                            + "|благодарим\\s+(?:вас\\s+)?за\\s+[^.!?\\n]{3,60}|хорошего\\s+\\p{L}+|всего\\s+(?:доброго|хорошего)"
                            + "|с\\s+уважением[^!?]{0,80})\\s*[.!)]*\\s*$");

    /**
     * One of these stands in each {@link #FAREWELL}: few texts do, and the expression is a slow
     * one.
     */
    private static final List<String> FAREWELL_WORDS =
            List.of("спасибо", "благодарим", "хорошего", "всего", "уважением");

    private static final Pattern HOUR = Pattern.compile("\\d{1,2}:\\d{2}");

    static AnswerText of(String text) {
        String read = text.length() > MOST_CHARS ? text.substring(0, MOST_CHARS) : text;
        String marked = stripName(links(read));
        String lower = stripFarewell(stripAddress(contacts(lower(marked))));
        List<String> words = new ArrayList<>();
        StringBuilder plain = new StringBuilder(lower.length());
        int questions = 0;
        int at = 0;
        while (at < lower.length()) {
            int end = wordEnd(lower, at);
            if (end > at) {
                boolean asks = lower.charAt(at) == '?';
                questions += asks ? 1 : 0;
                String word = lower.substring(at, end);
                words.add(word);
                plain.append(plain.isEmpty() ? "" : " ").append(word);
            }
            at = Math.max(end, at + 1);
        }
        return new AnswerText(
                plain.toString(),
                List.copyOf(words),
                questions,
                read.indexOf(':') >= 0 && HOUR.matcher(read).find());
    }

    private static String links(String text) {
        if (text.indexOf('[') < 0 && text.indexOf('@') < 0) {
            return text;
        }
        String marked = PERSON_LINK.matcher(text).replaceAll(" #person ");
        marked = PAGE_LINK.matcher(marked).replaceAll(" #page $1 ");
        return TEXT_LINK.matcher(marked).replaceAll(" $1 #url ");
    }

    private static String contacts(String lower) {
        String marked = lower;
        if (lower.contains("http") || lower.contains("www.") || lower.contains("vk.c")) {
            marked = URL.matcher(marked).replaceAll(" #url ");
        }
        if (lower.indexOf('@') >= 0 || lower.contains("<email>")) {
            marked = EMAIL.matcher(marked).replaceAll(" #mail ");
        }
        if (lower.chars().anyMatch(c -> c >= '0' && c <= '9') || lower.contains("<phone>")) {
            marked = mayNamePhone(lower) ? PHONE.matcher(marked).replaceAll(" #phone ") : marked;
            marked = NUMBER.matcher(marked).replaceAll("0");
        }
        return marked;
    }

    /** Looks for digits before the expression does, which tries each place of a text. */
    private static boolean mayNamePhone(String lower) {
        int digits = 0;
        for (int i = 0; i < lower.length(); i++) {
            digits += lower.charAt(i) >= '0' && lower.charAt(i) <= '9' ? 1 : 0;
        }
        return digits >= FEWEST_PHONE_DIGITS || lower.contains("<phone>");
    }

    /** End of the word, mark or question mark that begins at a place; the place itself if none. */
    private static int wordEnd(String text, int at) {
        if (text.charAt(at) == '?') {
            return at + 1;
        }
        int end = text.charAt(at) == '#' ? at + 1 : at;
        int first = end;
        while (end < text.length()) {
            boolean inside =
                    Character.isLetterOrDigit(text.charAt(end))
                            || text.charAt(end) == '-'
                                    && end > first
                                    && end + 1 < text.length()
                                    && Character.isLetter(text.charAt(end + 1));
            if (!inside) {
                break;
            }
            end++;
        }
        return end == first ? at : end;
    }

    private static String stripName(String text) {
        Matcher name = NAME.matcher(text);
        return name.lookingAt() && !isGreeting(name.group()) ? text.substring(name.end()) : text;
    }

    private static boolean isGreeting(String word) {
        return GREETING.matcher(lower(word).strip()).matches();
    }

    private static String stripAddress(String lower) {
        String rest = lower;
        for (int i = 0; i < 4; i++) {
            Matcher address = ADDRESS.matcher(rest);
            if (!address.lookingAt() || address.end() == 0) {
                break;
            }
            rest = rest.substring(address.end());
        }
        return rest;
    }

    private static String stripFarewell(String lower) {
        String rest = lower;
        if (FAREWELL_WORDS.stream().noneMatch(lower::contains)) {
            return rest;
        }
        for (Matcher farewell = FAREWELL.matcher(rest); farewell.find(); ) {
            rest = rest.substring(0, farewell.start());
            farewell = FAREWELL.matcher(rest);
        }
        return rest;
    }

    private static String lower(String text) {
        StringBuilder lower = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = Character.toLowerCase(text.charAt(i));
            lower.append(c == 'ё' ? 'е' : c == '\u00A0' ? ' ' : c);
        }
        return lower.toString();
    }
}
