package io.deskhand.sync.cache;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.FileVisitor;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** How many bytes there are in a folder. */
final class FolderSize {
  private FolderSize() {}

  /** The bytes of the files in {@code folder} itself whose names fit; 0 if there is none such. */
  static long of(Path folder, Predicate<String> names) {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> names.test(file.getFileName().toString()))
          .mapToLong(FolderSize::size)
          .sum();
    } catch (NoSuchFileException none) {
      return 0;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The bytes of all files below {@code folder}; 0 if there is none such. */
  static long whole(Path folder) {
    long[] bytes = {0};
    FileVisitor<Path> sum =
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            bytes[0] += attributes.size();
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException failure)
              throws IOException {
            if (failure instanceof NoSuchFileException) {
              return FileVisitResult.CONTINUE;
            }
            throw failure;
          }
        };
    try {
      Files.walkFileTree(folder, sum);
      return bytes[0];
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static long size(Path file) {
    try {
      return Files.size(file);
    } catch (NoSuchFileException goneMeanwhile) {
      return 0;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
