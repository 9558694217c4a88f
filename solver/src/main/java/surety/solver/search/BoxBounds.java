package surety.solver.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import surety.certificates.bounds.Envelope;
import surety.certificates.bounds.Line;
import surety.solver.search.PlainNetwork.Hidden;
import surety.solver.search.PlainNetwork.Stage;

/**
 * Affine bounds of all rows over one box, as the kernel computes them, in plain doubles: each
 * neuron has a centre form and a radius form in local coordinates from -1 to 1; an unstable ReLU
 * gets the chord above, and below itself or zero; other activations get the kernel's lines.
 *
 * <p>Scratch memory of one thread.
 */
final class BoxBounds {
  /** Densities with heavy tails are cut off that far out and farther. */
  private static final double FAR = 0x1p20;

  private static final double ROUNDING = 0x1p-48;

  private final PlainNetwork network;
  private final int entries;
  private double[][] centre;
  private double[][] radius;
  private double[][] nextCentre;
  private double[][] nextRadius;

  /** What entered the neurons of each hidden layer. */
  private final double[][] least;

  private final double[][] greatest;

  BoxBounds(PlainNetwork network) {
    this.network = network;
    this.entries = network.inputs() + 1;
    centre = new double[entries][network.widest()];
    radius = new double[entries][network.widest()];
    nextCentre = new double[entries][network.widest()];
    nextRadius = new double[entries][network.widest()];
    int layers = network.hidden().size();
    least = new double[layers][];
    greatest = new double[layers][];
    for (int layer = 0; layer < layers; layer++) {
      least[layer] = new double[network.hidden().get(layer).width()];
      greatest[layer] = new double[network.hidden().get(layer).width()];
    }
  }

  /** How many neurons may bend over the last box. */
  int bending() {
    int bending = 0;
    for (int layer = 0; layer < least.length; layer++) {
      Hidden hidden = network.hidden().get(layer);
      for (int j = 0; j < hidden.width(); j++) {
        if (hidden.isRelu(j) && least[layer][j] < 0 && greatest[layer][j] > 0) {
          bending++;
        }
      }
      bending += hidden.curved().size();
    }
    return bending;
  }

  /** No less entered a neuron of a hidden layer over the last box. */
  double least(int layer, int neuron) {
    return least[layer][neuron];
  }

  /** No more entered it. */
  double greatest(int layer, int neuron) {
    return greatest[layer][neuron];
  }

  /** The bounds of each row over the box with this middle and these half lengths. */
  List<BoxRange> compute(double[] middle, double[] half) {
    for (int q = 0; q < entries; q++) {
      Arrays.fill(centre[q], 0, entries - 1, 0);
      Arrays.fill(radius[q], 0, entries - 1, 0);
    }
    for (int k = 0; k < entries - 1; k++) {
      centre[0][k] = middle[k];
      centre[k + 1][k] = half[k];
    }
    for (int layer = 0; layer < network.stages().size(); layer++) {
      affine(network.stages().get(layer));
      if (layer < network.hidden().size()) {
        activate(network.hidden().get(layer), layer);
      }
    }
    boolean isFar = isFar(middle, half);
    List<BoxRange> ranges = new ArrayList<>(network.rows());
    for (int row = 0; row < network.rows(); row++) {
      if (network.hasDirect()) {
        addDirect(row, middle, half);
      }
      double[] lower = new double[entries];
      double[] upper = new double[entries];
      double magnitude = 0;
      for (int q = 0; q < entries; q++) {
        lower[q] = centre[q][row] - radius[q][row];
        upper[q] = centre[q][row] + radius[q][row];
        magnitude += Math.abs(centre[q][row]) + radius[q][row];
      }
      if (isFar) {
        lower[0] -= ROUNDING * magnitude;
        upper[0] += ROUNDING * magnitude;
      }
      ranges.add(new BoxRange(lower, upper));
    }
    return ranges;
  }

  /** Whether the box reaches so far that the kernel cannot tell what rounding hides. */
  private static boolean isFar(double[] middle, double[] half) {
    for (int q = 0; q < middle.length; q++) {
      if (Math.abs(middle[q]) + half[q] > FAR) {
        return true;
      }
    }
    return false;
  }

  /** The bounds of each row over a box. */
  List<BoxRange> compute(BoxNode box) {
    return compute(box.middle(), box.half());
  }

  private void addDirect(int row, double[] middle, double[] half) {
    Stage direct = network.direct();
    centre[0][row] += direct.biases()[row];
    for (int q = 0; q < middle.length; q++) {
      double weight = direct.columns()[q * direct.rows() + row];
      centre[0][row] += weight * middle[q];
      centre[q + 1][row] += weight * half[q];
    }
  }

  private void affine(Stage stage) {
    int rows = stage.rows();
    double[] columns = stage.columns();
    for (int q = 0; q < entries; q++) {
      double[] c = nextCentre[q];
      double[] r = nextRadius[q];
      if (q == 0) {
        System.arraycopy(stage.biases(), 0, c, 0, rows);
      } else {
        Arrays.fill(c, 0, rows, 0);
      }
      Arrays.fill(r, 0, rows, 0);
      for (int k = 0; k < stage.inputs(); k++) {
        double fromCentre = centre[q][k];
        double fromRadius = radius[q][k];
        int start = stage.starts()[k];
        if (stage.isSparse()) {
          for (int i = start; i < stage.starts()[k + 1]; i++) {
            c[stage.places()[i]] += columns[i] * fromCentre;
            r[stage.places()[i]] += Math.abs(columns[i]) * fromRadius;
          }
        } else if (fromCentre != 0 || fromRadius != 0) {
          for (int row = 0; row < rows; row++) {
            double w = columns[start + row];
            c[row] += w * fromCentre;
            r[row] += Math.abs(w) * fromRadius;
          }
        }
      }
    }
    double[][] swap = centre;
    centre = nextCentre;
    nextCentre = swap;
    swap = radius;
    radius = nextRadius;
    nextRadius = swap;
  }

  private void activate(Hidden hidden, int layer) {
    for (int j = 0; j < hidden.width(); j++) {
      least[layer][j] = end(j, -1, -1);
      greatest[layer][j] = end(j, 1, 1);
    }
    for (int j = 0; j < hidden.width(); j++) {
      if (hidden.isRelu(j)) {
        relu(j);
      }
    }
    hidden.curved().forEach(this::bend);
  }

  private void bend(CurvedNeuron curve) {
    int j = curve.index();
    double low = end(j, -1, -1);
    double high = end(j, 1, 1);
    if (!(high - low < CurvedNeuron.HUGE) || !curve.above().isDefinedOn(low, high)) {
      nothing(j);
      return;
    }
    int rise = curve.above().isNonDecreasing() ? 1 : curve.above().isNonIncreasing() ? -1 : 0;
    Line above = line(curve.above(), rise, j, low, high);
    Line below = line(curve.below(), -rise, j, low, high);
    if (!(Math.abs(above.intercept()) + Math.abs(below.intercept()) < CurvedNeuron.HUGE)) {
      nothing(j);
      return;
    }
    int p = sign(rise, above);
    int q = sign(-rise, below);
    for (int k = 0; k < entries; k++) {
      double c = centre[k][j];
      double r = radius[k][j];
      double upper = above.slope() * (c + p * r) + (k == 0 ? above.intercept() : 0);
      double lower = -below.slope() * (c + q * r) - (k == 0 ? below.intercept() : 0);
      centre[k][j] = 0.5 * (upper + lower);
      radius[k][j] = 0.5 * (upper - lower);
    }
  }

  /** A line above g, which rises, falls or does neither, over the range of U, of L or of both. */
  private Line line(Envelope g, int rise, int j, double low, double high) {
    return g.above(
        rise > 0 ? end(j, 1, -1) : low,
        rise < 0 ? end(j, -1, 1) : high,
        centre[0][j] + rise * radius[0][j]);
  }

  private static int sign(int rise, Line line) {
    return rise != 0 ? rise : line.slope() >= 0 ? 1 : -1;
  }

  /** Of a neuron nothing is known. */
  private void nothing(int j) {
    for (int q = 0; q < entries; q++) {
      centre[q][j] = 0;
      radius[q][j] = q == 0 ? CurvedNeuron.HUGE : 0;
    }
  }

  private void relu(int j) {
    double lowest = end(j, -1, -1);
    if (lowest >= 0) {
      return;
    }
    double greatest = end(j, 1, 1);
    if (greatest <= 0) {
      for (int q = 0; q < entries; q++) {
        centre[q][j] = 0;
        radius[q][j] = 0;
      }
      return;
    }
    double slope = 1;
    double offset = 0;
    double least = end(j, 1, -1);
    if (least < 0) {
      slope = greatest / (greatest - least);
      offset = -slope * least;
    }
    double lowerSlope = end(j, -1, 1) > -lowest ? 1 : 0;
    for (int q = 0; q < entries; q++) {
      double high = slope * (centre[q][j] + radius[q][j]) + (q == 0 ? offset : 0);
      double low = lowerSlope * (centre[q][j] - radius[q][j]);
      centre[q][j] = 0.5 * (high + low);
      radius[q][j] = 0.5 * (high - low);
    }
  }

  /** The least (direction -1) or greatest value of {@code centre + sign radius} over the box. */
  private double end(int j, int sign, int direction) {
    double end = centre[0][j] + sign * radius[0][j];
    for (int q = 1; q < entries; q++) {
      end += direction * Math.abs(centre[q][j] + sign * radius[q][j]);
    }
    return end;
  }
}
