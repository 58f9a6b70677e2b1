package io.deskhand.server.app;

import static io.deskhand.server.web.Operation.gives;
import static io.javalin.http.HandlerType.DELETE;
import static io.javalin.http.HandlerType.PATCH;
import static io.javalin.http.HandlerType.POST;

import io.deskhand.model.Attachment;
import io.deskhand.protocol.Routes;
import io.deskhand.protocol.Upload;
import io.deskhand.protocol.UploadRequest;
import io.deskhand.server.files.AttachmentRoutes;
import io.deskhand.server.web.Router;

/** The routes of files that messages carry. */
final class FileRoutes {
  private static final String ATTACHMENT = Routes.attachment("{id}");

  private FileRoutes() {}

  static void register(Router router, AttachmentRoutes attachments) {
    router.desk(
        POST,
        Routes.ATTACHMENTS,
        attachments::upload,
        gives(201, Attachment.class, "Takes a file, or as JSON announces one: an Upload")
            .takes(UploadRequest.class)
            .takes("multipart/form-data"));
    router.desk(
        PATCH,
        ATTACHMENT,
        attachments::append,
        gives(Upload.class, "Takes the next part of a file").takes("application/octet-stream"));
    router.desk(
        DELETE,
        ATTACHMENT,
        attachments::drop,
        gives(204, "Drops an upload that no message carries"));
    router.deskFile(
        ATTACHMENT,
        attachments::read,
        gives(200, "A file; Upload-Offset says how much of it is here"));
    router.deskFile(
        ATTACHMENT + "/thumbnail",
        attachments::thumbnail,
        gives(200, "A small picture of an image"));
  }
}
