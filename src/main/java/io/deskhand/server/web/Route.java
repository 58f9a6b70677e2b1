package io.deskhand.server.web;

import io.javalin.http.HandlerType;
import org.jspecify.annotations.Nullable;

/**
 * A route that the server has.
 *
 * @param path with its parameters in braces; of a route of the desk the canonical one
 * @param open whether it needs no session
 * @param operation what it does; null where nobody has described it
 */
public record Route(HandlerType method, String path, boolean open, @Nullable Operation operation) {}
