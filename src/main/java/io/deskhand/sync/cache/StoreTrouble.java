package io.deskhand.sync.cache;

import io.deskhand.sync.SyncException;
import io.deskhand.sync.SyncException.Reason;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Set;
import org.h2.api.ErrorCode;
import org.h2.mvstore.MVStoreException;
import org.jspecify.annotations.Nullable;

/** Tells a full disk and a damaged file from a mistake in the program. */
public final class StoreTrouble {
  private static final Set<Integer> DAMAGE =
      Set.of(
          ErrorCode.FILE_CORRUPTED_1,
          ErrorCode.FILE_VERSION_ERROR_1,
          ErrorCode.FILE_ENCRYPTION_ERROR_1,
          ErrorCode.FILE_NOT_FOUND_1,
          ErrorCode.IO_EXCEPTION_1,
          ErrorCode.IO_EXCEPTION_2,
          ErrorCode.DATABASE_IS_CLOSED,
          ErrorCode.OBJECT_CLOSED,
          ErrorCode.GENERAL_ERROR_1,
          ErrorCode.WRONG_USER_OR_PASSWORD);

  private static final int DEEPEST = 30;

  private StoreTrouble() {}

  /** What {@code failure} means for the file; null if the file is not the trouble. */
  public static @Nullable SyncException of(Throwable failure) {
    boolean damaged = false;
    Throwable cause = failure;
    // H2 gives the same failure as its own cause now and then.
    for (int depth = 0; cause != null && depth < DEEPEST; depth++) {
      if (cause instanceof SyncException known) {
        return known;
      }
      if (cause instanceof IOException && saysFull(cause)) {
        return new SyncException(
            Reason.DISK_FULL, "The disk is full. Nothing was lost; free some space", failure);
      }
      damaged |=
          cause instanceof MVStoreException
              || (cause instanceof SQLException sql && DAMAGE.contains(sql.getErrorCode()));
      cause = cause.getCause();
    }
    return damaged
        ? new SyncException(Reason.CACHE_DAMAGED, "The local copy cannot be read", failure)
        : null;
  }

  private static boolean saysFull(Throwable cause) {
    String message = String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT);
    return message.contains("no space left")
        || message.contains("not enough space")
        || message.contains("quota exceeded");
  }
}
