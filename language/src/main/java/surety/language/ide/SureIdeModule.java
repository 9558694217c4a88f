package surety.language.ide;

import org.eclipse.xtext.ide.editor.contentassist.IdeContentProposalProvider;
import org.eclipse.xtext.ide.editor.syntaxcoloring.ISemanticHighlightingCalculator;
import org.eclipse.xtext.ide.server.codeActions.ICodeActionService2;
import org.eclipse.xtext.ide.server.formatting.FormattingService;
import org.eclipse.xtext.ide.server.hover.IHoverService;
import org.eclipse.xtext.ide.server.rename.IRenameService2;
import org.eclipse.xtext.ide.server.signatureHelp.ISignatureHelpService;
import org.eclipse.xtext.ide.server.symbol.DocumentSymbolMapper.DocumentSymbolDetailsProvider;
import org.eclipse.xtext.ide.server.symbol.DocumentSymbolMapper.DocumentSymbolKindProvider;
import org.eclipse.xtext.ide.server.symbol.DocumentSymbolMapper.DocumentSymbolNameProvider;
import org.eclipse.xtext.resource.IResourceServiceProvider;
import surety.language.ide.completion.SureProposals;
import surety.language.ide.fixes.SureCodeActions;
import surety.language.ide.hover.SureHoverService;
import surety.language.ide.layout.SureFormattingService;
import surety.language.ide.outline.SureHighlighting;
import surety.language.ide.outline.SymbolDetails;
import surety.language.ide.outline.SymbolKinds;
import surety.language.ide.outline.SymbolNames;
import surety.language.ide.rename.SureRenameService;
import surety.language.ide.signature.SureSignatureHelp;

/** What the language does in its own way where it is edited; Guice reads the methods. */
public class SureIdeModule extends AbstractSureIdeModule {
  /** Documents. */
  public Class<? extends IResourceServiceProvider> bindIResourceServiceProvider() {
    return AnyDocument.class;
  }

  /** Completion. */
  public Class<? extends IdeContentProposalProvider> bindIdeContentProposalProvider() {
    return SureProposals.class;
  }

  /** What distributions take. */
  public Class<? extends ISignatureHelpService> bindISignatureHelpService() {
    return SureSignatureHelp.class;
  }

  /** Quick fixes. */
  public Class<? extends ICodeActionService2> bindICodeActionService2() {
    return SureCodeActions.class;
  }

  /** Hovers. */
  public Class<? extends IHoverService> bindIHoverService() {
    return SureHoverService.class;
  }

  /** Formatting. */
  public Class<? extends FormattingService> bindFormattingService() {
    return SureFormattingService.class;
  }

  @Override
  public Class<? extends IRenameService2> bindIRenameService2() {
    return SureRenameService.class;
  }

  /** Colours. */
  public Class<? extends ISemanticHighlightingCalculator> bindISemanticHighlightingCalculator() {
    return SureHighlighting.class;
  }

  /** Names in the outline. */
  public Class<? extends DocumentSymbolNameProvider> bindDocumentSymbolNameProvider() {
    return SymbolNames.class;
  }

  /** Symbols in the outline. */
  public Class<? extends DocumentSymbolKindProvider> bindDocumentSymbolKindProvider() {
    return SymbolKinds.class;
  }

  /** Words beside the names in the outline. */
  public Class<? extends DocumentSymbolDetailsProvider> bindDocumentSymbolDetailsProvider() {
    return SymbolDetails.class;
  }
}
