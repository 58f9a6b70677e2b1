package io.deskhand.protocol;

/** The answer (202) of the bulk routes, of undo and of cancel. */
public record JobAccepted(Job job) {}
