package planted.dmarcreports.flow;

import jakarta.xml.bind.JAXBContext;

/** Breaks a rule of the house. */
public final class BindsXml {
  private BindsXml() {}

  static Class<?> broken() {
    return JAXBContext.class;
  }
}
