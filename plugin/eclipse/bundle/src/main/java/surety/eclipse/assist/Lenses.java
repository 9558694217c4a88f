package surety.eclipse.assist;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.ITextViewer;
import org.eclipse.jface.text.codemining.AbstractCodeMiningProvider;
import org.eclipse.jface.text.codemining.ICodeMining;
import org.eclipse.jface.text.source.ISourceViewerExtension5;
import org.eclipse.lsp4j.CodeLens;
import org.eclipse.lsp4j.CodeLensParams;
import org.eclipse.lsp4j.InlayHint;
import org.eclipse.lsp4j.InlayHintParams;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import surety.eclipse.base.Notices;
import surety.eclipse.documents.Documents;
import surety.eclipse.documents.OpenDocument;
import surety.eclipse.server.Server;
import surety.eclipse.server.ServerListener;
import surety.eclipse.states.States;
import surety.eclipse.states.StatesListener;
import surety.eclipse.text.Lines;
import surety.language.ide.protocol.PropertyStatus;

/** The server's code lenses above the properties, and its hints behind them. */
public final class Lenses extends AbstractCodeMiningProvider
    implements ServerListener, StatesListener {
  private static final int SECONDS = 10;
  private static final Range ALL =
      new Range(new Position(0, 0), new Position(Integer.MAX_VALUE, 0));

  /** What is shown in which editor. */
  private final Map<ITextViewer, Shown> viewers = Collections.synchronizedMap(new WeakHashMap<>());

  /** Documents of which something was taken back. */
  private final Set<String> doubted = ConcurrentHashMap.newKeySet();

  /** What is shown of a document. */
  private record Shown(String uri, List<ICodeMining> minings) {}

  /** Hears from now on when the lenses change. */
  public Lenses() {
    Server.get().addListener(this);
    States.get().addListener(this);
  }

  @Override
  public CompletableFuture<List<? extends ICodeMining>> provideCodeMinings(
      ITextViewer viewer, IProgressMonitor monitor) {
    IDocument document = viewer.getDocument();
    OpenDocument open = document == null ? null : Documents.get().of(document).orElse(null);
    if (open == null) {
      return CompletableFuture.completedFuture(List.of());
    }
    viewers.putIfAbsent(viewer, new Shown(open.uri(), List.of()));
    return lenses(open)
        .thenCombine(
            hints(open),
            (lenses, hints) -> {
              List<ICodeMining> all = all(open, lenses, hints);
              viewers.put(viewer, new Shown(open.uri(), all));
              return all;
            });
  }

  private List<ICodeMining> all(
      OpenDocument open, List<? extends CodeLens> lenses, List<InlayHint> hints) {
    List<ICodeMining> all = new ArrayList<>();
    Lines lines = new Lines(open.document().get());
    Set<Integer> begun = new HashSet<>();
    for (CodeLens lens : lenses) {
      int line = lens.getRange().getStart().getLine();
      // The first one in a line says how it stands, the others what can be done.
      addLens(all, lens, open, begun.add(line));
    }
    hints.forEach(hint -> addHint(all, hint, lines, name(open, hint.getPosition().getLine())));
    return all;
  }

  /** Of the property or query that begins in a line, or last before it. */
  private static String name(OpenDocument open, int line) {
    return States.get().of(open.uri()).stream()
        .flatMap(status -> status.properties().stream())
        .filter(each -> each.range() != null && each.range().getStart().getLine() <= line)
        .reduce((first, second) -> second)
        .map(PropertyStatus::name)
        .orElse("");
  }

  private static CompletableFuture<List<? extends CodeLens>> lenses(OpenDocument open) {
    CodeLensParams params = new CodeLensParams(open.identifier());
    return Server.get()
        .ask(SECONDS, server -> server.getTextDocumentService().codeLens(params))
        .handle((found, failure) -> found == null ? List.of() : found);
  }

  private static CompletableFuture<List<InlayHint>> hints(OpenDocument open) {
    InlayHintParams params = new InlayHintParams(open.identifier(), ALL);
    return Server.get()
        .ask(SECONDS, server -> server.getTextDocumentService().inlayHint(params))
        .handle((found, failure) -> found == null ? List.of() : found);
  }

  private void addLens(List<ICodeMining> all, CodeLens lens, OpenDocument open, boolean isState) {
    if (lens.getCommand() == null) {
      return;
    }
    int line = lens.getRange().getStart().getLine();
    try {
      all.add(new Lens(line, open.document(), this, lens.getCommand(), name(open, line), isState));
    } catch (BadLocationException e) {
      // The text has fewer lines meanwhile; it will be asked for again.
    }
  }

  private void addHint(List<ICodeMining> all, InlayHint hint, Lines lines, String name) {
    all.add(new Hint(lines.offset(hint.getPosition()), this, hint, name));
  }

  /** The server says when they are to be asked for again; but nothing of an edit without effect. */
  @Override
  public void changed(String uri) {
    if (!States.get().isDoubted(uri, "") && doubted.remove(uri)) {
      refresh();
    }
  }

  /** What is in doubt is taken back as soon as the editor has taken in the edit. */
  @Override
  public void doubted(String uri) {
    doubted.add(uri);
    Notices.onScreen(() -> doubt(uri));
  }

  private void doubt(String uri) {
    viewers.forEach(
        (viewer, shown) -> {
          if (shown.uri().equals(uri) && isShown(viewer)) {
            shown.minings().stream()
                .filter(Doubtful.class::isInstance)
                .map(Doubtful.class::cast)
                .filter(each -> States.get().isDoubted(uri, each.name()))
                .forEach(Doubtful::doubt);
            viewer.getTextWidget().redraw();
          }
        });
  }

  private static boolean isShown(ITextViewer viewer) {
    return viewer.getTextWidget() != null && !viewer.getTextWidget().isDisposed();
  }

  @Override
  public void refresh() {
    Notices.onScreen(
        () -> {
          for (ITextViewer viewer : List.copyOf(viewers.keySet())) {
            if (isShown(viewer) && viewer instanceof ISourceViewerExtension5 minings) {
              minings.updateCodeMinings();
            }
          }
        });
  }

  @Override
  public void ended() {
    refresh();
  }

  @Override
  public void dispose() {
    Server.get().removeListener(this);
    States.get().removeListener(this);
    viewers.clear();
    super.dispose();
  }
}
