package io.deskhand.console.signin;

import static org.assertj.core.api.Assertions.assertThat;

import io.deskhand.console.fixture.FixtureAccounts;
import io.deskhand.console.fixture.FixtureContext;
import io.deskhand.console.fixture.FixtureDemo;
import io.deskhand.console.signin.SignInViewModel.Phase;
import io.deskhand.sync.Accounts;
import io.deskhand.sync.Desk;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class SignInViewModelTest {
  private final FixtureContext context = new FixtureContext();
  private final FixtureAccounts accounts = new FixtureAccounts(agent -> context.desk);
  private final List<Desk> signedIn = new ArrayList<>();
  private final CompletableFuture<URI> demo = new CompletableFuture<>();
  private final SignInViewModel model =
      new SignInViewModel(
          accounts,
          new FixtureDemo(
              progress -> {
                progress.accept(new DemoProgress(5_000, 20_000));
                return demo;
              }),
          Runnable::run,
          signedIn::add);

  @Test
  void theRightWordsOpenTheDesk() {
    fill("localhost:8484", "max@demo.desk", "demo");
    model.signIn();

    assertThat(signedIn).containsExactly(context.desk);
    assertThat(model.passwordProperty().get()).isEmpty();
  }

  @Test
  void wrongWordsAreSaidPlainlyAndCanBeTriedAgain() {
    fill("localhost:8484", "max@demo.desk", "wrong");
    model.signIn();

    assertThat(signedIn).isEmpty();
    assertThat(model.phaseProperty().get()).isEqualTo(Phase.ASKING);
    assertThat(model.failureProperty().get().code()).isEqualTo("DH-WRONG-CREDENTIALS");
    model.passwordProperty().set("demo");
    model.signIn();
    assertThat(signedIn).hasSize(1);
    assertThat(model.failureProperty().get()).isNull();
  }

  @Test
  void aServerThatIsNotThereIsNamed() {
    fill("localhost:1", "max@demo.desk", "demo");
    model.signIn();

    assertThat(model.failureProperty().get().code()).isEqualTo("DH-UNREACHABLE");
    assertThat(model.failureProperty().get().message()).contains("localhost:1");
  }

  @Test
  void onlyLoopbackIsSpokenToInTheClear() {
    fill("desk.example.com/", "max@demo.desk", "demo");
    model.signIn();

    assertThat(model.failureProperty().get().message()).contains("https://desk.example.com");
  }

  @Test
  void halfAnAddressIsNotComplete() {
    fill("http://", "max@demo.desk", "demo");
    assertThat(model.isComplete()).isFalse();
    fill("ftp://desk", "max@demo.desk", "demo");
    assertThat(model.isComplete()).isFalse();
    fill("desk", "max", "demo");
    assertThat(model.isComplete()).isFalse();
    fill("desk", "max@demo.desk", "demo");
    assertThat(model.isComplete()).isTrue();
  }

  @Test
  void theDemoShowsHowFarItIsThenAsksAsWhom() {
    model.startDemo();
    assertThat(model.phaseProperty().get()).isEqualTo(Phase.PREPARING_DEMO);
    assertThat(model.progressProperty().get().fraction()).isEqualTo(0.25);

    demo.complete(FixtureAccounts.SERVER);
    assertThat(model.phaseProperty().get()).isEqualTo(Phase.CHOOSING_PERSON);

    model.signInAs(model.demo().people().get(2));
    assertThat(signedIn).hasSize(1);
  }

  @Test
  void aDemoThatCannotStartSaysWhy() {
    model.startDemo();
    demo.completeExceptionally(new IllegalStateException("Port 8484 is in use"));

    assertThat(model.phaseProperty().get()).isEqualTo(Phase.ASKING);
    assertThat(model.failureProperty().get().message()).contains("Port 8484 is in use");
  }

  @Test
  void whoWasHereLastIsOffered() {
    accounts.remembering(new Accounts.LastSignIn(FixtureAccounts.SERVER, "ines@demo.desk"));

    SignInViewModel again =
        new SignInViewModel(
            accounts, new FixtureDemo(progress -> demo), Runnable::run, signedIn::add);

    assertThat(again.emailProperty().get()).isEqualTo("ines@demo.desk");
    assertThat(again.serverProperty().get()).isEqualTo("http://localhost:8484");
  }

  private void fill(String server, String email, String password) {
    model.serverProperty().set(server);
    model.emailProperty().set(email);
    model.passwordProperty().set(password);
  }
}
