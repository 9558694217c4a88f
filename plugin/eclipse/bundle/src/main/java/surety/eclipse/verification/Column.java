package surety.eclipse.verification;

import java.util.Locale;
import surety.eclipse.states.Item;
import surety.eclipse.text.Uris;
import surety.language.ide.protocol.PropertyStatus;

/** The columns of the table. */
enum Column {
  STATE("State", 120),
  NAME("Name", 110),
  CLAIM("Claim", 250),
  BOUNDS("Bounds", 190),
  GAP("Gap", 80),
  TIME("Time", 70),
  AGE("Age", 110),
  CERTIFICATE("Certificate", 150),
  FILE("File", 110);

  private final String title;
  private final int width;

  Column(String title, int width) {
    this.title = title;
    this.width = width;
  }

  String title() {
    return title;
  }

  int width() {
    return width;
  }

  /** What stands in it; empty if there is nothing to say. */
  String of(Item item) {
    String said = said(item.uri(), item.status());
    return said == null ? "" : said.replaceAll("\\s+", " ");
  }

  private String said(String uri, PropertyStatus status) {
    return switch (this) {
      case STATE -> status.label();
      case NAME -> status.name();
      case CLAIM -> status.text();
      case BOUNDS -> status.bounds();
      case GAP -> status.gap();
      case TIME -> seconds(status.seconds());
      case AGE -> status.age();
      case CERTIFICATE -> status.certificate() == null ? null : Uris.name(status.certificate());
      case FILE -> Uris.name(uri);
    };
  }

  private static String seconds(Double seconds) {
    return seconds == null ? null : String.format(Locale.ROOT, "%.2f s", seconds);
  }
}
