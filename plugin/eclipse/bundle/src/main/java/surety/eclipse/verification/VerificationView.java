package surety.eclipse.verification;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.IAction;
import org.eclipse.jface.action.IMenuManager;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.action.Separator;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.part.ViewPart;
import surety.eclipse.base.Notices;
import surety.eclipse.documents.Places;
import surety.eclipse.runs.VerificationCommand;
import surety.eclipse.server.Server;
import surety.eclipse.states.Item;
import surety.eclipse.states.States;
import surety.eclipse.states.StatesListener;
import surety.eclipse.text.Uris;
import surety.language.ide.protocol.SpecificationStatus;

/** All properties and queries of the workspace, and the picture of the selected one. */
public final class VerificationView extends ViewPart implements StatesListener {
  /** Its name in the workbench. */
  public static final String ID = "surety.eclipse.verification";

  /** The shares of the table and the picture. */
  private static final int[] BESIDE = {18, 7};

  private static final int[] BELOW = {1, 1};

  private RowTable table;
  private Text filter;
  private MessageLine message;
  private BandPane band;
  private List<VerificationCommandAction> actions = List.of();
  private InputAction input;
  private final AtomicBoolean isDue = new AtomicBoolean();

  @Override
  public void createPartControl(Composite parent) {
    GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(parent);
    new FaultBar(parent, getSite().getPage(), this::describe);
    SashForm sash = new SashForm(parent, SWT.VERTICAL);
    GridDataFactory.fillDefaults().grab(true, true).applyTo(sash);
    parent.addListener(SWT.Resize, event -> turn(sash, isFlat(parent.getSize())));
    Composite above = new Composite(sash, SWT.NONE);
    GridLayoutFactory.fillDefaults().spacing(0, 2).applyTo(above);
    filter = new Text(above, SWT.SEARCH | SWT.ICON_SEARCH | SWT.ICON_CANCEL);
    filter.setMessage("Filter: words of the name, the title, the claim, the state or the file");
    GridDataFactory.fillDefaults().grab(true, false).applyTo(filter);
    Composite framed = new Composite(above, SWT.NONE);
    GridDataFactory.fillDefaults().grab(true, true).applyTo(framed);
    table = new RowTable(framed, ViewMemory.ofWorkbench());
    message = new MessageLine(above);
    band = new BandPane(sash);
    sash.setWeights(BELOW);
    filter.addModifyListener(event -> table.filter(filter.getText()));
    table.viewer().addSelectionChangedListener(event -> selectionChanged());
    table.viewer().addDoubleClickListener(event -> reveal());
    addActions();
    getSite().setSelectionProvider(table.viewer());
    States.get().addListener(this);
    Server.get().wake();
    draw();
  }

  /** In a flat area the picture has more room beside the table than below it. */
  private static void turn(SashForm sash, boolean isFlat) {
    int orientation = isFlat ? SWT.HORIZONTAL : SWT.VERTICAL;
    if (sash.getOrientation() != orientation) {
      sash.setOrientation(orientation);
      sash.setWeights(isFlat ? BESIDE : BELOW);
    }
  }

  private static boolean isFlat(Point size) {
    return size.y < 450 && size.x > 2 * size.y;
  }

  private void addActions() {
    actions =
        Stream.of(VerificationCommand.values())
            .map(command -> new VerificationCommandAction(command, table::selected))
            .toList();
    input = new InputAction(table::selected);
    MenuManager menu = new MenuManager();
    for (Action action : Stream.concat(actions.stream(), Stream.of(input)).toList()) {
      getViewSite().getActionBars().getToolBarManager().add(action);
      getViewSite().getActionBars().getMenuManager().add(action);
      menu.add(action);
    }
    menu.add(new Separator("additions"));
    addChoices(getViewSite().getActionBars().getMenuManager());
    table.viewer().getControl().setMenu(menu.createContextMenu(table.viewer().getControl()));
    getSite().registerContextMenu(menu, table.viewer());
  }

  /** How the table looks. */
  private void addChoices(IMenuManager menu) {
    menu.add(new Separator());
    for (Grouping grouping : Grouping.values()) {
      Action choice =
          new Action(grouping.label(), IAction.AS_RADIO_BUTTON) {
            @Override
            public void run() {
              if (isChecked()) {
                table.group(grouping);
              }
            }
          };
      choice.setChecked(table.grouping() == grouping);
      menu.add(choice);
    }
    menu.add(new Separator());
    Action reset =
        new Action("Reset Columns") {
          @Override
          public void run() {
            table.resetColumns();
          }
        };
    menu.add(reset);
  }

  /** While much changes, it is drawn once for all that changed meanwhile. */
  @Override
  public void changed(String uri) {
    if (isDue.compareAndSet(false, true)) {
      Notices.onScreen(
          () -> {
            isDue.set(false);
            if (!table.viewer().getControl().isDisposed()) {
              draw();
            }
          });
    }
  }

  private void draw() {
    table.show(Item.all(States.get().all()));
    describe();
    selectionChanged();
  }

  /** What is known in all, in the line above the view; without a server that is nothing. */
  private void describe() {
    List<SpecificationStatus> all = States.get().all();
    if (Server.get().fault().isPresent()) {
      setContentDescription("");
    } else if (all.isEmpty()) {
      setContentDescription("No properties or queries are known in the open projects.");
    } else {
      setContentDescription(
          all.stream().map(VerificationView::summary).collect(Collectors.joining("   ")));
    }
  }

  /** Which errors, the Problems view tells. */
  private static String summary(SpecificationStatus status) {
    String said = status.errors() == null ? status.summary() : "has errors";
    return Uris.name(status.uri()) + ": " + said;
  }

  private void selectionChanged() {
    List<Item> selected = table.selected();
    band.show(selected.isEmpty() ? null : selected.get(0));
    message.show(selected);
    List<Item> all = Item.all(States.get().all());
    actions.forEach(action -> action.update(all));
    input.update();
  }

  private void reveal() {
    table.selected().stream()
        .findFirst()
        .ifPresent(item -> Places.reveal(item.uri(), item.status().range()));
  }

  /** Opens the view and selects a property or query, and so shows its picture. */
  public static void open(String uri, String name) {
    IWorkbenchWindow window = PlatformUI.getWorkbench().getActiveWorkbenchWindow();
    if (window == null || window.getActivePage() == null) {
      return;
    }
    try {
      if (window.getActivePage().showView(ID) instanceof VerificationView view) {
        view.select(Uris.of(uri), name);
      }
    } catch (PartInitException e) {
      Notices.error("The Verification view cannot be opened: " + e.getMessage());
    }
  }

  /** Whatever the filter hides. */
  private void select(String uri, String name) {
    filter.setText("");
    table.select(uri, name);
  }

  @Override
  public void setFocus() {
    table.viewer().getControl().setFocus();
  }

  @Override
  public void dispose() {
    States.get().removeListener(this);
    super.dispose();
  }
}
