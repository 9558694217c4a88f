package surety.language.origin;

import java.util.stream.Collectors;
import surety.language.display.BoxText;

/** What the picture shows, in words: for those who hear it. */
public final class OriginText {
  private static final int MOST = 5;

  private OriginText() {}

  /** The heaviest boxes and how much of it they hold, in one paragraph. */
  public static String of(Origin origin) {
    String boxes =
        origin.parts().stream()
            .limit(MOST)
            .map(part -> part.words() + " with " + BoxText.of(part.sides(), origin.names()))
            .collect(Collectors.joining("; "));
    int others = origin.parts().size() - MOST;
    String rest = others > 0 ? "; and " + others + " more" : "";
    String heading = origin.heading();
    String capitalised = Character.toUpperCase(heading.charAt(0)) + heading.substring(1);
    return capitalised + ": " + boxes + rest + ".";
  }
}
