package surety.language.ide.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.inject.Guice;
import com.google.inject.util.Modules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.emf.common.util.URI;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.TextDocumentContentChangeEvent;
import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;
import org.eclipse.xtext.ide.server.BuildManager.Buildable;
import org.eclipse.xtext.ide.server.ILanguageServerShutdownAndExitHandler;
import org.eclipse.xtext.ide.server.ServerModule;
import org.eclipse.xtext.service.OperationCanceledError;
import org.eclipse.xtext.util.CancelIndicator;
import org.eclipse.xtext.validation.Issue;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import surety.language.OnnxSample;
import surety.language.Specification;
import surety.language.SpecificationReader;

/** Whatever was typed before, a document reads as it would if it were opened for the first time. */
class OpenDocumentsTest {
  private static final String TEXT =
      """
      semantics real;

      network Net = "net.onnx";
      network Other = "other.onnx" { input a; output b; }

      distribution Even for Net { x[0] ~ Uniform(0, 1); x[1] = 0.5; }
      distribution Odd for Other { a ~ Beta(2, 3); }
      distribution Drawn for Net { x[0] ~ Histogram("bins.csv"); x[1] ~ Normal(0, 1); }

      property p: P(y[0] > 0.5) < 0.1 under Even; // EXPECT: PROVED
      property q "twice": P(2 * b <= 1) >= 1/2 under Odd within 1e-3;
      query r: cdf(b) at 10 points under Odd;
      query s: P(y[0] < 1) = ? under Drawn;
      """;

  private static final String BINS = "lower,upper,weight\n0,1,1\n";

  private static final String[] PIECES = {
    "Net",
    "Other",
    "Even",
    "Odd",
    "Drawn",
    "p",
    "q",
    "r",
    "a",
    "b",
    "0.1",
    ";",
    "{",
    "}",
    "(",
    "\"",
    "//",
    "\n",
    " ",
    "~",
    "network Net = \"net.onnx\";",
    "property p: ",
    "semantics real;",
    "x[0]",
    "distribution Even for Other { a = 1; }",
    "query s: cdf(y[0]) under Even;",
    "/*",
    "*/",
    "bins.csv"
  };

  @TempDir Path folder;
  private Path file;
  private URI uri;
  private final Heard heard = new Heard();
  private OpenDocuments documents;
  private Instant now = Instant.parse("2026-11-22T12:00:00Z");

  /** What was told last. */
  private static final class Heard implements OpenDocuments.Reader {
    final List<Specification> read = new ArrayList<>();
    final List<Integer> versions = new ArrayList<>();
    int closed;

    @Override
    public void validated(URI uri, OpenText text, List<Issue> issues) {
      versions.add(text.getVersion());
    }

    @Override
    public void read(Specification specification, long edits) {
      read.add(specification);
    }

    @Override
    public void closed(URI uri) {
      closed++;
    }

    Specification last() {
      return read.get(read.size() - 1);
    }
  }

  @BeforeEach
  void setUp() throws IOException {
    file = folder.resolve("spec.sure");
    uri = URI.createFileURI(file.toString());
    Files.write(folder.resolve("net.onnx"), OnnxSample.linear(2, 1));
    Files.write(folder.resolve("other.onnx"), OnnxSample.linear(1, 1));
    Files.writeString(folder.resolve("bins.csv"), BINS);
    documents =
        Guice.createInjector(
                Modules.override(
                        Modules.override(new ServerModule())
                            .with(
                                new SessionModule(
                                    new ILanguageServerShutdownAndExitHandler.NullImpl())))
                    .with(binder -> binder.bind(InstantSource.class).toInstance(() -> now)))
            .getInstance(OpenDocuments.class);
    documents.didOpen(uri, 1, TEXT).build(CancelIndicator.NullImpl);
    documents.tell(heard, CancelIndicator.NullImpl);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void readsAfterEachEditAsIfOpenedAnew(long seed) throws IOException {
    Random random = new Random(seed);
    StringBuilder text = new StringBuilder(TEXT);
    for (int version = 2; version < 60; version++) {
      int start = random.nextInt(text.length() + 1);
      int end = Math.min(text.length(), start + random.nextInt(4));
      String typed = random.nextInt(3) == 0 ? "" : PIECES[random.nextInt(PIECES.length)];
      if (random.nextInt(10) == 0) {
        typed = TEXT;
        start = 0;
        end = text.length();
      } else if (random.nextInt(10) == 0) {
        // A line goes elsewhere, or comes twice.
        List<String> lines = text.toString().lines().toList();
        typed = "\n" + lines.get(random.nextInt(lines.size())) + "\n";
      }
      Range range = new Range(position(text, start), position(text, end));
      text.replace(start, end, typed);
      if (random.nextInt(8) == 0) {
        changeFile(random);
        documents.didChangeSurroundings();
      }
      Buildable edited = edit(version, range, typed);
      if (random.nextInt(6) == 0) {
        // The next letter came while this was being read.
        int steps = random.nextInt(40);
        breakOff(edited, steps);
      }
      documents.didChangeFiles(List.of(), List.of()).build(CancelIndicator.NullImpl);
      documents.tell(heard, CancelIndicator.NullImpl);
      assertEquals(new SpecificationReader().read(file, text.toString()), heard.last());
      assertEquals(version, heard.versions.get(heard.versions.size() - 1));
    }
  }

  /** There are at most 1,000 messages on names; what has none because of that is not right. */
  @Test
  void whatHadNoRoomForAMessageHasItLater() {
    String wrong = "query w%d: P(zz > 0) = ? under Odd;%n";
    StringBuilder claims = new StringBuilder();
    for (int k = 0; k < 1100; k++) {
      claims.append(wrong.formatted(k));
    }
    String part = claims.substring(claims.indexOf("query w1050"));
    for (String text : List.of(TEXT + claims, TEXT + part)) {
      documents
          .didChangeTextDocumentContent(uri, 2, List.of(new TextDocumentContentChangeEvent(text)))
          .build(CancelIndicator.NullImpl);
      documents.tell(heard, CancelIndicator.NullImpl);
      assertEquals(new SpecificationReader().read(file, text), heard.last());
    }
    assertEquals(50, heard.last().diagnostics().size());
  }

  private static void breakOff(Buildable reading, int steps) {
    AtomicInteger left = new AtomicInteger(steps);
    try {
      reading.build(() -> left.getAndDecrement() <= 0);
    } catch (OperationCanceledError e) {
      // As was wanted.
    }
  }

  private void changeFile(Random random) throws IOException {
    if (random.nextInt(3) == 0) {
      Files.writeString(
          folder.resolve("bins.csv"),
          random.nextBoolean() ? BINS : BINS.replace("0,1", "0," + random.nextInt(3)));
      return;
    }
    Path network = folder.resolve(random.nextBoolean() ? "net.onnx" : "other.onnx");
    Files.deleteIfExists(network);
    if (random.nextInt(3) > 0) {
      Files.write(network, OnnxSample.linear(1 + random.nextInt(2), 1 + random.nextInt(2)));
    }
  }

  private Buildable edit(int version, Range range, String typed) {
    return documents.didChangeTextDocumentContent(
        uri, version, List.of(new TextDocumentContentChangeEvent(range, typed)));
  }

  private static Position position(CharSequence text, int offset) {
    String before = text.subSequence(0, offset).toString();
    int line = (int) before.chars().filter(c -> c == '\n').count();
    return new Position(line, offset - (before.lastIndexOf('\n') + 1));
  }

  @Test
  void whatWasCancelledIsDoneNextTime() {
    Range top = new Range(new Position(0, 0), new Position(0, 0));
    edit(2, top, "// a comment\n");
    assertThrows(OperationCanceledError.class, () -> edit(3, top, "!").build(() -> true));
    documents.didChangeFiles(List.of(), List.of()).build(CancelIndicator.NullImpl);
    documents.tell(heard, CancelIndicator.NullImpl);
    assertEquals(3, heard.versions.get(heard.versions.size() - 1));
    assertTrue(heard.last().text().startsWith("!// a comment"));
  }

  /** Somebody types without a pause. */
  @Test
  void messagesThatAreOverdueAreNotCancelled() {
    Range top = new Range(new Position(0, 0), new Position(0, 0));
    now = now.plusMillis(120);
    assertThrows(OperationCanceledError.class, () -> edit(2, top, "!").build(() -> true));
    now = now.plusMillis(1);
    edit(3, top, "!").build(() -> true);
    documents.tell(heard, () -> true);
    assertEquals(List.of(1, 3), heard.versions);
    assertThrows(OperationCanceledError.class, () -> edit(4, top, "!").build(() -> true));
  }

  @Test
  void messagesAreToldEvenIfMoreIsOnItsWay() {
    Range top = new Range(new Position(0, 0), new Position(0, 0));
    edit(2, top, "!").build(CancelIndicator.NullImpl);
    documents.tell(heard, () -> true);
    assertEquals(List.of(1, 2), heard.versions);
    assertEquals(TEXT, heard.last().text());
    documents.tell(heard, CancelIndicator.NullImpl);
    assertEquals(List.of(1, 2), heard.versions);
    assertEquals("!" + TEXT, heard.last().text());
  }

  @Test
  void closedDocumentsAreToldOnceAndNotRead() {
    documents.didClose(uri).build(CancelIndicator.NullImpl);
    documents.tell(heard, CancelIndicator.NullImpl);
    documents.tell(heard, CancelIndicator.NullImpl);
    assertEquals(1, heard.closed);
    assertThrows(
        ResponseErrorException.class, () -> documents.doRead(uri, (document, resource) -> 0));
  }
}
