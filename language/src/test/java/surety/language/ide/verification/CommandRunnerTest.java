package surety.language.ide.verification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonPrimitive;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.eclipse.lsp4j.ExecuteCommandParams;
import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseErrorCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import surety.language.ide.document.DocumentUri;
import surety.language.ide.protocol.Band;
import surety.language.ide.protocol.BandParams;
import surety.language.verification.Bench;
import surety.language.verification.GatedSearch;
import surety.language.verification.VerificationState;

class CommandRunnerTest {
  private static final Abilities ALL =
      new Abilities(true, true, true, true, false, false, true, false);

  @TempDir private Path folder;
  private final GatedSearch search = new GatedSearch();
  private final RecordingClient client = new RecordingClient();
  private final Audience audience = new Audience(client, ALL, uri -> {}, new ManualAlarm());
  private Bench bench;
  private CommandRunner runner;
  private String uri;

  @BeforeEach
  void begin() throws IOException {
    bench = new Bench(folder, search);
    uri = DocumentUri.of(bench.file());
    runner = new CommandRunner(bench.model());
  }

  @AfterEach
  void end() {
    bench.close();
  }

  private void open(String... claims) throws IOException {
    bench.model().restore(bench.read(claims));
  }

  private void command(String name, String... arguments) {
    runner.execute(
        new ExecuteCommandParams(
            name, Arrays.stream(arguments).<Object>map(JsonPrimitive::new).toList()),
        Optional.of(audience));
  }

  private String refusal(String name, String... arguments) {
    ResponseErrorException refused =
        assertThrows(ResponseErrorException.class, () -> command(name, arguments));
    assertEquals(ResponseErrorCode.InvalidParams.getValue(), refused.getResponseError().getCode());
    return refused.getResponseError().getMessage();
  }

  private void proveRare() throws InterruptedException {
    command(Commands.VERIFY, uri, "rare");
    search.next().finds(0.25, 0.25);
    bench.await("rare", VerificationState.PROVED);
  }

  @Test
  void commandsCancelOneOrAll() throws Exception {
    open(Bench.RARE, Bench.OFTEN, Bench.ASKED);
    command(Commands.VERIFY_ALL);
    GatedSearch.Begun first = search.next();
    command(Commands.CANCEL, uri, "often");
    assertEquals(VerificationState.UNVERIFIED, bench.state("often"));
    assertEquals(VerificationState.QUEUED, bench.state("asked"));
    command(Commands.CANCEL, uri);
    assertTrue(first.cancelled().getAsBoolean());
    assertFalse(bench.snapshot().isUnderWay());
    command(Commands.VERIFY_ALL);
    command(Commands.CANCEL);
    assertFalse(bench.snapshot().isUnderWay());
    first.finds(0, 1);
  }

  /** A token of a run that is over, or of nobody, stops no other run. */
  @Test
  void theButtonOfAProgressCancelsItsRunAndNoOther() throws Exception {
    open(Bench.RARE, Bench.OFTEN);
    command(Commands.VERIFY_ALL, uri);
    GatedSearch.Begun first = search.next();
    bench.await("rare", VerificationState.RUNNING);
    audience.show(bench.snapshot(), uri, Bench.NOW);
    for (String wrong : List.of("", "surety-2", "surety-", "rare", "SURETY-1")) {
      runner.cancelProgress(wrong, audience);
      assertFalse(first.cancelled().getAsBoolean(), wrong);
    }
    runner.cancelProgress("surety-1", audience);
    assertTrue(first.cancelled().getAsBoolean());
    first.finds(0.25, 0.25);
    GatedSearch.Begun second = search.next();
    bench.await("often", VerificationState.RUNNING);
    audience.show(bench.snapshot(), uri, Bench.NOW);
    runner.cancelProgress("surety-1", audience);
    assertFalse(second.cancelled().getAsBoolean());
    second.finds(0.75, 0.75);
    bench.await("often", VerificationState.VIOLATED);
    assertEquals(VerificationState.UNVERIFIED, bench.state("rare"));
  }

  @Test
  void aCertificateIsReplayed() throws Exception {
    open(Bench.RARE);
    command(Commands.REPLAY, uri, "rare");
    String message = bench.await("rare", VerificationState.FAILED).message().orElseThrow();
    assertTrue(message.startsWith("there is no certificate "), message);
    assertTrue(search.isIdle());
  }

  @Test
  void aBandIsDrawnOnceThereIsSomething() throws Exception {
    open(Bench.RARE);
    BandParams params = new BandParams(uri, "rare", -3, 100_000);
    assertTrue(runner.band(params).isEmpty());
    assertEquals(
        "there is nothing to draw of 'rare' yet; verify it first",
        refusal(Commands.SHOW_BAND, uri, "rare"));
    proveRare();
    Band band = runner.band(params).orElseThrow();
    assertEquals("proved", band.state());
    assertEquals("s.sure: rare", band.title());
    assertEquals(bench.snapshot().version(), band.version());
    command(Commands.SHOW_BAND, uri, "rare");
    assertEquals(1, client.shown.size());
  }

  @Test
  void withoutAnEditorAPictureIsShownToNobody() throws Exception {
    open(Bench.RARE);
    proveRare();
    runner.execute(
        new ExecuteCommandParams(
            Commands.SHOW_BAND, List.of(new JsonPrimitive(uri), new JsonPrimitive("rare"))),
        Optional.empty());
    assertEquals(0, client.shown.size());
  }

  @ParameterizedTest
  @CsvSource({
    "surety.verify, needs the address",
    "surety.replay, needs the address",
    "surety.showBand, surety.showBand needs the address",
    "surety.nonsense, there is no command",
    "'', there is no command",
  })
  void whatCannotBeDoneIsRefused(String command, String words) throws IOException {
    open(Bench.RARE);
    String refusal = refusal(command);
    assertTrue(refusal.contains(words), refusal);
  }

  @Test
  void whatIsNotThereIsRefused() throws IOException {
    open(Bench.RARE);
    String nobody = "there is no property or query 'gone' in s.sure";
    assertEquals(nobody, refusal(Commands.VERIFY, uri, "gone"));
    assertEquals(nobody, refusal(Commands.REPLAY, uri, "gone"));
    assertEquals(nobody, refusal(Commands.CANCEL, uri, "gone"));
    assertEquals(nobody, refusal(Commands.SHOW_BAND, uri, "gone"));
    assertTrue(refusal(Commands.VERIFY, uri).contains("needs the name"));
    assertTrue(refusal(Commands.VERIFY_ALL, uri, "rare").contains("no name"));
    assertTrue(refusal(Commands.VERIFY, "untitled:Untitled-1", "rare").contains("save"));
    assertTrue(refusal(Commands.CANCEL, uri + "x").contains("not a specification"));
    assertTrue(search.isIdle());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "s.sure", "::", "http://example.com/s.sure", "file:///%", "file:"})
  void anAddressOfNoFileIsRefused(String wrong) throws IOException {
    open(Bench.RARE);
    for (String command : List.of(Commands.VERIFY, Commands.REPLAY, Commands.SHOW_BAND)) {
      String refusal = refusal(command, wrong, "rare");
      assertTrue(
          refusal.contains("is no file") || refusal.contains("is not a specification"), refusal);
    }
    refusal(Commands.VERIFY_ALL, wrong);
    refusal(Commands.CANCEL, wrong);
    assertTrue(search.isIdle());
  }

  @Test
  void aBandOfNothingIsRefused() throws IOException {
    open(Bench.RARE);
    for (BandParams wrong :
        List.of(
            new BandParams(null, "rare", 1, 1),
            new BandParams(uri, null, 1, 1),
            new BandParams(uri, "gone", 1, 1),
            new BandParams(uri, "RARE", 1, 1),
            new BandParams(uri + "x", "rare", 1, 1))) {
      assertThrows(ResponseErrorException.class, () -> runner.band(wrong), wrong::toString);
    }
  }

  @Test
  void whoShowsPicturesItselfIsNotOfferedTheCommand() {
    assertFalse(CommandRunner.offered(ALL).contains(Commands.SHOW_BAND));
    assertFalse(CommandRunner.offered(Abilities.NONE).contains(Commands.SHOW_BAND));
    Abilities opens = new Abilities(false, false, true, false, false, false, false, false);
    assertTrue(CommandRunner.offered(opens).contains(Commands.SHOW_BAND));
  }
}
