package surety.eclipse.creation;

import java.io.File;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.eclipse.core.resources.IContainer;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IResource;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.wizard.WizardPage;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import surety.eclipse.base.Delay;
import surety.eclipse.base.Notices;
import surety.eclipse.server.Failures;
import surety.eclipse.server.Server;
import surety.eclipse.text.Markdown;
import surety.language.ide.protocol.NetworkParams;
import surety.language.ide.protocol.NetworkSummary;

/** The first page: which network, and where the specification shall be. */
final class NetworkPage extends WizardPage {
  private static final int SECONDS = 30;

  /** The head of the page has two lines; a longer message is shown below, too. */
  private static final int MOST_IN_HEAD = 120;

  private final IResource selected;
  private final Runnable changed;
  private final Delay delay = new Delay(this::read);
  private Path proposed;
  private Text network;
  private Text target;
  private Text description;
  private NetworkSummary summary;
  private String refusal = "";
  private int questions;

  /**
   * @param selected what was selected in the workbench; null for nothing
   * @param changed is run when there is another answer
   */
  NetworkPage(IResource selected, Runnable changed) {
    super("network", "Surety Specification from a Network", null);
    this.selected = selected;
    this.changed = changed;
    setDescription("Choose the network file, and where the specification shall be.");
  }

  @Override
  public void createControl(Composite parent) {
    Composite page = new Composite(parent, SWT.NONE);
    GridLayoutFactory.swtDefaults().numColumns(3).applyTo(page);
    network =
        Field.add(page, "Network (.onnx, .nnet):", "The file on the disk", 1, this::networkChanged);
    Button browse = new Button(page, SWT.PUSH);
    browse.setText("Browse...");
    browse.addListener(SWT.Selection, event -> browse());
    target =
        Field.add(
            page, "Specification:", "In the workspace: /project/name.sure", 2, this::validate);
    Label label = new Label(page, SWT.NONE);
    label.setText("In the network:");
    GridDataFactory.swtDefaults().align(SWT.BEGINNING, SWT.BEGINNING).applyTo(label);
    description = new Text(page, SWT.MULTI | SWT.READ_ONLY | SWT.WRAP | SWT.V_SCROLL | SWT.BORDER);
    GridDataFactory.fillDefaults().grab(true, true).span(2, 1).hint(400, 160).applyTo(description);
    setControl(page);
    propose();
    setPageComplete(false);
  }

  /** Begins with this file. */
  void use(Path file) {
    proposed = file;
  }

  private void propose() {
    if (proposed != null) {
      network.setText(proposed.toString());
    }
    if (selected instanceof IFile file && isNetwork(file)) {
      network.setText(file.getLocation().toOSString());
      target.setText(file.getFullPath().removeFileExtension().addFileExtension("sure").toString());
    } else if (selected != null) {
      IContainer folder =
          selected instanceof IContainer container ? container : selected.getParent();
      target.setText(folder.getFullPath().append("specification.sure").toString());
    }
  }

  private static boolean isNetwork(IFile file) {
    return "onnx".equals(file.getFileExtension()) || "nnet".equals(file.getFileExtension());
  }

  private void browse() {
    FileDialog dialog = new FileDialog(getShell(), SWT.OPEN);
    dialog.setText("Network");
    dialog.setFilterExtensions(new String[] {"*.onnx;*.nnet", "*"});
    dialog.setFilterNames(new String[] {"Networks (*.onnx, *.nnet)", "All files"});
    if (!network.getText().isBlank()) {
      dialog.setFilterPath(new File(network.getText()).getParent());
    }
    String chosen = dialog.open();
    if (chosen != null) {
      network.setText(chosen);
    }
  }

  private void networkChanged() {
    summary = null;
    refusal = "";
    questions++;
    delay.key();
    validate();
  }

  private void read() {
    if (network.isDisposed() || networkUri().isEmpty()) {
      return;
    }
    int question = ++questions;
    NetworkParams params = new NetworkParams(networkUri());
    var unused =
        Server.get()
            .ask(SECONDS, server -> server.network(params))
            .whenComplete(
                (found, failure) ->
                    Notices.onScreen(
                        () -> {
                          if (question == questions && !network.isDisposed()) {
                            show(found, failure);
                          }
                        }));
  }

  private void show(NetworkSummary found, Throwable failure) {
    summary = found;
    refusal = failure == null ? "" : shortened(Failures.words(failure));
    String rest = refusal.length() > MOST_IN_HEAD ? refusal : "";
    description.setText(found == null ? rest : Markdown.plain(found.description()));
    validate();
  }

  /** The path of the file stands in its field; the reason has more room without it. */
  private String shortened(String words) {
    File file = new File(network.getText().strip());
    return words.replace(file.getPath(), file.getName());
  }

  private void validate() {
    String problem = problem();
    boolean isAsked = !network.getText().isBlank() && summary == null && problem.isEmpty();
    setErrorMessage(problem.isEmpty() || network.getText().isBlank() ? null : problem);
    setMessage(isAsked ? "Reading the network..." : null);
    setPageComplete(problem.isEmpty() && summary != null);
    changed.run();
  }

  private String problem() {
    if (network.getText().isBlank()) {
      return "Choose a network file.";
    }
    if (networkUri().isEmpty()) {
      return "The network is not a path of a file.";
    }
    return refusal.isEmpty() ? target().problem() : refusal;
  }

  /** The address of the network file; empty if what was written is no path. */
  String networkUri() {
    try {
      Path path = Path.of(network.getText().strip());
      return network.getText().isBlank() ? "" : path.toUri().toString();
    } catch (InvalidPathException e) {
      return "";
    }
  }

  Target target() {
    return new Target(target.getText());
  }

  /** What the server found in the network; null if nothing yet. */
  NetworkSummary summary() {
    return summary;
  }
}
