package surety.eclipse.assist;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IDocumentExtension4;
import org.eclipse.jface.text.ITextViewer;
import org.eclipse.lsp4j.SignatureHelpParams;
import surety.eclipse.documents.Documents;
import surety.eclipse.documents.OpenDocument;
import surety.eclipse.server.Server;

/** Asks what can be written at a place, once for each place in each version of a text. */
final class Signatures {
  private static final int SECONDS = 5;

  /** What was asked about. */
  private record Place(IDocument document, long version, int offset) {}

  private Place asked;
  private CompletableFuture<Optional<SignatureText>> answer;

  /** In the thread of the screen; the answer comes later. */
  CompletableFuture<Optional<SignatureText>> at(ITextViewer viewer, int offset) {
    IDocument document = viewer.getDocument();
    long version =
        document instanceof IDocumentExtension4 text ? text.getModificationStamp() : offset;
    Place place = new Place(document, version, offset);
    if (!place.equals(asked)) {
      asked = place;
      answer =
          Documents.get()
              .of(document)
              .map(open -> ask(open, offset))
              .orElseGet(() -> CompletableFuture.completedFuture(Optional.empty()));
    }
    return answer;
  }

  private static CompletableFuture<Optional<SignatureText>> ask(OpenDocument open, int offset) {
    SignatureHelpParams params =
        new SignatureHelpParams(open.identifier(), Asking.position(open.document(), offset));
    return Server.get()
        .ask(SECONDS, server -> server.getTextDocumentService().signatureHelp(params))
        .handle((help, failure) -> SignatureText.of(help));
  }
}
