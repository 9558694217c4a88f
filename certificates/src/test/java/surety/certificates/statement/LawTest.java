package surety.certificates.statement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import surety.certificates.arithmetic.Rational;
import surety.certificates.density.Distribution;
import surety.certificates.statement.Law.Branch;
import surety.certificates.statement.Law.InputMap;
import surety.certificates.statement.Law.Summand;
import surety.certificates.statement.Law.Term;
import surety.certificates.text.StatementException;

class LawTest {
  private static final String CORRELATED =
      """
      inputs 3
      branches 2 rest 1/1000
      branch coordinates 2 summands 2
      x[0] = 1*u[0]
      x[1] = 1/2*u[0] + -3*u[1] + 7
      x[2] = 0
      1/4: normal(0, 1); normal(1, sqrt(3/4))
      1/4: normal(2, 1/7); uniform(0, 1) within [-inf, 1/2]
      branch coordinates 0 summands 1
      x[0] = 1
      x[1] = -1/3
      x[2] = 5
      1/2:\s
      """;

  private static String statement(String law) {
    return """
        surety statement 2
        semantics real
        networks 1
        network sha256 %s outputs 1
        %sP(1*y[0] <= 0) = ?
        """
        .formatted("0".repeat(64), law);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        CORRELATED,
        "inputs 1\nx[0] ~ normal(0, 1)\n",
        "inputs 2\nx[0] = 1/3\nx[1] ~ uniform(0, 1)\n",
        """
        inputs 1
        branches 1 rest 0
        branch coordinates 1 summands 1
        x[0] = 2*u[0]
        1: normal(0, 1)
        """,
        """
        inputs 2
        branches 1 rest 0
        branch coordinates 1 summands 1
        x[0] = 1*u[0]
        x[1] = 1*u[0]
        1: normal(0, 1)
        """
      })
  void isReadAndWrittenBack(String law) throws StatementException {
    Statement statement = Statement.parse(statement(law));
    assertEquals(statement(law), statement.canonical());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "branches 2 rest 1/1000 | branches 3 rest 1/1000 | expected 'branch coordinates '",
        "branches 2 rest 1/1000 | branches 2 | must have ' rest '",
        "branches 2 rest 1/1000 | branches 2 rest -1 | rest of a law is negative",
        "branches 2 rest 1/1000 | branches 20000 rest 0 | at most 10000 branches",
        "branches 2 rest 1/1000 | branches 2 rest 2/4 | not in its canonical form",
        "coordinates 2 summands 2 | coordinates 2 | must have ' summands '",
        "coordinates 2 summands 2 | coordinates 1 summands 2 | 2 distributions, not 1",
        "coordinates 2 summands 2 | coordinates 2 summands 3 | must have ': '",
        "coordinates 2 summands 2 | coordinates 2 summands 0 | a branch has a density",
        "1*u[0] | 1*u[2] | 2 coordinates",
        "1*u[0] | 1*u[-1] | 2 coordinates",
        "1*u[0] | 0*u[0] | other than 0",
        "1*u[0] | 1*u[1] + 1*u[0] | ascend",
        "1*u[0] | 1*u[0] + 1*u[0] | ascend",
        "1*u[0] | 1*u[0] + 0 | not in its canonical form",
        "1*u[0] | 1*u[0 | no term",
        "1*u[0] | u[0] | refused",
        "x[1] = 1/2*u[0] + -3*u[1] + 7 | x[1] = 7 + 1/2*u[0] + -3*u[1] | canonical",
        "1/4: normal(2 | 0: normal(2 | not positive",
        "1/4: normal(2 | -1/4: normal(2 | not positive",
        "normal(0, 1); normal | normal(0, 1), normal | distribution"
      })
  void refusesWhatDoesNotFit(String line, String other, String reason) {
    assertTrue(CORRELATED.contains(line), line);
    String law = CORRELATED.replace(line, other);
    String message =
        assertThrows(StatementException.class, () -> Statement.parse(statement(law))).getMessage();
    assertTrue(message.contains(reason), message);
  }

  @Test
  void independentInputsAreWhatTheyWere() {
    List<Input> inputs =
        List.of(
            new FixedInput(Rational.of(1, 3)),
            new RandomInput(Distribution.parse("uniform(0, 1)")),
            new RandomInput(Distribution.parse("normal(0, 1)")));
    Law law = Law.independent(inputs);
    assertEquals(Optional.of(inputs), law.independentInputs());
    assertTrue(law.isNormalised());
    assertEquals(2, law.coordinates());
  }

  @Test
  void otherLawsAreNotIndependent() throws StatementException {
    Law law = Statement.parse(statement(CORRELATED)).law();
    assertEquals(Optional.empty(), law.independentInputs());
    assertEquals(2, law.coordinates());
    assertEquals(
        List.of("normal(1, sqrt(3/4))", "uniform(0, 1) within [-inf, 1/2]"),
        law.branches().get(0).distributions(1).stream().map(Distribution::canonical).toList());
  }

  private static Law law(String rest, List<Summand> summands) {
    Branch branch = new Branch(List.of(InputMap.coordinate(0)), summands);
    return new Law(1, List.of(branch), Rational.parse(rest));
  }

  private static Summand summand(String weight, String distribution) {
    return new Summand(Rational.parse(weight), List.of(Distribution.parse(distribution)));
  }

  @Test
  void isNormalisedIfAllWeightsAddUpToOneAndNothingIsLeftOut() {
    Summand half = summand("1/2", "normal(0, 1)");
    assertTrue(law("0", List.of(half, half)).isNormalised());
    assertFalse(law("0", List.of(half)).isNormalised());
    assertFalse(law("0", List.of(half, half, half)).isNormalised());
    assertFalse(law("1/1000", List.of(half, half)).isNormalised());
    assertFalse(
        law("0", List.of(half, summand("1/2", "normal(0, 1) within [0, inf]"))).isNormalised());
    assertTrue(law("0", List.of(half, summand("1/2", "normal(0, 1) on [0, inf]"))).isNormalised());
  }

  @Test
  void summandsHaveTheSameCoordinates() {
    Summand one = summand("1/2", "normal(0, 1)");
    Summand none = new Summand(Rational.of(1, 2), List.of());
    List<InputMap> maps = List.of(InputMap.constant(Rational.ONE));
    assertThrows(IllegalArgumentException.class, () -> new Branch(maps, List.of(one, none)));
    assertThrows(
        IllegalArgumentException.class,
        () ->
            new Branch(
                List.of(new InputMap(List.of(new Term(1, Rational.ONE)), Rational.ZERO)),
                List.of(one)));
  }

  private static Law ofBranches(int count, Branch branch) {
    return new Law(branch.inputs().size(), Collections.nCopies(count, branch), Rational.ZERO);
  }

  private static Branch fixed(InputMap... inputs) {
    return new Branch(List.of(inputs), List.of(new Summand(Rational.ONE, List.of())));
  }

  @Test
  void sizesHaveLimits() throws StatementException {
    InputMap one = InputMap.constant(Rational.ONE);
    assertEquals(10_000, ofBranches(10_000, fixed(one)).branches().size());
    assertThrows(IllegalArgumentException.class, () -> ofBranches(10_001, fixed(one)));
    String branch = "branch coordinates 0 summands 1\nx[0] = 1\n1: \n";
    String text = statement("inputs 1\nbranches 10000 rest 0\n" + branch.repeat(10_000));
    assertEquals(text, Statement.parse(text).canonical());

    List<Summand> most = Collections.nCopies(100_000, summand("1", "normal(0, 1)"));
    assertEquals(1, law("0", most).coordinates());
    List<Summand> more = Collections.nCopies(100_001, most.get(0));
    assertThrows(IllegalArgumentException.class, () -> law("0", more));

    InputMap[] inputs = Collections.nCopies(1_000_000, one).toArray(InputMap[]::new);
    Branch wide = fixed(inputs);
    assertEquals(4, ofBranches(4, wide).branches().size());
    assertThrows(IllegalArgumentException.class, () -> ofBranches(5, wide));
    InputMap[] another = Arrays.copyOf(inputs, inputs.length + 1);
    another[inputs.length] = one;
    assertThrows(IllegalArgumentException.class, () -> ofBranches(1, fixed(another)));
  }

  @Test
  void allTermsOfMapsAreCounted() {
    InputMap ofFive = ofCoordinates(5);
    List<Distribution> normal = Collections.nCopies(5, Distribution.parse("normal(0, 1)"));
    InputMap[] inputs = Collections.nCopies(1_000_000, ofFive).toArray(InputMap[]::new);
    Branch branch = new Branch(List.of(inputs), List.of(new Summand(Rational.ONE, normal)));
    assertThrows(IllegalArgumentException.class, () -> ofBranches(1, branch));
  }

  private static InputMap ofCoordinates(int count) {
    return new InputMap(
        IntStream.range(0, count).mapToObj(q -> new Term(q, Rational.ONE)).toList(), Rational.ZERO);
  }

  @Test
  void anInputIsFixedIfItIsTheSameNumberInAllBranches() {
    InputMap one = InputMap.constant(Rational.ONE);
    InputMap two = InputMap.constant(Rational.of(2));
    List<Summand> normal = List.of(summand("1", "normal(0, 1)"));
    Branch first = new Branch(List.of(one, one, one, InputMap.coordinate(0)), normal);
    Branch second =
        new Branch(List.of(one, two, InputMap.coordinate(0), InputMap.coordinate(0)), normal);
    Law law = new Law(4, List.of(first, second), Rational.ZERO);
    assertEquals(Optional.of(Rational.ONE), law.fixed(0));
    assertEquals(Optional.empty(), law.fixed(1));
    assertEquals(Optional.empty(), law.fixed(2));
    assertEquals(Optional.empty(), law.fixed(3));
  }
}
