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
 */
record AnswerText(String plain, List<String> words, int questions) {

    /** What an answer is shows on its first page. */
    private static final int MOST_CHARS = 4000;

    private static final int UNICODE = Pattern.UNICODE_CHARACTER_CLASS;

    private static final Pattern PERSON_LINK =
            Pattern.compile("[\\[@]\\*?id\\d+[^\\]|\\s]*(?:\\|[^\\]]*\\])?");
    private static final Pattern PAGE_LINK =
            Pattern.compile("\\[(?:club|public|event)\\d+[^|\\]]*\\|([^\\]]*)\\]");
    private static final Pattern TEXT_LINK = Pattern.compile("\\[https?://[^|\\]]*\\|([^\\]]*)\\]");
    private static final Pattern URL =
            Pattern.compile("(?:https?://|www\\.)\\S+|\\bvk\\.(?:com|cc)/\\S+");
    private static final Pattern EMAIL =
            Pattern.compile("<email>|[\\w.-]+@[\\w.-]+\\.\\p{L}{2,}", UNICODE);
    private static final Pattern PHONE =
            Pattern.compile(
                    "<phone>|(?:\\+7|\\b8)[\\s(-]*\\d{3,5}[\\s)-]*\\d{1,3}[\\s-]*\\d{2}[\\s-]*\\d{2,3}\\b"
                            + "|\\b\\d{2,3}-\\d{2}-\\d{2}\\b",
                    UNICODE);
    private static final Pattern NUMBER = Pattern.compile("\\d+");
    private static final Pattern WORD =
            Pattern.compile("#?[\\p{L}\\d]+(?:-\\p{L}+)*|[?!]", UNICODE);

    /**
     * «Добрый день», «Анна Ивановна, здравствуйте!», «Уважаемый пользователь!» at the beginning.
     */
    private static final Pattern ADDRESS =
            Pattern.compile(
                    "^[\\s,.!:–-]*(?:(?:#person[\\s,и]*)+|уважаем(?:ый|ая|ые)\\s+(?:\\p{L}+\\s*){1,3}?[!,.]"
                            + "|добр(?:ый|ое|ого)\\s+(?:день|дня|утро|утра|вечер|вечера|времени\\s+суток)"
                            + "|здравствуйте|приветствуем(?:\\s+вас)?|доброго\\s+\\p{L}+)",
                    UNICODE);

    /** A first name before the greeting or the rest: «Ольга, …», «Анна Ивановна!». */
    private static final Pattern NAME =
            Pattern.compile(
                    "^\\s*[\\p{Lu}][\\p{Ll}]{2,}(?:\\s+\\p{Lu}\\p{Ll}+(?:вна|вич|ична))?\\s*[,!]\\s*(?=\\S)",
                    UNICODE);

    static AnswerText of(String text) {
        String read = text.length() > MOST_CHARS ? text.substring(0, MOST_CHARS) : text;
        String marked = PERSON_LINK.matcher(read).replaceAll(" #person ");
        marked = PAGE_LINK.matcher(marked).replaceAll(" #page $1 ");
        marked = TEXT_LINK.matcher(marked).replaceAll(" $1 #url ");
        marked = stripName(marked);
        String lower = lower(marked);
        lower = URL.matcher(lower).replaceAll(" #url ");
        lower = EMAIL.matcher(lower).replaceAll(" #mail ");
        lower = PHONE.matcher(lower).replaceAll(" #phone ");
        lower = NUMBER.matcher(lower).replaceAll("0");
        lower = stripAddress(lower);
        List<String> words = new ArrayList<>();
        StringBuilder plain = new StringBuilder(lower.length());
        int questions = 0;
        Matcher word = WORD.matcher(lower);
        while (word.find()) {
            String found = word.group();
            if (found.equals("?")) {
                questions++;
            }
            if (found.equals("!")) {
                continue;
            }
            words.add(found);
            plain.append(plain.isEmpty() ? "" : " ").append(found);
        }
        return new AnswerText(plain.toString(), List.copyOf(words), questions);
    }

    private static String stripName(String text) {
        Matcher name = NAME.matcher(text);
        return name.find() && !isGreeting(name.group()) ? text.substring(name.end()) : text;
    }

    private static boolean isGreeting(String word) {
        return lower(word)
                .strip()
                .matches(
                        "(?:здравствуйте|приветствуем|спасибо|принято|готово|пожалуйста|приняли"
                                + "|увидели|поправили|исправили|убрали|да|нет|внимание|друзья|взаимно|проверим)\\s*[,!]");
    }

    private static String stripAddress(String lower) {
        String rest = lower;
        for (int i = 0; i < 4; i++) {
            Matcher address = ADDRESS.matcher(rest);
            if (!address.find() || address.end() == 0) {
                break;
            }
            rest = rest.substring(address.end());
        }
        return rest;
    }

    private static String lower(String text) {
        StringBuilder lower = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = Character.toLowerCase(text.charAt(i));
            lower.append(c == 'ё' ? 'е' : c);
        }
        return lower.toString();
    }
}
