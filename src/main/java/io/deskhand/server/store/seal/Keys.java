package io.deskhand.server.store.seal;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.config.TinkConfig2026;
import io.deskhand.protocol.BadJson;
import io.deskhand.protocol.Json;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The keys in a vault, encrypted there with a wrapping key if there is one. */
public final class Keys {
  private static final String FIELDS = "fields";
  private static final String INDEX = "index";
  private final KeyVault vault;
  private final @Nullable Aead wrapping;

  /**
   * The keys in {@code vault}, encrypted with the key in {@code wrappingKey} if that is not null.
   *
   * @throws KeysUnusable if the wrapping key cannot be read
   */
  public Keys(KeyVault vault, @Nullable Path wrappingKey) {
    this.vault = vault;
    this.wrapping = wrappingKey == null ? null : WrappingKey.read(wrappingKey);
  }

  /** Whether there are any. */
  public boolean exist() {
    return vault.read().isPresent();
  }

  /** Makes new keys where there are none, durably. */
  public void create() {
    vault.writeFirst(bytes(KeyRing.generate()));
  }

  /**
   * The cipher with the keys.
   *
   * @throws KeysUnusable if they are not there, or cannot be read
   */
  public FieldCipher cipher() {
    return new FieldCipher(ring());
  }

  /** Adds a key that everything new is sealed with; the older ones go on opening. */
  public void rotate() {
    vault.write(bytes(ring().rotated()));
  }

  private KeyRing ring() {
    byte[] bytes =
        vault.read().orElseThrow(() -> new KeysUnusable("There are no keys in " + vault));
    try {
      JsonNode json = Json.parse(bytes);
      return new KeyRing(parse(json, FIELDS), parse(json, INDEX));
    } catch (BadJson e) {
      throw new KeysUnusable("The keys in " + vault + " cannot be read", e);
    } catch (GeneralSecurityException e) {
      throw new KeysUnusable(
          wrapping == null
              ? "The keys in " + vault + " are encrypted: name their --key-file"
              : "The keys in " + vault + " do not open with this --key-file",
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

  private byte[] bytes(KeyRing keys) {
    try {
      return Json.bytes(
          Map.of(
              FIELDS, serialize(keys.fields(), FIELDS),
              INDEX, serialize(keys.index(), INDEX)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("cannot write keys", e);
    }
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
}
