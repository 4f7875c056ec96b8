package dmarcreports.file;

import java.nio.file.FileSystemException;

/** What went wrong with a file. */
public final class FileFailure {
  private FileFailure() {}

  /** An exception in one line, with the file where it is about one. */
  public static String inWords(Exception e) {
    if (e instanceof FileSystemException file) {
      String name = e.getClass().getSimpleName();
      String what =
          switch (name) {
            case "NoSuchFileException" -> "no such file or directory";
            case "AccessDeniedException" -> "not permitted";
            case "NotDirectoryException" -> "is no directory";
            case "FileAlreadyExistsException" -> "is there, and is no directory";
            default -> file.getReason() == null ? name : file.getReason();
          };
      return file.getFile() + ": " + what;
    }
    return String.valueOf(e.getMessage());
  }
}
