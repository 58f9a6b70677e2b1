package io.deskhand.server.app;

import static io.javalin.http.HandlerType.DELETE;
import static io.javalin.http.HandlerType.GET;
import static io.javalin.http.HandlerType.PATCH;
import static io.javalin.http.HandlerType.POST;
import static io.javalin.http.HandlerType.PUT;

import io.deskhand.protocol.Routes;
import io.deskhand.server.web.Reply;
import io.deskhand.server.web.Router;
import java.util.Map;

/** Every route of the server. */
final class RouteList {
  private static final String TICKET = Routes.ticket("{id}");

  private static final String JOB = Routes.JOBS + "/{id}";

  private RouteList() {}

  static void register(Router router, Features features) {
    router.open(GET, Routes.HEALTH, exchange -> Reply.ok(Map.of("status", "up")));
    router.open(POST, Routes.LOGIN, features.auth::login);
    router.open(POST, Routes.REFRESH, features.auth::refresh);
    router.open(POST, Routes.LOGOUT, features::logout);
    router.open(POST, Routes.SETUP, features.auth::setup);

    router.desk(GET, Routes.TICKETS, features.tickets::list);
    router.desk(POST, Routes.TICKETS, features.tickets::create);
    router.desk(POST, Routes.TICKETS + "/assign", features.tickets::assignNamed);
    router.desk(POST, Routes.TICKETS + "/escalate", features.tickets::escalateNamed);
    router.desk(POST, Routes.BULK + "/assign", features.jobs::assign);
    router.desk(POST, Routes.BULK + "/resolve", features.jobs::resolve);
    router.desk(POST, Routes.BULK + "/status", features.jobs::status);
    router.desk(POST, Routes.BULK + "/notify", features.jobs::notify);
    router.desk(POST, Routes.BULK + "/escalate", features.jobs::escalate);
    router.desk(GET, Routes.STATS, features.stats::tickets);

    // After those above, as the first that fits is taken.
    router.desk(GET, TICKET, features.tickets::read);
    router.desk(PATCH, TICKET, features.tickets::patch);
    router.desk(PUT, TICKET, features.tickets::patch);
    router.desk(DELETE, TICKET, features.tickets::delete);
    router.desk(PUT, TICKET + "/status", features.tickets::status);
    router.desk(POST, TICKET + "/assign", features.tickets::assign);
    router.desk(POST, TICKET + "/escalate", features.tickets::escalate);
    router.desk(POST, TICKET + "/resolve", features.tickets::resolve);
    router.desk(POST, TICKET + "/close", features.tickets::close);
    router.desk(POST, TICKET + "/reopen", features.tickets::reopen);
    router.desk(POST, TICKET + "/notify", features.tickets::notify);
    router.desk(POST, TICKET + "/satisfaction", features.tickets::rate);

    router.desk(GET, TICKET + "/messages", features.messages::list);
    router.desk(POST, TICKET + "/messages", features.messages::send);
    router.desk(GET, TICKET + "/history", features.history::list);

    router.desk(GET, Routes.AGENTS, features.people::list);
    router.desk(POST, Routes.AGENTS, features.people::create);
    router.desk(PATCH, Routes.AGENTS + "/{id}", features.people::patch);
    router.desk(DELETE, Routes.AGENTS + "/{id}", features.people::shutOut);
    router.desk(GET, Routes.DEPARTMENTS, features.places::departments);
    router.desk(POST, Routes.DEPARTMENTS, features.places::createDepartment);
    router.desk(PATCH, Routes.DEPARTMENTS + "/{id}", features.places::patchDepartment);
    router.desk(GET, Routes.CATEGORIES, features.places::categories);
    router.desk(POST, Routes.CATEGORIES, features.places::createCategory);
    router.desk(PATCH, Routes.CATEGORIES + "/{key}", features.places::patchCategory);

    router.desk(GET, JOB, features.jobs::read);
    router.desk(POST, JOB + "/undo", features.jobs::undo);
    router.desk(POST, JOB + "/cancel", features.jobs::cancel);

    router.desk(GET, Routes.RULES, features.rules::list);
    router.desk(POST, Routes.RULES, features.rules::create);
    router.desk(PATCH, Routes.RULES + "/{id}", features.rules::patch);
    router.desk(DELETE, Routes.RULES + "/{id}", features.rules::delete);
    router.desk(GET, Routes.ESCALATIONS, features.escalations::list);
    router.desk(POST, Routes.ESCALATIONS, features.escalations::ask);
    router.desk(POST, Routes.ESCALATIONS + "/{id}/approve", features.escalations::approve);
    router.desk(POST, Routes.ESCALATIONS + "/{id}/deny", features.escalations::deny);
    router.desk(GET, Routes.ACTIVITIES, features.activities::list);
    router.desk(POST, Routes.ACTIVITIES, features.activities::create);
    router.desk(PATCH, Routes.ACTIVITIES + "/{id}", features.activities::patch);
    router.desk(GET, Routes.ISSUES, features.issues::list);
    router.desk(POST, Routes.ISSUES, features.issues::create);
    router.desk(PATCH, Routes.ISSUES + "/{id}", features.issues::patch);
    router.desk(GET, Routes.METRICS, features.metrics::list);

    router.desk(GET, Routes.AGENT_STATS, features.stats::agents);
    router.desk(GET, Routes.DEPARTMENT_STATS, features.stats::departments);

    router.desk(GET, Routes.CHANGES, features.feed::changes);
    router.desk(GET, Routes.SNAPSHOT, features.feed::snapshot);
    router.desk(GET, Routes.CHECKSUM, features.feed::checksum);
  }
}
