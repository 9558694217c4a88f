package surety.language.evaluation;

import java.util.List;
import java.util.Optional;
import surety.certificates.arithmetic.Rational;
import surety.certificates.network.Network;
import surety.certificates.statement.Event;
import surety.certificates.statement.Input;
import surety.certificates.statement.Law;
import surety.certificates.stop.Stop;
import surety.language.Obligation;
import surety.solver.evaluation.Observables;
import surety.solver.witness.Finding;
import surety.solver.witness.InputSpace;
import surety.solver.witness.LawWitness;
import surety.solver.witness.TypicalInput;
import surety.solver.witness.WitnessFinder;
import surety.solver.witness.WitnessLimits;

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
    Optional<Event> event = Trial.event(obligation);
    if (event.isEmpty()) {
      return inside(law);
    }
    Observables observables = Observables.of(obligation.statement().claim(), networks);
    Event asked = observables.event(event.get());
    Finding finding = find(law, observables.network(), asked, limits);
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

  private static Finding find(Law law, Network network, Event event, WitnessLimits limits) {
    Optional<List<Input>> independent = law.independentInputs();
    if (independent.isEmpty()) {
      return LawWitness.find(law, network, event, Stop.NEVER);
    }
    InputSpace space = InputSpace.of(independent.get());
    return new WitnessFinder(network, space, event, limits).find(space.hull());
  }
}
