package surety.solver.search;

import java.util.Arrays;
import java.util.List;
import surety.solver.search.PlainEvent.And;
import surety.solver.search.PlainEvent.Comparison;
import surety.solver.search.PlainEvent.Not;
import surety.solver.search.PlainEvent.Or;

/**
 * The smallest box that is known to hold the part of a simplex in which an event may happen: where
 * the affine bounds of its rows leave it open. An estimate in plain doubles.
 */
final class EventHull {
  private final Vertex[] vertices;
  private final SimplexRows rows;

  private EventHull(Vertex[] vertices, SimplexRows rows) {
    this.vertices = vertices;
    this.rows = rows;
  }

  /** A box; empty if an end is not a number between others. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Hull(double[] lower, double[] upper) {
    static Hull empty(int dimension) {
      double[] lower = new double[dimension];
      double[] upper = new double[dimension];
      Arrays.fill(lower, Double.POSITIVE_INFINITY);
      Arrays.fill(upper, Double.NEGATIVE_INFINITY);
      return new Hull(lower, upper);
    }

    boolean isEmpty() {
      for (int q = 0; q < lower.length; q++) {
        if (!(lower[q] <= upper[q])) {
          return true;
        }
      }
      return false;
    }

    private void add(int q, double z) {
      lower[q] = Math.min(lower[q], z);
      upper[q] = Math.max(upper[q], z);
    }

    private void narrow(Hull other) {
      for (int q = 0; q < lower.length; q++) {
        lower[q] = Math.max(lower[q], other.lower[q]);
        upper[q] = Math.min(upper[q], other.upper[q]);
      }
    }

    private void widen(Hull other) {
      if (!other.isEmpty()) {
        for (int q = 0; q < lower.length; q++) {
          add(q, other.lower[q]);
          add(q, other.upper[q]);
        }
      }
    }
  }

  /**
   * The box.
   *
   * @param inside whether around where the event happens, else where it does not
   */
  static Hull of(PlainEvent event, boolean inside, Vertex[] vertices, SimplexRows rows) {
    EventHull hull = new EventHull(vertices, rows);
    Hull found = hull.of(EventShare.open(event, rows, !inside));
    return found.isEmpty() ? hull.whole() : found; // rounding may leave nothing of a thin part
  }

  private Hull of(PlainEvent open) {
    if (open instanceof Comparison atom) {
      return where(rows.lower(), atom, 1);
    }
    if (open instanceof Not not) {
      return where(rows.upper(), (Comparison) not.part(), -1);
    }
    return open instanceof And and ? all(and.parts()) : any(((Or) open).parts());
  }

  private Hull all(List<PlainEvent> parts) {
    Hull all = whole();
    parts.forEach(part -> all.narrow(of(part)));
    return all;
  }

  private Hull any(List<PlainEvent> parts) {
    Hull any = Hull.empty(vertices[0].dimension());
    parts.forEach(part -> any.widen(of(part)));
    return any;
  }

  private Hull whole() {
    Hull whole = Hull.empty(vertices[0].dimension());
    for (Vertex vertex : vertices) {
      for (int q = 0; q < vertex.dimension(); q++) {
        whole.add(q, vertex.z(q));
      }
    }
    return whole;
  }

  /**
   * Around the vertices where an affine function is on one side of the threshold, and the points of
   * edges where it passes it.
   *
   * @param values at the vertices, row after row
   * @param sign 1 below the threshold, -1 above it
   */
  private Hull where(double[] values, Comparison atom, int sign) {
    Hull hull = Hull.empty(vertices[0].dimension());
    for (int i = 0; i < vertices.length; i++) {
      double a = sign * (values[atom.row() * vertices.length + i] - atom.threshold());
      for (int j = 0; a <= 0 && j < vertices.length; j++) {
        double b = sign * (values[atom.row() * vertices.length + j] - atom.threshold());
        double part = b <= 0 ? 1 : a / (a - b);
        for (int q = 0; q < vertices[i].dimension(); q++) {
          hull.add(q, (1 - part) * vertices[i].z(q) + part * vertices[j].z(q));
        }
      }
    }
    return hull;
  }
}
