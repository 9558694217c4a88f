package surety.eclipse.networks;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IResourceChangeEvent;
import org.eclipse.core.resources.IResourceChangeListener;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.wizard.WizardDialog;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.IEditorSite;
import org.eclipse.ui.IURIEditorInput;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.part.EditorPart;
import surety.eclipse.base.Notices;
import surety.eclipse.creation.NewSpecificationWizard;
import surety.eclipse.server.Failures;
import surety.eclipse.server.Server;
import surety.eclipse.text.Markdown;
import surety.eclipse.text.Uris;
import surety.language.ide.protocol.NetworkParams;
import surety.language.ide.protocol.NetworkSummary;

/**
 * Says what is in a network file, which is not a text, and makes a specification of it. Nothing can
 * be changed here.
 */
public final class NetworkEditor extends EditorPart implements IResourceChangeListener {
  private static final int SECONDS = 30;

  private String uri;
  private Text description;
  private Button button;
  private int questions;

  @Override
  public void init(IEditorSite site, IEditorInput input) throws PartInitException {
    if (!(input instanceof IURIEditorInput file)) {
      throw new PartInitException(input.getName() + " is not a file");
    }
    uri = Uris.of(file.getURI());
    setSite(site);
    setInput(input);
    setPartName(input.getName());
  }

  @Override
  public void createPartControl(Composite parent) {
    Composite page = new Composite(parent, SWT.NONE);
    page.setBackground(parent.getDisplay().getSystemColor(SWT.COLOR_LIST_BACKGROUND));
    page.setBackgroundMode(SWT.INHERIT_DEFAULT);
    GridLayoutFactory.swtDefaults().margins(12, 12).spacing(8, 8).applyTo(page);
    Label title = new Label(page, SWT.NONE);
    title.setText(getEditorInput().getName());
    title.setFont(JFaceResources.getBannerFont());
    description = new Text(page, SWT.MULTI | SWT.READ_ONLY | SWT.WRAP | SWT.V_SCROLL);
    description.setText("Reading the network...");
    GridDataFactory.fillDefaults().grab(true, true).applyTo(description);
    button = new Button(page, SWT.PUSH);
    button.setText("New Specification from This Network...");
    button.setEnabled(false);
    button.addListener(SWT.Selection, event -> begin());
    ResourcesPlugin.getWorkspace()
        .addResourceChangeListener(this, IResourceChangeEvent.POST_CHANGE);
    ask();
  }

  private void ask() {
    int question = ++questions;
    NetworkParams params = new NetworkParams(uri);
    var unused =
        Server.get()
            .ask(SECONDS, server -> server.network(params))
            .whenComplete(
                (found, failure) ->
                    Notices.onScreen(
                        () -> {
                          if (question == questions && !description.isDisposed()) {
                            show(found, failure);
                          }
                        }));
  }

  private void show(NetworkSummary found, Throwable failure) {
    description.setText(
        failure == null ? Markdown.plain(found.description()) : Failures.words(failure));
    button.setEnabled(failure == null);
  }

  private void begin() {
    NewSpecificationWizard wizard = new NewSpecificationWizard();
    IFile file = Adapters.adapt(getEditorInput(), IFile.class);
    wizard.init(
        PlatformUI.getWorkbench(),
        file == null ? StructuredSelection.EMPTY : new StructuredSelection(file));
    wizard.use(Uris.path(uri));
    new WizardDialog(getSite().getShell(), wizard).open();
  }

  /** Another network may be in the file now. */
  @Override
  public void resourceChanged(IResourceChangeEvent event) {
    IFile file = Adapters.adapt(getEditorInput(), IFile.class);
    if (file != null
        && event.getDelta() != null
        && event.getDelta().findMember(file.getFullPath()) != null) {
      Notices.onScreen(
          () -> {
            if (!description.isDisposed()) {
              ask();
            }
          });
    }
  }

  @Override
  public void setFocus() {
    description.setFocus();
  }

  @Override
  public void dispose() {
    ResourcesPlugin.getWorkspace().removeResourceChangeListener(this);
    super.dispose();
  }

  @Override
  public void doSave(IProgressMonitor monitor) {
    // Nothing can be changed.
  }

  @Override
  public void doSaveAs() {
    // Nothing can be changed.
  }

  @Override
  public boolean isDirty() {
    return false;
  }

  @Override
  public boolean isSaveAsAllowed() {
    return false;
  }
}
