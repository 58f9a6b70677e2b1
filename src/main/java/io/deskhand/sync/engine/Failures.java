package io.deskhand.sync.engine;

import io.deskhand.protocol.ErrorCode;
import io.deskhand.sync.SyncException;
import io.deskhand.sync.SyncException.Reason;
import io.deskhand.sync.UnknownCertificate;
import io.deskhand.sync.rest.NotDeskhand;
import io.deskhand.sync.rest.Refused;
import io.deskhand.sync.rest.SessionEnded;
import java.io.IOException;
import java.net.ProtocolException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.RejectedExecutionException;
import javax.net.ssl.SSLException;

/** Every failure as a {@link SyncException}, in words for a person. */
final class Failures {
  private Failures() {}

  static SyncException of(Throwable failure) {
    return switch (failure) {
      case SyncException known -> known;
      case CompletionException wrapped when wrapped.getCause() != null -> of(wrapped.getCause());
      case Refused refused when refused.code() == ErrorCode.INVALID_CREDENTIALS ->
          new SyncException(
              Reason.WRONG_CREDENTIALS, "E-mail and password do not belong together", refused);
      case Refused refused -> SyncException.refused(refused.code(), refused.words());
      case SessionEnded ended ->
          new SyncException(Reason.SIGNED_OUT, "The session has ended: sign in again", ended);
      case NotDeskhand foreign ->
          new SyncException(
              Reason.NOT_A_DESKHAND_SERVER, String.valueOf(foreign.getMessage()), foreign);
      case ProtocolException foreign -> notHttp(foreign);
      case SSLException insecure -> ofTls(insecure);
      case IOException gone ->
          new SyncException(Reason.UNREACHABLE, "The server cannot be reached", gone);
      case RejectedExecutionException closed ->
          new SyncException(Reason.INTERNAL, "The desk is closed", closed);
      default -> new SyncException(Reason.INTERNAL, "Something unexpected: " + failure, failure);
    };
  }

  /** The same stage, failing with {@link SyncException} only; what is made of it wraps that. */
  static <T> CompletionStage<T> told(CompletionStage<T> stage) {
    CompletableFuture<T> told = new CompletableFuture<>();
    var _ =
        stage.whenComplete(
            (value, failure) -> {
              if (failure == null) {
                told.complete(value);
              } else {
                told.completeExceptionally(of(failure));
              }
            });
    return told.minimalCompletionStage();
  }

  private static SyncException ofTls(SSLException insecure) {
    for (Throwable t = insecure; t != null; t = t.getCause()) {
      if (t instanceof UnknownCertificate unknown) {
        return new SyncException(
            Reason.UNTRUSTED_SERVER,
            "Nobody vouches for this server's certificate. Compare its fingerprint with the one"
                + " that the server printed when it started; if they are the same, start the"
                + " console with --trust-fingerprint "
                + unknown.fingerprint(),
            insecure);
      }
    }
    return notHttp(insecure);
  }

  private static SyncException notHttp(IOException foreign) {
    return new SyncException(
        Reason.NOT_A_DESKHAND_SERVER,
        "Something answers there, but not as a Deskhand server does",
        foreign);
  }
}
