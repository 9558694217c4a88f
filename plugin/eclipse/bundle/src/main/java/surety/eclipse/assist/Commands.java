package surety.eclipse.assist;

import com.google.gson.JsonPrimitive;
import java.util.List;
import org.eclipse.lsp4j.Command;
import surety.eclipse.inputs.InputDialog;
import surety.eclipse.runs.VerificationCommand;
import surety.eclipse.verification.VerificationView;

/** The server's commands, as lenses have them. */
final class Commands {
  private static final String SHOW_BAND = "surety.showBand";
  private static final String TRY_INPUT = "surety.tryInput";

  private Commands() {}

  /** Pictures are shown and inputs tried here; all else is the server's work. */
  static void run(Command command) {
    List<Object> arguments = command.getArguments() == null ? List.of() : command.getArguments();
    if (command.getCommand().equals(SHOW_BAND) && arguments.size() == 2) {
      VerificationView.open(text(arguments.get(0)), text(arguments.get(1)));
    } else if (command.getCommand().equals(TRY_INPUT) && arguments.size() == 2) {
      InputDialog.open(text(arguments.get(0)), text(arguments.get(1)));
    } else if (!command.getCommand().isEmpty()) {
      VerificationCommand.tell(command.getCommand(), arguments);
    }
  }

  private static String text(Object argument) {
    return argument instanceof JsonPrimitive json ? json.getAsString() : String.valueOf(argument);
  }
}
