package surety.language.ide.verification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.eclipse.lsp4j.ExecuteCommandParams;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import surety.language.Samples;
import surety.language.Specification;
import surety.language.ide.document.DocumentUri;
import surety.language.ide.protocol.BandParams;
import surety.language.ide.protocol.SpecificationStatus;
import surety.language.verification.Bench;
import surety.language.verification.GatedSearch;
import surety.language.verification.VerificationSnapshot;
import surety.language.verification.VerificationState;

class VerificationServiceTest {
  private static final Abilities ALL =
      new Abilities(true, true, true, true, false, false, true, false);

  @TempDir private Path folder;
  private final GatedSearch search = new GatedSearch();
  private final ManualAlarm alarm = new ManualAlarm();
  private final ManualAlarm fileAlarm = new ManualAlarm();
  private final RecordingClient client = new RecordingClient();
  private final BlockingQueue<String> drawn = new LinkedBlockingQueue<>();
  private Bench bench;
  private VerificationService service;
  private String uri;

  @BeforeEach
  void begin() throws IOException {
    bench = new Bench(folder, search);
    service = new VerificationService(bench.model(), () -> Bench.NOW, alarm, fileAlarm);
    service.attend(client, ALL, drawn::add);
    uri = DocumentUri.of(bench.file());
  }

  @AfterEach
  void end() {
    service.close();
  }

  private void open(String... claims) throws IOException {
    service.opened(uri, text(claims));
    service.read(bench.read(claims), 0);
  }

  private void command(String name, String... arguments) {
    service.execute(
        new ExecuteCommandParams(
            name, Arrays.stream(arguments).<Object>map(JsonPrimitive::new).toList()));
  }

  private String message(String name) {
    return service.snapshot(bench.file()).find(name).orElseThrow().message().orElse("");
  }

  private void proveRare() throws InterruptedException {
    command(Commands.VERIFY, uri, "rare");
    search.next().finds(0.25, 0.25);
    bench.await("rare", VerificationState.PROVED);
  }

  /** Waits until the client was told. */
  private void awaitStatus(Predicate<SpecificationStatus> wanted) throws InterruptedException {
    synchronized (client) {
      long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
      while (client.statuses.stream().noneMatch(wanted)) {
        assertTrue(System.nanoTime() < end, () -> client.statuses.toString());
        client.wait(10);
      }
    }
  }

  private static String text(String... claims) {
    return Samples.PRELUDE + String.join("", claims);
  }

  @Test
  void anEditElsewhereChangesNothing() throws Exception {
    open(Bench.RARE, Bench.OFTEN);
    proveRare();
    long version = bench.snapshot().version();
    for (String other :
        List.of("// more\n", "/* c */", "prop\n", "property x: P(c >\n", "  \n\n")) {
      service.edited(uri, text(Bench.RARE, other, Bench.OFTEN));
      assertEquals(VerificationState.PROVED, bench.state("rare"), other);
      assertEquals("", message("often"), other);
    }
    assertTrue(bench.snapshot().version() >= version);
  }

  /** Not even for as long as it takes to read the text. */
  @Test
  void anEditOfWhatIsClaimedMakesStaleAtOnce() throws Exception {
    open(Bench.RARE);
    proveRare();
    for (String edited :
        List.of(
            text(Bench.RARE.replace("0.5", "0.55")),
            text(Bench.RARE.replace("rare", "rarely")),
            text(Bench.RARE.replace("c >", "c /* > */ -")),
            text(Bench.RARE).replace("b = 1", "b = 2"),
            text(Bench.RARE).replace("net.onnx", "nit.onnx"),
            text(Bench.RARE).replace("real", "float32"),
            text(Bench.RARE).replace("semantics real;", ""),
            text(Bench.RARE, "distribution D for N { a = 1; b = 1; }\n"),
            text(Bench.RARE, "property rare: P(c > 3) < 1 under D;\n"),
            text("/*", Bench.RARE),
            "")) {
      service.edited(uri, edited);
      assertEquals(VerificationState.STALE, bench.state("rare"), edited);
      assertEquals("the specification was edited and is being read", message("rare"), edited);
      assertTrue(service.messages(uri, true).isEmpty(), edited);
      service.edited(uri, text("// what it was\n", Bench.RARE));
      assertEquals(VerificationState.PROVED, bench.state("rare"), edited);
    }
  }

  @Test
  void whatWasReadBeforeTheLastEditDoesNotCount() throws Exception {
    open(Bench.RARE);
    proveRare();
    Specification before = bench.read(Bench.RARE, Bench.OFTEN);
    service.edited(uri, before.text());
    service.edited(uri, text(Bench.OFTEN));
    service.read(before, 1);
    assertEquals(1, service.snapshot(bench.file()).verifications().size());
    assertEquals(VerificationState.STALE, bench.state("rare"));
    service.read(before, 2);
    assertEquals(VerificationState.PROVED, bench.state("rare"));
  }

  /** An editor brings back what was not saved. */
  @Test
  void whatIsOpenedWithAnotherTextThanItsFileHoldsNot() throws Exception {
    service.readClosed(bench.read(Bench.RARE, Bench.OFTEN));
    proveRare();
    service.opened(uri, text(Bench.RARE.replace("1.75", "1.7"), Bench.OFTEN));
    assertEquals(VerificationState.STALE, bench.state("rare"));
    assertEquals("", message("often"));
    service.closed(uri);
    service.readClosed(bench.read(Bench.RARE, Bench.OFTEN));
    service.opened(uri, text(Bench.RARE, "// more\n", Bench.OFTEN));
    assertEquals("", message("often"));
  }

  /** Nobody would ever read it again. */
  @Test
  void anEditOfADocumentThatWasClosedIsInNobodysDoubt() throws Exception {
    open(Bench.RARE);
    service.edited(uri, "");
    service.closed(uri);
    service.readClosed(bench.read(Bench.RARE));
    service.edited(uri, "");
    assertEquals("", message("rare"));
    command(Commands.VERIFY, uri, "rare");
    search.next().finds(0.25, 0.25);
    bench.await("rare", VerificationState.PROVED);
  }

  @Test
  void aReadingThatComesAfterTheEndIsDropped() throws Exception {
    open(Bench.RARE);
    Specification late = bench.read(Bench.RARE, Bench.OFTEN);
    service.closed(uri);
    service.read(late, 0);
    service.edited(uri, "");
    assertEquals(0, service.snapshot(bench.file()).version());
  }

  @Test
  void theFileOfAnOpenDocumentDoesNotCount() throws Exception {
    open(Bench.RARE);
    service.readClosed(bench.read(Bench.OFTEN));
    service.forget(bench.file());
    assertTrue(service.snapshot(bench.file()).find("rare").isPresent());
    assertTrue(service.isOpen(bench.file()));
    service.closed(uri);
    assertFalse(service.isOpen(bench.file()));
    service.readClosed(bench.read(Bench.OFTEN));
    assertTrue(service.snapshot(bench.file()).find("often").isPresent());
    service.forget(bench.file());
    assertEquals(0, service.snapshot(bench.file()).version());
  }

  @Test
  void whatWasNeverOpenedIsNotClosed() throws Exception {
    service.readClosed(bench.read(Bench.RARE));
    service.closed(uri);
    service.closed("untitled:Untitled-1");
    service.edited("untitled:Untitled-1", "");
    service.edited("::", "");
    service.opened("http://example.com/s.sure", "");
    assertTrue(service.snapshot(bench.file()).find("rare").isPresent());
  }

  @Test
  void theLastThatIsToldOfWhatIsClosedIsThatItIsGone() throws Exception {
    open(Bench.RARE);
    command(Commands.VERIFY, uri, "rare");
    GatedSearch.Begun begun = search.next();
    awaitStatus(s -> s.summary().equals("1 running"));
    service.closed(uri);
    assertTrue(begun.cancelled().getAsBoolean());
    begun.finds(0.25, 0.25);
    service.opened(uri, text(Bench.OFTEN));
    service.read(bench.read(Bench.OFTEN), 0);
    awaitStatus(s -> s.properties().stream().anyMatch(p -> p.name().equals("often")));
    List<SpecificationStatus> told = List.copyOf(client.statuses);
    int gone = told.indexOf(told.stream().filter(s -> s.properties().isEmpty()).findAny().get());
    assertTrue(told.get(gone).version() > told.get(gone - 1).version());
    assertTrue(told.get(gone + 1).version() > told.get(gone).version());
    assertEquals("often", told.get(gone + 1).properties().get(0).name());
    assertEquals("surety-1 end", client.progress.get(client.progress.size() - 1));
  }

  @Test
  void anAddressThatIsWrittenOtherwiseReplacesTheOneThatWasTold() throws Exception {
    service.readClosed(bench.read(Bench.RARE));
    awaitStatus(s -> s.uri().equals(uri));
    String other = uri.replace("s.sure", "%73.sure");
    service.opened(other, text(Bench.RARE));
    service.read(bench.read(Bench.RARE), 0);
    awaitStatus(s -> s.uri().equals(other));
    SpecificationStatus gone =
        client.statuses.stream().filter(s -> s.properties().isEmpty()).findFirst().orElseThrow();
    assertEquals(uri, gone.uri());
    int last = client.statuses.indexOf(gone);
    assertTrue(client.statuses.stream().skip(last + 1L).noneMatch(s -> s.uri().equals(uri)));
  }

  @Test
  void theButtonOfAProgressCancelsItsRun() throws Exception {
    open(Bench.RARE, Bench.OFTEN);
    command(Commands.VERIFY_ALL, uri);
    GatedSearch.Begun first = search.next();
    awaitStatus(s -> s.summary().equals("1 queued, 1 running"));
    service.cancelProgress("surety-7");
    service.cancelProgress("");
    assertFalse(first.cancelled().getAsBoolean());
    service.cancelProgress("surety-1");
    assertTrue(first.cancelled().getAsBoolean());
    assertEquals(VerificationState.UNVERIFIED, bench.state("rare"));
    first.finds(0.25, 0.25);
    search.next().finds(0.75, 0.75);
    bench.await("often", VerificationState.VIOLATED);
    assertEquals(VerificationState.UNVERIFIED, bench.state("rare"));
  }

  /** The search itself may be silent for a minute. */
  @Test
  void aRunShowsASignOfLife() throws Exception {
    open(Bench.RARE.replace(";", " timeout 7 s;"));
    command(Commands.VERIFY, uri, "rare");
    GatedSearch.Begun begun = search.next();
    String words = "preparing: 0 s of 7 s, 0 cells, between 0 and 1";
    awaitStatus(s -> words.equals(s.properties().get(0).message()));
    long version = bench.snapshot().version();
    alarm.pass(500);
    assertTrue(bench.snapshot().version() > version);
    alarm.pass(500);
    begun.finds(0.25, 0.25);
    bench.await("rare", VerificationState.PROVED);
    version = bench.snapshot().version();
    alarm.pass(500);
    assertEquals(version, bench.snapshot().version());
  }

  /** Not every editor reports what changes, and none what is outside of its folders. */
  @Test
  void aFileThatOthersChangeIsNoticed() throws Exception {
    List<Path> told = new ArrayList<>();
    service.whenFilesChange(told::addAll);
    open(Bench.RARE);
    proveRare();
    fileAlarm.pass(1000);
    fileAlarm.pass(1000);
    assertEquals(VerificationState.PROVED, bench.state("rare"));
    Path network = bench.file("net.onnx");
    byte[] before = Files.readAllBytes(network);
    Files.write(network, new byte[] {1, 2, 3});
    fileAlarm.pass(1000);
    assertEquals(VerificationState.STALE, bench.state("rare"));
    bench.await("rare", v -> v.message().orElse("").endsWith("net.onnx changed"));
    assertEquals(List.of(network), told);
    Files.delete(network);
    fileAlarm.pass(1000);
    bench.await("rare", v -> v.message().orElse("").endsWith("can no longer be read"));
    Files.write(network, before);
    fileAlarm.pass(1000);
    bench.await("rare", VerificationState.PROVED);
    fileAlarm.pass(1000);
    assertEquals(3, told.size());
  }

  private void trigger(String when) {
    service.configure(JsonParser.parseString("{\"surety\": {\"verify\": \"" + when + "\"}}"));
  }

  @Test
  void onCommandNothingBeginsByItself() throws Exception {
    open(Bench.RARE);
    service.edited(uri, text(Bench.OFTEN));
    service.read(bench.read(Bench.OFTEN), 1);
    service.saved(uri);
    alarm.pass(5000);
    assertEquals(VerificationState.UNVERIFIED, bench.state("often"));
    assertTrue(search.isIdle());
  }

  @Test
  void onSaveWhatIsNotVerifiedIsVerifiedOnce() throws Exception {
    trigger("onSave");
    open(Bench.RARE, Bench.OFTEN);
    proveRare();
    alarm.pass(5000);
    assertTrue(search.isIdle());
    service.saved(uri);
    GatedSearch.Begun often = search.next();
    assertEquals(VerificationState.RUNNING, bench.state("often"));
    command(Commands.CANCEL, uri, "often");
    often.finds(0.75, 0.75);
    service.saved(uri);
    service.saved(uri.replace("s.sure", "t.sure"));
    service.saved("untitled:Untitled-1");
    assertEquals(VerificationState.UNVERIFIED, bench.state("often"));
    command(Commands.VERIFY, uri, "often");
    search.next().finds(0.75, 0.75);
    bench.await("often", VerificationState.VIOLATED);
  }

  @Test
  void asOneTypesOnlyWhatChangedIsVerified() throws Exception {
    trigger("onChange");
    open(Bench.RARE, Bench.OFTEN);
    alarm.pass(5000);
    String other = Bench.RARE.replace("1.75", "1.7");
    service.edited(uri, text(other, Bench.OFTEN, Bench.ASKED));
    service.read(bench.read(other, Bench.OFTEN, Bench.ASKED), 1);
    assertTrue(search.isIdle());
    alarm.pass(5000);
    GatedSearch.Begun rare = search.next();
    assertEquals(VerificationState.RUNNING, bench.state("rare"));
    assertEquals(VerificationState.UNVERIFIED, bench.state("often"));
    assertEquals(VerificationState.QUEUED, bench.state("asked"));
    // Another edit: nobody wants to know any more.
    service.edited(uri, text(Bench.RARE, Bench.OFTEN, Bench.ASKED));
    service.read(bench.read(Bench.RARE, Bench.OFTEN, Bench.ASKED), 2);
    assertTrue(rare.cancelled().getAsBoolean());
    rare.finds(0, 1);
    search.next().finds(0.5, 0.5);
    bench.await("asked", VerificationState.ANSWERED);
    assertEquals(VerificationState.UNVERIFIED, bench.state("rare"));
    alarm.pass(5000);
    search.next().finds(0.25, 0.25);
    bench.await("rare", VerificationState.PROVED);
    assertEquals(VerificationState.UNVERIFIED, bench.state("often"));
  }

  @Test
  void whileOneTypesNothingBegins() throws Exception {
    trigger("onChange");
    open(Bench.RARE);
    service.edited(uri, text(Bench.OFTEN));
    service.read(bench.read(Bench.OFTEN), 1);
    service.edited(uri, text(Bench.OFTEN, "pro"));
    alarm.pass(5000);
    assertTrue(search.isIdle());
    service.read(bench.read(Bench.OFTEN, "pro"), 2);
    alarm.pass(5000);
    search.next().finds(0.75, 0.75);
    bench.await("often", VerificationState.VIOLATED);
  }

  /** A click comes before what begins by itself, even if that has begun. */
  @Test
  void whatIsAskedForComesFirst() throws Exception {
    trigger("onSave");
    open(Bench.RARE, Bench.OFTEN);
    service.saved(uri);
    GatedSearch.Begun rare = search.next();
    command(Commands.VERIFY, uri, "often");
    assertTrue(rare.cancelled().getAsBoolean());
    rare.finds(0.25, 0.25);
    GatedSearch.Begun often = search.next();
    bench.await("rare", VerificationState.QUEUED);
    assertEquals(VerificationState.RUNNING, bench.state("often"));
    often.finds(0.75, 0.75);
    search.next().finds(0.25, 0.25);
    bench.await("rare", VerificationState.PROVED);
  }

  @Test
  void messagesAreThoseOfTheVerdicts() throws Exception {
    open(Bench.OFTEN);
    command(Commands.VERIFY, uri, "often");
    search.next().finds(0.75, 0.75);
    bench.await("often", VerificationState.VIOLATED);
    assertEquals(1, service.messages(uri, true).size());
    assertEquals(0, service.messages("untitled:Untitled-1", true).size());
    assertEquals(0, service.messages(uri.replace("s.sure", "t.sure"), true).size());
  }

  @Test
  void aBandIsDrawnOnceThereIsSomething() throws Exception {
    open(Bench.RARE);
    BandParams params = new BandParams(uri, "rare", 300, 200);
    assertTrue(service.band(params).isEmpty());
    proveRare();
    assertEquals("proved", service.band(params).orElseThrow().state());
    command(Commands.SHOW_BAND, uri, "rare");
    assertEquals(1, client.shown.size());
  }

  /** An editor may ask before it has said who it is. */
  @Test
  void whereNobodyListensCommandsAreDoneAllTheSame() throws Exception {
    VerificationService quiet =
        new VerificationService(bench.model(), () -> Bench.NOW, alarm, fileAlarm);
    quiet.opened(uri, text(Bench.RARE));
    quiet.read(bench.read(Bench.RARE), 0);
    quiet.cancelProgress("surety-1");
    quiet.execute(
        new ExecuteCommandParams(
            Commands.VERIFY, List.of(new JsonPrimitive(uri), new JsonPrimitive("rare"))));
    search.next().finds(0.25, 0.25);
    bench.await("rare", VerificationState.PROVED);
    assertTrue(quiet.commands(Abilities.NONE).contains(Commands.VERIFY));
  }

  @Test
  void aWrongSettingIsShownAndTheOldOneStays() throws Exception {
    service.configure(JsonParser.parseString("{\"surety\": {\"threads\": 2, \"gap\": 0.5}}"));
    service.configure(JsonParser.parseString("{\"surety\": {\"threads\": 3, \"gap\": 7}}"));
    assertEquals(
        List.of("a gap is between 0 and 1, not 7.0; the settings stay as they were"),
        client.messages);
    open(Bench.RARE);
    command(Commands.VERIFY, uri, "rare");
    GatedSearch.Begun begun = search.next();
    assertEquals(2, begun.options().threads());
    assertEquals(0.5, begun.options().gap());
    begun.finds(0, 1);
  }

  @Test
  void aRunTellsHowMuchOfItsTimeIsOver() throws Exception {
    open(Bench.RARE.replace(";", " timeout 10 s;"));
    command(Commands.VERIFY, uri, "rare");
    GatedSearch.Begun begun = search.next();
    begun.progresses(2.59, 0, 1);
    awaitStatus(s -> percent(s, 25));
    begun.progresses(12, 0, 1);
    awaitStatus(s -> percent(s, 100));
    begun.finds(0.25, 0.25);
    bench.await("rare", VerificationState.PROVED);
  }

  private static boolean percent(SpecificationStatus status, int percent) {
    Integer value = status.properties().get(0).percent();
    return value != null && value == percent;
  }

  @Test
  void afterTheEndNothingHappens() throws Exception {
    open(Bench.RARE);
    service.close();
    service.edited(uri, "");
    VerificationSnapshot last = service.snapshot(bench.file());
    command(Commands.VERIFY, uri, "rare");
    assertEquals(last, service.snapshot(bench.file()));
    assertTrue(search.isIdle());
  }
}
