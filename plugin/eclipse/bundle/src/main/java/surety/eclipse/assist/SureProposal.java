package surety.eclipse.assist;

import java.util.List;
import java.util.Locale;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.DocumentEvent;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.ITextViewer;
import org.eclipse.jface.text.contentassist.ICompletionProposal;
import org.eclipse.jface.text.contentassist.ICompletionProposalExtension2;
import org.eclipse.jface.text.contentassist.IContextInformation;
import org.eclipse.jface.text.link.LinkedModeModel;
import org.eclipse.jface.text.link.LinkedModeUI;
import org.eclipse.jface.text.link.LinkedPosition;
import org.eclipse.jface.text.link.LinkedPositionGroup;
import org.eclipse.lsp4j.CompletionItem;
import org.eclipse.lsp4j.InsertTextFormat;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.Point;
import surety.eclipse.text.Lines;
import surety.eclipse.text.Markdown;
import surety.eclipse.text.Snippet;
import surety.eclipse.text.Span;

/** One proposal; its places to fill in are visited with the tabulator key. */
final class SureProposal implements ICompletionProposal, ICompletionProposalExtension2 {
  private final CompletionItem item;
  private final Snippet snippet;
  private final int start;
  private final int end;
  private final int asked;

  private Point selection;

  private SureProposal(CompletionItem item, Snippet snippet, Span replaced, int asked) {
    this.item = item;
    this.snippet = snippet;
    this.start = replaced.offset();
    this.end = Math.max(asked, replaced.end());
    this.asked = asked;
  }

  /**
   * @param asked where the cursor was
   */
  static SureProposal of(CompletionItem item, Lines lines, int asked) {
    TextEdit edit =
        item.getTextEdit() != null && item.getTextEdit().isLeft()
            ? item.getTextEdit().getLeft()
            : null;
    String text = item.getInsertText() == null ? item.getLabel() : item.getInsertText();
    String written = edit == null ? text : edit.getNewText();
    boolean hasPlaces = item.getInsertTextFormat() == InsertTextFormat.Snippet;
    return new SureProposal(
        item,
        hasPlaces ? Snippet.parse(written) : Snippet.plain(written),
        edit == null ? new Span(asked, 0) : lines.span(edit.getRange()),
        asked);
  }

  @Override
  public void apply(ITextViewer viewer, char trigger, int stateMask, int offset) {
    IDocument document = viewer.getDocument();
    try {
      // What was typed since the server was asked is replaced, too.
      document.replace(start, end + offset - asked - start, snippet.text());
      selection = new Point(start + snippet.end(), 0);
      if (!snippet.places().isEmpty()) {
        visitPlaces(viewer, document);
      }
    } catch (BadLocationException e) {
      throw new IllegalStateException("a proposal for another text", e);
    }
  }

  private void visitPlaces(ITextViewer viewer, IDocument document) throws BadLocationException {
    List<Snippet.Place> places = snippet.places();
    LinkedModeModel model = new LinkedModeModel();
    LinkedPositionGroup group = null;
    for (int i = 0; i < places.size(); i++) {
      boolean isNew = i == 0 || places.get(i).number() != places.get(i - 1).number();
      if (isNew && group != null) {
        model.addGroup(group);
      }
      group = isNew ? new LinkedPositionGroup() : group;
      Span span = places.get(i).span();
      group.addPosition(new LinkedPosition(document, start + span.offset(), span.length(), i));
    }
    model.addGroup(group);
    model.forceInstall();
    LinkedModeUI mode = new LinkedModeUI(model, viewer);
    mode.setExitPosition(viewer, start + snippet.end(), 0, Integer.MAX_VALUE);
    mode.enter();
    selection =
        new Point(mode.getSelectedRegion().getOffset(), mode.getSelectedRegion().getLength());
  }

  @Override
  public boolean validate(IDocument document, int offset, DocumentEvent event) {
    try {
      String typed = document.get(start, Math.max(0, offset - start)).toLowerCase(Locale.ROOT);
      String filter = item.getFilterText() == null ? item.getLabel() : item.getFilterText();
      return filter.toLowerCase(Locale.ROOT).startsWith(typed);
    } catch (BadLocationException e) {
      return false;
    }
  }

  @Override
  public void apply(IDocument document) {
    throw new UnsupportedOperationException("proposals are applied to viewers");
  }

  @Override
  public Point getSelection(IDocument document) {
    return selection;
  }

  @Override
  public String getAdditionalProposalInfo() {
    if (item.getDocumentation() == null) {
      return null;
    }
    return item.getDocumentation().isLeft()
        ? item.getDocumentation().getLeft()
        : Markdown.plain(item.getDocumentation().getRight().getValue());
  }

  @Override
  public String getDisplayString() {
    return item.getDetail() == null || item.getDetail().isBlank()
        ? item.getLabel()
        : item.getLabel() + " : " + item.getDetail();
  }

  @Override
  public Image getImage() {
    return null;
  }

  @Override
  public IContextInformation getContextInformation() {
    return null;
  }

  @Override
  public void selected(ITextViewer viewer, boolean smartToggle) {}

  @Override
  public void unselected(ITextViewer viewer) {}
}
