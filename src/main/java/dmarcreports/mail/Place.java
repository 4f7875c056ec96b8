package dmarcreports.mail;

import dmarcreports.report.CarryingMail;
import dmarcreports.report.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Where the walk is: the way there, and how many archives and mails it is inside of. */
record Place(Origin origin, int containers, int mails) {
  static Place of(Input input) {
    return new Place(new Origin(input.name(), List.of()), 0, 0);
  }

  /** A member of what is here. */
  Place member(String name) {
    List<String> members = new ArrayList<>(origin.members());
    members.add(name);
    return new Place(new Origin(origin.input(), members, origin.mail()), containers, mails);
  }

  /** The same inside a mail, unless that is itself inside another. */
  Place carriedBy(CarryingMail mail) {
    return origin.mail().isPresent()
        ? this
        : new Place(
            new Origin(origin.input(), origin.members(), Optional.of(mail)), containers, mails);
  }

  Place inContainer() {
    return new Place(origin, containers + 1, mails);
  }

  Place inMail() {
    return new Place(origin, containers, mails + 1);
  }
}
