package surety.eclipse.assist;

import java.util.List;
import java.util.function.Function;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.ITextViewer;
import org.eclipse.jface.text.contentassist.ICompletionProposal;
import org.eclipse.jface.text.contentassist.IContentAssistProcessor;
import org.eclipse.jface.text.contentassist.IContextInformation;
import org.eclipse.jface.text.contentassist.IContextInformationValidator;
import org.eclipse.lsp4j.CompletionItem;
import org.eclipse.lsp4j.CompletionList;
import org.eclipse.lsp4j.CompletionParams;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import surety.eclipse.text.Lines;

/** What the server proposes to write at a place, and what it says can be written there. */
public final class Completion implements IContentAssistProcessor {
  /** It may have been asked because of a letter that was typed. */
  private static final int MILLISECONDS = 300;

  private final Signatures signatures = new Signatures();

  @Override
  public ICompletionProposal[] computeCompletionProposals(ITextViewer viewer, int offset) {
    IDocument document = viewer.getDocument();
    Lines lines = new Lines(document.get());
    List<CompletionItem> items =
        Asking.about(
                document,
                open -> {
                  CompletionParams params =
                      new CompletionParams(open.identifier(), lines.position(offset));
                  return server -> server.getTextDocumentService().completion(params);
                })
            .map(Completion::items)
            .orElse(List.of());
    return items.stream()
        .sorted((a, b) -> order(a).compareTo(order(b)))
        .map(item -> SureProposal.of(item, lines, offset))
        .toArray(ICompletionProposal[]::new);
  }

  private static List<CompletionItem> items(Either<List<CompletionItem>, CompletionList> found) {
    return found.isLeft() ? found.getLeft() : found.getRight().getItems();
  }

  private static String order(CompletionItem item) {
    return item.getSortText() == null ? item.getLabel() : item.getSortText();
  }

  @Override
  public IContextInformation[] computeContextInformation(ITextViewer viewer, int offset) {
    return Asking.inTime(signatures.at(viewer, offset), MILLISECONDS)
        .flatMap(Function.identity())
        .map(known -> new Signature(known.text(), startOfLine(viewer.getDocument(), offset)))
        .map(signature -> new IContextInformation[] {signature})
        .orElseGet(() -> new IContextInformation[0]);
  }

  /** Where the words of the line begin. */
  private static int startOfLine(IDocument document, int offset) {
    String text = document.get();
    int start =
        new Lines(text).offset(new Position(Asking.position(document, offset).getLine(), 0));
    while (start < offset && Character.isWhitespace(text.charAt(start))) {
      start++;
    }
    return start;
  }

  @Override
  public char[] getCompletionProposalAutoActivationCharacters() {
    return new char[] {'~'};
  }

  @Override
  public char[] getContextInformationAutoActivationCharacters() {
    return new char[] {'(', ',', '[', '|'};
  }

  @Override
  public String getErrorMessage() {
    return null;
  }

  @Override
  public IContextInformationValidator getContextInformationValidator() {
    return new SignaturePresenter(signatures);
  }
}
