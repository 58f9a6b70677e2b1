package io.deskhand.server.app;

import static io.deskhand.server.web.Operation.gives;
import static io.javalin.http.HandlerType.GET;
import static io.javalin.http.HandlerType.PATCH;
import static io.javalin.http.HandlerType.POST;

import io.deskhand.model.Customer;
import io.deskhand.model.Deal;
import io.deskhand.model.Organization;
import io.deskhand.protocol.CustomerPage;
import io.deskhand.protocol.CustomerRequest;
import io.deskhand.protocol.DealPage;
import io.deskhand.protocol.DealRequest;
import io.deskhand.protocol.OrganizationPage;
import io.deskhand.protocol.OrganizationRequest;
import io.deskhand.protocol.Routes;
import io.deskhand.server.customers.CustomerRoutes;
import io.deskhand.server.customers.DealRoutes;
import io.deskhand.server.customers.OrganizationRoutes;
import io.deskhand.server.web.Router;

/** The routes of those whom the desk serves, and of what it sells them. */
final class CustomerRouteList {
  private static final String CUSTOMER = Routes.CUSTOMERS + "/{id}";
  private static final String ORGANIZATION = Routes.ORGANIZATIONS + "/{id}";
  private static final String DEAL = Routes.DEALS + "/{id}";

  private CustomerRouteList() {}

  static void register(Router router, Features features) {
    customers(router, features.customers);
    organizations(router, features.organizations);
    deals(router, features.deals);
  }

  private static void customers(Router router, CustomerRoutes customers) {
    router.desk(
        GET,
        Routes.CUSTOMERS,
        customers::list,
        gives(CustomerPage.class, "Lists the customers").with(CustomerRoutes.LIST));
    router.desk(
        POST,
        Routes.CUSTOMERS,
        customers::create,
        gives(201, Customer.class, "Adds a customer").takes(CustomerRequest.class));
    router.desk(GET, CUSTOMER, customers::read, gives(Customer.class, "One customer"));
    router.desk(
        PATCH,
        CUSTOMER,
        customers::patch,
        gives(Customer.class, "Changes a customer").takes(CustomerRequest.class));
  }

  private static void organizations(Router router, OrganizationRoutes organizations) {
    router.desk(
        GET,
        Routes.ORGANIZATIONS,
        organizations::list,
        gives(OrganizationPage.class, "Lists the organizations").with(OrganizationRoutes.LIST));
    router.desk(
        POST,
        Routes.ORGANIZATIONS,
        organizations::create,
        gives(201, Organization.class, "Adds an organization").takes(OrganizationRequest.class));
    router.desk(
        GET, ORGANIZATION, organizations::read, gives(Organization.class, "One organization"));
    router.desk(
        PATCH,
        ORGANIZATION,
        organizations::patch,
        gives(Organization.class, "Changes an organization").takes(OrganizationRequest.class));
  }

  private static void deals(Router router, DealRoutes deals) {
    router.desk(
        GET,
        Routes.DEALS,
        deals::list,
        gives(DealPage.class, "Lists sales deals").with(DealRoutes.LIST));
    router.desk(
        POST,
        Routes.DEALS,
        deals::create,
        gives(201, Deal.class, "Adds a deal").takes(DealRequest.class));
    router.desk(GET, DEAL, deals::read, gives(Deal.class, "One deal"));
    router.desk(
        PATCH, DEAL, deals::patch, gives(Deal.class, "Changes a deal").takes(DealRequest.class));
  }
}
