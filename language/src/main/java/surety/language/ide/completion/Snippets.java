package surety.language.ide.completion;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import surety.language.translation.Family;
import surety.language.translation.Form;
import surety.language.translation.Function;

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

  /**
   * By how a function is written, for instance {@code quantile(${1:form}, ${2:level})}.
   *
   * @param areInside whether of events and sums, and not of quantities
   */
  static Map<String, String> functions(boolean areInside) {
    Map<String, String> snippets = new LinkedHashMap<>();
    for (Function function : Function.values()) {
      if (areInside ? function.isOfQuantities() : !function.fitsQuantities()) {
        continue;
      }
      List<String> places = new ArrayList<>();
      function.parameters().forEach(p -> places.add("${" + (places.size() + 1) + ":" + p + "}"));
      snippets.put(function.usage(), function.word() + "(" + String.join(", ", places) + ")");
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
