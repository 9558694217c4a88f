package surety.certificates.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import surety.certificates.activation.Activation;
import surety.certificates.activation.Section;
import surety.certificates.arithmetic.Rational;
import surety.certificates.network.Gate;
import surety.certificates.network.Network;
import surety.certificates.statement.Atom;
import surety.certificates.statement.Event;

/**
 * The exact probability of an event for a piecewise linear network with two uniform inputs: the
 * rectangle is cut into convex polygons where all wires are affine and no comparison changes.
 */
final class ExactPlane {
  /** An affine function {@code x, y -> a x + b y + c}. */
  private record Affine(Rational a, Rational b, Rational c) {
    static final Affine ZERO = new Affine(Rational.ZERO, Rational.ZERO, Rational.ZERO);

    Rational at(Point p) {
      return a.times(p.x).plus(b.times(p.y)).plus(c);
    }

    Affine plus(Affine other, Rational times) {
      return new Affine(
          a.plus(other.a.times(times)), b.plus(other.b.times(times)), c.plus(other.c.times(times)));
    }

    Affine plus(Rational constant) {
      return new Affine(a, b, c.plus(constant));
    }
  }

  private record Point(Rational x, Rational y) {
    Point towards(Point other, Rational share) {
      return new Point(
          x.plus(other.x.minus(x).times(share)), y.plus(other.y.minus(y).times(share)));
    }
  }

  /** A convex polygon with its corners in order, and all wires on it. */
  private record Cell(List<Point> corners, List<Affine> wires) {
    Point inside() {
      Rational x = Rational.ZERO;
      Rational y = Rational.ZERO;
      for (Point corner : corners) {
        x = x.plus(corner.x);
        y = y.plus(corner.y);
      }
      Rational share = Rational.of(1, corners.size());
      return new Point(x.times(share), y.times(share));
    }

    Rational area() {
      Rational twice = Rational.ZERO;
      for (int i = 0; i < corners.size(); i++) {
        Point p = corners.get(i);
        Point q = corners.get((i + 1) % corners.size());
        twice = twice.plus(p.x.times(q.y).minus(q.x.times(p.y)));
      }
      return twice.abs().times(Rational.of(1, 2));
    }

    /** The parts where an affine function is at most 0, and at least 0; those with an inside. */
    List<Cell> cut(Affine f) {
      if (corners.stream().allMatch(corner -> f.at(corner).isZero())) {
        return List.of(this);
      }
      List<Cell> parts = new ArrayList<>();
      for (int sign : new int[] {-1, 1}) {
        List<Point> kept = new ArrayList<>();
        for (int i = 0; i < corners.size(); i++) {
          Point p = corners.get(i);
          Point q = corners.get((i + 1) % corners.size());
          Rational atP = f.at(p);
          Rational atQ = f.at(q);
          if (atP.signum() * sign >= 0) {
            kept.add(p);
          }
          if (atP.signum() * atQ.signum() < 0) {
            kept.add(p.towards(q, atP.dividedBy(atP.minus(atQ))));
          }
        }
        Cell part = new Cell(kept, wires);
        if (kept.size() > 2 && !part.area().isZero()) {
          parts.add(part);
        }
      }
      return parts;
    }
  }

  private ExactPlane() {}

  /** Nothing if there are more than so many polygons. */
  static Optional<Rational> probability(
      Network network, Event event, Rational[] from, Rational[] to, int most) {
    List<Point> corners =
        List.of(
            new Point(from[0], from[1]),
            new Point(to[0], from[1]),
            new Point(to[0], to[1]),
            new Point(from[0], to[1]));
    Affine x = new Affine(Rational.ONE, Rational.ZERO, Rational.ZERO);
    Affine y = new Affine(Rational.ZERO, Rational.ONE, Rational.ZERO);
    Cell whole = new Cell(corners, List.of(x, y));
    List<Cell> cells = List.of(whole);
    for (Gate gate : network.gates()) {
      List<Cell> next = new ArrayList<>();
      for (Cell cell : cells) {
        if (gate instanceof Gate.Affine affine) {
          next.add(longer(cell, rows(affine, cell.wires)));
        } else {
          next.addAll(activated((Gate.Activations) gate, cell));
        }
      }
      cells = next;
      if (cells.size() > most) {
        return Optional.empty();
      }
    }
    Rational sum = Rational.ZERO;
    for (Cell cell : cells) {
      sum = sum.plus(share(cell, network, event));
    }
    return Optional.of(sum.dividedBy(whole.area()));
  }

  private static Cell longer(Cell cell, List<Affine> more) {
    List<Affine> all = new ArrayList<>(cell.wires);
    all.addAll(more);
    return new Cell(cell.corners, all);
  }

  private static List<Affine> rows(Gate.Affine gate, List<Affine> wires) {
    List<Affine> rows = new ArrayList<>();
    for (int i = 0; i < gate.size(); i++) {
      Affine row = Affine.ZERO;
      for (Gate.Term term : gate.terms()) {
        row = row.plus(Rational.ofDouble(term.layer().bias(i)));
        for (int j = 0; j < term.wires().size(); j++) {
          Rational weight = Rational.ofDouble(term.layer().weight(i, j));
          row = row.plus(wires.get(term.wires().at(j)), weight);
        }
      }
      rows.add(row);
    }
    return rows;
  }

  private static List<Cell> activated(Gate.Activations gate, Cell cell) {
    List<Cell> parts = List.of(cell);
    for (int j = 0; j < gate.size(); j++) {
      Affine argument = cell.wires.get(gate.wires().at(j));
      for (Section section : gate.layer().activation(j).sections()) {
        if (Double.isFinite(section.from())) {
          parts = cut(parts, argument.plus(Rational.ofDouble(section.from()).negate()));
        }
      }
    }
    List<Cell> result = new ArrayList<>();
    for (Cell part : parts) {
      List<Affine> values = new ArrayList<>();
      for (int j = 0; j < gate.size(); j++) {
        Affine argument = part.wires.get(gate.wires().at(j));
        values.add(piece(gate.layer().activation(j), argument, part));
      }
      result.add(longer(part, values));
    }
    return result;
  }

  private static List<Cell> cut(List<Cell> cells, Affine f) {
    return cells.stream().flatMap(cell -> cell.cut(f).stream()).toList();
  }

  /** The activation is one line over the part: through its values at two arguments in there. */
  private static Affine piece(Activation activation, Affine argument, Cell part) {
    Rational h = argument.at(part.inside());
    Rational other = h;
    for (Point corner : part.corners) {
      Rational value = argument.at(corner);
      other = value.equals(h) ? other : value;
    }
    Rational atH = activation.applyExactly(h);
    if (other.equals(h)) {
      return Affine.ZERO.plus(atH); // the argument is constant
    }
    Rational slope = activation.applyExactly(other).minus(atH).dividedBy(other.minus(h));
    return Affine.ZERO.plus(argument, slope).plus(atH.minus(slope.times(h)));
  }

  private static Rational share(Cell cell, Network network, Event event) {
    List<Cell> parts = List.of(cell);
    for (Atom atom : event.atoms()) {
      Affine form = Affine.ZERO.plus(atom.threshold().negate());
      for (int j = 0; j < network.outputs(); j++) {
        form = form.plus(cell.wires.get(network.output().at(j)), atom.form().outputs().get(j));
      }
      for (int k = 0; k < atom.form().inputs().size(); k++) {
        form = form.plus(cell.wires.get(k), atom.form().inputs().get(k));
      }
      parts = cut(parts, form);
    }
    Rational sum = Rational.ZERO;
    for (Cell part : parts) {
      Point point = part.inside();
      List<Rational> outputs = new ArrayList<>();
      for (int j = 0; j < network.outputs(); j++) {
        outputs.add(part.wires.get(network.output().at(j)).at(point));
      }
      if (event.holds(outputs, List.of(point.x, point.y))) {
        sum = sum.plus(part.area());
      }
    }
    return sum;
  }
}
