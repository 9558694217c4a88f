package surety.certificates.cell;

import java.lang.ref.SoftReference;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import surety.certificates.arithmetic.Interval;
import surety.certificates.arithmetic.Rounding;
import surety.certificates.bounds.PointEnclosure;
import surety.certificates.bounds.SimplexBounds;
import surety.certificates.integral.BernsteinForm;
import surety.certificates.integral.SimplexMeasure;
import surety.certificates.rejection.RejectedException;
import surety.certificates.rejection.TreeRejection;

/**
 * A simplex of standard coordinates, by its n + 1 vertices and its share of a Kuhn simplex.
 *
 * <p>The density's form over a Kuhn simplex is written anew, that over a part comes from the form
 * of what was cut: in barycentric coordinates the cut is exact, and subdividing takes far fewer
 * operations. Forms are kept as long as there is memory; a form that is computed twice has the same
 * bits.
 */
public final class SimplexCell implements Cell {
  private static final SoftReference<BernsteinForm> UNKNOWN = new SoftReference<>(null);

  private final SimplexFamily family;
  private final Vertex[] vertices;
  private final double shareLower;
  private final double shareUpper;
  private final int depth;
  private final Origin origin;
  private volatile SoftReference<BernsteinForm> form = UNKNOWN;

  /** Where a simplex comes from. */
  private sealed interface Origin {}

  /** A Kuhn simplex; the coordinates rise in that order. */
  private record Kuhn(List<Integer> risen) implements Origin {}

  /** A part of another simplex; see {@link #cut}. */
  private record Part(SimplexCell of, int i, int j, double ratio, boolean isFirst)
      implements Origin {}

  /**
   * A Kuhn simplex.
   *
   * @param risen the coordinates in the order in which they rise from vertex to vertex
   */
  SimplexCell(SimplexFamily family, Vertex[] vertices, List<Integer> risen, int depth) {
    this(family, vertices, 1, 1, depth, new Kuhn(List.copyOf(risen)));
  }

  private SimplexCell(
      SimplexFamily family,
      Vertex[] vertices,
      double shareLower,
      double shareUpper,
      int depth,
      Origin origin) {
    this.family = family;
    this.vertices = vertices;
    this.shareLower = shareLower;
    this.shareUpper = shareUpper;
    this.depth = depth;
    this.origin = origin;
  }

  @Override
  public int dimension() {
    return vertices.length - 1;
  }

  @Override
  public int depth() {
    return depth;
  }

  SimplexFamily family() {
    return family;
  }

  Vertex[] vertices() {
    return vertices;
  }

  /** Encloses a coordinate of one of its vertices. */
  public Interval coordinate(int vertex, int q) {
    return vertices[vertex].z(q);
  }

  double volumeLower() {
    return Rounding.multiplyDown(shareLower, family.unit().lower());
  }

  double volumeUpper() {
    return Rounding.multiplyUp(shareUpper, family.unit().upper());
  }

  /**
   * Cuts the edge from vertex i to vertex j at {@code w = (1 - ratio) v_i + ratio v_j}.
   *
   * <p>The two parts, with w in place of v_j and of v_i, partition the simplex: in barycentric
   * coordinates the first is where {@code lambda_j (1 - ratio) <= lambda_i ratio}, the second the
   * rest. Replacing a vertex multiplies the determinant of the edges by the weight of that vertex
   * in w, so the volumes are ratio and 1 - ratio of the whole.
   */
  public List<SimplexCell> cut(int i, int j, double ratio) throws RejectedException {
    if (i < 0 || i >= j || j >= vertices.length) {
      throw new RejectedException(new TreeRejection.NoEdge(i, j));
    }
    if (!(ratio > 0 && ratio < 1)) {
      throw new RejectedException(new TreeRejection.NoRatio(ratio));
    }
    Vertex w = vertices[i].between(vertices[j], ratio);
    return List.of(
        with(j, w, ratio, ratio, new Part(this, i, j, ratio, true)),
        with(
            i,
            w,
            Rounding.subtractDown(1, ratio),
            Rounding.subtractUp(1, ratio),
            new Part(this, i, j, ratio, false)));
  }

  private SimplexCell with(int index, Vertex vertex, double lower, double upper, Part made) {
    Vertex[] changed = vertices.clone();
    changed[index] = vertex;
    return new SimplexCell(
        family,
        changed,
        Rounding.multiplyDown(shareLower, lower),
        Rounding.multiplyUp(shareUpper, upper),
        depth + 1,
        made);
  }

  /** The middle or the radius of a vertex's coordinate. */
  private interface Coordinate {
    double of(Vertex vertex, int coordinate);
  }

  /** For each coordinate the vertices' values. */
  private double[][] coordinates(Coordinate value) {
    double[][] values = new double[family.domain().dimension()][vertices.length];
    for (int q = 0; q < values.length; q++) {
      for (int i = 0; i < vertices.length; i++) {
        values[q][i] = value.of(vertices[i], q);
      }
    }
    return values;
  }

  /** Encloses its mass in units of the density's {@code 2^scale}; perhaps unbounded. */
  Interval mass() {
    if (origin instanceof Kuhn) { // which may be all that is asked of it
      return family
          .density()
          .mean(coordinates(Vertex::middle), coordinates(Vertex::radius))
          .times(new Interval(volumeLower(), volumeUpper()));
    }
    SimplexMeasure measure = new SimplexMeasure(form(), volumeLower(), volumeUpper());
    return measure.massUpper() < Double.POSITIVE_INFINITY
        ? new Interval(measure.massLower(), measure.massUpper())
        : new Interval(0, Double.POSITIVE_INFINITY);
  }

  /** The density over it, its vertices in an order, by a form of at most that degree. */
  BernsteinForm form(int[] order, int degree) {
    return form().reordered(order).lowered(degree);
  }

  /** The density over it, its vertices in their own order. Depth costs no stack. */
  BernsteinForm form() {
    Deque<SimplexCell> unknown = new ArrayDeque<>();
    SimplexCell cell = this;
    BernsteinForm known = cell.form.get();
    while (known == null) {
      unknown.push(cell);
      if (cell.origin instanceof Part part) {
        cell = part.of();
        known = cell.form.get();
      } else {
        known = cell.kuhnForm((Kuhn) cell.origin);
      }
    }
    for (SimplexCell next : unknown) {
      if (next.origin instanceof Part part) {
        known = known.part(part.i(), part.j(), part.ratio(), part.isFirst());
      }
      next.form = new SoftReference<>(known);
    }
    return known;
  }

  private BernsteinForm kuhnForm(Kuhn kuhn) {
    return family
        .density()
        .kuhnForm(coordinates(Vertex::middle), coordinates(Vertex::radius), kuhn.risen());
  }

  /** For each coordinate an interval that contains the cell. */
  private Interval[] hull() {
    Interval[] hull = new Interval[vertices.length - 1];
    for (int q = 0; q < hull.length; q++) {
      hull[q] = vertices[0].z(q);
      for (Vertex vertex : vertices) {
        hull[q] = hull[q].hull(vertex.z(q));
      }
    }
    return hull;
  }

  /** Affine bounds of the forms as evaluated; any {@code firstOwnLevel} gives sound ones. */
  public SimplexBounds bounds(int firstOwnLevel) {
    PointEnclosure[] enclosures = new PointEnclosure[vertices.length];
    for (int i = 0; i < enclosures.length; i++) {
      enclosures[i] = vertices[i].enclosure(family.domain());
    }
    int levels = family.domain().problem().network().levels();
    SimplexBounds exact =
        SimplexBounds.of(
            family.domain().problem().network(), enclosures, Math.min(firstOwnLevel, levels));
    return family.domain().isExact() ? exact : exact.widened(family.domain().deviations(hull()));
  }
}
