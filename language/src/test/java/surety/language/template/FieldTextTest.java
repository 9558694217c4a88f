package surety.language.template;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class FieldTextTest {
  private final FieldText text =
      new FieldText()
          .add("a\n  ")
          .add("first", "one")
          .add(" and ")
          .add("second", "two")
          .add(";\nz");

  @Test
  void isPutTogether() {
    assertEquals("a\n  one and two;\nz", text.toString());
  }

  @Test
  void knowsTheFieldOfAPlace() {
    assertEquals(Optional.of("first"), text.field(4));
    assertEquals(Optional.of("first"), text.field(6));
    assertEquals(Optional.of("second"), text.field(12));
  }

  @Test
  void aPlaceBehindAFieldBelongsToIt() {
    assertEquals(Optional.of("first"), text.field(8));
    assertEquals(Optional.of("second"), text.field(15));
  }

  @Test
  void otherLinesBelongToNone() {
    assertEquals(Optional.empty(), text.field(0));
    assertEquals(Optional.empty(), text.field(2));
    assertEquals(Optional.empty(), text.field(17));
  }
}
