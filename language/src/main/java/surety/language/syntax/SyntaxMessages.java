package surety.language.syntax;

import org.eclipse.xtext.nodemodel.SyntaxErrorMessage;
import org.eclipse.xtext.parser.antlr.SyntaxErrorMessageProvider;
import surety.language.problems.IssueCodes;

/** Messages on what cannot be parsed. */
public class SyntaxMessages extends SyntaxErrorMessageProvider {
  @Override
  public SyntaxErrorMessage getSyntaxErrorMessage(IParserErrorContext context) {
    return new SyntaxErrorMessage(context.getDefaultMessage()+"|"+context.getRecognitionException()+"|"+context.getCurrentContext(), IssueCodes.SYNTAX);
  }
}
