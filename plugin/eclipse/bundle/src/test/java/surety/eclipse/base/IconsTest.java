package surety.eclipse.base;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import surety.eclipse.runs.VerificationCommand;

class IconsTest {
  private static final Pattern NAMED = Pattern.compile("icon=\"([^\"]*)\"");

  private static String read(String file) throws IOException {
    try (InputStream in = Icons.class.getResourceAsStream("/" + file)) {
      assertNotNull(in, file);
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /** Of one size, which the workbench scales. */
  private static void check(String file) throws IOException {
    String picture = read(file);
    assertTrue(picture.contains("width=\"16\" height=\"16\" viewBox=\"0 0 16 16\""), file);
  }

  @Test
  void whatThePluginNamesIsThere() throws IOException {
    List<String> named =
        NAMED.matcher(read("plugin.xml")).results().map(found -> found.group(1)).toList();
    assertFalse(named.isEmpty());
    for (String file : named) {
      check(file);
    }
  }

  @ParameterizedTest
  @EnumSource(VerificationCommand.class)
  void eachCommandHasAPicture(VerificationCommand command) throws IOException {
    check(command.icon());
  }
}
