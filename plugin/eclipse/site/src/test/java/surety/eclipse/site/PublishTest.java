package surety.eclipse.site;

import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class PublishTest {

  @Test
  void thePluginAndTheFolderAreWanted() {
    assertThrows(IllegalArgumentException.class, () -> Publish.main(new String[0]));
    assertThrows(IllegalArgumentException.class, () -> Publish.main(new String[] {"a", "b", "c"}));
  }
}
