package surety.language.translation;

import java.math.BigInteger;
import java.util.Optional;
import surety.language.sure.Threads;

/** The numbers behind {@code threads}. */
public final class ThreadCounts {
  /** More do not help on any machine. */
  public static final int MOST = 1024;

  private ThreadCounts() {}

  /** The number of an option; nothing, if it is not whole or out of range. */
  public static Optional<Integer> of(Threads threads) {
    return Numbers.parse(threads.getValue())
        .filter(number -> number.denominator().equals(BigInteger.ONE))
        .map(number -> number.numerator())
        .filter(n -> n.signum() > 0 && n.compareTo(BigInteger.valueOf(MOST)) <= 0)
        .map(BigInteger::intValueExact);
  }
}
