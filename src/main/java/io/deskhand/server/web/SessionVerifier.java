package io.deskhand.server.web;

/** Tells whose an access token is. */
@FunctionalInterface
public interface SessionVerifier {
  /**
   * The session of {@code token}; reads the person anew each time.
   *
   * @throws io.deskhand.protocol.ProblemException with {@code token_expired}, or {@code
   *     unauthenticated} if it is forged or its person is shut out
   */
  Session verify(String token);
}
