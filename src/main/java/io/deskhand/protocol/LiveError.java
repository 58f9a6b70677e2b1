package io.deskhand.protocol;

/**
 * The data of {@code error}: a frame was refused, and nothing of it happened. The frame's {@code
 * ref} names which; an error without a ref is about a frame that had none or could not be read.
 */
public record LiveError(ErrorCode code, String message) {}
