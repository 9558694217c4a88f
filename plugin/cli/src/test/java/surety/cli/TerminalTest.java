package surety.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.Help.Ansi;

class TerminalTest {
  @Test
  void coloursAreForTerminalsOnly() {
    assertEquals(Ansi.ON, terminal(true, true, true).outAnsi());
    assertEquals(Ansi.OFF, terminal(false, true, true).outAnsi());
    assertEquals(Ansi.OFF, terminal(true, true, false).outAnsi());
    assertEquals(Ansi.OFF, terminal(true, false, true).ansi());
  }

  @Test
  void noColorIsHonoured() {
    assertTrue(Terminal.wantsColours(Map.of()));
    assertTrue(Terminal.wantsColours(Map.of("NO_COLOR", "", "TERM", "xterm")));
    assertFalse(Terminal.wantsColours(Map.of("NO_COLOR", "1")));
    assertFalse(Terminal.wantsColours(Map.of("TERM", "dumb")));
  }

  @Test
  void nobodyWatchesUnlessTheLauncherSaysSo() {
    Properties properties = new Properties();
    assertFalse(Terminal.ofProcess(properties, Map.of()).errWatched());
    properties.setProperty("surety.err.terminal", "true");
    Terminal terminal = Terminal.ofProcess(properties, Map.of());
    assertTrue(terminal.errWatched());
    assertFalse(terminal.outWatched());
  }

  private static Terminal terminal(boolean out, boolean err, boolean colours) {
    PrintWriter writer = new PrintWriter(new StringWriter());
    return new Terminal(writer, writer, out, err, colours);
  }
}
