package surety.solver.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import surety.solver.search.PlainNetwork.Hidden;
import surety.solver.search.PlainNetwork.Stage;

/**
 * A network condensed on a box, as the kernel condenses it, in plain doubles: the arguments of the
 * neurons that may bend there, and the rows of the network, as affine forms of the coordinates and
 * of the values of neurons before them.
 */
final class CondensedRows {
  /** More coefficients than these the kernel does not compute for a condensed network. */
  private static final long MOST_COEFFICIENTS = 20_000_000;

  private final int inputs;
  private final int neurons;

  /**
   * For each neuron, then for each row: coefficients of the coordinates, then the constant, then
   * the weights of the first neurons.
   */
  private final double[][] terms;

  /** For each neuron what it computes, unless it is a ReLU. */
  private final CurvedNeuron[] curves;

  /** What enters each neuron on the box. */
  private final double[] least;

  private final double[] greatest;

  private CondensedRows(Builder made, int rows) {
    this.inputs = made.inputs;
    this.neurons = made.neurons.size();
    this.terms = new double[neurons + rows][];
    this.curves = new CurvedNeuron[neurons];
    this.least = new double[neurons];
    this.greatest = new double[neurons];
    for (int k = 0; k < neurons; k++) {
      Neuron neuron = made.neurons.get(k);
      terms[k] = neuron.argument.terms;
      curves[k] = neuron.curve;
      least[k] = neuron.least;
      greatest[k] = neuron.greatest;
    }
  }

  /** An affine form; of which only one term is not 0, if it has the number of one. */
  private static final class Form {
    private final double[] terms;
    private final int only;

    Form(double[] terms, int only) {
      this.terms = terms;
      this.only = only;
    }

    boolean isZero() {
      return terms.length == 0;
    }
  }

  private static final Form ZERO = new Form(new double[0], 0);

  /**
   * A neuron that may bend.
   *
   * @param curve what it computes; null if it is a ReLU
   */
  private record Neuron(Form argument, CurvedNeuron curve, double least, double greatest) {}

  /** Adds up forms, and collects neurons. */
  private static final class Builder {
    private final int inputs;
    private final List<Neuron> neurons = new ArrayList<>();
    private double[] sum;
    private int width;
    private long coefficients;

    Builder(int inputs) {
      this.inputs = inputs;
      this.sum = new double[inputs + 16];
      this.width = inputs + 1;
    }

    void add(double factor, Form form) {
      if (factor == 0 || form.isZero()) {
        return;
      }
      int count = form.terms.length;
      for (int i = form.only < 0 ? 0 : form.only; i < count; i++) {
        sum[i] += factor * form.terms[i];
      }
      width = Math.max(width, count);
      coefficients += inputs + neurons.size();
    }

    void add(double constant) {
      sum[inputs] += constant;
    }

    Form finish() {
      Form form = new Form(Arrays.copyOf(sum, width), -1);
      Arrays.fill(sum, 0, width, 0);
      width = inputs + 1;
      return form;
    }

    /** The value of a neuron: a form where it does not bend. */
    Form activated(Form argument, CurvedNeuron curve, double least, double greatest) {
      if (curve == null) {
        if (least >= 0 || greatest <= 0) {
          return least >= 0 ? argument : ZERO;
        }
      } else if (curve.above().isLinear(least, greatest)) {
        double slope = curve.activation().slope(0.5 * least + 0.5 * greatest);
        add(slope, argument);
        add(curve.activation().apply(least) - slope * least);
        return finish();
      }
      neurons.add(new Neuron(argument, curve, least, greatest));
      int place = inputs + neurons.size();
      if (place == sum.length) {
        sum = Arrays.copyOf(sum, 2 * place);
      }
      double[] unit = new double[place + 1];
      unit[place] = 1;
      return new Form(unit, place);
    }

    CondensedRows rows(Form[] forms) {
      CondensedRows rows = new CondensedRows(this, forms.length);
      for (int row = 0; row < forms.length; row++) {
        rows.terms[rows.neurons + row] =
            forms[row].isZero() ? new double[inputs + 1] : forms[row].terms;
      }
      return rows;
    }
  }

  /**
   * Of a whole network.
   *
   * @param forward that have just computed the bounds over the box
   * @return null if it would be too large
   */
  static CondensedRows of(PlainNetwork network, BoxBounds forward) {
    Builder made = new Builder(network.inputs());
    Form[] values = new Form[network.inputs()];
    for (int q = 0; q < values.length; q++) {
      double[] x = new double[network.inputs() + 1];
      x[q] = 1;
      values[q] = new Form(x, q);
    }
    for (int layer = 0; layer < network.stages().size(); layer++) {
      values = apply(network.stages().get(layer), values, made);
      if (made.coefficients > MOST_COEFFICIENTS) {
        return null;
      }
      if (layer < network.hidden().size()) {
        activate(network.hidden().get(layer), layer, values, forward, made);
      }
    }
    if (network.hasDirect()) {
      addDirect(network.direct(), values, made);
    }
    return made.rows(values);
  }

  private static Form[] apply(Stage stage, Form[] values, Builder made) {
    Form[] results = new Form[stage.rows()];
    List<List<Weight>> sparse = stage.isSparse() ? byRow(stage) : List.of();
    for (int row = 0; row < results.length; row++) {
      if (stage.isSparse()) {
        sparse.get(row).forEach(weight -> made.add(weight.factor, values[weight.input]));
      } else {
        for (int k = 0; k < stage.inputs(); k++) {
          made.add(stage.columns()[k * stage.rows() + row], values[k]);
        }
      }
      made.add(stage.biases()[row]);
      results[row] = made.finish();
    }
    return results;
  }

  /** A weight of a row. */
  private record Weight(int input, double factor) {}

  private static List<List<Weight>> byRow(Stage stage) {
    List<List<Weight>> rows = new ArrayList<>(stage.rows());
    for (int row = 0; row < stage.rows(); row++) {
      rows.add(new ArrayList<>());
    }
    for (int k = 0; k < stage.inputs(); k++) {
      for (int i = stage.starts()[k]; i < stage.starts()[k + 1]; i++) {
        rows.get(stage.places()[i]).add(new Weight(k, stage.columns()[i]));
      }
    }
    return rows;
  }

  private static void activate(
      Hidden hidden, int layer, Form[] values, BoxBounds forward, Builder made) {
    CurvedNeuron[] curves = new CurvedNeuron[values.length];
    hidden.curved().forEach(curve -> curves[curve.index()] = curve);
    for (int j = 0; j < hidden.width(); j++) {
      if (hidden.isRelu(j) || curves[j] != null) {
        double least = forward.least(layer, j);
        double greatest = forward.greatest(layer, j);
        values[j] = made.activated(values[j], curves[j], least, greatest);
      }
    }
  }

  private static void addDirect(Stage direct, Form[] values, Builder made) {
    for (int row = 0; row < values.length; row++) {
      made.add(1, values[row]);
      for (int q = 0; q < made.inputs; q++) {
        made.sum[q] += direct.columns()[q * direct.rows() + row];
      }
      made.add(direct.biases()[row]);
      values[row] = made.finish();
    }
  }

  /** Condensed on a smaller box, over which the bounds have just been computed. */
  CondensedRows condensed(CondensedBounds bounds) {
    Builder made = new Builder(inputs);
    Form[] values = new Form[neurons];
    for (int k = 0; k < neurons; k++) {
      Form argument = replaced(k, values, made);
      values[k] = made.activated(argument, curves[k], bounds.least(k), bounds.greatest(k));
    }
    Form[] forms = new Form[rows()];
    Arrays.setAll(forms, row -> replaced(neurons + row, values, made));
    return made.rows(forms);
  }

  private Form replaced(int j, Form[] values, Builder made) {
    double[] form = terms[j];
    System.arraycopy(form, 0, made.sum, 0, inputs + 1);
    for (int k = 0; inputs + 1 + k < form.length; k++) {
      made.add(form[inputs + 1 + k], values[k]);
    }
    return made.finish();
  }

  int inputs() {
    return inputs;
  }

  /** How many neurons may bend on the box. */
  int neurons() {
    return neurons;
  }

  int rows() {
    return terms.length - neurons;
  }

  /** The terms of a neuron's argument, or of row number {@code j - neurons()}. */
  double[] terms(int j) {
    return terms[j];
  }

  /** What a neuron computes; null if it is a ReLU. */
  CurvedNeuron curve(int k) {
    return curves[k];
  }

  double least(int k) {
    return least[k];
  }

  double greatest(int k) {
    return greatest[k];
  }
}
