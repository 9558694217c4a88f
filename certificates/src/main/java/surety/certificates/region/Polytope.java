package surety.certificates.region;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import surety.certificates.arithmetic.Rational;
import surety.certificates.rejection.RegionRejection;
import surety.certificates.rejection.RejectedException;
import surety.certificates.stop.Stop;

/**
 * A bounded polytope with inner points, by half-spaces and by vertices in exact rationals, each
 * vertex with the set of half-spaces on whose boundary it lies.
 *
 * <p>This is the double description method (Motzkin et al., 1953), beginning with a box: cutting by
 * a half-space keeps the vertices inside and adds one on each edge that crosses the hyperplane. Two
 * vertices are joined by an edge if and only if no third one lies on all boundaries that they share
 * (Fukuda and Prodon, 1996, Proposition 7). All of it is exact, so it holds for degenerate
 * polytopes as well.
 */
public final class Polytope {
  /** Few polytopes of up to eight dimensions have more; a hostile certificate could. */
  private static final int MOST_VERTICES = 20_000;

  /** The box of eight dimensions has at most 8! = 40320. */
  private static final int MOST_SIMPLICES = 200_000;

  private final int dimension;
  private final List<HalfSpace> halfSpaces;
  private final List<RationalPoint> vertices;
  private final List<BitSet> tight;
  private final Stop stop;

  private Polytope(
      int dimension,
      List<HalfSpace> halfSpaces,
      List<RationalPoint> vertices,
      List<BitSet> tight,
      Stop stop) {
    this.stop = stop;
    this.dimension = dimension;
    this.halfSpaces = halfSpaces;
    this.vertices = vertices;
    this.tight = tight;
  }

  /**
   * The box between two corners, the first one smaller in every coordinate.
   *
   * @param stop asked while this and its parts are cut and triangulated
   */
  static Polytope box(RationalPoint lower, RationalPoint upper, Stop stop) {
    int n = lower.dimension();
    List<HalfSpace> facets = new ArrayList<>();
    for (int q = 0; q < n; q++) {
      facets.add(HalfSpace.ofCoordinate(n, q, lower.coordinate(q), true));
      facets.add(HalfSpace.ofCoordinate(n, q, upper.coordinate(q), false));
    }
    List<RationalPoint> corners = new ArrayList<>();
    List<BitSet> tight = new ArrayList<>();
    for (int corner = 0; corner < 1 << n; corner++) {
      List<Rational> x = new ArrayList<>();
      BitSet on = new BitSet();
      for (int q = 0; q < n; q++) {
        int end = corner >> q & 1;
        x.add((end == 1 ? upper : lower).coordinate(q));
        on.set(2 * q + end);
      }
      corners.add(RationalPoint.of(x));
      tight.add(on);
    }
    return new Polytope(n, facets, corners, tight, stop);
  }

  /** Number of coordinates. */
  public int dimension() {
    return dimension;
  }

  /** The vertices, in an order that depends on nothing but the half-spaces' order. */
  public List<RationalPoint> vertices() {
    return List.copyOf(vertices);
  }

  /**
   * The part in a half-space; empty if it has no inner point.
   *
   * @throws RejectedException if it has more vertices than can be worked with
   */
  public Optional<Polytope> clip(HalfSpace h) throws RejectedException {
    BigInteger[] values = new BigInteger[vertices.size()];
    boolean some = false;
    boolean all = true;
    for (int i = 0; i < values.length; i++) {
      values[i] = h.valueAt(vertices.get(i));
      some |= values[i].signum() > 0;
      all &= values[i].signum() >= 0;
    }
    if (!some || all) {
      return some ? Optional.of(this) : Optional.empty();
    }
    int index = halfSpaces.size();
    List<HalfSpace> cut = new ArrayList<>(halfSpaces);
    cut.add(h);
    Polytope part = new Polytope(dimension, cut, new ArrayList<>(), new ArrayList<>(), stop);
    for (int i = 0; i < values.length; i++) {
      if (values[i].signum() >= 0) {
        BitSet on = tight.get(i);
        if (values[i].signum() == 0) {
          on = (BitSet) on.clone();
          on.set(index);
        }
        part.add(vertices.get(i), on);
      }
    }
    addCrossings(part, values, index);
    return Optional.of(part);
  }

  private void addCrossings(Polytope part, BigInteger[] values, int index)
      throws RejectedException {
    for (int i = 0; i < values.length; i++) {
      for (int j = 0; j < values.length; j++) {
        if (values[i].signum() > 0 && values[j].signum() < 0) {
          stop.check();
          BitSet shared = (BitSet) tight.get(i).clone();
          shared.and(tight.get(j));
          if (shared.cardinality() >= dimension - 1 && isEdge(i, j, shared)) {
            shared.set(index);
            part.add(crossing(vertices.get(i), values[i], vertices.get(j), values[j]), shared);
            if (part.vertices.size() > MOST_VERTICES) {
              throw new RejectedException(
                  new RegionRejection.TooMany("the vertices of a polytope are", MOST_VERTICES));
            }
          }
        }
      }
    }
  }

  private void add(RationalPoint vertex, BitSet on) {
    vertices.add(vertex);
    tight.add(on);
  }

  private boolean isEdge(int i, int j, BitSet shared) {
    for (int k = 0; k < vertices.size(); k++) {
      if (k != i && k != j && isSubset(shared, tight.get(k))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isSubset(BitSet small, BitSet large) {
    for (int b = small.nextSetBit(0); b >= 0; b = small.nextSetBit(b + 1)) {
      if (!large.get(b)) {
        return false;
      }
    }
    return true;
  }

  /**
   * The point between u and v where h is zero: {@code (h(u) v - h(v) u) / (h(u) - h(v))}.
   *
   * @param a h(u) times u's denominator, positive
   * @param b h(v) times v's denominator, negative
   */
  private static RationalPoint crossing(
      RationalPoint u, BigInteger a, RationalPoint v, BigInteger b) {
    List<BigInteger> numerators = new ArrayList<>(u.dimension());
    for (int q = 0; q < u.dimension(); q++) {
      numerators.add(a.multiply(v.numerators().get(q)).subtract(b.multiply(u.numerators().get(q))));
    }
    return new RationalPoint(
        numerators, a.multiply(v.denominator()).subtract(b.multiply(u.denominator())));
  }

  /**
   * The half-spaces without the redundant ones, in their order: those whose vertices are not all on
   * another one's boundary. These are the facets, because every face lies in a facet.
   */
  public List<HalfSpace> facets() {
    List<HalfSpace> facets = new ArrayList<>();
    for (int c : facetIndices(faces())) {
      facets.add(halfSpaces.get(c));
    }
    return facets;
  }

  /** For each half-space the set of vertices on its boundary. */
  private List<BitSet> faces() {
    List<BitSet> faces = new ArrayList<>();
    for (int c = 0; c < halfSpaces.size(); c++) {
      BitSet face = new BitSet(vertices.size());
      for (int i = 0; i < vertices.size(); i++) {
        face.set(i, tight.get(i).get(c));
      }
      faces.add(face);
    }
    return faces;
  }

  /** Indices of the largest sets, the first one of equal ones. */
  private static List<Integer> facetIndices(List<BitSet> faces) {
    List<Integer> largest = new ArrayList<>();
    for (int c = 0; c < faces.size(); c++) {
      boolean maximal = !faces.get(c).isEmpty();
      for (int d = 0; d < faces.size() && maximal; d++) {
        boolean covered = d != c && isSubset(faces.get(c), faces.get(d));
        maximal = !covered || (c < d && faces.get(c).equals(faces.get(d)));
      }
      if (maximal) {
        largest.add(c);
      }
    }
    return largest;
  }

  /**
   * A triangulation without new vertices: simplices with n + 1 vertices each, which have no inner
   * point in common and together are the polytope.
   *
   * <p>By pulling (Lee, 1997): a polytope is the union of the cones from one of its vertices over
   * the facets that do not contain it, and those are triangulated in the same way.
   *
   * @throws RejectedException if there are more of them than can be worked with
   */
  public List<List<RationalPoint>> triangulate() throws RejectedException {
    List<List<RationalPoint>> simplices = new ArrayList<>();
    BitSet all = new BitSet();
    all.set(0, vertices.size());
    List<BitSet> faces = faces();
    List<BitSet> facets = facetIndices(faces).stream().map(faces::get).toList();
    triangulate(all, dimension, facets, new ArrayList<>(), simplices);
    return simplices;
  }

  /**
   * Of a face.
   *
   * @param facets those of the face as far as they are proper, and other, smaller faces
   * @param apexes the vertices pulled so far
   */
  private void triangulate(
      BitSet face,
      int faceDimension,
      List<BitSet> facets,
      List<RationalPoint> apexes,
      List<List<RationalPoint>> simplices)
      throws RejectedException {
    if (face.cardinality() == faceDimension + 1) {
      if (simplices.size() == MOST_SIMPLICES) {
        throw new RejectedException(
            new RegionRejection.TooMany("the simplices of a polytope are", MOST_SIMPLICES));
      }
      List<RationalPoint> simplex = new ArrayList<>(apexes);
      face.stream().forEach(i -> simplex.add(vertices.get(i)));
      simplices.add(simplex);
      return;
    }
    stop.check();
    int apex = face.nextSetBit(0);
    apexes.add(vertices.get(apex));
    for (BitSet facet : facets) {
      if (!facet.get(apex)) {
        triangulate(facet, faceDimension - 1, within(facet, facets), apexes, simplices);
      }
    }
    apexes.remove(apexes.size() - 1);
  }

  /** The facets of a facet: the largest of its proper intersections with the others. */
  private static List<BitSet> within(BitSet facet, List<BitSet> facets) {
    List<BitSet> proper = new ArrayList<>();
    for (BitSet other : facets) {
      if (!other.equals(facet)) {
        BitSet common = (BitSet) facet.clone();
        common.and(other);
        proper.add(common);
      }
    }
    return facetIndices(proper).stream().map(proper::get).toList();
  }
}
