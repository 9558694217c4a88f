package surety.certificates.cell;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import surety.certificates.arithmetic.Interval;
import surety.certificates.arithmetic.ScaledInterval;
import surety.certificates.bounds.BackwardBounds;
import surety.certificates.bounds.BoxBounds;
import surety.certificates.bounds.BoxForms;
import surety.certificates.bounds.CentredBox;
import surety.certificates.bounds.CondensedNetwork;
import surety.certificates.density.DensityPolynomial;
import surety.certificates.integral.BernsteinBasis;
import surety.certificates.integral.BernsteinDensity;
import surety.certificates.integral.DensityProduct;
import surety.certificates.rejection.RejectedException;
import surety.certificates.rejection.TreeRejection;

/**
 * A box of a branch's standard coordinates z.
 *
 * @param sides one for each coordinate
 * @param condensed one that contains it, if the network has been condensed there
 * @param depth how many rules made it
 */
public record BoxCell(
    BranchDomain domain, List<Side> sides, Optional<CondensedBox> condensed, int depth)
    implements Cell {
  /** The most coordinates that are triangulated: 8! = 40320 simplices. */
  public static final int MOST_TRIANGULATED = 8;

  /** The highest degree of one coordinate's density. */
  public static final int MOST_DEGREE = 40;

  private static final int MOST_COEFFICIENTS = 100_000;

  /** Keeps its own list. */
  public BoxCell {
    sides = List.copyOf(sides);
  }

  /** With the network as it is. */
  public BoxCell(BranchDomain domain, List<Side> sides, int depth) {
    this(domain, sides, Optional.empty(), depth);
  }

  @Override
  public int dimension() {
    return sides.size();
  }

  /** The two parts below and above the middle of a coordinate. */
  public List<BoxCell> halve(int coordinate) throws RejectedException {
    check(coordinate);
    Side side = sides.get(coordinate);
    surrounding(coordinate, Interval.of(side.middle()));
    SideMeasure.Halves halves = side.measure(domain.densities(), coordinate).halves();
    return parts(coordinate, halves.below(), halves.above());
  }

  /**
   * The same box with the network condensed on it: for all boxes inside that is what the network
   * is. Without any change where numbers overflow, or would be too many, or where hardly a neuron
   * less is left of a condensed network: boxes inside keep all that they are in, so that there must
   * be few, and all together not much larger than the first.
   */
  public BoxCell condense() {
    CentredBox box = centred();
    BoxForms bounds;
    Optional<CondensedNetwork> network;
    if (condensed.isPresent()) {
      BackwardBounds backward = condensed.get().network().over(box);
      bounds = backward;
      CondensedNetwork before = condensed.get().network();
      network = backward.condensed().filter(after -> isMuchLess(after, before));
    } else {
      BoxBounds forward = domain.bounds(this);
      bounds = forward;
      network = domain.condensed(box, forward);
    }
    BoxForms evaluated = domain.evaluated(bounds, this);
    return new BoxCell(
        domain,
        sides,
        network.map(n -> new CondensedBox(n, condensed, domain, evaluated)).or(() -> condensed),
        depth + 1);
  }

  /** Whether fewer than seven eighths of the neurons are left, and so none of none. */
  private static boolean isMuchLess(CondensedNetwork after, CondensedNetwork before) {
    return 8L * after.neurons() < 7L * before.neurons();
  }

  /** An event that is the same as the given one on the box. */
  CompiledEvent reduced(CompiledEvent event) {
    return condensed.isPresent() ? condensed.get().reduced(event) : event;
  }

  /** Affine bounds of the forms on it. */
  public BoxForms bounds() {
    BoxForms bounds =
        condensed.isPresent() ? condensed.get().network().over(centred()) : domain.bounds(this);
    return domain.evaluated(bounds, this);
  }

  /** Contains the {@link surety.certificates.integral.ChordDeviation} of each coordinate. */
  List<Interval> deviations() {
    List<Interval> deviations = new ArrayList<>(sides.size());
    for (int q = 0; q < sides.size(); q++) {
      deviations.add(sides.get(q).measure(domain.densities(), q).deviation());
    }
    return deviations;
  }

  private CentredBox centred() {
    int n = sides.size();
    double[] centre = new double[n];
    double[] radius = new double[n];
    double[] off = new double[n];
    for (int q = 0; q < n; q++) {
      SideMeasure side = sides.get(q).measure(domain.densities(), q);
      centre[q] = side.centre();
      radius[q] = side.radius();
      off[q] = side.off();
    }
    return CentredBox.of(centre, radius, off);
  }

  /** The two parts below and above {@code value} in a coordinate. */
  public List<BoxCell> cut(int coordinate, double value) throws RejectedException {
    check(coordinate);
    if (!Double.isFinite(value)) {
      throw new RejectedException(new TreeRejection.NoCut("box", value));
    }
    Interval at = Interval.of(value);
    Side side = surrounding(coordinate, at);
    List<Interval> knots = domain.marginals().get(coordinate).knots();
    return parts(coordinate, side.below(at, knots), side.above(at, knots));
  }

  /** The two parts below and above a knot of a coordinate's density. */
  public List<BoxCell> cutAtKnot(int coordinate, int knot) throws RejectedException {
    check(coordinate);
    List<Interval> knots = domain.marginals().get(coordinate).knots();
    if (knot < 0 || knot >= knots.size()) {
      throw new RejectedException(new TreeRejection.NoKnot(coordinate, knot));
    }
    Side side = sides.get(coordinate);
    if (knot < side.firstPiece() || knot >= side.lastPiece()) {
      throw new RejectedException(new TreeRejection.KnotOutside(coordinate, knot));
    }
    surrounding(coordinate, knots.get(knot));
    return parts(
        coordinate, side.belowKnot(knots.get(knot), knot), side.aboveKnot(knots.get(knot), knot));
  }

  private Side surrounding(int coordinate, Interval at) throws RejectedException {
    Side side = sides.get(coordinate);
    if (!side.surrounds(at)) {
      throw new RejectedException(new TreeRejection.CutOutside(coordinate, at));
    }
    return side;
  }

  private List<BoxCell> parts(int coordinate, Side below, Side above) {
    return List.of(with(coordinate, below), with(coordinate, above));
  }

  private BoxCell with(int coordinate, Side side) {
    Side[] changed = sides.toArray(new Side[0]);
    changed[coordinate] = side;
    return new BoxCell(domain, List.of(changed), condensed, depth + 1);
  }

  private void check(int coordinate) throws RejectedException {
    if (coordinate < 0 || coordinate >= sides.size()) {
      throw new RejectedException(new TreeRejection.NoCoordinate(coordinate));
    }
  }

  /** Encloses the mass of the box. */
  public ScaledInterval mass() {
    return domain.mass(sides);
  }

  /** The box's Kuhn simplices, one for each permutation of the coordinates, in their order. */
  public List<SimplexCell> triangulate(int[] degrees) throws RejectedException {
    int n = sides.size();
    if (n > MOST_TRIANGULATED) {
      throw new RejectedException(new TreeRejection.TooManySimplices(n));
    }
    if (degrees.length != n) {
      throw new RejectedException(new TreeRejection.Degrees(degrees.length, n));
    }
    return KuhnTriangulation.of(this, density(degrees));
  }

  private BernsteinDensity density(int[] degrees) throws RejectedException {
    for (int degree : degrees) {
      if (degree < 0 || degree > MOST_DEGREE) {
        throw new RejectedException(new TreeRejection.NoDegree(degree, MOST_DEGREE));
      }
    }
    List<DensityProduct> summands = summands(degrees);
    int total = 0;
    for (int q = 0; q < degrees.length; q++) {
      int coordinate = q;
      total +=
          summands.stream()
              .mapToInt(summand -> summand.polynomials().get(coordinate).coefficients().length - 1)
              .max()
              .orElseThrow();
    }
    if (!allowsDegree(sides.size(), total)) {
      throw new RejectedException(new TreeRejection.TooManyCoefficients(total));
    }
    long scale = summands.stream().mapToLong(BoxCell::scale).max().orElseThrow();
    List<Interval> box = sides.stream().map(Side::hull).toList();
    BernsteinBasis basis = domain.basis(total + domain.problem().spareDegrees());
    return new BernsteinDensity(summands, box, basis, Scales.group(scale));
  }

  private static long scale(DensityProduct summand) {
    return summand.weight().scale()
        + summand.polynomials().stream().mapToLong(DensityPolynomial::scale).sum();
  }

  /**
   * Polynomial enclosures of the density's summands over the box.
   *
   * @throws RejectedException if the box meets more than one piece of a coordinate's density
   */
  List<DensityProduct> summands(int[] degrees) throws RejectedException {
    for (int q = 0; q < sides.size(); q++) {
      if (!sides.get(q).isInOnePiece()) {
        throw new RejectedException(new TreeRejection.MeetsKnot(q));
      }
    }
    List<DensityProduct> summands = new ArrayList<>();
    for (int j = 0; j < domain.weights().size(); j++) {
      List<DensityPolynomial> polynomials = new ArrayList<>();
      for (int q = 0; q < sides.size(); q++) {
        polynomials.add(domain.polynomial(q, j, sides.get(q), degrees[q]));
      }
      summands.add(new DensityProduct(domain.weights().get(j), polynomials));
    }
    return summands;
  }

  /**
   * Whether a density may be a polynomial of this total degree: on a simplex of n coordinates it
   * has {@code binomial(n + degree, n)} Bernstein coefficients.
   */
  public static boolean allowsDegree(int coordinates, int degree) {
    double count = 1;
    for (int k = 1; k <= coordinates; k++) {
      count = count * (degree + k) / k;
    }
    return count <= MOST_COEFFICIENTS;
  }
}
