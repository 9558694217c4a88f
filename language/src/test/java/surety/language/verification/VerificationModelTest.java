package surety.language.verification;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static surety.language.verification.Bench.ASKED;
import static surety.language.verification.Bench.OFTEN;
import static surety.language.verification.Bench.RARE;
import static surety.language.verification.VerificationState.ANSWERED;
import static surety.language.verification.VerificationState.FAILED;
import static surety.language.verification.VerificationState.PROVED;
import static surety.language.verification.VerificationState.QUEUED;
import static surety.language.verification.VerificationState.RUNNING;
import static surety.language.verification.VerificationState.STALE;
import static surety.language.verification.VerificationState.UNDECIDED;
import static surety.language.verification.VerificationState.UNVERIFIED;
import static surety.language.verification.VerificationState.VIOLATED;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import surety.language.Samples;

/** From one state to the next, without haste. */
class VerificationModelTest {
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

  private void prove(String name) throws InterruptedException {
    bench.verify(name);
    search.next().finds(0.25, 0.25);
    bench.await(name, PROVED);
  }

  @Test
  void nothingIsKnownAtFirst() throws IOException {
    assertEquals(0, bench.snapshot().version());
    assertEquals(List.of(), bench.states());
    bench.update(RARE, OFTEN, ASKED);
    assertEquals(List.of(UNVERIFIED, UNVERIFIED, UNVERIFIED), bench.states());
    assertEquals("", bench.message("rare"));
  }

  @Test
  void oneRunsTheOthersWait() throws IOException, InterruptedException {
    bench.update(RARE, OFTEN, ASKED);
    bench.verify("often", "rare");
    GatedSearch.Begun often = search.next();
    assertEquals(List.of(QUEUED, RUNNING, UNVERIFIED), bench.states());
    assertEquals(Thread.MIN_PRIORITY, often.priority());
    often.finds(0.75, 0.75);
    GatedSearch.Begun rare = search.next();
    assertEquals(List.of(RUNNING, VIOLATED, UNVERIFIED), bench.states());
    rare.finds(0.25, 0.25);
    bench.await("rare", PROVED);
    assertTrue(search.isIdle());
  }

  /** Nothing holds of a text that nobody has read, and nothing is lost if it says the same. */
  @Test
  void anEditIsDoubtedUntilItIsRead() throws IOException, InterruptedException {
    bench.update(RARE);
    prove("rare");
    bench.model().edited(bench.file(), Set.of());
    assertEquals(STALE, bench.state("rare"));
    assertTrue(bench.message("rare").contains("is being read"), bench.message("rare"));
    bench.verify("rare");
    assertTrue(search.isIdle());
    bench.update(RARE);
    assertEquals(PROVED, bench.state("rare"));
  }

  @Test
  void anEditDoesNotStopWhatRuns() throws IOException, InterruptedException {
    bench.update(RARE);
    bench.verify("rare");
    GatedSearch.Begun begun = search.next();
    bench.model().edited(bench.file(), Set.of());
    assertEquals(RUNNING, bench.state("rare"));
    begun.finds(0.25, 0.25);
    bench.await("rare", STALE);
    bench.update(RARE);
    assertEquals(PROVED, bench.state("rare"));
  }

  @Test
  void boundsMakeTheVerdict() throws IOException, InterruptedException {
    bench.update(RARE, OFTEN, ASKED);
    bench.verify("rare", "often", "asked");
    search.next().finds(0.25, 0.5);
    search.next().finds(0.5, 0.75);
    search.next().finds(0.5, 0.5);
    bench.await(s -> !s.isUnderWay());
    assertEquals(List.of(UNDECIDED, VIOLATED, ANSWERED), bench.states());
    assertEquals(Bench.NOW, bench.of("rare").established().orElseThrow().established());
  }

  @Test
  void theCertificateIsWrittenLikeThatOfACheck() throws IOException, InterruptedException {
    bench.update(RARE);
    prove("rare");
    assertEquals(
        Optional.of(bench.certificate("rare")),
        bench.of("rare").established().orElseThrow().certificate());
    assertEquals(List.of("s.rare.cert"), bench.certificates());
    assertArrayEquals(GatedSearch.CERTIFICATE, Files.readAllBytes(bench.certificate("rare")));
  }

  @Test
  void progressIsShownWhileItRuns() throws IOException, InterruptedException {
    bench.update(RARE);
    bench.verify("rare");
    GatedSearch.Begun begun = search.next();
    assertEquals("preparing", bench.of("rare").progress().orElseThrow().task());
    assertEquals(Optional.of(0), bench.of("rare").percent());
    begun.progresses(1, 0.125, 0.5);
    assertEquals(0.125, bench.of("rare").progress().orElseThrow().lower());
    begun.finds(0.25, 0.25);
    assertEquals(Optional.empty(), bench.await("rare", PROVED).progress());
  }

  @Test
  void whatTheSpecificationSaysWinsOverTheSettings() throws IOException, InterruptedException {
    bench.model().configure(new VerificationSettings(3, Duration.ofSeconds(7), 0.125));
    bench.update(RARE, "query q: P(c > 1.5) = ? under D within 1/4 timeout 9 s;\n");
    bench.verify("rare", "q");
    GatedSearch.Begun rare = search.next();
    rare.finds(0.25, 0.25);
    GatedSearch.Begun q = search.next();
    q.finds(0.5, 0.5);
    assertEquals(3, q.options().threads());
    assertEquals(Duration.ofSeconds(7), rare.options().timeout());
    assertEquals(0.125, rare.options().gap());
    assertEquals(Duration.ofSeconds(9), q.options().timeout());
    assertEquals(0.25, q.options().gap());
  }

  @Test
  void anEditMakesStaleWhatItChanges() throws IOException, InterruptedException {
    bench.update(RARE, ASKED);
    prove("rare");
    bench.verify("asked");
    search.next().finds(0.5, 0.5);
    bench.await("asked", ANSWERED);
    bench.update(RARE.replace("1.75", "1.76"), ASKED);
    assertEquals(List.of(STALE, ANSWERED), bench.states());
    assertEquals("changed since it was verified", bench.message("rare"));
    assertTrue(bench.of("rare").evidence().isPresent());
    assertEquals(Optional.empty(), bench.of("rare").established());
  }

  @Test
  void anEditThatIsTakenBackBringsItBack() throws IOException, InterruptedException {
    bench.update(RARE);
    prove("rare");
    bench
        .model()
        .update(bench.read(bench.file(), Samples.PRELUDE.replace("b = 1", "b = 2") + RARE));
    assertEquals(STALE, bench.state("rare"));
    bench.update(RARE.replace("<", "<="));
    assertEquals(STALE, bench.state("rare"));
    bench.update("// the same\n", RARE.replace("1.75", "7/4"));
    assertEquals(PROVED, bench.state("rare"));
  }

  @Test
  void optionsAndCommentsAreNoPartOfTheTruth() throws IOException, InterruptedException {
    bench.update(RARE);
    prove("rare");
    bench.update("// more\n", RARE.replace(";", " within 1e-6 timeout 1 s;"));
    assertEquals(PROVED, bench.state("rare"));
  }

  @Test
  void aDistributionMakesStaleWhatUsesIt() throws IOException, InterruptedException {
    String other = "distribution E for N { a ~ Uniform(0, 1); b = 1; }\n";
    bench.update(other, RARE, OFTEN.replace("under D", "under E"));
    prove("rare");
    prove("often");
    bench.update(other.replace("b = 1", "b = 2"), RARE, OFTEN.replace("under D", "under E"));
    assertEquals(List.of(PROVED, STALE), bench.states());
  }

  @Test
  void nothingHoldsOverErrors() throws IOException, InterruptedException {
    bench.update(RARE, OFTEN);
    prove("rare");
    String broken = Samples.PRELUDE.replace("b = 1", "b = [") + RARE + OFTEN;
    bench.model().update(bench.read(bench.file(), broken));
    assertEquals(List.of(STALE, UNVERIFIED), bench.states());
    assertTrue(bench.message("rare").contains("line 3"), bench.message("rare"));
    assertEquals(Optional.of(bench.message("rare")), bench.snapshot().errors());
    bench.verify("rare", "often");
    bench.model().verifyAll(bench.file());
    bench.model().replay(bench.file(), "rare");
    assertEquals(List.of(STALE, UNVERIFIED), bench.states());
    bench.update(RARE, OFTEN);
    assertEquals(List.of(PROVED, UNVERIFIED), bench.states());
    assertTrue(search.isIdle());
  }

  /** A half-typed claim is no business of the others. */
  @Test
  void whatHasNoErrorsStandsBesideWhatHas() throws IOException, InterruptedException {
    bench.update(RARE, OFTEN);
    prove("rare");
    bench.update("property new: P(c >\n", RARE, OFTEN.replace("under D", "under "), ASKED);
    assertEquals(List.of("rare", "often", "asked"), names());
    assertEquals(List.of(PROVED, UNVERIFIED, UNVERIFIED), bench.states());
    assertTrue(bench.snapshot().errors().orElseThrow().contains("line 5"));
    assertEquals(5, bench.of("rare").obligation().region().line());
    assertEquals(6, bench.of("often").obligation().region().line());
    assertEquals("", bench.message("rare"));
    bench.verify("often", "asked");
    GatedSearch.Begun asked = search.next();
    assertEquals(List.of(PROVED, UNVERIFIED, RUNNING), bench.states());
    asked.finds(0.5, 0.5);
    bench.await("asked", ANSWERED);
    bench.update(RARE, OFTEN, ASKED);
    assertEquals(List.of(PROVED, UNVERIFIED, ANSWERED), bench.states());
  }

  /** Nothing is shown of what stands in the text no more, and nothing thrown away yet. */
  @Test
  void whatIsNotInABrokenTextIsNotShown() throws IOException, InterruptedException {
    bench.update(RARE, OFTEN);
    prove("rare");
    bench.update(RARE.replace("rare", "rar").replace("under D", "under"), OFTEN);
    assertEquals(List.of("often"), names());
    bench.update(RARE, OFTEN);
    assertEquals(List.of(PROVED, UNVERIFIED), bench.states());
  }

  private List<String> names() {
    return bench.snapshot().verifications().stream().map(Verification::name).toList();
  }

  @Test
  void aHalfTypedWordThrowsNothingAway() throws IOException, InterruptedException {
    bench.update(RARE, OFTEN);
    prove("rare");
    bench.update("prop\n", RARE, OFTEN);
    assertEquals(Map.of(PROVED, 1, UNVERIFIED, 1), bench.snapshot().counts());
    bench.update(RARE, OFTEN);
    assertEquals(List.of(PROVED, UNVERIFIED), bench.states());
  }

  @Test
  void whatIsNotThereIsGone() throws IOException, InterruptedException {
    bench.update(RARE, OFTEN);
    prove("rare");
    bench.update(OFTEN);
    assertEquals(Optional.empty(), bench.snapshot().find("rare"));
    bench.update(RARE, OFTEN);
    assertEquals(List.of(UNVERIFIED, UNVERIFIED), bench.states());
  }

  @Test
  void verifyAllLeavesOutWhatIsSettled() throws IOException, InterruptedException {
    bench.update(RARE, OFTEN, ASKED);
    prove("rare");
    bench.model().verifyAll(bench.file());
    GatedSearch.Begun often = search.next();
    assertEquals(List.of(PROVED, RUNNING, QUEUED), bench.states());
    often.finds(0.25, 0.75);
    search.next().finds(0.25, 0.5);
    bench.await("asked", ANSWERED);
    bench.model().verifyAll(bench.file());
    often = search.next();
    assertEquals(List.of(PROVED, RUNNING, ANSWERED), bench.states());
    bench.model().cancelAll(bench.file());
    assertEquals(List.of(PROVED, UNDECIDED, ANSWERED), bench.states());
    often.finds(0, 1);
  }

  @Test
  void aFaultOfTheSearchEndsOnlyThatRun() throws IOException, InterruptedException {
    bench.update(RARE, OFTEN);
    bench.verify("rare", "often");
    search.next().end().completeExceptionally(new IllegalStateException("on purpose"));
    search.next().finds(0, 0);
    bench.await("often", PROVED);
    assertEquals(FAILED, bench.state("rare"));
    assertTrue(bench.message("rare").contains("fault of Surety"), bench.message("rare"));
    prove("rare");
    assertEquals("", bench.message("rare"));
  }

  /** The server goes on, and says what to do. */
  @Test
  void whatDoesNotFitIntoMemoryFailsInWords() throws IOException, InterruptedException {
    bench.update(RARE, OFTEN, ASKED);
    bench.verify("rare", "often", "asked");
    search.next().end().completeExceptionally(new OutOfMemoryError("on purpose"));
    GatedSearch.Begun often = search.next();
    assertEquals(FAILED, bench.state("rare"));
    assertTrue(bench.message("rare").contains("-Xmx"), bench.message("rare"));
    bench.model().shortage();
    assertTrue(often.cancelled().getAsBoolean());
    often.finds(0.25, 0.25);
    GatedSearch.Begun asked = search.next();
    assertTrue(bench.message("often").contains("the memory was full"), bench.message("often"));
    asked.finds(0.5, 0.5);
    bench.await("asked", ANSWERED);
    bench.model().shortage();
    assertEquals(ANSWERED, bench.state("asked"));
  }

  @Test
  void aFailureIsForgottenByAnEdit() throws IOException, InterruptedException {
    bench.update(RARE);
    bench.model().replay(bench.file(), "rare");
    Verification failed = bench.await("rare", FAILED);
    assertTrue(failed.message().orElseThrow().contains("there is no certificate"));
    bench.update(RARE.replace("1.75", "1.8"));
    assertEquals(UNVERIFIED, bench.state("rare"));
    assertEquals("", bench.message("rare"));
  }

  @Test
  void aFolderThatCannotBeWrittenIsOneMessage() throws IOException, InterruptedException {
    Files.write(folder.resolve("certificates"), new byte[] {7});
    bench.update(RARE, OFTEN, ASKED);
    bench.model().verifyAll(bench.file());
    bench.await(s -> !s.isUnderWay());
    assertEquals(List.of(FAILED, UNVERIFIED, UNVERIFIED), bench.states());
    assertTrue(bench.message("rare").contains("a file is in its place"), bench.message("rare"));
    assertEquals("", bench.message("often"));
    assertTrue(search.isIdle());
  }

  @Test
  void aCertificateWithoutRoomTakesNothingFromTheVerdict()
      throws IOException, InterruptedException {
    Files.createDirectories(bench.certificate("rare").resolve("in the way"));
    bench.update(RARE);
    prove("rare");
    assertTrue(bench.message("rare").contains("could not be written"), bench.message("rare"));
    assertEquals(Optional.empty(), bench.of("rare").established().orElseThrow().certificate());
    assertEquals(List.of("s.rare.cert"), bench.certificates());
  }

  @Test
  void boundsOfSomethingElseAreNotShown() throws IOException, InterruptedException {
    bench.update(RARE, OFTEN);
    bench.verify("rare");
    GatedSearch.Begun begun = search.next();
    begun
        .end()
        .complete(GatedSearch.result(bench.of("often").obligation().statement(), 0.25, 0.25));
    bench.await("rare", STALE);
  }

  @Test
  void aSnapshotStaysAsItWas() throws IOException, InterruptedException {
    bench.update(RARE, OFTEN);
    VerificationSnapshot before = bench.snapshot();
    assertSame(before, bench.snapshot());
    prove("rare");
    VerificationSnapshot after = bench.snapshot();
    assertEquals(UNVERIFIED, before.find("rare").orElseThrow().state());
    assertEquals(Map.of(UNVERIFIED, 2), before.counts());
    assertEquals(Map.of(UNVERIFIED, 1, PROVED, 1), after.counts());
    assertTrue(after.version() > before.version());
    assertThrows(UnsupportedOperationException.class, () -> after.verifications().clear());
    assertThrows(UnsupportedOperationException.class, () -> after.counts().clear());
  }

  @Test
  void aClosedSpecificationIsForgotten() throws IOException, InterruptedException {
    bench.update(RARE);
    bench.verify("rare");
    GatedSearch.Begun begun = search.next();
    long version = bench.snapshot().version();
    bench.model().forget(bench.file());
    assertTrue(begun.cancelled().getAsBoolean());
    assertEquals(List.of(), bench.model().snapshots());
    bench.update(RARE);
    begun.finds(0.25, 0.25);
    prove("rare");
    assertTrue(bench.snapshot().version() > version);
  }

  @Test
  void aThousandAtOnce() throws IOException, InterruptedException {
    try (Bench many =
        new Bench(
            folder,
            (statement, network, options, listener, cancelled) ->
                GatedSearch.result(statement, 0.25, 0.25))) {
      String[] claims = new String[1000];
      for (int i = 0; i < claims.length; i++) {
        claims[i] = "property p" + i + ": P(c > 1." + (1000 + i) + ") < 0.5 under D;\n";
      }
      many.update(claims);
      many.model().verifyAll(many.file());
      many.await(s -> !s.isUnderWay());
      assertEquals(Map.of(PROVED, 1000), many.snapshot().counts());
      claims[500] = claims[500].replace("0.5", "0.4");
      many.update(claims);
      assertEquals(Map.of(PROVED, 999, STALE, 1), many.snapshot().counts());
      assertEquals(STALE, many.state("p500"));
      assertEquals(1000, many.certificates().size());
    }
  }

  @Test
  void whatNobodyKnowsIsIgnored() throws IOException {
    bench.update(RARE);
    bench.verify("nothing");
    bench.model().replay(bench.file(), "nothing");
    bench.model().cancel(bench.file(), List.of("nothing"));
    Path other = bench.file("other.sure");
    bench.model().verifyAll(other);
    bench.model().cancelAll(other);
    bench.model().forget(other);
    bench.model().fileChanged(other);
    assertEquals(List.of(UNVERIFIED), bench.states());
  }
}
