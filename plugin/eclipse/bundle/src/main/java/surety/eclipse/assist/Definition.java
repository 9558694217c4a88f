package surety.eclipse.assist;

import java.util.List;
import java.util.Optional;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IRegion;
import org.eclipse.jface.text.ITextViewer;
import org.eclipse.jface.text.Region;
import org.eclipse.jface.text.hyperlink.AbstractHyperlinkDetector;
import org.eclipse.jface.text.hyperlink.IHyperlink;
import org.eclipse.lsp4j.DefinitionParams;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.LocationLink;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import surety.eclipse.text.WordAt;

/** Makes a name a link to where it is declared. */
public final class Definition extends AbstractHyperlinkDetector {
  @Override
  public IHyperlink[] detectHyperlinks(ITextViewer viewer, IRegion region, boolean canShowMany) {
    IDocument document = viewer.getDocument();
    Optional<Location> location =
        Asking.about(
                document,
                open -> {
                  DefinitionParams params =
                      new DefinitionParams(
                          open.identifier(), Asking.position(document, region.getOffset()));
                  return server -> server.getTextDocumentService().definition(params);
                })
            .flatMap(Definition::first);
    WordAt word = WordAt.of(document.get(), region.getOffset());
    if (location.isEmpty() || word.word().isEmpty()) {
      return null;
    }
    Region place = new Region(word.span().offset(), word.span().length());
    return new IHyperlink[] {new Declaration(place, location.get())};
  }

  private static Optional<Location> first(
      Either<List<? extends Location>, List<? extends LocationLink>> found) {
    if (found.isLeft()) {
      return found.getLeft().stream().map(Location.class::cast).findFirst();
    }
    return found.getRight().stream()
        .map(link -> new Location(link.getTargetUri(), link.getTargetSelectionRange()))
        .findFirst();
  }
}
