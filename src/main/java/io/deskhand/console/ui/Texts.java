package io.deskhand.console.ui;

import io.deskhand.model.WireEnum;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/**
 * The words of one feature, from its {@code messages.properties} (UTF-8), in the locale of the
 * machine. Patterns are those of {@link MessageFormat}. Immutable.
 */
public final class Texts {
  private final ResourceBundle bundle;

  private Texts(ResourceBundle bundle) {
    this.bundle = bundle;
  }

  /** The bundle of the package that {@code anchor} is in. */
  public static Texts of(Class<?> anchor) {
    return new Texts(
        ResourceBundle.getBundle(
            anchor.getPackageName() + ".messages", Locale.getDefault(), anchor.getClassLoader()));
  }

  /**
   * The text of a key, with {@code args} in its places; without any it is no pattern, and an
   * apostrophe is one.
   *
   * @throws java.util.MissingResourceException if the bundle has no such key
   */
  public String of(String key, Object... args) {
    String text = bundle.getString(key);
    return args.length == 0 ? text : new MessageFormat(text, bundle.getLocale()).format(args);
  }

  /** The text of an enum's value: key {@code prefix.wire_name}. */
  public String of(String prefix, WireEnum value) {
    return of(prefix + "." + value.wire());
  }

  /** For an FXML loader, which resolves {@code %key} with it. */
  public ResourceBundle bundle() {
    return bundle;
  }
}
