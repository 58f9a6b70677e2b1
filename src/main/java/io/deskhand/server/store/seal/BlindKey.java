package io.deskhand.server.store.seal;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What a sealed value is found by: bound to a statement it becomes a keyed hash, the same for all
 * spellings of the same value.
 */
public record BlindKey(String column, String normalized) {
  private static final Pattern SPACE = Pattern.compile("\\s+");
  private static final Pattern NO_PHONE = Pattern.compile("[^0-9+]");

  /** Of an e-mail address: the same in any case. */
  public static BlindKey email(String email) {
    return new BlindKey("email", email.strip().toLowerCase(Locale.ROOT));
  }

  /** Of a person's name: the same in any case, however it is spaced. */
  public static BlindKey name(String name) {
    String plain = Normalizer.normalize(name, Normalizer.Form.NFKC);
    return new BlindKey(
        "name", SPACE.matcher(plain.strip()).replaceAll(" ").toLowerCase(Locale.ROOT));
  }

  /** Of a telephone number: its digits, with a plus for the international prefix. */
  public static BlindKey phone(String phone) {
    String digits = NO_PHONE.matcher(phone).replaceAll("");
    String number = digits.startsWith("00") ? "+" + digits.substring(2) : digits;
    return new BlindKey("phone", number.isEmpty() ? phone.strip() : number);
  }

  /** Without the value, which is not for logs. */
  @Override
  public String toString() {
    return "BlindKey[" + column + "]";
  }

  /** The hash as it is stored. */
  public String hash(FieldCipher cipher) {
    return cipher.indexKey(column, normalized);
  }
}
