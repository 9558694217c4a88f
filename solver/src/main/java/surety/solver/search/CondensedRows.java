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

  private static final double[] NONE = {};

  private final int inputs;
  private final int neurons;

  /** For each neuron, then for each row: coefficients of the coordinates, then the constant. */
  private final double[][] x;

  /** Likewise the weights of the first neurons. */
  private final double[][] w;

  /** For each neuron what it computes, unless it is a ReLU. */
  private final CurvedNeuron[] curves;

  /** What enters each neuron on the box. */
  private final double[] least;

  private final double[] greatest;

  private CondensedRows(Builder made, int rows) {
    this.inputs = made.inputs;
    this.neurons = made.neurons.size();
    this.x = new double[neurons + rows][];
    this.w = new double[neurons + rows][];
    this.curves = new CurvedNeuron[neurons];
    this.least = new double[neurons];
    this.greatest = new double[neurons];
    for (int k = 0; k < neurons; k++) {
      Neuron neuron = made.neurons.get(k);
      x[k] = neuron.argument.x;
      w[k] = neuron.argument.w;
      curves[k] = neuron.curve;
      least[k] = neuron.least;
      greatest[k] = neuron.greatest;
    }
  }

  /** An affine form. */
  private static final class Form {
    private static final Form ZERO = new Form(NONE, NONE);
    private final double[] x;
    private final double[] w;

    Form(double[] x, double[] w) {
      this.x = x;
      this.w = w;
    }
  }

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
    private final double[] x;
    private double[] w = new double[16];
    private int width;
    private long coefficients;

    Builder(int inputs) {
      this.inputs = inputs;
      this.x = new double[inputs + 1];
    }

    void add(double factor, Form form) {
      if (factor == 0 || form == Form.ZERO) {
        return;
      }
      for (int q = 0; q < x.length; q++) {
        x[q] += factor * form.x[q];
      }
      for (int k = 0; k < form.w.length; k++) {
        w[k] += factor * form.w[k];
      }
      width = Math.max(width, form.w.length);
      coefficients += inputs + neurons.size();
    }

    void add(double constant) {
      x[inputs] += constant;
    }

    Form finish() {
      Form form = new Form(x.clone(), Arrays.copyOf(w, width));
      Arrays.fill(x, 0);
      Arrays.fill(w, 0, width, 0);
      width = 0;
      return form;
    }

    /** The value of a neuron: a form where it does not bend. */
    Form activated(Form argument, CurvedNeuron curve, double least, double greatest) {
      if (curve == null) {
        if (least >= 0 || greatest <= 0) {
          return least >= 0 ? argument : Form.ZERO;
        }
      } else if (curve.above().isLinear(least, greatest)) {
        double slope = curve.activation().slope(0.5 * least + 0.5 * greatest);
        add(slope, argument);
        add(curve.activation().apply(least) - slope * least);
        return finish();
      }
      neurons.add(new Neuron(argument, curve, least, greatest));
      if (neurons.size() > w.length) {
        w = Arrays.copyOf(w, 2 * w.length);
      }
      double[] unit = new double[neurons.size()];
      unit[unit.length - 1] = 1;
      return new Form(new double[inputs + 1], unit);
    }

    CondensedRows rows(Form[] forms) {
      CondensedRows rows = new CondensedRows(this, forms.length);
      for (int row = 0; row < forms.length; row++) {
        Form form = forms[row] == Form.ZERO ? new Form(new double[inputs + 1], NONE) : forms[row];
        rows.x[rows.neurons + row] = form.x;
        rows.w[rows.neurons + row] = form.w;
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
      values[q] = new Form(x, NONE);
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
        made.x[q] += direct.columns()[q * direct.rows() + row];
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
    System.arraycopy(x[j], 0, made.x, 0, inputs + 1);
    for (int k = 0; k < w[j].length; k++) {
      made.add(w[j][k], values[k]);
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
    return x.length - neurons;
  }

  /** Coefficients of a neuron's argument, or of row number {@code j - neurons()}. */
  double[] x(int j) {
    return x[j];
  }

  double[] w(int j) {
    return w[j];
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
