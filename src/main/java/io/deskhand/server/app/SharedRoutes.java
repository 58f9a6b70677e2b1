package io.deskhand.server.app;

import static io.deskhand.server.web.Operation.gives;
import static io.javalin.http.HandlerType.DELETE;
import static io.javalin.http.HandlerType.GET;
import static io.javalin.http.HandlerType.PATCH;
import static io.javalin.http.HandlerType.POST;

import io.deskhand.model.Macro;
import io.deskhand.model.SavedView;
import io.deskhand.protocol.ApplyMacro;
import io.deskhand.protocol.MacroApplied;
import io.deskhand.protocol.MacroPage;
import io.deskhand.protocol.MacroPreview;
import io.deskhand.protocol.MacroRequest;
import io.deskhand.protocol.Routes;
import io.deskhand.protocol.SavedViewPage;
import io.deskhand.protocol.SavedViewRequest;
import io.deskhand.server.macros.MacroRoutes;
import io.deskhand.server.views.SavedViewRoutes;
import io.deskhand.server.web.ListSlice;
import io.deskhand.server.web.Router;

/** The routes of what the staff keep and share. */
final class SharedRoutes {
  private static final String VIEW = Routes.VIEWS + "/{id}";
  private static final String MACRO = Routes.MACROS + "/{id}";

  private SharedRoutes() {}

  static void register(Router router, SavedViewRoutes views, MacroRoutes macros) {
    views(router, views);
    macros(router, macros);
  }

  private static void views(Router router, SavedViewRoutes views) {
    router.desk(
        GET,
        Routes.VIEWS,
        views::list,
        gives(SavedViewPage.class, "Lists saved views, one's own and those that are shared")
            .with(ListSlice.PARAMETERS));
    router.desk(
        POST,
        Routes.VIEWS,
        views::create,
        gives(201, SavedView.class, "Saves a view").takes(SavedViewRequest.class));
    router.desk(GET, VIEW, views::read, gives(SavedView.class, "One view with its count"));
    router.desk(
        PATCH,
        VIEW,
        views::patch,
        gives(SavedView.class, "Changes a view").takes(SavedViewRequest.class));
    router.desk(DELETE, VIEW, views::delete, gives(204, "Deletes a view"));
  }

  private static void macros(Router router, MacroRoutes macros) {
    router.desk(
        GET,
        Routes.MACROS,
        macros::list,
        gives(MacroPage.class, "Lists macros, one's own and those that are shared")
            .with(ListSlice.PARAMETERS));
    router.desk(
        POST,
        Routes.MACROS,
        macros::create,
        gives(201, Macro.class, "Adds a macro").takes(MacroRequest.class));
    router.desk(GET, MACRO, macros::read, gives(Macro.class, "One macro"));
    router.desk(
        PATCH,
        MACRO,
        macros::patch,
        gives(Macro.class, "Changes a macro").takes(MacroRequest.class));
    router.desk(DELETE, MACRO, macros::delete, gives(204, "Deletes a macro"));
    router.desk(
        POST,
        MACRO + "/preview",
        macros::preview,
        gives(MacroPreview.class, "Says what a macro would do to a ticket")
            .takes(ApplyMacro.class));
    router.desk(
        POST,
        MACRO + "/apply",
        macros::apply,
        gives(MacroApplied.class, "Sends a macro's reply and takes its actions, or does nothing")
            .takes(ApplyMacro.class)
            .onVersion());
  }
}
