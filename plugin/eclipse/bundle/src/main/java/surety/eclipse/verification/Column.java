package surety.eclipse.verification;

import java.util.Locale;
import surety.eclipse.states.Item;
import surety.eclipse.text.Uris;
import surety.language.ide.protocol.PropertyStatus;

/** The columns of the table. */
enum Column {
  NAME("Name", 18, 15, true),
  STATE("State", 16, 8, false),
  /** What the specification calls it for people. */
  TITLE("Title", 30, 12, true),
  CLAIM("Claim", 30, 12, true),
  /** Where there are none, why, or how far the run has come. */
  BOUNDS("Bounds", 36, 24, true),
  GAP("Gap", 11, 4, false),
  TIME("Time", 8, 4, false),
  FOUND("Found", 19, 8, false),
  FILE("File", 13, 10, true),
  /** Whether there is one; its name hardly says more than the name of the property. */
  CERTIFICATE("Cert.", 6, 4, false);

  private final String title;
  private final int letters;
  private final int least;
  private final boolean isElastic;

  Column(String title, int letters, int least, boolean isElastic) {
    this.title = title;
    this.letters = letters;
    this.least = least;
    this.isElastic = isElastic;
  }

  String title() {
    return title;
  }

  /** Its width where there is room for all, in letters. */
  int letters() {
    return letters;
  }

  /** Below which it says nothing any more, in letters. */
  int least() {
    return least;
  }

  /** Whether it gives room to the others, or takes what they leave. */
  boolean isElastic() {
    return isElastic;
  }

  /** What stands in it; empty if there is nothing to say. */
  String of(Item item) {
    String said = said(item.uri(), item.status());
    return said == null ? "" : said.replaceAll("\\s+", " ");
  }

  private String said(String uri, PropertyStatus status) {
    return switch (this) {
      case NAME -> status.name();
      case STATE -> status.label();
      case TITLE -> status.title();
      case CLAIM -> status.text();
      case BOUNDS -> status.bounds() == null ? status.message() : status.bounds();
      case GAP -> status.gap();
      case TIME -> seconds(status.seconds());
      case FOUND -> status.found();
      case FILE -> Uris.name(uri);
      case CERTIFICATE -> status.certificate() == null ? null : "yes";
    };
  }

  private static String seconds(Double seconds) {
    return seconds == null ? null : String.format(Locale.ROOT, "%.2f s", seconds);
  }
}
