package surety.certificates.gaussian;

import surety.certificates.arithmetic.Interval;

/**
 * What two standard normal numbers U and V with the correlation rho have in common, enclosed by one
 * integral.
 *
 * <p>With {@code R = max(h + U, 0)}, {@code S = max(k + V, 0)} and for rho >= 0
 *
 * <pre>
 * Cov(R, S)          = rho Phi(h) Phi(k) + J(h, k, rho) / (2 pi)
 * P(U <= h, V <= k)  = Phi(h) Phi(k)     + I(h, k, rho) / (2 pi)
 *
 * J = integral from acos(rho) to pi/2 of (rho - cos psi) exp(-A(psi)) d psi,      I the same without the factor,
 * A = (h - k)^2 / (8 sin^2(psi/2)) + (h + k)^2 / (8 cos^2(psi/2)).
 * </pre>
 *
 * For rho < 0, J(h, k, rho) = J(h, -k, -rho) and I(h, k, rho) = -I(h, -k, -rho).
 *
 * <p><em>Where it comes from.</em> By Price's theorem the derivative of the covariance with respect
 * to rho is {@code P(U > -h, V > -k)}, which is {@code P(U <= h, V <= k)}, and the derivative of
 * that is the density phi2(h, k; rho). Both are integrated from 0 on, {@code r = cos psi} is
 * substituted, and {@code (h^2 + k^2 - 2 h k r) / (1 - r^2) = (h-k)^2 / (2 (1-r)) + (h+k)^2 / (2
 * (1+r))}. For negative rho, V is replaced by -V.
 *
 * <p><em>How far it is from its quadrature, whatever h and k are.</em> For complex psi with {@code
 * |Im psi| <= Re psi} and {@code |Im psi| <= pi - Re psi} the exponential's magnitude is at most 1.
 * For let {@code theta = pi/2 - psi = a + ib}, so that {@code |b| <= p = pi/2 - |a|}, and {@code s
 * = sin theta}; A is {@code (h-k)^2 / (4 (1-s)) + (h+k)^2 / (4 (1+s))}, and its real part is not
 * negative if {@code |Re s| = |sin a| cosh b <= 1}. That holds as {@code cos p cosh p} falls from 1
 * while p grows from 0 to pi/2: its logarithm has the derivative {@code tanh p - tan p <= 0}. The
 * factor's magnitude there is at most {@code 1 + |sin theta| <= 1 + sinh(pi/2) < } {@value #MOST}.
 * The integral is cut into pieces [b/2, b], b = pi/2, pi/4, ..., and what is left of the last one.
 * For a piece with centre c and half length l the ellipse with its ends as foci and half axes x, y
 * lies in that region if {@code c >= sqrt(x^2 + y^2)}, as c <= pi/2; and {@code x^2 + y^2 = l^2
 * (R^2 + R^-2) / 2}, so that R with {@code R^2 + R^-2 = 2 (c/l)^2} will do ({@link
 * GaussLegendre#error}); c/l is at least 3.
 *
 * <p><em>How far the quadrature is from what doubles give of it.</em> u is 2^-53. In all that
 * follows numbers are added up that are not negative, so that errors are relative ones of a few u,
 * counted generously; the count's own rounding is covered by a factor at the end. {@link
 * StrictMath} errs by at most two units in the last place, 4 u. The angle of a node of a piece
 * [b/2, b] errs by at most 3 u of itself, in the last piece, whose length may cancel, by 10 u; and
 * so sin^2(psi/2) by at most 15 u and 30 u of itself, for {@code |d log sin^2(psi/2) / d psi| <= 2
 * / psi}; cos^2(psi/2) is at least 1/2, and errs by 2 u more. What is known of h and k enters as an
 * error of A, at each node: the quadrature's error is that of one function, for any h and k of
 * their intervals. Last, the angle acos(rho) is some double psi0; the integral is computed for its
 * cosine, which is 1 - 2 sin^2(psi0/2), and {@code |dJ / d rho| = I}, which is at most {@code pi/2
 * exp(-max(h, k)^2 / 2)}, since A is at least that at every angle.
 */
public final class BivariateNormal {
  private static final double U = 0x1p-53;

  /** At least 1 + sinh(pi/2) = 3.30129... */
  private static final double MOST = 3.3013;

  /** What is rounded in counting errors. */
  private static final double SLACK = 1 + 1e-10;

  /** Beyond this all densities are below the smallest double. */
  private static final double FAR = 39;

  /** Of arguments that may be larger nothing is said but that both integrals are at most pi/2. */
  private static final double MOST_ARGUMENT = 1e6;

  /** J's integrand is at most psi^2 / 2 beyond so many pieces, I's is at most 1. */
  private static final int RECTIFIED_PIECES = 24;

  private static final int ALL_PIECES = 56;

  /** Of node i of piece m, sin^2(psi/2). */
  private static final double[][] SQUARES = squares();

  private static final double PIECE_ERROR = GaussLegendre.error(1 / (17.944 * (1 - 1e-4)));

  private BivariateNormal() {}

  private static double[][] squares() {
    double[][] squares = new double[ALL_PIECES][GaussLegendre.NODES];
    for (int m = 0; m < ALL_PIECES; m++) {
      double end = Math.scalb(Math.PI / 2, -m);
      for (int i = 0; i < GaussLegendre.NODES; i++) {
        squares[m][i] = squareOfSine(end * (0.75 + 0.25 * GaussLegendre.node(i)));
      }
    }
    return squares;
  }

  private static double squareOfSine(double psi) {
    double sine = StrictMath.sin(psi / 2);
    return sine * sine;
  }

  /**
   * Encloses J.
   *
   * @param rho a correlation; what is beyond -1 and 1 of its enclosure does not matter
   */
  public static Interval rectified(Interval h, Interval k, Interval rho) {
    return rho.middle() >= 0
        ? integral(h, k, rho, true)
        : integral(h, k.negate(), rho.negate(), true);
  }

  /** Encloses P(U <= h, V <= k) - Phi(h) Phi(k). */
  public static Interval dependence(Interval h, Interval k, Interval rho) {
    Interval integral =
        rho.middle() >= 0
            ? integral(h, k, rho, false)
            : integral(h, k.negate(), rho.negate(), false).negate();
    return integral.dividedBy(StandardNormal.twoPi());
  }

  private static Interval integral(Interval h, Interval k, Interval rho, boolean isRectified) {
    double far = Math.max(least(h), least(k));
    if (far >= FAR || Math.max(h.magnitude(), k.magnitude()) > MOST_ARGUMENT) {
      double most = far >= FAR ? Double.MIN_NORMAL : 2;
      return new Interval(isRectified || rho.lower() >= 0 ? 0 : -most, most);
    }
    double tail = Math.min(1, StrictMath.exp(-far * far / 2) * SLACK + Double.MIN_NORMAL);
    double cosine = Math.min(1, rho.middle());
    double psi0 = StrictMath.acos(cosine);
    Quadrature sum = new Quadrature(h, k, psi0, isRectified);
    double left = sum.run();
    // however acos errs: what psi0 is the angle of is 1 - 2 sin^2(psi0/2)
    double versine = 1 - cosine;
    double turned = Math.abs(versine - 2 * sum.square0) + 20 * U * sum.square0 + 2 * U * versine;
    double off = (rho.radius() + turned) * SLACK;
    // dI/drho is 2 pi phi2, which has no bound near 1: there only the monotone I itself is known
    double error = sum.error * SLACK + Double.MIN_NORMAL;
    double moved = isRectified ? 1.571 * tail * off : movedDependence(off, psi0, tail);
    double lower = sum.total - error - moved * SLACK;
    double upper = sum.total + error + (left * tail + moved) * SLACK;
    double least = isRectified || rho.lower() >= 0 ? 0 : -Double.MAX_VALUE;
    return new Interval(Math.max(least, Math.nextDown(lower)), Math.nextUp(upper));
  }

  /**
   * How much I changes when the cosine of its lower end changes by at most so much: the integrand
   * is at most the tail, and the end moves by at most {@code pi/2 sqrt(2 off)}, or {@code off /
   * sin(psi)} with the smallest angle that it may have.
   */
  private static double movedDependence(double off, double psi0, double tail) {
    double most = 1.571 * Math.sqrt(2 * off);
    double least = psi0 - most;
    return tail * (least > 0 ? Math.min(most, off / (0.63 * least)) : most);
  }

  private static double least(Interval x) {
    return x.lower() > 0 ? x.lower() : Math.max(0, -x.upper());
  }

  /** The sum over all nodes, and at least its distance from the integral. */
  private static final class Quadrature {
    private final double p;
    private final double pError;
    private final double q;
    private final double qError;
    private final double psi0;
    private final double square0;
    private final boolean isRectified;
    private double total;
    private double error;

    Quadrature(Interval h, Interval k, double psi0, boolean isRectified) {
      double a = h.middle();
      double b = k.middle();
      double off = (h.radius() + k.radius()) * SLACK + Double.MIN_NORMAL;
      double difference = Math.abs(a - b);
      double sum = Math.abs(a + b);
      // (d + off)^2 - d^2 = off (2 d + off); d is rounded once, its square once
      this.p = difference * difference / 8;
      this.pError = off * (2 * difference + off) / 8 * SLACK + 4 * U * p;
      this.q = sum * sum / 8;
      this.qError = off * (2 * sum + off) / 8 * SLACK + 4 * U * q;
      this.psi0 = psi0;
      this.square0 = squareOfSine(psi0);
      this.isRectified = isRectified;
    }

    /** Returns a bound of what is left out where the angle is smallest. */
    double run() {
      int pieces = isRectified ? RECTIFIED_PIECES : ALL_PIECES;
      double end = Math.PI / 2;
      for (int m = 0; m < pieces; m++) {
        if (psi0 >= end / 2) {
          lastPiece(end);
          return 0;
        }
        double part = 0;
        double off = 0;
        for (int i = 0; i < GaussLegendre.NODES; i++) {
          add(GaussLegendre.weight(i), SQUARES[m][i], 15 * U);
          part += term;
          off += termError;
        }
        close(part, off, end / 4, 0, PIECE_ERROR);
        end /= 2;
      }
      return isRectified ? end * end * end : end * SLACK;
    }

    private double term;
    private double termError;

    private void lastPiece(double end) {
      double half = Math.max(0, end - psi0) / 2;
      double centre = (end + psi0) / 2;
      double part = 0;
      double off = 0;
      for (int i = 0; i < GaussLegendre.NODES; i++) {
        double psi = centre + half * GaussLegendre.node(i);
        add(GaussLegendre.weight(i), squareOfSine(psi), 30 * U);
        part += term;
        off += termError;
      }
      double mostHalf = half + 2 * U * end;
      double ratio = centre / mostHalf * (1 - 1e-9);
      double square = ratio * ratio;
      double inverse = 1 / ((square + Math.sqrt(square * square - 1)) * (1 - 1e-9));
      close(part, off, half, 2 * U * end, GaussLegendre.error(Math.min(inverse, 0.06)));
    }

    /** A node's term and its error, from sin^2(psi/2) and the relative error of that. */
    private void add(double weight, double square, double squareError) {
      double rest = 1 - square;
      double exponent = p / square + q / rest;
      double exponentError =
          (pError / square + qError / rest) * SLACK + (squareError + 4 * U) * exponent;
      double factor = isRectified ? Math.max(0, 2 * (square - square0)) : 1;
      double factorError = isRectified ? 2 * (squareError + 11 * U) * square : 0;
      double value = StrictMath.exp(-exponent);
      term = weight * factor * value;
      if (exponentError <= 0.3) { // exp(x) - 1 <= 1.17 x
        termError = weight * value * (factor * (1.2 * exponentError + 10 * U) + 1.4 * factorError);
      } else { // both numbers are between 0 and this
        double most = StrictMath.exp(-Math.max(0, exponent - exponentError)) * SLACK;
        termError = weight * (factor + factorError) * most + Double.MIN_NORMAL;
      }
    }

    /** Adds a piece, whose half length is known up to an error. */
    private void close(double part, double off, double half, double halfError, double quadrature) {
      total += half * part;
      error +=
          half * off
              + part * (20 * U * half + halfError)
              + 2 * U * total
              + (half + halfError) * (isRectified ? MOST : 1) * quadrature;
    }
  }
}
