package surety.language.translation;

import java.util.Map;
import java.util.Optional;
import surety.language.problems.Names;
import surety.language.sure.Call;

/** Functions as they are called elsewhere. */
public final class OtherFunctions {
  private static final Map<String, String> OTHER =
      Map.ofEntries(
          Map.entry("Pr", "P"),
          Map.entry("Prob", "P"),
          Map.entry("prob", "P"),
          Map.entry("probability", "P"),
          Map.entry("p", "P"),
          Map.entry("mean", "E"),
          Map.entry("Mean", "E"),
          Map.entry("expectation", "E"),
          Map.entry("expect", "E"),
          Map.entry("expected", "E"),
          Map.entry("average", "E"),
          Map.entry("variance", "Var"),
          Map.entry("std", "Std"),
          Map.entry("stddev", "Std"),
          Map.entry("sd", "Std"),
          Map.entry("covariance", "Cov"),
          Map.entry("correlation", "Corr"),
          Map.entry("percentile", "quantile"),
          Map.entry("VaR", "quantile"),
          Map.entry("CVaR", "cvar"),
          Map.entry("ES", "cvar"));

  /** Words that are none, but read like functions before a parenthesis. */
  private static final Map<String, String> WORDS = Map.of("NOT", "not", "Not", "not");

  private OtherFunctions() {}

  /** What is written for a function that is here another one with one more argument. */
  public static Optional<String> rewritten(Call call) {
    boolean isMedian = call.getFunction().equalsIgnoreCase("median");
    return isMedian && call.getArguments().size() == 1 && call.getGiven() == null
        ? Optional.of(
            Function.QUANTILE.word() + "(" + Text.of(call.getArguments().get(0)) + ", 0.5)")
        : Optional.empty();
  }

  /** The word of this language that was probably meant. */
  public static Optional<String> meant(String word) {
    return Optional.ofNullable(OTHER.get(word))
        .or(() -> Optional.ofNullable(WORDS.get(word)))
        .or(() -> Names.nearest(word, Function.words()));
  }
}
