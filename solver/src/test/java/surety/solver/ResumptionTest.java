package surety.solver;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import surety.certificates.arithmetic.Rational;
import surety.certificates.cell.Truncation;
import surety.certificates.network.Network;
import surety.certificates.rejection.RejectedException;
import surety.certificates.statement.AffineForm;
import surety.certificates.statement.BandClaim;
import surety.certificates.statement.Claim;
import surety.certificates.statement.EvenThresholds;
import surety.certificates.statement.NetworkReference;
import surety.certificates.statement.Quantity;
import surety.certificates.statement.QuantityClaim;
import surety.certificates.statement.Statement;
import surety.certificates.statement.Verdict;
import surety.certificates.stop.StoppedException;

/** A search goes on from the tree of another one, and is never worse for it. */
class ResumptionTest {
  private static final SearchOptions OPTIONS =
      SearchOptions.defaults().withThreads(2).withTimeout(Duration.ofMinutes(10)).withGap(1e-12);

  /** Something to check. */
  record Case(String name, Network network, Statement statement) {
    @Override
    public String toString() {
      return name;
    }
  }

  /** What a search said, and of its beginning. */
  private record Run(Result result, List<String> anew) {}

  private static Run run(Case asked, SearchOptions options) {
    List<String> anew = new ArrayList<>();
    ProgressListener listener =
        new ProgressListener() {
          @Override
          public void progressed(Progress progress) {}

          @Override
          public void beginsAnew(String reason) {
            anew.add(reason);
          }
        };
    Result result =
        Checker.check(asked.statement, List.of(asked.network), options, listener, () -> false);
    return new Run(result, anew);
  }

  private static Case asked(String name, Network network, String distribution, Claim claim) {
    String[] inputs = new String[network.inputs()];
    Arrays.fill(inputs, distribution);
    return new Case(name, network, Statements.of(network, Statements.inputs(inputs), claim));
  }

  private static Case property(String name, Network network, String distribution, String limit) {
    String[] inputs = new String[network.inputs()];
    Arrays.fill(inputs, distribution);
    Statement statement =
        Statements.property(network, Statements.inputs(inputs), ">", "1/10", "<=", limit);
    return new Case(name, network, statement);
  }

  static List<Case> cases() {
    Network flat = Networks.random(5, 2, 8, 8);
    Network wide = Networks.random(6, 6, 12, 12);
    AffineForm form = AffineForm.ofOutput(0, 1);
    Quantity quantile = new Quantity.Risk(Quantity.Tail.QUANTILE, form, Rational.parse("9/10"));
    Quantity mean = new Quantity.Mean(form, Optional.empty());
    return List.of(
        property("simplices", flat, "uniform(0, 1)", "1/1000000"),
        property("unbounded simplices", flat, "normal(0, 1)", "99/100"),
        property("boxes", wide, "uniform(0, 1)", "1/1000000"),
        asked("quantile", flat, "beta(2, 3)", new QuantityClaim(quantile, Optional.empty())),
        asked("mean", wide, "uniform(-1, 1)", new QuantityClaim(mean, Optional.empty())),
        new Case(
            "band",
            flat,
            Statements.cdf(flat, Statements.inputs("beta(2, 2)", "uniform(0, 1)"), 20)));
  }

  private static double gap(Result result) {
    return BandPoint.largestGap(result.points()).doubleCeiling();
  }

  private static SearchOptions from(Case asked, Result earlier) throws RejectedException {
    return OPTIONS.withBeginning(Optional.of(Beginning.of(asked.statement, earlier.certificate())));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void goesOnAndIsNeverWorse(Case asked) throws IOException, RejectedException {
    Result first = run(asked, OPTIONS.withMaxCells(200)).result();
    Run second = run(asked, from(asked, first).withMaxCells(1500));
    assertEquals(List.of(), second.anew());
    assertTrue(second.result().cells() >= first.cells(), () -> second.result().cells() + " cells");
    assertTrue(gap(second.result()) <= gap(first), () -> "gap " + gap(second.result()));
    Replays.assertValid(asked.statement, asked.network, second.result().certificate());
    Run third = run(asked, from(asked, second.result()).withMaxCells(1500));
    assertTrue(gap(third.result()) <= gap(second.result()));
    Replays.assertValid(asked.statement, asked.network, third.result().certificate());
  }

  /** Of few inputs trees are made of simplices, unless there are many components. */
  @Test
  void goesOnFromBoxesOfAMixture() throws IOException, RejectedException {
    Network network = Networks.random(5, 3, 8, 8);
    Claim cdf = new BandClaim(AffineForm.ofOutput(0, 1), new EvenThresholds(20));
    Case asked =
        new Case(
            "mixture",
            network,
            new Statement(
                List.of(new NetworkReference("0".repeat(64), 1)), MixtureOfMany.law(20), cdf));
    Result first = run(asked, OPTIONS.withGap(0.2)).result();
    Run second = run(asked, from(asked, first).withGap(0.1));
    assertEquals(List.of(), second.anew());
    assertTrue(second.result().cells() > first.cells(), () -> second.result().cells() + " cells");
    assertTrue(gap(second.result()) <= 0.1, () -> "gap " + gap(second.result()));
    Replays.assertValid(asked.statement, asked.network, second.result().certificate());
  }

  /** Nothing is searched then. */
  @Test
  void whatIsDecidedIsDone() throws RejectedException {
    Case asked = property("decided", Networks.random(5, 2, 8, 8), "uniform(0, 1)", "99/100");
    Result first = run(asked, OPTIONS).result();
    Result second = run(asked, from(asked, first)).result();
    assertEquals(StopReason.SETTLED, second.reason());
    assertEquals(Optional.of(Verdict.PROVED), second.verdict());
    assertArrayEquals(first.certificate(), second.certificate());
  }

  @Test
  void whatIsCloseEnoughIsDone() throws RejectedException {
    Network network = Networks.random(5, 2, 8, 8);
    Statement query =
        Statements.query(network, Statements.inputs("beta(2, 3)", "beta(3, 2)"), ">", "1/10");
    Case asked = new Case("query", network, query);
    Result first = run(asked, OPTIONS.withGap(1e-3)).result();
    Result second = run(asked, from(asked, first).withGap(1e-3)).result();
    assertEquals(StopReason.GAP_REACHED, second.reason());
    assertArrayEquals(first.certificate(), second.certificate());
    Result third = run(asked, from(asked, first).withGap(1e-5)).result();
    assertTrue(gap(third) <= 1e-5, () -> "gap " + gap(third));
  }

  private static SearchOptions from(Beginning beginning) {
    return OPTIONS.withMaxCells(300).withBeginning(Optional.of(beginning));
  }

  /** Bounds come all the same: those of a search from nothing. */
  private static void assertBeginsAnew(String why, Case asked, Beginning beginning) {
    Run run = run(asked, from(beginning));
    assertEquals(1, run.anew().size());
    assertTrue(run.anew().get(0).contains(why), run.anew().get(0));
    assertArrayEquals(
        run(asked, OPTIONS.withMaxCells(300)).result().certificate(), run.result().certificate());
  }

  private static Beginning with(Beginning beginning, byte[] tree) {
    return new Beginning(beginning.truncations(), beginning.numbers(), tree);
  }

  @Test
  void beginsAnewFromWhatIsNoProof() throws RejectedException {
    Case asked = cases().get(0);
    Beginning good =
        Beginning.of(asked.statement, run(asked, OPTIONS.withMaxCells(200)).result().certificate());
    byte[] longer = Arrays.copyOf(good.tree(), good.tree().length + 1);
    byte[] shorter = Arrays.copyOf(good.tree(), good.tree().length - 1);
    assertBeginsAnew("goes on", asked, with(good, longer));
    assertBeginsAnew("ends", asked, with(good, shorter));
    assertBeginsAnew("", asked, with(good, new byte[] {5})); // a hole
    assertBeginsAnew(
        "",
        asked,
        new Beginning(good.truncations(), List.of(Rational.ONE), good.tree())); // no number is free
    assertBeginsAnew(
        "cut off elsewhere",
        asked,
        new Beginning(List.of(new Truncation(-1, 1)), List.of(), good.tree()));
  }

  /** The kernel accepts it, so that its bounds count; but no search of two inputs halves boxes. */
  @Test
  void beginsAnewFromATreeThatIsNotASearchs() throws IOException, RejectedException {
    Case asked = cases().get(5);
    Beginning good =
        Beginning.of(asked.statement, run(asked, OPTIONS.withMaxCells(9)).result().certificate());
    Run run = run(asked, from(with(good, new byte[] {0x10, 4, 4})));
    assertEquals(1, run.anew().size());
    assertTrue(run.anew().get(0).contains("Halving"), run.anew().get(0));
    Replays.assertValid(asked.statement, asked.network, run.result().certificate());
  }

  /** Bounds that are worse than what is there are no result. */
  @Test
  void withoutTimeNothingIsSaid() throws RejectedException {
    Case asked = cases().get(4);
    Result first = run(asked, OPTIONS.withMaxCells(200)).result();
    SearchOptions none = from(asked, first).withTimeout(Duration.ZERO);
    ProgressListener slow =
        progress -> {
          if (progress.task().equals("certifying what there is")) {
            LockSupport.parkNanos(500_000_000); // more than the moment that the first bounds get
          }
        };
    assertThrows(
        StoppedException.class,
        () -> Checker.check(asked.statement, List.of(asked.network), none, slow, () -> false));
  }
}
