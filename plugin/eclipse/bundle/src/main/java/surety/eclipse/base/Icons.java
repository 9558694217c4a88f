package surety.eclipse.base;

import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.ResourceLocator;
import org.eclipse.swt.graphics.Image;

/** The pictures of the bundle. */
public final class Icons {
  private Icons() {}

  /** How to get a picture, by its file. */
  public static ImageDescriptor descriptor(String file) {
    return ResourceLocator.imageDescriptorFromBundle(SuretyPlugin.ID, file)
        .orElse(ImageDescriptor.getMissingImageDescriptor());
  }

  /** A picture that is kept for the whole time of the workbench; only in the screen's thread. */
  public static Image image(String file) {
    String key = SuretyPlugin.ID + "/" + file;
    if (JFaceResources.getImageRegistry().getDescriptor(key) == null) {
      JFaceResources.getImageRegistry().put(key, descriptor(file));
    }
    return JFaceResources.getImageRegistry().get(key);
  }
}
