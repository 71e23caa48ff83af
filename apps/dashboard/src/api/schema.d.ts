export interface paths {
    "/api/v1/keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists all keys, also revoked and expired ones, without their secrets */
        get: operations["KeysController_list"];
        put?: never;
        /** Makes a key. Its text is in this answer only: nobody can show it again */
        post: operations["KeysController_make"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/keys/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Revokes a key for good, and ends its sessions */
        delete: operations["KeysController_revoke"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Says who you are, what you may do, and whether a key is needed here */
        get: operations["SessionController_show"];
        put?: never;
        /** Signs a browser in for twelve hours, with a key or the dashboard’s password: sets a cookie */
        post: operations["SessionController_begin"];
        /** Signs the browser out: ends its session, if it has one */
        delete: operations["SessionController_end"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tasks/scrape/{chamber}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Collects the filings of a window of days (US Eastern, both ends included) */
        post: operations["TaskCommandsController_scrape"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tasks/check/{chamber}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Checks that the site’s entry pages answer and have a known layout. A failed check ends in FAILURE at once, without retries or a dead letter */
        post: operations["TaskCommandsController_check"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tasks/reparse/{chamber}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Reparses the archived documents, without the site, and reports the differences; stores them on request */
        post: operations["TaskCommandsController_reparse"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tasks/status/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Shows a task’s status; with `wait`, once it has ended or the time is up */
        get: operations["TaskStatusController_status"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tasks/cancel/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Cancels a task or a group: waiting tasks at once, running ones within seconds */
        post: operations["TaskCancelController_cancel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tasks/purge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Removes waiting commands from the queue (REVOKED), all or those that match; never running ones */
        post: operations["TaskSteeringController_purge"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tasks/{id}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Runs an ended task again, or a waiting retry now; of a group the children that did not succeed, or all */
        post: operations["TaskSteeringController_retry"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tasks/{id}/terminate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ends a task or a group at once (REVOKED), even if its worker is stuck; what that still writes is refused */
        post: operations["TaskSteeringController_terminate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tasks/{id}/why": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Says why a task is not running: its place in the queue, a pause, a missing worker, … */
        get: operations["TaskSteeringController_why"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tasks/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Runs many tasks again: those named, or those that match a filter and did not succeed; at most 5,000 at once
         * @description As `tasks/{id}/retry` for each. A filter with `state` takes the tasks in that state instead. Repeat it while `remaining` is not 0; what is queued already is not queued twice.
         */
        post: operations["BulkController_retry"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tasks/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Cancels many tasks: those named, or those that match a filter and have not ended; at most 5,000 at once
         * @description As `tasks/cancel/{id}` for each. Repeat it while `remaining` is not 0.
         */
        post: operations["BulkController_cancel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tasks/active": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists the running tasks */
        get: operations["TaskListsController_active"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tasks/scheduled": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists the waiting retries and what the schedules publish next, soonest first */
        get: operations["TaskListsController_scheduled"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tasks/stats": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Shows the workers, and how many tasks are in each state */
        get: operations["TaskListsController_stats"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tasks/registered": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists the commands with their fields */
        get: operations["TaskListsController_registered"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tasks/queue": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Shows how many tasks of each kind wait, and how long the oldest has waited
         * @description The same figures as `rotunda_queue_depth` and `rotunda_queue_oldest_age_seconds`. A task that waits for its retry counts too.
         */
        get: operations["QueueController_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tasks/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Shows whether commands can be queued, who would do them, and whether the sites’ layouts are known */
        get: operations["TasksHealthController_health"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tasks/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Streams every change of a task’s state (server-sent events)
         * @description First an event `ready`, then a `task` for each change, as `tasks/{id}` shows it. A client that comes back with the id of its last event gets what it missed; the last ten changes of each task are kept.
         */
        get: operations["TaskEventsController_follow"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tasks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists all tasks, or those that match, last queued first */
        get: operations["TaskHistoryController_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tasks/count": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Counts the tasks that match, by state; of many, only the first 10,000 */
        get: operations["TaskHistoryController_count"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tasks/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Shows a task with its attempts, progress, result and error, or a group with its children */
        get: operations["TaskHistoryController_show"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tasks/{id}/logs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Shows a task’s log, or the logs of a group’s children in the order of writing; kept for a day
         * @description By `Accept`: JSON, `text/plain`, or `text/event-stream`, which goes on until the task has ended: an event `line` for each line, then `end`.
         */
        get: operations["TaskLogsController_show"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tasks/dead-letters": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists commands that failed in spite of all retries, newest first; kept for 30 days */
        get: operations["DeadLettersController_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tasks/dead-letters/count": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Counts the dead letters that the same filters of the list find */
        get: operations["DeadLettersController_count"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tasks/dead-letters/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Replays all dead letters, or those that match: queues the next run of their tasks */
        post: operations["DeadLettersController_replayAll"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tasks/dead-letters/{sequence}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Replays a dead letter: queues the next run of its task, with the original command */
        post: operations["DeadLettersController_replay"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tasks/dead-letters/{sequence}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Deletes a dead letter; its task stays as it is */
        delete: operations["DeadLettersController_remove"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/workers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists the running workers and the tasks that each is doing */
        get: operations["WorkersController_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/workers/ping": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Asks each running worker whether it answers */
        get: operations["WorkersController_ping"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/workers/{worker}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Shows a running worker */
        get: operations["WorkersController_show"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/workers/{worker}/drain": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Drains a worker: it takes no more tasks, ends those that it has, and exits with code 10, after which its supervisor should not start it again */
        post: operations["WorkersController_drain"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/workers/{worker}/restart": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Restarts a worker: it takes no more tasks, ends those that it has, and exits with code 0, after which its supervisor starts it again */
        post: operations["WorkersController_restart"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/workers/samples": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Shows what each worker used in the last day, minute by minute, present workers or not */
        get: operations["WorkerSamplesController_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/schedules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists the schedules, when each fires next, and what is wrong with those that can’t fire */
        get: operations["SchedulesController_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/schedules/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Shows when a schedule with this cron expression or interval would tick next */
        get: operations["SchedulesController_preview"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/schedules/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Shows a schedule; its ETag is for If-Match */
        get: operations["SchedulesController_show"];
        /** Creates or replaces a schedule; fields that are left out get their defaults */
        put: operations["SchedulesController_put"];
        post?: never;
        /** Deletes a schedule; the tasks that it published go on */
        delete: operations["SchedulesController_remove"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/schedules/{name}/pause": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Pauses a schedule; ticks during the pause are skipped */
        post: operations["SchedulesController_pause"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/schedules/{name}/resume": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Resumes a schedule from its next tick on */
        post: operations["SchedulesController_resume"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/schedules/reset": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Puts daily, weekly and check back as they were shipped; other schedules stay */
        post: operations["SchedulesController_resetAll"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/schedules/{name}/reset": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Puts daily, weekly or check back as it was shipped, also if it was paused, deleted or damaged */
        post: operations["SchedulesController_reset"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/schedules/{name}/run": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Queues the schedule’s command now, in addition to its ticks */
        post: operations["SchedulesController_run"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sites": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Shows whether each chamber’s scrapes run, and if not, why */
        get: operations["SitesController_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sites/{chamber}/pause": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Pauses a chamber: its scrapes stay in the queue until it is resumed; running ones finish */
        post: operations["SitesController_pause"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sites/{chamber}/resume": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Resumes a chamber, also after its site refused us: closes the breaker */
        post: operations["SitesController_resume"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/trades": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists trades, by default those of the newest filing first */
        get: operations["TradesController_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/trades/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Shows a trade with its filing and its earlier revisions */
        get: operations["TradesController_show"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/trades/{id}/source": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Shows where a trade was read: the archived document, the place in it, the parser */
        get: operations["TradesController_source"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/filings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists filings, newest first */
        get: operations["FilingsController_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/filings/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Shows a filing with its transactions and their places in the document */
        get: operations["FilingsController_show"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/filings/{id}/lineage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Decides what a filing, or a trade of it, replaces; kept when documents are read again */
        post: operations["LineageController_decide"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/documents/{sha256}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Returns an archived document, byte for byte as its site served it */
        get: operations["DocumentsController_show"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reviews": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists the filings that a person should look at or has looked at, last opened first */
        get: operations["ReviewsController_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reviews/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Shows a review with the current rows of its filing and all decisions about it */
        get: operations["ReviewsController_show"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reviews/{id}/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Accepts the rows as they are: the filing counts as parsed */
        post: operations["ReviewsController_accept"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reviews/{id}/correct": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Corrects these fields: each row gets a new revision, all of them or none */
        post: operations["ReviewsController_correct"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reviews/{id}/reject": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Rejects a misread document: its rows no longer count, and the filing says why */
        post: operations["ReviewsController_reject"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/coverage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Counts filings by chamber, month and status, and lists days that were never scraped */
        get: operations["CoverageController_show"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/late": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lists trades that were disclosed late, those of the newest filing first, and counts them by filer
         * @description A trade must be disclosed within 30 days after the filer’s notice of it, and at the latest 45 days after the trade (5 U.S.C. § 13105(l)). Trades that count now (`is_current`), as they are read now. The date of the notice is on the House’s form only. `late` of a trade, here and elsewhere, is about the 45 days alone.
         */
        get: operations["LateController_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/members": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists the members of Congress since 2012, by name */
        get: operations["MembersController_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/members/unmatched": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lists filings whose member is not known, newest first, each with the members it may be
         * @description Without those of candidates and of offices of Congress. `POST filings/{id}/member` decides on one.
         */
        get: operations["MembersController_unmatched"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/members/{bioguide}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Shows a member with terms, decisions by hand, and counts of filings and trades */
        get: operations["MembersController_show"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/filings/{id}/member": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Decides which member filed it, or that none did
         * @description Stored with who, when and why. It overrides every rule, also in later scrapes, imports and readings, until a later decision. It also corrects a wrong match.
         */
        post: operations["FilingMemberController_settle"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists who did what, newest first */
        get: operations["AuditController_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/live": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Streams every change that a page may show (server-sent events)
         * @description First an event `ready`, then the changes as they come. The data of each event is in `LiveEvents`, under the event’s name. A client that comes back with the id of its last event gets what it missed, or `reset` where that is not known any more: then it reads again what it shows. Each event’s id is a place in the stream of all topics.
         */
        get: operations["LiveController_follow"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/overview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Shows what each chamber did last, does now and does next, and whether its data are too old */
        get: operations["OverviewController_show"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/throughput": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Shows how many runs ended, how long they waited and took, by kind */
        get: operations["ThroughputController_show"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/version": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Shows the versions of the gateway and of what it is connected to */
        get: operations["VersionController_show"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health/live": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["HealthController_live"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health/ready": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["HealthController_ready"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        FieldProblem: {
            /** @example days_back */
            field: string;
            /** @example days_back must be a whole number of days */
            message: string;
        };
        Problem: {
            /** @example urn:rotunda:problem:invalid-fields */
            type: string;
            /** @example Unprocessable Entity */
            title: string;
            /** @example 422 */
            status: number;
            /** @description What is wrong, and what to do about it */
            detail: string;
            /**
             * @description The requested path
             * @example /api/v1/tasks/scrape/house
             */
            instance: string;
            /** @description The task of the refused command, if the command may have arrived anyway */
            task_id?: string;
            /**
             * @description The role that the refused request needs
             * @enum {string}
             */
            needed_role?: "look" | "act" | "admin";
            errors?: components["schemas"]["FieldProblem"][];
        };
        KeyView: {
            /** @example 5d41402abc4b2a76 */
            id: string;
            name: string;
            /** @enum {string} */
            role: "look" | "act" | "admin";
            /** @enum {string} */
            state: "usable" | "expired" | "revoked";
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            expires_at: string | null;
            /**
             * Format: date-time
             * @description To the minute
             */
            last_used_at: string | null;
            /** Format: date-time */
            revoked_at: string | null;
        };
        KeyList: {
            data: components["schemas"]["KeyView"][];
        };
        NewKeyBody: {
            /**
             * @description Who uses it, and for what
             * @example night report
             */
            name: string;
            /**
             * @description `look`: read; `act`: also command and decide; `admin`: also keys and purges
             * @enum {string}
             */
            role: "look" | "act" | "admin";
            /**
             * Format: date-time
             * @description Null or missing: never
             */
            expires_at?: string | null;
        };
        MadeKeyView: {
            /** @example 5d41402abc4b2a76 */
            id: string;
            name: string;
            /** @enum {string} */
            role: "look" | "act" | "admin";
            /** @enum {string} */
            state: "usable" | "expired" | "revoked";
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            expires_at: string | null;
            /**
             * Format: date-time
             * @description To the minute
             */
            last_used_at: string | null;
            /** Format: date-time */
            revoked_at: string | null;
            /**
             * @description The key’s text; keep it as you keep a password
             * @example rtd_5d41402abc4b2a76_…
             */
            key: string;
        };
        SessionView: {
            /** @description Whether requests here need a key or a session */
            keys_required: boolean;
            /** @description Whether a password signs in here too */
            password_accepted: boolean;
            /**
             * @description `open`: anyone; null: not signed in
             * @enum {string|null}
             */
            kind: "key" | "session" | "open" | null;
            /** @description Of the key; null for a password */
            id: string | null;
            /** @example night report */
            name: string | null;
            /** @enum {string|null} */
            role: "look" | "act" | "admin" | null;
            /**
             * Format: date-time
             * @description When it ends; null: never
             */
            expires_at: string | null;
        };
        SignInBody: {
            /** @description A key: `rtd_…` */
            key?: string;
            /** @description The dashboard’s password (DASHBOARD_PASSWORD) */
            password?: string;
        };
        QueuedTaskView: {
            task_id: string;
            /**
             * @description `already_queued`: with `unique`, an identical command waits or runs, and `task_id` is its task
             * @enum {string}
             */
            status: "queued" | "already_queued";
            /** @description What will be done, as a sentence */
            message: string;
        };
        TransactionStatsView: {
            /** @description The sum of the others */
            total: number;
            /** @description Rows that this task stored */
            saved: number;
            /** @description Rows that were already stored */
            skipped: number;
            /** @description Rows of a document that could not be parsed */
            errors: number;
        };
        FilingCountsView: {
            /** @description The sum of the others */
            listed: number;
            /** @description Finished by an earlier task, and not fetched again */
            known: number;
            parsed: number;
            paper: number;
            needs_review: number;
            unavailable: number;
            failed: number;
        };
        ScrapeResultView: {
            /**
             * @description `partial`: a part of the work could not be done
             * @enum {string}
             */
            status: "success" | "partial";
            /** @enum {string} */
            chamber: "senate" | "house";
            /** Format: date */
            start_date: string;
            /** Format: date */
            end_date: string;
            stats: components["schemas"]["TransactionStatsView"];
            filings: components["schemas"]["FilingCountsView"];
            /** @description Sentences for the operator */
            warnings: string[];
        };
        SiteCheckView: {
            name: string;
            detail: string;
        };
        CheckResultView: {
            /**
             * @description `partial`: a part of the work could not be done
             * @enum {string}
             */
            status: "success" | "partial";
            /** @enum {string} */
            chamber: "senate" | "house";
            checks: components["schemas"]["SiteCheckView"][];
        };
        ReparsedFilingsView: {
            /** @description The sum of the others */
            looked_at: number;
            same: number;
            different: number;
            failed: number;
        };
        ReparsedRowsView: {
            added: number;
            removed: number;
            changed: number;
        };
        ReparseExampleView: {
            /** @description House DocID or Senate UUID */
            external_id: string;
            /** @description Present ordinal of the row; null for a field of the filing */
            ordinal: number | null;
            /** @description Its name in the API; `filing.…` for one of the filing, `row` for a whole row */
            field: string;
            before: (string | number | boolean | unknown[] | {
                [key: string]: unknown;
            }) | null;
            after: (string | number | boolean | unknown[] | {
                [key: string]: unknown;
            }) | null;
        };
        ReparseResultView: {
            /**
             * @description `partial`: a part of the work could not be done
             * @enum {string}
             */
            status: "success" | "partial";
            /** @enum {string} */
            chamber: "senate" | "house";
            filings: components["schemas"]["ReparsedFilingsView"];
            /** @description Differences by field */
            changes: {
                [key: string]: number;
            };
            rows: components["schemas"]["ReparsedRowsView"];
            /** @description Whether the differences were stored */
            applied: boolean;
            /** @description The first differences */
            examples: components["schemas"]["ReparseExampleView"][];
            /** @description A sentence for each document that could not be found or parsed */
            warnings: string[];
        };
        GroupTotalsView: {
            stats: components["schemas"]["TransactionStatsView"];
            filings: components["schemas"]["FilingCountsView"];
        };
        GroupStatusResultView: {
            /**
             * @description `partial`: that of a child is
             * @enum {string}
             */
            status: "success" | "partial";
            /** @description Of the children that have one */
            results: (components["schemas"]["ScrapeResultView"] | components["schemas"]["CheckResultView"] | components["schemas"]["ReparseResultView"])[];
            totals: components["schemas"]["GroupTotalsView"];
            /**
             * @description For scrapes
             * @enum {string}
             */
            chamber?: "senate" | "house" | "all";
            /** @description For scrapes: those of `totals` */
            stats?: components["schemas"]["TransactionStatsView"];
        };
        TaskStatusView: {
            task_id: string;
            /** @enum {string} */
            status: "PENDING" | "STARTED" | "RETRY" | "SUCCESS" | "FAILURE" | "REVOKED";
            /** @description The result of a task that succeeded, or of a group that has ended */
            result?: components["schemas"]["ScrapeResultView"] | components["schemas"]["CheckResultView"] | components["schemas"]["ReparseResultView"] | components["schemas"]["GroupStatusResultView"];
            /** @description Why it failed, was cancelled or waits for a retry */
            error?: string;
            /** @description For a group while Postgres is unavailable: children that only the history may have; they count as not ended */
            unknown_children?: string[];
        };
        CancelledTaskView: {
            /** @enum {string} */
            status: "cancelled";
            task_id: string;
            message: string;
            /**
             * @description `revoked`: it was waiting and will not run; `stopping`: it is running, and its worker stops it within seconds
             * @enum {string}
             */
            outcome: "revoked" | "stopping";
        };
        CommandFilters: {
            /** @enum {string} */
            chamber?: "senate" | "house";
            /** @enum {string} */
            name?: "scrape" | "check" | "reparse";
        };
        PurgedView: {
            /** @description Tasks that waited for their first attempt and are REVOKED now */
            purged: number;
            /** @description Tasks that run or wait for a retry, and were left alone */
            left: number;
            /** @description Commands of tasks that had already ended */
            stale: number;
        };
        RunView: {
            task_id: string;
            /** @description From 1; each manual retry or replay is the next run */
            run: number;
        };
        RetriedTaskView: {
            task_id: string;
            /** @enum {string} */
            status: "queued";
            /** @description The runs that were queued: the task’s own, or those of a group’s children */
            runs: components["schemas"]["RunView"][];
            message: string;
        };
        TerminatedTaskView: {
            task_id: string;
            /** @enum {string} */
            status: "revoked";
            message: string;
        };
        WhyView: {
            task_id: string;
            /** @enum {string} */
            state: "PENDING" | "STARTED" | "RETRY" | "SUCCESS" | "FAILURE" | "REVOKED";
            /** @enum {string} */
            reason: "running" | "ended" | "waiting_for_retry" | "expired" | "not_published" | "command_lost" | "chamber_paused" | "breaker_open" | "waiting_for_postgres" | "no_worker" | "workers_busy" | "queued" | "group";
            /** @description The reason as a sentence */
            message: string;
            /** @description Its place among the commands of its subject that are due, from 1 */
            position?: number;
            /**
             * Format: date-time
             * @description When the reason ends, if known
             */
            until?: string;
            /** @description The workers that run it, or that are busy with other tasks */
            workers?: string[];
            /** @description For a group: the same for each child */
            children?: components["schemas"]["WhyView"][];
            /** @description For a group while Postgres is unavailable: children that only the history may have */
            unknown_children?: string[];
        };
        TaskFilterParams: {
            /** @enum {string} */
            chamber?: "senate" | "house";
            /** @enum {string} */
            name?: "scrape" | "check" | "reparse";
            /** @enum {string} */
            state?: "PENDING" | "STARTED" | "RETRY" | "SUCCESS" | "FAILURE" | "REVOKED";
            /** @description Its worker, or the one that had it last: an id, or a name that this gateway has seen */
            worker?: string;
            /** @description The children of this group */
            group?: string;
            /** @description Code of the error, for example `LayoutChanged` */
            error?: string;
            /**
             * @description A text in the id, the arguments (as JSON), or the code or message of the error, in any case. Of each task the first 2,000 characters are searched
             * @example days_back": 7
             */
            q?: string;
            /**
             * Format: date-time
             * @description Queued at this time or later
             */
            from?: string;
            /**
             * Format: date-time
             * @description Queued before this time
             */
            to?: string;
        };
        BulkBody: {
            /** @description Ids of tasks or groups; give either these or a filter */
            ids?: string[];
            /** @description All tasks that match, as `GET tasks` lists them; `{}` is all tasks */
            filter?: components["schemas"]["TaskFilterParams"];
            /** @description Changes nothing, and says what would be done */
            dry_run?: boolean;
        };
        BulkRefusal: {
            /**
             * @description `task-ended`, `task-succeeded`, `task-under-way`, `task-unknown`, or the end of the `type` of the problem that the route for one task answers
             * @example task-ended
             */
            code: string;
            count: number;
            /** @description One of them; absent where they were only counted */
            task_id?: string;
            /** @description Why, of that one */
            message: string;
        };
        BulkView: {
            /** @description Tasks that the request names, or that match its filter */
            matched: number;
            /** @description Those that it was done to; in a dry run, those that it would be tried on */
            done: number;
            /** @description By code; `done`, these and `remaining` add up to `matched` */
            refused: components["schemas"]["BulkRefusal"][];
            /** @description Left for the next request: one does at most 5,000 */
            remaining: number;
            dry_run: boolean;
        };
        ActiveTaskView: {
            /** @example tasks.house.scrape */
            task_name: string;
            task_id: string;
            /** @description Always empty: commands have named fields only */
            args: unknown[];
            /** @description The fields of the command */
            kwargs: {
                [key: string]: unknown;
            };
            /**
             * @description The name of its worker, a key of `workers` in tasks/stats; the id of a worker that is long gone
             * @example house-scraper@host
             */
            worker: string;
        };
        ActiveTaskList: {
            active_tasks: components["schemas"]["ActiveTaskView"][];
            /** @description How many workers are running */
            worker_count: number;
            /**
             * @deprecated
             * @description Same as `active_tasks`
             */
            active: components["schemas"]["ActiveTaskView"][];
        };
        ScheduledTaskView: {
            /** @example tasks.house.scrape */
            task_name: string;
            task_id: string;
            /** @description Always empty: commands have named fields only */
            args: unknown[];
            /** @description The fields of the command */
            kwargs: {
                [key: string]: unknown;
            };
            /**
             * @description For a retry the worker that tried last, though any worker of the chamber may take it; `scheduler` for what a schedule will publish
             * @example house-scraper@host
             */
            worker: string;
            /**
             * Format: date-time
             * @description When it is due
             */
            eta: string;
        };
        ScheduledTaskList: {
            scheduled_tasks: components["schemas"]["ScheduledTaskView"][];
            /** @description How many workers are running */
            worker_count: number;
            /**
             * @deprecated
             * @description Same as `scheduled_tasks`
             */
            scheduled: components["schemas"]["ScheduledTaskView"][];
        };
        WorkerStatsView: {
            /** @description Unique for each process */
            id: string;
            chamber: string;
            pid: number;
            version: string;
            /** Format: date-time */
            started: string;
            /** Format: date-time */
            seen: string;
            /** @description The tasks that it takes */
            tasks: ("scrape" | "check" | "reparse")[];
            /** @description Those of them that it may not take, and why */
            withheld?: {
                scrape?: string;
                check?: string;
                reparse?: string;
            };
            /**
             * @description Set while it takes no more tasks and ends those that it has; then its process ends
             * @enum {string}
             */
            draining?: "drain" | "restart";
            /** @description Tasks that ended since it started */
            processed: number;
            /** @description How many tasks it does at a time, besides checks and long ones */
            pool_size: number;
            /** @description How many scrapes of a long window it does at a time besides, and how many reparses of the whole archive; absent for older versions, which leave these to others */
            long_pool_size?: number;
            /** @description Resident memory in MiB; absent for older versions */
            memory_mb?: number;
            /** @description CPU time, without its browser, since its last heartbeat, as a percentage of one core; absent for older versions */
            cpu_percent?: number;
            /** @description The longest delay of its event loop since its last heartbeat, in ms; absent for older versions */
            loop_lag_ms?: number;
            /** @description How many tasks it is doing */
            active_tasks: number;
            /**
             * @description Tasks that ended since it started, by name, without zeros
             * @example {
             *       "tasks.house.scrape": 12
             *     }
             */
            total_tasks: {
                [key: string]: number;
            };
        };
        TaskStats: {
            /** @enum {string} */
            status: "ok" | "no_workers";
            /** @description By name; /api/v1/workers has them as a list */
            workers: {
                [key: string]: components["schemas"]["WorkerStatsView"];
            };
            /** @description How many workers are running */
            worker_count: number;
            /** @description Ended tasks count until they leave the live state (by default after a day) */
            tasks: {
                PENDING?: number;
                STARTED?: number;
                RETRY?: number;
                SUCCESS?: number;
                FAILURE?: number;
                REVOKED?: number;
            };
            /** @description Tasks that wait for a worker or for their retry */
            queued: number;
        };
        ValueSchemaView: {
            /** @enum {string} */
            type: "string" | "integer" | "number" | "boolean" | "object" | "array";
            /** @enum {string} */
            format?: "date" | "date-time";
            pattern?: string;
            enum?: ((string | number | boolean | unknown[] | {
                [key: string]: unknown;
            }) | null)[];
            minimum?: number;
            maximum?: number;
            minItems?: number;
            maxItems?: number;
            minLength?: number;
            maxLength?: number;
        };
        CommandFieldView: {
            /** @enum {string} */
            type: "string" | "integer" | "number" | "boolean" | "object" | "array";
            /** @enum {string} */
            format?: "date" | "date-time";
            pattern?: string;
            enum?: ((string | number | boolean | unknown[] | {
                [key: string]: unknown;
            }) | null)[];
            minimum?: number;
            maximum?: number;
            minItems?: number;
            maxItems?: number;
            minLength?: number;
            maxLength?: number;
            description: string;
            default?: string | number | boolean;
            /**
             * @description Null counts as absent
             * @enum {boolean}
             */
            nullable?: true;
            /** @description Of an object: its fields */
            properties?: {
                [key: string]: components["schemas"]["CommandFieldView"];
            };
            /** @description Of an object: the fields that it must have */
            required?: string[];
            /**
             * @description Of an object: it may have any fields
             * @enum {boolean}
             */
            additionalProperties?: true;
            /** @description Of a list: each item */
            items?: components["schemas"]["ValueSchemaView"];
        };
        RegisteredCommandView: {
            /**
             * @description Also the NATS subject
             * @example tasks.house.scrape
             */
            name: string;
            /** @enum {string} */
            chamber: "senate" | "house";
            summary: string;
            /** @description Field name → JSON Schema */
            fields: {
                [key: string]: components["schemas"]["CommandFieldView"];
            };
        };
        RegisteredCommandList: {
            registered: components["schemas"]["RegisteredCommandView"][];
        };
        QueueView: {
            /** @enum {string} */
            chamber: "senate" | "house";
            /**
             * @description The kind of task
             * @enum {string}
             */
            name: "scrape" | "check" | "reparse";
            /** @description Tasks that wait for a worker or for a retry */
            length: number;
            /**
             * Format: date-time
             * @description When the one that has waited longest was queued or last attempted; null if none waits
             */
            oldest: string | null;
            /** @description How long that one has waited; 0 if none waits */
            oldest_seconds: number;
        };
        QueueList: {
            /** @description One for each chamber and kind of task, also if nothing waits */
            queues: components["schemas"]["QueueView"][];
        };
        DegradedSite: {
            /** @enum {string} */
            chamber: "senate" | "house";
            /** @enum {string} */
            code: "LayoutChanged" | "BreakerOpen" | "TasksWithheld" | "WorkersDraining";
            /** @description What is wrong */
            message: string;
            /** @description The last task that found a changed layout */
            task_id: string | null;
            /**
             * Format: date-time
             * @description Since when, if known
             */
            at: string | null;
        };
        Pause: {
            /** Format: date-time */
            at: string;
            reason: string | null;
        };
        Breaker: {
            /**
             * @description `open`: the site refused us, and is left alone until `probe_at`; `half_open`: one worker is probing it
             * @enum {string}
             */
            state: "closed" | "open" | "half_open";
            /** @description Refusals in a row */
            failures: number;
            /** Format: date-time */
            opened_at: string | null;
            /** Format: date-time */
            probe_at: string | null;
            /** @description What the site said */
            reason: string | null;
            /** @description How often it opened since the site last served a document */
            trips?: number;
        };
        SiteEntryView: {
            /** @enum {string} */
            chamber: "senate" | "house";
            /** @description Set while an operator has paused the chamber */
            paused: components["schemas"]["Pause"] | null;
            breaker: components["schemas"]["Breaker"];
            /** @description Why scrapes wait in the queue; null if they run */
            waiting_because: string | null;
        };
        WithheldTasks: {
            /** @example senate-scraper@host */
            worker: string;
            /** @enum {string} */
            chamber: "senate" | "house";
            /** @enum {string} */
            task: "scrape" | "check" | "reparse";
            /** @description What is missing, and what to do about it */
            reason: string;
        };
        TasksHealth: {
            /**
             * @description Unhealthy if no worker is running or takes tasks, or NATS or Postgres does not answer
             * @enum {string}
             */
            status: "healthy" | "unhealthy";
            /** @description "Task system is operational", or why it is not */
            message: string;
            /** @description How many workers are running */
            workers: number;
            /** @description "ok", or what is wrong */
            nats: string;
            /** @description "ok", or what is wrong */
            postgres: string;
            /** @description What stops a chamber’s tasks although everything is running: an unknown layout (a task that succeeds clears it), a site that refuses us, terms that are not accepted, workers that all drain */
            degraded: components["schemas"]["DegradedSite"][];
            /** @description Whether each chamber’s scrapes run */
            sites: components["schemas"]["SiteEntryView"][];
            /** @description Tasks that workers may not take, such as scrapes of a site whose terms are not accepted */
            withheld: components["schemas"]["WithheldTasks"][];
        };
        TaskErrorView: {
            /**
             * @description One of InvalidCommand, SoftTimeLimitExceeded, TimeLimitExceeded, WorkerLost, WorkerStopped, Revoked, SiteUnavailable, RedirectedElsewhere, SiteBlocked, SiteClosed, LayoutChanged, UnreadableDocument, SessionLost, ListingUnsettled, BrowserUnavailable, TermsNotAccepted, PostgresAway, MessagingUnavailableError, NoRoomError, or the name of an unexpected error
             * @example SiteUnavailable
             */
            code: string;
            message: string;
            /** @description Stack trace; a long one is cut */
            stack?: string;
        };
        AttemptEvidenceView: {
            /** @description The last URL that the site was asked for */
            url: string;
            /** @description HTTP status of the answer; null if there was none */
            status: number | null;
            /** @description Headers of the answer, without cookies; long ones are cut */
            headers: {
                [key: string]: string;
            };
            /** @description SHA-256 of the answer’s body, as far as it came */
            page_sha256?: string;
            /** @description SHA-256 of a screenshot (PNG), if a browser was used */
            screenshot_sha256?: string;
            /**
             * @description Path of the answer’s body in this API
             * @example /api/v1/documents/3f2c…
             */
            page?: string;
            /** @description Path of the screenshot in this API */
            screenshot?: string;
        };
        TaskAttemptView: {
            /** @description From 1, over all runs of the task */
            n: number;
            worker: string;
            /** Format: date-time */
            started: string;
            /**
             * Format: date-time
             * @description Null while it runs
             */
            finished: string | null;
            /** @description How it failed; only the last ten attempts have a stack trace */
            error?: components["schemas"]["TaskErrorView"];
            /** @description The last exchange with the site before the failure, for the last ten attempts */
            evidence?: components["schemas"]["AttemptEvidenceView"];
        };
        WindowView: {
            /** Format: date */
            start: string;
            /** Format: date */
            end: string;
        };
        SplitCommandView: {
            /** @enum {string} */
            chamber: "senate" | "house" | "all";
            /** @description Its fields */
            args: {
                [key: string]: unknown;
            };
            /** @description The days that it covered; null for other kinds */
            window: components["schemas"]["WindowView"] | null;
            /** @description The longest window of a child, in days */
            max_days: number;
        };
        GroupMembershipView: {
            /** @description Id of the group */
            id: string;
            /** @description Number of children in the group */
            size: number;
            /** @description The command that was split into the group; absent in one made by hand */
            whole?: components["schemas"]["SplitCommandView"];
        };
        UnpublishedRunView: {
            /** Format: date-time */
            at: string;
            /** @description The body of the command */
            body: string;
        };
        TaskTimesView: {
            /** Format: date-time */
            queued: string;
            /**
             * Format: date-time
             * @description Null: it has not started
             */
            started: string | null;
            /**
             * Format: date-time
             * @description Null: it has not ended
             */
            finished: string | null;
        };
        TaskProgressView: {
            /** @example fetching */
            phase: string;
            /** @description Filings that are done */
            done: number;
            /** @description Filings; 0 while their number is unknown */
            total: number;
            /** @description Trades */
            saved: number;
            /** @description Trades that were already stored */
            skipped: number;
            /** @description Rows that could not be parsed */
            errors: number;
        };
        TaskView: {
            /** @enum {number} */
            v: 1;
            id: string;
            /** @enum {string} */
            chamber: "senate" | "house";
            /**
             * @description The kind of task
             * @enum {string}
             */
            name: "scrape" | "check" | "reparse";
            /**
             * @description The fields of the command
             * @example {
             *       "days_back": 7
             *     }
             */
            args: {
                [key: string]: unknown;
            };
            /** @enum {string} */
            state: "PENDING" | "STARTED" | "RETRY" | "SUCCESS" | "FAILURE" | "REVOKED";
            /** @description From 1; each manual retry or replay is the next run */
            run: number;
            /** @description Those of all runs */
            attempts: components["schemas"]["TaskAttemptView"][];
            /** @description Retries of this run */
            retries: number;
            max_retries: number;
            /** @description How often its worker died */
            crashes: number;
            /** @description Id of the worker that runs it */
            worker: string | null;
            /**
             * @description Where the command came from, if known
             * @enum {string}
             */
            source?: "rest" | "retry" | "replay" | "sweep" | "schedule" | "bus";
            /** @description Rotunda’s headers of a command from NATS */
            headers?: {
                [key: string]: string;
            };
            /** @description The group that it is a child of */
            group?: components["schemas"]["GroupMembershipView"];
            /** @description Sequence of its command in TASKS; null until it is known */
            stream_seq: number | null;
            /**
             * Format: date-time
             * @description When its next attempt is due
             */
            not_before?: string;
            /** @description A run whose command is not in the queue yet */
            unpublished?: components["schemas"]["UnpublishedRunView"];
            /**
             * Format: date-time
             * @description Set once its worker was asked to stop
             */
            cancel_requested_at?: string;
            times: components["schemas"]["TaskTimesView"];
            progress: components["schemas"]["TaskProgressView"];
            /** @description By kind; only of a task that succeeded */
            result?: components["schemas"]["ScrapeResultView"] | components["schemas"]["CheckResultView"] | components["schemas"]["ReparseResultView"];
            /** @description Why it failed, was cancelled or waits for a retry */
            error?: components["schemas"]["TaskErrorView"];
        };
        TaskPage: {
            /** @description Each as `tasks/{id}` shows it */
            data: components["schemas"]["TaskView"][];
            /** @description `cursor` of the next page; null on the last page */
            next_cursor: string | null;
        };
        TaskCountView: {
            count: number;
            /** @description True where there are more: `count` and `states` are those of the tasks that were counted */
            at_least: boolean;
            states: {
                PENDING: number;
                STARTED: number;
                RETRY: number;
                SUCCESS: number;
                FAILURE: number;
                REVOKED: number;
            };
        };
        GroupResultView: {
            /**
             * @description `partial`: that of a child is
             * @enum {string}
             */
            status: "success" | "partial";
            /** @description Of the children that have one */
            results: (components["schemas"]["ScrapeResultView"] | components["schemas"]["CheckResultView"] | components["schemas"]["ReparseResultView"])[];
            totals: components["schemas"]["GroupTotalsView"];
        };
        TaskGroupView: {
            id: string;
            /** @enum {string} */
            state: "PENDING" | "STARTED" | "RETRY" | "SUCCESS" | "FAILURE" | "REVOKED";
            /** @description Number of children, also of those that are not published yet */
            size: number;
            children: components["schemas"]["TaskView"][];
            /** @description While Postgres is unavailable: children that only the history may have; they count as not ended */
            unknown_children?: string[];
            times: components["schemas"]["TaskTimesView"];
            /** @description Once all children have ended */
            result?: components["schemas"]["GroupResultView"];
            /** @description That of the first child that has one */
            error?: components["schemas"]["TaskErrorView"];
        };
        TaskLogLineView: {
            /** @description Later lines have greater ids; the `last_event_id` of a later request */
            id: number;
            /** @description In a group’s log, the child’s id */
            task_id: string;
            /** Format: date-time */
            at: string;
            /** @enum {string} */
            level: "log" | "warn" | "error";
            /** @description 0: the command never reached an attempt */
            attempt: number;
            worker: string;
            message: string;
        };
        TaskLogView: {
            task_id: string;
            /** @description Oldest first */
            lines: components["schemas"]["TaskLogLineView"][];
        };
        LetterError: {
            /** @example LayoutChanged */
            code: string;
            message: string;
        };
        DeadLetterView: {
            /** @description Its number, for replay and removal */
            sequence: number;
            task_id: string;
            /** @description The run of the task that failed */
            run: number;
            /** @enum {string} */
            chamber: "senate" | "house";
            /** @enum {string} */
            name: "scrape" | "check" | "reparse";
            /** @description The command’s body as it came, even if it is not JSON */
            body: string;
            /** @description Attempts of the task up to then */
            attempts: number;
            error: components["schemas"]["LetterError"];
            /** Format: date-time */
            died_at: string;
            /**
             * @description State of the task now; null if the task is no longer known
             * @enum {string|null}
             */
            state: "PENDING" | "STARTED" | "RETRY" | "SUCCESS" | "FAILURE" | "REVOKED" | null;
            /** @description The run after it; null if it was not replayed */
            replayed_as: number | null;
        };
        DeadLetterPage: {
            data: components["schemas"]["DeadLetterView"][];
            /** @description `cursor` of the next page; null on the last page */
            next_cursor: string | null;
        };
        DeadLetterCount: {
            count: number;
        };
        ReplayFilters: {
            /** @enum {string} */
            chamber?: "senate" | "house";
            /** @enum {string} */
            name?: "scrape" | "check" | "reparse";
            /** @description Code of the error, for example `LayoutChanged` */
            code?: string;
            /** @description Only those with these numbers, if they are still there */
            sequences?: number[];
        };
        ReplayCounts: {
            /** @description Letters whose task was queued for its next run */
            replayed: number;
            /** @description Those of them with an invalid command: they will fail again */
            invalid: number;
            /** @description Letters whose task already has a later run, or whose run has not ended */
            skipped: number;
        };
        ReplayedView: {
            task_id: string;
            /** @description The run that was queued */
            run: number;
            /** @enum {string} */
            status: "queued";
            /** @description Why the run will fail again, if that is certain */
            warning?: string;
            message: string;
        };
        WorkerTask: {
            task_id: string;
            /** @enum {string} */
            name: "scrape" | "check" | "reparse";
            /**
             * @description Set for a long one, which has a slot of its own
             * @enum {string}
             */
            lane?: "long";
        };
        WorkerView: {
            /** @description Unique for each process */
            id: string;
            chamber: string;
            pid: number;
            version: string;
            /** Format: date-time */
            started: string;
            /** Format: date-time */
            seen: string;
            /** @description The tasks that it takes */
            tasks: ("scrape" | "check" | "reparse")[];
            /** @description Those of them that it may not take, and why */
            withheld?: {
                scrape?: string;
                check?: string;
                reparse?: string;
            };
            /**
             * @description Set while it takes no more tasks and ends those that it has; then its process ends
             * @enum {string}
             */
            draining?: "drain" | "restart";
            /** @description Tasks that ended since it started */
            processed: number;
            /** @description How many tasks it does at a time, besides checks and long ones */
            pool_size: number;
            /** @description How many scrapes of a long window it does at a time besides, and how many reparses of the whole archive; absent for older versions, which leave these to others */
            long_pool_size?: number;
            /** @description Resident memory in MiB; absent for older versions */
            memory_mb?: number;
            /** @description CPU time, without its browser, since its last heartbeat, as a percentage of one core; absent for older versions */
            cpu_percent?: number;
            /** @description The longest delay of its event loop since its last heartbeat, in ms; absent for older versions */
            loop_lag_ms?: number;
            /** @example house-scraper@host */
            name: string;
            /** @description The tasks that it is doing */
            active: components["schemas"]["WorkerTask"][];
            /**
             * @description `processed` by kind, without zeros; absent for older versions
             * @example {
             *       "scrape": 12
             *     }
             */
            totals?: {
                [key: string]: number;
            };
        };
        WorkerList: {
            workers: components["schemas"]["WorkerView"][];
        };
        PingedWorker: {
            /** @example house-scraper@host */
            name: string;
            id: string;
            /** @enum {string} */
            chamber: "senate" | "house";
            /** @description False for one that hangs or has just died, and for older versions */
            answered: boolean;
            /** @description How long its answer took; null without one */
            ms: number | null;
        };
        WorkerPings: {
            workers: components["schemas"]["PingedWorker"][];
        };
        WorkerSampleView: {
            /**
             * Format: date-time
             * @description The full minute; the first one, where a sample is for several
             */
            at: string;
            /** @description Resident memory in MiB; null where it is unknown */
            memory_mb: number | null;
            /** @description CPU time, without its browser, as a percentage of one core; null where it is unknown */
            cpu_percent: number | null;
            /** @description The longest delay of its event loop, in ms */
            loop_lag_ms: number | null;
            /** @description How many tasks it was doing */
            active_tasks: number;
        };
        SampledWorker: {
            /** @example house-scraper@host */
            name: string;
            /** @enum {string} */
            chamber: "senate" | "house";
            /** @description The oldest first; minutes without the worker are left out */
            samples: components["schemas"]["WorkerSampleView"][];
        };
        WorkerSampleList: {
            workers: components["schemas"]["SampledWorker"][];
        };
        ScheduleRunView: {
            id: string;
            /** @enum {string} */
            chamber: "senate" | "house";
            /** @enum {string} */
            state: "PENDING" | "STARTED" | "RETRY" | "SUCCESS" | "FAILURE" | "REVOKED";
            times: components["schemas"]["TaskTimesView"];
            /** @description By kind; only of a task that succeeded */
            result?: components["schemas"]["ScrapeResultView"] | components["schemas"]["CheckResultView"] | components["schemas"]["ReparseResultView"];
            /** @description Why it failed, was cancelled or waits for a retry */
            error?: components["schemas"]["TaskErrorView"];
        };
        ScheduleEntry: {
            /** @example daily */
            name: string;
            /**
             * @description Minute, hour, day of the month, month, weekday; null if it has `every`
             * @example 0 2 * * *
             */
            cron: string | null;
            /**
             * @description An interval, which ticks at its multiples since 1970-01-01T00:00:00Z; null if it has `cron`
             * @example 15m
             */
            every: string | null;
            /**
             * @description IANA time zone of the expression; an interval has none
             * @example UTC
             */
            timezone: string;
            /**
             * @example scrape
             * @enum {string}
             */
            task: "scrape" | "check" | "reparse";
            /** @description The command that a tick publishes */
            args: {
                [key: string]: unknown;
            };
            /** @description The chambers that a tick publishes a command for */
            chambers: ("senate" | "house")[];
            /**
             * @description What happens to a tick while the previous one is unfinished
             * @enum {string}
             */
            overlap: "skip" | "allow";
            /**
             * @description Which missed tick is published after an outage
             * @enum {string}
             */
            catch_up: "latest" | "none";
            /** @description Whether a command expires at the next tick */
            expires: boolean;
            /**
             * Format: date-time
             * @description When it was paused
             */
            paused_at: string | null;
            /** Format: date-time */
            last_fire: string | null;
            /** @description Chamber → the task of its last tick */
            last_tasks: {
                senate?: string;
                house?: string;
            };
            /**
             * Format: date-time
             * @description null while it is paused
             */
            next_fire: string | null;
            /** @description The next ticks if it were not paused */
            next_fires: string[];
            /** @description The tasks of its last five ticks, the last queued first; null while Postgres is unavailable */
            last_runs?: components["schemas"]["ScheduleRunView"][] | null;
        };
        DamagedScheduleEntry: {
            /** @example nightly */
            name: string;
            /** @example cron "0 2 * *" has 4 of the five fields minute, hour, day of the month, month, weekday */
            reason: string;
        };
        ScheduleList: {
            schedules: components["schemas"]["ScheduleEntry"][];
            /** @description Entries written into KV by hand that are invalid, and never fire */
            damaged: components["schemas"]["DamagedScheduleEntry"][];
            /**
             * @description Those that Rotunda ships: they can be reset, also if they were deleted
             * @example [
             *       "daily",
             *       "weekly",
             *       "check"
             *     ]
             */
            shipped: string[];
        };
        SchedulePreview: {
            /** @description The next ticks, in order */
            next: string[];
        };
        ResetSchedules: {
            schedules: components["schemas"]["ScheduleEntry"][];
        };
        Budget: {
            /** @description The worker that is asking the site; null: none is */
            holder: string | null;
            /**
             * Format: date-time
             * @description When its turn ends if it is silent
             */
            held_until: string | null;
            /**
             * Format: date-time
             * @description No request is sent before
             */
            next_request_at: string;
            /** @description The pause between two requests, in ms; absent for older workers */
            interval_ms?: number;
            /** @description How long the site asked us to wait (Retry-After), in ms */
            rest_ms?: number;
        };
        SiteStatusView: {
            /** @enum {string} */
            chamber: "senate" | "house";
            /** @description Set while an operator has paused the chamber */
            paused: components["schemas"]["Pause"] | null;
            breaker: components["schemas"]["Breaker"];
            /** @description Why scrapes wait in the queue; null if they run */
            waiting_because: string | null;
            /** @description What a running worker lacks to scrape, such as accepted terms, and what to do; null: nothing */
            withheld: string | null;
            /** @description One request at a time, with a pause in between; null: nobody has asked yet, or NATS is away */
            budget: components["schemas"]["Budget"] | null;
        };
        SiteStatusList: {
            sites: components["schemas"]["SiteStatusView"][];
        };
        PauseBody: {
            /** @description Why, for others who wonder why nothing runs */
            reason?: string;
        };
        SiteList: {
            sites: components["schemas"]["SiteEntryView"][];
        };
        OptionView: {
            /** @example Call */
            type: string;
            strike: string | null;
            expires: string | null;
        };
        BondView: {
            rate: string | null;
            matures: string | null;
        };
        ExchangeView: {
            asset: string;
            ticker: string | null;
        };
        ProvenanceView: {
            /** @description SHA-256 of the archived document */
            document_sha256: string;
            /** @description From 1 */
            page: number | null;
            /** @description left, bottom, right, top in PDF points */
            box: number[] | null;
            /** @description Row of the HTML table */
            dom_row: number | null;
            parser_version: string;
        };
        FilingMemberView: {
            /**
             * @description `outside`: no member filed it; a merely likely member is never taken
             * @enum {string}
             */
            status: "matched" | "ambiguous" | "open" | "outside";
            /** @description Bioguide id; set when matched */
            bioguide: string | null;
            /**
             * @description The rule that decided, or `by-hand`
             * @example district:full-name
             */
            method: string | null;
            /** @description 0 to 1: how sure the rule is */
            score: number | null;
        };
        ReviewReasonView: {
            /**
             * @description Never changes its meaning, whatever the sentence says
             * @enum {string}
             */
            code: "unknown_owner" | "unknown_owner_code" | "unknown_type" | "unknown_band" | "invalid_trade_date" | "invalid_notification_date" | "impossible_trade_date" | "impossible_notification_date" | "unknown_row_status" | "missing_asset" | "missing_cap_gains_box" | "unknown_asset_lines" | "unknown_ticker" | "pdf_damaged" | "page_without_text" | "page_cut_off" | "no_filing_id" | "no_signature" | "no_filer" | "no_filing_date" | "amendment_without_number" | "missing_section" | "unknown_section" | "further_tables" | "no_rows" | "no_row_count" | "row_count_differs" | "owner_count_differs" | "status_lines_differ" | "unknown_label_below_row" | "unknown_label_below_asset" | "lineage_unclear" | "differs_from_decision" | "unrecognised";
            /**
             * @description By code
             * @example {
             *       "rows": [
             *         3
             *       ],
             *       "more": 0
             *     }
             */
            params: {
                [key: string]: unknown;
            };
        };
        FilingView: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            chamber: "senate" | "house";
            /** @description House DocID or Senate UUID */
            external_id: string;
            /** @example ptr */
            filing_type: string;
            title_raw: string;
            filer_name_raw: string;
            office_raw: string;
            /** @example CA14 */
            state_district: string | null;
            member: components["schemas"]["FilingMemberView"];
            filed_at_raw: string;
            /** Format: date */
            filed_on: string | null;
            /** Format: date */
            signed_on: string | null;
            /** @enum {string|null} */
            format: "electronic" | "paper" | null;
            amendment_no: number | null;
            /** @enum {string} */
            status: "listed" | "parsed" | "paper" | "needs_review" | "unavailable" | "failed";
            /** @description Why it could not be fetched or read */
            reason: string | null;
            /** @description Why a person should look at it */
            review_reasons: string[];
            /** @description The same as codes, in the same order */
            review_reason_codes: components["schemas"]["ReviewReasonView"][];
            /** @description What is doubtful about the filing. `case_scrambled`: the document scrambles upper and lower case; its texts are not as the filer wrote them; `unknown_filing_time`: the page states no filing time; `unreadable_listing`: the site’s listing has unreadable characters, replaced by U+FFFD; `invalid_filing_date`: no PTR can have been filed on the listing’s date; filed_on is null. */
            quality_flags: ("case_scrambled" | "unknown_filing_time" | "unreadable_listing" | "invalid_filing_date")[];
            parser_version: string | null;
            /** @description Number of rows according to the document itself */
            expected_rows: number | null;
            document_url: string;
            /** @description SHA-256 of the archived document */
            document_sha256: string | null;
            /** Format: date-time */
            first_seen_at: string;
            /** @description The task that first saw it in a listing */
            first_task_id: string;
            /** Format: date-time */
            last_tried_at: string | null;
        };
        TradeView: {
            /**
             * Format: uuid
             * @description Never changes, also when the document is read again
             */
            id: string;
            /** @description Increases when a later reading differs */
            revision: number;
            /** Format: uuid */
            filing_id: string;
            /** @description Position in document order, from 1 */
            ordinal: number;
            /** @description The row id that the House prints on amended and deleted rows */
            source_row_id: string | null;
            owner_raw: string;
            /** @enum {string|null} */
            owner: "self" | "spouse" | "joint" | "dependent" | null;
            asset_name_raw: string;
            asset_name: string;
            asset_type: string | null;
            ticker_raw: string | null;
            ticker: string | null;
            /** @example document */
            ticker_source: string | null;
            type_raw: string;
            /** @enum {string|null} */
            type: "purchase" | "sale" | "sale_partial" | "exchange" | null;
            traded_on_raw: string;
            /** Format: date */
            traded_on: string | null;
            notified_on_raw: string | null;
            /** Format: date */
            notified_on: string | null;
            amount_raw: string;
            /** @description US dollars */
            amount_min: number | null;
            /** @description US dollars; null for an open-ended band */
            amount_max: number | null;
            /** @description An open-ended band, such as "Over $50,000,000" */
            amount_over: boolean;
            option: components["schemas"]["OptionView"] | null;
            bond: components["schemas"]["BondView"] | null;
            exchange: components["schemas"]["ExchangeView"] | null;
            cap_gains_over_200: boolean | null;
            /** @enum {string|null} */
            row_status: "new" | "amended" | "deleted" | null;
            description: string | null;
            comment: string | null;
            subholding: string | null;
            location: string | null;
            /** @description Days from the trade to the filing; null if a date is missing or impossible */
            days_to_file: number | null;
            late: boolean | null;
            /** @description Whether it counts: false for a row that another filing amends or withdraws, and for one that deletes another */
            is_current: boolean;
            /** @description What is doubtful about the row. `unknown_owner`: the owner is not one of those on the form; `unknown_type`: the type is not one of those on the form; `unknown_band`: the amount is neither a band on the form nor an exact sum; `invalid_trade_date`: the transaction date is not a calendar date; `invalid_notification_date`: the notification date is not a calendar date; `impossible_trade_date`: the transaction date is before 2012, when PTRs began, or more than a year after the report: days_to_file and late are null; `impossible_notification_date`: the same for the notification date; `traded_after_notified`: the trade is dated after its notification; `traded_after_signed`: the trade is dated after the report was signed; `traded_after_filed`: the trade is dated after the report was filed; `unknown_row_status`: the filing status is not New, Amended or Deleted; `missing_asset`: the row names no asset; `unknown_asset_lines`: the asset cell has unknown lines; `unknown_ticker`: the ticker cell has a text that is not a ticker; `exchange_without_counterpart`: the exchange names only one asset; `missing_cap_gains_box`: the box "Cap. Gains > $200?" is missing; `case_scrambled`: the document scrambles upper and lower case; the texts are not as the filer wrote them; `case_restored`: name and ticker have the upper and lower case of the drawn letters; `unreadable_characters`: a text has unreadable characters, replaced by U+FFFD; `corrected_by_reviewer`: a reviewer corrected a field. */
            quality_flags: ("unknown_owner" | "unknown_type" | "unknown_band" | "invalid_trade_date" | "invalid_notification_date" | "impossible_trade_date" | "impossible_notification_date" | "traded_after_notified" | "traded_after_signed" | "traded_after_filed" | "unknown_row_status" | "missing_asset" | "unknown_asset_lines" | "unknown_ticker" | "exchange_without_counterpart" | "missing_cap_gains_box" | "case_scrambled" | "case_restored" | "unreadable_characters" | "corrected_by_reviewer")[];
            provenance: components["schemas"]["ProvenanceView"];
            /** Format: date-time */
            first_seen_at: string;
            /** @description The task that first stored it */
            first_task_id: string;
            /**
             * Format: date-time
             * @description When this revision was stored
             */
            recorded_at: string;
            filing: components["schemas"]["FilingView"];
        };
        TradePage: {
            /**
             * @description What the law says about the use of disclosures
             * @example Under 5 U.S.C. § 13107(c) it is unlawful to obtain or use a report for any unlawful purpose, for any commercial purpose other than by news and communications media for dissemination to the general public, for determining or establishing the credit rating of any individual, or for use, directly or indirectly, in the solicitation of money for any political, charitable or other purpose.
             */
            notice: string;
            data: components["schemas"]["TradeView"][];
            /** @description `cursor` of the next page; null on the last page */
            next_cursor: string | null;
        };
        LinkedTradeView: {
            /** @description House DocID or Senate UUID */
            external_id: string;
            /** Format: date */
            filed_on: string | null;
            /**
             * @description restates: repeats the earlier one; amends: changes it; withdraws: cancels it
             * @enum {string}
             */
            kind: "amends" | "withdraws" | "restates";
            /**
             * @description row_id: by the House’s row id; content, title: by what they say; decision: by a person
             * @enum {string}
             */
            method: "row_id" | "content" | "title" | "decision";
            /**
             * @description 0 to 1: how much of the earlier one is in the later one
             * @example 0.95
             */
            score: number;
            /**
             * Format: uuid
             * @description Null: withdrawn by omission
             */
            trade_id: string | null;
            /** Format: uuid */
            filing_id: string;
        };
        RevisionView: {
            /**
             * Format: uuid
             * @description Never changes, also when the document is read again
             */
            id: string;
            /** @description Increases when a later reading differs */
            revision: number;
            /** Format: uuid */
            filing_id: string;
            /** @description Position in document order, from 1 */
            ordinal: number;
            /** @description The row id that the House prints on amended and deleted rows */
            source_row_id: string | null;
            owner_raw: string;
            /** @enum {string|null} */
            owner: "self" | "spouse" | "joint" | "dependent" | null;
            asset_name_raw: string;
            asset_name: string;
            asset_type: string | null;
            ticker_raw: string | null;
            ticker: string | null;
            /** @example document */
            ticker_source: string | null;
            type_raw: string;
            /** @enum {string|null} */
            type: "purchase" | "sale" | "sale_partial" | "exchange" | null;
            traded_on_raw: string;
            /** Format: date */
            traded_on: string | null;
            notified_on_raw: string | null;
            /** Format: date */
            notified_on: string | null;
            amount_raw: string;
            /** @description US dollars */
            amount_min: number | null;
            /** @description US dollars; null for an open-ended band */
            amount_max: number | null;
            /** @description An open-ended band, such as "Over $50,000,000" */
            amount_over: boolean;
            option: components["schemas"]["OptionView"] | null;
            bond: components["schemas"]["BondView"] | null;
            exchange: components["schemas"]["ExchangeView"] | null;
            cap_gains_over_200: boolean | null;
            /** @enum {string|null} */
            row_status: "new" | "amended" | "deleted" | null;
            description: string | null;
            comment: string | null;
            subholding: string | null;
            location: string | null;
            /** @description Days from the trade to the filing; null if a date is missing or impossible */
            days_to_file: number | null;
            late: boolean | null;
            /** @description Whether it counts: false for a row that another filing amends or withdraws, and for one that deletes another */
            is_current: boolean;
            /** @description What is doubtful about the row. `unknown_owner`: the owner is not one of those on the form; `unknown_type`: the type is not one of those on the form; `unknown_band`: the amount is neither a band on the form nor an exact sum; `invalid_trade_date`: the transaction date is not a calendar date; `invalid_notification_date`: the notification date is not a calendar date; `impossible_trade_date`: the transaction date is before 2012, when PTRs began, or more than a year after the report: days_to_file and late are null; `impossible_notification_date`: the same for the notification date; `traded_after_notified`: the trade is dated after its notification; `traded_after_signed`: the trade is dated after the report was signed; `traded_after_filed`: the trade is dated after the report was filed; `unknown_row_status`: the filing status is not New, Amended or Deleted; `missing_asset`: the row names no asset; `unknown_asset_lines`: the asset cell has unknown lines; `unknown_ticker`: the ticker cell has a text that is not a ticker; `exchange_without_counterpart`: the exchange names only one asset; `missing_cap_gains_box`: the box "Cap. Gains > $200?" is missing; `case_scrambled`: the document scrambles upper and lower case; the texts are not as the filer wrote them; `case_restored`: name and ticker have the upper and lower case of the drawn letters; `unreadable_characters`: a text has unreadable characters, replaced by U+FFFD; `corrected_by_reviewer`: a reviewer corrected a field. */
            quality_flags: ("unknown_owner" | "unknown_type" | "unknown_band" | "invalid_trade_date" | "invalid_notification_date" | "impossible_trade_date" | "impossible_notification_date" | "traded_after_notified" | "traded_after_signed" | "traded_after_filed" | "unknown_row_status" | "missing_asset" | "unknown_asset_lines" | "unknown_ticker" | "exchange_without_counterpart" | "missing_cap_gains_box" | "case_scrambled" | "case_restored" | "unreadable_characters" | "corrected_by_reviewer")[];
            provenance: components["schemas"]["ProvenanceView"];
            /** Format: date-time */
            first_seen_at: string;
            /** @description The task that first stored it */
            first_task_id: string;
            /**
             * Format: date-time
             * @description When this revision was stored
             */
            recorded_at: string;
            /**
             * Format: date-time
             * @description Null if it is still current
             */
            superseded_at: string | null;
        };
        TradeDetailView: {
            /**
             * Format: uuid
             * @description Never changes, also when the document is read again
             */
            id: string;
            /** @description Increases when a later reading differs */
            revision: number;
            /** Format: uuid */
            filing_id: string;
            /** @description Position in document order, from 1 */
            ordinal: number;
            /** @description The row id that the House prints on amended and deleted rows */
            source_row_id: string | null;
            owner_raw: string;
            /** @enum {string|null} */
            owner: "self" | "spouse" | "joint" | "dependent" | null;
            asset_name_raw: string;
            asset_name: string;
            asset_type: string | null;
            ticker_raw: string | null;
            ticker: string | null;
            /** @example document */
            ticker_source: string | null;
            type_raw: string;
            /** @enum {string|null} */
            type: "purchase" | "sale" | "sale_partial" | "exchange" | null;
            traded_on_raw: string;
            /** Format: date */
            traded_on: string | null;
            notified_on_raw: string | null;
            /** Format: date */
            notified_on: string | null;
            amount_raw: string;
            /** @description US dollars */
            amount_min: number | null;
            /** @description US dollars; null for an open-ended band */
            amount_max: number | null;
            /** @description An open-ended band, such as "Over $50,000,000" */
            amount_over: boolean;
            option: components["schemas"]["OptionView"] | null;
            bond: components["schemas"]["BondView"] | null;
            exchange: components["schemas"]["ExchangeView"] | null;
            cap_gains_over_200: boolean | null;
            /** @enum {string|null} */
            row_status: "new" | "amended" | "deleted" | null;
            description: string | null;
            comment: string | null;
            subholding: string | null;
            location: string | null;
            /** @description Days from the trade to the filing; null if a date is missing or impossible */
            days_to_file: number | null;
            late: boolean | null;
            /** @description Whether it counts: false for a row that another filing amends or withdraws, and for one that deletes another */
            is_current: boolean;
            /** @description What is doubtful about the row. `unknown_owner`: the owner is not one of those on the form; `unknown_type`: the type is not one of those on the form; `unknown_band`: the amount is neither a band on the form nor an exact sum; `invalid_trade_date`: the transaction date is not a calendar date; `invalid_notification_date`: the notification date is not a calendar date; `impossible_trade_date`: the transaction date is before 2012, when PTRs began, or more than a year after the report: days_to_file and late are null; `impossible_notification_date`: the same for the notification date; `traded_after_notified`: the trade is dated after its notification; `traded_after_signed`: the trade is dated after the report was signed; `traded_after_filed`: the trade is dated after the report was filed; `unknown_row_status`: the filing status is not New, Amended or Deleted; `missing_asset`: the row names no asset; `unknown_asset_lines`: the asset cell has unknown lines; `unknown_ticker`: the ticker cell has a text that is not a ticker; `exchange_without_counterpart`: the exchange names only one asset; `missing_cap_gains_box`: the box "Cap. Gains > $200?" is missing; `case_scrambled`: the document scrambles upper and lower case; the texts are not as the filer wrote them; `case_restored`: name and ticker have the upper and lower case of the drawn letters; `unreadable_characters`: a text has unreadable characters, replaced by U+FFFD; `corrected_by_reviewer`: a reviewer corrected a field. */
            quality_flags: ("unknown_owner" | "unknown_type" | "unknown_band" | "invalid_trade_date" | "invalid_notification_date" | "impossible_trade_date" | "impossible_notification_date" | "traded_after_notified" | "traded_after_signed" | "traded_after_filed" | "unknown_row_status" | "missing_asset" | "unknown_asset_lines" | "unknown_ticker" | "exchange_without_counterpart" | "missing_cap_gains_box" | "case_scrambled" | "case_restored" | "unreadable_characters" | "corrected_by_reviewer")[];
            provenance: components["schemas"]["ProvenanceView"];
            /** Format: date-time */
            first_seen_at: string;
            /** @description The task that first stored it */
            first_task_id: string;
            /**
             * Format: date-time
             * @description When this revision was stored
             */
            recorded_at: string;
            filing: components["schemas"]["FilingView"];
            /**
             * Format: date-time
             * @description When the row disappeared from its document; null if it is still there
             */
            superseded_at: string | null;
            /** @description Trades that it replaces */
            amends: components["schemas"]["LinkedTradeView"][];
            /** @description Trades that replace it */
            amended_by: components["schemas"]["LinkedTradeView"][];
            /** @description Earlier revisions, newest first */
            revisions: components["schemas"]["RevisionView"][];
            /** @description What the law says about the use of disclosures */
            notice: string;
        };
        SourceDocumentView: {
            /** @description SHA-256 of its bytes, in hex */
            sha256: string;
            /** @description The URL that it was fetched from */
            url: string;
            /** Format: date-time */
            fetched_at: string;
            /** @example application/pdf */
            media_type: string;
            /** @description Size in bytes */
            byte_length: number;
            /**
             * @description Path of the archived document in this API
             * @example /api/v1/documents/9f86d0…
             */
            download: string;
        };
        TradeCorrectionView: {
            /** @description The revision that has the new value */
            revision: number;
            /** @example owner */
            field: string;
            old: (string | number | boolean | unknown[] | {
                [key: string]: unknown;
            }) | null;
            new: (string | number | boolean | unknown[] | {
                [key: string]: unknown;
            }) | null;
            by: string;
            /** Format: date-time */
            at: string;
            reason: string | null;
        };
        TradeSourceView: {
            /**
             * @description What the law says about the use of disclosures
             * @example Under 5 U.S.C. § 13107(c) it is unlawful to obtain or use a report for any unlawful purpose, for any commercial purpose other than by news and communications media for dissemination to the general public, for determining or establishing the credit rating of any individual, or for use, directly or indirectly, in the solicitation of money for any political, charitable or other purpose.
             */
            notice: string;
            /** Format: uuid */
            trade_id: string;
            revision: number;
            /** Format: uuid */
            filing_id: string;
            /** @description House DocID or Senate UUID */
            external_id: string;
            document: components["schemas"]["SourceDocumentView"];
            /** @description Page of the PDF, from 1 */
            page: number | null;
            /** @description left, bottom, right, top in PDF points from the page’s lower left corner */
            box: number[] | null;
            /** @description Row of the HTML table, from 1 */
            dom_row: number | null;
            parser_version: string;
            /** @description What reviewers changed, oldest change first */
            corrections: components["schemas"]["TradeCorrectionView"][];
        };
        FilingPage: {
            /**
             * @description What the law says about the use of disclosures
             * @example Under 5 U.S.C. § 13107(c) it is unlawful to obtain or use a report for any unlawful purpose, for any commercial purpose other than by news and communications media for dissemination to the general public, for determining or establishing the credit rating of any individual, or for use, directly or indirectly, in the solicitation of money for any political, charitable or other purpose.
             */
            notice: string;
            data: components["schemas"]["FilingView"][];
            /** @description `cursor` of the next page; null on the last page */
            next_cursor: string | null;
        };
        LinkedFilingView: {
            /** @description House DocID or Senate UUID */
            external_id: string;
            /** Format: date */
            filed_on: string | null;
            /**
             * @description restates: repeats the earlier one; amends: changes it; withdraws: cancels it
             * @enum {string}
             */
            kind: "amends" | "withdraws" | "restates";
            /**
             * @description row_id: by the House’s row id; content, title: by what they say; decision: by a person
             * @enum {string}
             */
            method: "row_id" | "content" | "title" | "decision";
            /**
             * @description 0 to 1: how much of the earlier one is in the later one
             * @example 0.95
             */
            score: number;
            /** Format: uuid */
            filing_id: string;
        };
        TransactionView: {
            /**
             * Format: uuid
             * @description Never changes, also when the document is read again
             */
            id: string;
            /** @description Increases when a later reading differs */
            revision: number;
            /** Format: uuid */
            filing_id: string;
            /** @description Position in document order, from 1 */
            ordinal: number;
            /** @description The row id that the House prints on amended and deleted rows */
            source_row_id: string | null;
            owner_raw: string;
            /** @enum {string|null} */
            owner: "self" | "spouse" | "joint" | "dependent" | null;
            asset_name_raw: string;
            asset_name: string;
            asset_type: string | null;
            ticker_raw: string | null;
            ticker: string | null;
            /** @example document */
            ticker_source: string | null;
            type_raw: string;
            /** @enum {string|null} */
            type: "purchase" | "sale" | "sale_partial" | "exchange" | null;
            traded_on_raw: string;
            /** Format: date */
            traded_on: string | null;
            notified_on_raw: string | null;
            /** Format: date */
            notified_on: string | null;
            amount_raw: string;
            /** @description US dollars */
            amount_min: number | null;
            /** @description US dollars; null for an open-ended band */
            amount_max: number | null;
            /** @description An open-ended band, such as "Over $50,000,000" */
            amount_over: boolean;
            option: components["schemas"]["OptionView"] | null;
            bond: components["schemas"]["BondView"] | null;
            exchange: components["schemas"]["ExchangeView"] | null;
            cap_gains_over_200: boolean | null;
            /** @enum {string|null} */
            row_status: "new" | "amended" | "deleted" | null;
            description: string | null;
            comment: string | null;
            subholding: string | null;
            location: string | null;
            /** @description Days from the trade to the filing; null if a date is missing or impossible */
            days_to_file: number | null;
            late: boolean | null;
            /** @description Whether it counts: false for a row that another filing amends or withdraws, and for one that deletes another */
            is_current: boolean;
            /** @description What is doubtful about the row. `unknown_owner`: the owner is not one of those on the form; `unknown_type`: the type is not one of those on the form; `unknown_band`: the amount is neither a band on the form nor an exact sum; `invalid_trade_date`: the transaction date is not a calendar date; `invalid_notification_date`: the notification date is not a calendar date; `impossible_trade_date`: the transaction date is before 2012, when PTRs began, or more than a year after the report: days_to_file and late are null; `impossible_notification_date`: the same for the notification date; `traded_after_notified`: the trade is dated after its notification; `traded_after_signed`: the trade is dated after the report was signed; `traded_after_filed`: the trade is dated after the report was filed; `unknown_row_status`: the filing status is not New, Amended or Deleted; `missing_asset`: the row names no asset; `unknown_asset_lines`: the asset cell has unknown lines; `unknown_ticker`: the ticker cell has a text that is not a ticker; `exchange_without_counterpart`: the exchange names only one asset; `missing_cap_gains_box`: the box "Cap. Gains > $200?" is missing; `case_scrambled`: the document scrambles upper and lower case; the texts are not as the filer wrote them; `case_restored`: name and ticker have the upper and lower case of the drawn letters; `unreadable_characters`: a text has unreadable characters, replaced by U+FFFD; `corrected_by_reviewer`: a reviewer corrected a field. */
            quality_flags: ("unknown_owner" | "unknown_type" | "unknown_band" | "invalid_trade_date" | "invalid_notification_date" | "impossible_trade_date" | "impossible_notification_date" | "traded_after_notified" | "traded_after_signed" | "traded_after_filed" | "unknown_row_status" | "missing_asset" | "unknown_asset_lines" | "unknown_ticker" | "exchange_without_counterpart" | "missing_cap_gains_box" | "case_scrambled" | "case_restored" | "unreadable_characters" | "corrected_by_reviewer")[];
            provenance: components["schemas"]["ProvenanceView"];
            /** Format: date-time */
            first_seen_at: string;
            /** @description The task that first stored it */
            first_task_id: string;
            /**
             * Format: date-time
             * @description When this revision was stored
             */
            recorded_at: string;
        };
        FilingPageView: {
            /** @description From 1, in the order of the filing */
            page: number;
            /** @description SHA-256 of the archived document that shows it */
            document_sha256: string;
            /** @description Page of that document, from 1; 1 for an image */
            sheet: number;
            /** @example image/gif */
            media_type: string;
            /** @description Its URL on the site */
            url: string;
            /**
             * @description Path of the archived document in this API
             * @example /api/v1/documents/3f2c…
             */
            document: string;
        };
        FilingWithTransactionsView: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            chamber: "senate" | "house";
            /** @description House DocID or Senate UUID */
            external_id: string;
            /** @example ptr */
            filing_type: string;
            title_raw: string;
            filer_name_raw: string;
            office_raw: string;
            /** @example CA14 */
            state_district: string | null;
            member: components["schemas"]["FilingMemberView"];
            filed_at_raw: string;
            /** Format: date */
            filed_on: string | null;
            /** Format: date */
            signed_on: string | null;
            /** @enum {string|null} */
            format: "electronic" | "paper" | null;
            amendment_no: number | null;
            /** @enum {string} */
            status: "listed" | "parsed" | "paper" | "needs_review" | "unavailable" | "failed";
            /** @description Why it could not be fetched or read */
            reason: string | null;
            /** @description Why a person should look at it */
            review_reasons: string[];
            /** @description The same as codes, in the same order */
            review_reason_codes: components["schemas"]["ReviewReasonView"][];
            /** @description What is doubtful about the filing. `case_scrambled`: the document scrambles upper and lower case; its texts are not as the filer wrote them; `unknown_filing_time`: the page states no filing time; `unreadable_listing`: the site’s listing has unreadable characters, replaced by U+FFFD; `invalid_filing_date`: no PTR can have been filed on the listing’s date; filed_on is null. */
            quality_flags: ("case_scrambled" | "unknown_filing_time" | "unreadable_listing" | "invalid_filing_date")[];
            parser_version: string | null;
            /** @description Number of rows according to the document itself */
            expected_rows: number | null;
            document_url: string;
            /** @description SHA-256 of the archived document */
            document_sha256: string | null;
            /** Format: date-time */
            first_seen_at: string;
            /** @description The task that first saw it in a listing */
            first_task_id: string;
            /** Format: date-time */
            last_tried_at: string | null;
            /** @description Filings that this one replaces, wholly or in part */
            amends: components["schemas"]["LinkedFilingView"][];
            /** @description Filings that replace this one, wholly or in part */
            amended_by: components["schemas"]["LinkedFilingView"][];
            /** @description Current transactions, in document order */
            transactions: components["schemas"]["TransactionView"][];
            /** @description The sheets of a paper filing; empty for other filings */
            pages: components["schemas"]["FilingPageView"][];
            /** @description What the law says about the use of disclosures */
            notice: string;
        };
        LineageBody: {
            /** @description Who decides */
            by: string;
            /** @description Why */
            reason: string;
            /**
             * Format: uuid
             * @description House: the trade of this filing that amends another one
             */
            trade?: string;
            /**
             * Format: uuid
             * @description The filing (Senate) or trade (House) that it replaces; null if we do not have that one
             */
            predecessor?: string | null;
        };
        LineageView: {
            /** @description Filings that this one replaces, wholly or in part */
            amends: components["schemas"]["LinkedFilingView"][];
            /** @description Filings that replace this one, wholly or in part */
            amended_by: components["schemas"]["LinkedFilingView"][];
        };
        ReviewCounts: {
            /** @description Number of rows according to the document itself */
            expected_rows: number | null;
            /** @description Rows that were read */
            rows: number;
            /** @description Those of them that have a quality flag */
            flagged_rows: number;
        };
        ReviewDocument: {
            sha256: string | null;
            /** @description Its URL on the site */
            url: string;
            /** @description Path of the archived document in this API */
            download: string | null;
        };
        ReviewView: {
            /** Format: uuid */
            id: string;
            /**
             * @description outdated: a later reading left nothing to decide
             * @enum {string}
             */
            status: "open" | "accepted" | "corrected" | "rejected" | "outdated";
            /** @enum {string} */
            chamber: "senate" | "house";
            /** @description Increases when the document is read differently while the review is open */
            version: number;
            /** @description Why a person should look at it */
            reasons: string[];
            /** @description The same as codes, in the same order */
            reason_codes: components["schemas"]["ReviewReasonView"][];
            counts: components["schemas"]["ReviewCounts"];
            document: components["schemas"]["ReviewDocument"];
            /** Format: date-time */
            opened_at: string;
            /** @description The task that read the document */
            opened_by_task: string;
            filing: components["schemas"]["FilingView"];
        };
        ReviewPage: {
            /**
             * @description What the law says about the use of disclosures
             * @example Under 5 U.S.C. § 13107(c) it is unlawful to obtain or use a report for any unlawful purpose, for any commercial purpose other than by news and communications media for dissemination to the general public, for determining or establishing the credit rating of any individual, or for use, directly or indirectly, in the solicitation of money for any political, charitable or other purpose.
             */
            notice: string;
            data: components["schemas"]["ReviewView"][];
            /** @description `cursor` of the next page; null on the last page */
            next_cursor: string | null;
        };
        ReviewChangeView: {
            /** Format: uuid */
            trade_id: string;
            /** @description The revision that has the new value */
            revision: number;
            /** @example owner */
            field: string;
            old: (string | number | boolean | unknown[] | {
                [key: string]: unknown;
            }) | null;
            new: (string | number | boolean | unknown[] | {
                [key: string]: unknown;
            }) | null;
            reason: string | null;
        };
        ReviewDecisionView: {
            /** Format: uuid */
            review_id: string;
            /** @enum {string} */
            decision: "accepted" | "corrected" | "rejected";
            by: string;
            reason: string | null;
            /** Format: date-time */
            at: string;
            changes: components["schemas"]["ReviewChangeView"][];
        };
        ReviewDetailView: {
            /** Format: uuid */
            id: string;
            /**
             * @description outdated: a later reading left nothing to decide
             * @enum {string}
             */
            status: "open" | "accepted" | "corrected" | "rejected" | "outdated";
            /** @enum {string} */
            chamber: "senate" | "house";
            /** @description Increases when the document is read differently while the review is open */
            version: number;
            /** @description Why a person should look at it */
            reasons: string[];
            /** @description The same as codes, in the same order */
            reason_codes: components["schemas"]["ReviewReasonView"][];
            counts: components["schemas"]["ReviewCounts"];
            document: components["schemas"]["ReviewDocument"];
            /** Format: date-time */
            opened_at: string;
            /** @description The task that read the document */
            opened_by_task: string;
            filing: components["schemas"]["FilingView"];
            /** @description The current rows, in document order */
            transactions: components["schemas"]["TransactionView"][];
            /** @description All decisions about the filing, oldest first */
            decisions: components["schemas"]["ReviewDecisionView"][];
            /** @description What the law says about the use of disclosures */
            notice: string;
        };
        AcceptBody: {
            /** @description Who decides */
            by: string;
            /** @description The `version` of the review that you looked at; the decision is refused if it has changed since */
            version?: number;
            /** @description Why */
            reason?: string;
        };
        ChangeBody: {
            /** Format: uuid */
            trade_id: string;
            /** @description The revision that you looked at */
            revision: number;
            /** @enum {string} */
            field: "source_row_id" | "owner" | "asset_name" | "asset_type" | "ticker" | "type" | "traded_on" | "notified_on" | "amount_min" | "amount_max" | "amount_over" | "option" | "bond" | "exchange" | "cap_gains_over_200" | "row_status" | "description" | "comment" | "subholding" | "location";
            /** @description As the API shows the field; null for no value */
            value: (string | number | boolean | unknown[] | {
                [key: string]: unknown;
            }) | null;
            /** @description Why, if the common reason does not apply */
            reason?: string;
        };
        CorrectBody: {
            /** @description Who decides */
            by: string;
            /** @description The `version` of the review that you looked at; the decision is refused if it has changed since */
            version?: number;
            /** @description Why */
            reason: string;
            changes: components["schemas"]["ChangeBody"][];
        };
        RejectBody: {
            /** @description Who decides */
            by: string;
            /** @description The `version` of the review that you looked at; the decision is refused if it has changed since */
            version?: number;
            /** @description Why; it stays with the filing */
            reason: string;
        };
        CoverageCountsView: {
            /** @description parsed + paper + needs_review + unavailable + failed + waiting */
            listed: number;
            parsed: number;
            /** @description Scans: archived, not read */
            paper: number;
            /** @description Stored, but doubted by a gate or rejected by a reviewer */
            needs_review: number;
            /** @description Listed, but the site has no document yet */
            unavailable: number;
            /** @description Could not be fetched or read; the next scrape tries again */
            failed: number;
            /** @description Listed, but not fetched yet: left by an interrupted scrape */
            waiting: number;
            /** @description Current trades */
            transactions: number;
            /** @description Those of them that were filed more than 45 days after the trade */
            late: number;
            /** Format: date */
            first_filed_on: string | null;
            /** Format: date */
            last_filed_on: string | null;
        };
        DayRange: {
            /** Format: date */
            from: string;
            /** Format: date */
            to: string;
        };
        CoverageMonthView: {
            /** @description parsed + paper + needs_review + unavailable + failed + waiting */
            listed: number;
            parsed: number;
            /** @description Scans: archived, not read */
            paper: number;
            /** @description Stored, but doubted by a gate or rejected by a reviewer */
            needs_review: number;
            /** @description Listed, but the site has no document yet */
            unavailable: number;
            /** @description Could not be fetched or read; the next scrape tries again */
            failed: number;
            /** @description Listed, but not fetched yet: left by an interrupted scrape */
            waiting: number;
            /** @description Current trades */
            transactions: number;
            /** @description Those of them that were filed more than 45 days after the trade */
            late: number;
            /** Format: date */
            first_filed_on: string | null;
            /** Format: date */
            last_filed_on: string | null;
            /**
             * @description Month of filing
             * @example 2026-11
             */
            month: string;
            /**
             * Format: date
             * @description First requested day of the month
             */
            from: string;
            /**
             * Format: date
             * @description Last requested day of the month
             */
            to: string;
            /**
             * @description Whether scrapes have covered all of these days
             * @enum {string}
             */
            scraped: "whole" | "partly" | "never";
            /** @description Days that no scrape has covered since they ended, both ends included */
            missing_days: components["schemas"]["DayRange"][];
        };
        ChamberCoverage: {
            /** @enum {string} */
            chamber: "senate" | "house";
            /** @description All months and the filings without a date */
            totals: components["schemas"]["CoverageCountsView"];
            /** @description Filings whose date can’t be read */
            undated: components["schemas"]["CoverageCountsView"] | null;
            /**
             * @example [
             *       "2025-08"
             *     ]
             */
            never_scraped: string[];
            /**
             * @example [
             *       "2026-11"
             *     ]
             */
            partly_scraped: string[];
            months: components["schemas"]["CoverageMonthView"][];
        };
        CoverageView: {
            /** Format: date */
            from: string;
            /** Format: date */
            to: string;
            chambers: components["schemas"]["ChamberCoverage"][];
        };
        LateCountsView: {
            /** @description Disclosed late */
            late: number;
            /** @description Disclosed in time */
            in_time: number;
            /** @description A date is missing or impossible, so nobody can say */
            unknown: number;
            /** @description Not judged: they amend an earlier trade, or do not say whether they do */
            not_judged: number;
        };
        LateMemberView: {
            /** @description Null where the filer is not matched to a member */
            bioguide: string | null;
            /** @description As the member writes it; of others, as the filing has it */
            name: string;
            chambers: ("senate" | "house")[];
            late_trades: number;
            in_time_trades: number;
            /** @description A date is missing or impossible */
            unknown_trades: number;
            /** @description Days past the limit, of the latest trade */
            worst_days: number;
            /**
             * Format: date
             * @description When the last late trade was disclosed
             */
            last_filed_on: string;
        };
        LateTradeView: {
            /**
             * Format: uuid
             * @description Never changes, also when the document is read again
             */
            id: string;
            /** @description Increases when a later reading differs */
            revision: number;
            /** Format: uuid */
            filing_id: string;
            /** @description Position in document order, from 1 */
            ordinal: number;
            /** @description The row id that the House prints on amended and deleted rows */
            source_row_id: string | null;
            owner_raw: string;
            /** @enum {string|null} */
            owner: "self" | "spouse" | "joint" | "dependent" | null;
            asset_name_raw: string;
            asset_name: string;
            asset_type: string | null;
            ticker_raw: string | null;
            ticker: string | null;
            /** @example document */
            ticker_source: string | null;
            type_raw: string;
            /** @enum {string|null} */
            type: "purchase" | "sale" | "sale_partial" | "exchange" | null;
            traded_on_raw: string;
            /** Format: date */
            traded_on: string | null;
            notified_on_raw: string | null;
            /** Format: date */
            notified_on: string | null;
            amount_raw: string;
            /** @description US dollars */
            amount_min: number | null;
            /** @description US dollars; null for an open-ended band */
            amount_max: number | null;
            /** @description An open-ended band, such as "Over $50,000,000" */
            amount_over: boolean;
            option: components["schemas"]["OptionView"] | null;
            bond: components["schemas"]["BondView"] | null;
            exchange: components["schemas"]["ExchangeView"] | null;
            cap_gains_over_200: boolean | null;
            /** @enum {string|null} */
            row_status: "new" | "amended" | "deleted" | null;
            description: string | null;
            comment: string | null;
            subholding: string | null;
            location: string | null;
            /** @description Days from the trade to the filing; null if a date is missing or impossible */
            days_to_file: number | null;
            late: boolean | null;
            /** @description Whether it counts: false for a row that another filing amends or withdraws, and for one that deletes another */
            is_current: boolean;
            /** @description What is doubtful about the row. `unknown_owner`: the owner is not one of those on the form; `unknown_type`: the type is not one of those on the form; `unknown_band`: the amount is neither a band on the form nor an exact sum; `invalid_trade_date`: the transaction date is not a calendar date; `invalid_notification_date`: the notification date is not a calendar date; `impossible_trade_date`: the transaction date is before 2012, when PTRs began, or more than a year after the report: days_to_file and late are null; `impossible_notification_date`: the same for the notification date; `traded_after_notified`: the trade is dated after its notification; `traded_after_signed`: the trade is dated after the report was signed; `traded_after_filed`: the trade is dated after the report was filed; `unknown_row_status`: the filing status is not New, Amended or Deleted; `missing_asset`: the row names no asset; `unknown_asset_lines`: the asset cell has unknown lines; `unknown_ticker`: the ticker cell has a text that is not a ticker; `exchange_without_counterpart`: the exchange names only one asset; `missing_cap_gains_box`: the box "Cap. Gains > $200?" is missing; `case_scrambled`: the document scrambles upper and lower case; the texts are not as the filer wrote them; `case_restored`: name and ticker have the upper and lower case of the drawn letters; `unreadable_characters`: a text has unreadable characters, replaced by U+FFFD; `corrected_by_reviewer`: a reviewer corrected a field. */
            quality_flags: ("unknown_owner" | "unknown_type" | "unknown_band" | "invalid_trade_date" | "invalid_notification_date" | "impossible_trade_date" | "impossible_notification_date" | "traded_after_notified" | "traded_after_signed" | "traded_after_filed" | "unknown_row_status" | "missing_asset" | "unknown_asset_lines" | "unknown_ticker" | "exchange_without_counterpart" | "missing_cap_gains_box" | "case_scrambled" | "case_restored" | "unreadable_characters" | "corrected_by_reviewer")[];
            provenance: components["schemas"]["ProvenanceView"];
            /** Format: date-time */
            first_seen_at: string;
            /** @description The task that first stored it */
            first_task_id: string;
            /**
             * Format: date-time
             * @description When this revision was stored
             */
            recorded_at: string;
            filing: components["schemas"]["FilingView"];
            /** @description Days past the 45 after the trade; 0: within them */
            days_past_trade_limit: number;
            /** @description Days past the 30 after the notice; 0: within them; null: no date of it is known, or one before the trade */
            days_past_notice_limit: number | null;
        };
        LatePage: {
            /**
             * @description What the law says about the use of disclosures
             * @example Under 5 U.S.C. § 13107(c) it is unlawful to obtain or use a report for any unlawful purpose, for any commercial purpose other than by news and communications media for dissemination to the general public, for determining or establishing the credit rating of any individual, or for use, directly or indirectly, in the solicitation of money for any political, charitable or other purpose.
             */
            notice: string;
            /** @description Of all trades that the filters match, on whatever page */
            counts: components["schemas"]["LateCountsView"];
            /** @description Of all pages; who was late most often comes first */
            members: components["schemas"]["LateMemberView"][];
            data: components["schemas"]["LateTradeView"][];
            /** @description `cursor` of the next page; null on the last page */
            next_cursor: string | null;
        };
        MemberTermView: {
            /** @enum {string} */
            chamber: "senate" | "house";
            /** @example CA */
            state: string;
            /** @description House only; 0 if the state is one district */
            district: number | null;
            party: string | null;
            /** Format: date */
            from: string;
            /**
             * Format: date
             * @description The planned end for some members who left early
             */
            to: string;
        };
        MemberView: {
            /** @example S900001 */
            bioguide: string;
            /** @description As the member writes it */
            name: string;
            first: string;
            middle: string | null;
            last: string;
            suffix: string | null;
            nickname: string | null;
            /** @description Earliest first */
            terms: components["schemas"]["MemberTermView"][];
        };
        MemberPage: {
            data: components["schemas"]["MemberView"][];
            /** @description `cursor` of the next page; null on the last page */
            next_cursor: string | null;
        };
        MemberCandidateView: {
            /**
             * @description `surname`: has the surname and sat at about that time; `seat`: held the seat
             * @enum {string}
             */
            reason: "surname" | "seat";
            member: components["schemas"]["MemberView"];
        };
        UnmatchedFilingView: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            chamber: "senate" | "house";
            /** @description House DocID or Senate UUID */
            external_id: string;
            /** @example ptr */
            filing_type: string;
            title_raw: string;
            filer_name_raw: string;
            office_raw: string;
            /** @example CA14 */
            state_district: string | null;
            member: components["schemas"]["FilingMemberView"];
            filed_at_raw: string;
            /** Format: date */
            filed_on: string | null;
            /** Format: date */
            signed_on: string | null;
            /** @enum {string|null} */
            format: "electronic" | "paper" | null;
            amendment_no: number | null;
            /** @enum {string} */
            status: "listed" | "parsed" | "paper" | "needs_review" | "unavailable" | "failed";
            /** @description Why it could not be fetched or read */
            reason: string | null;
            /** @description Why a person should look at it */
            review_reasons: string[];
            /** @description The same as codes, in the same order */
            review_reason_codes: components["schemas"]["ReviewReasonView"][];
            /** @description What is doubtful about the filing. `case_scrambled`: the document scrambles upper and lower case; its texts are not as the filer wrote them; `unknown_filing_time`: the page states no filing time; `unreadable_listing`: the site’s listing has unreadable characters, replaced by U+FFFD; `invalid_filing_date`: no PTR can have been filed on the listing’s date; filed_on is null. */
            quality_flags: ("case_scrambled" | "unknown_filing_time" | "unreadable_listing" | "invalid_filing_date")[];
            parser_version: string | null;
            /** @description Number of rows according to the document itself */
            expected_rows: number | null;
            document_url: string;
            /** @description SHA-256 of the archived document */
            document_sha256: string | null;
            /** Format: date-time */
            first_seen_at: string;
            /** @description The task that first saw it in a listing */
            first_task_id: string;
            /** Format: date-time */
            last_tried_at: string | null;
            /** @description Members it may be, in no order */
            candidates: components["schemas"]["MemberCandidateView"][];
        };
        UnmatchedPage: {
            /**
             * @description What the law says about the use of disclosures
             * @example Under 5 U.S.C. § 13107(c) it is unlawful to obtain or use a report for any unlawful purpose, for any commercial purpose other than by news and communications media for dissemination to the general public, for determining or establishing the credit rating of any individual, or for use, directly or indirectly, in the solicitation of money for any political, charitable or other purpose.
             */
            notice: string;
            data: components["schemas"]["UnmatchedFilingView"][];
            /** @description `cursor` of the next page; null on the last page */
            next_cursor: string | null;
        };
        MemberAliasView: {
            /** @enum {string} */
            applies_to: "filer" | "filing";
            /**
             * Format: uuid
             * @description The filing that it was decided on
             */
            filing_id: string;
            /** @enum {string} */
            chamber: "senate" | "house";
            filer_name_raw: string;
            state_district: string | null;
            /**
             * Format: date
             * @description First filing date that it applies to
             */
            valid_from: string | null;
            /**
             * Format: date
             * @description Last filing date that it applies to
             */
            valid_to: string | null;
            decided_by: string;
            reason: string;
            /** Format: date-time */
            decided_at: string;
            /**
             * Format: date-time
             * @description When a later decision replaced it
             */
            superseded_at: string | null;
        };
        MemberCountsView: {
            filings: number;
            /** @description Current transactions */
            trades: number;
            /** Format: date */
            first_filed_on: string | null;
            /** Format: date */
            last_filed_on: string | null;
        };
        MemberWithFilingsView: {
            /** @example S900001 */
            bioguide: string;
            /** @description As the member writes it */
            name: string;
            first: string;
            middle: string | null;
            last: string;
            suffix: string | null;
            nickname: string | null;
            /** @description Earliest first */
            terms: components["schemas"]["MemberTermView"][];
            /** @description Decided by hand, newest first */
            aliases: components["schemas"]["MemberAliasView"][];
            counts: components["schemas"]["MemberCountsView"];
        };
        MemberDecisionBody: {
            /** @description The member’s bioguide id; null: no member filed this */
            bioguide: string | null;
            /** @description Who decides */
            by: string;
            /** @description Why, for those who look at it later */
            reason: string;
            /**
             * @description `filer`: also all other filings under this name, district and chamber in the same term; `filing`: only this one
             * @default filer
             * @enum {string}
             */
            applies_to: "filer" | "filing";
        };
        MemberDecisionView: {
            filing: components["schemas"]["FilingView"];
            /** @description How many filings the decision changed, including this one */
            changed: number;
        };
        AuditEntryView: {
            /** Format: uuid */
            id: string;
            /** Format: date-time */
            at: string;
            /**
             * @description `open`: nobody has to sign in; `bus`: a message on NATS; `unknown`: no accepted credentials
             * @enum {string}
             */
            actor_kind: "key" | "session" | "open" | "cli" | "bus" | "unknown";
            actor_id: string | null;
            actor_name: string | null;
            role: string | null;
            /** @enum {string} */
            action: "task.scrape" | "task.check" | "task.reparse" | "task.cancel" | "task.retry" | "task.terminate" | "queue.purge" | "dead-letter.replay" | "dead-letter.delete" | "schedule.edit" | "schedule.delete" | "schedule.pause" | "schedule.resume" | "schedule.run" | "schedule.reset" | "site.pause" | "site.resume" | "worker.drain" | "worker.restart" | "review.accept" | "review.correct" | "review.reject" | "lineage.decide" | "member.decide" | "members.import" | "members.match" | "key.make" | "key.revoke" | "session.start" | "session.end";
            /** @description What was acted upon, e.g. the id of a task */
            target: string | null;
            /** @description Fields of the request, without secrets */
            params: {
                [key: string]: unknown;
            };
            /**
             * @description `refused`: 401, 403, 421 or 429; `failed`: any other error
             * @enum {string}
             */
            result: "ok" | "refused" | "failed";
            /** @description HTTP status of the answer */
            status: number | null;
            /** @description Kind of the problem: the end of its `type` */
            problem: string | null;
            /** @enum {string} */
            source: "rest" | "dashboard" | "cli" | "bus";
            /** @description Address of the client */
            address: string | null;
            request_id: string | null;
            trace_id: string | null;
            /** @description More than 1 for repeated refusals that were counted */
            count: number;
        };
        AuditPage: {
            data: components["schemas"]["AuditEntryView"][];
            /** @description `cursor` of the next page; null on the last page */
            next_cursor: string | null;
        };
        LiveReady: {
            /** @description False while NATS is away: nothing changes here then, whatever the workers do */
            connected: boolean;
            /** @description How many there are; null if NATS did not say yet */
            dead_letters: number | null;
            /** @description What the law says about the use of disclosures */
            notice: string;
        };
        LiveReset: {
            /**
             * @description `other_gateway`: the place is from another gateway, or from before its restart; `too_old`: more has happened since than is kept, or the client reads too slowly; `tasks_removed`: KV lost tasks
             * @enum {string}
             */
            reason: "other_gateway" | "too_old" | "tasks_removed";
        };
        LiveNats: {
            /** @description False while NATS is away: nothing changes here then, whatever the workers do */
            connected: boolean;
        };
        LiveGoneWorker: {
            id: string;
        };
        LiveDamagedSchedule: {
            name: string;
            reason: string;
        };
        LiveGoneSchedule: {
            name: string;
        };
        LiveDeadLetters: {
            count: number;
        };
        AnnouncedTrade: {
            /** Format: uuid */
            trade_id: string;
            revision: number;
            is_current: boolean;
            /** Format: uuid */
            filing_id: string;
            /** @enum {string} */
            chamber: "senate" | "house";
            external_id: string;
            ordinal: number;
            filer_name: string | null;
            /** @description Null where the member was not known for sure */
            bioguide: string | null;
            /** Format: date */
            filed_on: string | null;
            /** @enum {string|null} */
            owner: "self" | "spouse" | "joint" | "dependent" | null;
            asset_name: string;
            asset_type: string | null;
            ticker: string | null;
            /** @enum {string|null} */
            type: "purchase" | "sale" | "sale_partial" | "exchange" | null;
            /** Format: date */
            traded_on: string | null;
            /** @description US dollars */
            amount_min: number | null;
            /** @description US dollars */
            amount_max: number | null;
            amount_over: boolean;
            /** @enum {string|null} */
            row_status: "new" | "amended" | "deleted" | null;
            /** Format: uuid */
            successor_trade_id: string | null;
        };
        LiveTrade: {
            /** @description Of the announcement: the id and revision of the trade */
            id: string;
            /** @enum {string} */
            type: "rotunda.trade.new" | "rotunda.trade.amended" | "rotunda.trade.withdrawn";
            /** Format: date-time */
            time: string;
            /** @enum {string} */
            chamber: "senate" | "house";
            /** @description True if the filing is older than a week */
            backfill: boolean;
            /** @description As it was announced on `disclosures.>` */
            data: components["schemas"]["AnnouncedTrade"];
        };
        LiveEvents: {
            /** @description The first event of each stream */
            ready: components["schemas"]["LiveReady"];
            /** @description What was read so far may be out of date: read everything again */
            reset: components["schemas"]["LiveReset"];
            /** @description NATS is away, or there again */
            nats: components["schemas"]["LiveNats"];
            /** @description As `tasks/{id}` shows it; of a group, its children */
            task: components["schemas"]["TaskView"];
            /** @description As `workers/{worker}` shows it; at each heartbeat, every ten seconds, and at each change */
            worker: components["schemas"]["WorkerView"];
            /** @description It stopped, or has been silent for 30 s */
            "worker-gone": components["schemas"]["LiveGoneWorker"];
            /** @description As `schedules/{name}` shows it, without `last_runs`: these are tasks */
            schedule: components["schemas"]["ScheduleEntry"];
            /** @description Its entry in KV is invalid, and never fires */
            "schedule-damaged": components["schemas"]["LiveDamagedSchedule"];
            /** @description It was deleted */
            "schedule-gone": components["schemas"]["LiveGoneSchedule"];
            /** @description As `sites` shows it */
            site: components["schemas"]["SiteStatusView"];
            /** @description How many there are now */
            "dead-letters": components["schemas"]["LiveDeadLetters"];
            /** @description A trade was announced */
            trade: components["schemas"]["LiveTrade"];
        };
        LastSuccessView: {
            task_id: string;
            /** Format: date-time */
            finished_at: string;
            /** @description That of a scrape */
            result: components["schemas"]["ScrapeResultView"] | components["schemas"]["CheckResultView"] | components["schemas"]["ReparseResultView"];
        };
        StalenessView: {
            /**
             * @description `no_recent_success`: two ticks of a schedule and two hours have passed since the last success; the others: why there is or will be none
             * @enum {string}
             */
            code: "nothing_scheduled" | "schedules_paused" | "chamber_paused" | "never_succeeded" | "no_recent_success";
            params: {
                [key: string]: string;
            };
            message: string;
        };
        NextRunView: {
            /** @example daily */
            schedule: string;
            /** Format: date-time */
            at: string;
        };
        ChamberOverview: {
            /** @enum {string} */
            chamber: "senate" | "house";
            /** @description The scrape that succeeded last, even in part */
            last_success: components["schemas"]["LastSuccessView"] | null;
            /** @description The scrape that was queued last, whatever its state */
            last_run: components["schemas"]["TaskView"] | null;
            /** @description Null: the data are as recent as scheduled */
            stale: components["schemas"]["StalenessView"] | null;
            /** @description The next scrape; null: none is scheduled */
            next_run: components["schemas"]["NextRunView"] | null;
            /** @description Ids of the tasks that run now, of any kind, the last queued first */
            running: string[];
        };
        OverviewView: {
            chambers: components["schemas"]["ChamberOverview"][];
            /** Format: date-time */
            at: string;
        };
        ThroughputPoint: {
            /** @description Runs that ended: success + failure + revoked */
            runs: number;
            success: number;
            failure: number;
            /** @description Cancelled or expired */
            revoked: number;
            /** @description Median time from queued to started, in ms; null: none started */
            wait_p50_ms: number | null;
            wait_p95_ms: number | null;
            /** @description Median time from started to finished, with retries, in ms */
            duration_p50_ms: number | null;
            duration_p95_ms: number | null;
            /**
             * Format: date-time
             * @description The beginning of its interval
             */
            at: string;
        };
        KindThroughput: {
            /** @description Runs that ended: success + failure + revoked */
            runs: number;
            success: number;
            failure: number;
            /** @description Cancelled or expired */
            revoked: number;
            /** @description Median time from queued to started, in ms; null: none started */
            wait_p50_ms: number | null;
            wait_p95_ms: number | null;
            /** @description Median time from started to finished, with retries, in ms */
            duration_p50_ms: number | null;
            duration_p95_ms: number | null;
            /** @enum {string} */
            chamber: "senate" | "house";
            /** @enum {string} */
            name: "scrape" | "check" | "reparse";
            /** @example tasks.house.scrape */
            task_name: string;
            /** @description Retries of these runs */
            retries: number;
            /** @description One for each interval, the oldest first */
            points: components["schemas"]["ThroughputPoint"][];
        };
        ThroughputView: {
            /** @enum {string} */
            period: "hour" | "day" | "quarter";
            /**
             * Format: date-time
             * @description Runs that ended at this time or later
             */
            from: string;
            /**
             * Format: date-time
             * @description Now: the last interval is not over
             */
            to: string;
            /** @description The length of the intervals of the points */
            bucket_seconds: number;
            /** @description By chamber and kind; without those of which no run ended */
            kinds: components["schemas"]["KindThroughput"][];
        };
        Versions: {
            /**
             * @description Of the gateway
             * @example 0.1.0
             */
            gateway: string;
            /**
             * @description Of the Node.js that runs the gateway
             * @example 24.4.0
             */
            node: string;
            /**
             * @description Null while NATS is away
             * @example 2.12.0
             */
            nats_server: string | null;
            /**
             * @description Null while Postgres is away
             * @example 18.1
             */
            postgres: string | null;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    KeysController_list: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KeyList"];
                };
            };
            /** @description A key or a session is needed, or the one sent is not valid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role is too small (`needed_role`), or a foreign page asks */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests, or too many wrong keys; Retry-After says when to try again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NATS or Postgres is unavailable, or the queue is full; Retry-After says when to try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    KeysController_make: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewKeyBody"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MadeKeyView"];
                };
            };
            /** @description A key or a session is needed, or the one sent is not valid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role is too small (`needed_role`), or a foreign page asks */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The content type is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Well-formed JSON with invalid fields; `errors` lists them */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests, or too many wrong keys; Retry-After says when to try again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NATS or Postgres is unavailable, or the queue is full; Retry-After says when to try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    KeysController_revoke: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A key or a session is needed, or the one sent is not valid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role is too small (`needed_role`), or a foreign page asks */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests, or too many wrong keys; Retry-After says when to try again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NATS or Postgres is unavailable, or the queue is full; Retry-After says when to try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    SessionController_show: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionView"];
                };
            };
            /** @description A key or a session is needed, or the one sent is not valid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests, or too many wrong keys; Retry-After says when to try again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NATS or Postgres is unavailable, or the queue is full; Retry-After says when to try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    SessionController_begin: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SignInBody"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionView"];
                };
            };
            /** @description A key or a session is needed, or the one sent is not valid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role is too small (`needed_role`), or a foreign page asks */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The content type is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Well-formed JSON with invalid fields; `errors` lists them */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests, or too many wrong keys; Retry-After says when to try again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NATS or Postgres is unavailable, or the queue is full; Retry-After says when to try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    SessionController_end: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The role is too small (`needed_role`), or a foreign page asks */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests, or too many wrong keys; Retry-After says when to try again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NATS or Postgres is unavailable, or the queue is full; Retry-After says when to try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    TaskCommandsController_scrape: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key gives the same task */
                "Idempotency-Key"?: string;
            };
            path: {
                chamber: "senate" | "house" | "all";
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /**
                     * @description The window starts this many days before end_date
                     * @default 1
                     */
                    days_back?: number | null;
                    /**
                     * Format: date
                     * @description First day of the window, overrides days_back; not before 2012-01-01, when PTRs began
                     */
                    start_date?: string | null;
                    /**
                     * Format: date
                     * @description Last day of the window; default: today in Washington
                     */
                    end_date?: string | null;
                    /** @description Also collects listed filings that were never seen before, whatever their date */
                    include_unknown?: boolean | null;
                    /** @description Starts the window no later than two weeks before the end of the last such scrape, to leave no gap */
                    since_last_success?: boolean | null;
                    /**
                     * Format: date-time
                     * @description Instant, with its zone; a command that no worker has started by then becomes REVOKED
                     */
                    expires_at?: string | null;
                    /** @description The group that the task is a child of */
                    group?: {
                        /** @description Id of the group */
                        id: string;
                        /** @description Number of children in the group */
                        size: number;
                        /** @description The command that was split into the group; written by Rotunda */
                        whole?: {
                            [key: string]: unknown;
                        };
                    } | null;
                    /** @description While an identical command is queued or running, returns its task instead of queueing another */
                    unique?: boolean | null;
                };
            };
        };
        responses: {
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "task_id": "4e0f8a52-9c1d-4c55-8a6e-0f3b7d2c91aa",
                     *       "status": "queued",
                     *       "message": "The house’s filings from 2026-11-16 to 2026-11-23 will be scraped."
                     *     }
                     */
                    "application/json": components["schemas"]["QueuedTaskView"];
                };
            };
            /** @description Malformed JSON, or an invalid path, query or header parameter */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A key or a session is needed, or the one sent is not valid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role is too small (`needed_role`), or a foreign page asks */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The content type is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Well-formed JSON with invalid fields; `errors` lists them */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests, or too many wrong keys; Retry-After says when to try again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NATS or Postgres is unavailable, or the queue is full; Retry-After says when to try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    TaskCommandsController_check: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key gives the same task */
                "Idempotency-Key"?: string;
            };
            path: {
                chamber: "senate" | "house" | "all";
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /**
                     * Format: date-time
                     * @description Instant, with its zone; a command that no worker has started by then becomes REVOKED
                     */
                    expires_at?: string | null;
                    /** @description The group that the task is a child of */
                    group?: {
                        /** @description Id of the group */
                        id: string;
                        /** @description Number of children in the group */
                        size: number;
                        /** @description The command that was split into the group; written by Rotunda */
                        whole?: {
                            [key: string]: unknown;
                        };
                    } | null;
                    /** @description While an identical command is queued or running, returns its task instead of queueing another */
                    unique?: boolean | null;
                };
            };
        };
        responses: {
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QueuedTaskView"];
                };
            };
            /** @description Malformed JSON, or an invalid path, query or header parameter */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A key or a session is needed, or the one sent is not valid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role is too small (`needed_role`), or a foreign page asks */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The content type is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Well-formed JSON with invalid fields; `errors` lists them */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests, or too many wrong keys; Retry-After says when to try again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NATS or Postgres is unavailable, or the queue is full; Retry-After says when to try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    TaskCommandsController_reparse: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key gives the same task */
                "Idempotency-Key"?: string;
            };
            path: {
                chamber: "senate" | "house" | "all";
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /** @description House DocIDs or Senate UUIDs; default: all archived filings */
                    external_ids?: string[] | null;
                    /**
                     * Format: date
                     * @description Filed on this day or later
                     */
                    filed_from?: string | null;
                    /**
                     * Format: date
                     * @description Filed on this day or earlier
                     */
                    filed_to?: string | null;
                    /** @description Only filings last parsed by another version of the parser */
                    parser_version_not?: string | null;
                    /** @description Stores the differences; ids stay, and the old values are kept as superseded revisions */
                    apply?: boolean | null;
                    /**
                     * Format: date-time
                     * @description Instant, with its zone; a command that no worker has started by then becomes REVOKED
                     */
                    expires_at?: string | null;
                    /** @description The group that the task is a child of */
                    group?: {
                        /** @description Id of the group */
                        id: string;
                        /** @description Number of children in the group */
                        size: number;
                        /** @description The command that was split into the group; written by Rotunda */
                        whole?: {
                            [key: string]: unknown;
                        };
                    } | null;
                    /** @description While an identical command is queued or running, returns its task instead of queueing another */
                    unique?: boolean | null;
                };
            };
        };
        responses: {
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QueuedTaskView"];
                };
            };
            /** @description Malformed JSON, or an invalid path, query or header parameter */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A key or a session is needed, or the one sent is not valid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role is too small (`needed_role`), or a foreign page asks */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The content type is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Well-formed JSON with invalid fields; `errors` lists them */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests, or too many wrong keys; Retry-After says when to try again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NATS or Postgres is unavailable, or the queue is full; Retry-After says when to try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    TaskStatusController_status: {
        parameters: {
            query?: {
                /** @description Seconds to wait for the task to end */
                wait?: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TaskStatusView"];
                };
            };
            /** @description Malformed JSON, or an invalid path, query or header parameter */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A key or a session is needed, or the one sent is not valid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role is too small (`needed_role`), or a foreign page asks */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests, or too many wrong keys; Retry-After says when to try again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NATS or Postgres is unavailable, or the queue is full; Retry-After says when to try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    TaskCancelController_cancel: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CancelledTaskView"];
                };
            };
            /** @description Malformed JSON, or an invalid path, query or header parameter */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A key or a session is needed, or the one sent is not valid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role is too small (`needed_role`), or a foreign page asks */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too late: it has already ended, or was already decided or changed */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests, or too many wrong keys; Retry-After says when to try again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NATS or Postgres is unavailable, or the queue is full; Retry-After says when to try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    TaskSteeringController_purge: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["CommandFilters"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PurgedView"];
                };
            };
            /** @description A key or a session is needed, or the one sent is not valid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role is too small (`needed_role`), or a foreign page asks */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The content type is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Well-formed JSON with invalid fields; `errors` lists them */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests, or too many wrong keys; Retry-After says when to try again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NATS or Postgres is unavailable, or the queue is full; Retry-After says when to try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    TaskSteeringController_retry: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RetriedTaskView"];
                };
            };
            /** @description Malformed JSON, or an invalid path, query or header parameter */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A key or a session is needed, or the one sent is not valid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role is too small (`needed_role`), or a foreign page asks */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too late: it has already ended, or was already decided or changed */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests, or too many wrong keys; Retry-After says when to try again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NATS or Postgres is unavailable, or the queue is full; Retry-After says when to try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    TaskSteeringController_terminate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TerminatedTaskView"];
                };
            };
            /** @description Malformed JSON, or an invalid path, query or header parameter */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A key or a session is needed, or the one sent is not valid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role is too small (`needed_role`), or a foreign page asks */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too late: it has already ended, or was already decided or changed */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests, or too many wrong keys; Retry-After says when to try again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NATS or Postgres is unavailable, or the queue is full; Retry-After says when to try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    TaskSteeringController_why: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WhyView"];
                };
            };
            /** @description Malformed JSON, or an invalid path, query or header parameter */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A key or a session is needed, or the one sent is not valid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role is too small (`needed_role`), or a foreign page asks */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests, or too many wrong keys; Retry-After says when to try again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NATS or Postgres is unavailable, or the queue is full; Retry-After says when to try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    BulkController_retry: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BulkBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BulkView"];
                };
            };
            /** @description A key or a session is needed, or the one sent is not valid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role is too small (`needed_role`), or a foreign page asks */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The content type is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Well-formed JSON with invalid fields; `errors` lists them */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests, or too many wrong keys; Retry-After says when to try again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NATS or Postgres is unavailable, or the queue is full; Retry-After says when to try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    BulkController_cancel: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BulkBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BulkView"];
                };
            };
            /** @description A key or a session is needed, or the one sent is not valid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role is too small (`needed_role`), or a foreign page asks */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The content type is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Well-formed JSON with invalid fields; `errors` lists them */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests, or too many wrong keys; Retry-After says when to try again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NATS or Postgres is unavailable, or the queue is full; Retry-After says when to try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    TaskListsController_active: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "active_tasks": [
                     *         {
                     *           "worker": "house-scraper@host",
                     *           "task_id": "4e0f8a52-9c1d-4c55-8a6e-0f3b7d2c91aa",
                     *           "task_name": "tasks.house.scrape",
                     *           "args": [],
                     *           "kwargs": {
                     *             "days_back": 7
                     *           }
                     *         }
                     *       ],
                     *       "worker_count": 2,
                     *       "active": [
                     *         {
                     *           "worker": "house-scraper@host",
                     *           "task_id": "4e0f8a52-9c1d-4c55-8a6e-0f3b7d2c91aa",
                     *           "task_name": "tasks.house.scrape",
                     *           "args": [],
                     *           "kwargs": {
                     *             "days_back": 7
                     *           }
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["ActiveTaskList"];
                };
            };
            /** @description A key or a session is needed, or the one sent is not valid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role is too small (`needed_role`), or a foreign page asks */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests, or too many wrong keys; Retry-After says when to try again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    TaskListsController_scheduled: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "scheduled_tasks": [
                     *         {
                     *           "worker": "house-scraper-2@host",
                     *           "task_id": "9b1c7f30-52aa-4d8e-b0f4-6a1de2c83b47",
                     *           "task_name": "tasks.house.scrape",
                     *           "args": [],
                     *           "kwargs": {
                     *             "days_back": 1
                     *           },
                     *           "eta": "2026-11-23T14:05:00.000Z"
                     *         },
                     *         {
                     *           "worker": "scheduler",
                     *           "task_id": "daily-house-20261124T020000Z",
                     *           "task_name": "tasks.house.scrape",
                     *           "args": [],
                     *           "kwargs": {
                     *             "days_back": 1,
                     *             "since_last_success": true
                     *           },
                     *           "eta": "2026-11-24T02:00:00.000Z"
                     *         }
                     *       ],
                     *       "worker_count": 2,
                     *       "scheduled": [
                     *         {
                     *           "worker": "house-scraper-2@host",
                     *           "task_id": "9b1c7f30-52aa-4d8e-b0f4-6a1de2c83b47",
                     *           "task_name": "tasks.house.scrape",
                     *           "args": [],
                     *           "kwargs": {
                     *             "days_back": 1
                     *           },
                     *           "eta": "2026-11-23T14:05:00.000Z"
                     *         },
                     *         {
                     *           "worker": "scheduler",
                     *           "task_id": "daily-house-20261124T020000Z",
                     *           "task_name": "tasks.house.scrape",
                     *           "args": [],
                     *           "kwargs": {
                     *             "days_back": 1,
                     *             "since_last_success": true
                     *           },
                     *           "eta": "2026-11-24T02:00:00.000Z"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["ScheduledTaskList"];
                };
            };
            /** @description A key or a session is needed, or the one sent is not valid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role is too small (`needed_role`), or a foreign page asks */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests, or too many wrong keys; Retry-After says when to try again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    TaskListsController_stats: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "status": "ok",
                     *       "workers": {
                     *         "house-scraper@host": {
                     *           "id": "house-scraper-host-1f0c9a3e",
                     *           "chamber": "house",
                     *           "pid": 4711,
                     *           "version": "0.1.0",
                     *           "tasks": [
                     *             "scrape",
                     *             "check",
                     *             "reparse"
                     *           ],
                     *           "started": "2026-11-23T08:00:00.000Z",
                     *           "seen": "2026-11-23T14:00:00.000Z",
                     *           "pool_size": 2,
                     *           "memory_mb": 120,
                     *           "active_tasks": 1,
                     *           "processed": 84,
                     *           "total_tasks": {
                     *             "tasks.house.scrape": 12,
                     *             "tasks.house.check": 72
                     *           }
                     *         },
                     *         "house-scraper-2@host": {
                     *           "id": "house-scraper-host-b27d54c8",
                     *           "chamber": "house",
                     *           "pid": 4712,
                     *           "version": "0.1.0",
                     *           "tasks": [
                     *             "scrape",
                     *             "check",
                     *             "reparse"
                     *           ],
                     *           "started": "2026-11-23T08:00:00.000Z",
                     *           "seen": "2026-11-23T14:00:00.000Z",
                     *           "pool_size": 2,
                     *           "memory_mb": 120,
                     *           "active_tasks": 0,
                     *           "processed": 0,
                     *           "total_tasks": {}
                     *         }
                     *       },
                     *       "worker_count": 2,
                     *       "tasks": {
                     *         "PENDING": 0,
                     *         "STARTED": 1,
                     *         "RETRY": 1,
                     *         "SUCCESS": 83,
                     *         "FAILURE": 1,
                     *         "REVOKED": 0
                     *       },
                     *       "queued": 1
                     *     }
                     */
                    "application/json": components["schemas"]["TaskStats"];
                };
            };
            /** @description A key or a session is needed, or the one sent is not valid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role is too small (`needed_role`), or a foreign page asks */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests, or too many wrong keys; Retry-After says when to try again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    TaskListsController_registered: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RegisteredCommandList"];
                };
            };
            /** @description A key or a session is needed, or the one sent is not valid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role is too small (`needed_role`), or a foreign page asks */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests, or too many wrong keys; Retry-After says when to try again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    QueueController_list: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "queues": [
                     *         {
                     *           "chamber": "house",
                     *           "name": "scrape",
                     *           "length": 2,
                     *           "oldest": "2026-11-23T14:00:00.000Z",
                     *           "oldest_seconds": 73.5
                     *         },
                     *         {
                     *           "chamber": "house",
                     *           "name": "check",
                     *           "length": 0,
                     *           "oldest": null,
                     *           "oldest_seconds": 0
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["QueueList"];
                };
            };
            /** @description A key or a session is needed, or the one sent is not valid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role is too small (`needed_role`), or a foreign page asks */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests, or too many wrong keys; Retry-After says when to try again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    TasksHealthController_health: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TasksHealth"];
                };
            };
            /** @description A key or a session is needed, or the one sent is not valid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role is too small (`needed_role`), or a foreign page asks */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests, or too many wrong keys; Retry-After says when to try again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NATS or Postgres is unavailable; the body has the same shape */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TasksHealth"];
                };
            };
        };
    };
    TaskEventsController_follow: {
        parameters: {
            query?: {
                /** @description Only events after the one with this id */
                last_event_id?: number;
                chamber?: "senate" | "house";
                name?: "scrape" | "check" | "reparse";
                state?: "PENDING" | "STARTED" | "RETRY" | "SUCCESS" | "FAILURE" | "REVOKED";
            };
            header?: {
                /** @description Same as `last_event_id` */
                "Last-Event-ID"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The events */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": string;
                };
            };
            /** @description Malformed JSON, or an invalid path, query or header parameter */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A key or a session is needed, or the one sent is not valid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role is too small (`needed_role`), or a foreign page asks */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests, or too many wrong keys; Retry-After says when to try again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NATS or Postgres is unavailable, or the queue is full; Retry-After says when to try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    TaskHistoryController_list: {
        parameters: {
            query?: {
                chamber?: "senate" | "house";
                name?: "scrape" | "check" | "reparse";
                state?: "PENDING" | "STARTED" | "RETRY" | "SUCCESS" | "FAILURE" | "REVOKED";
                /** @description Its worker, or the one that had it last: an id, or a name that this gateway has seen */
                worker?: string;
                /** @description The children of this group */
                group?: string;
                /** @description Code of the error, for example `LayoutChanged` */
                error?: string;
                /** @description A text in the id, the arguments (as JSON), or the code or message of the error, in any case. Of each task the first 2,000 characters are searched */
                q?: string;
                /** @description Queued at this time or later */
                from?: string;
                /** @description Queued before this time */
                to?: string;
                limit?: number;
                /** @description `next_cursor` of the previous page */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TaskPage"];
                };
            };
            /** @description Malformed JSON, or an invalid path, query or header parameter */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A key or a session is needed, or the one sent is not valid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role is too small (`needed_role`), or a foreign page asks */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests, or too many wrong keys; Retry-After says when to try again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NATS or Postgres is unavailable, or the queue is full; Retry-After says when to try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    TaskHistoryController_count: {
        parameters: {
            query?: {
                chamber?: "senate" | "house";
                name?: "scrape" | "check" | "reparse";
                state?: "PENDING" | "STARTED" | "RETRY" | "SUCCESS" | "FAILURE" | "REVOKED";
                /** @description Its worker, or the one that had it last: an id, or a name that this gateway has seen */
                worker?: string;
                /** @description The children of this group */
                group?: string;
                /** @description Code of the error, for example `LayoutChanged` */
                error?: string;
                /** @description A text in the id, the arguments (as JSON), or the code or message of the error, in any case. Of each task the first 2,000 characters are searched */
                q?: string;
                /** @description Queued at this time or later */
                from?: string;
                /** @description Queued before this time */
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TaskCountView"];
                };
            };
            /** @description Malformed JSON, or an invalid path, query or header parameter */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A key or a session is needed, or the one sent is not valid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role is too small (`needed_role`), or a foreign page asks */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests, or too many wrong keys; Retry-After says when to try again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NATS or Postgres is unavailable, or the queue is full; Retry-After says when to try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    TaskHistoryController_show: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TaskView"] | components["schemas"]["TaskGroupView"];
                };
            };
            /** @description Malformed JSON, or an invalid path, query or header parameter */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A key or a session is needed, or the one sent is not valid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role is too small (`needed_role`), or a foreign page asks */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests, or too many wrong keys; Retry-After says when to try again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NATS or Postgres is unavailable, or the queue is full; Retry-After says when to try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    TaskLogsController_show: {
        parameters: {
            query?: {
                /** @description Only events after the one with this id */
                last_event_id?: number;
                /** @description Only the last lines; not for an event stream */
                limit?: number;
            };
            header?: {
                /** @description Same as `last_event_id` */
                "Last-Event-ID"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The lines */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TaskLogView"];
                    "text/plain": string;
                    "text/event-stream": string;
                };
            };
            /** @description Malformed JSON, or an invalid path, query or header parameter */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A key or a session is needed, or the one sent is not valid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role is too small (`needed_role`), or a foreign page asks */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests, or too many wrong keys; Retry-After says when to try again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NATS or Postgres is unavailable, or the queue is full; Retry-After says when to try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    DeadLettersController_list: {
        parameters: {
            query?: {
                limit?: number;
                /** @description `next_cursor` of the previous page */
                cursor?: string;
                chamber?: "senate" | "house";
                name?: "scrape" | "check" | "reparse";
                /** @description Code of the error, for example `LayoutChanged` */
                code?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeadLetterPage"];
                };
            };
            /** @description Malformed JSON, or an invalid path, query or header parameter */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A key or a session is needed, or the one sent is not valid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role is too small (`needed_role`), or a foreign page asks */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests, or too many wrong keys; Retry-After says when to try again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NATS or Postgres is unavailable, or the queue is full; Retry-After says when to try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    DeadLettersController_count: {
        parameters: {
            query?: {
                chamber?: "senate" | "house";
                name?: "scrape" | "check" | "reparse";
                /** @description Code of the error, for example `LayoutChanged` */
                code?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeadLetterCount"];
                };
            };
            /** @description Malformed JSON, or an invalid path, query or header parameter */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A key or a session is needed, or the one sent is not valid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role is too small (`needed_role`), or a foreign page asks */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests, or too many wrong keys; Retry-After says when to try again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NATS or Postgres is unavailable, or the queue is full; Retry-After says when to try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    DeadLettersController_replayAll: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["ReplayFilters"];
            };
        };
        responses: {
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReplayCounts"];
                };
            };
            /** @description A key or a session is needed, or the one sent is not valid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role is too small (`needed_role`), or a foreign page asks */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The content type is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Well-formed JSON with invalid fields; `errors` lists them */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests, or too many wrong keys; Retry-After says when to try again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NATS or Postgres is unavailable, or the queue is full; Retry-After says when to try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    DeadLettersController_replay: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                sequence: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReplayedView"];
                };
            };
            /** @description Malformed JSON, or an invalid path, query or header parameter */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A key or a session is needed, or the one sent is not valid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role is too small (`needed_role`), or a foreign page asks */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too late: it has already ended, or was already decided or changed */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests, or too many wrong keys; Retry-After says when to try again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NATS or Postgres is unavailable, or the queue is full; Retry-After says when to try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    DeadLettersController_remove: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                sequence: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Malformed JSON, or an invalid path, query or header parameter */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A key or a session is needed, or the one sent is not valid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role is too small (`needed_role`), or a foreign page asks */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests, or too many wrong keys; Retry-After says when to try again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NATS or Postgres is unavailable, or the queue is full; Retry-After says when to try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    WorkersController_list: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WorkerList"];
                };
            };
            /** @description A key or a session is needed, or the one sent is not valid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role is too small (`needed_role`), or a foreign page asks */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests, or too many wrong keys; Retry-After says when to try again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    WorkersController_ping: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WorkerPings"];
                };
            };
            /** @description A key or a session is needed, or the one sent is not valid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role is too small (`needed_role`), or a foreign page asks */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests, or too many wrong keys; Retry-After says when to try again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NATS or Postgres is unavailable, or the queue is full; Retry-After says when to try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    WorkersController_show: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Its name or its id */
                worker: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WorkerView"];
                };
            };
            /** @description A key or a session is needed, or the one sent is not valid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role is too small (`needed_role`), or a foreign page asks */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests, or too many wrong keys; Retry-After says when to try again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    WorkersController_drain: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Its name or its id */
                worker: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WorkerView"];
                };
            };
            /** @description A key or a session is needed, or the one sent is not valid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role is too small (`needed_role`), or a foreign page asks */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests, or too many wrong keys; Retry-After says when to try again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NATS or Postgres is unavailable, or the queue is full; Retry-After says when to try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The worker does not answer */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    WorkersController_restart: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Its name or its id */
                worker: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WorkerView"];
                };
            };
            /** @description A key or a session is needed, or the one sent is not valid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role is too small (`needed_role`), or a foreign page asks */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests, or too many wrong keys; Retry-After says when to try again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NATS or Postgres is unavailable, or the queue is full; Retry-After says when to try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The worker does not answer */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    WorkerSamplesController_list: {
        parameters: {
            query?: {
                /** @description Only this worker, by its name */
                worker?: string;
                /** @description From this time on; by default a day ago */
                from?: string;
                /** @description Before this time; by default now */
                to?: string;
                /** @description A sample for so many minutes, with the highest value of each figure */
                step_minutes?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WorkerSampleList"];
                };
            };
            /** @description Malformed JSON, or an invalid path, query or header parameter */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A key or a session is needed, or the one sent is not valid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role is too small (`needed_role`), or a foreign page asks */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests, or too many wrong keys; Retry-After says when to try again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NATS or Postgres is unavailable, or the queue is full; Retry-After says when to try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    SchedulesController_list: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScheduleList"];
                };
            };
            /** @description A key or a session is needed, or the one sent is not valid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role is too small (`needed_role`), or a foreign page asks */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests, or too many wrong keys; Retry-After says when to try again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    SchedulesController_preview: {
        parameters: {
            query?: {
                /** @description Five fields, as in a schedule; exactly one of `cron` and `every` is given */
                cron?: string;
                /** @description An interval, e.g. 15m */
                every?: string;
                /** @description An IANA time zone for `cron`; default: UTC */
                timezone?: string;
                count?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SchedulePreview"];
                };
            };
            /** @description Malformed JSON, or an invalid path, query or header parameter */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A key or a session is needed, or the one sent is not valid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role is too small (`needed_role`), or a foreign page asks */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests, or too many wrong keys; Retry-After says when to try again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    SchedulesController_show: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScheduleEntry"];
                };
            };
            /** @description Malformed JSON, or an invalid path, query or header parameter */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A key or a session is needed, or the one sent is not valid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role is too small (`needed_role`), or a foreign page asks */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too late: it has already ended, or was already decided or changed */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests, or too many wrong keys; Retry-After says when to try again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NATS or Postgres is unavailable, or the queue is full; Retry-After says when to try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    SchedulesController_put: {
        parameters: {
            query?: never;
            header?: {
                /** @description `*`: creates only, and is refused (412) if there is a schedule of this name */
                "If-None-Match"?: "*";
                /** @description The ETag of the schedule as you read it; refused (412) if somebody edited it since */
                "If-Match"?: string;
            };
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Five fields: minute, hour, day of the month, month, weekday; exactly one of `cron` and `every` is given */
                    cron?: string | null;
                    /** @description An interval from 10 seconds to 366 days, which ticks at its multiples since 1970-01-01T00:00:00Z */
                    every?: string | null;
                    /** @description An IANA time zone for `cron`; default: UTC */
                    timezone?: string | null;
                    /**
                     * @description What it does
                     * @enum {string}
                     */
                    task: "scrape" | "check" | "reparse";
                    /** @description The command’s fields, as in the body of `POST /api/v1/tasks/<task>/<chamber>` */
                    args?: {
                        [key: string]: unknown;
                    } | null;
                    /** @description The chambers that it is for; default: all */
                    chambers?: ("senate" | "house")[] | null;
                    /**
                     * @description `skip` (the default) skips a tick while the previous one is unfinished
                     * @enum {string|null}
                     */
                    overlap?: "skip" | "allow" | null;
                    /**
                     * @description `latest` (the default) makes up for the latest tick missed in an outage if it is no older than 12 hours
                     * @enum {string|null}
                     */
                    catch_up?: "latest" | "none" | null;
                    /** @description Whether a command expires with the next tick; default: false */
                    expires?: boolean | null;
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScheduleEntry"];
                };
            };
            /** @description Malformed JSON, or an invalid path, query or header parameter */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A key or a session is needed, or the one sent is not valid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role is too small (`needed_role`), or a foreign page asks */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Somebody changed it since you read it */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Well-formed JSON with invalid fields; `errors` lists them */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests, or too many wrong keys; Retry-After says when to try again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NATS or Postgres is unavailable, or the queue is full; Retry-After says when to try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    SchedulesController_remove: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Malformed JSON, or an invalid path, query or header parameter */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A key or a session is needed, or the one sent is not valid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role is too small (`needed_role`), or a foreign page asks */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests, or too many wrong keys; Retry-After says when to try again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NATS or Postgres is unavailable, or the queue is full; Retry-After says when to try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    SchedulesController_pause: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScheduleEntry"];
                };
            };
            /** @description Malformed JSON, or an invalid path, query or header parameter */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A key or a session is needed, or the one sent is not valid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role is too small (`needed_role`), or a foreign page asks */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too late: it has already ended, or was already decided or changed */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests, or too many wrong keys; Retry-After says when to try again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NATS or Postgres is unavailable, or the queue is full; Retry-After says when to try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    SchedulesController_resume: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScheduleEntry"];
                };
            };
            /** @description Malformed JSON, or an invalid path, query or header parameter */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A key or a session is needed, or the one sent is not valid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role is too small (`needed_role`), or a foreign page asks */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too late: it has already ended, or was already decided or changed */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests, or too many wrong keys; Retry-After says when to try again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NATS or Postgres is unavailable, or the queue is full; Retry-After says when to try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    SchedulesController_resetAll: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ResetSchedules"];
                };
            };
            /** @description A key or a session is needed, or the one sent is not valid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role is too small (`needed_role`), or a foreign page asks */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests, or too many wrong keys; Retry-After says when to try again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NATS or Postgres is unavailable, or the queue is full; Retry-After says when to try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    SchedulesController_reset: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScheduleEntry"];
                };
            };
            /** @description Malformed JSON, or an invalid path, query or header parameter */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A key or a session is needed, or the one sent is not valid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role is too small (`needed_role`), or a foreign page asks */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests, or too many wrong keys; Retry-After says when to try again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NATS or Postgres is unavailable, or the queue is full; Retry-After says when to try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    SchedulesController_run: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key gives the same task */
                "Idempotency-Key"?: string;
            };
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QueuedTaskView"];
                };
            };
            /** @description Malformed JSON, or an invalid path, query or header parameter */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A key or a session is needed, or the one sent is not valid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role is too small (`needed_role`), or a foreign page asks */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too late: it has already ended, or was already decided or changed */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Well-formed JSON with invalid fields; `errors` lists them */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests, or too many wrong keys; Retry-After says when to try again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NATS or Postgres is unavailable, or the queue is full; Retry-After says when to try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    SitesController_list: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SiteStatusList"];
                };
            };
            /** @description A key or a session is needed, or the one sent is not valid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role is too small (`needed_role`), or a foreign page asks */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests, or too many wrong keys; Retry-After says when to try again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    SitesController_pause: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                chamber: "senate" | "house" | "all";
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["PauseBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SiteList"];
                };
            };
            /** @description Malformed JSON, or an invalid path, query or header parameter */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A key or a session is needed, or the one sent is not valid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role is too small (`needed_role`), or a foreign page asks */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The content type is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Well-formed JSON with invalid fields; `errors` lists them */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests, or too many wrong keys; Retry-After says when to try again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NATS or Postgres is unavailable, or the queue is full; Retry-After says when to try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    SitesController_resume: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                chamber: "senate" | "house" | "all";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SiteList"];
                };
            };
            /** @description A key or a session is needed, or the one sent is not valid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role is too small (`needed_role`), or a foreign page asks */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests, or too many wrong keys; Retry-After says when to try again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NATS or Postgres is unavailable, or the queue is full; Retry-After says when to try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    TradesController_list: {
        parameters: {
            query?: {
                limit?: number;
                /** @description `next_cursor` of the previous page */
                cursor?: string;
                chamber?: "senate" | "house";
                /** @description Any part of the filer’s name; upper and lower case are the same */
                member?: string;
                /** @description Filed by this member (bioguide id) */
                bioguide?: string;
                /** @description Exactly this ticker; upper and lower case are the same */
                ticker?: string;
                /** @description Filed on this day or later */
                filed_from?: string;
                /** @description Filed on this day or earlier */
                filed_to?: string;
                owner?: "self" | "spouse" | "joint" | "dependent";
                type?: "purchase" | "sale" | "sale_partial" | "exchange";
                /** @description Traded on this day or later */
                traded_from?: string;
                /** @description Traded on this day or earlier */
                traded_to?: string;
                /** @description Also trades that another filing amends or withdraws, and rows that delete one; see `is_current` */
                include_superseded?: "true" | "false";
                /** @description `filed`: those of the newest filing first; `stored`: those that Rotunda stored last first */
                order?: "filed" | "stored";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TradePage"];
                };
            };
            /** @description Malformed JSON, or an invalid path, query or header parameter */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A key or a session is needed, or the one sent is not valid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role is too small (`needed_role`), or a foreign page asks */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests, or too many wrong keys; Retry-After says when to try again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NATS or Postgres is unavailable, or the queue is full; Retry-After says when to try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    TradesController_show: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TradeDetailView"];
                };
            };
            /** @description Malformed JSON, or an invalid path, query or header parameter */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A key or a session is needed, or the one sent is not valid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role is too small (`needed_role`), or a foreign page asks */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests, or too many wrong keys; Retry-After says when to try again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NATS or Postgres is unavailable, or the queue is full; Retry-After says when to try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    TradesController_source: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TradeSourceView"];
                };
            };
            /** @description Malformed JSON, or an invalid path, query or header parameter */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A key or a session is needed, or the one sent is not valid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role is too small (`needed_role`), or a foreign page asks */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests, or too many wrong keys; Retry-After says when to try again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NATS or Postgres is unavailable, or the queue is full; Retry-After says when to try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    FilingsController_list: {
        parameters: {
            query?: {
                limit?: number;
                /** @description `next_cursor` of the previous page */
                cursor?: string;
                chamber?: "senate" | "house";
                /** @description Any part of the filer’s name; upper and lower case are the same */
                member?: string;
                /** @description Filed by this member (bioguide id) */
                bioguide?: string;
                /** @description Exactly this ticker; upper and lower case are the same */
                ticker?: string;
                /** @description Filed on this day or later */
                filed_from?: string;
                /** @description Filed on this day or earlier */
                filed_to?: string;
                status?: "listed" | "parsed" | "paper" | "needs_review" | "unavailable" | "failed";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FilingPage"];
                };
            };
            /** @description Malformed JSON, or an invalid path, query or header parameter */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A key or a session is needed, or the one sent is not valid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role is too small (`needed_role`), or a foreign page asks */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests, or too many wrong keys; Retry-After says when to try again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NATS or Postgres is unavailable, or the queue is full; Retry-After says when to try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    FilingsController_show: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FilingWithTransactionsView"];
                };
            };
            /** @description Malformed JSON, or an invalid path, query or header parameter */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A key or a session is needed, or the one sent is not valid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role is too small (`needed_role`), or a foreign page asks */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests, or too many wrong keys; Retry-After says when to try again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NATS or Postgres is unavailable, or the queue is full; Retry-After says when to try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    LineageController_decide: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LineageBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LineageView"];
                };
            };
            /** @description Malformed JSON, or an invalid path, query or header parameter */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A key or a session is needed, or the one sent is not valid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role is too small (`needed_role`), or a foreign page asks */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The content type is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Well-formed JSON with invalid fields; `errors` lists them */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests, or too many wrong keys; Retry-After says when to try again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NATS or Postgres is unavailable, or the queue is full; Retry-After says when to try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    DocumentsController_show: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                sha256: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The bytes, under their own media type */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": string;
                };
            };
            /** @description If-None-Match names the document */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Malformed JSON, or an invalid path, query or header parameter */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A key or a session is needed, or the one sent is not valid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role is too small (`needed_role`), or a foreign page asks */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests, or too many wrong keys; Retry-After says when to try again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NATS or Postgres is unavailable, or the queue is full; Retry-After says when to try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ReviewsController_list: {
        parameters: {
            query?: {
                limit?: number;
                /** @description `next_cursor` of the previous page */
                cursor?: string;
                chamber?: "senate" | "house";
                status?: "open" | "accepted" | "corrected" | "rejected" | "outdated";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReviewPage"];
                };
            };
            /** @description Malformed JSON, or an invalid path, query or header parameter */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A key or a session is needed, or the one sent is not valid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role is too small (`needed_role`), or a foreign page asks */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests, or too many wrong keys; Retry-After says when to try again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NATS or Postgres is unavailable, or the queue is full; Retry-After says when to try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ReviewsController_show: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReviewDetailView"];
                };
            };
            /** @description Malformed JSON, or an invalid path, query or header parameter */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A key or a session is needed, or the one sent is not valid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role is too small (`needed_role`), or a foreign page asks */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests, or too many wrong keys; Retry-After says when to try again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NATS or Postgres is unavailable, or the queue is full; Retry-After says when to try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ReviewsController_accept: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AcceptBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReviewDetailView"];
                };
            };
            /** @description Malformed JSON, or an invalid path, query or header parameter */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A key or a session is needed, or the one sent is not valid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role is too small (`needed_role`), or a foreign page asks */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too late: it has already ended, or was already decided or changed */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The content type is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Well-formed JSON with invalid fields; `errors` lists them */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests, or too many wrong keys; Retry-After says when to try again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NATS or Postgres is unavailable, or the queue is full; Retry-After says when to try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ReviewsController_correct: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CorrectBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReviewDetailView"];
                };
            };
            /** @description Malformed JSON, or an invalid path, query or header parameter */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A key or a session is needed, or the one sent is not valid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role is too small (`needed_role`), or a foreign page asks */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too late: it has already ended, or was already decided or changed */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The content type is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Well-formed JSON with invalid fields; `errors` lists them */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests, or too many wrong keys; Retry-After says when to try again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NATS or Postgres is unavailable, or the queue is full; Retry-After says when to try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ReviewsController_reject: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RejectBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReviewDetailView"];
                };
            };
            /** @description Malformed JSON, or an invalid path, query or header parameter */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A key or a session is needed, or the one sent is not valid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role is too small (`needed_role`), or a foreign page asks */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too late: it has already ended, or was already decided or changed */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The content type is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Well-formed JSON with invalid fields; `errors` lists them */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests, or too many wrong keys; Retry-After says when to try again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NATS or Postgres is unavailable, or the queue is full; Retry-After says when to try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    CoverageController_show: {
        parameters: {
            query?: {
                /** @description Both by default */
                chamber?: "senate" | "house";
                /** @description Filed on this day or later; by default from the first day of which anything is known */
                from?: string;
                /** @description Filed on this day or earlier; by default until today in Washington */
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CoverageView"];
                };
            };
            /** @description Malformed JSON, or an invalid path, query or header parameter */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A key or a session is needed, or the one sent is not valid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role is too small (`needed_role`), or a foreign page asks */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests, or too many wrong keys; Retry-After says when to try again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NATS or Postgres is unavailable, or the queue is full; Retry-After says when to try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    LateController_list: {
        parameters: {
            query?: {
                limit?: number;
                /** @description `next_cursor` of the previous page */
                cursor?: string;
                chamber?: "senate" | "house";
                /** @description Any part of the filer’s name; upper and lower case are the same */
                member?: string;
                /** @description Filed by this member (bioguide id) */
                bioguide?: string;
                /** @description Exactly this ticker; upper and lower case are the same */
                ticker?: string;
                /** @description Filed on this day or later */
                filed_from?: string;
                /** @description Filed on this day or earlier */
                filed_to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LatePage"];
                };
            };
            /** @description Malformed JSON, or an invalid path, query or header parameter */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A key or a session is needed, or the one sent is not valid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role is too small (`needed_role`), or a foreign page asks */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests, or too many wrong keys; Retry-After says when to try again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NATS or Postgres is unavailable, or the queue is full; Retry-After says when to try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    MembersController_list: {
        parameters: {
            query?: {
                limit?: number;
                /** @description `next_cursor` of the previous page */
                cursor?: string;
                chamber?: "senate" | "house";
                /** @description Any part of the name; upper and lower case are the same */
                name?: string;
                /** @description Postal code, for example `CA` */
                state?: string;
                /** @description Party, for example `Independent`; upper and lower case are the same */
                party?: string;
                /** @description Sat on this day */
                on?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MemberPage"];
                };
            };
            /** @description Malformed JSON, or an invalid path, query or header parameter */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A key or a session is needed, or the one sent is not valid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role is too small (`needed_role`), or a foreign page asks */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests, or too many wrong keys; Retry-After says when to try again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NATS or Postgres is unavailable, or the queue is full; Retry-After says when to try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    MembersController_unmatched: {
        parameters: {
            query?: {
                limit?: number;
                /** @description `next_cursor` of the previous page */
                cursor?: string;
                chamber?: "senate" | "house";
                /** @description `ambiguous`: several members match; `open`: none does */
                status?: "ambiguous" | "open";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UnmatchedPage"];
                };
            };
            /** @description Malformed JSON, or an invalid path, query or header parameter */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A key or a session is needed, or the one sent is not valid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role is too small (`needed_role`), or a foreign page asks */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests, or too many wrong keys; Retry-After says when to try again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NATS or Postgres is unavailable, or the queue is full; Retry-After says when to try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    MembersController_show: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                bioguide: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MemberWithFilingsView"];
                };
            };
            /** @description A key or a session is needed, or the one sent is not valid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role is too small (`needed_role`), or a foreign page asks */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests, or too many wrong keys; Retry-After says when to try again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NATS or Postgres is unavailable, or the queue is full; Retry-After says when to try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    FilingMemberController_settle: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MemberDecisionBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MemberDecisionView"];
                };
            };
            /** @description Malformed JSON, or an invalid path, query or header parameter */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A key or a session is needed, or the one sent is not valid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role is too small (`needed_role`), or a foreign page asks */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Well-formed JSON with invalid fields; `errors` lists them */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests, or too many wrong keys; Retry-After says when to try again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NATS or Postgres is unavailable, or the queue is full; Retry-After says when to try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    AuditController_list: {
        parameters: {
            query?: {
                limit?: number;
                /** @description `next_cursor` of the previous page */
                cursor?: string;
                /** @description Id or name of a key, or a kind of actor */
                actor?: string;
                action?: "task.scrape" | "task.check" | "task.reparse" | "task.cancel" | "task.retry" | "task.terminate" | "queue.purge" | "dead-letter.replay" | "dead-letter.delete" | "schedule.edit" | "schedule.delete" | "schedule.pause" | "schedule.resume" | "schedule.run" | "schedule.reset" | "site.pause" | "site.resume" | "worker.drain" | "worker.restart" | "review.accept" | "review.correct" | "review.reject" | "lineage.decide" | "member.decide" | "members.import" | "members.match" | "key.make" | "key.revoke" | "session.start" | "session.end";
                /** @description What was acted upon, e.g. the id of a task */
                target?: string;
                source?: "rest" | "dashboard" | "cli" | "bus";
                result?: "ok" | "refused" | "failed";
                /** @description A part of the actor, action, target, parameters, problem or address; upper and lower case are the same */
                q?: string;
                /** @description At this time or later */
                from?: string;
                /** @description Before this time */
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditPage"];
                };
            };
            /** @description Malformed JSON, or an invalid path, query or header parameter */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A key or a session is needed, or the one sent is not valid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role is too small (`needed_role`), or a foreign page asks */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests, or too many wrong keys; Retry-After says when to try again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NATS or Postgres is unavailable, or the queue is full; Retry-After says when to try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    LiveController_follow: {
        parameters: {
            query?: {
                /** @description Some of tasks, workers, schedules, sites, dead-letters, trades, with commas in between; all by default */
                topics?: string;
                /** @description Only events after the one with this id */
                last_event_id?: string;
            };
            header?: {
                /** @description Same as `last_event_id` */
                "Last-Event-ID"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The events */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": string;
                };
            };
            /** @description Malformed JSON, or an invalid path, query or header parameter */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A key or a session is needed, or the one sent is not valid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role is too small (`needed_role`), or a foreign page asks */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests, or too many wrong keys; Retry-After says when to try again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NATS or Postgres is unavailable, or the queue is full; Retry-After says when to try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    OverviewController_show: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OverviewView"];
                };
            };
            /** @description A key or a session is needed, or the one sent is not valid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role is too small (`needed_role`), or a foreign page asks */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests, or too many wrong keys; Retry-After says when to try again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NATS or Postgres is unavailable, or the queue is full; Retry-After says when to try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ThroughputController_show: {
        parameters: {
            query: {
                /** @description The last hour by minute, day by quarter of an hour, or 90 days by day (UTC). Percentiles of 90 days are right within 5 %, those of the others exact */
                period: "hour" | "day" | "quarter";
                chamber?: "senate" | "house";
                name?: "scrape" | "check" | "reparse";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ThroughputView"];
                };
            };
            /** @description Malformed JSON, or an invalid path, query or header parameter */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A key or a session is needed, or the one sent is not valid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role is too small (`needed_role`), or a foreign page asks */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests, or too many wrong keys; Retry-After says when to try again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NATS or Postgres is unavailable, or the queue is full; Retry-After says when to try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    VersionController_show: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Versions"];
                };
            };
            /** @description A key or a session is needed, or the one sent is not valid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role is too small (`needed_role`), or a foreign page asks */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests, or too many wrong keys; Retry-After says when to try again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    HealthController_live: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The Health Check is successful */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * @example ok
                         * @enum {string}
                         */
                        status?: "ok" | "degraded";
                        /**
                         * @example {
                         *       "database": {
                         *         "status": "up",
                         *         "responseTime": 12
                         *       }
                         *     }
                         */
                        info?: {
                            [key: string]: {
                                /** @enum {string} */
                                status: "up" | "degraded" | "down";
                                /** @description Time the health indicator took to respond, in ms */
                                responseTime?: number;
                            } & {
                                [key: string]: unknown;
                            };
                        } | null;
                        /** @example {} */
                        error?: {
                            [key: string]: {
                                /** @enum {string} */
                                status: "up" | "degraded" | "down";
                                /** @description Time the health indicator took to respond, in ms */
                                responseTime?: number;
                            } & {
                                [key: string]: unknown;
                            };
                        } | null;
                        /**
                         * @example {
                         *       "database": {
                         *         "status": "up",
                         *         "responseTime": 12
                         *       }
                         *     }
                         */
                        details?: {
                            [key: string]: {
                                /** @enum {string} */
                                status: "up" | "degraded" | "down";
                                /** @description Time the health indicator took to respond, in ms */
                                responseTime?: number;
                            } & {
                                [key: string]: unknown;
                            };
                        };
                    };
                };
            };
            /** @description The Health Check is not successful */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * @example error
                         * @enum {string}
                         */
                        status?: "error" | "shutting_down";
                        /**
                         * @example {
                         *       "database": {
                         *         "status": "up",
                         *         "responseTime": 12
                         *       }
                         *     }
                         */
                        info?: {
                            [key: string]: {
                                /** @enum {string} */
                                status: "up" | "degraded" | "down";
                                /** @description Time the health indicator took to respond, in ms */
                                responseTime?: number;
                            } & {
                                [key: string]: unknown;
                            };
                        } | null;
                        /**
                         * @example {
                         *       "redis": {
                         *         "status": "down",
                         *         "message": "Could not connect",
                         *         "responseTime": 3005
                         *       }
                         *     }
                         */
                        error?: {
                            [key: string]: {
                                /** @enum {string} */
                                status: "up" | "degraded" | "down";
                                /** @description Time the health indicator took to respond, in ms */
                                responseTime?: number;
                            } & {
                                [key: string]: unknown;
                            };
                        } | null;
                        /**
                         * @example {
                         *       "database": {
                         *         "status": "up",
                         *         "responseTime": 12
                         *       },
                         *       "redis": {
                         *         "status": "down",
                         *         "message": "Could not connect",
                         *         "responseTime": 3005
                         *       }
                         *     }
                         */
                        details?: {
                            [key: string]: {
                                /** @enum {string} */
                                status: "up" | "degraded" | "down";
                                /** @description Time the health indicator took to respond, in ms */
                                responseTime?: number;
                            } & {
                                [key: string]: unknown;
                            };
                        };
                    };
                };
            };
        };
    };
    HealthController_ready: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The Health Check is successful */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * @example ok
                         * @enum {string}
                         */
                        status?: "ok" | "degraded";
                        /**
                         * @example {
                         *       "database": {
                         *         "status": "up",
                         *         "responseTime": 12
                         *       }
                         *     }
                         */
                        info?: {
                            [key: string]: {
                                /** @enum {string} */
                                status: "up" | "degraded" | "down";
                                /** @description Time the health indicator took to respond, in ms */
                                responseTime?: number;
                            } & {
                                [key: string]: unknown;
                            };
                        } | null;
                        /** @example {} */
                        error?: {
                            [key: string]: {
                                /** @enum {string} */
                                status: "up" | "degraded" | "down";
                                /** @description Time the health indicator took to respond, in ms */
                                responseTime?: number;
                            } & {
                                [key: string]: unknown;
                            };
                        } | null;
                        /**
                         * @example {
                         *       "database": {
                         *         "status": "up",
                         *         "responseTime": 12
                         *       }
                         *     }
                         */
                        details?: {
                            [key: string]: {
                                /** @enum {string} */
                                status: "up" | "degraded" | "down";
                                /** @description Time the health indicator took to respond, in ms */
                                responseTime?: number;
                            } & {
                                [key: string]: unknown;
                            };
                        };
                    };
                };
            };
            /** @description The Health Check is not successful */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * @example error
                         * @enum {string}
                         */
                        status?: "error" | "shutting_down";
                        /**
                         * @example {
                         *       "database": {
                         *         "status": "up",
                         *         "responseTime": 12
                         *       }
                         *     }
                         */
                        info?: {
                            [key: string]: {
                                /** @enum {string} */
                                status: "up" | "degraded" | "down";
                                /** @description Time the health indicator took to respond, in ms */
                                responseTime?: number;
                            } & {
                                [key: string]: unknown;
                            };
                        } | null;
                        /**
                         * @example {
                         *       "redis": {
                         *         "status": "down",
                         *         "message": "Could not connect",
                         *         "responseTime": 3005
                         *       }
                         *     }
                         */
                        error?: {
                            [key: string]: {
                                /** @enum {string} */
                                status: "up" | "degraded" | "down";
                                /** @description Time the health indicator took to respond, in ms */
                                responseTime?: number;
                            } & {
                                [key: string]: unknown;
                            };
                        } | null;
                        /**
                         * @example {
                         *       "database": {
                         *         "status": "up",
                         *         "responseTime": 12
                         *       },
                         *       "redis": {
                         *         "status": "down",
                         *         "message": "Could not connect",
                         *         "responseTime": 3005
                         *       }
                         *     }
                         */
                        details?: {
                            [key: string]: {
                                /** @enum {string} */
                                status: "up" | "degraded" | "down";
                                /** @description Time the health indicator took to respond, in ms */
                                responseTime?: number;
                            } & {
                                [key: string]: unknown;
                            };
                        };
                    };
                };
            };
        };
    };
}
