package dmarcreports.mailbox.s3;

import dmarcreports.mailbox.Handling;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;

/** What was asked for, as far as it is there. */
final class AskedObjects implements ObjectPages {
  private final Iterator<S3Place> places;
  private final S3Mover mover;
  private final Handling handling;
  private final S3Object.Opening opening;

  AskedObjects(List<S3Place> places, S3Mover mover, Handling handling, S3Object.Opening opening) {
    this.places = places.iterator();
    this.mover = mover;
    this.handling = handling;
    this.opening = opening;
  }

  @Override
  public Optional<List<S3Object>> next() throws IOException {
    if (!places.hasNext()) {
      return Optional.empty();
    }
    S3Place place = places.next();
    try {
      HeadObjectResponse head = mover.head(place);
      return Optional.of(
          List.of(
              new S3Object(
                  opening, place, head.eTag(), head.contentLength(), head.lastModified())));
    } catch (NoSuchFileException e) {
      handling.gone().accept(place.toString());
      handling.notes().accept(place + ": is gone; no longer listed");
      return Optional.of(List.of());
    }
  }
}
