package surety.language.formatting2;

import org.eclipse.xtext.formatting2.AbstractJavaFormatter;
import org.eclipse.xtext.formatting2.IFormattableDocument;
import surety.language.sure.SureFile;

public class SureFormatter extends AbstractJavaFormatter {
  protected void format(SureFile file, IFormattableDocument document) {}
}
