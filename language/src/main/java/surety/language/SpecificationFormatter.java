package surety.language;

import java.nio.file.Path;
import java.util.List;
import org.eclipse.xtext.formatting2.FormatterPreferenceKeys;
import org.eclipse.xtext.formatting2.FormatterRequest;
import org.eclipse.xtext.formatting2.IFormatter2;
import org.eclipse.xtext.formatting2.regionaccess.ITextRegionRewriter;
import org.eclipse.xtext.formatting2.regionaccess.ITextReplacement;
import org.eclipse.xtext.formatting2.regionaccess.TextRegionAccessBuilder;
import org.eclipse.xtext.preferences.MapBasedPreferenceValues;
import org.eclipse.xtext.util.ExceptionAcceptor;
import org.eclipse.xtext.util.IAcceptor;
import surety.language.syntax.TextLimits;

/**
 * Lays out the text of a specification. Only blanks and line breaks change; comments stay where
 * they are. Formatting twice is formatting once.
 */
public final class SpecificationFormatter {
  private static final String WIDTH = "100";

  /**
   * The text in the common layout, with the line breaks that its first line has. A text that cannot
   * be parsed is given back as it is; {@link SpecificationReader#syntaxErrors} says why.
   */
  public String format(String text) {
    if (TextLimits.check(text).isPresent()) {
      return text;
    }
    boolean windows = text.indexOf("\r\n") >= 0 && text.indexOf("\r\n") < text.indexOf('\n');
    String formatted = formatLines(text.replace("\r\n", "\n"), ExceptionAcceptor.IGNORING);
    return windows ? formatted.replace("\n", "\r\n") : formatted;
  }

  /**
   * Formats a text with line feeds only.
   *
   * @param conflicts gets two rules of the layout that contradict each other at a place; the first
   *     one is followed
   */
  static String formatLines(String text, IAcceptor<Exception> conflicts) {
    ParsedSpecification parsed = new ParsedSpecification(Path.of("specification.sure"), text);
    if (!parsed.isWellFormed() || parsed.model().isEmpty()) {
      return text;
    }
    FormatterRequest request = Language.get(FormatterRequest.class);
    MapBasedPreferenceValues preferences = new MapBasedPreferenceValues();
    preferences.put(FormatterPreferenceKeys.indentation, "  ");
    preferences.put(FormatterPreferenceKeys.lineSeparator, "\n");
    request.setPreferences(preferences);
    preferences.put(FormatterPreferenceKeys.maxLineWidth, WIDTH);
    request.setExceptionHandler(conflicts);
    request.setTextRegionAccess(
        Language.get(TextRegionAccessBuilder.class).forNodeModel(parsed.resource()).create());
    List<ITextReplacement> replacements = Language.get(IFormatter2.class).format(request);
    ITextRegionRewriter rewriter = request.getTextRegionAccess().getRewriter();
    return rewriter.renderToString(replacements).strip() + "\n";
  }
}
