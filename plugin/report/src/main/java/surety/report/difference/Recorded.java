package surety.report.difference;

import java.util.List;
import java.util.Optional;
import surety.report.StatementOutline;

/**
 * What a run recorded of one property or query.
 *
 * @param specification the stem of its file, such as {@code iris}
 * @param name of the property or query
 * @param verdict such as PROVED; ANSWERED of a query that has bounds
 * @param quantity what the bounds are bounds of
 * @param required what is required of it; empty for a query, and where that is not known
 * @param text as it stands in the specification, where that is known
 * @param bounds one for a quantity, of a cdf one for each point; none if nothing was established
 * @param statement empty where it was not recorded
 */
record Recorded(
    String specification,
    String name,
    String verdict,
    String quantity,
    Optional<String> required,
    Optional<String> text,
    List<Ends> bounds,
    Optional<StatementOutline> statement) {
  Recorded {
    bounds = List.copyOf(bounds);
  }

  /** Within its run. */
  String key() {
    return specification + "." + name;
  }

  Recorded in(String otherSpecification) {
    return new Recorded(
        otherSpecification, name, verdict, quantity, required, text, bounds, statement);
  }
}
