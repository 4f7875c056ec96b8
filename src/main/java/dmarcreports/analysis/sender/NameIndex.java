package dmarcreports.analysis.sender;

import dmarcreports.report.DomainName;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Which service has a name, or one above it: the first in the order of the table. */
final class NameIndex {
  private final Map<String, Place> places = new HashMap<>();

  /**
   * @param names those of a service
   */
  NameIndex(List<SenderProfile> profiles, Function<SenderProfile, List<DomainName>> names) {
    for (int i = 0; i < profiles.size(); i++) {
      for (DomainName name : names.apply(profiles.get(i))) {
        places.putIfAbsent(name.text(), new Place(profiles.get(i), i));
      }
    }
  }

  Optional<SenderProfile> find(DomainName name) {
    Place first = null;
    String text = name.text();
    int dot = -1;
    do {
      Place place = places.get(text.substring(dot + 1));
      first = first == null || place != null && place.order < first.order ? place : first;
      dot = text.indexOf('.', dot + 1);
    } while (dot >= 0);
    return first == null ? Optional.empty() : Optional.of(first.profile);
  }

  /** A service, and its place in the table. */
  private record Place(SenderProfile profile, int order) {}
}
