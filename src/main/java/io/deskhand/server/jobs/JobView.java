package io.deskhand.server.jobs;

import io.deskhand.protocol.Job;
import io.deskhand.server.store.JobReads;
import io.deskhand.server.store.StoredJob;

/** A job as its owner sees it. */
final class JobView {
  private JobView() {}

  static Job of(JobReads jobs, StoredJob job) {
    JobReads.Progress progress = jobs.progress(job.id());
    return new Job(
        job.id(),
        job.kind(),
        job.state(),
        progress.total(),
        progress.done(),
        progress.failed(),
        isFinished(job)
            && job.kind() != Job.Kind.UNDO
            && progress.changed() > 0
            && jobs.undoOf(job.id()).isEmpty(),
        job.createdAt(),
        job.finishedAt());
  }

  static boolean isFinished(StoredJob job) {
    return job.state() == Job.State.DONE || job.state() == Job.State.CANCELLED;
  }
}
