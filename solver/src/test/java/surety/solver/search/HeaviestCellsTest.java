package surety.solver.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import surety.certificates.arithmetic.Rational;
import surety.certificates.network.Network;
import surety.certificates.statement.FixedInput;
import surety.certificates.statement.Statement;
import surety.certificates.statement.Verdict;
import surety.solver.Checker;
import surety.solver.HeavyCell;
import surety.solver.Networks;
import surety.solver.Result;
import surety.solver.SearchOptions;
import surety.solver.Statements;

class HeaviestCellsTest {
  private static final SearchOptions OPTIONS =
      SearchOptions.defaults().withGap(1e-6).withThreads(1).withTimeout(Duration.ofSeconds(30));

  private static Result check(Network network, Statement statement) {
    return Checker.check(statement, List.of(network), OPTIONS, p -> {}, () -> false);
  }

  /** The output is the first of some uniform inputs; the others do not matter. */
  private static Result first(int inputs, String symbol, String relation, String limit) {
    double[] weights = new double[inputs];
    weights[0] = 1;
    Network network = Networks.linear(0, weights);
    String[] uniform = Collections.nCopies(inputs, "uniform(0, 1)").toArray(String[]::new);
    return check(
        network,
        Statements.property(network, Statements.inputs(uniform), symbol, "3/4", relation, limit));
  }

  private static double sum(List<HeavyCell> cells) {
    return cells.stream().mapToDouble(cell -> cell.probability().doubleValue()).sum();
  }

  /** As simplices up to a few inputs, as boxes beyond; on both sides of the threshold. */
  @ParameterizedTest
  @CsvSource({
    "1, >, <, 1/8, true",
    "1, >=, <=, 1/8, true",
    "1, <, <, 1/2, false",
    "1, <=, <=, 1/2, false",
    "1, >, >=, 1/2, false",
    "1, <, >, 7/8, true",
    "3, >, <, 1/8, true",
    "3, <, >=, 7/8, true",
    "8, >, <, 1/8, true",
    "8, <, <, 1/2, false",
    "8, >, >, 1/2, false",
    "8, <=, >=, 7/8, true",
  })
  void whatViolatesIsOnItsSideOfTheThreshold(
      int inputs, String symbol, String relation, String limit, boolean isAbove) {
    Result result = first(inputs, symbol, relation, limit);
    assertEquals(Optional.of(Verdict.VIOLATED), result.verdict());
    List<HeavyCell> cells = result.heaviest();
    assertTrue(sum(cells) <= (isAbove ? 0.25 : 0.75) + 1e-9, cells::toString);
    for (HeavyCell cell : cells) {
      assertEquals(inputs, cell.sides().size());
      HeavyCell.Side side = cell.sides().get(0);
      assertTrue(isAbove ? side.upper() > 0.75 : side.lower() < 0.75, cell::toString);
      double width = side.upper() - side.lower();
      assertTrue(width > 0 && cell.probability().signum() > 0, cell::toString);
    }
    for (int k = 1; k < cells.size(); k++) {
      assertTrue(cells.get(k - 1).probability().compareTo(cells.get(k).probability()) >= 0);
    }
    assertFalse(cells.isEmpty());
    assertTrue(cells.size() <= 3);
  }

  @ParameterizedTest
  @CsvSource({"1, >, <, 1/2", "8, >, <, 1/2", "3, <=, >=, 1/2"})
  void whatIsNotViolatedHasNone(int inputs, String symbol, String relation, String limit) {
    assertEquals(List.of(), first(inputs, symbol, relation, limit).heaviest());
  }

  /** Masses of rare events are in a unit of their own. */
  @Test
  void aRareEventHasItsOwnProbability() {
    Network network = Networks.linear(0, 1);
    Result result =
        check(
            network,
            Statements.property(
                network, Statements.inputs("normal(0, 1)"), ">", "20", "<", "1e-100"));
    assertEquals(Optional.of(Verdict.VIOLATED), result.verdict());
    double sum = sum(result.heaviest());
    assertTrue(sum > 1e-92 && sum < 2.8e-89, "sum " + sum);
  }

  @Test
  void anEventOfNoRandomInputHasNone() {
    Network network = Networks.linear(0, 1);
    Result result =
        check(
            network,
            Statements.property(
                network, List.of(new FixedInput(Rational.of(1))), ">", "1/2", "<", "1/2"));
    assertEquals(Optional.of(Verdict.VIOLATED), result.verdict());
    assertEquals(List.of(), result.heaviest());
  }

  @Test
  void anEventThatAlwaysHappensIsInTheWholeDomain() {
    Network network = Networks.linear(0, 1);
    Result result =
        check(
            network,
            Statements.property(
                network, Statements.inputs("uniform(0, 1)"), ">", "-1", "<", "1/2"));
    assertEquals(Optional.of(Verdict.VIOLATED), result.verdict());
    assertTrue(sum(result.heaviest()) <= 1 + 1e-12);
    assertTrue(sum(result.heaviest()) > 0.1, result.heaviest()::toString);
  }
}
