package surety.solver.estimate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.distribution.UniformRealDistribution;
import surety.certificates.network.Gate;
import surety.certificates.network.LinearOperator;
import surety.certificates.network.Network;
import surety.certificates.statement.AffineForm;
import surety.certificates.statement.Law;
import surety.certificates.stop.Stop;

/**
 * An estimate of the law of forms, by the network's tangent at the mean of the inputs: a form is
 * taken for {@code m + q z}, m its value at the mean, q its gradient there, and z what the inputs
 * differ from their mean. That is section 3.1 of the paper on linearised propagation, for any graph
 * of gates and any activations with a slope; at a kink the slope is that of the lower piece. Under
 * a mixture each component has a tangent of its own. No error is known.
 *
 * <p>The law of {@code m + q z} is taken exactly where all coordinates of the inputs are normal, or
 * all are uniform ({@link UniformSum}), else by convolution on a lattice, with errors of the cdf of
 * about 1e-5; of coordinates with a zero in q nothing is asked.
 */
public final class LinearisedNetwork implements EstimatedForms {
  private final MixedForms mixed;
  private final List<Tangent> tangents;

  /**
   * The tangent at the mean of one component of the inputs' law.
   *
   * @param probability of the component
   * @param inputs the mean of the inputs
   * @param values of the forms there
   * @param jacobian of the forms with respect to the inputs: one row for each form
   */
  public record Tangent(
      double probability, List<Double> inputs, List<Double> values, List<List<Double>> jacobian) {
    /** Keeps its own lists. */
    public Tangent {
      inputs = List.copyOf(inputs);
      values = List.copyOf(values);
      jacobian = jacobian.stream().map(List::copyOf).toList();
    }
  }

  private LinearisedNetwork(MixedForms mixed, List<Tangent> tangents) {
    this.mixed = mixed;
    this.tangents = List.copyOf(tangents);
  }

  /**
   * Linearises forms.
   *
   * @throws EstimateException if a coordinate of the law has no mean or no variance, or the network
   *     has no slope at a mean
   */
  public static LinearisedNetwork of(Network network, Law law, List<AffineForm> forms, Stop stop) {
    FormRows rows = FormRows.of(network, forms);
    List<MixedForms.Part> parts = new ArrayList<>();
    List<Tangent> tangents = new ArrayList<>();
    for (InputComponent component : InputComponent.of(law, stop)) {
      double[] deviations = component.deviations(); // refuses what has no mean
      double[] x = component.mean();
      double[] wires = network.evaluateWires(x);
      double[] values = new double[rows.count()];
      double[][] gradients = new double[values.length][];
      for (int i = 0; i < values.length; i++) {
        values[i] = rows.value(i, network.output().of(wires), x);
        gradients[i] = gradient(network, wires, rows, i, stop);
      }
      parts.add(part(component, deviations, values, gradients, stop));
      List<List<Double>> jacobian = Arrays.stream(gradients).map(LinearisedNetwork::list).toList();
      tangents.add(new Tangent(component.probability(), list(x), list(values), jacobian));
    }
    return new LinearisedNetwork(new MixedForms(parts), tangents);
  }

  private static List<Double> list(double[] numbers) {
    return Arrays.stream(numbers).boxed().toList();
  }

  /** Backward through the gates, from one form. */
  private static double[] gradient(
      Network network, double[] wires, FormRows rows, int form, Stop stop) {
    double[] adjoint = new double[wires.length];
    for (int j = 0; j < network.outputs(); j++) {
      adjoint[network.output().at(j)] += rows.outputs(form)[j];
    }
    int first = wires.length;
    List<Gate> gates = network.gates();
    for (int k = gates.size() - 1; k >= 0; k--) {
      first -= gates.get(k).size();
      if (gates.get(k) instanceof Gate.Affine affine) {
        for (Gate.Term term : affine.terms()) {
          goBack(term, first, adjoint, stop);
        }
      } else {
        goBack((Gate.Activations) gates.get(k), first, wires, adjoint);
      }
    }
    double[] gradient = Arrays.copyOf(adjoint, network.inputs());
    for (int k = 0; k < rows.inputs(form).length; k++) {
      gradient[k] += rows.inputs(form)[k];
    }
    double value = rows.value(form, network.output().of(wires), wires);
    if (!Double.isFinite(value) || !Arrays.stream(gradient).allMatch(Double::isFinite)) {
      throw new EstimateException(
          "the network has no finite value and slope at the mean of its inputs, so there is no"
              + " tangent to estimate by; use sampling");
    }
    return gradient;
  }

  private static void goBack(Gate.Term term, int first, double[] adjoint, Stop stop) {
    LinearOperator operator = term.layer().operator();
    for (int row = 0; row < operator.rows(); row++) {
      stop.check();
      double weight = adjoint[first + row];
      for (int k = 0; k < operator.entries(row) && weight != 0; k++) {
        adjoint[term.wires().at(operator.column(row, k))] += weight * operator.weight(row, k);
      }
    }
  }

  private static void goBack(Gate.Activations gate, int first, double[] wires, double[] adjoint) {
    for (int j = 0; j < gate.size(); j++) {
      double weight = adjoint[first + j];
      if (weight != 0) {
        int wire = gate.wires().at(j);
        adjoint[wire] += weight * gate.layer().activation(j).slope(wires[wire]);
      }
    }
  }

  private static MixedForms.Part part(
      InputComponent component,
      double[] deviations,
      double[] values,
      double[][] gradients,
      Stop stop) {
    double[][] rows =
        Arrays.stream(gradients).map(component::ofCoordinates).toArray(double[][]::new);
    double[][] covariances = new double[rows.length][rows.length];
    List<ScalarLaw> laws = new ArrayList<>();
    for (int i = 0; i < rows.length; i++) {
      for (int j = 0; j < rows.length; j++) {
        stop.check();
        for (int q = 0; q < deviations.length; q++) {
          covariances[i][j] += rows[i][q] * rows[j][q] * deviations[q] * deviations[q];
        }
      }
      laws.add(law(component, values[i], rows[i], stop));
    }
    return new MixedForms.Part(component.probability(), values, covariances, laws);
  }

  /** The law of a constant and a combination of the coordinates' differences from their means. */
  private static ScalarLaw law(InputComponent component, double value, double[] row, Stop stop) {
    List<LatticeSum.Summand> summands = new ArrayList<>();
    for (int q = 0; q < row.length; q++) {
      if (row[q] != 0) {
        summands.add(new LatticeSum.Summand(component.coordinates().get(q), row[q]));
      }
    }
    if (summands.stream().allMatch(s -> s.coordinate() instanceof NormalDistribution)) {
      return new NormalLaw(value, deviation(summands));
    }
    if (summands.stream().allMatch(s -> s.coordinate() instanceof UniformRealDistribution)) {
      double[] widths = summands.stream().mapToDouble(s -> Math.sqrt(3) * s.deviation()).toArray();
      return new UniformSum(value, widths);
    }
    return new LatticeSum(value, summands, stop);
  }

  private static double deviation(List<LatticeSum.Summand> summands) {
    return Math.sqrt(summands.stream().mapToDouble(s -> s.deviation() * s.deviation()).sum());
  }

  /** The tangents, one for each component of the inputs' law. */
  public List<Tangent> tangents() {
    return tangents;
  }

  @Override
  public int forms() {
    return mixed.forms();
  }

  @Override
  public double mean(int form) {
    return mixed.mean(form);
  }

  @Override
  public double covariance(int form, int other) {
    return mixed.covariance(form, other);
  }

  @Override
  public ScalarLaw law(int form) {
    return mixed.law(form);
  }
}
