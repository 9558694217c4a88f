package surety.language.scoping;

import com.google.inject.Inject;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.xtext.EcoreUtil2;
import org.eclipse.xtext.resource.IEObjectDescription;
import org.eclipse.xtext.scoping.IScope;
import org.eclipse.xtext.scoping.Scopes;
import org.eclipse.xtext.scoping.impl.MultimapBasedScope;
import org.eclipse.xtext.util.IResourceScopeCache;
import org.eclipse.xtext.util.Tuples;
import surety.language.model.Variables;
import surety.language.sure.DistributionDeclaration;
import surety.language.sure.NetworkDeclaration;
import surety.language.sure.SureFile;
import surety.language.sure.SurePackage;

/**
 * Networks and distributions are known in their whole file, wherever they stand; inputs and outputs
 * where their network is meant. A distribution sees inputs only; an event sees inputs as well as
 * outputs, so that an input in it gets a message that says more than "unknown".
 */
public class SureScopeProvider extends AbstractSureScopeProvider {
  @Inject private IResourceScopeCache cache;

  @Override
  public IScope getScope(EObject context, EReference reference) {
    if (reference == SurePackage.Literals.DISTRIBUTION_DECLARATION__NETWORK) {
      return elements(context, NetworkDeclaration.class);
    }
    if (reference == SurePackage.Literals.CLAIM_DECLARATION__DISTRIBUTION) {
      return elements(context, DistributionDeclaration.class);
    }
    if (reference == SurePackage.Literals.NAMED_REFERENCE__VARIABLE) {
      boolean inputsOnly =
          EcoreUtil2.getContainerOfType(context, DistributionDeclaration.class) != null;
      return Variables.networkAround(context)
          .map(network -> variables(network, inputsOnly))
          .orElse(IScope.NULLSCOPE);
    }
    return super.getScope(context, reference);
  }

  private IScope elements(EObject context, Class<? extends EObject> kind) {
    SureFile file = EcoreUtil2.getContainerOfType(context, SureFile.class);
    return cache.get(
        Tuples.create("scope", kind),
        context.eResource(),
        () -> scope(EcoreUtil2.typeSelect(file.getElements(), kind)));
  }

  private IScope variables(NetworkDeclaration network, boolean inputsOnly) {
    return cache.get(
        Tuples.create("scope", network, inputsOnly),
        network.eResource(),
        () ->
            scope(
                Stream.concat(
                        inputsOnly ? Stream.empty() : Variables.outputs(network).stream(),
                        Variables.inputs(network).stream())
                    .toList()));
  }

  /** Hashed, so that a network with very many inputs costs no more for each reference. */
  private static IScope scope(List<? extends EObject> objects) {
    Iterable<IEObjectDescription> descriptions =
        Scopes.scopedElementsFor(
            objects, object -> org.eclipse.xtext.naming.QualifiedName.create(name(object)));
    return MultimapBasedScope.createScope(IScope.NULLSCOPE, descriptions, false);
  }

  private static String name(EObject object) {
    Object name = object.eGet(object.eClass().getEStructuralFeature("name"));
    return name == null ? "" : (String) name;
  }
}
