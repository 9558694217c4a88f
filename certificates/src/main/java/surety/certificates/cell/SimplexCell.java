package surety.certificates.cell;

import java.util.Arrays;
import java.util.List;
import surety.certificates.arithmetic.Interval;
import surety.certificates.arithmetic.Rounding;
import surety.certificates.bounds.PointEnclosure;
import surety.certificates.bounds.SimplexBounds;
import surety.certificates.integral.BernsteinForm;
import surety.certificates.rejection.RejectedException;
import surety.certificates.rejection.TreeRejection;

/** A simplex of standard coordinates, by its n + 1 vertices and its share of a Kuhn simplex. */
public final class SimplexCell implements Cell {
  private final SimplexFamily family;
  private final Vertex[] vertices;
  private final double shareLower;
  private final double shareUpper;
  private final int depth;

  SimplexCell(
      SimplexFamily family, Vertex[] vertices, double shareLower, double shareUpper, int depth) {
    this.family = family;
    this.vertices = vertices;
    this.shareLower = shareLower;
    this.shareUpper = shareUpper;
    this.depth = depth;
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
        with(j, w, ratio, ratio),
        with(i, w, Rounding.subtractDown(1, ratio), Rounding.subtractUp(1, ratio)));
  }

  private SimplexCell with(int index, Vertex vertex, double lower, double upper) {
    Vertex[] changed = vertices.clone();
    changed[index] = vertex;
    return new SimplexCell(
        family,
        changed,
        Rounding.multiplyDown(shareLower, lower),
        Rounding.multiplyUp(shareUpper, upper),
        depth + 1);
  }

  /** The middle or the radius of a vertex's coordinate. */
  interface Coordinate {
    double of(Vertex vertex, int coordinate);
  }

  /**
   * For each coordinate the vertices' values.
   *
   * @param order of the vertices
   */
  double[][] coordinates(int[] order, Coordinate value) {
    double[][] values = new double[family.domain().dimension()][order.length];
    for (int q = 0; q < values.length; q++) {
      for (int i = 0; i < order.length; i++) {
        values[q][i] = value.of(vertices[order[i]], q);
      }
    }
    return values;
  }

  /** Encloses its mass in units of the density's {@code 2^scale}; perhaps unbounded. */
  Interval mass() {
    int[] order = ownOrder();
    return family
        .density()
        .mean(coordinates(order, Vertex::middle), coordinates(order, Vertex::radius))
        .times(new Interval(volumeLower(), volumeUpper()));
  }

  /** The density over it, its vertices in an order, by a form of at most that degree. */
  BernsteinForm form(int[] order, int degree) {
    return family
        .density()
        .form(coordinates(order, Vertex::middle), coordinates(order, Vertex::radius), degree);
  }

  /** The density over it, its vertices in their own order. */
  BernsteinForm form() {
    return form(ownOrder(), Integer.MAX_VALUE);
  }

  private int[] ownOrder() {
    int[] order = new int[vertices.length];
    Arrays.setAll(order, i -> i);
    return order;
  }

  /** Affine bounds of the forms; any {@code firstOwnLevel} gives sound ones. */
  public SimplexBounds bounds(int firstOwnLevel) {
    PointEnclosure[] enclosures = new PointEnclosure[vertices.length];
    for (int i = 0; i < enclosures.length; i++) {
      enclosures[i] = vertices[i].enclosure(family.domain());
    }
    int levels = family.domain().problem().network().levels();
    return SimplexBounds.of(
        family.domain().problem().network(), enclosures, Math.min(firstOwnLevel, levels));
  }
}
