package surety.language.ide.rename;

import com.google.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.lsp4j.RenameParams;
import org.eclipse.lsp4j.WorkspaceEdit;
import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseError;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseErrorCode;
import org.eclipse.xtext.EcoreUtil2;
import org.eclipse.xtext.ide.server.ILanguageServerAccess.Context;
import org.eclipse.xtext.ide.server.rename.RenameService2;
import org.eclipse.xtext.resource.EObjectAtOffsetHelper;
import org.eclipse.xtext.resource.XtextResource;
import surety.language.NameRules;
import surety.language.model.Variables;
import surety.language.sure.ClaimDeclaration;
import surety.language.sure.DistributionDeclaration;
import surety.language.sure.Element;
import surety.language.sure.EventDeclaration;
import surety.language.sure.NetworkDeclaration;
import surety.language.sure.SureFile;
import surety.language.sure.Variable;

/** Renames, but never to a name that the language does not allow or something else has. */
public final class SureRenameService extends RenameService2 {
  private final EObjectAtOffsetHelper elements;
  private final NameRules rules;

  @Inject
  SureRenameService(NameRules rules, EObjectAtOffsetHelper elements) {
    this.rules = rules;
    this.elements = elements;
  }

  @Override
  public WorkspaceEdit rename(Options options) {
    RenameParams params = options.getRenameParams();
    Optional<String> problem = rules.problem(params.getNewName());
    if (problem.isPresent()) {
      throw refused(problem.get());
    }
    options
        .getLanguageServerAccess()
        .<Optional<String>>doSyncRead(
            params.getTextDocument().getUri(), context -> conflict(context, params))
        .ifPresent(
            message -> {
              throw refused(message);
            });
    return super.rename(options);
  }

  private static ResponseErrorException refused(String message) {
    return new ResponseErrorException(
        new ResponseError(ResponseErrorCode.InvalidParams, message, null));
  }

  private Optional<String> conflict(Context context, RenameParams params) {
    XtextResource resource = (XtextResource) context.getResource();
    EObject renamed =
        elements.resolveElementAt(resource, context.getDocument().getOffSet(params.getPosition()));
    return renamed != null && others(renamed).anyMatch(params.getNewName()::equals)
        ? Optional.of("'" + params.getNewName() + "' is a name already; choose another one")
        : Optional.empty();
  }

  /** The names that must differ from that of an object. */
  private static Stream<String> others(EObject renamed) {
    if (renamed instanceof Variable variable) {
      NetworkDeclaration network =
          EcoreUtil2.getContainerOfType(variable, NetworkDeclaration.class);
      return Stream.of(Variables.inputs(network), Variables.outputs(network))
          .flatMap(List::stream)
          .filter(other -> other != variable)
          .map(Variable::getName);
    }
    return EcoreUtil.getRootContainer(renamed) instanceof SureFile file
        ? file.getElements().stream().filter(e -> e != renamed).flatMap(e -> name(e).stream())
        : Stream.empty();
  }

  private static Optional<String> name(Element element) {
    if (element instanceof NetworkDeclaration network) {
      return Optional.ofNullable(network.getName());
    }
    if (element instanceof DistributionDeclaration distribution) {
      return Optional.ofNullable(distribution.getName());
    }
    if (element instanceof EventDeclaration event) {
      return Optional.ofNullable(event.getName());
    }
    return element instanceof ClaimDeclaration claim
        ? Optional.ofNullable(claim.getName())
        : Optional.empty();
  }
}
