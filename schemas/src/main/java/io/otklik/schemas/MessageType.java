package io.otklik.schemas;

/** Whether a message opens a thread or stands under one. */
public enum MessageType {
    POST,
    COMMENT
}
