package surety.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import surety.language.verification.Search;
import surety.solver.Checker;

/** One run of the command line, with what it printed. */
record CommandRun(int status, String out, String err) {

  /** With the real solver, and nobody watching. */
  static CommandRun of(Object... arguments) {
    return with(Checker::check, new Interruption(), arguments);
  }

  static CommandRun with(Search search, Interruption interruption, Object... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    Terminal terminal =
        new Terminal(new PrintWriter(out), new PrintWriter(err), false, false, false);
    String[] texts = new String[arguments.length];
    for (int i = 0; i < texts.length; i++) {
      texts[i] = arguments[i] instanceof Path path ? path.toString() : (String) arguments[i];
    }
    Context context = new Context(terminal, interruption, search);
    int status = Surety.commandLine(context, List.of(texts)).execute(texts);
    terminal.flush();
    return new CommandRun(status, out.toString(), err.toString());
  }

  String firstLine() {
    return out.lines().findFirst().orElse("");
  }
}
