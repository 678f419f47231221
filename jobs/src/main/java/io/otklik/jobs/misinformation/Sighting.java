package io.otklik.jobs.misinformation;

import io.otklik.schemas.CopyStance;
import io.otklik.schemas.MessageType;
import io.otklik.schemas.Platform;

import java.util.List;

/**
 * That a message carries a text.
 *
 * @param textId of the text's words, see {@link io.otklik.similarity.copy.Sketch}
 * @param official whether a page of the register wrote it on its own behalf
 * @param publishedAt epoch milliseconds; of an edited text when it was edited
 * @param text its beginning
 * @param signals bits of the text's signals
 * @param claimId the claim that it repeats; null if none
 * @param notable whether the text alone is worth following, without a second copy
 */
public record Sighting(
        String messageId,
        long textId,
        String communityId,
        Platform platform,
        MessageType type,
        boolean official,
        CopyStance stance,
        String url,
        long publishedAt,
        String text,
        long signals,
        String claimId,
        double claimScore,
        boolean claimSure,
        List<String> claimWords,
        boolean notable) {

    /** The same message as one that is about another text. */
    Sighting about(long text) {
        return new Sighting(
                messageId,
                text,
                communityId,
                platform,
                type,
                official,
                stance,
                url,
                publishedAt,
                this.text,
                signals,
                claimId,
                claimScore,
                claimSure,
                claimWords,
                notable);
    }

    Label label() {
        return new Label(publishedAt, messageId);
    }
}
