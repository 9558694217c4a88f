package surety.eclipse.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PicturesTest {
  private static String picture(String svg) {
    byte[] bytes = svg.getBytes(StandardCharsets.UTF_8);
    return "![](data:image/svg+xml;base64," + Base64.getEncoder().encodeToString(bytes) + ")";
  }

  @Test
  void theWidestAndAllTogether() {
    String two =
        picture("<svg xmlns=\"x\" width=\"300\" height=\"80\"/>")
            + " and "
            + picture("<svg height=\"20\" width=\"200\"/>");
    assertEquals(new Pictures(300, 100), Pictures.in(two));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "no picture",
        "![](data:image/svg+xml;base64,A)",
        "![](data:image/svg+xml;base64,QUJD)",
        "![](data:image/png;base64,QUJD)",
        "![](https://example.org/a.svg)"
      })
  void whatCannotBeReadNeedsNoRoom(String text) {
    assertEquals(new Pictures(0, 0), Pictures.in(text));
  }

  @Test
  void sizesInPercentNeedNoRoom() {
    assertEquals(new Pictures(100, 0), Pictures.in(picture("<svg width=\"100%\"/>")));
  }
}
