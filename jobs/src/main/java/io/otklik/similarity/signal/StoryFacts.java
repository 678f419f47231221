package io.otklik.similarity.signal;

/**
 * What is known of a story as a whole.
 *
 * @param textSignals bits of the text's signals, see {@link SignalBook#read}
 * @param copies messages that carry it
 * @param pages on which they stand
 * @param burst most copies within a window of the book
 * @param growing whether that is far more than usual
 * @param coordinatedPages most pages on which it stood within one minute
 * @param official whether its first copy is by an official page
 * @param asked copies that ask whether it is true
 * @param denials official messages that deny it
 * @param claimScore how surely it repeats a known claim; 0 if none
 * @param falseClaim whether that claim was found false
 * @param satire whether its first copy says that it is a joke
 */
public record StoryFacts(
        long textSignals,
        int copies,
        int pages,
        int burst,
        boolean growing,
        int coordinatedPages,
        boolean official,
        int asked,
        int denials,
        double claimScore,
        boolean falseClaim,
        boolean satire) {}
