package io.otklik.samples;

import io.otklik.samples.corpus.Corpus;
import io.otklik.samples.corpus.Decks;
import io.otklik.samples.corpus.Misspeller;
import io.otklik.samples.corpus.Pool;
import io.otklik.samples.corpus.Rng;
import io.otklik.samples.corpus.Voice;
import io.otklik.schemas.Platform;

/** Turns planned posts and comments into texts. */
final class TextWriter {

    private final Corpus corpus;
    private final Rhythm rhythm;
    private final Rng rng;
    private final Decks decks;
    private final Voice voice;
    private final StringBuilder text = new StringBuilder(600);

    TextWriter(Corpus corpus, Rhythm rhythm, Rng rng, Decks decks) {
        this.corpus = corpus;
        this.rhythm = rhythm;
        this.rng = rng;
        this.decks = decks;
        this.voice = new Voice(rng);
    }

    String post(PostThread thread) {
        text.setLength(0);
        thread.line.append(text, voice.as(thread.scene, true, "", rhythm.localDay(thread.time)));
        return text.toString();
    }

    String comment(Note note) {
        text.setLength(0);
        Author to = addressee(note);
        boolean mention = mentions(note, to);
        if (note.official()) {
            official(note, to, mention);
        } else {
            speak(note, note.author, to);
            part(note.opening, " ");
            part(note.body, "");
            close(note.closing);
            Misspeller.roughen(text, note.author.style(), cross(note.kind), rng);
        }
        if (mention) {
            prefix(note.thread.page.platform(), to);
        }
        return text.toString();
    }

    /** A later version of a comment: something added, or the typing cleaned up. */
    String edited(Note note, long at) {
        text.setLength(0);
        text.append(note.text);
        voice.as(note.scene, note.author.female(), "", rhythm.localDay(at));
        text.append('\n');
        decks.draw(corpus.talk(note.official() ? "edit-official" : "edit-resident"))
                .append(text, voice);
        return text.toString();
    }

    String edited(PostThread thread, long at) {
        text.setLength(0);
        text.append(thread.text).append("\n\n");
        voice.as(thread.scene, true, "", rhythm.localDay(at));
        decks.draw(corpus.talk("edit-post")).append(text, voice);
        return text.toString();
    }

    private void official(Note note, Author to, boolean mention) {
        Author resident = note.answersTo == null ? to : note.answersTo.author;
        speak(note, resident == null ? note.author : resident, resident);
        if (!note.opening.isEmpty()) {
            boolean named = !mention && resident != null && !resident.isPage();
            part(corpus.talk(named ? "greeting" : "greeting-bare"), " ");
        }
        int start = text.length();
        part(note.body, "");
        if (start == 0 || ".!".indexOf(text.charAt(start - 2)) >= 0) {
            text.setCharAt(start, Character.toUpperCase(text.charAt(start)));
        }
        close(note.closing);
    }

    private static boolean cross(Truth.Kind kind) {
        return kind == Truth.Kind.APPEAL
                || kind == Truth.Kind.FOLLOW_UP
                || kind == Truth.Kind.OPINION;
    }

    /** One more sentence. */
    private void close(Pool closing) {
        if (!closing.isEmpty()) {
            boolean open = Character.isLetterOrDigit(text.charAt(text.length() - 1));
            text.append(open ? ". " : " ");
            part(closing, "");
        }
    }

    private void speak(Note note, Author gender, Author to) {
        voice.as(
                note.scene,
                gender.female(),
                to == null || to.isPage() ? "" : to.first(),
                rhythm.localDay(note.time));
    }

    private void part(Pool pool, String after) {
        if (!pool.isEmpty()) {
            decks.draw(pool).append(text, voice);
            text.append(after);
        }
    }

    /** Whom the platform's reply names: the author of the comment that is answered. */
    private static Author addressee(Note note) {
        if (note.replyTo != null) {
            return note.replyTo.author;
        }
        return note.answersTo == null ? null : note.answersTo.author;
    }

    private boolean mentions(Note note, Author to) {
        if (to == null || to.id() == note.author.id()) {
            return false;
        }
        return switch (note.thread.page.platform()) {
            case VK -> rng.chance(note.replyTo == null ? 1 : .86);
            case TELEGRAM -> !to.isPage() && to.hasUsername() && rng.chance(.3);
            default -> false;
        };
    }

    private void prefix(Platform platform, Author to) {
        if (platform == Platform.TELEGRAM) {
            text.insert(0, '@' + to.username() + ' ');
        } else if (to.isPage()) {
            text.insert(0, "[club" + to.id() + '|' + to.page().name() + "], ");
        } else {
            text.insert(0, "[id" + to.id() + '|' + to.first() + "], ");
        }
    }
}
