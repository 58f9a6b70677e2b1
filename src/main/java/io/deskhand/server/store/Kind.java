package io.deskhand.server.store;

import io.deskhand.protocol.EntityType;

/** How one kind of thing is stored and logged; {@code name} is its table's. */
record Kind<T>(EntityType entity, String name, Table<T> table, Row.Reader<T> reader) {}
