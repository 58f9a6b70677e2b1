package io.deskhand.console.signin;

import io.deskhand.console.bind.Failures;
import io.deskhand.console.ui.Failure;
import io.deskhand.sync.Accounts;
import io.deskhand.sync.Desk;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/** Signing in: to a server by hand, or to the demo desk as one of its people. FX thread only. */
public final class SignInViewModel {
  private static final Pattern SCHEME = Pattern.compile("^[a-zA-Z][a-zA-Z0-9+.-]*://.*");

  /** What the screen is doing. */
  public enum Phase {
    /** Waiting for the person. */
    ASKING,
    SIGNING_IN,
    /** The demo desk is being made. */
    PREPARING_DEMO,
    /** The demo desk is there: as whom? */
    CHOOSING_PERSON
  }

  private final Accounts accounts;
  private final DemoHost demo;
  private final Executor fx;
  private final Consumer<? super Desk> onSignedIn;
  private final StringProperty server = new SimpleStringProperty("");
  private final StringProperty email = new SimpleStringProperty("");
  private final StringProperty password = new SimpleStringProperty("");
  private final ReadOnlyObjectWrapper<Phase> phase = new ReadOnlyObjectWrapper<>(Phase.ASKING);
  private final ReadOnlyObjectWrapper<@Nullable Failure> failure = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<DemoProgress> progress =
      new ReadOnlyObjectWrapper<>(new DemoProgress(0, 0));
  private @Nullable URI demoServer;

  /**
   * A screen that offers who signed in last.
   *
   * @param onSignedIn called once, on the FX thread, with the open desk
   */
  public SignInViewModel(
      Accounts accounts, DemoHost demo, Executor fx, Consumer<? super Desk> onSignedIn) {
    this.accounts = accounts;
    this.demo = demo;
    this.fx = fx;
    this.onSignedIn = onSignedIn;
    accounts
        .lastSignIn()
        .ifPresent(
            last -> {
              server.set(last.server().toString());
              email.set(last.email());
            });
  }

  /** The server's address; without a scheme it is taken as https, on loopback as http. */
  public StringProperty serverProperty() {
    return server;
  }

  public StringProperty emailProperty() {
    return email;
  }

  StringProperty passwordProperty() {
    return password;
  }

  ReadOnlyObjectProperty<Phase> phaseProperty() {
    return phase.getReadOnlyProperty();
  }

  /** What went wrong the last time; null if nothing did, or while it is tried again. */
  ReadOnlyObjectProperty<@Nullable Failure> failureProperty() {
    return failure.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<DemoProgress> progressProperty() {
    return progress.getReadOnlyProperty();
  }

  DemoHost demo() {
    return demo;
  }

  /** Whether there is enough to try. */
  boolean isComplete() {
    return address().isPresent() && email.get().contains("@") && !password.get().isEmpty();
  }

  /** Signs in with what is in the fields. */
  void signIn() {
    address().ifPresent(uri -> signIn(uri, email.get().strip(), password.get(), Phase.ASKING));
  }

  /** Makes the demo desk, then asks as whom. */
  public void startDemo() {
    failure.set(null);
    phase.set(Phase.PREPARING_DEMO);
    finish(
        demo.start(now -> fx.execute(() -> progress.set(now))),
        Phase.ASKING,
        uri -> {
          demoServer = uri;
          phase.set(Phase.CHOOSING_PERSON);
        });
  }

  /** Signs in to the demo desk as one of its people. */
  void signInAs(DemoHost.Person person) {
    if (demoServer != null) {
      signIn(demoServer, person.email(), demo.password(), Phase.CHOOSING_PERSON);
    }
  }

  /** From the demo's people back to the fields. */
  void back() {
    failure.set(null);
    phase.set(Phase.ASKING);
  }

  private void signIn(URI uri, String who, String secret, Phase onFailure) {
    failure.set(null);
    phase.set(Phase.SIGNING_IN);
    finish(
        accounts.signIn(uri, who, secret),
        onFailure,
        desk -> {
          password.set("");
          onSignedIn.accept(desk);
        });
  }

  private <T> void finish(
      CompletionStage<T> stage, Phase onFailure, Consumer<? super T> onSuccess) {
    var _ =
        stage.whenComplete(
            (value, problem) ->
                fx.execute(
                    () -> {
                      if (problem == null) {
                        onSuccess.accept(value);
                      } else {
                        failure.set(Failures.of(problem));
                        phase.set(onFailure);
                      }
                    }));
  }

  private Optional<URI> address() {
    String text = server.get().strip();
    if (text.isEmpty()) {
      return Optional.empty();
    }
    String whole = SCHEME.matcher(text).matches() ? text : guessScheme(text) + text;
    try {
      URI uri = new URI(whole.endsWith("/") ? whole.substring(0, whole.length() - 1) : whole);
      boolean web = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
      return Optional.of(uri).filter(found -> web && found.getHost() != null);
    } catch (java.net.URISyntaxException e) {
      return Optional.empty();
    }
  }

  private static String guessScheme(String text) {
    String host = text.toLowerCase(Locale.ROOT);
    boolean loopback = host.startsWith("localhost") || host.startsWith("127.");
    return loopback ? "http://" : "https://";
  }
}
