package surety.solver;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import surety.solver.search.PlainEvent;
import surety.solver.search.RareEvents;

/**
 * The values of a problem's forms at points, each with the mass of the inputs that it stands for:
 * to begin with the points are spread like the inputs, and closer where rare events are looked for.
 */
record RowSample(List<RareEvents.Point> points) {
  RowSample {
    points = List.copyOf(points);
  }

  /** All points stand for as much. */
  static RowSample even(List<double[]> rows) {
    double mass = 1.0 / rows.size();
    return new RowSample(rows.stream().map(r -> new RareEvents.Point(r, mass)).toList());
  }

  /** Those that stand for an event are replaced. */
  RowSample with(PlainEvent event, List<RareEvents.Point> instead) {
    Stream<RareEvents.Point> others = points.stream().filter(p -> !event.holds(p.rows()));
    return new RowSample(Stream.concat(others, instead.stream()).toList());
  }

  /** At how many points an event happens. */
  long count(PlainEvent event) {
    return points.stream().filter(p -> event.holds(p.rows())).count();
  }

  /** The integral of a function of the rows. */
  double mean(ToDoubleFunction<double[]> integrand) {
    return points.stream().mapToDouble(p -> p.mass() * integrand.applyAsDouble(p.rows())).sum();
  }

  /** The values of one row, in order. */
  Values values(int row) {
    List<RareEvents.Point> sorted = new ArrayList<>(points);
    sorted.sort(Comparator.comparingDouble(p -> p.rows()[row]));
    return new Values(row, sorted);
  }

  /** Sorted values. */
  record Values(int row, List<RareEvents.Point> sorted) {
    /** The value that has that mass below it, less than half of all. */
    double below(double mass) {
      return value(countBelow(mass) - 1);
    }

    /** The value that has that mass above it, less than half of all. */
    double above(double mass) {
      return value(sorted.size() - countAbove(mass));
    }

    /** How many points are up to the value that has that mass below it; one at least. */
    int countBelow(double mass) {
      double sum = 0;
      for (int k = 0; k < sorted.size(); k++) {
        sum += sorted.get(k).mass();
        if (sum > mass) {
          return k + 1;
        }
      }
      return sorted.size();
    }

    /** How many points are from the value on that has that mass above it; one at least. */
    int countAbove(double mass) {
      double sum = 0;
      for (int k = sorted.size() - 1; k >= 0; k--) {
        sum += sorted.get(k).mass();
        if (sum >= mass) {
          return sorted.size() - k;
        }
      }
      return sorted.size();
    }

    private double value(int k) {
      return sorted.get(k).rows()[row];
    }
  }
}
