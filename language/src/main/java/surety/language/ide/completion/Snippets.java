package surety.language.ide.completion;

import java.util.ArrayList;
import java.util.List;
import surety.language.translation.Family;

/** Texts with places to fill in, as the protocol writes them. */
final class Snippets {
  private Snippets() {}

  /** For instance {@code Beta(${1:alpha}, ${2:beta})}. */
  static String of(Family family) {
    if (family == Family.HISTOGRAM) {
      return family.word() + "([${1:edges}], [${2:weights}])";
    }
    List<String> places = new ArrayList<>();
    for (String parameter : family.parameters()) {
      places.add("${" + (places.size() + 1) + ":" + parameter + "}");
    }
    return family.word() + "(" + String.join(", ", places) + ")";
  }
}
