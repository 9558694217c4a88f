package surety.eclipse.runs;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import surety.eclipse.server.Server;

/** Starts the language server anew, even if it was given up before. */
public final class RestartHandler extends AbstractHandler {
  @Override
  public Object execute(ExecutionEvent event) {
    Server.get().restart();
    return null;
  }
}
