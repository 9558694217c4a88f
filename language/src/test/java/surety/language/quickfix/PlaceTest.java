package surety.language.quickfix;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import surety.language.Samples;
import surety.language.Specification;
import surety.language.problems.IssueCodes;
import surety.language.sure.Assignment;
import surety.language.sure.NetworkDeclaration;
import surety.language.sure.Property;

/** A place knows the text and the parts around a message. */
class PlaceTest {
  @TempDir private Path folder;

  private Place place(String code, String text) throws IOException {
    Specification specification = new Samples(folder).read(text);
    return new Place(specification, Repairs.first(specification, code));
  }

  @Test
  void knowsTheParts() throws IOException {
    Place place = place(IssueCodes.UNKNOWN_FAMILY, Samples.term("Gauss(0, 1)"));
    assertEquals("Gauss", place.marked());
    assertEquals(
        "a", Values.text(node(place.part(Assignment.class).orElseThrow())).substring(0, 1));
    assertEquals(Optional.empty(), place.part(Property.class));
    assertEquals(2, place.all(Assignment.class).size());
    NetworkDeclaration network = place.all(NetworkDeclaration.class).get(0);
    assertEquals(2, place.networkFile(network).orElseThrow().inputs());
  }

  private static INode node(Assignment assignment) {
    return NodeModelUtils.getNode(assignment);
  }

  @Test
  void anEmptyTextHasNoParts() throws IOException {
    Place place = place(IssueCodes.SEMANTICS_MISSING, "");
    assertEquals("", place.marked());
    assertEquals(Optional.empty(), place.part(Assignment.class));
    assertTrue(place.all(Assignment.class).isEmpty());
    assertTrue(place.words().all().isEmpty());
  }
}
