package surety.report.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import surety.language.verification.VerificationState;
import surety.report.VerdictText;

/** What every page has: one file with its style in it, that loads nothing and runs nothing. */
final class Page {
  private static final DateTimeFormatter SECOND =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private static final String STYLE = style();

  private Page() {}

  private static String style() {
    try (InputStream in = Page.class.getResourceAsStream("page.css")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("page.css cannot be read", e);
    }
  }

  /**
   * A whole page.
   *
   * @param css what its pictures need besides
   * @param body its content, escaped already
   */
  static String of(String title, String css, String body) {
    return "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\"/>\n"
        + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n"
        + "<meta name=\"color-scheme\" content=\"light dark\"/>\n"
        + "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none';"
        + " style-src 'unsafe-inline'\"/>\n<title>"
        + Html.escaped(title)
        + "</title>\n<style>\n"
        + STYLE
        + css
        + "</style>\n</head>\n<body>\n<main>\n"
        + body
        + "</main>\n</body>\n</html>\n";
  }

  /** A state in words, in its colour; the words alone tell as well. */
  static String badge(VerificationState state) {
    return "<span class=\"badge "
        + state.name().toLowerCase(Locale.ROOT)
        + "\">"
        + VerdictText.label(state)
        + "</span>";
  }

  /** To the second, in a time that is the same everywhere. */
  static String moment(Instant instant) {
    return "<time datetime=\"" + instant + "\">" + SECOND.format(instant) + "</time>";
  }

  /** A digest that may break anywhere. */
  static String digest(String sha256) {
    return "<code class=\"digest\">" + Html.escaped(sha256) + "</code>";
  }
}
