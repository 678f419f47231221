package io.otklik.language;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

class ThreadReaderTest {

    private final MessageReader reader = MessageReader.bundled();

    @Test
    void aRequestUnderAPostNeedsAnAnswerAndThePagesReplyIsOfficial() {
        ThreadReader thread = new ThreadReader("1", reader);
        List<Decision> decisions =
                Stream.of(
                                message("1", null, "page", AuthorRole.OFFICIAL, "Двор готов."),
                                message(
                                        "2",
                                        "1",
                                        "a",
                                        AuthorRole.RESIDENT,
                                        "Прошу отремонтировать скамейку у дома 7 по ул. Южной"),
                                message("3", "2", "page", AuthorRole.OFFICIAL, "Починили."))
                        .map(thread::next)
                        .toList();

        assertThat(decisions)
                .extracting(Decision::kind)
                .containsExactly(Kind.OFFICIAL, Kind.APPEAL, Kind.OFFICIAL);
        assertThat(decisions.get(1).needsAnswer()).isGreaterThan(0.5);
        assertThat(decisions.get(1).reasons()).isNotEmpty();
    }

    @Test
    void theContextTellsWhoStandsAbove() {
        ThreadReader thread = new ThreadReader("1", reader);
        thread.note(message("1", null, "page", AuthorRole.OFFICIAL, "Пост"), Kind.OFFICIAL);
        thread.note(message("2", "1", "a", AuthorRole.RESIDENT, "Где урна?"), Kind.APPEAL);
        thread.note(message("3", "2", "page", AuthorRole.OFFICIAL, "Скоро"), Kind.OFFICIAL);

        ThreadContext first = thread.context(message("4", "1", "a", AuthorRole.RESIDENT, "ждём"));
        ThreadContext reply = thread.context(message("5", "3", "b", AuthorRole.RESIDENT, "и мы"));

        assertThat(first.reply()).isFalse();
        assertThat(first.ownAppealAbove()).isTrue();
        assertThat(first.appealAbove()).isFalse();
        assertThat(reply.reply()).isTrue();
        assertThat(reply.ownAppealAbove()).isFalse();
        assertThat(reply.appealAbove()).isTrue();
        assertThat(reply.officialAbove()).isTrue();
        assertThat(reply.parentAuthor()).isEqualTo(AuthorRole.OFFICIAL);
    }

    @Test
    void withoutThePostItsCommentsAreStillFirstLevel() {
        ThreadReader thread = new ThreadReader("1", reader);
        thread.note(message("2", "1", "a", AuthorRole.RESIDENT, "Где урна?"), Kind.APPEAL);

        ThreadContext first = thread.context(message("4", "1", "b", AuthorRole.RESIDENT, "и мы"));
        ThreadContext reply = thread.context(message("5", "2", "b", AuthorRole.RESIDENT, "и мы"));

        assertThat(first.reply()).isFalse();
        assertThat(first.appealAbove()).isFalse();
        assertThat(first.addressee(reader.read("и мы"))).isEqualTo(Addressee.POST);
        assertThat(reply.reply()).isTrue();
        assertThat(reply.appealAbove()).isTrue();
    }

    @Test
    void theContextTellsTheLastMessagesThatAsked() {
        ThreadReader thread = new ThreadReader("1", reader);
        thread.note(message("1", null, "page", AuthorRole.OFFICIAL, "Пост"), Kind.OFFICIAL);
        List<ThreadMessage> asked =
                List.of(
                        message("2", "1", "a", AuthorRole.RESIDENT, "Где урна?"),
                        message("3", "2", "b", AuthorRole.RESIDENT, "и нам урну"),
                        message("4", "1", "c", AuthorRole.RESIDENT, "Где скамейка?"));
        for (ThreadMessage message : asked) {
            thread.note(message, Kind.APPEAL);
            thread.note(
                    message(message.id() + "x", "1", "d", AuthorRole.RESIDENT, "Ура"), Kind.CHAT);
        }

        ThreadContext last = thread.context(message("5", "1", "e", AuthorRole.RESIDENT, "и нам"));

        assertThat(last.asked())
                .extracting(Later::get)
                .containsExactly(asked.get(1).reading(), asked.get(2).reading());
    }

    private ThreadMessage message(
            String id, String parent, String author, AuthorRole role, String text) {
        return new ThreadMessage(id, parent, null, author, role, parent == null, reader.read(text));
    }
}
