package surety.language.verification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static surety.language.verification.Bench.ASKED;
import static surety.language.verification.Bench.OFTEN;
import static surety.language.verification.Bench.RARE;
import static surety.language.verification.VerificationState.PROVED;
import static surety.language.verification.VerificationState.QUEUED;
import static surety.language.verification.VerificationState.RUNNING;
import static surety.language.verification.VerificationState.STALE;
import static surety.language.verification.VerificationState.UNDECIDED;
import static surety.language.verification.VerificationState.UNVERIFIED;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import surety.language.OnnxSample;
import surety.language.Samples;

/** What happens while something runs: edits, cancellations, other files, the end. */
class VerificationRaceTest {
  @TempDir private Path folder;
  private final GatedSearch search = new GatedSearch();
  private Bench bench;

  @BeforeEach
  void open() throws IOException {
    bench = new Bench(folder, search);
  }

  @AfterEach
  void close() {
    bench.close();
  }

  private GatedSearch.Begun begin(String name) throws InterruptedException {
    bench.verify(name);
    return search.next();
  }

  @Test
  void aResultForAnEarlierStatementIsDropped() throws IOException, InterruptedException {
    bench.update(RARE, ASKED);
    GatedSearch.Begun begun = begin("rare");
    bench.update(RARE.replace("1.75", "1.25"), ASKED);
    assertEquals(UNVERIFIED, bench.state("rare"));
    assertTrue(begun.cancelled().getAsBoolean());
    begun.finds(0.25, 0.25);
    begin("asked").finds(0.5, 0.5);
    bench.await(s -> !s.isUnderWay());
    assertEquals(UNVERIFIED, bench.state("rare"));
    assertEquals(Optional.empty(), bench.of("rare").evidence());
    assertEquals(List.of("s.asked.cert"), bench.certificates());
  }

  @Test
  void anEditThatIsTakenBackInTheMeantimeStillCancels() throws IOException, InterruptedException {
    bench.update(RARE);
    GatedSearch.Begun begun = begin("rare");
    bench.update(RARE.replace("1.75", "1.25"));
    bench.update(RARE);
    assertEquals(UNVERIFIED, bench.state("rare"));
    bench.verify("rare");
    assertEquals(QUEUED, bench.state("rare"));
    begun.finds(0.75, 0.75);
    GatedSearch.Begun again = search.next();
    assertEquals(Optional.empty(), bench.of("rare").evidence());
    again.finds(0.25, 0.25);
    bench.await("rare", PROVED);
  }

  @Test
  void editsElsewhereDisturbNothing() throws IOException, InterruptedException {
    bench.update(RARE, OFTEN);
    bench.verify("rare", "often");
    GatedSearch.Begun begun = search.next();
    bench.update("// more\n", RARE.replace(";", " timeout 3 s;"), ASKED, OFTEN);
    assertEquals(List.of(RUNNING, UNVERIFIED, QUEUED), bench.states());
    begun.finds(0.25, 0.25);
    search.next().finds(0.25, 0.25);
    bench.await("often", PROVED);
    assertEquals(PROVED, bench.state("rare"));
  }

  @Test
  void errorsLetItRunButShowNothing() throws IOException, InterruptedException {
    bench.update(RARE);
    GatedSearch.Begun begun = begin("rare");
    bench.update(RARE.replace("under D", "under"));
    assertEquals(RUNNING, bench.state("rare"));
    begun.finds(0.25, 0.25);
    bench.await("rare", STALE);
    assertEquals(bench.snapshot().errors(), bench.of("rare").message());
    bench.update(RARE);
    assertEquals(PROVED, bench.state("rare"));
  }

  @Test
  void aDeletedPropertyIsSearchedForNoMore() throws IOException, InterruptedException {
    bench.update(RARE, OFTEN);
    bench.verify("rare", "often");
    GatedSearch.Begun begun = search.next();
    bench.update(ASKED);
    assertTrue(begun.cancelled().getAsBoolean());
    bench.verify("asked");
    begun.finds(0, 0);
    search.next().finds(0, 0);
    bench.await(s -> !s.isUnderWay());
    assertEquals(List.of("s.asked.cert"), bench.certificates());
  }

  @Test
  void whatWaitsIsCancelledBeforeItBegins() throws IOException, InterruptedException {
    bench.update(RARE, OFTEN, ASKED);
    bench.verify("rare", "often", "asked");
    GatedSearch.Begun begun = search.next();
    bench.model().cancel(bench.file(), List.of("often"));
    assertEquals(List.of(RUNNING, UNVERIFIED, QUEUED), bench.states());
    begun.finds(0.25, 0.25);
    GatedSearch.Begun asked = search.next();
    assertEquals("P(1*y[0] > 3/2) = ?", asked.statement().claim().canonical());
    asked.finds(0.5, 0.5);
  }

  @Test
  void aCancelledRunGoesBackToWhatWasKnown() throws IOException, InterruptedException {
    bench.update(RARE);
    begin("rare").finds(0.25, 0.75);
    bench.await("rare", UNDECIDED);
    Files.delete(bench.certificate("rare"));
    GatedSearch.Begun begun = begin("rare");
    bench.model().cancel(bench.file(), List.of("rare"));
    assertTrue(begun.cancelled().getAsBoolean());
    assertEquals(UNDECIDED, bench.state("rare"));
    begun.finds(0, 1);
    bench.close();
    assertEquals(UNDECIDED, bench.state("rare"));
    assertEquals(List.of(), bench.certificates());
  }

  @Test
  void askingTwiceSearchesOnce() throws IOException, InterruptedException {
    bench.update(RARE, OFTEN);
    bench.verify("rare", "rare", "often");
    GatedSearch.Begun begun = search.next();
    bench.verify("rare", "often");
    begun.finds(0.25, 0.25);
    search.next().finds(0.25, 0.25);
    bench.await(s -> !s.isUnderWay());
    assertTrue(search.isIdle());
  }

  @Test
  void twoSpecificationsTakeTurnsAndAreCancelledApart() throws IOException, InterruptedException {
    Path other = bench.file("other.sure");
    bench.update(RARE);
    bench.model().update(bench.read(other, Samples.PRELUDE + RARE + OFTEN));
    GatedSearch.Begun first = begin("rare");
    bench.model().verifyAll(other);
    assertEquals(2, bench.model().snapshots().size());
    assertTrue(search.isIdle());
    bench.model().cancelAll(bench.file());
    assertEquals(UNVERIFIED, bench.state("rare"));
    assertFalse(
        bench.model().snapshot(other).verifications().stream()
            .anyMatch(v -> v.state() == UNVERIFIED));
    first.finds(0.25, 0.25);
    search.next().finds(0.25, 0.25);
    search.next().finds(0.25, 0.25);
    bench.await(other, s -> !s.isUnderWay());
    assertEquals(List.of("other.often.cert", "other.rare.cert"), bench.certificates());
  }

  @Test
  void theEndStopsWhatRunsAndLeavesNothingHalfWritten() throws IOException, InterruptedException {
    CountDownLatch begun = new CountDownLatch(1);
    Search obedient =
        (statement, network, options, listener, cancelled) -> {
          begun.countDown();
          while (!cancelled.getAsBoolean()) {
            Thread.onSpinWait();
          }
          return GatedSearch.result(statement, 0, 1);
        };
    Bench ending = new Bench(folder, obedient);
    ending.update(RARE, OFTEN);
    ending.model().verifyAll(ending.file());
    begun.await();
    ending.close();
    assertEquals(List.of(UNVERIFIED, UNVERIFIED), ending.states());
    assertEquals(List.of(), ending.certificates());
    ending.close();
    ending.verify("rare");
    ending.model().replay(ending.file(), "rare");
    ending.model().fileChanged(ending.file("net.onnx"));
    ending.model().restore(ending.read(RARE, OFTEN));
    assertEquals(List.of(UNVERIFIED, UNVERIFIED), ending.states());
  }

  @Test
  void aReplacedNetworkMakesStaleAndStops() throws IOException, InterruptedException {
    bench.update(RARE, OFTEN);
    begin("rare").finds(0.25, 0.25);
    bench.await("rare", PROVED);
    GatedSearch.Begun begun = begin("often");
    byte[] before = Files.readAllBytes(bench.file("net.onnx"));
    Files.write(bench.file("net.onnx"), other());
    bench.model().fileChanged(bench.file("net.onnx"));
    assertEquals(List.of(STALE, UNVERIFIED), bench.states());
    assertTrue(begun.cancelled().getAsBoolean());
    begun.finds(0.25, 0.25);
    bench.await("rare", v -> v.message().orElse("").endsWith("net.onnx changed"));
    bench.verify("rare");
    assertEquals(STALE, bench.state("rare"));
    bench.update(RARE, OFTEN);
    assertEquals("changed since it was verified", bench.message("rare"));
    begin("rare").finds(0.25, 0.75);
    bench.await("rare", UNDECIDED);
    Files.write(bench.file("net.onnx"), before);
    bench.model().fileChanged(bench.file("net.onnx"));
    assertEquals(STALE, bench.state("rare"));
  }

  @Test
  void aNetworkThatWasOnlyTouchedComesBack() throws IOException, InterruptedException {
    bench.update(RARE);
    begin("rare").finds(0.25, 0.25);
    bench.await("rare", PROVED);
    bench.model().fileChanged(bench.file("folder").resolve("..").resolve("net.onnx"));
    bench.await("rare", PROVED);
    Files.delete(bench.file("net.onnx"));
    bench.model().fileChanged(bench.file("net.onnx"));
    bench.await("rare", v -> v.message().orElse("").endsWith("can no longer be read"));
  }

  @Test
  void aNetworkThatNobodyReportedIsNoticedBeforeASearch() throws IOException, InterruptedException {
    bench.update(RARE);
    Files.write(bench.file("net.onnx"), other());
    bench.verify("rare");
    bench.await("rare", v -> v.message().orElse("").endsWith("net.onnx changed"));
    assertEquals(UNVERIFIED, bench.state("rare"));
    bench.update(RARE);
    begin("rare").finds(0.25, 0.25);
    bench.await("rare", PROVED);
  }

  @Test
  void anOldReadingOfTheNetworkIsNotBelieved() throws IOException, InterruptedException {
    var before = bench.read(RARE);
    bench.model().update(before);
    Files.write(bench.file("net.onnx"), other());
    bench.model().fileChanged(bench.file("net.onnx"));
    bench.await("rare", v -> v.message().orElse("").endsWith("net.onnx changed"));
    bench.model().update(before);
    assertEquals(UNVERIFIED, bench.state("rare"));
    bench.await("rare", v -> v.message().orElse("").endsWith("net.onnx changed"));
    bench.update(RARE);
    assertEquals("", bench.message("rare"));
  }

  /** Another network of the same shape: its name differs. */
  private static byte[] other() {
    byte[] network = OnnxSample.linear(2, 2);
    for (int i = 0; i + 6 <= network.length; i++) {
      if (network[i] == 'l' && network[i + 1] == 'i' && network[i + 5] == 'r') {
        network[i] = 'L';
      }
    }
    return network;
  }
}
