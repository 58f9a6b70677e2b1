package io.deskhand.server.app;

import static io.deskhand.server.web.Operation.gives;
import static io.javalin.http.HandlerType.DELETE;
import static io.javalin.http.HandlerType.GET;
import static io.javalin.http.HandlerType.PATCH;
import static io.javalin.http.HandlerType.POST;

import io.deskhand.model.Activity;
import io.deskhand.model.AutomationRule;
import io.deskhand.model.EscalationRequest;
import io.deskhand.model.Issue;
import io.deskhand.model.calendar.BusinessCalendar;
import io.deskhand.model.sla.SlaPolicy;
import io.deskhand.protocol.ActivityPage;
import io.deskhand.protocol.ActivityRequest;
import io.deskhand.protocol.AskEscalation;
import io.deskhand.protocol.CalendarPage;
import io.deskhand.protocol.CalendarRequest;
import io.deskhand.protocol.DecideEscalation;
import io.deskhand.protocol.EscalationPage;
import io.deskhand.protocol.IssuePage;
import io.deskhand.protocol.IssueRequest;
import io.deskhand.protocol.MetricPage;
import io.deskhand.protocol.Routes;
import io.deskhand.protocol.RulePage;
import io.deskhand.protocol.RuleRequest;
import io.deskhand.protocol.SlaPolicyPage;
import io.deskhand.protocol.SlaPolicyRequest;
import io.deskhand.server.automation.RuleRoutes;
import io.deskhand.server.escalations.EscalationRoutes;
import io.deskhand.server.followups.ActivityRoutes;
import io.deskhand.server.followups.IssueRoutes;
import io.deskhand.server.followups.MetricRoutes;
import io.deskhand.server.sla.SettingRoutes;
import io.deskhand.server.web.ListSlice;
import io.deskhand.server.web.Router;

/** The routes of what the desk does by itself and of what follows from tickets. */
final class WorkRoutes {
  private static final String RULE = Routes.RULES + "/{id}";
  private static final String POLICY = Routes.SLA_POLICIES + "/{id}";
  private static final String CALENDAR = Routes.CALENDARS + "/{id}";
  private static final String ESCALATION = Routes.ESCALATIONS + "/{id}";

  private WorkRoutes() {}

  static void register(Router router, Features features) {
    rules(router, features.rules);
    escalations(router, features.escalations);
    followUps(router, features);
    policies(router, features.policies);
    calendars(router, features.calendars);
  }

  private static void policies(Router router, SettingRoutes<?, ?> policies) {
    router.desk(
        GET,
        Routes.SLA_POLICIES,
        policies::list,
        gives(SlaPolicyPage.class, "Lists the targets of tickets").with(ListSlice.PARAMETERS));
    router.desk(
        POST,
        Routes.SLA_POLICIES,
        policies::create,
        gives(201, SlaPolicy.class, "Adds a policy").takes(SlaPolicyRequest.class));
    router.desk(
        PATCH,
        POLICY,
        policies::patch,
        gives(SlaPolicy.class, "Changes or switches a policy").takes(SlaPolicyRequest.class));
    router.desk(DELETE, POLICY, policies::delete, gives(204, "Deletes a policy"));
  }

  private static void calendars(Router router, SettingRoutes<?, ?> calendars) {
    router.desk(
        GET,
        Routes.CALENDARS,
        calendars::list,
        gives(CalendarPage.class, "Lists the calendars of policies").with(ListSlice.PARAMETERS));
    router.desk(
        POST,
        Routes.CALENDARS,
        calendars::create,
        gives(201, BusinessCalendar.class, "Adds a calendar").takes(CalendarRequest.class));
    router.desk(
        PATCH,
        CALENDAR,
        calendars::patch,
        gives(BusinessCalendar.class, "Changes a calendar").takes(CalendarRequest.class));
    router.desk(
        DELETE, CALENDAR, calendars::delete, gives(204, "Deletes a calendar that nobody uses"));
  }

  private static void rules(Router router, RuleRoutes rules) {
    router.desk(
        GET,
        Routes.RULES,
        rules::list,
        gives(RulePage.class, "Lists the rules, the shipped automations among them")
            .with(ListSlice.PARAMETERS));
    router.desk(
        POST,
        Routes.RULES,
        rules::create,
        gives(201, AutomationRule.class, "Adds a rule").takes(RuleRequest.class));
    router.desk(
        PATCH,
        RULE,
        rules::patch,
        gives(AutomationRule.class, "Changes or switches a rule").takes(RuleRequest.class));
    router.desk(DELETE, RULE, rules::delete, gives(204, "Deletes a rule"));
  }

  private static void escalations(Router router, EscalationRoutes escalations) {
    router.desk(
        GET,
        Routes.ESCALATIONS,
        escalations::list,
        gives(EscalationPage.class, "Lists escalation requests").with(EscalationRoutes.LIST));
    router.desk(
        POST,
        Routes.ESCALATIONS,
        escalations::ask,
        gives(201, EscalationRequest.class, "Asks for an escalation").takes(AskEscalation.class));
    router.desk(
        POST,
        ESCALATION + "/approve",
        escalations::approve,
        gives(EscalationRequest.class, "Approves a request, and escalates the ticket")
            .takes(DecideEscalation.class));
    router.desk(
        POST,
        ESCALATION + "/deny",
        escalations::deny,
        gives(EscalationRequest.class, "Denies a request").takes(DecideEscalation.class));
  }

  private static void followUps(Router router, Features features) {
    router.desk(
        GET,
        Routes.ACTIVITIES,
        features.activities::list,
        gives(ActivityPage.class, "Lists activities").with(ActivityRoutes.LIST));
    router.desk(
        POST,
        Routes.ACTIVITIES,
        features.activities::create,
        gives(201, Activity.class, "Adds an activity").takes(ActivityRequest.class));
    router.desk(
        PATCH,
        Routes.ACTIVITIES + "/{id}",
        features.activities::patch,
        gives(Activity.class, "Changes an activity").takes(ActivityRequest.class));
    router.desk(
        GET,
        Routes.ISSUES,
        features.issues::list,
        gives(IssuePage.class, "Lists engineering issues").with(IssueRoutes.LIST));
    router.desk(
        POST,
        Routes.ISSUES,
        features.issues::create,
        gives(201, Issue.class, "Adds an issue").takes(IssueRequest.class));
    router.desk(
        PATCH,
        Routes.ISSUES + "/{id}",
        features.issues::patch,
        gives(Issue.class, "Changes an issue").takes(IssueRequest.class));
    router.desk(
        GET,
        Routes.TICKET_METRICS,
        features.metrics::list,
        gives(MetricPage.class, "Lists measurements of tickets").with(MetricRoutes.LIST));
  }
}
