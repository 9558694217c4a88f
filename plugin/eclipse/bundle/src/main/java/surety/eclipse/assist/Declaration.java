package surety.eclipse.assist;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.eclipse.jface.text.IRegion;
import org.eclipse.jface.text.hyperlink.IHyperlink;
import org.eclipse.lsp4j.Location;
import surety.eclipse.base.Notices;
import surety.eclipse.documents.Places;
import surety.eclipse.server.Failures;
import surety.eclipse.text.Uris;

/**
 * A link to a declaration.
 *
 * @param place of the name in the text
 * @param name for people
 * @param target of the declaration, which may come later, or not at all
 */
record Declaration(IRegion place, String name, CompletableFuture<Optional<Location>> target)
    implements IHyperlink {
  @Override
  public IRegion getHyperlinkRegion() {
    return place;
  }

  @Override
  public String getTypeLabel() {
    return "Declaration";
  }

  @Override
  public String getHyperlinkText() {
    return "Open Declaration";
  }

  /** At once, if it is known where to. */
  @Override
  public void open() {
    var unused =
        target.whenComplete(
            (found, failure) -> {
              if (failure != null) {
                Notices.error(
                    "The declaration of '" + name + "' was not found: " + Failures.words(failure));
              } else {
                Notices.onScreen(() -> found.ifPresentOrElse(Declaration::reveal, this::tell));
              }
            });
  }

  private static void reveal(Location location) {
    Places.reveal(Uris.of(location.getUri()), location.getRange());
  }

  private void tell() {
    Notices.tell("'" + name + "' has no declaration");
  }
}
