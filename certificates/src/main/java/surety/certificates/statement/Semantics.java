package surety.certificates.statement;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import surety.certificates.arithmetic.FloatFormat;
import surety.certificates.text.StatementException;
import surety.certificates.text.StatementLines;

/**
 * What the networks' outputs are in a claim: those of the functions over the reals, or those of any
 * evaluation of them in a floating-point format.
 *
 * @param format the format; none means the reals
 * @param accuracy in a format, by how many units in the last place a computed activation that is
 *     not piecewise linear may be off; over the reals 0
 */
public record Semantics(Optional<FloatFormat> format, int accuracy) {
  /** The functions over the reals: claim level R. */
  public static final Semantics REAL = new Semantics(Optional.empty(), 0);

  /** Accuracy where a specification names none. */
  public static final int USUAL_ACCURACY = 4;

  /** The worst accuracy that a statement may name. */
  public static final int WORST_ACCURACY = 1_000_000;

  private static final String START = "semantics ";
  private static final String ACCURACY = " accuracy ";

  /** Refuses accuracies that make no sense. */
  public Semantics {
    if (format.isEmpty() && accuracy != 0) {
      throw new IllegalArgumentException("over the reals nothing is computed with an accuracy");
    }
    if (format.isPresent() && (accuracy < 1 || accuracy > WORST_ACCURACY)) {
      throw new IllegalArgumentException(
          "an accuracy is from 1 to %d units in the last place, not %d"
              .formatted(WORST_ACCURACY, accuracy));
    }
  }

  /** Any evaluation in a format: claim level F. */
  public static Semantics of(FloatFormat format, int accuracy) {
    return new Semantics(Optional.of(format), accuracy);
  }

  /** Whether it is about the functions over the reals. */
  public boolean isReal() {
    return format.isEmpty();
  }

  /** The line of a statement. */
  String canonical() {
    return START + format.map(f -> f.word() + ACCURACY + accuracy).orElse("real");
  }

  /** The semantics of such a line. */
  static Semantics read(StatementLines lines) throws StatementException {
    String text = lines.after(START);
    if (text.equals("real")) {
      return REAL;
    }
    List<String> words = Arrays.asList(text.split(ACCURACY, -1));
    Optional<FloatFormat> format =
        Arrays.stream(FloatFormat.values())
            .filter(each -> each.word().equals(words.get(0)))
            .findFirst();
    if (words.size() != 2 || format.isEmpty()) {
      throw lines.wrong("'semantics real' or 'semantics FORMAT accuracy NUMBER' was expected");
    }
    return new Semantics(format, lines.countOf(words.get(1)));
  }
}
