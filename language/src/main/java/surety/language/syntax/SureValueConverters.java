package surety.language.syntax;

import org.eclipse.xtext.conversion.IValueConverter;
import org.eclipse.xtext.conversion.ValueConverter;
import org.eclipse.xtext.conversion.impl.AbstractDeclarativeValueConverterService;
import org.eclipse.xtext.conversion.impl.AbstractNullSafeConverter;
import org.eclipse.xtext.nodemodel.ILeafNode;
import org.eclipse.xtext.nodemodel.INode;

/**
 * The values of literals. Text in quotation marks stands for what is between them; there are no
 * escapes. Numbers stay text, without the blanks and comments that may stand in them, as in {@code
 * - 1} and {@code 1 / 3}.
 */
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

  /** The converter of the rule Number. */
  @ValueConverter(rule = "Number")
  public IValueConverter<String> number() {
    return new AbstractNullSafeConverter<>() {
      @Override
      protected String internalToValue(String text, INode node) {
        if (node == null) {
          return text;
        }
        StringBuilder number = new StringBuilder();
        for (ILeafNode leaf : node.getLeafNodes()) {
          number.append(leaf.isHidden() ? "" : leaf.getText());
        }
        return number.toString();
      }

      @Override
      protected String internalToString(String value) {
        return value;
      }
    };
  }
}
