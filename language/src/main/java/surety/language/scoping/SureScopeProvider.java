package surety.language.scoping;

import com.google.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.xtext.EcoreUtil2;
import org.eclipse.xtext.resource.IEObjectDescription;
import org.eclipse.xtext.scoping.IScope;
import org.eclipse.xtext.scoping.Scopes;
import org.eclipse.xtext.scoping.impl.MultimapBasedScope;
import org.eclipse.xtext.util.IResourceScopeCache;
import org.eclipse.xtext.util.Tuples;
import surety.language.loop.Loops;
import surety.language.model.Variables;
import surety.language.sure.Assignment;
import surety.language.sure.ConstantDeclaration;
import surety.language.sure.DistributionDeclaration;
import surety.language.sure.EventDeclaration;
import surety.language.sure.LoopDeclaration;
import surety.language.sure.NetworkDeclaration;
import surety.language.sure.SureFile;
import surety.language.sure.SurePackage;
import surety.language.sure.VariableReference;

/**
 * Networks and distributions are known in their whole file, wherever they stand; inputs and outputs
 * where their network is meant. A distribution sees inputs only; an event sees inputs and outputs,
 * and named events behind them.
 */
public class SureScopeProvider extends AbstractSureScopeProvider {
  @Inject private IResourceScopeCache cache;

  @Override
  public IScope getScope(EObject context, EReference reference) {
    if (reference == SurePackage.Literals.DISTRIBUTION_DECLARATION__NETWORK
        || reference == SurePackage.Literals.DISTRIBUTION_DECLARATION__OTHERS) {
      return elements(context, NetworkDeclaration.class);
    }
    if (reference == SurePackage.Literals.CLAIM_DECLARATION__DISTRIBUTION
        || reference == SurePackage.Literals.COMPONENT__DISTRIBUTION) {
      return elements(context, DistributionDeclaration.class);
    }
    if (reference == SurePackage.Literals.CLAIM_DECLARATION__LOOP) {
      return elements(context, LoopDeclaration.class);
    }
    if (reference == SurePackage.Literals.VARIABLE_REFERENCE__NETWORK) {
      return scope(Variables.networksAround(context));
    }
    if (reference == SurePackage.Literals.NAMED_REFERENCE__VARIABLE) {
      Optional<LoopDeclaration> loop = Loops.around(context);
      if (loop.isPresent()) {
        return inLoop(loop.get(), context);
      }
      return EcoreUtil2.getContainerOfType(context, DistributionDeclaration.class) == null
          ? inExpression(context)
          : inDistribution(context);
    }
    return super.getScope(context, reference);
  }

  /** In front of '~' inputs only, and constants behind it. */
  private IScope inDistribution(EObject context) {
    IScope outer =
        context instanceof VariableReference && context.eContainer() instanceof Assignment
            ? IScope.NULLSCOPE
            : elements(context, ConstantDeclaration.class);
    return Variables.networkAround(context).map(network -> inputs(network, outer)).orElse(outer);
  }

  private IScope elements(EObject context, Class<? extends EObject> kind) {
    SureFile file = EcoreUtil2.getContainerOfType(context, SureFile.class);
    return cache.get(
        Tuples.create("scope", kind),
        context.eResource(),
        () -> scope(EcoreUtil2.typeSelect(file.getElements(), kind)));
  }

  /** Variables and constants of the loop, and constants of the file. */
  private IScope inLoop(LoopDeclaration loop, EObject context) {
    IScope constants = elements(context, ConstantDeclaration.class);
    return cache.get(
        Tuples.create("loop", loop),
        loop.eResource(),
        () -> scope(Loops.variables(loop), scope(Loops.constants(loop), constants)));
  }

  private IScope inputs(NetworkDeclaration network, IScope outer) {
    return cache.get(
        Tuples.create("inputs", network, outer == IScope.NULLSCOPE),
        network.eResource(),
        () -> scope(Variables.inputs(network), outer));
  }

  /** Behind a network its own; compared with a class its outputs; else what is clear by itself. */
  private IScope inExpression(EObject context) {
    List<NetworkDeclaration> networks = Variables.networksAround(context);
    if (NetworkNames.isOfClassCall(context)) {
      return scope(networks);
    }
    if (context instanceof VariableReference reference && reference.getNetwork() != null) {
      return Variables.resolved(reference.getNetwork())
          .map(network -> unique(List.of(network), context, IScope.NULLSCOPE))
          .orElse(IScope.NULLSCOPE);
    }
    if (networks.isEmpty()) {
      return elements(context, ConstantDeclaration.class);
    }
    IScope events = named(context);
    Optional<NetworkDeclaration> compared =
        context instanceof VariableReference reference && networks.size() > 1
            ? NetworkNames.compared(reference, networks)
            : Optional.empty();
    return compared
        .map(network -> unique(List.of(network), context, events))
        .orElseGet(() -> unique(networks, context, events));
  }

  /** Named events and constants. */
  private IScope named(EObject context) {
    SureFile file = EcoreUtil2.getContainerOfType(context, SureFile.class);
    return cache.get(
        "named",
        context.eResource(),
        () ->
            scope(
                EcoreUtil2.typeSelect(file.getElements(), EventDeclaration.class),
                elements(context, ConstantDeclaration.class)));
  }

  private IScope unique(List<NetworkDeclaration> networks, EObject context, IScope outer) {
    boolean areTogether = EcoreUtil2.getContainerOfType(context, EventDeclaration.class) == null;
    return cache.get(
        Tuples.create("names", networks, List.of(areTogether, outer == IScope.NULLSCOPE)),
        context.eResource(),
        () -> scope(NetworkNames.unique(networks, areTogether), outer));
  }

  /** Hashed, so that a network with very many inputs costs no more for each reference. */
  private static IScope scope(List<? extends EObject> objects) {
    return scope(objects, IScope.NULLSCOPE);
  }

  private static IScope scope(List<? extends EObject> objects, IScope outer) {
    Iterable<IEObjectDescription> descriptions =
        Scopes.scopedElementsFor(
            objects, object -> org.eclipse.xtext.naming.QualifiedName.create(name(object)));
    return MultimapBasedScope.createScope(outer, descriptions, false);
  }

  private static String name(EObject object) {
    Object name = object.eGet(object.eClass().getEStructuralFeature("name"));
    return name == null ? "" : (String) name;
  }
}
