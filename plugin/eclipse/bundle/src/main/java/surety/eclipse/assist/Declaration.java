package surety.eclipse.assist;

import org.eclipse.jface.text.IRegion;
import org.eclipse.jface.text.hyperlink.IHyperlink;
import org.eclipse.lsp4j.Location;
import surety.eclipse.documents.Places;
import surety.eclipse.text.Uris;

/**
 * A link to a declaration.
 *
 * @param place of the name in the text
 * @param target of the declaration
 */
record Declaration(IRegion place, Location target) implements IHyperlink {
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

  @Override
  public void open() {
    Places.reveal(Uris.of(target.getUri()), target.getRange());
  }
}
