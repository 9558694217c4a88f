package surety.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.Writer;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import surety.solver.Checker;

class SuretyTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "check",
        "cdf",
        "moments",
        "estimate",
        "replay",
        "format",
        "statement",
        "attest",
        "verify-attestation",
        "bundle",
        "language-server"
      })
  void helpAndVersionAreThereForEachCommand(String command) {
    String[] words = command.isEmpty() ? new String[0] : new String[] {command};
    CommandRun help = run(words, "--help");
    assertEquals(0, help.status());
    assertTrue(help.out().startsWith("Usage: surety" + (" " + command).stripTrailing()));
    assertTrue(help.out().contains("Exit status:"), help.out());
    assertEquals("", help.err());

    CommandRun version = run(words, "--version");
    assertEquals(0, version.status());
    assertTrue(version.out().matches("surety [0-9]+\\.[0-9]+\\.[0-9]+\\S*\\R"), version.out());
  }

  @Test
  void helpFitsAnOldTerminal() {
    for (String command :
        new String[] {
          "check",
          "cdf",
          "moments",
          "estimate",
          "replay",
          "format",
          "statement",
          "attest",
          "verify-attestation",
          "bundle",
          "language-server"
        }) {
      CommandRun.of(command, "--help")
          .out()
          .lines()
          .forEach(line -> assertTrue(line.length() <= 90, line));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "chekc f.sure",
        "--verdict",
        "check",
        "cdf a.sure b.sure",
        "check f.sure --gap",
        "check f.sure --gap 2",
        "check f.sure --gap tiny",
        "check f.sure --timeout soon",
        "check f.sure --timeout 0s",
        "check f.sure --threads 0",
        "check f.sure --bounding crown",
        "check f.sure --segments 5",
        "check f.sure --bounding adaptive --segments 5",
        "check f.sure --bounding relu-networks --segments 0",
        "check f.sure --bounding relu-networks --segments -3",
        "check f.sure --bounding relu-networks --segments 100000",
        "check f.sure --bounding relu-networks --segments many",
        "check f.sure --threads -1",
        "check f.sure --threads 9999",
        "check f.sure --threads two",
        "check f.sure --format xml",
        "check f.sure --certificates a --no-certificates",
        "check f.sure --gap 1e-3 --gap 1e-4",
        "check f.sure --query q",
        "cdf",
        "cdf f.sure --format text",
        "cdf f.sure --property p",
        "cdf f.sure --output",
        "cdf f.sure --threads 0",
        "moments",
        "moments a.sure b.sure",
        "moments f.sure --query",
        "moments f.sure --query q --distribution D",
        "moments f.sure --format svg",
        "moments f.sure --gap 0",
        "estimate",
        "estimate a.sure b.sure",
        "estimate f.sure --query",
        "estimate f.sure --property p",
        "estimate f.sure --ways",
        "estimate f.sure --ways linear,guess",
        "estimate f.sure --samples many",
        "estimate f.sure --samples 1",
        "estimate f.sure --samples 20000001",
        "estimate f.sure --seed 0.5",
        "estimate f.sure --timeout soon",
        "estimate f.sure --threads 0",
        "estimate f.sure --format xml",
        "estimate f.sure --output",
        "replay",
        "replay --specification f.sure",
        "replay --certificate c.cert",
        "replay f.sure c.cert",
        "attest",
        "attest f.sure",
        "attest --key k.pem",
        "attest f.sure --key",
        "verify-attestation",
        "verify-attestation a.json",
        "verify-attestation a.json b.json --key k.pem",
        "verify-attestation a.json --key k.pem --replay",
        "verify-attestation a.json --key k.pem --certificates d",
        "bundle",
        "bundle f.sure",
        "bundle --output a.zip",
        "format",
        "format --check",
        "format --chek f.sure",
        "language-server f.sure",
        "language-server --port",
        "language-server --port many",
      })
  void wrongUsageIsOneMessageAndAWayOut(String line) {
    CommandRun run = CommandRun.of((Object[]) (line.isEmpty() ? new String[0] : line.split(" ")));
    assertEquals(2, run.status(), run.err());
    assertEquals("", run.out());
    assertTrue(run.err().startsWith("surety: "), run.err());
    assertTrue(run.err().contains("--help"), run.err());
    assertFalse(run.err().contains("\tat "), run.err());
    assertTrue(run.err().lines().count() <= 4, run.err());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "iris.sure | 'iris.sure' is no command but what a command is for; write surety check iris.sure",
        "a/b.sure c.sure | 'a/b.sure' is no command but what a command is for; write surety check a/b.sure",
        "src | 'src' is no command but what a command is for; write surety check src",
        "verify iris.sure | 'verify' is no command; write surety check",
        "test | 'test' is no command; write surety check",
      })
  void whoForgetsTheCommandIsToldOfCheck(String line, String message) {
    CommandRun run = CommandRun.of((Object[]) line.split(" "));
    assertEquals(2, run.status(), run.err());
    assertEquals("surety: " + message + "\nTry 'surety --help'.\n", run.err());
  }

  @Test
  void aMisspeltCommandIsStillRecognised() {
    CommandRun run = CommandRun.of("chekc", "f.sure");
    assertTrue(run.err().contains("check"), run.err());
    assertFalse(run.err().contains("is no command"), run.err());
  }

  /** A command that stands alone is as it is among all. */
  @Test
  void eachCommandIsFoundByItsName() {
    Terminal terminal =
        new Terminal(
            new PrintWriter(Writer.nullWriter()),
            new PrintWriter(Writer.nullWriter()),
            false,
            false,
            false);
    Context context = new Context(terminal, new Interruption(), Checker::check);
    Map<String, CommandLine> all = Surety.commandLine(context).getSubcommands();
    assertEquals(18, all.size());
    all.forEach(
        (name, command) -> {
          CommandLine part = Surety.commandLine(context, List.of(name, "x"));
          assertEquals(Set.of(name), part.getSubcommands().keySet());
          assertEquals(
              command.getUsageMessage(), part.getSubcommands().get(name).getUsageMessage());
        });
    for (String other : List.of("chekc", "--help", "Check", "")) {
      assertEquals(18, Surety.commandLine(context, List.of(other)).getSubcommands().size());
    }
    assertEquals(18, Surety.commandLine(context, List.of()).getSubcommands().size());
  }

  private static CommandRun run(String[] words, String option) {
    return words.length == 0 ? CommandRun.of(option) : CommandRun.of(words[0], option);
  }
}
