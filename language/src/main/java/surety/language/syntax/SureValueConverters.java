package surety.language.syntax;

import org.eclipse.xtext.conversion.IValueConverter;
import org.eclipse.xtext.conversion.ValueConverter;
import org.eclipse.xtext.conversion.impl.AbstractDeclarativeValueConverterService;
import org.eclipse.xtext.conversion.impl.AbstractNullSafeConverter;
import org.eclipse.xtext.nodemodel.INode;

/** Text in quotation marks stands for what is between them; there are no escapes. */
public class SureValueConverters extends AbstractDeclarativeValueConverterService {
  /** The converter of the terminal STRING. */
  @ValueConverter(rule = "STRING")
  public IValueConverter<String> string() {
    return new AbstractNullSafeConverter<>() {
      @Override
      protected String internalToValue(String text, INode node) {
        return text.substring(1, text.length() - 1);
      }

      @Override
      protected String internalToString(String value) {
        return '"' + value + '"';
      }
    };
  }
}
