package io.otklik.connectors.alert.config;

import io.otklik.connectors.alert.Alerts;
import io.otklik.schemas.AlertKind;
import io.otklik.schemas.Urgency;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class AlertRoutingReaderTest {

    private static final String GOOD =
            """
            timeZone: Asia/Yekaterinburg
            dashboardUrl: "http://127.0.0.1:3000/d/overdue?var-agency={agencyId}"
            telegram:
              url: http://127.0.0.1:8088/
            smtp:
              host: mail.example.org
              security: tls
              from: Отклик <otklik@example.org>
            recipients:
              duty:
                telegram: -1001234567890
                quietHours:
                  from: "22:00"
                  to: "08:00"
                  breakThrough:
                    - urgencies: high
                    - kinds: [escalation]
              crm:
                webhook: https://crm.example.org/hook
                tokenVariable: CRM_TOKEN
                timeZone: Europe/Moscow
                cleared: false
              head:
                email: [head@example.org, "Заместитель <deputy@example.org>"]
            routes:
              - agencies: zarechny
                to: [crm, duty]
              - kinds: ESCALATION
                levels: [2, 3]
                to: head
            default: duty
            """;

    @Test
    void everyMemberIsRead() throws ConfigException {
        AlertRouting routing = AlertRoutingReader.read(GOOD);

        assertThat(routing.recipients().keySet()).containsExactly("duty", "crm", "head");
        assertThat(routing.recipients().get("duty"))
                .isEqualTo(
                        new Recipient(
                                "duty",
                                new Address.Telegram("-1001234567890"),
                                ZoneId.of("Asia/Yekaterinburg"),
                                new QuietHours(
                                        LocalTime.of(22, 0),
                                        LocalTime.of(8, 0),
                                        routing.recipients()
                                                .get("duty")
                                                .quietHours()
                                                .breakThrough()),
                                true));
        assertThat(routing.recipients().get("crm"))
                .isEqualTo(
                        new Recipient(
                                "crm",
                                new Address.Webhook(
                                        URI.create("https://crm.example.org/hook"), "CRM_TOKEN"),
                                ZoneId.of("Europe/Moscow"),
                                null,
                                false));
        assertThat(routing.recipients().get("head").address())
                .isEqualTo(
                        new Address.Mail(
                                List.of("head@example.org", "Заместитель <deputy@example.org>")));
        assertThat(routing.telegram())
                .isEqualTo(
                        new TelegramSettings(
                                URI.create("http://127.0.0.1:8088"), "OTKLIK_TELEGRAM_TOKEN"));
        assertThat(routing.smtp())
                .isEqualTo(
                        new SmtpSettings(
                                "mail.example.org",
                                465,
                                SmtpSettings.Security.TLS,
                                null,
                                "OTKLIK_SMTP_PASSWORD",
                                "Отклик <otklik@example.org>"));
        assertThat(routing.dashboardUrl()).endsWith("{agencyId}");
    }

    @Test
    void allRoutesThatMatchTellTheirRecipientsElseTheDefaultIsTold() throws ConfigException {
        AlertRouting routing = AlertRoutingReader.read(GOOD);

        assertThat(routing.recipientsOf(Alerts.alert("a").get())).containsExactly("crm", "duty");
        assertThat(
                        routing.recipientsOf(
                                Alerts.alert("a").kind(AlertKind.ESCALATION).level(2).get()))
                .containsExactly("crm", "duty", "head");
        assertThat(
                        routing.recipientsOf(
                                Alerts.alert("a")
                                        .agency("lesnoy")
                                        .kind(AlertKind.ESCALATION)
                                        .level(1)
                                        .get()))
                .containsExactly("duty");
        assertThat(routing.recipientsOf(Alerts.alert("a").agency(null).get()))
                .containsExactly("duty");
    }

    @Test
    void urgentOnesBreakThrough() throws ConfigException {
        QuietHours quiet = AlertRoutingReader.read(GOOD).recipients().get("duty").quietHours();

        assertThat(quiet.letsThrough(Alerts.alert("a").get())).isFalse();
        assertThat(quiet.letsThrough(Alerts.alert("a").urgency(Urgency.HIGH).get())).isTrue();
        assertThat(quiet.letsThrough(Alerts.alert("a").kind(AlertKind.ESCALATION).get())).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            timeZone: Asia | timeZone: Mars | 1 | timeZone is Mars/Yekaterinburg; it is a name like Europe/Moscow.
            default: duty | default: dutty | 31 | There is no recipient dutty; name it under recipients.
            default: duty | defalt: duty | 31 | The file has no defalt; there are dashboardUrl, default, recipients, routes, smtp, telegram, timeZone.
            levels: [2, 3] | levels: [2, high] | 29 | A level is high; it is a whole number from 0 to 99.
            kinds: ESCALATION | kinds: ESCALATE | 28 | A kind is ESCALATE; it is one of DUE_SOON, OVERDUE, ESCALATION, SPREAD, ENGAGEMENT_SPIKE.
            to: head | too: head | 30 | A route has no too; there are agencies, communities, kinds, levels, to, urgencies.
            telegram: -100 | telegram: t.me/-100 | 11 | telegram is t.me/-1001234567890; it is a chat's number like -1001234567890 or a channel's @name.
            cleared: false | cleared: no | 22 | cleared is no; it is true or false.
            from: "22:00" | from: "22 h" | 13 | from is 22 h; it is a quoted time like "22:00".
            to: "08:00" | to: "22:00" | 13 | quietHours end when they begin; give two different times.
            https://crm | https://user:secret@crm | 19 | webhook is no address; it begins with http:// or https:// and holds no password.
            tokenVariable: CRM_TOKEN | tokenVariable: 7f3a-secret | 20 | This is no name of an environment variable like OTKLIK_TOKEN; the secret itself does not belong here.
            head@example.org, | head(at)example.org, | 24 | email is head(at)example.org; it is an address like duty@example.org.
            security: tls | security: ssl | 7 | security is ssl; it is one of TLS, STARTTLS, NONE.
            """)
    void aFaultIsToldWithItsLineAndWhatToDo(String good, String bad, int line, String sentence) {
        assertThat(GOOD).contains(good);
        assertThat(problems(GOOD.replace(good, bad))).contains(new ConfigProblem(line, sentence));
    }

    @Test
    void allFaultsAreToldAtOnceInTheirOrder() {
        List<ConfigProblem> problems =
                problems(
                        """
                        recipients:
                          a b:
                            email: a@example.org
                          c:
                            cleared: true
                        """);

        assertThat(problems)
                .containsExactly(
                        new ConfigProblem(
                                1,
                                "There is no default; name the recipients of alerts that no route matches."),
                        new ConfigProblem(
                                3,
                                "a b is no name of a recipient; it is made of latin letters, digits, - and _."),
                        new ConfigProblem(
                                3, "a b has a mailbox and there is no smtp; name the mail server."),
                        new ConfigProblem(
                                5,
                                "c is reached by nothing; give one of webhook, telegram and email."));
    }

    @Test
    void whatIsNoYamlIsOneFault() {
        assertThat(problems("recipients: [a\ndefault: }")).hasSize(1);
        assertThat(problems("")).extracting(ConfigProblem::line).containsExactly(1);
        assertThat(problems("just text"))
                .extracting(ConfigProblem::sentence)
                .contains("The file is a list of names with values, like name: value.");
    }

    @Test
    void theSampleIsGood() throws Exception {
        Path sample =
                Path.of(
                        System.getProperty("otklik.home"),
                        "deploy",
                        "samples",
                        "data",
                        "recipients.yaml");

        assertThat(AlertRoutingReader.read(Files.readString(sample)).recipients()).isNotEmpty();
    }

    private static List<ConfigProblem> problems(String yaml) {
        return catchThrowableOfType(ConfigException.class, () -> AlertRoutingReader.read(yaml))
                .problems();
    }
}
