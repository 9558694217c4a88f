package surety.eclipse.assist;

import org.eclipse.jface.internal.text.html.BrowserInformationControl;
import org.eclipse.jface.text.AbstractReusableInformationControlCreator;
import org.eclipse.jface.text.DefaultInformationControl;
import org.eclipse.jface.text.IInformationControl;
import org.eclipse.jface.text.IInformationControlCreator;
import org.eclipse.jface.text.IRegion;
import org.eclipse.jface.text.ITextHover;
import org.eclipse.jface.text.ITextHoverExtension;
import org.eclipse.jface.text.ITextHoverExtension2;
import org.eclipse.jface.text.ITextViewer;
import org.eclipse.jface.text.Region;
import org.eclipse.lsp4j.HoverParams;
import org.eclipse.lsp4j.MarkupContent;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.editors.text.EditorsUI;

/** What the server knows of the word under the pointer, with its pictures. */
public final class Hover implements ITextHover, ITextHoverExtension, ITextHoverExtension2 {
  @Override
  public Object getHoverInfo2(ITextViewer viewer, IRegion region) {
    String said =
        Asking.about(
                viewer.getDocument(),
                open -> {
                  HoverParams params =
                      new HoverParams(
                          open.identifier(),
                          Asking.position(viewer.getDocument(), region.getOffset()));
                  return server -> server.getTextDocumentService().hover(params);
                })
            .filter(hover -> hover.getContents() != null && hover.getContents().isRight())
            .map(hover -> hover.getContents().getRight())
            .map(MarkupContent::getValue)
            .orElse("");
    return said.isBlank() ? null : new HoverText(said);
  }

  /** Only for those who do not know of {@link #getHoverInfo2}. */
  @Deprecated
  @Override
  public String getHoverInfo(ITextViewer viewer, IRegion region) {
    Object info = getHoverInfo2(viewer, region);
    return info == null ? null : info.toString();
  }

  @Override
  public IRegion getHoverRegion(ITextViewer viewer, int offset) {
    return new Region(offset, 0);
  }

  @Override
  public IInformationControlCreator getHoverControlCreator() {
    return new Creator();
  }

  /** Pictures where the workbench can show them, plain text elsewhere. */
  private static final class Creator extends AbstractReusableInformationControlCreator {
    @Override
    protected IInformationControl doCreateInformationControl(Shell parent) {
      return BrowserInformationControl.isAvailable(parent)
          ? PictureControl.passing(parent)
          : new DefaultInformationControl(parent, EditorsUI.getTooltipAffordanceString());
    }
  }
}
