package io.otklik.jobs.appeals;

import io.otklik.language.Later;
import io.otklik.language.answer.TemplateSignature;

import java.util.ArrayList;
import java.util.List;

/** What the page answered to whom in a thread, to tell an answer that somebody else got too. */
final class AnswerTemplates {

    private final List<Given> given = new ArrayList<>();
    private long facts = 1;

    /** All that was given by now, as one number. */
    long facts() {
        return facts;
    }

    /**
     * Notes an answer.
     *
     * @param ids the appeals that it is to
     * @return whether somebody else got nearly the same before
     */
    boolean give(String messageId, List<String> ids, String text, TemplateSignature signature) {
        boolean template = false;
        for (Given before : given) {
            template |=
                    !before.messageId.equals(messageId)
                            && !before.ids.containsAll(ids)
                            && TemplateSignature.isSameTemplate(before.signature.get(), signature);
        }
        note(messageId, ids, text, Later.made(signature));
        return template;
    }

    /** Notes an answer of which is known whether it is a template. */
    void give(String messageId, List<String> ids, String text) {
        note(messageId, ids, text, Later.of(() -> TemplateSignature.of(text)));
    }

    private void note(
            String messageId, List<String> ids, String text, Later<TemplateSignature> signature) {
        given.add(new Given(messageId, ids, signature));
        facts = new Digest().add(facts).add(messageId).add(ids).add(text).bits();
    }

    private record Given(String messageId, List<String> ids, Later<TemplateSignature> signature) {}
}
