package surety.certificates.recurrence;

import surety.certificates.precise.Ball;

/** Means of one draw d. */
interface DrawMoments {
  /** The mean of {@code d^power}. */
  Ball raw(int power);

  /**
   * The mean of {@code d^power exp(z d)}.
   *
   * @throws ArithmeticException if it does not exist
   */
  Ball mixed(int power, Ball z);

  /** Refuses a parameter that may not be positive. */
  static void requirePositive(Ball parameter, String what) {
    if (!parameter.isPositive()) {
      throw new ArithmeticException(what + " has to be positive");
    }
  }
}
