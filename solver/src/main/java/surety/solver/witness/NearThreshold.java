package surety.solver.witness;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import surety.certificates.arithmetic.Rational;
import surety.certificates.network.Network;
import surety.certificates.statement.AffineForm;
import surety.certificates.statement.Atom;
import surety.certificates.statement.BandClaim;
import surety.certificates.statement.Claim;
import surety.certificates.statement.Comparison;
import surety.certificates.statement.Input;
import surety.certificates.statement.ListedThresholds;
import surety.certificates.statement.Statement;
import surety.solver.evaluation.Evaluation;
import surety.solver.evaluation.Evaluation.FormRange;
import surety.solver.evaluation.Observables;
import surety.solver.evaluation.RuntimeEstimate.Format;

/**
 * A threshold that differs from a value which the form keeps at many inputs only by what rounding
 * to float32 takes away: a clipped output is the float next to 0.1, say, and the threshold is 0.1.
 * Over the reals the two are as different as any others, and the bounds are right; in the deployed
 * network they may be the same number. Found by a few samples, so what has a small probability may
 * be missed.
 *
 * @param inputs one of the inputs, exact
 * @param threshold the threshold as it was written
 * @param value what the form is there, rounded to a double
 */
public record NearThreshold(List<Rational> inputs, Rational threshold, double value) {
  private static final int SAMPLES = 64;

  /** A float has 24 bits; plain evaluation may be off by some of the last. */
  private static final double NEAR = 0x1p-20;

  /** Larger networks are not looked at: evaluating them exactly takes more than a moment. */
  private static final long MOST_WEIGHTS = 50_000;

  /** How many inputs are evaluated exactly for a threshold. */
  private static final int MOST_EXACT = 4;

  /** Keeps a copy. */
  public NearThreshold {
    inputs = List.copyOf(inputs);
  }

  /** The first such threshold of a statement; thresholds that the search chooses are nobody's. */
  public static Optional<NearThreshold> find(Statement statement, List<Network> networks) {
    List<Atom> atoms = atoms(statement.claim());
    Optional<List<Input>> inputs = statement.law().independentInputs();
    if (atoms.isEmpty() || inputs.isEmpty()) {
      return Optional.empty();
    }
    Observables observables = Observables.of(statement.claim(), networks);
    Network network = observables.network();
    if (WitnessFinder.weights(network) > MOST_WEIGHTS) {
      return Optional.empty();
    }
    InputSpace space = InputSpace.of(inputs.get());
    List<List<Rational>> points =
        SamplePoints.inBox(space.hull().stream().map(Range::plain).toList(), SAMPLES).stream()
            .map(point -> Arrays.stream(point).mapToObj(Rational::ofDouble).toList())
            .filter(space::supports)
            .map(space::inputs)
            .toList();
    for (Atom atom : atoms) {
      AffineForm form = observables.form(atom.form());
      List<Double> values = points.stream().map(x -> plain(network, form, x)).toList();
      Optional<NearThreshold> near = at(atom.threshold(), form, network, points, values);
      if (near.isPresent()) {
        return near;
      }
    }
    return Optional.empty();
  }

  private static List<Atom> atoms(Claim claim) {
    List<Atom> atoms = new ArrayList<>();
    if (claim instanceof BandClaim band) {
      for (int i = 0; i < band.forms().size(); i++) {
        if (band.thresholds().get(i) instanceof ListedThresholds listed) {
          AffineForm form = band.forms().get(i);
          listed.values().forEach(t -> atoms.add(new Atom(form, Comparison.LESS_OR_EQUAL, t)));
        }
      }
    }
    claim.events().forEach(event -> atoms.addAll(event.atoms()));
    return atoms;
  }

  private static double plain(Network network, AffineForm form, List<Rational> x) {
    double[] y = network.evaluate(x.stream().mapToDouble(EventEstimate::nearest).toArray());
    double sum = 0;
    for (int j = 0; j < y.length; j++) {
      Rational coefficient = form.outputs().get(j);
      sum += coefficient.isZero() ? 0 : EventEstimate.nearest(coefficient) * y[j];
    }
    return sum;
  }

  /** Two inputs, for a single one may come near by chance. */
  private static Optional<NearThreshold> at(
      Rational threshold,
      AffineForm form,
      Network network,
      List<List<Rational>> points,
      List<Double> values) {
    double t = EventEstimate.nearest(threshold);
    List<NearThreshold> found = new ArrayList<>();
    int evaluated = 0;
    for (int k = 0; k < points.size() && found.size() < 2 && evaluated < MOST_EXACT; k++) {
      if (Math.abs(values.get(k) - t) <= NEAR * Math.abs(t)) {
        evaluated++;
        at(threshold, form, Evaluation.of(network, points.get(k))).ifPresent(found::add);
      }
    }
    return found.size() < 2 ? Optional.empty() : Optional.of(found.get(0));
  }

  private static Optional<NearThreshold> at(
      Rational threshold, AffineForm form, Evaluation evaluation) {
    double t = Format.FLOAT32.nearest(threshold);
    return evaluation
        .range(form)
        .filter(range -> !range.equals(new FormRange(threshold, threshold)))
        .filter(range -> Format.FLOAT32.nearest(range.lower()) == t)
        .filter(range -> Format.FLOAT32.nearest(range.upper()) == t)
        .map(range -> Format.FLOAT64.nearest(range.lower()))
        .map(value -> new NearThreshold(evaluation.inputs(), threshold, value));
  }
}
