package surety.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;

import com.google.inject.Inject;
import java.util.List;
import org.eclipse.xtext.testing.InjectWith;
import org.eclipse.xtext.testing.extensions.InjectionExtension;
import org.eclipse.xtext.testing.util.ParseHelper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import surety.language.model.Expressions;
import surety.language.sure.Call;
import surety.language.sure.DistributionDeclaration;
import surety.language.sure.IndexedReference;
import surety.language.sure.NamedReference;
import surety.language.sure.NetworkDeclaration;
import surety.language.sure.Property;
import surety.language.sure.Relation;
import surety.language.sure.SureFile;
import surety.language.sure.VariableReference;
import surety.language.sure.VariableValue;

/** The text becomes the model, and names find what they mean. */
@ExtendWith(InjectionExtension.class)
@InjectWith(SureInjectorProvider.class)
class SureGrammarTest {
  @Inject private ParseHelper<SureFile> parser;

  @Test
  void namesFindWhatTheyMeanWhereverItStands() throws Exception {
    SureFile file =
        parser.parse(
            """
            property p "a title": P(y > 0.10) < - 1 / 3 under D;
            distribution D for N { x ~ Normal(0, 1); }
            network N = "n.onnx" { output y; input x; }
            semantics real;
            """);
    assertEquals(List.of(), file.eResource().getErrors());
    Property property = assertInstanceOf(Property.class, file.getElements().get(0));
    DistributionDeclaration distribution =
        assertInstanceOf(DistributionDeclaration.class, file.getElements().get(1));
    NetworkDeclaration network =
        assertInstanceOf(NetworkDeclaration.class, file.getElements().get(2));
    assertEquals("a title", property.getTitle());
    assertEquals("-1/3", property.getLimit());
    assertSame(distribution, property.getDistribution());
    assertSame(network, distribution.getNetwork());
    NamedReference input =
        assertInstanceOf(
            NamedReference.class, distribution.getAssignments().get(0).getVariables().get(0));
    assertSame(network.getGroups().get(1).getVariables().get(0), input.getVariable());
    NamedReference output = assertInstanceOf(NamedReference.class, output(property));
    assertSame(network.getGroups().get(0).getVariables().get(0), output.getVariable());
  }

  @Test
  void elementsHaveAnIndex() throws Exception {
    SureFile file = parser.parse("property p: P(y [ 12 ] > 0) < 1 under D;");
    IndexedReference reference =
        assertInstanceOf(IndexedReference.class, output((Property) file.getElements().get(0)));
    assertEquals("y", reference.getVector());
    assertEquals("12", reference.getIndex());
  }

  private static VariableReference output(Property property) {
    Call probability = (Call) Expressions.alone(property.getQuantity()).orElseThrow();
    Relation relation = (Relation) probability.getArguments().get(0);
    VariableValue value =
        (VariableValue) Expressions.alone(relation.getOperands().get(0)).orElseThrow();
    return value.getReference();
  }
}
