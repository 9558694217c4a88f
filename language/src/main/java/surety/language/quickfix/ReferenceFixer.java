package surety.language.quickfix;

import java.util.List;
import java.util.Optional;
import surety.language.model.Variables;
import surety.language.sure.Assignment;
import surety.language.sure.IndexedReference;
import surety.language.sure.NetworkDeclaration;
import surety.language.translation.Coordinate;

/**
 * Writes an input or output as it is called: by its name, or as {@code x[0]} or {@code y[0]}. In a
 * distribution it can only be an input, in an event only an output.
 */
final class ReferenceFixer implements Fixer {
  @Override
  public List<QuickFix> fixes(Place place) {
    Optional<IndexedReference> reference = place.part(IndexedReference.class);
    Optional<NetworkDeclaration> network = reference.flatMap(Variables::networkAround);
    if (network.isEmpty()) {
      return List.of();
    }
    Coordinate coordinate =
        Coordinate.of(reference.get(), network.get()).orElseGet(() -> guess(reference.get()));
    return written(place, network.get(), coordinate)
        .map(text -> List.of(Place.written(reference.get(), text)))
        .orElse(List.of());
  }

  private static Coordinate guess(IndexedReference reference) {
    int index = reference.getIndex().length() > 9 ? -1 : Integer.parseInt(reference.getIndex());
    return new Coordinate(reference.eContainer() instanceof Assignment, index);
  }

  /** Nothing if it does not exist. */
  private static Optional<String> written(
      Place place, NetworkDeclaration network, Coordinate coordinate) {
    List<String> names =
        Variables.names(
            coordinate.isInput() ? Variables.inputs(network) : Variables.outputs(network));
    int size =
        names.isEmpty()
            ? place
                .networkFile(network)
                .map(file -> coordinate.isInput() ? file.inputs() : file.outputs())
                .orElse(0)
            : names.size();
    if (coordinate.index() < 0 || coordinate.index() >= size) {
      return Optional.empty();
    }
    return Optional.of(names.isEmpty() ? coordinate.text() : names.get(coordinate.index()));
  }
}
