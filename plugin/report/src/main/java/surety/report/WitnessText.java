package surety.report;

import java.util.ArrayList;
import java.util.List;
import surety.certificates.arithmetic.Rational;
import surety.language.Obligation;
import surety.language.display.Decimals;
import surety.language.evaluation.NamedInputs;
import surety.solver.witness.Witness;

/**
 * An input for which an event happens, with names: the inputs exactly where that is short, the
 * outputs rounded.
 */
public final class WitnessText {
  /** Of an image nobody reads more; the JSON has all. */
  private static final int MOST = 40;

  private WitnessText() {}

  /** For instance {@code a = 0.25, b = 2 gives c = 1.5 (rounded)}. */
  public static String of(Witness witness, Obligation asked) {
    return inputs(witness, asked) + " gives " + outputs(witness, asked) + " (rounded)";
  }

  private static String inputs(Witness witness, Obligation asked) {
    NamedInputs named = new NamedInputs(asked.inputs(), asked.statement().law());
    return asked.inputs().size() <= MOST || isMostlyFixed(witness, asked)
        ? named.text(witness.inputs(), Decimals::shown)
        : list(asked.inputs(), witness.inputs(), true);
  }

  private static boolean isMostlyFixed(Witness witness, Obligation asked) {
    int random = 0;
    for (int k = 0; k < witness.inputs().size(); k++) {
      random += asked.statement().law().fixed(k).isPresent() ? 0 : 1;
    }
    return random <= MOST;
  }

  private static String outputs(Witness witness, Obligation asked) {
    return list(asked.outputs(), witness.outputs(), false);
  }

  private static String list(List<String> names, List<Rational> values, boolean isExact) {
    List<String> words = new ArrayList<>();
    int shown = Math.min(MOST, values.size());
    for (int k = 0; k < shown; k++) {
      Rational value = values.get(k);
      String number = isExact ? Decimals.shown(value) : Decimals.rounded(value);
      words.add(names.get(k) + " = " + number);
    }
    int more = values.size() - shown;
    return String.join(", ", words) + (more == 0 ? "" : " and " + more + " more");
  }
}
