package surety.certificates.bounds;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import surety.certificates.activation.Activation;
import surety.certificates.activation.Identity;
import surety.certificates.activation.Relu;
import surety.certificates.arithmetic.Dyadic;
import surety.certificates.arithmetic.Interval;
import surety.certificates.arithmetic.Rounding;
import surety.certificates.network.ActivationLayer;
import surety.certificates.network.AffineLayer;
import surety.certificates.network.Gate;
import surety.certificates.network.Network;
import surety.certificates.network.Wires;
import surety.certificates.statement.AffineForm;
import surety.certificates.stop.Stop;

/**
 * Turns the gates on which a form depends into steps.
 *
 * <p>Where all outputs that the form has are of one affine gate, its coefficients are multiplied
 * into that gate, which loses nothing when outputs are compared with each other; the products are
 * exact rationals, rounded once, and the rounding is the map's weight and bias error.
 */
final class NetworkCompiler {
  private final Network network;
  private final Stop stop;
  private final int[] gateOf;
  private final int[] first;
  private final int[] vectorOf;
  private final int[] sources;
  private final List<Step> steps = new ArrayList<>();
  private final Map<Wires, Integer> copies = new HashMap<>();

  NetworkCompiler(Network network, Stop stop) {
    this.network = network;
    this.stop = stop;
    int gates = network.gates().size();
    this.gateOf = new int[network.wires()];
    this.first = new int[gates + 2];
    this.vectorOf = new int[gates + 1];
    this.sources = new int[gates];
    Arrays.fill(sources, -1);
    first[1] = network.inputs();
    for (int g = 1; g <= gates; g++) {
      first[g + 1] = first[g] + network.gates().get(g - 1).size();
      for (int wire = first[g]; wire < first[g + 1]; wire++) {
        gateOf[wire] = g; // 0 is the input
      }
    }
  }

  CompiledNetwork compile(AffineForm form, boolean negated) {
    List<Gate.Term> end = foldable();
    boolean[] needed = new boolean[first.length - 1];
    end.forEach(term -> mark(needed, term.wires()));
    for (int g = needed.length - 1; g > 0; g--) {
      if (needed[g]) {
        network.gates().get(g - 1).inputs().forEach(wires -> mark(needed, wires));
      }
    }
    for (int g = 1; g < needed.length; g++) {
      if (needed[g]) {
        add(g - 1);
        vectorOf[g] = steps.size();
      }
    }
    AffineForm.Scaled scaled = form.scaled();
    List<Step.Term> terms = new ArrayList<>();
    for (Gate.Term term : end) {
      terms.add(new Step.Term(folded(term.layer(), scaled, negated), source(term.wires())));
    }
    steps.add(affine(terms));
    return new CompiledNetwork(steps, sources, stop);
  }

  private void mark(boolean[] needed, Wires wires) {
    for (int i = 0; i < wires.size(); i++) {
      needed[gateOf[wires.at(i)]] = true;
    }
  }

  private void add(int index) {
    stop.check();
    Gate gate = network.gates().get(index);
    if (gate instanceof Gate.Activations activations) {
      int source = source(activations.wires());
      sources[index] = source;
      steps.add(activation(activations.layer(), source, level(source) + 1));
      return;
    }
    List<Step.Term> terms = new ArrayList<>();
    for (Gate.Term term : ((Gate.Affine) gate).terms()) {
      terms.add(new Step.Term(AffineMap.of(term.layer()), source(term.wires())));
    }
    steps.add(affine(terms));
  }

  private Step.Affine affine(List<Step.Term> terms) {
    int level = terms.stream().mapToInt(term -> level(term.source())).max().orElse(0);
    return new Step.Affine(List.copyOf(terms), level);
  }

  private static Step.Activation activation(ActivationLayer layer, int source, int level) {
    boolean[] relu = new boolean[layer.inputs()];
    List<CurvedNeuron> curved = new ArrayList<>();
    for (int j = 0; j < relu.length; j++) {
      Activation activation = layer.activation(j);
      relu[j] = activation instanceof Relu;
      if (!relu[j] && !(activation instanceof Identity)) {
        curved.add(CurvedNeuron.of(j, activation));
      }
    }
    return new Step.Activation(relu, List.copyOf(curved), source, level);
  }

  private int level(int vector) {
    return vector == 0 ? 0 : steps.get(vector - 1).level();
  }

  /** The vector that has these wires, in order; made of others if there is none yet. */
  private int source(Wires wires) {
    int gate = gateOf[wires.at(0)];
    if (wires.isRange(first[gate], first[gate + 1] - first[gate])) {
      return vectorOf[gate];
    }
    Integer known = copies.get(wires);
    if (known != null) {
      return known;
    }
    int[] vectors = new int[wires.size()];
    int[] elements = new int[wires.size()];
    int level = 0;
    for (int i = 0; i < vectors.length; i++) {
      int of = gateOf[wires.at(i)];
      vectors[i] = vectorOf[of];
      elements[i] = wires.at(i) - first[of];
      level = Math.max(level, level(vectors[i]));
    }
    steps.add(new Step.Copy(vectors, elements, level));
    copies.put(wires, steps.size());
    return steps.size();
  }

  /**
   * Terms whose rows, weighted by the form's coefficients, add up to the form: those of the gate
   * that all outputs belong to, if they are all of it, in order; else the outputs themselves.
   */
  private List<Gate.Term> foldable() {
    Wires output = network.output();
    int gate = gateOf[output.at(0)];
    if (gate > 0
        && output.isRange(first[gate], first[gate + 1] - first[gate])
        && network.gates().get(gate - 1) instanceof Gate.Affine affine) {
      return affine.terms();
    }
    double[] ones = new double[output.size()];
    Arrays.fill(ones, 1);
    return List.of(new Gate.Term(AffineLayer.diagonal(ones, new double[ones.length]), output));
  }

  /** The sum of a layer's rows, weighted by the form's coefficients. */
  private AffineMap folded(AffineLayer layer, AffineForm.Scaled form, boolean negated) {
    double[] weights = new double[layer.columns()];
    double weightError = 0;
    for (int k = 0; k < weights.length; k++) {
      stop.check();
      int column = k;
      Interval weight = enclose(form, form.sum(row -> layer.weight(row, column)), negated);
      weights[k] = weight.middle();
      weightError = Rounding.addUp(weightError, weight.width());
    }
    Interval bias = enclose(form, form.sum(layer::bias), negated);
    AffineLayer row = AffineLayer.of(new double[][] {weights}, new double[] {bias.middle()});
    return AffineMap.of(row, weightError, bias.width());
  }

  private static Interval enclose(AffineForm.Scaled form, Dyadic sum, boolean negated) {
    Interval enclosure = sum.enclosureOver(form.denominator());
    if (!enclosure.isBounded()) {
      throw new IllegalArgumentException(
          "a coefficient of the claim times a weight of the network is beyond 1e308");
    }
    return negated ? enclosure.negate() : enclosure;
  }
}
