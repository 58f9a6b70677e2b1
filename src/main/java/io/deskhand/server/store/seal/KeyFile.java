package io.deskhand.server.store.seal;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.config.TinkConfig2026;
import io.deskhand.protocol.BadJson;
import io.deskhand.protocol.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The file that a key ring is kept in, readable by its owner only. */
public final class KeyFile {
  private static final String FIELDS = "fields";
  private static final String INDEX = "index";
  private final Path path;
  private final @Nullable Aead wrapping;

  /**
   * The file at {@code path}, encrypted with the key in {@code wrappingKey} if that is not null.
   *
   * @throws KeysUnusable if the wrapping key cannot be read
   */
  public KeyFile(Path path, @Nullable Path wrappingKey) {
    this.path = path;
    this.wrapping = wrappingKey == null ? null : WrappingKey.read(wrappingKey);
  }

  /** Whether there is one. */
  public boolean exists() {
    return Files.exists(path);
  }

  /** Makes new keys, durably. */
  public void create() {
    write(KeyRing.generate());
  }

  /** Takes back what {@link #create} made. */
  public void delete() {
    try {
      Files.delete(path);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot delete " + path, e);
    }
  }

  /**
   * The cipher with the keys in the file.
   *
   * @throws KeysUnusable if they cannot be read
   */
  public FieldCipher cipher() {
    return new FieldCipher(read());
  }

  /** Adds a key that everything new is sealed with; the older ones go on opening. */
  public void rotate() {
    write(read().rotated());
  }

  private KeyRing read() {
    try {
      JsonNode json = Json.parse(Files.readAllBytes(path));
      return new KeyRing(parse(json, FIELDS), parse(json, INDEX));
    } catch (IOException | BadJson e) {
      throw new KeysUnusable("The keys in " + path + " cannot be read", e);
    } catch (GeneralSecurityException e) {
      throw new KeysUnusable(
          wrapping == null
              ? "The keys in " + path + " are encrypted: name their --key-file"
              : "The keys in " + path + " do not open with this --key-file",
          e);
    }
  }

  private KeysetHandle parse(JsonNode json, String name) throws GeneralSecurityException {
    String text = json.path(name).toString();
    return wrapping == null
        ? TinkJsonProtoKeysetFormat.parseKeyset(
            text, TinkConfig2026.get(), InsecureSecretKeyAccess.get())
        : TinkJsonProtoKeysetFormat.parseEncryptedKeyset(
            text, wrapping, associatedData(name), TinkConfig2026.get());
  }

  private JsonNode serialize(KeysetHandle keys, String name) throws GeneralSecurityException {
    return Json.parse(
        wrapping == null
            ? TinkJsonProtoKeysetFormat.serializeKeyset(
                keys, TinkConfig2026.get(), InsecureSecretKeyAccess.get())
            : TinkJsonProtoKeysetFormat.serializeEncryptedKeyset(
                keys, wrapping, associatedData(name), TinkConfig2026.get()));
  }

  private static byte[] associatedData(String name) {
    return ("deskhand keys/" + name).getBytes(StandardCharsets.UTF_8);
  }

  private void write(KeyRing keys) {
    Path target = path.toAbsolutePath();
    Path draft = target.resolveSibling(target.getFileName() + ".new");
    try {
      byte[] json =
          Json.bytes(
              Map.of(
                  FIELDS, serialize(keys.fields(), FIELDS),
                  INDEX, serialize(keys.index(), INDEX)));
      Files.deleteIfExists(draft);
      writeDurably(draft, json);
      Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + target, e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("cannot write keys", e);
    }
  }

  private static void writeDurably(Path file, byte[] bytes) throws IOException {
    Set<StandardOpenOption> options =
        EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    try (FileChannel channel = FileChannel.open(file, options, ownerOnly())) {
      ByteBuffer rest = ByteBuffer.wrap(bytes);
      while (rest.hasRemaining()) {
        channel.write(rest);
      }
      channel.force(true);
    }
  }

  private static FileAttribute<?>[] ownerOnly() {
    return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
  }
}
