package surety.certificates.statement;

import java.util.Arrays;
import java.util.Optional;

/** One of the four order relations between a real number and a limit. */
public enum Comparison {
  /** Strictly below. */
  LESS("<"),
  /** At most. */
  LESS_OR_EQUAL("<="),
  /** Strictly above. */
  GREATER(">"),
  /** At least. */
  GREATER_OR_EQUAL(">=");

  private final String symbol;

  Comparison(String symbol) {
    this.symbol = symbol;
  }

  /** The symbol as it stands in statements and specifications. */
  public String symbol() {
    return symbol;
  }

  /** The comparison with this symbol, if there is one. */
  public static Optional<Comparison> ofSymbol(String symbol) {
    return Arrays.stream(values()).filter(c -> c.symbol.equals(symbol)).findFirst();
  }

  /** Whether it holds for the numbers below the limit ({@code <}, {@code <=}) or above it. */
  public boolean isBelow() {
    return this == LESS || this == LESS_OR_EQUAL;
  }

  /** Whether it holds for the limit itself ({@code <=}, {@code >=}). */
  public boolean includesEqual() {
    return this == LESS_OR_EQUAL || this == GREATER_OR_EQUAL;
  }

  /** Whether it holds for a number whose comparison with the limit gave {@code order}. */
  public boolean holds(int order) {
    return order == 0 ? includesEqual() : (order < 0) == isBelow();
  }

  /** The comparison that holds exactly where this one does not. */
  public Comparison complement() {
    return switch (this) {
      case LESS -> GREATER_OR_EQUAL;
      case LESS_OR_EQUAL -> GREATER;
      case GREATER -> LESS_OR_EQUAL;
      case GREATER_OR_EQUAL -> LESS;
    };
  }

  /** The comparison with the two sides exchanged: {@code a < b} is {@code b > a}. */
  public Comparison mirrored() {
    return switch (this) {
      case LESS -> GREATER;
      case LESS_OR_EQUAL -> GREATER_OR_EQUAL;
      case GREATER -> LESS;
      case GREATER_OR_EQUAL -> LESS_OR_EQUAL;
    };
  }
}
