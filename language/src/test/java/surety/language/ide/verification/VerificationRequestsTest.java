package surety.language.ide.verification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.apache.log4j.Level;
import org.apache.log4j.Logger;
import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;
import org.eclipse.xtext.ide.server.concurrent.ReadRequest;
import org.eclipse.xtext.ide.server.concurrent.RequestManager;
import org.eclipse.xtext.service.OperationCanceledManager;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import surety.language.ide.document.DocumentUri;
import surety.language.ide.protocol.Band;
import surety.language.ide.protocol.BandParams;
import surety.language.ide.protocol.Standing;
import surety.language.ide.protocol.StandingParams;
import surety.language.verification.Bench;
import surety.language.verification.GatedSearch;
import surety.language.verification.VerificationState;

class VerificationRequestsTest {
  @TempDir private Path folder;
  private final GatedSearch search = new GatedSearch();
  private final ExecutorService executor = Executors.newCachedThreadPool();
  private final RequestManager manager =
      new RequestManager(executor, new OperationCanceledManager());
  private final Logger log = Logger.getLogger(ReadRequest.class);
  private final Level before = log.getLevel();
  private Bench bench;
  private VerificationRequests requests;
  private String uri;

  @BeforeEach
  void begin() throws IOException {
    // What is refused on purpose does not fill the log.
    log.setLevel(Level.OFF);
    bench = new Bench(folder, search);
    uri = DocumentUri.of(bench.file());
    VerificationService service =
        new VerificationService(bench.model(), () -> Bench.NOW, new NoAlarm(), new NoAlarm());
    service.readClosed(bench.read(Bench.RARE, Bench.OFTEN));
    requests = new VerificationRequests(service, manager);
  }

  @AfterEach
  void end() {
    log.setLevel(before);
    manager.shutdown();
    executor.shutdownNow();
    bench.close();
  }

  /** Nothing grows older. */
  private static final class NoAlarm implements Alarm {
    @Override
    public void after(int milliseconds, Runnable task) {}

    @Override
    public void close() {}
  }

  private static <T> T get(CompletableFuture<T> answer) throws Exception {
    return answer.get(1, TimeUnit.MINUTES);
  }

  private Band band(String name) throws Exception {
    return get(requests.band(new BandParams(uri, name, 640, 400)));
  }

  private void proveRare() throws InterruptedException {
    bench.verify("rare");
    search.next().finds(0.25, 0.25);
    bench.await("rare", VerificationState.PROVED);
  }

  @Test
  void whereThereIsNothingToDrawTheAnswerIsNothing() throws Exception {
    assertNull(band("rare"));
    proveRare();
    assertEquals("proved", band("rare").state());
    assertNull(band("often"));
  }

  /** An editor asks for any size; a picture is at least large enough to be read. */
  @Test
  void aSizeThatMakesNoSenseIsMended() throws Exception {
    proveRare();
    for (int size : new int[] {0, -1, Integer.MIN_VALUE, Integer.MAX_VALUE}) {
      assertTrue(
          get(requests.band(new BandParams(uri, "rare", size, size))).svg().contains("<svg"));
    }
  }

  @Test
  void whatIsNotThereIsRefusedInTheAnswer() {
    for (BandParams wrong :
        List.of(
            new BandParams(uri, "gone", 640, 400),
            new BandParams(uri, null, 640, 400),
            new BandParams(null, "rare", 640, 400),
            new BandParams("", "rare", 640, 400),
            new BandParams("untitled:Untitled-1", "rare", 640, 400),
            new BandParams(uri + "x", "rare", 640, 400))) {
      CompletableFuture<Band> answer = requests.band(wrong);
      ExecutionException refused =
          assertThrows(ExecutionException.class, () -> get(answer), wrong::toString);
      assertInstanceOf(ResponseErrorException.class, refused.getCause(), wrong::toString);
    }
  }

  @Test
  void aRefusalHoldsUpNobody() throws Exception {
    CompletableFuture<Band> wrong = requests.band(new BandParams(null, null, 0, 0));
    assertNull(band("rare"));
    assertThrows(ExecutionException.class, () -> get(wrong));
  }

  /** What an edit changes is seen in the answer to what was asked after it. */
  @Test
  void whatWasAskedForBeforeIsDoneFirst() throws Exception {
    proveRare();
    CountDownLatch gate = new CountDownLatch(1);
    CompletableFuture<Void> edit =
        manager.runWrite(
            () -> null,
            (cancel, nothing) -> {
              await(gate);
              bench.model().edited(bench.file(), Set.of());
              return null;
            });
    CompletableFuture<Band> answer = requests.band(new BandParams(uri, "rare", 640, 400));
    assertFalse(answer.isDone());
    gate.countDown();
    assertEquals("stale", get(answer).state());
    assertNull(get(edit));
  }

  private Standing standing(String address) throws Exception {
    return get(requests.standing(new StandingParams(address)));
  }

  /** A client that took back a result while one typed learns whether it holds after all. */
  @Test
  void whichResultsHoldIsToldAfterTheEditsThatWereSentBefore() throws Exception {
    assertEquals(List.of(), standing(uri).names());
    proveRare();
    assertEquals(List.of("rare"), standing(uri).names());
    CountDownLatch gate = new CountDownLatch(1);
    var edit =
        manager.runWrite(
            () -> null,
            (cancel, nothing) -> {
              await(gate);
              bench.model().edited(bench.file(), Set.of());
              return null;
            });
    CompletableFuture<Standing> answer = requests.standing(new StandingParams(uri));
    assertFalse(answer.isDone());
    gate.countDown();
    assertEquals(List.of(), get(answer).names());
    assertNull(get(edit));
  }

  @Test
  void theVersionIsThatOfTheStatesThatSayTheSame() throws Exception {
    proveRare();
    long before;
    long told;
    do { // states may still be on their way
      before = bench.model().snapshot(bench.file()).version();
      told = standing(uri).version();
    } while (before != bench.model().snapshot(bench.file()).version());
    assertEquals(before, told);
  }

  @Test
  void whatRunsAgainHasNoResultMeanwhile() throws Exception {
    proveRare();
    bench.verify("rare");
    search.next();
    assertEquals(List.of(), standing(uri).names());
  }

  @Test
  void ofWhatIsNotKnownNothingHolds() throws Exception {
    for (String address : new String[] {null, "", "untitled:Untitled-1", uri + "x"}) {
      assertEquals(List.of(), standing(address).names(), address);
    }
  }

  private static void await(CountDownLatch gate) {
    try {
      assertTrue(gate.await(1, TimeUnit.MINUTES));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
