package surety.solver.search;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import surety.certificates.network.Network;

class RareEventsTest {
  private static final PlainNetwork IDENTITY =
      Cases.rows(Network.chain(2, List.of()), new double[] {1, 0}, new double[] {1, 1});

  private static List<RareEvents.Point> points(PlainEvent event, String... inputs) {
    return new RareEvents(Cases.domain(inputs), IDENTITY, 4096, () -> false).of(event);
  }

  private static double mass(List<RareEvents.Point> points) {
    return points.stream().mapToDouble(RareEvents.Point::mass).sum();
  }

  /** The points have the event's probability, and are spread in it as its inputs are. */
  @ParameterizedTest
  @CsvSource({
    "0, 8.9, 2.792334e-19, 9.009687",
    "0, 20, 2.753624e-89, 20.049753",
    "1, 13, 1.921074e-20, 6.575202",
    "1, 20, 1.043e-45, 10.049",
  })
  void pointsAreWhereTheEventIs(int row, double above, double probability, double mean) {
    PlainEvent event = Cases.not(Cases.atMost(row, above));
    List<RareEvents.Point> points = points(event, "normal(0, 1)", "normal(0, 1)");
    points.forEach(point -> assertTrue(event.holds(point.rows())));
    assertTrue(points.size() > 200, "" + points.size());
    assertEquals(1, mass(points) / probability, 0.2);
    double sum = points.stream().mapToDouble(p -> p.mass() * p.rows()[0]).sum();
    assertEquals(mean, sum / mass(points), 0.03 * mean);
  }

  @Test
  void eachRowIsOfTheSamePoint() {
    PlainEvent event = Cases.and(Cases.atMost(0, 0.01), Cases.atMost(1, 0.02));
    for (RareEvents.Point point : points(event, "uniform(0, 1)", "uniform(0, 1)")) {
      double second = point.rows()[1] - point.rows()[0];
      assertTrue(second >= 0 && second <= 0.02);
    }
  }

  @Test
  void whatNeverHappensHasNoPoints() {
    assertEquals(List.of(), points(Cases.atMost(0, -1), "uniform(0, 1)", "uniform(0, 1)"));
  }

  @Test
  void theyAreTheSameInEveryRun() {
    PlainEvent event = Cases.not(Cases.atMost(1, 7));
    List<double[]> first = rows(points(event, "normal(0, 1)", "gamma(2, 1/3)"));
    List<double[]> second = rows(points(event, "normal(0, 1)", "gamma(2, 1/3)"));
    assertArrayEquals(first.toArray(), second.toArray());
  }

  private static List<double[]> rows(List<RareEvents.Point> points) {
    return points.stream()
        .map(p -> DoubleStream.concat(DoubleStream.of(p.mass()), DoubleStream.of(p.rows())))
        .map(DoubleStream::toArray)
        .toList();
  }

  @Test
  void inAHurryThereAreNone() {
    RareEvents hurried =
        new RareEvents(Cases.domain("normal(0, 1)", "normal(0, 1)"), IDENTITY, 4096, () -> true);
    assertEquals(new ArrayList<>(), hurried.of(Cases.not(Cases.atMost(0, 5))));
  }
}
