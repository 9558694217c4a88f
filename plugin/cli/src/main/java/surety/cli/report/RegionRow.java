package surety.cli.report;

import java.util.List;
import surety.certificates.arithmetic.Interval;
import surety.certificates.arithmetic.Rational;
import surety.certificates.region.ExactAffine;
import surety.certificates.region.Region;

/**
 * One region of the network: all inputs with a pattern.
 *
 * @param probability over all branches of the distribution
 * @param pieces the parts of it that branches have, one or more
 * @param point the inputs that are not fixed at a point inside of the first piece
 * @param map the outputs as functions of these inputs
 */
record RegionRow(
    String pattern,
    Interval probability,
    List<Piece> pieces,
    List<Rational> point,
    List<ExactAffine> map) {
  /** Keeps its own lists. */
  RegionRow {
    pieces = List.copyOf(pieces);
    point = List.copyOf(point);
    map = List.copyOf(map);
  }

  /** The region of a branch, in its coordinates. */
  record Piece(int branch, Region region) {}

  /** Facets of the polytope of a region that has one piece. */
  int facets() {
    return pieces.get(0).region().polytope().facets().size();
  }
}
