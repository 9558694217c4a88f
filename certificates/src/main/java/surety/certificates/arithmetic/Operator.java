package surety.certificates.arithmetic;

/** What may stand between two numbers. */
public enum Operator {
  PLUS("+"),
  MINUS("-"),
  TIMES("*"),
  DIVIDED_BY("/");

  private final String symbol;

  Operator(String symbol) {
    this.symbol = symbol;
  }

  /** As it is written. */
  public String symbol() {
    return symbol;
  }

  /**
   * The exact result.
   *
   * @throws ArithmeticException if it divides by 0
   */
  public Rational apply(Rational left, Rational right) {
    return switch (this) {
      case PLUS -> left.plus(right);
      case MINUS -> left.minus(right);
      case TIMES -> left.times(right);
      case DIVIDED_BY -> left.dividedBy(right);
    };
  }
}
