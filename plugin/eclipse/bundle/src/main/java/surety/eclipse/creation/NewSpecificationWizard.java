package surety.eclipse.creation;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.wizard.Wizard;
import org.eclipse.ui.INewWizard;
import org.eclipse.ui.IWorkbench;
import surety.eclipse.base.Delay;
import surety.eclipse.base.Notices;
import surety.eclipse.documents.Places;
import surety.eclipse.server.Failures;
import surety.eclipse.server.Server;
import surety.eclipse.text.Uris;
import surety.language.ide.protocol.NetworkSummary;
import surety.language.ide.protocol.NewSpecification;
import surety.language.ide.protocol.NewSpecificationParams;

/** Makes a specification from a network file, and opens it. */
public final class NewSpecificationWizard extends Wizard implements INewWizard {
  private static final int SECONDS = 20;

  private final Delay delay = new Delay(this::ask);
  private NetworkPage network;
  private VariablesPage variables;
  private PropertyPage property;

  /** What the server says of the choices as they are; null while that is not known. */
  private NewSpecification answer;

  private int questions;

  /** What the pages ask about now; null before there is a network. */
  private NetworkSummary shown;

  private String shownUri;

  @Override
  public void init(IWorkbench workbench, IStructuredSelection selection) {
    setWindowTitle("New Surety Specification");
    IResource selected = Adapters.adapt(selection.getFirstElement(), IResource.class);
    network = new NetworkPage(selected, this::changed);
    variables = new VariablesPage(this::changed);
    property = new PropertyPage(this::changed);
    Server.get().wake();
  }

  /** Begins with a network file, which may lie outside of the workspace. */
  public void use(Path file) {
    network.use(file);
  }

  @Override
  public void addPages() {
    addPage(network);
    addPage(variables);
    addPage(property);
  }

  private void changed() {
    answer = null;
    questions++;
    if (property.getControl() != null && network.isPageComplete()) {
      show(network.networkUri(), network.summary());
      delay.key();
    }
    updateButtons();
  }

  /** What was written for a network before is there again. */
  private void show(String uri, NetworkSummary summary) {
    if (!summary.equals(shown)) {
      keep();
      shown = summary;
      shownUri = uri;
      Draft draft = Draft.of(uri, summary);
      variables.show(draft);
      property.show(draft);
    }
  }

  private void keep() {
    if (shown != null) {
      Draft.keep(
          shownUri,
          new Draft(
              shown,
              variables.inputs(),
              variables.outputs(),
              property.name(),
              property.title(),
              property.claim()));
    }
  }

  /** Who comes back goes on where this ended. */
  @Override
  public boolean performCancel() {
    keep();
    return true;
  }

  private void updateButtons() {
    if (getContainer() != null && getContainer().getCurrentPage() != null) {
      getContainer().updateButtons();
    }
  }

  private void ask() {
    if (network.getControl().isDisposed() || !network.isPageComplete()) {
      return;
    }
    int question = ++questions;
    NewSpecificationParams params =
        new NewSpecificationParams(
            Uris.of(network.target().file().getLocationURI()),
            network.networkUri(),
            network.summary().name(),
            variables.inputs(),
            variables.outputs(),
            orNull(property.claim(), property.name()),
            orNull(property.title(), property.title()),
            orNull(property.claim(), property.claim()));
    var unused =
        Server.get()
            .ask(SECONDS, server -> server.newSpecification(params))
            .whenComplete(
                (found, failure) ->
                    Notices.onScreen(
                        () -> {
                          if (question == questions && !network.getControl().isDisposed()) {
                            show(found, failure);
                          }
                        }));
  }

  /** Nothing is asked for if the condition is empty. */
  private static String orNull(String condition, String text) {
    return condition.isEmpty() ? null : text;
  }

  private void show(NewSpecification found, Throwable failure) {
    if (failure != null) {
      property.refuse(Failures.words(failure));
    } else {
      answer = found;
      variables.report(found.problems());
      property.report(found);
    }
    updateButtons();
  }

  @Override
  public boolean canFinish() {
    return network.isPageComplete() && answer != null && answer.problems().isEmpty();
  }

  @Override
  public boolean performFinish() {
    String problem = network.target().problem();
    if (!problem.isEmpty()) {
      network.setErrorMessage(problem);
      getContainer().showPage(network);
      return false;
    }
    IFile file = network.target().file();
    byte[] text = answer.text().getBytes(StandardCharsets.UTF_8);
    try {
      file.create(new ByteArrayInputStream(text), true, new NullProgressMonitor());
    } catch (CoreException e) {
      property.setErrorMessage("The file cannot be written: " + e.getStatus().getMessage());
      return false;
    }
    Draft.forget(shownUri);
    Places.reveal(Uris.of(file.getLocationURI()), null);
    return true;
  }
}
