/** Personal data at rest: sealed field by field, and found by keyed hashes. */
package io.deskhand.server.store.seal;
