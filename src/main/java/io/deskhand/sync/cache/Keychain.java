package io.deskhand.sync.cache;

import com.github.javakeyring.BackendNotSupportedException;
import com.github.javakeyring.Keyring;
import com.github.javakeyring.PasswordAccessException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The operating system's keychain. It may ask its user for a password, or hang on a bus that nobody
 * serves, so every call has a thread of its own and an end.
 */
public final class Keychain implements Vault {
  private static final String SERVICE = "io.deskhand.console";
  private final Duration patience;

  /** A keychain that is given up after {@code patience}. */
  public Keychain(Duration patience) {
    this.patience = patience;
  }

  @Override
  public Optional<String> read(String account) throws Unavailable {
    return ask(
        keyring -> {
          try {
            return Optional.ofNullable(keyring.getPassword(SERVICE, account));
          } catch (PasswordAccessException none) {
            // The one answer for "no such entry" and "denied"; whoever needs the difference writes.
            return Optional.empty();
          }
        });
  }

  @Override
  public void write(String account, String secret) throws Unavailable {
    ask(
        keyring -> {
          keyring.setPassword(SERVICE, account, secret);
          return Optional.of(account);
        });
  }

  @Override
  public void delete(String account) throws Unavailable {
    ask(
        keyring -> {
          try {
            keyring.deletePassword(SERVICE, account);
          } catch (PasswordAccessException none) {
            // The one answer for "no such entry" and "denied": what it opens is deleted anyway.
            return Optional.empty();
          }
          return Optional.of(account);
        });
  }

  private interface Question {
    Optional<String> put(Keyring keyring) throws PasswordAccessException;
  }

  private Optional<String> ask(Question question) throws Unavailable {
    if (!hasSessionBus()) {
      throw new Unavailable("no keychain on this machine", null);
    }
    FutureTask<Optional<String>> task = new FutureTask<>(() -> answer(question));
    Thread.ofPlatform().name("deskhand-keychain").daemon().start(task);
    try {
      return task.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      throw new Unavailable("the keychain cannot be used", e);
    } catch (TimeoutException e) {
      throw new Unavailable("the keychain does not answer", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Unavailable("interrupted", e);
    }
  }

  /** Linux asks over the session bus; where there is none, asking costs seconds and no answer. */
  private static boolean hasSessionBus() {
    if (!System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("linux")) {
      return true;
    }
    String runtime = System.getenv("XDG_RUNTIME_DIR");
    return System.getenv("DBUS_SESSION_BUS_ADDRESS") != null
        || (runtime != null && Files.exists(Path.of(runtime, "bus")));
  }

  @SuppressWarnings("try") // closing may be interrupted, and then this thread ends anyway
  private static Optional<String> answer(Question question) throws Exception {
    try (Keyring keyring = Keyring.create()) {
      return question.put(keyring);
    } catch (BackendNotSupportedException | PasswordAccessException | LinkageError e) {
      throw new Unavailable("no keychain on this machine", e);
    }
  }
}
