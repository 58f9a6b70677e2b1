package io.deskhand.protocol;

import java.time.Instant;
import java.util.UUID;

/** The data of {@code notification}: something for this person. */
public record Notification(UUID ticketId, String title, String text, Instant at) {}
