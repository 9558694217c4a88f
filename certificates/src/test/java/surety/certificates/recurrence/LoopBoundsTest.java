package surety.certificates.recurrence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import surety.certificates.arithmetic.Enclosure;
import surety.certificates.arithmetic.Rational;
import surety.certificates.loop.Loops;
import surety.certificates.statement.LoopClaim;
import surety.certificates.stop.Stop;
import surety.certificates.stop.StoppedException;
import surety.certificates.text.StatementException;

/**
 * Loops of the literature with the values that are known of them, and loops whose means are
 * fractions.
 */
class LoopBoundsTest {
  private static List<Enclosure> bounds(
      Derivation derivation, String loop, int iterations, String quantity)
      throws StatementException {
    LoopClaim claim = Loops.claim(loop, iterations, quantity + " = ?");
    return LoopBounds.of(claim, new LoopProof(derivation, 128), Stop.NEVER);
  }

  private static void assertIs(double exact, double within, Enclosure bounds) {
    assertEquals(exact, bounds.lower().doubleFloor(), within);
    assertEquals(exact, bounds.upper().doubleCeiling(), within);
    assertTrue(bounds.lower().compareTo(bounds.upper()) <= 0);
  }

  private static void assertHas(Rational exact, Enclosure bounds) {
    assertTrue(
        bounds.lower().compareTo(exact) <= 0 && bounds.upper().compareTo(exact) >= 0,
        () -> exact + " is not in " + bounds);
    assertTrue(bounds.width().doubleCeiling() < 1e-20, bounds::toString);
  }

  /** Table 2.2 of "Distribution Recovery in Probabilistic Loops", and more digits of it. */
  @ParameterizedTest
  @CsvSource({
    "TURNING, 20, E(x), 15.6076010009099, 5e-14",
    "TURNING, 20, E((x ^ 2)), 244.824048215697, 5e-13",
    "TURNING, 20, E((y ^ 2)), 18.2092887277428, 5e-14",
    "TURNING, 20, Std(x), 1.10763, 5e-6",
    "TURNING, 20, Std(y), 4.24845, 5e-6",
    "TRUNCATED, 20, E(x), 15.6076010009, 5e-11",
    "WHEEL, 2000, E(x), 1.791591, 5e-7",
    "WHEEL, 2000, Std(x), 0.344242, 5e-7",
    "UNDERWATER, 10, E((x ^ 2)), 2.003390004217, 5e-13",
    "UNDERWATER, 10, Std(x), 0.101719, 5e-7",
    "AERIAL, 20, E(x), 0.677704807210, 5e-13",
    "ROBOT, 25, E((x ^ 2)), 0.291513557296, 5e-13",
    "ROBOT, 25, E(y), 0.25250181, 5e-9",
    "ROBOT, 25, Var(x), 0.018253, 5e-7",
    "ARM, 2000, E(x), 0.385350746903, 5e-13",
    "ARM, 2000, E((y ^ 4)), 3.0138696, 5e-8",
    "DECAY, 10, E(m), 5028.31577971, 5e-9",
    "GENE, 200, Var(x), 44800, 5e-7",
    "GENE, 200, Var(y), 432, 5e-7"
  })
  void knownValues(String loop, int iterations, String quantity, double exact, double within)
      throws Exception {
    String text = (String) Loops.class.getField(loop).get(null);
    assertIs(exact, within, bounds(Derivation.CLOSED, text, iterations, quantity).get(0));
  }

  /** The thesis has no exact method for it. */
  @Test
  void whatDoesNotCloseIsWalkedBack() throws StatementException {
    assertIs(1.4310638331385, 5e-14, bounds(Derivation.WALKED, Loops.PLANAR, 10, "E(y)").get(0));
    assertIs(
        2.05232650081, 5e-12, bounds(Derivation.WALKED, Loops.PLANAR, 10, "E((y ^ 2))").get(0));
    LoopClaim claim = Loops.claim(Loops.PLANAR, 10, "E(y) = ?");
    assertTrue(LoopBounds.closed(claim, 64, 500, Stop.NEVER).isEmpty());
  }

  @Test
  void tenJoints() throws StatementException {
    assertIs(
        268.852362441226, 5e-13, bounds(Derivation.CLOSED, Loops.joints(), 100, "E(x)").get(0));
    assertIs(0.440657, 5e-7, bounds(Derivation.CLOSED, Loops.joints(), 100, "Std(x)").get(0));
    assertIs(532.9929526, 5e-8, bounds(Derivation.CLOSED, Loops.joints(), 100, "E(y)").get(0));
  }

  @Test
  void closedFormsOfTheStutteringWalk() throws StatementException {
    Rational p = Rational.of(3, 4);
    for (int n : new int[] {0, 1, 2, 10, 100}) {
      List<Enclosure> moments = bounds(Derivation.CLOSED, Loops.STUTTERING, n, "moments(s, 3)");
      Rational np = Rational.of(n).times(p);
      assertHas(np.times(Rational.of(3)), moments.get(0));
      Rational second =
          np.times(Rational.of(27)).minus(p.times(Rational.of(27))).plus(Rational.of(32));
      assertHas(np.times(second).times(Rational.of(1, 3)), moments.get(1));
    }
  }

  @Test
  void closedFormsOfTheGene() throws StatementException {
    for (int n = 0; n < 12; n++) {
      Rational exact =
          Rational.of(880)
              .minus(Rational.of(4400, 3).times(power(Rational.of(4, 5), n)))
              .plus(Rational.of(1760, 3).times(power(Rational.of(1, 2), n)));
      assertHas(exact, bounds(Derivation.CLOSED, Loops.GENE, n, "E(x)").get(0));
      assertHas(exact, bounds(Derivation.WALKED, Loops.GENE, n, "E(x)").get(0));
    }
  }

  private static Rational power(Rational base, int exponent) {
    Rational power = Rational.ONE;
    for (int k = 0; k < exponent; k++) {
      power = power.times(base);
    }
    return power;
  }

  @Test
  void walkInThePlane() throws StatementException {
    assertHas(
        Rational.of(400, 3),
        bounds(Derivation.CLOSED, Loops.PLANE, 100, "E(((x ^ 2) + (y ^ 2)))").get(0));
    assertIs(
        2098515128.8888888, 1e-6, bounds(Derivation.CLOSED, Loops.PLANE, 100, "E((x ^ 8))").get(0));
    assertHas(Rational.ZERO, bounds(Derivation.CLOSED, Loops.PLANE, 100, "Cov(x, y)").get(0));
  }

  /** cos and exp of one draw are not independent: the mean is cos 1, not e^(-1/2) e^(1/2). */
  @Test
  void aDrawThatIsUsedTwiceIsOneDraw() throws StatementException {
    String loop =
        "start\ny := 0\nstep\nz ~ normal(0, 1)\nc := cos(z)\ne := exp(z)\ny := (c * e)\nend\n";
    assertIs(Math.cos(1), 1e-15, bounds(Derivation.CLOSED, loop, 1, "E(y)").get(0));
    String twice = "start\nx := 0\nstep\nu ~ uniform(-1, 1)\nx := (u * u)\nend\n";
    assertHas(Rational.of(1, 3), bounds(Derivation.CLOSED, twice, 3, "E(x)").get(0));
    String fresh =
        "start\nx := 0\nstep\nu ~ uniform(-1, 1)\nv := u\nu ~ uniform(-1, 1)\nx := (u * v)\nend\n";
    assertHas(Rational.ZERO, bounds(Derivation.CLOSED, fresh, 3, "E(x)").get(0));
    String kept = "start\nu := 0\nx := 0\nstep\nx := (x + u)\nu ~ uniform(0, 1)\nend\n";
    assertHas(Rational.of(9, 2), bounds(Derivation.CLOSED, kept, 10, "E(x)").get(0));
  }

  @Test
  void theOrderOfStatementsCounts() throws StatementException {
    String first = "start\nx := 1\ny := 0\nstep\ny := x\nx := (2 * x)\nend\n";
    String second = "start\nx := 1\ny := 0\nstep\nx := (2 * x)\ny := x\nend\n";
    assertHas(Rational.of(4), bounds(Derivation.CLOSED, first, 3, "E(y)").get(0));
    assertHas(Rational.of(8), bounds(Derivation.CLOSED, second, 3, "E(y)").get(0));
    String swap = "start\nx := 1\ny := 2\nstep\nx, y := y, (x + y)\nend\n";
    assertHas(Rational.of(233), bounds(Derivation.CLOSED, swap, 10, "E(y)").get(0));
    String apart = "start\nx := 1\ny := 2\nstep\nx := y\ny := (x + y)\nend\n";
    assertHas(Rational.of(2048), bounds(Derivation.CLOSED, apart, 10, "E(y)").get(0));
  }

  @Test
  void conditionsAndChoices() throws StatementException {
    String loop =
        """
        start
        f := 0
        x := 0
        step
        f := {1/3: (1 - f); 2/3: f}
        g ~ finite(0: 1/2, 1: 1/2)
        if [f == 1 and not [g >= 1]] {
        x := (x + 1)
        } else {
        if f != g {
        x := (x - 1/2)
        }
        }
        end
        """;
    // f is 1 after n flips with probability (1 - 3^-n) / 2; x changes by 1 if f and not g, by -1/2
    // if g and not f
    Rational mean = Rational.ZERO;
    for (int n = 1; n <= 6; n++) {
      Rational one = Rational.ONE.minus(power(Rational.of(1, 3), n)).times(Rational.of(1, 2));
      Rational zero = Rational.ONE.minus(one);
      mean = mean.plus(one.times(Rational.of(1, 2))).minus(zero.times(Rational.of(1, 4)));
      assertHas(mean, bounds(Derivation.CLOSED, loop, n, "E(x)").get(0));
      assertHas(mean, bounds(Derivation.WALKED, loop, n, "E(x)").get(0));
    }
  }

  @Test
  void finiteValuesMayDivideAndStandUnderRoots() throws StatementException {
    String loop =
        "start\nx := 0\nstep\nd ~ finite(1: 1/2, 4: 1/2)\nu ~ uniform(0, 1)\nx := ((u / d) + sqrt(d))\nend\n";
    assertHas(Rational.of(29, 16), bounds(Derivation.CLOSED, loop, 1, "E(x)").get(0)); // 5/16 + 3/2
  }

  /** Exactly, if everything is dyadic: a limit may be met. */
  @Test
  void dyadicMeansAreExact() throws StatementException {
    String loop = "start\nx := 0\nstep\nf ~ finite(0: 1/2, 1: 1/2)\nx := (x + f)\nend\n";
    Enclosure mean = bounds(Derivation.CLOSED, loop, 50, "E(x)").get(0);
    assertEquals(mean.lower(), mean.upper());
    assertEquals(0, mean.lower().compareTo(Rational.of(25)));
  }

  @Test
  void correlations() throws StatementException {
    String loop =
        "start\nx := 0\ny := 0\nstep\nu ~ uniform(0, 1)\nv ~ uniform(0, 1)\nx := (x + u)\ny := (y + (u + v))\nend\n";
    assertIs(Math.sqrt(0.5), 1e-15, bounds(Derivation.CLOSED, loop, 7, "Corr(x, y)").get(0));
    assertHas(Rational.of(7, 12), bounds(Derivation.CLOSED, loop, 7, "Cov(x, y)").get(0));
    assertThrows(ArithmeticException.class, () -> bounds(Derivation.CLOSED, loop, 0, "Corr(x, y)"));
  }

  @ParameterizedTest
  @CsvSource({
    "'x := y', no value before it is read, 'E(x)'",
    "'x := exp((x ^ 2))', argument of cos, 'E(x)'",
    "'x := exp((x * u))', argument of cos, 'E(x)'",
    "'x := (1 / u)', is a divisor, 'E(x)'",
    "'x := sqrt(u)', under a root, 'E(x)'"
  })
  void whatCannotBeDerivedIsRefused(String statement, String reason, String quantity)
      throws StatementException {
    String loop =
        "start\nx ~ uniform(0, 1)\nstep\nu ~ uniform(1, 2)\n" + statement + "\ny := 1\nend\n";
    Exception refused =
        assertThrows(
            IllegalArgumentException.class, () -> bounds(Derivation.CLOSED, loop, 1, quantity));
    assertTrue(refused.getMessage().contains(reason), refused::getMessage);
  }

  /** Also of a draw that the claim does not depend on. */
  @Test
  void everyDrawHasToBeOne() throws StatementException {
    String loop = "start\nx := 0\nstep\nif x == 0 {\nu ~ uniform(1, 0)\n}\nend\n";
    assertThrows(ArithmeticException.class, () -> bounds(Derivation.CLOSED, loop, 0, "E(x)"));
  }

  @Test
  void conditionsOnInfinitelyManyValuesAreRefused() throws StatementException {
    String loop = "start\nx ~ uniform(0, 1)\nstep\nif x > 0 {\nx := 0\n}\nend\n";
    Exception refused =
        assertThrows(
            IllegalArgumentException.class, () -> bounds(Derivation.CLOSED, loop, 1, "E(x)"));
    assertTrue(refused.getMessage().contains("infinitely"), refused::getMessage);
  }

  @Test
  void whatGrowsForEverIsRefusedOrWalked() throws StatementException {
    String squares = "start\nx ~ uniform(0, 1)\nstep\nx := (x ^ 2)\nend\n";
    assertHas(Rational.of(1, 9), bounds(Derivation.WALKED, squares, 3, "E(x)").get(0));
    assertThrows(ArithmeticException.class, () -> bounds(Derivation.WALKED, squares, 30, "E(x)"));
    assertThrows(ArithmeticException.class, () -> bounds(Derivation.CLOSED, squares, 3, "E(x)"));
  }

  @Test
  void aReplayCanBeStopped() throws StatementException {
    LoopClaim claim = Loops.claim(Loops.TURNING, 20, "moments(x, 12) = ?");
    assertThrows(
        StoppedException.class,
        () -> LoopBounds.of(claim, new LoopProof(Derivation.CLOSED, 64), () -> true));
  }

  /** Few digits give wide bounds, and true ones. */
  @Test
  void anyPrecisionIsSound() throws StatementException {
    LoopClaim claim = Loops.claim(Loops.TURNING, 20, "E((x ^ 2)) = ?");
    for (int precision = 1; precision <= 80; precision++) {
      Enclosure bounds =
          LoopBounds.of(claim, new LoopProof(Derivation.CLOSED, precision), Stop.NEVER).get(0);
      assertTrue(
          bounds.lower().doubleFloor() <= 244.824048215697
              && bounds.upper().doubleCeiling() >= 244.824048215696,
          bounds::toString);
    }
  }

  @Test
  void proofsHaveOneText() {
    LoopProof proof = new LoopProof(Derivation.WALKED, 320);
    assertEquals(proof, LoopProof.parse(proof.canonical()).orElseThrow());
    for (String wrong :
        List.of("", "closed", "closed 0", "closed 064", "closed 4097", "open 64", "closed 64 ")) {
      assertTrue(LoopProof.parse(wrong).isEmpty(), wrong);
    }
    assertThrows(IllegalArgumentException.class, () -> new LoopProof(Derivation.CLOSED, 0));
  }
}
