package surety.certificates.loop;

/** How two numbers of a condition compare. */
public enum Relation {
  EQUAL("=="),
  UNEQUAL("!="),
  LESS_OR_EQUAL("<="),
  LESS("<"),
  GREATER_OR_EQUAL(">="),
  GREATER(">");

  private final String symbol;

  Relation(String symbol) {
    this.symbol = symbol;
  }

  /** As it is written. */
  public String symbol() {
    return symbol;
  }

  /** Whether it holds for two numbers whose comparison gave {@code order}. */
  boolean holds(int order) {
    return switch (this) {
      case EQUAL -> order == 0;
      case UNEQUAL -> order != 0;
      case LESS -> order < 0;
      case LESS_OR_EQUAL -> order <= 0;
      case GREATER -> order > 0;
      case GREATER_OR_EQUAL -> order >= 0;
    };
  }
}
