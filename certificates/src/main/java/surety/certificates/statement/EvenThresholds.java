package surety.certificates.statement;

import java.util.List;
import surety.certificates.arithmetic.Rational;

/**
 * A number of evenly spaced thresholds over the values that the form takes. The search chooses them
 * and the certificate names them: bounds at any threshold are true whatever the choice.
 */
public record EvenThresholds(int count) implements Thresholds {
  /** Refuses a count outside {@code 1..MOST}. */
  public EvenThresholds {
    if (count < 1 || count > MOST) {
      throw new IllegalArgumentException(
          "a cdf is computed at 1 to " + MOST + " points, not at " + count);
    }
  }

  @Override
  public String canonical() {
    return count + " points";
  }

  @Override
  public boolean admits(List<Rational> chosen) {
    return chosen.size() == count;
  }
}
