/** One verb on many tickets: what will change and what cannot, progress, results, undo. */
package io.deskhand.console.bulk;
