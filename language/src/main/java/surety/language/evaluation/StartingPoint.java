package surety.language.evaluation;

import java.util.List;
import surety.certificates.arithmetic.Rational;
import surety.certificates.network.Network;
import surety.certificates.statement.Law;
import surety.certificates.statement.Semantics;
import surety.language.Obligation;
import surety.solver.witness.Finding;
import surety.solver.witness.TypicalInput;
import surety.solver.witness.WitnessLimits;
import surety.solver.witness.WitnessSearch;

/**
 * The input that is tried where none is named.
 *
 * @param values of all inputs
 * @param words what is special about it, for people
 */
public record StartingPoint(List<Rational> values, String words) {
  private static final String INSIDE = "a point inside of the inputs' support";

  /** Keeps a copy. */
  public StartingPoint {
    values = List.copyOf(values);
  }

  /** A point inside of the support. */
  public static StartingPoint inside(Law law) {
    return new StartingPoint(
        law.independentInputs().map(TypicalInput::of).orElseGet(() -> TypicalInput.of(law)),
        INSIDE);
  }

  /** An input for which the event happens, if one is found in a moment; else one inside. */
  public static StartingPoint of(Obligation obligation, List<Network> networks) {
    return of(obligation, networks, WitnessLimits.defaults());
  }

  /** The same with other limits of the search. */
  static StartingPoint of(Obligation obligation, List<Network> networks, WitnessLimits limits) {
    Law law = obligation.statement().law();
    if (Trial.event(obligation).isEmpty()) {
      return inside(law);
    }
    Finding finding =
        WitnessSearch.find(obligation.statement().in(Semantics.REAL), networks, limits);
    if (finding instanceof Finding.Found found) {
      return new StartingPoint(
          found.witness().inputs(), "an input for which " + obligation.name() + "'s event happens");
    }
    String why =
        finding instanceof Finding.Impossible
            ? "no input makes " + obligation.name() + "'s event happen"
            : "none was found for which " + obligation.name() + "'s event happens";
    return new StartingPoint(inside(law).values(), INSIDE + "; " + why);
  }
}
