package surety.eclipse.verification;

import java.util.Locale;
import surety.eclipse.states.Item;
import surety.eclipse.text.Uris;
import surety.language.ide.protocol.PropertyStatus;

/** The columns of the table. */
enum Column {
  STATE("State"),
  NAME("Name"),
  CLAIM("Claim"),
  BOUNDS("Bounds"),
  GAP("Gap"),
  TIME("Time"),
  AGE("Age"),
  FILE("File"),
  /** Whether there is one; its name hardly says more than the name of the property. */
  CERTIFICATE("Cert.");

  private final String title;

  Column(String title) {
    this.title = title;
  }

  String title() {
    return title;
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
      case AGE -> status.found();
      case CERTIFICATE -> status.certificate() == null ? null : "yes";
      case FILE -> Uris.name(uri);
    };
  }

  private static String seconds(Double seconds) {
    return seconds == null ? null : String.format(Locale.ROOT, "%.2f s", seconds);
  }
}
