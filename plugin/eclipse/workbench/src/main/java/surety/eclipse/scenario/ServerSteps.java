package surety.eclipse.scenario;

import static surety.eclipse.scenario.VerificationTable.STATE;

import java.util.List;
import java.util.Optional;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Link;
import surety.eclipse.driver.Pictures;
import surety.eclipse.driver.StepFailure;
import surety.eclipse.driver.Ui;
import surety.eclipse.driver.Widgets;
import surety.eclipse.driver.Workbench;

/** The steps without a server: no Java for it, or one that dies again and again. */
final class ServerSteps {

  private static final String BUNDLE = "dev.surety.eclipse";
  private static final String MISSING = "/no/such/java";
  private static final int MOST_STARTS = 10;

  private final Pictures pictures;

  ServerSteps(Pictures pictures) {
    this.pictures = pictures;
  }

  /** A Java that was named and is gone: the view says so; with another one all is as before. */
  String withoutJava() {
    Ui.run(() -> InstanceScope.INSTANCE.getNode(BUNDLE).put("java", MISSING));
    Link message = Ui.await("what to do", () -> message("needs Java 17 or newer"));
    Ui.awaitTrue("nothing that looks known", () -> !isKnown());
    String details = Ui.get(message::getToolTipText);
    if (!details.equals("there is no Java at " + MISSING)) {
      throw new StepFailure("Other details: " + details);
    }
    pictures.take("no-java");
    Ui.run(() -> InstanceScope.INSTANCE.getNode(BUNDLE).remove("java"));
    Ui.awaitTrue("the end of the message", () -> message("").isEmpty());
    Ui.awaitTrue("the states", ServerSteps::isKnown);
    return details;
  }

  /** A server that dies is started again, but not for ever; then a person can do it. */
  String dying() {
    int deaths = 0;
    while (Ui.get(() -> message("keeps ending").isEmpty())) {
      if (++deaths > MOST_STARTS) {
        throw new StepFailure("It is started again and again");
      }
      kill();
      Ui.awaitTrue("nothing that looks known", () -> !isKnown());
      Ui.awaitTrue("a server, or none", () -> isKnown() || message("").isPresent());
    }
    pictures.take("keeps-ending");
    Ui.run(
        () -> {
          Event click = new Event();
          click.text = "restart";
          message("").orElseThrow().notifyListeners(SWT.Selection, click);
        });
    Ui.awaitTrue("the end of the message", () -> message("").isEmpty());
    Ui.awaitTrue("the states", ServerSteps::isKnown);
    return "given up after " + deaths + " deaths";
  }

  private static void kill() {
    List<ProcessHandle> servers =
        ProcessHandle.current().descendants().filter(ServerSteps::isServer).toList();
    if (servers.size() != 1) {
      throw new StepFailure("There are " + servers.size() + " servers");
    }
    servers.get(0).destroyForcibly();
  }

  private static boolean isServer(ProcessHandle process) {
    return List.of(process.info().arguments().orElse(new String[0])).contains("language-server");
  }

  private static boolean isKnown() {
    return !VerificationTable.column(Scenario.SPECIFICATION, STATE).isEmpty();
  }

  private static Optional<Link> message(String words) {
    return Widgets.first(
        Workbench.window().getShell(),
        Link.class,
        link ->
            link.getText().startsWith("Surety's language server")
                && link.getText().contains(words));
  }
}
