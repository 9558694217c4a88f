package surety.eclipse.problems;

import java.util.List;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.text.AbstractInformationControl;
import org.eclipse.jface.text.IInformationControlCreator;
import org.eclipse.jface.text.IInformationControlExtension2;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.editors.text.EditorsUI;

/** A small window with problems, and below each its fixes, which can be chosen there. */
final class ProblemControl extends AbstractInformationControl
    implements IInformationControlExtension2 {
  private static final int WIDTH = 600;
  private static final int INDENT = 12;

  private Composite content;

  ProblemControl(Shell parent) {
    super(parent, EditorsUI.getTooltipAffordanceString());
    create();
  }

  @Override
  protected void createContent(Composite parent) {
    content = new Composite(parent, SWT.NONE);
    content.setLayout(new GridLayout());
  }

  @Override
  public boolean hasContents() {
    return content.getChildren().length > 0;
  }

  @Override
  public void setInput(Object input) {
    for (Control old : content.getChildren()) {
      old.dispose();
    }
    if (input instanceof List<?> problems) {
      problems.forEach(problem -> add((ProblemAnnotation) problem));
    }
    content.setBackgroundMode(SWT.INHERIT_FORCE);
    content.requestLayout();
  }

  private void add(ProblemAnnotation problem) {
    Label message = new Label(content, SWT.WRAP);
    message.setText(escaped(problem.getText()));
    int width = Math.min(WIDTH, message.computeSize(SWT.DEFAULT, SWT.DEFAULT).x);
    GridDataFactory.fillDefaults().hint(width, SWT.DEFAULT).applyTo(message);
    for (Repair repair : problem.repairs()) {
      Link fix = new Link(content, SWT.NONE);
      fix.setText("<a>" + escaped(repair.title()) + "</a>");
      GridDataFactory.fillDefaults().indent(INDENT, 0).applyTo(fix);
      fix.addListener(
          SWT.Selection,
          event -> {
            repair.run();
            fix.getShell().dispose();
          });
    }
  }

  /** An ampersand would underline the letter behind it. */
  private static String escaped(String text) {
    return text.replace("&", "&&");
  }

  /** What is in it, not what there would be room for. */
  @Override
  public Point computeSizeHint() {
    return getShell().computeSize(SWT.DEFAULT, SWT.DEFAULT, true);
  }

  @Override
  public IInformationControlCreator getInformationPresenterControlCreator() {
    return ProblemControl::new;
  }
}
