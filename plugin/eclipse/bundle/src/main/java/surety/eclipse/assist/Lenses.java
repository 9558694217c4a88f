package surety.eclipse.assist;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.CompletableFuture;
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
import surety.eclipse.text.Lines;

/** The server's code lenses above the properties, and its hints behind them. */
public final class Lenses extends AbstractCodeMiningProvider implements ServerListener {
  private static final int SECONDS = 10;
  private static final Range ALL =
      new Range(new Position(0, 0), new Position(Integer.MAX_VALUE, 0));

  private final Set<ITextViewer> viewers =
      Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));

  /** Hears from now on when the lenses change. */
  public Lenses() {
    Server.get().addListener(this);
  }

  @Override
  public CompletableFuture<List<? extends ICodeMining>> provideCodeMinings(
      ITextViewer viewer, IProgressMonitor monitor) {
    IDocument document = viewer.getDocument();
    OpenDocument open = document == null ? null : Documents.get().of(document).orElse(null);
    if (open == null) {
      return CompletableFuture.completedFuture(List.of());
    }
    viewers.add(viewer);
    return lenses(open)
        .thenCombine(
            hints(open),
            (lenses, hints) -> {
              List<ICodeMining> all = new ArrayList<>();
              Lines lines = new Lines(document.get());
              lenses.forEach(lens -> addLens(all, lens, document));
              hints.forEach(hint -> addHint(all, hint, lines));
              return all;
            });
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

  private void addLens(List<ICodeMining> all, CodeLens lens, IDocument document) {
    if (lens.getCommand() == null) {
      return;
    }
    try {
      all.add(new Lens(lens.getRange().getStart().getLine(), document, this, lens.getCommand()));
    } catch (BadLocationException e) {
      // The text has fewer lines meanwhile; it will be asked for again.
    }
  }

  private void addHint(List<ICodeMining> all, InlayHint hint, Lines lines) {
    all.add(new Hint(lines.offset(hint.getPosition()), this, hint));
  }

  @Override
  public void refresh() {
    Notices.onScreen(
        () -> {
          for (ITextViewer viewer : List.copyOf(viewers)) {
            boolean isShown =
                viewer.getTextWidget() != null && !viewer.getTextWidget().isDisposed();
            if (isShown && viewer instanceof ISourceViewerExtension5 minings) {
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
    viewers.clear();
    super.dispose();
  }
}
