package io.otklik.schemas;

/** What can happen to a resident's message on its way to an answer. */
public enum AppealEventType {
    /** The message is an appeal from this moment. */
    DETECTED,
    /** The message is not an appeal; the event's reason says why. */
    EXCLUDED,
    /** An official answered; of what kind the answer is, is not told apart. */
    ANSWERED,
    /** An official answer was deleted. */
    ANSWER_RETRACTED,
    /** The resident deleted the appeal or edited it into something else. */
    WITHDRAWN,
    /** A withdrawn appeal stands again. */
    REOPENED
}
