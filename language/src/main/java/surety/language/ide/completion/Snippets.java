package surety.language.ide.completion;

import java.util.LinkedHashMap;
import java.util.Map;
import surety.language.translation.Family;
import surety.language.translation.Form;

/** Distributions with places to fill in, as the protocol writes them. */
final class Snippets {
  private Snippets() {}

  /** By how a distribution is written, for instance {@code Beta(${1:alpha}, ${2:beta})}. */
  static Map<String, String> all() {
    Map<String, String> snippets = new LinkedHashMap<>();
    for (Family family : Family.values()) {
      family.forms().forEach(form -> snippets.put(form.usage(), of(form)));
    }
    return snippets;
  }

  private static String of(Form form) {
    return form.with(
        parameter -> {
          int place = 1 + form.parameters().indexOf(parameter);
          return parameter.written("${" + place + ":" + parameter.name() + "}");
        });
  }
}
