package io.otklik.connectors.alert.channel;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.otklik.connectors.alert.config.Address;
import io.otklik.connectors.alert.config.SmtpSettings;
import jakarta.mail.internet.MimeMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

class MailChannelTest {

    private final GreenMail server = server(ServerSetup.PROTOCOL_SMTP);
    private final Parcel parcel =
            Parcels.to(
                    new Address.Mail(
                            List.of("duty@example.org", "Заместитель <deputy@example.org>")));

    private static GreenMail server(String protocol) {
        ServerSetup setup = new ServerSetup(0, "127.0.0.1", protocol).dynamicPort();
        setup.setServerStartupTimeout(30_000);
        return new GreenMail(setup);
    }

    @BeforeEach
    void start() {
        server.start();
        server.setUser("otklik@example.org", "otklik@example.org", "s3cret");
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    private MailChannel channel(SmtpSettings.Security security, String user, String password) {
        return new MailChannel(
                new SmtpSettings(
                        "127.0.0.1",
                        server.getSmtp().getPort(),
                        security,
                        user,
                        "OTKLIK_SMTP_PASSWORD",
                        "Отклик <otklik@example.org>"),
                password);
    }

    @Test
    void aLetterReachesEveryMailboxWithRussianHeadersAndItsKey() throws Exception {
        MailChannel channel = channel(SmtpSettings.Security.NONE, "otklik@example.org", "s3cret");

        assertThat(channel.send(parcel)).isEqualTo(new SendResult.Delivered());

        MimeMessage[] letters = server.getReceivedMessages();
        assertThat(letters).hasSize(2);
        MimeMessage letter = letters[0];
        assertThat(letter.getSubject())
                .isEqualTo("Просрочено: первый ответ — Администрация Заречного округа");
        assertThat(letter.getHeader("Subject")[0]).contains("=?UTF-8?").isASCII();
        assertThat(letter.getFrom()[0]).asString().contains("otklik@example.org");
        assertThat(letter.getHeader("From")[0]).isASCII();
        assertThat(letter.getMessageID()).isEqualTo("<" + Parcels.KEY + "@example.org>");
        assertThat(letter.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(letter.getContentType()).containsIgnoringCase("charset=utf-8");
        assertThat(letter.getContent().toString().replace("\r\n", "\n").strip())
                .isEqualTo(parcel.message().plain());
    }

    @Test
    void aWrongPasswordIsAFailureThatDoesNotRepeatIt() {
        SendResult result =
                channel(SmtpSettings.Security.NONE, "otklik@example.org", "wr0ng").send(parcel);

        assertThat(result)
                .isEqualTo(new SendResult.Failed("The mail server refuses the login.", null));
    }

    @Test
    void nothingIsSaidToAServerWithoutStartTls() {
        SendResult result =
                channel(SmtpSettings.Security.STARTTLS, "otklik@example.org", "s3cret")
                        .send(parcel);

        assertThat(result).isInstanceOf(SendResult.Failed.class);
        assertThat(server.getReceivedMessages()).isEmpty();
    }

    @Test
    void aServerWhoseCertificateNobodyVouchesForGetsNoPassword() {
        GreenMail tls = server(ServerSetup.PROTOCOL_SMTPS);
        tls.start();
        try {
            SendResult result =
                    new MailChannel(
                                    new SmtpSettings(
                                            "127.0.0.1",
                                            tls.getSmtps().getPort(),
                                            SmtpSettings.Security.TLS,
                                            "otklik@example.org",
                                            "OTKLIK_SMTP_PASSWORD",
                                            "otklik@example.org"),
                                    "s3cret")
                            .send(parcel);

            assertThat(result).asString().contains("SSLHandshakeException");
            assertThat(tls.getReceivedMessages()).isEmpty();
        } finally {
            tls.stop();
        }
    }

    @Test
    void aServerThatIsNotThereIsAFailure() {
        MailChannel channel = channel(SmtpSettings.Security.NONE, null, "");
        server.stop();

        assertThat(channel.send(parcel)).isInstanceOf(SendResult.Failed.class);
    }
}
