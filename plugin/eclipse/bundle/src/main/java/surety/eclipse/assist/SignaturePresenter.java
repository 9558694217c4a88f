package surety.eclipse.assist;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.eclipse.jface.text.ITextViewer;
import org.eclipse.jface.text.TextPresentation;
import org.eclipse.jface.text.contentassist.IContextInformation;
import org.eclipse.jface.text.contentassist.IContextInformationPresenter;
import org.eclipse.jface.text.contentassist.IContextInformationValidator;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyleRange;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Event;
import surety.eclipse.base.Notices;
import surety.eclipse.text.Span;

/**
 * Follows the cursor with what is shown: the parameter at the cursor is bold, and the end of the
 * parameters is the end of it. Until the server has answered it stays as it is: nobody who types
 * waits for that.
 */
final class SignaturePresenter
    implements IContextInformationValidator, IContextInformationPresenter {
  private final Signatures signatures;
  private IContextInformation shown;
  private ITextViewer viewer;
  private Optional<Span> bold = Optional.empty();

  SignaturePresenter(Signatures signatures) {
    this.signatures = signatures;
  }

  @Override
  public void install(IContextInformation information, ITextViewer installed, int offset) {
    shown = information;
    viewer = installed;
    bold = Optional.empty();
  }

  @Override
  public boolean isContextInformationValid(int offset) {
    CompletableFuture<Optional<SignatureText>> answer = signatures.at(viewer, offset);
    if (!answer.isDone()) {
      var unused = answer.thenRun(() -> Notices.onScreen(this::lookAgain));
      return true;
    }
    return answer
        .join()
        .filter(known -> known.text().equals(shown.getInformationDisplayString()))
        .isPresent();
  }

  /** What is shown is looked at when the cursor moves, so it is told that it did. */
  private void lookAgain() {
    StyledText widget = viewer.getTextWidget();
    if (widget != null && !widget.isDisposed()) {
      Event event = new Event();
      event.x = widget.getSelection().x;
      event.y = widget.getSelection().y;
      widget.notifyListeners(SWT.Selection, event);
    }
  }

  @Override
  public boolean updatePresentation(int offset, TextPresentation presentation) {
    CompletableFuture<Optional<SignatureText>> answer = signatures.at(viewer, offset);
    Optional<Span> current = answer.isDone() ? answer.join().flatMap(SignatureText::current) : bold;
    if (current.equals(bold)) {
      return false;
    }
    bold = current;
    presentation.clear();
    int length = shown.getInformationDisplayString().length();
    presentation.setDefaultStyleRange(new StyleRange(0, length, null, null));
    bold.ifPresent(
        span ->
            presentation.addStyleRange(
                new StyleRange(span.offset(), span.length(), null, null, SWT.BOLD)));
    return true;
  }
}
