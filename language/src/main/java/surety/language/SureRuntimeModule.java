package surety.language;

import org.eclipse.xtext.conversion.IValueConverterService;
import org.eclipse.xtext.linking.ILinkingDiagnosticMessageProvider;
import org.eclipse.xtext.parser.antlr.ISyntaxErrorMessageProvider;
import org.eclipse.xtext.resource.XtextResource;
import org.eclipse.xtext.validation.IResourceValidator;
import surety.language.linking.LinkingMessages;
import surety.language.linking.SureResource;
import surety.language.syntax.SureValueConverters;
import surety.language.syntax.SyntaxMessages;
import surety.language.validation.SureResourceValidator;

/** What this language does in its own way; Guice reads the methods. */
public class SureRuntimeModule extends AbstractSureRuntimeModule {
  @Override
  public Class<? extends IValueConverterService> bindIValueConverterService() {
    return SureValueConverters.class;
  }

  @Override
  public Class<? extends XtextResource> bindXtextResource() {
    return SureResource.class;
  }

  /** Messages of the parser. */
  public Class<? extends ISyntaxErrorMessageProvider> bindISyntaxErrorMessageProvider() {
    return SyntaxMessages.class;
  }

  /** Messages on names that nothing has. */
  public Class<? extends ILinkingDiagnosticMessageProvider>
      bindILinkingDiagnosticMessageProvider() {
    return LinkingMessages.class;
  }

  /** The same; Xtext asks for either. */
  public Class<? extends ILinkingDiagnosticMessageProvider.Extended>
      bindILinkingDiagnosticMessageProvider$Extended() {
    return LinkingMessages.class;
  }

  /** Which of all messages are shown. */
  public Class<? extends IResourceValidator> bindIResourceValidator() {
    return SureResourceValidator.class;
  }
}
