package surety.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import surety.certificates.arithmetic.Enclosure;
import surety.certificates.arithmetic.Rational;
import surety.certificates.cell.Problem;
import surety.certificates.network.Network;
import surety.certificates.proof.TreeBounds;
import surety.certificates.rejection.RejectedException;
import surety.certificates.replay.Header;
import surety.certificates.replay.NetworkContent;
import surety.certificates.replay.Replay;
import surety.certificates.replay.ReplayResult;
import surety.certificates.replay.ReplayVerdict;
import surety.certificates.statement.Verdict;
import surety.certificates.stop.Stop;
import surety.language.Obligation;
import surety.language.Severity;
import surety.language.Specification;
import surety.language.SpecificationReader;
import surety.solver.BandPoint;
import surety.solver.Checker;
import surety.solver.Result;
import surety.solver.SearchOptions;

/**
 * Whatever a specification asks: the bounds and samples agree, the verdict follows from the bounds,
 * the certificate replays, and other words for the same event change nothing.
 *
 * <p>Samples read the specification on their own: the generator's tree evaluates itself and its
 * networks, and nothing of it passes through the language, the statement or the kernel.
 */
class RandomSpecificationTest {
  private static final int SPECIFICATIONS = 520;
  private static final int SAMPLES = 10_000;

  /** Of a mean to which something adds that is too rare to be seen, as in a tail. */
  private static final int SECOND_LOOK = 50;

  private static final SearchOptions OPTIONS =
      SearchOptions.defaults().withGap(5e-3).withThreads(1).withMaxCells(48);

  /** What may be said against a random text. */
  private static final List<String> OBJECTIONS =
      List.of("event.constant", "event.size", "quantity.constant", "quantity.division");

  private final AtomicInteger accepted = new AtomicInteger();
  private final AtomicInteger informative = new AtomicInteger();
  private final AtomicInteger settled = new AtomicInteger();

  @TempDir Path folder;

  @Test
  void boundsAndSamplesAgree() {
    LongStream.range(0, SPECIFICATIONS).parallel().forEach(this::compare);
    assertTrue(accepted.get() > 500, () -> "only " + accepted + " specifications have no errors");
    assertTrue(informative.get() > 600, () -> "only " + informative + " bounds are close");
    assertTrue(settled.get() > 200, () -> "only " + settled + " verdicts");
  }

  private void compare(long seed) {
    RandomSpecification specification = RandomSpecification.of(seed);
    try {
      compare(specification, read(seed, specification));
    } catch (AssertionError | IOException | RuntimeException e) {
      throw new AssertionError(
          "seed " + seed + ": " + e.getMessage() + "\n" + specification.text(), e);
    }
  }

  private Specification read(long seed, RandomSpecification random) throws IOException {
    Path own = Files.createDirectory(folder.resolve("seed" + seed));
    for (Map.Entry<String, byte[]> file : random.files().entrySet()) {
      Files.write(own.resolve(file.getKey()), file.getValue());
    }
    return new SpecificationReader().read(own.resolve("random.sure"), random.text());
  }

  private void compare(RandomSpecification random, Specification specification) throws IOException {
    List<String> errors =
        specification.diagnostics().stream()
            .filter(d -> d.severity() == Severity.ERROR && !OBJECTIONS.contains(d.code()))
            .map(d -> d.code() + " " + d.message())
            .toList();
    assertEquals(List.of(), errors);
    accepted.addAndGet(specification.obligations().size() == random.claims().size() ? 1 : 0);
    Map<String, Obligation> obligations =
        specification.obligations().stream()
            .collect(Collectors.toMap(Obligation::name, obligation -> obligation));
    Draws draws = random.draws(SAMPLES);
    Optional<Checked> last = Optional.empty();
    for (RandomSpecification.Claim claim : random.claims()) {
      if (claim instanceof RandomSpecification.Asked asked) {
        Optional<Obligation> obligation = Optional.ofNullable(obligations.get(asked.name()));
        last = obligation.isPresent() ? Optional.of(check(obligation.get())) : Optional.empty();
        last.ifPresent(checked -> compareQuantity(asked, checked.result(), draws, random));
      } else if (claim instanceof RandomSpecification.Band band) {
        Obligation obligation = obligations.get(band.name());
        if (obligation != null) {
          compareBand(band, check(obligation).result(), draws);
        }
      } else if (last.isPresent()) {
        RandomSpecification.Reworded reworded = (RandomSpecification.Reworded) claim;
        compareReworded(last.get(), obligations.get(reworded.name()), reworded.isTurned());
      }
    }
  }

  private record Checked(Obligation obligation, Result result, List<Network> networks) {}

  private static Checked check(Obligation obligation) throws IOException {
    List<NetworkContent> files = new ArrayList<>();
    for (Path file : obligation.networkFiles()) {
      files.add(NetworkContent.load(file, Files::readAllBytes));
    }
    List<Network> networks = obligation.networkFiles().stream().map(ExampleFiles::network).toList();
    Result result =
        Checker.check(obligation.statement(), networks, OPTIONS, progress -> {}, () -> false);
    InputStream certificate = new ByteArrayInputStream(result.certificate());
    ReplayResult replayed = Replay.run(obligation.statement(), files, certificate, 1);
    assertEquals(ReplayVerdict.VALID, replayed.replay(), replayed::toString);
    assertEquals(result.points(), BandPoint.of(obligation.statement().claim(), replayed), "bounds");
    assertEquals(result.verdict(), replayed.verdict(), "verdict of the replay");
    return new Checked(obligation, result, networks);
  }

  private void compareQuantity(
      RandomSpecification.Asked asked, Result result, Draws draws, RandomSpecification random) {
    BandPoint bounds = result.points().get(0);
    double lower = bounds.lower().doubleFloor();
    double upper = bounds.upper().doubleCeiling();
    Estimate first = asked.quantity().estimate(draws);
    Estimate estimate =
        first.meets(lower, upper)
            ? first
            : asked.quantity().estimate(random.draws(SECOND_LOOK * SAMPLES));
    assertTrue(
        estimate.meets(lower, upper),
        () -> asked.name() + ": " + estimate + " is apart from [" + lower + ", " + upper + "]");
    if (result.impossible()) {
      assertTrue(estimate.lower() <= 0, () -> asked.name() + " is not impossible: " + estimate);
    }
    informative.addAndGet(upper - lower < 0.1 ? 1 : 0);
    Optional<Verdict> verdict = verdict(asked.requirement(), bounds);
    assertEquals(verdict, result.verdict(), () -> asked.name() + ": verdict on " + bounds);
    settled.addAndGet(verdict.isPresent() && verdict.get() != Verdict.UNDECIDED ? 1 : 0);
  }

  /** What bounds say of a requirement. */
  private static Optional<Verdict> verdict(String requirement, BandPoint bounds) {
    String[] words = requirement.replaceAll("[\\[\\],]", "").split(" ", -1);
    if (words[0].equals("=")) {
      return Optional.empty();
    }
    Rational least = Rational.parse(words[1]);
    int lowest = bounds.lower().compareTo(least);
    int highest = bounds.upper().compareTo(least);
    boolean isKept;
    boolean isBroken;
    if (words[0].equals("in")) {
      Rational most = Rational.parse(words[2]);
      isKept = lowest >= 0 && bounds.upper().compareTo(most) <= 0;
      isBroken = highest < 0 || bounds.lower().compareTo(most) > 0;
    } else {
      boolean isBelow = words[0].startsWith("<");
      isKept = EventTree.Compared.holds(isBelow ? highest : lowest, words[0], 0);
      isBroken = !EventTree.Compared.holds(isBelow ? lowest : highest, words[0], 0);
    }
    return Optional.of(isKept ? Verdict.PROVED : isBroken ? Verdict.VIOLATED : Verdict.UNDECIDED);
  }

  private static void compareBand(RandomSpecification.Band band, Result result, Draws draws) {
    Draws given = draws.given(band.condition().stream().findFirst());
    double[] sorted = given.sorted(band.form());
    for (BandPoint point : result.points()) {
      int below = (int) Arrays.stream(sorted).filter(v -> v <= point.t()).count();
      Estimate estimate = Draws.share(below, sorted.length);
      assertTrue(
          estimate.meets(point.lower().doubleFloor(), point.upper().doubleCeiling()),
          () -> band.name() + ": " + estimate + " is apart from " + point);
    }
  }

  /**
   * The same tree gives the same bounds but for rounding. Those of a form and those of its negative
   * are rounded and cut short on different sides, so where comparisons are turned around the bounds
   * only have to meet.
   */
  private static void compareReworded(Checked checked, Obligation other, boolean isTurned)
      throws IOException {
    InputStream in = new ByteArrayInputStream(checked.result().certificate());
    try {
      Header header = Header.read(in);
      Problem problem =
          Problem.of(other.statement(), checked.networks(), header.truncations(), Stop.NEVER);
      Enclosure bounds = TreeBounds.compute(problem, header.numbers(), in, 1).bounds().get(0);
      BandPoint first = checked.result().points().get(0);
      if (isTurned) {
        assertTrue(first.lower().compareTo(bounds.upper()) <= 0, other.name());
        assertTrue(first.upper().compareTo(bounds.lower()) >= 0, other.name());
        return;
      }
      assertEquals(first.lower().doubleFloor(), bounds.lower().doubleFloor(), 1e-9, other.name());
      assertEquals(
          first.upper().doubleCeiling(), bounds.upper().doubleCeiling(), 1e-9, other.name());
    } catch (RejectedException e) {
      throw new AssertionError("the tree does not fit " + other.name(), e);
    }
  }
}
