package surety.eclipse.assist;

import java.util.List;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.ITextViewer;
import org.eclipse.jface.text.contentassist.ICompletionProposal;
import org.eclipse.jface.text.contentassist.IContentAssistProcessor;
import org.eclipse.jface.text.contentassist.IContextInformation;
import org.eclipse.jface.text.contentassist.IContextInformationValidator;
import org.eclipse.lsp4j.CompletionItem;
import org.eclipse.lsp4j.CompletionList;
import org.eclipse.lsp4j.CompletionParams;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import surety.eclipse.text.Lines;

/** What the server proposes to write at a place. */
public final class Completion implements IContentAssistProcessor {
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
    return new IContextInformation[0];
  }

  @Override
  public char[] getCompletionProposalAutoActivationCharacters() {
    return new char[] {'~'};
  }

  @Override
  public char[] getContextInformationAutoActivationCharacters() {
    return new char[0];
  }

  @Override
  public String getErrorMessage() {
    return null;
  }

  @Override
  public IContextInformationValidator getContextInformationValidator() {
    return null;
  }
}
