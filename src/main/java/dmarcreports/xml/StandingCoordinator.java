package dmarcreports.xml;

import jakarta.xml.bind.ValidationEvent;
import jakarta.xml.bind.ValidationEventLocator;
import org.glassfish.jaxb.runtime.v2.runtime.Coordinator;

/**
 * Stands in for JAXB's coordinators on the thread of a report, and does nothing there. JAXB has one
 * of its own take its place for every start tag, text and end tag; where nobody stood before, it
 * makes an entry of the thread anew each time and removes it, which costs more than the element.
 */
final class StandingCoordinator extends Coordinator {
  /** From now on somebody stands on this thread, until {@link #leave}. */
  void enter() {
    pushCoordinator();
  }

  /** To be called on the same thread. */
  void leave() {
    popCoordinator();
  }

  /** Never asked: JAXB's own stands before this one wherever there is something to tell. */
  @Override
  public boolean handleEvent(ValidationEvent event) {
    return false;
  }

  @Override
  protected ValidationEventLocator getLocation() {
    return null;
  }
}
