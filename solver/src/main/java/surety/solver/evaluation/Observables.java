package surety.solver.evaluation;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import surety.certificates.arithmetic.Rational;
import surety.certificates.network.Network;
import surety.certificates.network.Wires;
import surety.certificates.statement.AffineForm;
import surety.certificates.statement.Atom;
import surety.certificates.statement.Claim;
import surety.certificates.statement.Conjunction;
import surety.certificates.statement.Disjunction;
import surety.certificates.statement.Event;
import surety.certificates.statement.Negation;

/**
 * A claim's networks as one, whose outputs are all variables that the claim is about: so nothing
 * else in the solver has to know of several networks, or of inputs in forms.
 *
 * @param network the networks side by side, and the inputs behind their outputs if the claim needs
 *     them
 * @param outputs how many outputs are those of the networks
 */
public record Observables(Network network, int outputs) {

  /**
   * Of a claim.
   *
   * @throws IllegalArgumentException if the networks have different numbers of inputs
   */
  public static Observables of(Claim claim, List<Network> networks) {
    Network all = Network.sideBySide(networks);
    boolean needsInputs = claim.allForms().stream().anyMatch(form -> !form.inputs().isEmpty());
    Wires inputs = Wires.range(0, all.inputs());
    Network extended =
        needsInputs
            ? new Network(all.inputs(), all.gates(), Wires.concat(List.of(all.output(), inputs)))
            : all;
    return new Observables(extended, all.outputs());
  }

  /** A form of the claim, as one of outputs only. */
  public AffineForm form(AffineForm form) {
    if (network.outputs() == outputs) {
      return form;
    }
    List<Rational> inputs =
        form.inputs().isEmpty()
            ? IntStream.range(outputs, network.outputs()).mapToObj(k -> Rational.ZERO).toList()
            : form.inputs();
    return new AffineForm(Stream.concat(form.outputs().stream(), inputs.stream()).toList());
  }

  /** An event of the claim, as one of outputs only, and without negations. */
  public Event event(Event event) {
    return event(event, true);
  }

  /** By De Morgan down to the comparisons. */
  private Event event(Event event, boolean happens) {
    if (event instanceof Negation negation) {
      return event(negation.part(), !happens);
    }
    if (event instanceof Atom atom) {
      return new Atom(
          form(atom.form()),
          happens ? atom.comparison() : atom.comparison().complement(),
          atom.threshold());
    }
    boolean all = event instanceof Conjunction;
    List<Event> given = all ? ((Conjunction) event).parts() : ((Disjunction) event).parts();
    List<Event> parts = given.stream().map(part -> event(part, happens)).toList();
    return all == happens ? new Conjunction(parts) : new Disjunction(parts);
  }
}
