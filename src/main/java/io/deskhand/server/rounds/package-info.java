/** What the server looks after by itself, again and again. */
package io.deskhand.server.rounds;
