package io.deskhand.protocol;

/** The body of POST /support/tickets/{id}/close: empty. */
public record CloseRequest() {}
