package surety.language.verification;

import java.util.HashMap;
import java.util.Map;
import surety.language.Region;
import surety.language.syntax.TextPart;
import surety.language.syntax.TextParts;

/** Where the names of properties and queries stand in a text, whether it can be parsed or not. */
final class NamePlaces {
  private NamePlaces() {}

  /** Of each name the first place. */
  static Map<String, Region> of(String text) {
    Map<String, Region> places = new HashMap<>();
    int line = 1;
    int lineStart = 0;
    for (TextPart part : TextParts.of(text)) {
      if (part.isClaim() && part.name().isPresent()) {
        String name = part.name().get();
        int start = part.headEnd() - name.length();
        for (int end = text.indexOf('\n', lineStart); end >= 0 && end < start; ) {
          line++;
          lineStart = end + 1;
          end = text.indexOf('\n', lineStart);
        }
        places.putIfAbsent(name, new Region(line, start - lineStart + 1, name.length()));
      }
    }
    return places;
  }
}
