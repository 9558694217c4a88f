package surety.certificates.bounds;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import surety.certificates.activation.Activation;
import surety.certificates.arithmetic.Interval;
import surety.certificates.arithmetic.Rounding;
import surety.certificates.network.ActivationLayer;
import surety.certificates.network.AffineLayer;
import surety.certificates.network.Gate;
import surety.certificates.network.Network;
import surety.certificates.network.Wires;
import surety.certificates.stop.Stop;

/** Turns the gates on which forms depend into steps, and the forms into the last one. */
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

  CompiledNetwork compile(List<WireForm> forms) {
    Wires read = read(forms);
    boolean[] needed = new boolean[first.length - 1];
    mark(needed, read);
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
    steps.add(affine(List.of(new Step.Term(map(forms, read), source(read)))));
    return new CompiledNetwork(steps, sources, stop);
  }

  /** The wires that forms read; a whole vector if they are all of one, which costs no copy. */
  private Wires read(List<WireForm> forms) {
    SortedSet<Integer> wires = new TreeSet<>();
    forms.forEach(form -> wires.addAll(form.weights().keySet()));
    if (wires.isEmpty()) {
      return Wires.range(0, network.inputs()); // all forms are constants
    }
    int gate = gateOf[wires.first()];
    return gate == gateOf[wires.last()]
        ? Wires.range(first[gate], first[gate + 1] - first[gate])
        : Wires.of(wires.stream().mapToInt(Integer::intValue).toArray());
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
      steps.add(activation(activations.layer(), index, source, level(source) + 1));
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

  private static Step.Activation activation(
      ActivationLayer layer, int gate, int source, int level) {
    boolean[] relu = new boolean[layer.inputs()];
    List<CurvedNeuron> curved = new ArrayList<>();
    for (int j = 0; j < relu.length; j++) {
      Activation activation = layer.activation(j);
      relu[j] = activation.equals(Activation.RELU);
      if (!relu[j] && !activation.equals(Activation.IDENTITY)) {
        curved.add(CurvedNeuron.of(j, activation));
      }
    }
    return new Step.Activation(relu, List.copyOf(curved), gate, source, level);
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

  /** The forms as rows, each rounded once, which is its weight and bias error. */
  private AffineMap map(List<WireForm> forms, Wires wires) {
    double[][] weights = new double[forms.size()][wires.size()];
    double[] biases = new double[forms.size()];
    double[] weightError = new double[forms.size()];
    double[] biasError = new double[forms.size()];
    for (int row = 0; row < biases.length; row++) {
      for (int k = 0; k < wires.size(); k++) {
        stop.check();
        Interval weight = forms.get(row).encloseWeight(wires.at(k));
        weights[row][k] = weight.middle();
        weightError[row] = Rounding.addUp(weightError[row], weight.width());
      }
      Interval bias = forms.get(row).encloseBias();
      biases[row] = bias.middle();
      biasError[row] = bias.width();
    }
    return AffineMap.of(AffineLayer.of(weights, biases), weightError, biasError);
  }
}
