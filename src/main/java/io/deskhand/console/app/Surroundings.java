package io.deskhand.console.app;

import io.deskhand.console.bind.Outcomes;
import io.deskhand.console.conversation.Links;
import io.deskhand.console.ui.Commands;
import io.deskhand.console.ui.Dialogs;
import io.deskhand.console.ui.Preferences;
import io.deskhand.console.ui.Theme;
import io.deskhand.console.ui.When;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Executor;

/** What outlives a session and every screen needs some of. */
record Surroundings(
    Theme theme,
    Preferences preferences,
    Commands commands,
    Dialogs dialogs,
    Outcomes outcomes,
    Links links,
    Executor fx,
    Executor background,
    Clock clock,
    When when,
    Path profile) {}
