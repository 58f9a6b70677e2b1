package io.deskhand.server.store;

import io.deskhand.model.calendar.BusinessCalendar;
import io.deskhand.model.calendar.BusinessTime;
import io.deskhand.model.sla.SlaPolicy;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Policies and calendars, which every deadline comes from, are read once. */
final class RememberedSla extends SqlSla {
  private final WriterMemory memory;

  RememberedSla(Handle handle, WriterMemory memory) {
    super(handle);
    this.memory = memory;
  }

  @Override
  public List<SlaPolicy> policies() {
    return memory.policies(super::policies);
  }

  @Override
  public BusinessTime hours(UUID calendarId) {
    return memory.hours(calendarId, super::hours);
  }

  @Override
  public void insert(SlaPolicy policy) {
    memory.dropPlans();
    super.insert(policy);
  }

  @Override
  public void update(SlaPolicy policy) {
    memory.dropPlans();
    super.update(policy);
  }

  @Override
  public void deletePolicy(UUID id) {
    memory.dropPlans();
    super.deletePolicy(id);
  }

  @Override
  public void insert(BusinessCalendar calendar) {
    memory.dropPlans();
    super.insert(calendar);
  }

  @Override
  public void update(BusinessCalendar calendar) {
    memory.dropPlans();
    super.update(calendar);
  }

  @Override
  public void deleteCalendar(UUID id) {
    memory.dropPlans();
    super.deleteCalendar(id);
  }
}
