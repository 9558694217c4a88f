package surety.examples;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.eclipse.lsp4j.CodeLensParams;
import org.eclipse.lsp4j.CompletionParams;
import org.eclipse.lsp4j.HoverParams;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.SignatureHelpParams;
import org.eclipse.lsp4j.TextDocumentContentChangeEvent;
import org.eclipse.lsp4j.services.TextDocumentService;
import surety.examples.LongSpecification.Place;

/** Somebody types in a long specification, and notes how long everything takes. */
final class TypingSession {
  static final String DIAGNOSTICS = "diagnostics after an edit";
  static final String STALE = "stale states after an edit";
  static final String COMPLETION = "completion";
  static final String HOVER = "hover";
  static final String LENSES = "code lenses";
  static final String SIGNATURES = "signature help";

  private static final String TYPED = "abcxyz0123456789.,;(){}~\"";
  private static final int LONGEST_BURST = 8;

  private final EditorSession editor;
  private final String text;
  private final Random random;
  private final Map<String, List<Double>> measured = new LinkedHashMap<>();
  private final Map<Integer, Long> sent = new LinkedHashMap<>();

  /**
   * @param text of the document, before and after the session
   */
  TypingSession(EditorSession editor, String text, long seed) {
    this.editor = editor;
    this.text = text;
    this.random = new Random(seed);
  }

  /** The milliseconds of everything that was measured. */
  Map<String, List<Double>> measured() {
    return measured;
  }

  /** So many times something is typed somewhere, looked at, and taken back. */
  void play(int rounds) {
    for (int round = 0; round < rounds; round++) {
      if (round % 4 == 3) {
        edit(LongSpecification.inProved(text, round / 4 % LongSpecification.PROVED), round);
      } else {
        burst(LongSpecification.place(text, random));
      }
    }
    sent.forEach((version, when) -> note(DIAGNOSTICS, editor.whenPublished(version), when));
    sent.clear();
  }

  /** Several characters, as quickly as one types what one knows by heart; then as many back. */
  private void burst(Place place) {
    int length = 1 + random.nextInt(LONGEST_BURST);
    for (int k = 0; k < length; k++) {
      char typed = TYPED.charAt(random.nextInt(TYPED.length()));
      insert(place.line(), place.column() + k, typed);
      pause(40, 160);
    }
    ask(new Position(place.line(), place.column() + length));
    pause(200, 600);
    for (int k = length - 1; k >= 0; k--) {
      delete(place.line(), place.column() + k);
      pause(30, 60);
    }
    ask(new Position(place.line(), place.column()));
    pause(200, 600);
  }

  /** A digit more in the limit of a property that was proved, and back. */
  private void edit(Place place, int round) {
    String name = LongSpecification.proved(round / 4 % LongSpecification.PROVED);
    settle();
    long before = System.nanoTime();
    insert(place.line(), place.column(), '1');
    note(STALE, editor.whenState(name, List.of("stale")), before);
    pause(100, 300);
    delete(place.line(), place.column());
    settle();
    pause(100, 300);
  }

  /** Until all that was typed has been read. */
  private void settle() {
    sent.keySet().stream().reduce((a, b) -> b).ifPresent(editor::whenPublished);
    pause(100, 200);
  }

  private void insert(int line, int column, char typed) {
    Position at = new Position(line, column);
    change(new Range(at, at), String.valueOf(typed));
  }

  private void delete(int line, int column) {
    change(new Range(new Position(line, column), new Position(line, column + 1)), "");
  }

  private void change(Range range, String replacement) {
    long now = System.nanoTime();
    sent.put(editor.edit(new TextDocumentContentChangeEvent(range, replacement)), now);
  }

  /** What an editor asks right behind an edit. */
  private void ask(Position position) {
    TextDocumentService service = editor.server().getTextDocumentService();
    var document = editor.document();
    timed(COMPLETION, () -> service.completion(new CompletionParams(document, position)));
    timed(SIGNATURES, () -> service.signatureHelp(new SignatureHelpParams(document, position)));
    timed(HOVER, () -> service.hover(new HoverParams(document, position)));
    timed(LENSES, () -> service.codeLens(new CodeLensParams(document)));
  }

  private void timed(String what, Supplier<CompletableFuture<?>> request) {
    long before = System.nanoTime();
    EditorSession.await(request.get());
    note(what, System.nanoTime(), before);
  }

  private void note(String what, long end, long start) {
    measured.computeIfAbsent(what, key -> new ArrayList<>()).add((end - start) * 1e-6);
  }

  private void pause(int least, int most) {
    LockSupport.parkNanos(random.nextInt(least, most) * 1_000_000L);
  }
}
