package io.deskhand.demo.stock;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.random.RandomGenerator;

/** Makes the values of slots: as somebody who writes {@code language} at {@code now} puts them. */
public final class SlotValues {
  private static final String REFERENCE = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
  private final Words words;
  private final String language;
  private final Locale locale;
  private final LocalDate today;

  /** Values for a ticket of {@code now}; {@code language} is en, de, es or fr. */
  public SlotValues(Words words, String language, Instant now) {
    this.words = words;
    this.language = language;
    this.locale = Locale.of(language);
    this.today = LocalDate.ofInstant(now, ZoneOffset.UTC);
  }

  String make(String slot, Slots others, RandomGenerator random) {
    return switch (slot) {
      case "platform" -> random.nextInt(5) < 3 ? "ios" : "android";
      case "device" -> Words.any(words.of(language, others.get("platform")), random);
      case "date" -> date(today.minusDays(random.nextInt(2, 13)));
      case "day" -> weekday(random.nextInt(1, 6));
      case "month" -> month(today.minusMonths(1));
      case "nextmonth" -> month(today.plusMonths(1));
      case "year" -> Integer.toString(today.getYear() - random.nextInt(1, 7));
      case "time" -> "%02d:%02d".formatted(random.nextInt(6, 22), random.nextInt(60));
      case "minutes" -> Integer.toString(random.nextInt(12, 56));
      case "short" -> Integer.toString(random.nextInt(2, 10));
      case "count" -> Integer.toString(random.nextInt(6, 41));
      case "idle" -> Integer.toString(random.nextInt(3, 6));
      case "last4" -> "%04d".formatted(random.nextInt(10_000));
      case "code" -> "H-" + random.nextInt(1_000, 9_999);
      case "ref" -> reference(random);
      case "amount" -> money(random.nextInt(1_200, 98_000));
      case "fee" -> money(random.nextInt(199, 2_500));
      case "sum" -> money(random.nextInt(24, 380) * 5_000);
      default -> Words.any(words.of(language, slot), random);
    };
  }

  private String date(LocalDate day) {
    int number = day.getDayOfMonth();
    String month = month(day);
    return switch (language) {
      case "de" -> number + ". " + month;
      case "es" -> number + " de " + month;
      case "fr" -> (number == 1 ? "1er" : Integer.toString(number)) + " " + month;
      default -> number + ordinal(number) + " of " + month;
    };
  }

  private static String ordinal(int number) {
    if (number / 10 == 1) {
      return "th";
    }
    return switch (number % 10) {
      case 1 -> "st";
      case 2 -> "nd";
      case 3 -> "rd";
      default -> "th";
    };
  }

  private String month(LocalDate day) {
    return day.getMonth().getDisplayName(TextStyle.FULL, locale);
  }

  private String weekday(int daysAgo) {
    LocalDate day = today.minusDays(daysAgo);
    while (day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) > 0) {
      day = day.minusDays(1);
    }
    return day.getDayOfWeek().getDisplayName(TextStyle.FULL, locale);
  }

  private String money(int cents) {
    String whole = String.format(locale, "%,d", cents / 100).replace('\u202f', ' ');
    String rest = cents % 100 == 0 && cents > 100_000 ? "" : "%02d".formatted(cents % 100);
    if (language.equals("en")) {
      return "€" + whole + (rest.isEmpty() ? "" : "." + rest);
    }
    return whole + (rest.isEmpty() ? "" : "," + rest) + " €";
  }

  private static String reference(RandomGenerator random) {
    StringBuilder text = new StringBuilder("HB-");
    for (int i = 0; i < 6; i++) {
      text.append(REFERENCE.charAt(random.nextInt(REFERENCE.length())));
    }
    return text.toString();
  }
}
