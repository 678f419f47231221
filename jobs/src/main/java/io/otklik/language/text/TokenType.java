package io.otklik.language.text;

/** What a token of a text is. */
public enum TokenType {
    WORD,
    NUMBER,
    /** {@code ?}, {@code !}, {@code …}; repeated ones are one token. */
    MARK,
    /** Emoji and smileys, by what they mean: {@code :joy}, {@code :anger}, … */
    EMOJI,
    /** {@code [id1|Имя]}, {@code @name}: a person. The name itself is no word of the message. */
    PERSON,
    /** {@code [club1|Название]}: a community. */
    PAGE,
    /** {@code #тема}; its word is the tag. */
    HASHTAG,
    LINK,
    /** {@code <PHONE>}, {@code <EMAIL>}: what was masked before. */
    MASKED
}
