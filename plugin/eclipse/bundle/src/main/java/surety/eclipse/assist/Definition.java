package surety.eclipse.assist;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IRegion;
import org.eclipse.jface.text.ITextViewer;
import org.eclipse.jface.text.Region;
import org.eclipse.jface.text.hyperlink.AbstractHyperlinkDetector;
import org.eclipse.jface.text.hyperlink.IHyperlink;
import org.eclipse.lsp4j.DefinitionParams;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.LocationLink;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import surety.eclipse.documents.Documents;
import surety.eclipse.documents.OpenDocument;
import surety.eclipse.server.Server;
import surety.eclipse.text.WordAt;

/**
 * Makes a name a link to where it is declared. A server that is busy may take longer than a screen
 * can wait: then the link goes there as soon as the answer comes.
 */
public final class Definition extends AbstractHyperlinkDetector {
  private static final int SECONDS = 10;

  @Override
  public IHyperlink[] detectHyperlinks(ITextViewer viewer, IRegion region, boolean canShowMany) {
    IDocument document = viewer.getDocument();
    WordAt word = WordAt.of(document.get(), region.getOffset());
    OpenDocument open = Documents.get().of(document).orElse(null);
    if (open == null || word.word().isEmpty()) {
      return null;
    }
    CompletableFuture<Optional<Location>> answer =
        ask(open, Asking.position(document, region.getOffset()));
    Region place = new Region(word.span().offset(), word.span().length());
    return Asking.isMissing(answer)
        ? null
        : new IHyperlink[] {new Declaration(place, word.word(), answer)};
  }

  private static CompletableFuture<Optional<Location>> ask(OpenDocument open, Position place) {
    DefinitionParams params = new DefinitionParams(open.identifier(), place);
    return Server.get()
        .ask(SECONDS, server -> server.getTextDocumentService().definition(params))
        .thenApply(found -> Optional.ofNullable(found).flatMap(Definition::first));
  }

  static Optional<Location> first(
      Either<List<? extends Location>, List<? extends LocationLink>> found) {
    if (found.isLeft()) {
      return found.getLeft().stream().map(Location.class::cast).findFirst();
    }
    return found.getRight().stream()
        .map(link -> new Location(link.getTargetUri(), link.getTargetSelectionRange()))
        .findFirst();
  }
}
