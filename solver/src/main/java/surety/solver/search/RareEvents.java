package surety.solver.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.apache.commons.math3.random.HaltonSequenceGenerator;
import surety.solver.domain.Axis;
import surety.solver.domain.Domain;
import surety.solver.domain.Log2;
import surety.solver.domain.Slice;

/**
 * Points at which events happen that are too rare for a sample of the inputs to meet: boxes close
 * in on the event by halving, and in each of them points are spread like the inputs.
 */
public final class RareEvents {
  /** Of the density polynomials: boxes are cut until it is nearly so smooth in them. */
  private static final int DEGREE = 2;

  /** How much of the event's probability may be in boxes where it is not. */
  private static final double GAP = 0.1;

  /** So many points are worth one box. */
  private static final int POINTS_OF_BOX = 4;

  /** Points are spread over so many of the heaviest boxes, as many as a box is heavy. */
  private static final int HEAVIEST = 1024;

  /** Halton's sequence is defined for that many coordinates. */
  private static final int MOST_COORDINATES = 40;

  /** A slice with about the same mass in both halves needs no more halving, nor a short one. */
  private static final double EVEN = 0.02;

  private static final int MOST_HALVINGS = 16;

  private final Domain domain;
  private final PlainNetwork network;
  private final int count;
  private final BooleanSupplier hurry;

  /**
   * A point.
   *
   * @param mass of the inputs that it stands for
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  public record Point(double[] rows, double mass) {}

  /**
   * Of the rows of a network.
   *
   * @param count how many points to try for each event
   * @param hurry asked now and then; once true, whatever is known is used
   */
  public RareEvents(Domain domain, PlainNetwork network, int count, BooleanSupplier hurry) {
    this.domain = domain;
    this.network = network;
    this.count = count;
    this.hurry = hurry;
  }

  /** Points at which an event happens, with its probability in all; none if it was not found. */
  public List<Point> of(PlainEvent event) {
    if (domain.dimension() > MOST_COORDINATES) {
      return List.of();
    }
    List<Axis> axes = domain.axes();
    List<BoxNode> boxes =
        new ArrayList<>(
            DensityPartition.of(
                    axes,
                    network,
                    new ProbabilityObjective(event),
                    DEGREE,
                    GAP,
                    count / POINTS_OF_BOX,
                    hurry)
                .possible());
    boxes.sort(Comparator.comparingDouble((BoxNode box) -> -box.logMass()));
    List<BoxNode> heaviest = boxes.subList(0, Math.min(HEAVIEST, boxes.size()));
    double total = heaviest.stream().mapToDouble(BoxNode::mass).sum();
    HaltonSequenceGenerator halton = new HaltonSequenceGenerator(domain.dimension());
    halton.skipTo(1); // the first point is a corner
    List<Point> points = new ArrayList<>();
    for (BoxNode box : heaviest) {
      int each = (int) Math.ceil(count * box.mass() / total);
      for (int k = 0; k < each && !hurry.getAsBoolean(); k++) {
        double[] rows = rows(box, halton.nextVector());
        if (event.holds(rows)) {
          points.add(new Point(rows, box.mass() / each));
        }
      }
    }
    return points;
  }

  private double[] rows(BoxNode box, double[] shares) {
    double[] z = new double[shares.length];
    for (int q = 0; q < z.length; q++) {
      z[q] = quantile(box.sides().get(q), shares[q]);
    }
    Vertex vertex = network.vertex(z);
    double[] rows = new double[network.rows()];
    for (int row = 0; row < rows.length; row++) {
      rows[row] = vertex.y(row);
    }
    return rows;
  }

  /** Below which about that share of a slice's mass lies. */
  private static double quantile(Slice side, double share) {
    Slice slice = side;
    double rest = share;
    for (int k = 0; k < MOST_HALVINGS && slice.surrounds(slice.middle()); k++) {
      List<Slice> halves = slice.cut(slice.middle());
      double below = Log2.power(halves.get(0).logMass() - slice.logMass());
      boolean isBelow = rest < below;
      rest = isBelow ? rest / below : (rest - below) / (1 - below);
      slice = halves.get(isBelow ? 0 : 1);
      if (Math.abs(below - 0.5) <= EVEN) {
        break;
      }
    }
    return slice.lower() + Math.min(1, rest) * slice.width();
  }
}
