package surety.cli.report;

import java.util.Locale;
import surety.certificates.statement.Verdict;

/** What became of a property or query, the worst first. */
enum State {
  /** It could not be checked. */
  FAILED("red"),
  VIOLATED("red"),
  /** Its bounds settle nothing; of a query, there are none but 0 and 1. */
  UNDECIDED("yellow"),
  PROVED("green"),
  /** A query has bounds. */
  ANSWERED("cyan");

  private final String colour;

  State(String colour) {
    this.colour = colour;
  }

  static State of(Verdict verdict) {
    return switch (verdict) {
      case PROVED -> PROVED;
      case VIOLATED -> VIOLATED;
      case UNDECIDED -> UNDECIDED;
    };
  }

  /** For picocli's markup. */
  String colour() {
    return colour;
  }

  String lowerCase() {
    return name().toLowerCase(Locale.ROOT);
  }
}
