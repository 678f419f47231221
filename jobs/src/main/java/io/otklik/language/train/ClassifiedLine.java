package io.otklik.language.train;

import com.fasterxml.jackson.databind.node.ObjectNode;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;

/** A line of {@code otklik classify} that tells of a message: what it says, until it is decided. */
final class ClassifiedLine {

    private final LabelledMessage message;
    private final LocalDateTime changedAt;
    private final ZoneId zone;
    private ObjectNode line;

    /**
     * @param zone of the page if the line names none
     * @throws IllegalArgumentException if it is no message; the message says what it lacks
     */
    ClassifiedLine(ObjectNode line, ZoneId zone) {
        this.line = line;
        this.zone = WallFile.zone(line, zone);
        this.message = WallFile.message(withoutLabel(line), this.zone);
        LocalDateTime changed = WallFile.changedAt(line, this.zone);
        this.changedAt = changed == null ? message.at() : changed;
    }

    private static ObjectNode withoutLabel(ObjectNode line) {
        return line.has("label") ? line.deepCopy().without("label") : line;
    }

    LabelledMessage message() {
        return message;
    }

    /** When it came to say this, on the page's clocks; null if unknown. */
    LocalDateTime changedAt() {
        return changedAt;
    }

    Instant changedInstant() {
        return changedAt == null ? null : changedAt.atZone(zone).toInstant();
    }

    LocalDate changedDay() {
        return changedAt == null ? null : changedAt.toLocalDate();
    }

    boolean isDecided() {
        return line == null;
    }

    /** The line, which from then on is let go. */
    ObjectNode take() {
        ObjectNode taken = line;
        line = null;
        return taken;
    }
}
