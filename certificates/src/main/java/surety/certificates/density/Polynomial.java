package surety.certificates.density;

import java.util.ArrayList;
import java.util.List;
import surety.certificates.arithmetic.Rational;

/**
 * A piecewise polynomial density.
 *
 * @param edges where pieces begin and end, ascending
 * @param coefficients for each piece those of the powers of x, ascending
 */
public record Polynomial(List<Rational> edges, List<List<Rational>> coefficients)
    implements Distribution {
  /** Of each piece. */
  public static final int MOST_COEFFICIENTS = 21;

  private static final int MOST_BITS = 4096;

  public Polynomial {
    edges = List.copyOf(edges);
    coefficients = coefficients.stream().map(List::copyOf).toList();
    if (coefficients.isEmpty() || edges.size() != coefficients.size() + 1) {
      throw new IllegalArgumentException(
          "polynomial has "
              + edges.size()
              + " edges and "
              + coefficients.size()
              + " pieces; there must be at least one piece and one more edge than pieces");
    }
    Parameters.requireEdges("polynomial", edges);
    Parameters.requirePositive(
        "the width of polynomial", edges.get(edges.size() - 1).minus(edges.get(0)));
    for (int i = 0; i < coefficients.size(); i++) {
      requireCoefficients(i + 1, coefficients.get(i));
    }
    requireMass(edges, coefficients);
    for (int i = 0; i < coefficients.size(); i++) {
      requireNotNegative(i, edges, coefficients);
    }
  }

  private static void requireCoefficients(int piece, List<Rational> coefficients) {
    if (coefficients.isEmpty() || coefficients.size() > MOST_COEFFICIENTS) {
      throw new IllegalArgumentException(
          "piece "
              + piece
              + " of polynomial has "
              + coefficients.size()
              + " coefficients; it must have from 1 to "
              + MOST_COEFFICIENTS);
    }
    for (Rational coefficient : coefficients) {
      Parameters.requireInRange("a coefficient of piece " + piece + " of polynomial", coefficient);
      if (coefficient.bitLength() > MOST_BITS) {
        throw new IllegalArgumentException(
            "a coefficient of piece "
                + piece
                + " of polynomial has more than "
                + MOST_BITS
                + " bits; round it");
      }
    }
  }

  private static void requireMass(List<Rational> edges, List<List<Rational>> coefficients) {
    Rational sum = Rational.ZERO;
    for (int i = 0; i < coefficients.size(); i++) {
      Rational width = edges.get(i + 1).minus(edges.get(i));
      List<Rational> local = expanded(coefficients.get(i), edges.get(i), width);
      for (int k = 0; k < local.size(); k++) {
        sum = sum.plus(local.get(k).times(width).dividedBy(Rational.of(k + 1)));
      }
    }
    if (!sum.equals(Rational.ONE)) {
      throw new IllegalArgumentException(
          "the integral of polynomial is "
              + Parameters.brief(sum)
              + " instead of exactly 1; divide each coefficient by it");
    }
  }

  private static void requireNotNegative(
      int piece, List<Rational> edges, List<List<Rational>> coefficients) {
    Rational from = edges.get(piece);
    Rational width = edges.get(piece + 1).minus(from);
    BernsteinSign sign = BernsteinSign.of(expanded(coefficients.get(piece), from, width));
    if (sign.isNegative() || !sign.isKnown()) {
      String place =
          "piece "
              + (piece + 1)
              + " of polynomial "
              + (sign.isKnown()
                  ? "is negative at x = "
                  : "could not be shown not to be negative near x = ")
              + Parameters.brief(from.plus(width.times(sign.where())));
      throw new IllegalArgumentException(
          sign.isKnown()
              ? place + "; a density must not be negative"
              : place + "; if it is zero there, put an edge at the zero");
    }
  }

  Rational lower() {
    return edges.get(0);
  }

  Rational upper() {
    return edges.get(edges.size() - 1);
  }

  /** The coefficients of the powers of s for x = origin + unit s. */
  public List<Rational> about(int piece, Rational origin, Rational unit) {
    return expanded(coefficients.get(piece), origin, unit);
  }

  /** Horner's scheme: dividing by x - origin again and again leaves the coefficients there. */
  private static List<Rational> expanded(
      List<Rational> coefficients, Rational origin, Rational unit) {
    List<Rational> rest = new ArrayList<>(coefficients);
    Rational power = Rational.ONE;
    for (int k = 0; k < rest.size(); k++) {
      for (int j = rest.size() - 2; j >= k; j--) {
        rest.set(j, rest.get(j).plus(rest.get(j + 1).times(origin)));
      }
    }
    for (int k = 0; k < rest.size(); k++) {
      rest.set(k, rest.get(k).times(power));
      power = power.times(unit);
    }
    return rest;
  }
}
