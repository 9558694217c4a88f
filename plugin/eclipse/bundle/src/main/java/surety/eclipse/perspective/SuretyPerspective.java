package surety.eclipse.perspective;

import org.eclipse.ui.IFolderLayout;
import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.IPerspectiveFactory;
import surety.eclipse.verification.VerificationView;

/**
 * Files and outline beside the editor, and below it, in the whole width, the Verification view: it
 * has a table and a picture side by side.
 */
public final class SuretyPerspective implements IPerspectiveFactory {
  private static final String FILES = "org.eclipse.ui.navigator.ProjectExplorer";
  private static final String PROGRESS = "org.eclipse.ui.views.ProgressView";
  private static final String WIZARD = "surety.eclipse.newSpecification";
  private static final float HEIGHT_OF_EDITOR = 0.54f;
  private static final float WIDTH_OF_SIDE = 0.22f;

  @Override
  public void createInitialLayout(IPageLayout layout) {
    String editor = layout.getEditorArea();
    IFolderLayout below =
        layout.createFolder("below", IPageLayout.BOTTOM, HEIGHT_OF_EDITOR, editor);
    below.addView(VerificationView.ID);
    below.addView(IPageLayout.ID_PROBLEM_VIEW);
    below.addPlaceholder(PROGRESS);
    IFolderLayout side = layout.createFolder("side", IPageLayout.LEFT, WIDTH_OF_SIDE, editor);
    side.addView(FILES);
    layout
        .createFolder("outline", IPageLayout.BOTTOM, 0.4f, "side")
        .addView(IPageLayout.ID_OUTLINE);
    layout.addNewWizardShortcut(WIZARD);
    layout.addNewWizardShortcut("org.eclipse.ui.wizards.new.project");
    layout.addNewWizardShortcut("org.eclipse.ui.wizards.new.folder");
    layout.addShowViewShortcut(VerificationView.ID);
    layout.addShowViewShortcut(IPageLayout.ID_PROBLEM_VIEW);
    layout.addShowViewShortcut(IPageLayout.ID_OUTLINE);
    layout.addShowViewShortcut(FILES);
    layout.addShowViewShortcut(PROGRESS);
  }
}
