package io.otklik.connectors.alert.channel;

import io.otklik.connectors.alert.config.Address;
import io.otklik.connectors.alert.config.SmtpSettings;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;

import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.Properties;

/**
 * Sends letters by SMTP, a connection for each. The {@code Message-ID} is made of the idempotency
 * key: many mail servers drop a letter with one that they have seen.
 */
public final class MailChannel implements Channel {

    private static final int CONNECT_TIMEOUT_MILLIS = 5_000;
    private static final int TIMEOUT_MILLIS = 10_000;

    private final SmtpSettings settings;
    private final String password;
    private final Session session;
    private final String domain;

    /**
     * @param password empty without a user
     */
    public MailChannel(SmtpSettings settings, String password) {
        this.settings = settings;
        this.password = password;
        this.session = Session.getInstance(properties(settings));
        this.domain = settings.from().replaceFirst(".*@", "").replaceFirst(">$", "");
    }

    private static Properties properties(SmtpSettings settings) {
        Properties properties = new Properties();
        properties.put("mail.smtp.host", settings.host());
        properties.put("mail.smtp.port", Integer.toString(settings.port()));
        properties.put("mail.smtp.auth", Boolean.toString(settings.user() != null));
        properties.put("mail.smtp.connectiontimeout", Integer.toString(CONNECT_TIMEOUT_MILLIS));
        properties.put("mail.smtp.timeout", Integer.toString(TIMEOUT_MILLIS));
        properties.put("mail.smtp.writetimeout", Integer.toString(TIMEOUT_MILLIS));
        // One mailbox that is gone must not keep the letter from the others.
        properties.put("mail.smtp.sendpartial", "true");
        properties.put(
                "mail.smtp.ssl.enable",
                Boolean.toString(settings.security() == SmtpSettings.Security.TLS));
        boolean startTls = settings.security() == SmtpSettings.Security.STARTTLS;
        properties.put("mail.smtp.starttls.enable", Boolean.toString(startTls));
        properties.put("mail.smtp.starttls.required", Boolean.toString(startTls));
        properties.put("mail.smtp.ssl.checkserveridentity", "true");
        return properties;
    }

    @Override
    public SendResult send(Parcel parcel) {
        try {
            MimeMessage letter = letter(parcel);
            try (Transport transport = session.getTransport("smtp")) {
                transport.connect(settings.user(), settings.user() == null ? null : password);
                transport.sendMessage(letter, letter.getAllRecipients());
            }
            return new SendResult.Delivered();
        } catch (AuthenticationFailedException e) {
            // Mended by the operator, not by dropping letters.
            return new SendResult.Failed("The mail server refuses the login.", null);
        } catch (SendFailedException e) {
            return failed(e);
        } catch (MessagingException e) {
            return new SendResult.Failed(
                    "The mail server does not take the letter (%s)."
                            .formatted(
                                    (e.getNextException() == null ? e : e.getNextException())
                                            .getClass()
                                            .getSimpleName()),
                    null);
        }
    }

    private MimeMessage letter(Parcel parcel) throws MessagingException {
        String messageId = "<%s@%s>".formatted(parcel.idempotencyKey(), domain);
        MimeMessage letter =
                new MimeMessage(session) {
                    @Override
                    protected void updateMessageID() throws MessagingException {
                        setHeader("Message-ID", messageId);
                    }
                };
        letter.setFrom(mailbox(settings.from()));
        for (String to : ((Address.Mail) parcel.recipient().address()).to()) {
            letter.addRecipient(Message.RecipientType.TO, mailbox(to));
        }
        String charset = StandardCharsets.UTF_8.name();
        letter.setSubject(parcel.message().subject(), charset);
        letter.setText(parcel.message().plain(), charset);
        letter.setSentDate(Date.from(parcel.at()));
        // Auto-replies to a machine help nobody.
        letter.setHeader("Auto-Submitted", "auto-generated");
        letter.saveChanges();
        return letter;
    }

    /** A name that is not ASCII has to be encoded; parsing an address leaves it as it is. */
    private static InternetAddress mailbox(String text) throws MessagingException {
        InternetAddress mailbox = new InternetAddress(text);
        try {
            mailbox.setPersonal(mailbox.getPersonal(), StandardCharsets.UTF_8.name());
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException("Every Java has UTF-8", e);
        }
        return mailbox;
    }

    /** What the server's codes mean: 5xx will be the same next time, 4xx may pass. */
    private static SendResult failed(SendFailedException failure) {
        if (failure.getValidSentAddresses() != null && failure.getValidSentAddresses().length > 0) {
            // Some have the letter; to send it again would give it to them twice.
            return new SendResult.Delivered();
        }
        int code = 0;
        for (Exception e = failure; e != null; e = next(e)) {
            code = Math.max(code, code(e));
        }
        String reason =
                code == 0
                        ? "The mail server does not take the letter."
                        : "SMTP %d: the mail server does not take the letter.".formatted(code);
        return code >= 500 ? new SendResult.Refused(reason) : new SendResult.Failed(reason, null);
    }

    private static Exception next(Exception e) {
        return e instanceof MessagingException chained ? chained.getNextException() : null;
    }

    private static int code(Exception e) {
        if (e instanceof SMTPSendFailedException send) {
            return send.getReturnCode();
        }
        if (e instanceof SMTPAddressFailedException address) {
            return address.getReturnCode();
        }
        return e instanceof SMTPSenderFailedException sender ? sender.getReturnCode() : 0;
    }
}
