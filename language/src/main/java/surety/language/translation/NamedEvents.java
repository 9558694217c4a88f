package surety.language.translation;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.EcoreUtil2;
import surety.language.model.Variables;
import surety.language.sure.EventDeclaration;
import surety.language.sure.IndexedReference;
import surety.language.sure.NamedReference;
import surety.language.sure.NetworkDeclaration;
import surety.language.sure.Variable;
import surety.language.sure.VariableReference;

/** What named events are made of. */
public final class NamedEvents {
  private NamedEvents() {}

  /** The events that a part of a specification speaks of, also by way of others. */
  public static Set<EventDeclaration> in(EObject part) {
    Set<EventDeclaration> found = new LinkedHashSet<>();
    Deque<EObject> open = new ArrayDeque<>();
    open.add(part);
    while (!open.isEmpty()) {
      for (NamedReference reference :
          EcoreUtil2.getAllContentsOfType(open.remove(), NamedReference.class)) {
        if (Variables.resolved(reference.getVariable()).orElse(null)
                instanceof EventDeclaration event
            && found.add(event)) {
          open.add(event);
        }
      }
    }
    return found;
  }

  /** The networks whose inputs and outputs an event speaks of, also by way of other events. */
  public static Set<NetworkDeclaration> networks(EventDeclaration event) {
    Set<NetworkDeclaration> networks = new LinkedHashSet<>(ownNetworks(event));
    in(event).forEach(other -> networks.addAll(ownNetworks(other)));
    return networks;
  }

  private static Set<NetworkDeclaration> ownNetworks(EventDeclaration event) {
    Set<NetworkDeclaration> networks = new LinkedHashSet<>();
    for (VariableReference reference :
        EcoreUtil2.getAllContentsOfType(event, VariableReference.class)) {
      network(reference).ifPresent(networks::add);
    }
    return networks;
  }

  private static Optional<NetworkDeclaration> network(VariableReference reference) {
    if (reference instanceof NamedReference named) {
      EObject target = Variables.resolved(named.getVariable()).orElse(null);
      return target instanceof Variable variable
          ? Variables.network(variable)
          : Optional.ofNullable(target)
              .filter(NetworkDeclaration.class::isInstance)
              .map(NetworkDeclaration.class::cast);
    }
    if (reference.getNetwork() != null) {
      return Variables.resolved(reference.getNetwork());
    }
    return reference instanceof IndexedReference
        ? Optional.of(Variables.networksAround(reference))
            .filter(all -> all.size() == 1)
            .map(all -> all.get(0))
        : Optional.empty();
  }
}
