package surety.language.verification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static surety.language.verification.Bench.ASKED;
import static surety.language.verification.Bench.OFTEN;
import static surety.language.verification.Bench.RARE;
import static surety.language.verification.VerificationState.ANSWERED;
import static surety.language.verification.VerificationState.FAILED;
import static surety.language.verification.VerificationState.PROVED;
import static surety.language.verification.VerificationState.STALE;
import static surety.language.verification.VerificationState.VIOLATED;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import surety.certificates.arithmetic.Bound;
import surety.language.OnnxSample;
import surety.solver.Checker;

/** The real checker, its certificates, and what is found of them after a restart. */
class VerificationRestoreTest {
  private static final long SEED = 20261122;
  private static final String BAND = "query band: cdf(c) at 4 points under D;\n";

  @TempDir private Path folder;

  /** One run of the real checker on everything, which leaves the certificates. */
  @BeforeEach
  void verifyEverything() throws IOException, InterruptedException {
    try (Bench first = new Bench(folder, Checker::check)) {
      first.update(RARE, OFTEN, ASKED, BAND);
      first.model().verifyAll(first.file());
      first.await(s -> !s.isUnderWay());
      assertEquals(List.of(PROVED, VIOLATED, ANSWERED, ANSWERED), first.states());
      assertEquals(4, first.certificates().size());
      assertFalse(first.of("often").evidence().orElseThrow().isReplayed());
    }
  }

  /** A model after a restart, whose search must not be needed. */
  private Bench restarted() throws IOException {
    return new Bench(
        folder,
        (statement, network, options, listener, cancelled) -> {
          throw new AssertionError("nothing is searched for after a restart");
        });
  }

  private static boolean isOver(Verification v) {
    return v.state().isEstablished() || v.message().isPresent();
  }

  @Test
  void everythingIsFoundAgainAndReplayed() throws IOException, InterruptedException {
    try (Bench again = restarted()) {
      again.model().restore(again.read(RARE, OFTEN, ASKED, BAND));
      again.await("band", ANSWERED);
      again.await(s -> !s.isUnderWay());
      assertEquals(List.of(PROVED, VIOLATED, ANSWERED, ANSWERED), again.states());
      Evidence rare = again.of("rare").established().orElseThrow();
      assertTrue(rare.isReplayed());
      assertEquals(Optional.of(again.certificate("rare")), rare.certificate());
      assertTrue(rare.lower().compareTo(Bound.of(0.25)) <= 0);
      assertTrue(rare.upper().compareTo(Bound.of(0.25)) >= 0);
      assertEquals(4, again.of("band").established().orElseThrow().points().size());
    }
  }

  @Test
  void aRenamedPropertyIsFoundByItsStatement() throws IOException, InterruptedException {
    try (Bench again = restarted()) {
      again.model().restore(again.read(RARE.replace("rare", "seldom")));
      assertEquals(
          Optional.of(again.certificate("rare")),
          again.await("seldom", PROVED).established().orElseThrow().certificate());
    }
  }

  @Test
  void anEarlierVersionIsIgnored() throws IOException, InterruptedException {
    try (Bench again = restarted()) {
      again.model().restore(again.read(RARE.replace("1.75", "1.7")));
      Verification rare = again.await("rare", VerificationRestoreTest::isOver);
      assertEquals(STALE, rare.state());
      assertTrue(rare.message().orElseThrow().contains("another statement"));
      again.model().replay(again.file(), "rare");
      assertTrue(
          again.await("rare", FAILED).message().orElseThrow().contains("another statement: it"));
    }
  }

  @Test
  void anotherNetworkIsNoticed() throws IOException, InterruptedException {
    byte[] network = OnnxSample.linear(2, 2);
    network[network.length - 1]++;
    Files.write(folder.resolve("net.onnx"), network);
    try (Bench again = restarted()) {
      again.model().restore(again.read(RARE));
      Verification rare = again.await("rare", VerificationRestoreTest::isOver);
      assertEquals(STALE, rare.state());
      assertTrue(rare.message().orElseThrow().contains("version of the network file"));
    }
  }

  @Test
  void aForeignCertificateIsNoVerdict() throws IOException, InterruptedException {
    try (Bench again = restarted()) {
      Files.delete(again.certificate("rare"));
      Files.copy(again.certificate("often"), again.certificate("rare"));
      again.model().restore(again.read(RARE));
      Verification rare = again.await("rare", VerificationRestoreTest::isOver);
      assertEquals(STALE, rare.state());
    }
  }

  @Test
  void noTamperedByteIsEverAVerdict() throws IOException, InterruptedException {
    SplittableRandom random = new SplittableRandom(SEED);
    byte[] good = Files.readAllBytes(folder.resolve("certificates").resolve("s.rare.cert"));
    for (int run = 0; run < 30; run++) {
      byte[] bad = good.clone();
      bad[random.nextInt(bad.length)] ^= (byte) (1 << random.nextInt(8));
      requireNoVerdict(bad);
    }
  }

  @Test
  void noTruncatedCertificateIsEverAVerdict() throws IOException, InterruptedException {
    byte[] good = Files.readAllBytes(folder.resolve("certificates").resolve("s.rare.cert"));
    for (int length : new int[] {0, 1, 40, good.length / 2, good.length - 1}) {
      Verification rare = requireNoVerdict(Arrays.copyOf(good, length));
      assertEquals(FAILED, rare.state());
      assertTrue(rare.message().orElseThrow().contains("is incomplete"));
    }
  }

  private Verification requireNoVerdict(byte[] certificate)
      throws IOException, InterruptedException {
    try (Bench again = restarted()) {
      Files.write(again.certificate("rare"), certificate);
      again.model().restore(again.read(RARE));
      Verification rare = again.await("rare", VerificationRestoreTest::isOver);
      assertFalse(rare.state().isEstablished(), rare.toString());
      return rare;
    }
  }

  @Test
  void theCertificatesAreLookedForOnceTheErrorsAreGone() throws IOException, InterruptedException {
    try (Bench again = restarted()) {
      again.model().restore(again.read("prop", RARE));
      assertFalse(again.snapshot().isUnderWay());
      again.update(RARE);
      again.await("rare", PROVED);
    }
  }

  @Test
  void aCertificateThatIsReplayedOnDemand() throws IOException, InterruptedException {
    try (Bench again = restarted()) {
      again.update(RARE);
      again.model().replay(again.file(), "rare");
      assertTrue(again.await("rare", PROVED).evidence().orElseThrow().isReplayed());
      byte[] certificate = Files.readAllBytes(again.certificate("rare"));
      certificate[certificate.length / 2]++;
      Files.write(again.certificate("rare"), certificate);
      again.model().replay(again.file(), "rare");
      again.await("rare", FAILED);
      assertEquals(Optional.empty(), again.of("rare").established());
    }
  }

  @Test
  void whatTheUserAsksForComesBeforeWhatIsFound() throws IOException, InterruptedException {
    GatedSearch search = new GatedSearch();
    try (Bench again = new Bench(folder, search)) {
      String fresh = "property fresh: P(d > 1.75) < 0.5 under D;\n";
      again.update(RARE, OFTEN, fresh);
      again.verify("fresh");
      GatedSearch.Begun begun = search.next();
      again.model().restore(again.read(RARE, OFTEN, fresh));
      again.await("rare", VerificationState.QUEUED);
      again.verify("often");
      begun.finds(0.25, 0.25);
      GatedSearch.Begun often = search.next();
      assertEquals(VerificationState.QUEUED, again.state("rare"));
      often.finds(0.75, 0.75);
      again.await("rare", PROVED);
    }
  }
}
