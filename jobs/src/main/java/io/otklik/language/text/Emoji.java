package io.otklik.language.text;

/** Emoji by what their writer means. */
final class Emoji {

    static final String JOY = ":joy";
    static final String LAUGH = ":laugh";
    static final String ANGER = ":anger";
    static final String SADNESS = ":sadness";
    static final String DOUBT = ":doubt";
    static final String PLEA = ":plea";
    static final String ALARM = ":alarm";
    static final String YES = ":yes";
    static final String OTHER = ":other";

    private Emoji() {}

    /** What a code point means; null if it is no emoji. */
    static String meaning(int code) {
        if (code < 0x203C) {
            return null;
        }
        return switch (code) {
            case 0x1F600,
                    0x1F603,
                    0x1F604,
                    0x1F601,
                    0x1F60A,
                    0x1F642,
                    0x1F609,
                    0x1F60D,
                    0x1F970,
                    0x1F618,
                    0x1F617,
                    0x1F917,
                    0x1F929,
                    0x1F973,
                    0x1F60E,
                    0x1F607,
                    0x263A,
                    0x2764,
                    0x2665,
                    0x1F495,
                    0x1F496,
                    0x1F497,
                    0x1F499,
                    0x1F49A,
                    0x1F49B,
                    0x1F49C,
                    0x1F9E1,
                    0x1F493,
                    0x1F44F,
                    0x1F525,
                    0x1F389,
                    0x1F38A,
                    0x1F490,
                    0x1F337,
                    0x1F339,
                    0x1F33A,
                    0x1F338,
                    0x1F33C,
                    0x1F33B,
                    0x2728,
                    0x1F31F,
                    0x2B50,
                    0x2600,
                    0x1F4AA,
                    0x1F64C,
                    0x1F91D,
                    0x1F48B,
                    0x1F388,
                    0x1F381,
                    0x1F3C6,
                    0x1F947,
                    0x1F4AB,
                    0x1F31E ->
                    JOY;
            case 0x1F44D, 0x1F44C, 0x2705, 0x2714, 0x2795, 0x1F4AF, 0x1F91F, 0x270C -> YES;
            case 0x1F602,
                    0x1F923,
                    0x1F605,
                    0x1F606,
                    0x1F61C,
                    0x1F61D,
                    0x1F61B,
                    0x1F92A,
                    0x1F921,
                    0x1F60F,
                    0x1F643,
                    0x1F639 ->
                    LAUGH;
            case 0x1F621,
                    0x1F620,
                    0x1F92C,
                    0x1F47F,
                    0x1F44E,
                    0x1F4A9,
                    0x1F92E,
                    0x1F922,
                    0x1F624,
                    0x1F612,
                    0x1F644,
                    0x1F611,
                    0x1F595,
                    0x1F610,
                    0x1F62C ->
                    ANGER;
            case 0x1F622,
                    0x1F62D,
                    0x1F61E,
                    0x1F614,
                    0x1F61F,
                    0x1F641,
                    0x2639,
                    0x1F625,
                    0x1F629,
                    0x1F62B,
                    0x1F494,
                    0x1F63F,
                    0x1F613,
                    0x1F623,
                    0x1F616 ->
                    SADNESS;
            case 0x1F914,
                    0x1F937,
                    0x1F926,
                    0x1F928,
                    0x1F9D0,
                    0x2753,
                    0x2754,
                    0x1F440,
                    0x1F648,
                    0x1F615,
                    0x1F633,
                    0x1F632,
                    0x1F62E ->
                    DOUBT;
            case 0x1F64F -> PLEA;
            case 0x1F198,
                    0x203C,
                    0x2757,
                    0x26A0,
                    0x1F6A8,
                    0x2049,
                    0x1F631,
                    0x1F630,
                    0x1F628,
                    0x1F4E2,
                    0x1F6AB,
                    0x26D4,
                    0x274C ->
                    ALARM;
            default -> isEmoji(code) ? OTHER : null;
        };
    }

    /** Skin tones and signs of sex that only colour the emoji before them. */
    static boolean isModifier(int code) {
        return code >= 0x1F3FB && code <= 0x1F3FF || code == 0x2640 || code == 0x2642;
    }

    private static boolean isEmoji(int code) {
        return code >= 0x1F300 && code <= 0x1FAFF
                || code >= 0x2600 && code <= 0x27BF
                || code >= 0x1F1E6 && code <= 0x1F1FF
                || code >= 0x2B00 && code <= 0x2BFF;
    }
}
