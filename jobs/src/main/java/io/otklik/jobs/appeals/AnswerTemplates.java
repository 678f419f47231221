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
    boolean give(
            String messageId, List<String> ids, String text, Later<TemplateSignature> signature) {
        boolean template = false;
        boolean compared = false;
        for (Given before : given) {
            if (!before.messageId.equals(messageId) && !before.ids.containsAll(ids)) {
                compared = true;
                template |=
                        TemplateSignature.isSameTemplate(before.signature.get(), signature.get());
            }
        }
        note(messageId, ids, text, compared ? Later.made(signature.get()) : signatureLater(text));
        return template;
    }

    /** Notes an answer of which is known whether it is a template. */
    void give(String messageId, List<String> ids, String text) {
        note(messageId, ids, text, signatureLater(text));
    }

    /** Holds nothing but the text, which the thread holds anyway. */
    private static Later<TemplateSignature> signatureLater(String text) {
        return Later.of(() -> TemplateSignature.of(text));
    }

    private void note(
            String messageId, List<String> ids, String text, Later<TemplateSignature> signature) {
        given.add(new Given(messageId, ids, signature));
        facts = new Digest().add(facts).add(messageId).add(ids).add(text).bits();
    }

    private record Given(String messageId, List<String> ids, Later<TemplateSignature> signature) {}
}
