/** Where the console is put together: its start, its window, and the ways between its features. */
package io.deskhand.console.app;
