package surety.certificates.attack;

import java.util.ArrayList;
import java.util.List;
import surety.certificates.arithmetic.Rational;

/** A convex part of the inputs of a branch, with a measure of which moments are known exactly. */
sealed interface Patch {
  /** The parts where a function is at most 0, and at least 0; those with an inside. */
  List<Patch> cut(Affine f);

  /** A point that is strictly inside. */
  List<Rational> inside();

  /** The integral of a product. */
  Span integral(Affine f, Affine g);

  /** Of a branch without coordinates. */
  record Point(Rational weight) implements Patch {
    @Override
    public List<Patch> cut(Affine f) {
      return List.of(this);
    }

    @Override
    public List<Rational> inside() {
      return List.of();
    }

    @Override
    public Span integral(Affine f, Affine g) {
      return Span.of(f.constant().times(g.constant()).times(weight));
    }
  }

  /** Between two knots. */
  record Segment(Rational from, Rational to, Curve curve, Rational weight) implements Patch {
    @Override
    public List<Patch> cut(Affine f) {
      Rational slope = f.slopes().get(0);
      if (slope.isZero()) {
        return List.of(this);
      }
      Rational root = f.constant().negate().dividedBy(slope);
      return root.compareTo(from) <= 0 || root.compareTo(to) >= 0
          ? List.of(this)
          : List.of(new Segment(from, root, curve, weight), new Segment(root, to, curve, weight));
    }

    @Override
    public List<Rational> inside() {
      return List.of(from.plus(to).times(Rational.of(1, 2)));
    }

    @Override
    public Span integral(Affine f, Affine g) {
      Rational a = f.slopes().get(0);
      Rational b = g.slopes().get(0);
      Span sum = curve.moment(0, from, to).times(f.constant().times(g.constant()));
      Rational mixed = a.times(g.constant()).plus(b.times(f.constant()));
      if (!mixed.isZero()) {
        sum = sum.plus(curve.moment(1, from, to).times(mixed));
      }
      Rational square = a.times(b);
      if (!square.isZero()) {
        sum = sum.plus(curve.moment(2, from, to).times(square));
      }
      return sum.times(weight);
    }
  }

  /** With a constant density; its corners in order. */
  record Polygon(List<List<Rational>> corners, Rational density) implements Patch {
    public Polygon {
      corners = List.copyOf(corners);
    }

    @Override
    public List<Patch> cut(Affine f) {
      if (corners.stream().allMatch(corner -> f.at(corner).isZero())) {
        return List.of(this);
      }
      List<Patch> parts = new ArrayList<>();
      for (int sign : new int[] {-1, 1}) {
        Polygon part = new Polygon(side(f, sign), density);
        if (part.corners.size() > 2 && !part.area().isZero()) {
          parts.add(part);
        }
      }
      return parts;
    }

    private List<List<Rational>> side(Affine f, int sign) {
      List<List<Rational>> kept = new ArrayList<>();
      for (int i = 0; i < corners.size(); i++) {
        List<Rational> p = corners.get(i);
        List<Rational> q = corners.get((i + 1) % corners.size());
        Rational atP = f.at(p);
        Rational atQ = f.at(q);
        if (atP.signum() * sign >= 0) {
          kept.add(p);
        }
        if (atP.signum() * atQ.signum() < 0) {
          Rational share = atP.dividedBy(atP.minus(atQ));
          kept.add(List.of(between(p, q, share, 0), between(p, q, share, 1)));
        }
      }
      return kept;
    }

    private static Rational between(
        List<Rational> p, List<Rational> q, Rational share, int coordinate) {
      return p.get(coordinate).plus(q.get(coordinate).minus(p.get(coordinate)).times(share));
    }

    private Rational area() {
      Rational sum = Rational.ZERO;
      for (int i = 2; i < corners.size(); i++) {
        sum = sum.plus(area(corners.get(0), corners.get(i - 1), corners.get(i)));
      }
      return sum;
    }

    private static Rational area(List<Rational> a, List<Rational> b, List<Rational> c) {
      Rational first = b.get(0).minus(a.get(0)).times(c.get(1).minus(a.get(1)));
      Rational second = c.get(0).minus(a.get(0)).times(b.get(1).minus(a.get(1)));
      return first.minus(second).abs().times(Rational.of(1, 2));
    }

    @Override
    public List<Rational> inside() {
      List<Rational> mean = new ArrayList<>();
      for (int q = 0; q < 2; q++) {
        Rational sum = Rational.ZERO;
        for (List<Rational> corner : corners) {
          sum = sum.plus(corner.get(q));
        }
        mean.add(sum.times(Rational.of(1, corners.size())));
      }
      return mean;
    }

    /** Over a triangle area / 12 times the sum of products and the product of sums. */
    @Override
    public Span integral(Affine f, Affine g) {
      Rational total = Rational.ZERO;
      for (int i = 2; i < corners.size(); i++) {
        List<List<Rational>> triangle = List.of(corners.get(0), corners.get(i - 1), corners.get(i));
        Rational products = Rational.ZERO;
        Rational ofF = Rational.ZERO;
        Rational ofG = Rational.ZERO;
        for (List<Rational> corner : triangle) {
          products = products.plus(f.at(corner).times(g.at(corner)));
          ofF = ofF.plus(f.at(corner));
          ofG = ofG.plus(g.at(corner));
        }
        Rational area = area(triangle.get(0), triangle.get(1), triangle.get(2));
        total = total.plus(area.times(products.plus(ofF.times(ofG))));
      }
      return Span.of(total.times(density).times(Rational.of(1, 12)));
    }
  }
}
