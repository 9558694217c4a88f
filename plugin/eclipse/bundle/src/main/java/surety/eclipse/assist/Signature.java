package surety.eclipse.assist;

import org.eclipse.jface.text.contentassist.IContextInformation;
import org.eclipse.jface.text.contentassist.IContextInformationExtension;
import org.eclipse.swt.graphics.Image;

/**
 * What is shown while something is written; the same, as long as it has the same text at the same
 * place.
 *
 * @param text all of it
 * @param position below which it is shown
 */
record Signature(String text, int position)
    implements IContextInformation, IContextInformationExtension {
  @Override
  public String getContextDisplayString() {
    return text;
  }

  @Override
  public Image getImage() {
    return null;
  }

  @Override
  public String getInformationDisplayString() {
    return text;
  }

  @Override
  public int getContextInformationPosition() {
    return position;
  }
}
