package surety.certificates.statement;

import java.util.List;
import surety.certificates.arithmetic.Rational;

/** Where the cdf of a form is asked for. */
public sealed interface Thresholds permits EvenThresholds, ListedThresholds {
  /** The largest number of thresholds of one form; bounds the memory of a replay. */
  int MOST = 10_000;

  /** How many there are. */
  int count();

  /** Canonical text. */
  String canonical();

  /** Whether these thresholds, as a certificate names them, are an answer to what is asked. */
  boolean admits(List<Rational> chosen);
}
