package surety.eclipse.verification;

import java.util.Locale;
import java.util.function.Function;
import surety.eclipse.states.Item;
import surety.eclipse.text.Uris;
import surety.language.ide.protocol.PropertyStatus;

/** The columns of the table. */
enum Column {
  STATE("State", 120, PropertyStatus::label),
  NAME("Name", 110, PropertyStatus::name),
  CLAIM("Claim", 250, PropertyStatus::text),
  BOUNDS("Bounds", 190, PropertyStatus::bounds),
  GAP("Gap", 80, PropertyStatus::gap),
  TIME("Time", 70, Column::seconds),
  AGE("Age", 110, PropertyStatus::age),
  CERTIFICATE("Certificate", 150, Column::certificate),
  FILE("File", 110, null);

  private final String title;
  private final int width;
  private final Function<PropertyStatus, String> text;

  Column(String title, int width, Function<PropertyStatus, String> text) {
    this.title = title;
    this.width = width;
    this.text = text;
  }

  String title() {
    return title;
  }

  int width() {
    return width;
  }

  /** What stands in it; empty if there is nothing to say. */
  String of(Item item) {
    String said = text == null ? Uris.name(item.uri()) : text.apply(item.status());
    return said == null ? "" : said.replaceAll("\\s+", " ");
  }

  private static String seconds(PropertyStatus status) {
    return status.seconds() == null ? "" : String.format(Locale.ROOT, "%.2f s", status.seconds());
  }

  private static String certificate(PropertyStatus status) {
    return status.certificate() == null ? "" : Uris.name(status.certificate());
  }
}
