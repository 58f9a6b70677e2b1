package io.deskhand.server.store.seal;

import java.sql.Types;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.argument.AbstractArgumentFactory;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.config.ConfigRegistry;
import org.jdbi.v3.core.config.JdbiConfig;
import org.jspecify.annotations.Nullable;

/** The cipher that goes with a database: every statement on it knows it. */
public final class Sealing implements JdbiConfig<Sealing> {
  private @Nullable FieldCipher cipher;

  /** For {@link ConfigRegistry}, which makes it. */
  public Sealing() {}

  /** Lets the statements of {@code jdbi} seal and open with {@code cipher}. */
  public static Jdbi install(Jdbi jdbi, FieldCipher cipher) {
    jdbi.getConfig(Sealing.class).cipher = cipher;
    return jdbi.registerArgument(new KeyArgument());
  }

  /** The cipher of the database. */
  public FieldCipher cipher() {
    if (cipher == null) {
      throw new IllegalStateException("this database has no cipher");
    }
    return cipher;
  }

  @Override
  public Sealing createCopy() {
    Sealing copy = new Sealing();
    copy.cipher = cipher;
    return copy;
  }

  private static final class KeyArgument extends AbstractArgumentFactory<BlindKey> {
    KeyArgument() {
      super(Types.VARCHAR);
    }

    @Override
    protected Argument build(BlindKey value, ConfigRegistry config) {
      String hash = value.hash(config.get(Sealing.class).cipher());
      return (position, statement, context) -> statement.setString(position, hash);
    }
  }
}
