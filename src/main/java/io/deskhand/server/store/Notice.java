package io.deskhand.server.store;

import io.deskhand.protocol.Notification;
import java.util.UUID;

/** A notification and the person it is for. */
public record Notice(UUID personId, Notification notification) {}
