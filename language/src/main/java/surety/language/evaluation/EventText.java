package surety.language.evaluation;

import java.util.List;
import surety.certificates.arithmetic.Rational;
import surety.certificates.statement.AffineForm;
import surety.certificates.statement.Event;
import surety.language.display.Decimals;

/** An event with the names of the outputs, such as {@code 2 * setosa - virginica > 0.5}. */
public final class EventText {
  private EventText() {}

  /** The event in words of the specification, though not as it was written there. */
  public static String of(Event event, List<String> outputs) {
    return of(event.form(), outputs)
        + " "
        + event.comparison().symbol()
        + " "
        + Decimals.exact(event.threshold());
  }

  /** A form of the outputs in words. */
  public static String of(AffineForm form, List<String> outputs) {
    StringBuilder text = new StringBuilder();
    for (int j = 0; j < outputs.size(); j++) {
      Rational coefficient = form.coefficients().get(j);
      if (coefficient.isZero()) {
        continue;
      }
      boolean negative = coefficient.signum() < 0;
      if (text.length() > 0) {
        text.append(negative ? " - " : " + ");
      } else if (negative) {
        text.append('-');
      }
      if (!coefficient.abs().equals(Rational.ONE)) {
        text.append(Decimals.exact(coefficient.abs())).append(" * ");
      }
      text.append(outputs.get(j));
    }
    return text.toString();
  }
}
