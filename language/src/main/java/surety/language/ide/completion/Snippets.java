package surety.language.ide.completion;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import surety.language.translation.Family;

/** Distributions with places to fill in, as the protocol writes them. */
final class Snippets {
  private Snippets() {}

  /** By how a distribution is written, for instance {@code Beta(${1:alpha}, ${2:beta})}. */
  static Map<String, String> all() {
    Map<String, String> snippets = new LinkedHashMap<>();
    for (Family family : Family.values()) {
      if (family == Family.HISTOGRAM) {
        snippets.put("Histogram([edges], [weights])", "Histogram([${1:edges}], [${2:weights}])");
        snippets.put("Histogram(\"FILE.csv\")", "Histogram(\"${1:FILE.csv}\")");
      } else {
        snippets.put(family.usage(), of(family));
      }
    }
    return snippets;
  }

  private static String of(Family family) {
    List<String> places = new ArrayList<>();
    for (String parameter : family.parameters()) {
      places.add("${" + (places.size() + 1) + ":" + parameter + "}");
    }
    return family.word() + "(" + String.join(", ", places) + ")";
  }
}
