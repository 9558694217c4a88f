package surety.language.verification;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import surety.certificates.arithmetic.Bound;
import surety.certificates.network.Network;
import surety.certificates.statement.Statement;
import surety.certificates.statement.Verdict;
import surety.certificates.stop.StoppedException;
import surety.language.Obligation;
import surety.language.OnnxSample;
import surety.language.Samples;
import surety.language.SpecificationReader;
import surety.language.WantedGap;
import surety.language.storage.CertificateFolder;
import surety.solver.BandPoint;
import surety.solver.Checker;
import surety.solver.Progress;
import surety.solver.ProgressListener;
import surety.solver.Result;
import surety.solver.SearchOptions;
import surety.solver.StopReason;

/** Outputs c and d are 1 + a, and a is uniform on [0, 1]. */
class IncrementalVerifierTest {
  /** Its probability is the limit, so that bounds never settle it. */
  private static final String OPEN = "property open: P(c > 4/3) <= 2/3 under D;\n";

  @TempDir private Path folder;
  private Path file;
  private CertificateFolder certificates;
  private int searches;
  private boolean isCancelled;
  private Search search = Checker::check;

  @BeforeEach
  void writeNetwork() throws IOException {
    new Samples(folder);
    file = folder.resolve("s.sure");
    certificates = CertificateFolder.beside(file);
  }

  private Obligation obligation(String claim) throws IOException {
    Files.writeString(file, Samples.PRELUDE + claim);
    return new SpecificationReader().read(file).obligations().get(0);
  }

  /** As a new process would. */
  private IncrementalVerifier verifier() {
    return new IncrementalVerifier(new Verifier(this::search, () -> Bench.NOW), certificates);
  }

  private Result search(
      Statement statement,
      List<Network> networks,
      SearchOptions options,
      ProgressListener listener,
      BooleanSupplier cancelled) {
    searches++;
    return search.run(statement, networks, options, listener, cancelled);
  }

  private IncrementalVerifier.Verified verify(Obligation obligation, String gap) {
    Budget budget = Budget.of(WantedGap.parse(gap), SearchOptions.defaults());
    return verifier().verify(obligation, budget, networks(), caller());
  }

  private IncrementalVerifier.Verified verify(String claim) throws IOException {
    return verify(obligation(claim), "1e-9");
  }

  private Networks networks() {
    return new Networks(() -> false);
  }

  private Caller caller() {
    return new Caller() {
      @Override
      public void progressed(Progress progress) {}

      @Override
      public boolean isCancelled() {
        return isCancelled;
      }

      @Override
      public boolean isPartWanted() {
        return true;
      }
    };
  }

  private static Evidence evidence(IncrementalVerifier.Verified verified) {
    return assertInstanceOf(Ending.Established.class, verified.ending()).evidence();
  }

  private Path certificate(String name) {
    return folder.resolve("certificates").resolve("s." + name + ".cert");
  }

  /** With these bounds in place of what there is, and a certificate of one byte. */
  private static Search finding(double lower, double upper, Optional<Verdict> verdict) {
    return (statement, networks, options, listener, cancelled) ->
        new Result(
            statement,
            verdict,
            List.of(new BandPoint(Double.NaN, Bound.of(lower), Bound.of(upper))),
            0.5,
            3,
            StopReason.TIMEOUT,
            new byte[] {42},
            Optional.empty(),
            false,
            List.of());
  }

  @Test
  void whatIsUnchangedIsNotSearchedAgain() throws IOException {
    Evidence first = evidence(verify(Bench.RARE));
    IncrementalVerifier.Verified again = verify("// another comment\n" + Bench.RARE);
    assertEquals(1, searches);
    assertEquals(List.of(), again.notes());
    assertTrue(evidence(again).isReplayed() && !first.isReplayed());
    assertEquals(first.points(), evidence(again).points());
    assertEquals(first.certificate(), evidence(again).certificate());
  }

  @Test
  void aViolatedOneHasAWitnessAgain() throws IOException {
    verify(Bench.OFTEN);
    Evidence again = evidence(verify(Bench.OFTEN));
    assertEquals(1, searches);
    assertEquals(VerificationState.VIOLATED, again.state());
    assertTrue(again.witness().isPresent());
  }

  @Test
  void anotherStatementIsSearched() throws IOException {
    verify(Bench.RARE);
    IncrementalVerifier.Verified other = verify(Bench.RARE.replace("1.75", "1.7"));
    assertEquals(2, searches);
    assertTrue(
        other.notes().get(0).contains("is about another statement"), other.notes()::toString);
    assertFalse(evidence(other).isReplayed());
    verify(Bench.RARE.replace("1.75", "1.7"));
    assertEquals(2, searches);
  }

  @Test
  void anotherNetworkIsSearched() throws IOException {
    verify(Bench.RARE);
    byte[] model = OnnxSample.linear(2, 2);
    byte[] described = Arrays.copyOf(model, model.length + 3);
    System.arraycopy(new byte[] {0x32, 1, 'x'}, 0, described, model.length, 3); // its doc_string
    Files.write(folder.resolve("net.onnx"), described);
    IncrementalVerifier.Verified other = verify(Bench.RARE);
    assertEquals(2, searches);
    assertTrue(
        other.notes().get(0).contains("another version of the network file"),
        other.notes()::toString);
  }

  @Test
  void aNetworkThatIsNoLongerTheOneOfTheStatementIsNotBelieved() throws IOException {
    Obligation obligation = obligation(Bench.RARE);
    verify(obligation, "1e-9");
    Files.write(folder.resolve("net.onnx"), new byte[] {1});
    assertInstanceOf(Ending.OtherNetwork.class, verify(obligation, "1e-9").ending());
    assertEquals(1, searches);
  }

  @Test
  void aCertificateThatDoesNotReplayIsReplaced() throws IOException {
    verify(Bench.RARE);
    byte[] good = Files.readAllBytes(certificate("rare"));
    for (int change : List.of(30, good.length / 2, good.length - 3)) {
      byte[] bad = good.clone();
      bad[change] ^= 1;
      assertReplaced(bad, good);
    }
    assertReplaced(new byte[0], good);
    assertReplaced(Arrays.copyOf(good, good.length - 20), good);
    assertEquals(6, searches);
  }

  private void assertReplaced(byte[] bad, byte[] good) throws IOException {
    Files.write(certificate("rare"), bad);
    IncrementalVerifier.Verified verified = verify(Bench.RARE);
    assertEquals(1, verified.notes().size());
    String note = verified.notes().get(0);
    assertTrue(note.startsWith("searched anew: "), note);
    assertFalse(note.contains("verify again"), note);
    assertFalse(evidence(verified).isReplayed());
    assertArrayEquals(good, Files.readAllBytes(certificate("rare")));
  }

  @Test
  void whatIsNotAsCloseAsIsWantedNowIsSearchedAgain() throws IOException {
    Obligation open = obligation(OPEN);
    verify(open, "1e-9");
    assertTrue(evidence(verify(open, "1e-9")).isReplayed());
    assertEquals(1, searches);
    verify(open, "1e-300");
    assertEquals(2, searches);
  }

  @Test
  void boundsThatAreNotCloserLeaveTheCertificate() throws IOException {
    Obligation open = obligation(OPEN);
    Evidence first = evidence(verify(open, "1e-9"));
    byte[] bytes = Files.readAllBytes(certificate("open"));
    search = finding(0.25, 0.75, Optional.of(Verdict.UNDECIDED));
    IncrementalVerifier.Verified verified = verify(open, "1e-300");
    assertEquals(2, searches);
    assertEquals(first.points(), evidence(verified).points());
    assertFalse(evidence(verified).isReplayed());
    assertEquals(Optional.of(certificate("open")), evidence(verified).certificate());
    assertTrue(verified.notes().get(0).contains("nothing closer was found"));
    assertArrayEquals(bytes, Files.readAllBytes(certificate("open")));
  }

  @Test
  void boundsThatAreDecidedReplaceIt() throws IOException {
    Obligation open = obligation(OPEN);
    verify(open, "1e-9");
    search = finding(0.25, 0.5, Optional.of(Verdict.PROVED));
    IncrementalVerifier.Verified verified = verify(open, "1e-300");
    assertEquals(List.of(), verified.notes());
    assertArrayEquals(new byte[] {42}, Files.readAllBytes(certificate("open")));
  }

  @Test
  void anEndWithoutBoundsTakesNothingAway() throws IOException {
    Obligation open = obligation(OPEN);
    Evidence first = evidence(verify(open, "1e-9"));
    search =
        (statement, networks, options, listener, cancelled) -> {
          throw new StoppedException();
        };
    Evidence kept = evidence(verify(open, "1e-300"));
    assertEquals(first.points(), kept.points());
    assertEquals(StopReason.TIMEOUT, kept.stopped().orElseThrow().reason());
  }

  @Test
  void afterARenamingTheCertificateIsCopied() throws IOException {
    verify(Bench.RARE);
    Evidence renamed = evidence(verify(Bench.RARE.replace("rare", "seldom")));
    assertEquals(1, searches);
    assertEquals(Optional.of(certificate("seldom")), renamed.certificate());
    assertArrayEquals(
        Files.readAllBytes(certificate("rare")), Files.readAllBytes(certificate("seldom")));
  }

  @Test
  void theCertificateOfAnotherStatementUnderItsNameIsNotBelieved() throws IOException {
    verify(Bench.OFTEN);
    Files.copy(certificate("often"), certificate("rare"));
    assertEquals(VerificationState.PROVED, evidence(verify(Bench.RARE)).state());
    assertEquals(2, searches);
  }

  @Test
  void withoutCertificatesThereIsNothingToReplay() throws IOException {
    certificates = CertificateFolder.none();
    verify(Bench.RARE);
    verify(Bench.RARE);
    assertEquals(2, searches);
  }

  @Test
  void whatIsCancelledIsNeitherReplayedNorSearched() throws IOException {
    verify(Bench.RARE);
    isCancelled = true;
    assertInstanceOf(Ending.Stopped.class, verify(Bench.RARE).ending());
    assertEquals(1, searches);
  }

  @Test
  void onlyWhatSettlesIsUnchanged() throws IOException {
    Obligation open = obligation(OPEN);
    Budget budget = Budget.of(WantedGap.parse("1e-9"), SearchOptions.defaults());
    assertTrue(verifier().unchanged(open, budget, networks(), caller()).isEmpty());
    verify(open, "1e-9");
    assertTrue(verifier().unchanged(open, budget, networks(), caller()).isPresent());
    Budget closer = Budget.of(WantedGap.parse("1e-300"), SearchOptions.defaults());
    assertTrue(verifier().unchanged(open, closer, networks(), caller()).isEmpty());
    Files.write(certificate("open"), new byte[] {1, 2, 3});
    assertTrue(verifier().unchanged(open, budget, networks(), caller()).isEmpty());
    assertEquals(1, searches);
  }
}
