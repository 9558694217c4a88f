package surety.report.page;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class PageColoursTest {
  @Test
  void whatDiffersBecomesAVariableOfBoth() {
    PageColours colours = new PageColours();
    assertEquals(
        "<a fill=\"var(--p0)\" stroke=\"var(--p1)\"/><b fill=\"var(--p0)\"/>#abcdef",
        colours.themed(
            "<a fill=\"#ffffff\" stroke=\"#000000\"/><b fill=\"#ffffff\"/>#abcdef",
            "<a fill=\"#111111\" stroke=\"#eeeeee\"/><b fill=\"#111111\"/>#abcdef"));
    assertEquals(
        """
        :root{--p0:#ffffff;--p1:#000000;}
        @media screen and (prefers-color-scheme:dark){:root{--p0:#111111;--p1:#eeeeee;}}
        """,
        colours.css());
  }

  @Test
  void oneLightColourMayBeTwoDarkOnes() {
    PageColours colours = new PageColours();
    assertEquals(
        "var(--p0) var(--p1) var(--p0)",
        colours.themed("#ffffff #ffffff #ffffff", "#000000 #111111 #000000"));
  }

  @Test
  void picturesThatDifferInMoreStayLight() {
    PageColours colours = new PageColours();
    assertEquals("#ffffff a", colours.themed("#ffffff a", "a #000000"));
    assertEquals("#ffffff", colours.themed("#ffffff", ""));
  }
}
