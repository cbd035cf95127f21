package io.contactbridge.bulk.internal.results;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** A file that one process at a time can open, and that only its owner can read. */
public final class FileStorage implements Storage {
  private final FileChannel channel;

  private FileStorage(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * Opens a file, and creates it if it does not exist.
   *
   * @throws ResultsException if another run has locked it, or if it cannot be written
   */
  public static FileStorage open(Path file) throws IOException {
    boolean isNew = !Files.exists(file);
    FileStorage storage;
    try {
      storage =
          new FileStorage(
              FileChannel.open(
                  file,
                  Set.of(
                      StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.CREATE),
                  ownerOnly(file)));
    } catch (AccessDeniedException | NoSuchFileException e) {
      throw new ResultsException("the results cannot be written to " + file);
    }
    try {
      storage.lock(file);
      if (isNew) {
        forceDirectory(file);
      }
      return storage;
    } catch (RuntimeException | IOException e) {
      storage.close();
      throw e;
    }
  }

  @Override
  public InputStream read() throws IOException {
    channel.position(0);
    // Closing the channel would release the lock.
    return new FilterInputStream(
        new BufferedInputStream(Channels.newInputStream(channel), 1 << 16)) {
      @Override
      public void close() {}
    };
  }

  @Override
  public long size() throws IOException {
    return channel.size();
  }

  @Override
  public void append(ByteBuffer bytes) throws IOException {
    long end = channel.size();
    while (bytes.hasRemaining()) {
      end += channel.write(bytes, end);
    }
  }

  @Override
  public void truncate(long size) throws IOException {
    channel.truncate(size);
  }

  @Override
  public void force() throws IOException {
    channel.force(false);
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }

  private void lock(Path file) throws IOException {
    try {
      if (channel.tryLock() != null) {
        return;
      }
    } catch (OverlappingFileLockException e) {
      // This process holds the lock already, which is reported below.
    }
    throw new ResultsException("another run is writing " + file + "; wait for it, or stop it");
  }

  private static FileAttribute<?>[] ownerOnly(Path file) {
    return file.getFileSystem().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
  }

  /** Makes the file's name survive a power loss, on systems that can force a directory. */
  private static void forceDirectory(Path file) {
    Path directory = file.toAbsolutePath().getParent();
    try (FileChannel opened = FileChannel.open(directory, StandardOpenOption.READ)) {
      opened.force(true);
    } catch (IOException e) {
      // Windows cannot open a directory, and stores file names durably by itself.
    }
  }
}
