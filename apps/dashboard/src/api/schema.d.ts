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
        /**
         * Lists trades, by default those of the newest filing first
         * @description Of several values of a filter one has to fit; of several filters all have to. Follow `next_cursor` with the same filters: no trade is skipped or repeated while others arrive.
         */
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
        /** Shows a trade with its filing, its lineage and its earlier revisions */
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
    "/api/v1/filings/{id}/sheets/{page}.png": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Shows a sheet of a scan that was read, upright and straightened, or a part of it */
        get: operations["SheetsController_show"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/exports/manifest": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lists the files of an export: one for each year of filing, with its number of trades
         * @description Takes the filters of the list of trades. Each link has them, and `as_of`: however long the download takes, the files show the archive at one instant. Without `as_of` that is now.
         */
        get: operations["ExportsController_manifest"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/exports/dictionary": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Says what each column of an export means, and its type in each format */
        get: operations["ExportsController_dictionary"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/exports/trades.{format}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Streams all trades that fit the filters as one file
         * @description The newest filing first, its rows in document order. Of NDJSON, each line is a trade as the list of trades has it.
         */
        get: operations["ExportsController_whole"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/exports/trades-{year}.{format}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Streams the trades of one year’s filings as a file */
        get: operations["ExportsController_ofYear"];
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
        /** Accepts the rows as they are, also those of a scan that wait: the filing counts as parsed */
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
        /** Corrects fields, adds and removes rows: all of it or nothing; each changed row gets a new revision */
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
    "/api/v1/members/{bioguide}/trades-summary": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Shows what a member traded: totals, by month, by asset
         * @description Trades that count now (`is_current`), of filings that are matched to the member. `GET late?bioguide=…` has those that were disclosed late.
         */
        get: operations["MembersController_summary"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lists tickers, those that were traded most first
         * @description Trades that count now (`is_current`). A ticker whose count changes between two pages may be on both or on neither; the trades themselves (`GET trades`) never are.
         */
        get: operations["TickersController_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickers/{ticker}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Shows who traded a ticker, when and how much
         * @description Trades that count now (`is_current`); `GET trades?ticker=…` lists them.
         */
        get: operations["TickersController_show"];
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
    "/compat/openbb/government_trades": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lists trades as OpenBB’s `government_trades` does, those of the newest filing first
         * @description docs/switching.md says what differs. `Authorization: Basic` with a key as the password works too.
         */
        get: operations["OpenBbController_governmentTrades"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/compat/openbb/equity/ownership/government_trades": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lists trades as OpenBB’s `government_trades` does, those of the newest filing first: OpenBB’s own path
         * @description docs/switching.md says what differs. `Authorization: Basic` with a key as the password works too.
         */
        get: operations["OpenBbController_ownPath"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/compat/fmp/senate-latest": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lists the trades of senators, as FMP’s `senate-latest` does, those of the newest filing first
         * @description docs/switching.md says what differs. A key in the address may have the role `look` only.
         */
        get: operations["FmpController_senateLatest"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/compat/fmp/house-latest": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lists the trades of representatives, as FMP’s `house-latest` does, those of the newest filing first
         * @description docs/switching.md says what differs. A key in the address may have the role `look` only.
         */
        get: operations["FmpController_houseLatest"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/compat/fmp/senate-trades": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lists senators’ trades in a ticker, as FMP’s `senate-trades` does, those of the newest filing first
         * @description docs/switching.md says what differs. A key in the address may have the role `look` only.
         */
        get: operations["FmpController_senateTrades"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/compat/fmp/house-trades": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lists representatives’ trades in a ticker, as FMP’s `house-trades` does, those of the newest filing first
         * @description docs/switching.md says what differs. A key in the address may have the role `look` only.
         */
        get: operations["FmpController_houseTrades"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/compat/fmp/senate-trades-by-name": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lists the trades of senators of a name, as FMP’s `senate-trades-by-name` does, those of the newest filing first
         * @description docs/switching.md says what differs. A key in the address may have the role `look` only.
         */
        get: operations["FmpController_senateTradesByName"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/compat/fmp/house-trades-by-name": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lists the trades of representatives of a name, as FMP’s `house-trades-by-name` does, those of the newest filing first
         * @description docs/switching.md says what differs. A key in the address may have the role `look` only.
         */
        get: operations["FmpController_houseTradesByName"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/compat/quiver/congresstrading": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lists trades as Quiver’s `bulk/congresstrading` does, those of the newest filing first
         * @description docs/switching.md says what differs. Without `page` and `page_size` the answer has every trade, and is sent as it is read. `Authorization: Token` with a key works too.
         */
        get: operations["QuiverController_all"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/compat/quiver/congresstrading/{ticker}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lists trades in a ticker as Quiver’s `bulk/congresstrading` does, those of the newest filing first
         * @description docs/switching.md says what differs. Without `page` and `page_size` the answer has every trade, and is sent as it is read. `Authorization: Token` with a key works too.
         */
        get: operations["QuiverController_ofTicker"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/compat/quiver/bulk/congresstrading": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lists trades as Quiver’s `bulk/congresstrading` does, those of the newest filing first
         * @description docs/switching.md says what differs. Without `page` and `page_size` the answer has every trade, and is sent as it is read. `Authorization: Token` with a key works too.
         */
        get: operations["QuiverController_bulk"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/compat/quiver/bulk/congresstrading/{ticker}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lists trades in a ticker as Quiver’s `bulk/congresstrading` does, those of the newest filing first
         * @description docs/switching.md says what differs. Without `page` and `page_size` the answer has every trade, and is sent as it is read. `Authorization: Token` with a key works too.
         */
        get: operations["QuiverController_bulkOfTicker"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/feeds/trades.atom": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * An Atom feed of all filings
         * @description One entry for each of the 50 newest filings. It keeps its id, and is updated when a row of it is read anew, amended or withdrawn. `Authorization: Basic` with a key as the password works too.
         */
        get: operations["FeedsController_all"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/feeds/senate.atom": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * An Atom feed of the Senate’s filings
         * @description One entry for each of the 50 newest filings. It keeps its id, and is updated when a row of it is read anew, amended or withdrawn. `Authorization: Basic` with a key as the password works too.
         */
        get: operations["FeedsController_senate"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/feeds/house.atom": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * An Atom feed of the House’s filings
         * @description One entry for each of the 50 newest filings. It keeps its id, and is updated when a row of it is read anew, amended or withdrawn. `Authorization: Basic` with a key as the password works too.
         */
        get: operations["FeedsController_house"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/feeds/members/{bioguide}.atom": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * An Atom feed of a member’s filings
         * @description One entry for each of the 50 newest filings. It keeps its id, and is updated when a row of it is read anew, amended or withdrawn. `Authorization: Basic` with a key as the password works too.
         */
        get: operations["FeedsController_member"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/feeds/tickers/{ticker}.atom": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * An Atom feed of filings with a trade in a ticker, with just these trades
         * @description One entry for each of the 50 newest filings. It keeps its id, and is updated when a row of it is read anew, amended or withdrawn. `Authorization: Basic` with a key as the password works too.
         */
        get: operations["FeedsController_ticker"];
        put?: never;
        post?: never;
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
        /** Says that the process runs */
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
        /** Says whether all that it needs is there */
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
            /** @description Scans: archived, not read */
            paper: number;
            /** @description Scans whose every row is stored */
            paper_read?: number;
            /** @description Scans that a person has to look at */
            paper_review?: number;
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
            before: (string | null) | number | boolean | unknown[] | {
                [key: string]: unknown;
            };
            after: (string | null) | number | boolean | unknown[] | {
                [key: string]: unknown;
            };
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
             * @example 2026-03-20T14:30:00Z
             */
            from?: string;
            /**
             * Format: date-time
             * @description Queued before this time
             * @example 2026-03-20T14:30:00Z
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
            enum?: ((string | null) | number | boolean | unknown[] | {
                [key: string]: unknown;
            })[];
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
            enum?: ((string | null) | number | boolean | unknown[] | {
                [key: string]: unknown;
            })[];
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
            paused: components["schemas"]["Pause"] | (null);
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
            window: components["schemas"]["WindowView"] | (null);
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
            paused: components["schemas"]["Pause"] | (null);
            breaker: components["schemas"]["Breaker"];
            /** @description Why scrapes wait in the queue; null if they run */
            waiting_because: string | null;
            /** @description What a running worker lacks to scrape, such as accepted terms, and what to do; null: nothing */
            withheld: string | null;
            /** @description One request at a time, with a pause in between; null: nobody has asked yet, or NATS is away */
            budget: components["schemas"]["Budget"] | (null);
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
            /**
             * @description Call or put, as printed
             * @example Call
             */
            type: string;
            /** @description Strike price as printed */
            strike: string | null;
            /** @description Expiry as printed */
            expires: string | null;
        };
        BondView: {
            /** @description Coupon as printed */
            rate: string | null;
            /** @description Maturity as printed */
            matures: string | null;
        };
        ExchangeView: {
            /** @description What the asset was exchanged for */
            asset: string;
            /**
             * @description Its ticker
             * @example EXA
             */
            ticker: string | null;
        };
        ConfidenceView: {
            /**
             * @description Of the owner: the share of readings this sure that are right; null where a reviewer typed it
             * @example 0.998
             */
            owner: number | null;
            /**
             * @description Of the asset: the share of readings this sure that are right; null where a reviewer typed it
             * @example 0.998
             */
            asset_name: number | null;
            /**
             * @description Of the type: the share of readings this sure that are right; null where a reviewer typed it
             * @example 0.998
             */
            type: number | null;
            /**
             * @description Of the day of the trade: the share of readings this sure that are right; null where a reviewer typed it
             * @example 0.998
             */
            traded_on: number | null;
            /**
             * @description Of the day of the notice: the share of readings this sure that are right; null where a reviewer typed it
             * @example 0.998
             */
            notified_on: number | null;
            /**
             * @description Of the amount: the share of readings this sure that are right; null where a reviewer typed it
             * @example 0.998
             */
            amount: number | null;
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
            /** @description The parser that read it */
            parser_version: string;
        };
        TradeMemberView: {
            /**
             * @description Bioguide id of the member
             * @example S900001
             */
            bioguide: string;
            /** @description As the member writes it */
            name: string;
            /**
             * @description Party in that term
             * @example Independent
             */
            party: string | null;
            /**
             * @description Postal code of the state in that term
             * @example AK
             */
            state: string | null;
            /** @description House only; 0 if the state is one district */
            district: number | null;
        };
        TradeLinksView: {
            /** @description The trade with its earlier revisions */
            self: string;
            /** @description What it replaces and what replaces it: `amends` and `amended_by` */
            lineage: string;
            /** @description Where it was read: document, page, box or table row, parser, corrections */
            source: string;
            /** @description The archived document, at the page */
            document: string;
            filing: string;
            member: string | null;
            /** @description For people: the page of its filing */
            page: string;
        };
        FilingMemberView: {
            /**
             * @description `outside`: no member filed it; a merely likely member is never taken
             * @enum {string}
             */
            status: "matched" | "ambiguous" | "open" | "outside";
            /**
             * @description Bioguide id; set when matched
             * @example S900001
             */
            bioguide: string | null;
            /**
             * @description The rule that decided, or `by-hand`
             * @example district:full-name
             */
            method: string | null;
            /**
             * @description 0 to 1: how sure the rule is
             * @example 1
             */
            score: number | null;
        };
        ReviewReasonView: {
            /**
             * @description Never changes its meaning, whatever the sentence says
             * @enum {string}
             */
            code: "unknown_owner" | "unknown_owner_code" | "unknown_type" | "unknown_band" | "invalid_trade_date" | "invalid_notification_date" | "impossible_trade_date" | "impossible_notification_date" | "unknown_row_status" | "missing_asset" | "missing_cap_gains_box" | "unknown_asset_lines" | "unknown_ticker" | "doubtful_reading" | "sheet_not_read" | "reading_cut_off" | "no_rows_on_sheets" | "nothing_beside_rows" | "unclear_lines" | "amendment_on_paper" | "pdf_damaged" | "page_without_text" | "page_cut_off" | "no_filing_id" | "no_signature" | "no_filer" | "no_filing_date" | "amendment_without_number" | "missing_section" | "unknown_section" | "further_tables" | "no_rows" | "no_row_count" | "row_count_differs" | "owner_count_differs" | "status_lines_differ" | "unknown_label_below_row" | "unknown_label_below_asset" | "lineage_unclear" | "differs_from_decision" | "unrecognised";
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
            /**
             * Format: uuid
             * @description Of the filing; never changes
             */
            id: string;
            /**
             * @description To which chamber it was filed
             * @enum {string}
             */
            chamber: "senate" | "house";
            /**
             * @description House DocID or Senate UUID
             * @example 20099001
             */
            external_id: string;
            /**
             * @description Kind of the filing
             * @example ptr
             */
            filing_type: string;
            /**
             * @description Title in the listing of the site
             * @example Periodic Transaction Report
             */
            title_raw: string;
            /**
             * @description Name of the filer in the listing of the site
             * @example Hon. Testina Sample
             */
            filer_name_raw: string;
            /**
             * @description Office of the filer in the listing of the site
             * @example AK00
             */
            office_raw: string;
            /**
             * @description State and district of the filer, House only
             * @example CA14
             */
            state_district: string | null;
            member: components["schemas"]["FilingMemberView"];
            /**
             * @description Day of the filing in the listing of the site
             * @example 3/20/2026
             */
            filed_at_raw: string;
            /**
             * Format: date
             * @description Day of the filing; null where it is not a date
             * @example 2026-03-20
             */
            filed_on: string | null;
            /**
             * Format: date
             * @description Day of the signature in the document
             * @example 2026-03-19
             */
            signed_on: string | null;
            /**
             * @description How it was filed: on paper or electronically; null until it was read
             * @enum {string|null}
             */
            format: "electronic" | "paper" | null;
            /**
             * @description What a scan was recognised as: `typed`, `handwritten`, `mixed`, `attachment` (with a list), `nothing` (to report), `unknown` (no known form); null where it was not read, or filed electronically
             * @example typed
             */
            paper_class: string | null;
            /** @description Number of the amendment; null where it is none */
            amendment_no: number | null;
            /**
             * @description How far Rotunda is with it. A scan is `paper` while it is archived and not read, `paper_read` once all of its rows are trades, and `paper_review` while a person has to look at it
             * @enum {string}
             */
            status: "listed" | "parsed" | "paper" | "paper_read" | "paper_review" | "needs_review" | "unavailable" | "failed";
            /** @description Why it could not be fetched or read */
            reason: string | null;
            /** @description Why a person should look at it */
            review_reasons: string[];
            /** @description The same as codes, in the same order */
            review_reason_codes: components["schemas"]["ReviewReasonView"][];
            /** @description What is doubtful about the filing. `case_scrambled`: the document scrambles upper and lower case; its texts are not as the filer wrote them; `unknown_filing_time`: the page states no filing time; `unreadable_listing`: the site’s listing has unreadable characters, replaced by U+FFFD; `invalid_filing_date`: no PTR can have been filed on the listing’s date; filed_on is null. */
            quality_flags: ("case_scrambled" | "unknown_filing_time" | "unreadable_listing" | "invalid_filing_date")[];
            /**
             * @description The parser that read it
             * @example house-1
             */
            parser_version: string | null;
            /**
             * @description Number of rows according to the document itself
             * @example 3
             */
            expected_rows: number | null;
            /**
             * @description The document on the site
             * @example https://disclosures-clerk.house.gov/public_disc/ptr-pdfs/2026/20099001.pdf
             */
            document_url: string;
            /** @description SHA-256 of the archived document */
            document_sha256: string | null;
            /**
             * Format: date-time
             * @description When Rotunda first saw it in a listing
             */
            first_seen_at: string;
            /** @description The task that first saw it in a listing */
            first_task_id: string;
            /**
             * Format: date-time
             * @description When Rotunda last tried to read it
             */
            last_tried_at: string | null;
        };
        TradeView: {
            /**
             * Format: uuid
             * @description Never changes, also when the document is read again
             */
            id: string;
            /**
             * @description Increases when a later reading differs
             * @example 1
             */
            revision: number;
            /**
             * Format: uuid
             * @description The filing that it stands in
             */
            filing_id: string;
            /**
             * @description Position in document order, from 1
             * @example 1
             */
            ordinal: number;
            /** @description The row id that the House prints on amended and deleted rows */
            source_row_id: string | null;
            /**
             * @description Owner as printed; empty where the form leaves it out
             * @example SP
             */
            owner_raw: string;
            /**
             * @description Whose it is; null: the document names none, or one that the form does not have
             * @enum {string|null}
             */
            owner: "self" | "spouse" | "joint" | "dependent" | null;
            /**
             * @description Asset as printed, with everything around it
             * @example Example Corp (EXA) [ST]
             */
            asset_name_raw: string;
            /**
             * @description Name of the asset alone
             * @example Example Corp
             */
            asset_name: string;
            /**
             * @description As the forms write it: a code of the House such as ST, words of the Senate such as Stock
             * @example ST
             */
            asset_type: string | null;
            /**
             * @description Ticker as printed
             * @example (EXA)
             */
            ticker_raw: string | null;
            /** @description Ticker in capital letters, where the document has one */
            ticker: string | null;
            /**
             * @description Where the ticker is from
             * @example document
             */
            ticker_source: string | null;
            /**
             * @description Kind of transaction as printed
             * @example P
             */
            type_raw: string;
            /**
             * @description Kind of transaction
             * @enum {string|null}
             */
            type: "purchase" | "sale" | "sale_partial" | "exchange" | null;
            /**
             * @description Day of the trade as printed
             * @example 03/01/2026
             */
            traded_on_raw: string;
            /**
             * Format: date
             * @description Day of the trade
             * @example 2026-03-01
             */
            traded_on: string | null;
            /**
             * @description Day on which the filer was notified of the trade, as printed; only the House asks for it
             * @example 03/02/2026
             */
            notified_on_raw: string | null;
            /**
             * Format: date
             * @description Day on which the filer was notified of the trade
             * @example 2026-03-02
             */
            notified_on: string | null;
            /**
             * @description Amount as printed: nearly always a band
             * @example $1,001 - $15,000
             */
            amount_raw: string;
            /**
             * @description US dollars
             * @example 1001
             */
            amount_min: number | null;
            /**
             * @description US dollars; null for an open-ended band
             * @example 15000
             */
            amount_max: number | null;
            /** @description An open-ended band, such as "Over $50,000,000" */
            amount_over: boolean;
            option: components["schemas"]["OptionView"] | (null);
            bond: components["schemas"]["BondView"] | (null);
            exchange: components["schemas"]["ExchangeView"] | (null);
            /** @description Whether the capital gains were above $200; only the House asks for it */
            cap_gains_over_200: boolean | null;
            /**
             * @description What the filing says of the row: new, or amended or deleted by it
             * @enum {string|null}
             */
            row_status: "new" | "amended" | "deleted" | null;
            /** @description Description as printed */
            description: string | null;
            /** @description Comment as printed */
            comment: string | null;
            /** @description The account or trust that holds it, as printed */
            subholding: string | null;
            /** @description Where the asset is, as printed */
            location: string | null;
            /**
             * @description Days from the trade to the filing; null if a date is missing or impossible
             * @example 19
             */
            days_to_file: number | null;
            /** @description Whether it was disclosed more than 45 days after the trade; null where a date is missing or impossible */
            late: boolean | null;
            /** @description Whether it counts: false for a row that another filing amends or withdraws, and for one that deletes another */
            is_current: boolean;
            /** @description What is doubtful about the row. `unknown_owner`: the owner is not one of those on the form; `unknown_type`: the type is not one of those on the form; `unknown_band`: the amount is neither a band on the form nor an exact sum; `invalid_trade_date`: the transaction date is not a calendar date; `invalid_notification_date`: the notification date is not a calendar date; `impossible_trade_date`: the transaction date is before 2012, when PTRs began, or more than a year after the report: days_to_file and late are null; `impossible_notification_date`: the same for the notification date; `traded_after_notified`: the trade is dated after its notification; `traded_after_signed`: the trade is dated after the report was signed; `traded_after_filed`: the trade is dated after the report was filed; `unknown_row_status`: the filing status is not New, Amended or Deleted; `missing_asset`: the row names no asset; `unknown_asset_lines`: the asset cell has unknown lines; `unknown_ticker`: the ticker cell has a text that is not a ticker; `exchange_without_counterpart`: the exchange names only one asset; `missing_cap_gains_box`: the box "Cap. Gains > $200?" is missing; `case_scrambled`: the document scrambles upper and lower case; the texts are not as the filer wrote them; `case_restored`: name and ticker have the upper and lower case of the drawn letters; `unreadable_characters`: a text has unreadable characters, replaced by U+FFFD; `corrected_by_reviewer`: a reviewer corrected a field; `added_by_reviewer`: a reviewer added the row, which no parser had read; its raw texts are what was typed. */
            quality_flags: ("unknown_owner" | "unknown_type" | "unknown_band" | "invalid_trade_date" | "invalid_notification_date" | "impossible_trade_date" | "impossible_notification_date" | "traded_after_notified" | "traded_after_signed" | "traded_after_filed" | "unknown_row_status" | "missing_asset" | "unknown_asset_lines" | "unknown_ticker" | "exchange_without_counterpart" | "missing_cap_gains_box" | "case_scrambled" | "case_restored" | "unreadable_characters" | "corrected_by_reviewer" | "added_by_reviewer")[];
            /**
             * @description Whether it was read from an electronic document or from a scan
             * @enum {string}
             */
            source: "electronic" | "paper";
            /** @description How surely each field was read from a scan, whatever a person confirmed since; null for an electronic document and for a row that a reviewer added */
            confidence: components["schemas"]["ConfidenceView"] | (null);
            provenance: components["schemas"]["ProvenanceView"];
            /**
             * Format: date-time
             * @description When Rotunda first stored it
             */
            first_seen_at: string;
            /** @description The task that first stored it */
            first_task_id: string;
            /**
             * Format: date-time
             * @description When this revision was stored
             */
            recorded_at: string;
            /** @description Whether `first_seen_at` is more than a week after the filing: then nobody who followed this archive could know it when it was filed */
            backfill: boolean;
            /** @description Null while it is not known */
            member: components["schemas"]["TradeMemberView"] | (null);
            links: components["schemas"]["TradeLinksView"];
            /** @description Absent with `filings=once` */
            filing: components["schemas"]["FilingView"];
        };
        AsOfView: {
            /**
             * Format: date-time
             * @description The instant
             */
            at: string;
            /** @description False if it is before `exact_from`: the trades are as they were, their filings as they were at `exact_from` */
            exact: boolean;
            /**
             * Format: date-time
             * @description Since when changes of filings are kept; null: from the first one on
             */
            exact_from: string | null;
        };
        TradePage: {
            /**
             * @description What the law says about the use of disclosures
             * @example Under 5 U.S.C. § 13107(c) it is unlawful to obtain or use a report for any unlawful purpose, for any commercial purpose other than by news and communications media for dissemination to the general public, for determining or establishing the credit rating of any individual, or for use, directly or indirectly, in the solicitation of money for any political, charitable or other purpose.
             */
            notice: string;
            data: components["schemas"]["TradeView"][];
            /** @description With `filings=once`: the filings of these trades by id */
            filings?: {
                [key: string]: components["schemas"]["FilingView"];
            };
            /** @description `cursor` of the next page; null on the last page */
            next_cursor: string | null;
            /** @description With `count=exact`: the number of trades on all pages */
            count: number | null;
            /** @description With `as_of` */
            as_of: components["schemas"]["AsOfView"] | (null);
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
            /**
             * @description Increases when a later reading differs
             * @example 1
             */
            revision: number;
            /**
             * Format: uuid
             * @description The filing that it stands in
             */
            filing_id: string;
            /**
             * @description Position in document order, from 1
             * @example 1
             */
            ordinal: number;
            /** @description The row id that the House prints on amended and deleted rows */
            source_row_id: string | null;
            /**
             * @description Owner as printed; empty where the form leaves it out
             * @example SP
             */
            owner_raw: string;
            /**
             * @description Whose it is; null: the document names none, or one that the form does not have
             * @enum {string|null}
             */
            owner: "self" | "spouse" | "joint" | "dependent" | null;
            /**
             * @description Asset as printed, with everything around it
             * @example Example Corp (EXA) [ST]
             */
            asset_name_raw: string;
            /**
             * @description Name of the asset alone
             * @example Example Corp
             */
            asset_name: string;
            /**
             * @description As the forms write it: a code of the House such as ST, words of the Senate such as Stock
             * @example ST
             */
            asset_type: string | null;
            /**
             * @description Ticker as printed
             * @example (EXA)
             */
            ticker_raw: string | null;
            /** @description Ticker in capital letters, where the document has one */
            ticker: string | null;
            /**
             * @description Where the ticker is from
             * @example document
             */
            ticker_source: string | null;
            /**
             * @description Kind of transaction as printed
             * @example P
             */
            type_raw: string;
            /**
             * @description Kind of transaction
             * @enum {string|null}
             */
            type: "purchase" | "sale" | "sale_partial" | "exchange" | null;
            /**
             * @description Day of the trade as printed
             * @example 03/01/2026
             */
            traded_on_raw: string;
            /**
             * Format: date
             * @description Day of the trade
             * @example 2026-03-01
             */
            traded_on: string | null;
            /**
             * @description Day on which the filer was notified of the trade, as printed; only the House asks for it
             * @example 03/02/2026
             */
            notified_on_raw: string | null;
            /**
             * Format: date
             * @description Day on which the filer was notified of the trade
             * @example 2026-03-02
             */
            notified_on: string | null;
            /**
             * @description Amount as printed: nearly always a band
             * @example $1,001 - $15,000
             */
            amount_raw: string;
            /**
             * @description US dollars
             * @example 1001
             */
            amount_min: number | null;
            /**
             * @description US dollars; null for an open-ended band
             * @example 15000
             */
            amount_max: number | null;
            /** @description An open-ended band, such as "Over $50,000,000" */
            amount_over: boolean;
            option: components["schemas"]["OptionView"] | (null);
            bond: components["schemas"]["BondView"] | (null);
            exchange: components["schemas"]["ExchangeView"] | (null);
            /** @description Whether the capital gains were above $200; only the House asks for it */
            cap_gains_over_200: boolean | null;
            /**
             * @description What the filing says of the row: new, or amended or deleted by it
             * @enum {string|null}
             */
            row_status: "new" | "amended" | "deleted" | null;
            /** @description Description as printed */
            description: string | null;
            /** @description Comment as printed */
            comment: string | null;
            /** @description The account or trust that holds it, as printed */
            subholding: string | null;
            /** @description Where the asset is, as printed */
            location: string | null;
            /**
             * @description Days from the trade to the filing; null if a date is missing or impossible
             * @example 19
             */
            days_to_file: number | null;
            /** @description Whether it was disclosed more than 45 days after the trade; null where a date is missing or impossible */
            late: boolean | null;
            /** @description Whether it counts: false for a row that another filing amends or withdraws, and for one that deletes another */
            is_current: boolean;
            /** @description What is doubtful about the row. `unknown_owner`: the owner is not one of those on the form; `unknown_type`: the type is not one of those on the form; `unknown_band`: the amount is neither a band on the form nor an exact sum; `invalid_trade_date`: the transaction date is not a calendar date; `invalid_notification_date`: the notification date is not a calendar date; `impossible_trade_date`: the transaction date is before 2012, when PTRs began, or more than a year after the report: days_to_file and late are null; `impossible_notification_date`: the same for the notification date; `traded_after_notified`: the trade is dated after its notification; `traded_after_signed`: the trade is dated after the report was signed; `traded_after_filed`: the trade is dated after the report was filed; `unknown_row_status`: the filing status is not New, Amended or Deleted; `missing_asset`: the row names no asset; `unknown_asset_lines`: the asset cell has unknown lines; `unknown_ticker`: the ticker cell has a text that is not a ticker; `exchange_without_counterpart`: the exchange names only one asset; `missing_cap_gains_box`: the box "Cap. Gains > $200?" is missing; `case_scrambled`: the document scrambles upper and lower case; the texts are not as the filer wrote them; `case_restored`: name and ticker have the upper and lower case of the drawn letters; `unreadable_characters`: a text has unreadable characters, replaced by U+FFFD; `corrected_by_reviewer`: a reviewer corrected a field; `added_by_reviewer`: a reviewer added the row, which no parser had read; its raw texts are what was typed. */
            quality_flags: ("unknown_owner" | "unknown_type" | "unknown_band" | "invalid_trade_date" | "invalid_notification_date" | "impossible_trade_date" | "impossible_notification_date" | "traded_after_notified" | "traded_after_signed" | "traded_after_filed" | "unknown_row_status" | "missing_asset" | "unknown_asset_lines" | "unknown_ticker" | "exchange_without_counterpart" | "missing_cap_gains_box" | "case_scrambled" | "case_restored" | "unreadable_characters" | "corrected_by_reviewer" | "added_by_reviewer")[];
            /**
             * @description Whether it was read from an electronic document or from a scan
             * @enum {string}
             */
            source: "electronic" | "paper";
            /** @description How surely each field was read from a scan, whatever a person confirmed since; null for an electronic document and for a row that a reviewer added */
            confidence: components["schemas"]["ConfidenceView"] | (null);
            provenance: components["schemas"]["ProvenanceView"];
            /**
             * Format: date-time
             * @description When Rotunda first stored it
             */
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
            /**
             * @description Increases when a later reading differs
             * @example 1
             */
            revision: number;
            /**
             * Format: uuid
             * @description The filing that it stands in
             */
            filing_id: string;
            /**
             * @description Position in document order, from 1
             * @example 1
             */
            ordinal: number;
            /** @description The row id that the House prints on amended and deleted rows */
            source_row_id: string | null;
            /**
             * @description Owner as printed; empty where the form leaves it out
             * @example SP
             */
            owner_raw: string;
            /**
             * @description Whose it is; null: the document names none, or one that the form does not have
             * @enum {string|null}
             */
            owner: "self" | "spouse" | "joint" | "dependent" | null;
            /**
             * @description Asset as printed, with everything around it
             * @example Example Corp (EXA) [ST]
             */
            asset_name_raw: string;
            /**
             * @description Name of the asset alone
             * @example Example Corp
             */
            asset_name: string;
            /**
             * @description As the forms write it: a code of the House such as ST, words of the Senate such as Stock
             * @example ST
             */
            asset_type: string | null;
            /**
             * @description Ticker as printed
             * @example (EXA)
             */
            ticker_raw: string | null;
            /** @description Ticker in capital letters, where the document has one */
            ticker: string | null;
            /**
             * @description Where the ticker is from
             * @example document
             */
            ticker_source: string | null;
            /**
             * @description Kind of transaction as printed
             * @example P
             */
            type_raw: string;
            /**
             * @description Kind of transaction
             * @enum {string|null}
             */
            type: "purchase" | "sale" | "sale_partial" | "exchange" | null;
            /**
             * @description Day of the trade as printed
             * @example 03/01/2026
             */
            traded_on_raw: string;
            /**
             * Format: date
             * @description Day of the trade
             * @example 2026-03-01
             */
            traded_on: string | null;
            /**
             * @description Day on which the filer was notified of the trade, as printed; only the House asks for it
             * @example 03/02/2026
             */
            notified_on_raw: string | null;
            /**
             * Format: date
             * @description Day on which the filer was notified of the trade
             * @example 2026-03-02
             */
            notified_on: string | null;
            /**
             * @description Amount as printed: nearly always a band
             * @example $1,001 - $15,000
             */
            amount_raw: string;
            /**
             * @description US dollars
             * @example 1001
             */
            amount_min: number | null;
            /**
             * @description US dollars; null for an open-ended band
             * @example 15000
             */
            amount_max: number | null;
            /** @description An open-ended band, such as "Over $50,000,000" */
            amount_over: boolean;
            option: components["schemas"]["OptionView"] | (null);
            bond: components["schemas"]["BondView"] | (null);
            exchange: components["schemas"]["ExchangeView"] | (null);
            /** @description Whether the capital gains were above $200; only the House asks for it */
            cap_gains_over_200: boolean | null;
            /**
             * @description What the filing says of the row: new, or amended or deleted by it
             * @enum {string|null}
             */
            row_status: "new" | "amended" | "deleted" | null;
            /** @description Description as printed */
            description: string | null;
            /** @description Comment as printed */
            comment: string | null;
            /** @description The account or trust that holds it, as printed */
            subholding: string | null;
            /** @description Where the asset is, as printed */
            location: string | null;
            /**
             * @description Days from the trade to the filing; null if a date is missing or impossible
             * @example 19
             */
            days_to_file: number | null;
            /** @description Whether it was disclosed more than 45 days after the trade; null where a date is missing or impossible */
            late: boolean | null;
            /** @description Whether it counts: false for a row that another filing amends or withdraws, and for one that deletes another */
            is_current: boolean;
            /** @description What is doubtful about the row. `unknown_owner`: the owner is not one of those on the form; `unknown_type`: the type is not one of those on the form; `unknown_band`: the amount is neither a band on the form nor an exact sum; `invalid_trade_date`: the transaction date is not a calendar date; `invalid_notification_date`: the notification date is not a calendar date; `impossible_trade_date`: the transaction date is before 2012, when PTRs began, or more than a year after the report: days_to_file and late are null; `impossible_notification_date`: the same for the notification date; `traded_after_notified`: the trade is dated after its notification; `traded_after_signed`: the trade is dated after the report was signed; `traded_after_filed`: the trade is dated after the report was filed; `unknown_row_status`: the filing status is not New, Amended or Deleted; `missing_asset`: the row names no asset; `unknown_asset_lines`: the asset cell has unknown lines; `unknown_ticker`: the ticker cell has a text that is not a ticker; `exchange_without_counterpart`: the exchange names only one asset; `missing_cap_gains_box`: the box "Cap. Gains > $200?" is missing; `case_scrambled`: the document scrambles upper and lower case; the texts are not as the filer wrote them; `case_restored`: name and ticker have the upper and lower case of the drawn letters; `unreadable_characters`: a text has unreadable characters, replaced by U+FFFD; `corrected_by_reviewer`: a reviewer corrected a field; `added_by_reviewer`: a reviewer added the row, which no parser had read; its raw texts are what was typed. */
            quality_flags: ("unknown_owner" | "unknown_type" | "unknown_band" | "invalid_trade_date" | "invalid_notification_date" | "impossible_trade_date" | "impossible_notification_date" | "traded_after_notified" | "traded_after_signed" | "traded_after_filed" | "unknown_row_status" | "missing_asset" | "unknown_asset_lines" | "unknown_ticker" | "exchange_without_counterpart" | "missing_cap_gains_box" | "case_scrambled" | "case_restored" | "unreadable_characters" | "corrected_by_reviewer" | "added_by_reviewer")[];
            /**
             * @description Whether it was read from an electronic document or from a scan
             * @enum {string}
             */
            source: "electronic" | "paper";
            /** @description How surely each field was read from a scan, whatever a person confirmed since; null for an electronic document and for a row that a reviewer added */
            confidence: components["schemas"]["ConfidenceView"] | (null);
            provenance: components["schemas"]["ProvenanceView"];
            /**
             * Format: date-time
             * @description When Rotunda first stored it
             */
            first_seen_at: string;
            /** @description The task that first stored it */
            first_task_id: string;
            /**
             * Format: date-time
             * @description When this revision was stored
             */
            recorded_at: string;
            /** @description Whether `first_seen_at` is more than a week after the filing: then nobody who followed this archive could know it when it was filed */
            backfill: boolean;
            /** @description Null while it is not known */
            member: components["schemas"]["TradeMemberView"] | (null);
            links: components["schemas"]["TradeLinksView"];
            /** @description Absent with `filings=once` */
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
            /** @description With `as_of` */
            as_of: components["schemas"]["AsOfView"] | (null);
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
            old: (string | null) | number | boolean | unknown[] | {
                [key: string]: unknown;
            };
            new: (string | null) | number | boolean | unknown[] | {
                [key: string]: unknown;
            };
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
            /** @description With `as_of` */
            as_of: components["schemas"]["AsOfView"] | (null);
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
            /**
             * @description Increases when a later reading differs
             * @example 1
             */
            revision: number;
            /**
             * Format: uuid
             * @description The filing that it stands in
             */
            filing_id: string;
            /**
             * @description Position in document order, from 1
             * @example 1
             */
            ordinal: number;
            /** @description The row id that the House prints on amended and deleted rows */
            source_row_id: string | null;
            /**
             * @description Owner as printed; empty where the form leaves it out
             * @example SP
             */
            owner_raw: string;
            /**
             * @description Whose it is; null: the document names none, or one that the form does not have
             * @enum {string|null}
             */
            owner: "self" | "spouse" | "joint" | "dependent" | null;
            /**
             * @description Asset as printed, with everything around it
             * @example Example Corp (EXA) [ST]
             */
            asset_name_raw: string;
            /**
             * @description Name of the asset alone
             * @example Example Corp
             */
            asset_name: string;
            /**
             * @description As the forms write it: a code of the House such as ST, words of the Senate such as Stock
             * @example ST
             */
            asset_type: string | null;
            /**
             * @description Ticker as printed
             * @example (EXA)
             */
            ticker_raw: string | null;
            /** @description Ticker in capital letters, where the document has one */
            ticker: string | null;
            /**
             * @description Where the ticker is from
             * @example document
             */
            ticker_source: string | null;
            /**
             * @description Kind of transaction as printed
             * @example P
             */
            type_raw: string;
            /**
             * @description Kind of transaction
             * @enum {string|null}
             */
            type: "purchase" | "sale" | "sale_partial" | "exchange" | null;
            /**
             * @description Day of the trade as printed
             * @example 03/01/2026
             */
            traded_on_raw: string;
            /**
             * Format: date
             * @description Day of the trade
             * @example 2026-03-01
             */
            traded_on: string | null;
            /**
             * @description Day on which the filer was notified of the trade, as printed; only the House asks for it
             * @example 03/02/2026
             */
            notified_on_raw: string | null;
            /**
             * Format: date
             * @description Day on which the filer was notified of the trade
             * @example 2026-03-02
             */
            notified_on: string | null;
            /**
             * @description Amount as printed: nearly always a band
             * @example $1,001 - $15,000
             */
            amount_raw: string;
            /**
             * @description US dollars
             * @example 1001
             */
            amount_min: number | null;
            /**
             * @description US dollars; null for an open-ended band
             * @example 15000
             */
            amount_max: number | null;
            /** @description An open-ended band, such as "Over $50,000,000" */
            amount_over: boolean;
            option: components["schemas"]["OptionView"] | (null);
            bond: components["schemas"]["BondView"] | (null);
            exchange: components["schemas"]["ExchangeView"] | (null);
            /** @description Whether the capital gains were above $200; only the House asks for it */
            cap_gains_over_200: boolean | null;
            /**
             * @description What the filing says of the row: new, or amended or deleted by it
             * @enum {string|null}
             */
            row_status: "new" | "amended" | "deleted" | null;
            /** @description Description as printed */
            description: string | null;
            /** @description Comment as printed */
            comment: string | null;
            /** @description The account or trust that holds it, as printed */
            subholding: string | null;
            /** @description Where the asset is, as printed */
            location: string | null;
            /**
             * @description Days from the trade to the filing; null if a date is missing or impossible
             * @example 19
             */
            days_to_file: number | null;
            /** @description Whether it was disclosed more than 45 days after the trade; null where a date is missing or impossible */
            late: boolean | null;
            /** @description Whether it counts: false for a row that another filing amends or withdraws, and for one that deletes another */
            is_current: boolean;
            /** @description What is doubtful about the row. `unknown_owner`: the owner is not one of those on the form; `unknown_type`: the type is not one of those on the form; `unknown_band`: the amount is neither a band on the form nor an exact sum; `invalid_trade_date`: the transaction date is not a calendar date; `invalid_notification_date`: the notification date is not a calendar date; `impossible_trade_date`: the transaction date is before 2012, when PTRs began, or more than a year after the report: days_to_file and late are null; `impossible_notification_date`: the same for the notification date; `traded_after_notified`: the trade is dated after its notification; `traded_after_signed`: the trade is dated after the report was signed; `traded_after_filed`: the trade is dated after the report was filed; `unknown_row_status`: the filing status is not New, Amended or Deleted; `missing_asset`: the row names no asset; `unknown_asset_lines`: the asset cell has unknown lines; `unknown_ticker`: the ticker cell has a text that is not a ticker; `exchange_without_counterpart`: the exchange names only one asset; `missing_cap_gains_box`: the box "Cap. Gains > $200?" is missing; `case_scrambled`: the document scrambles upper and lower case; the texts are not as the filer wrote them; `case_restored`: name and ticker have the upper and lower case of the drawn letters; `unreadable_characters`: a text has unreadable characters, replaced by U+FFFD; `corrected_by_reviewer`: a reviewer corrected a field; `added_by_reviewer`: a reviewer added the row, which no parser had read; its raw texts are what was typed. */
            quality_flags: ("unknown_owner" | "unknown_type" | "unknown_band" | "invalid_trade_date" | "invalid_notification_date" | "impossible_trade_date" | "impossible_notification_date" | "traded_after_notified" | "traded_after_signed" | "traded_after_filed" | "unknown_row_status" | "missing_asset" | "unknown_asset_lines" | "unknown_ticker" | "exchange_without_counterpart" | "missing_cap_gains_box" | "case_scrambled" | "case_restored" | "unreadable_characters" | "corrected_by_reviewer" | "added_by_reviewer")[];
            /**
             * @description Whether it was read from an electronic document or from a scan
             * @enum {string}
             */
            source: "electronic" | "paper";
            /** @description How surely each field was read from a scan, whatever a person confirmed since; null for an electronic document and for a row that a reviewer added */
            confidence: components["schemas"]["ConfidenceView"] | (null);
            provenance: components["schemas"]["ProvenanceView"];
            /**
             * Format: date-time
             * @description When Rotunda first stored it
             */
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
            /**
             * Format: uuid
             * @description Of the filing; never changes
             */
            id: string;
            /**
             * @description To which chamber it was filed
             * @enum {string}
             */
            chamber: "senate" | "house";
            /**
             * @description House DocID or Senate UUID
             * @example 20099001
             */
            external_id: string;
            /**
             * @description Kind of the filing
             * @example ptr
             */
            filing_type: string;
            /**
             * @description Title in the listing of the site
             * @example Periodic Transaction Report
             */
            title_raw: string;
            /**
             * @description Name of the filer in the listing of the site
             * @example Hon. Testina Sample
             */
            filer_name_raw: string;
            /**
             * @description Office of the filer in the listing of the site
             * @example AK00
             */
            office_raw: string;
            /**
             * @description State and district of the filer, House only
             * @example CA14
             */
            state_district: string | null;
            member: components["schemas"]["FilingMemberView"];
            /**
             * @description Day of the filing in the listing of the site
             * @example 3/20/2026
             */
            filed_at_raw: string;
            /**
             * Format: date
             * @description Day of the filing; null where it is not a date
             * @example 2026-03-20
             */
            filed_on: string | null;
            /**
             * Format: date
             * @description Day of the signature in the document
             * @example 2026-03-19
             */
            signed_on: string | null;
            /**
             * @description How it was filed: on paper or electronically; null until it was read
             * @enum {string|null}
             */
            format: "electronic" | "paper" | null;
            /**
             * @description What a scan was recognised as: `typed`, `handwritten`, `mixed`, `attachment` (with a list), `nothing` (to report), `unknown` (no known form); null where it was not read, or filed electronically
             * @example typed
             */
            paper_class: string | null;
            /** @description Number of the amendment; null where it is none */
            amendment_no: number | null;
            /**
             * @description How far Rotunda is with it. A scan is `paper` while it is archived and not read, `paper_read` once all of its rows are trades, and `paper_review` while a person has to look at it
             * @enum {string}
             */
            status: "listed" | "parsed" | "paper" | "paper_read" | "paper_review" | "needs_review" | "unavailable" | "failed";
            /** @description Why it could not be fetched or read */
            reason: string | null;
            /** @description Why a person should look at it */
            review_reasons: string[];
            /** @description The same as codes, in the same order */
            review_reason_codes: components["schemas"]["ReviewReasonView"][];
            /** @description What is doubtful about the filing. `case_scrambled`: the document scrambles upper and lower case; its texts are not as the filer wrote them; `unknown_filing_time`: the page states no filing time; `unreadable_listing`: the site’s listing has unreadable characters, replaced by U+FFFD; `invalid_filing_date`: no PTR can have been filed on the listing’s date; filed_on is null. */
            quality_flags: ("case_scrambled" | "unknown_filing_time" | "unreadable_listing" | "invalid_filing_date")[];
            /**
             * @description The parser that read it
             * @example house-1
             */
            parser_version: string | null;
            /**
             * @description Number of rows according to the document itself
             * @example 3
             */
            expected_rows: number | null;
            /**
             * @description The document on the site
             * @example https://disclosures-clerk.house.gov/public_disc/ptr-pdfs/2026/20099001.pdf
             */
            document_url: string;
            /** @description SHA-256 of the archived document */
            document_sha256: string | null;
            /**
             * Format: date-time
             * @description When Rotunda first saw it in a listing
             */
            first_seen_at: string;
            /** @description The task that first saw it in a listing */
            first_task_id: string;
            /**
             * Format: date-time
             * @description When Rotunda last tried to read it
             */
            last_tried_at: string | null;
            /** @description Filings that this one replaces, wholly or in part */
            amends: components["schemas"]["LinkedFilingView"][];
            /** @description Filings that replace this one, wholly or in part */
            amended_by: components["schemas"]["LinkedFilingView"][];
            /** @description Current transactions, in document order */
            transactions: components["schemas"]["TransactionView"][];
            /** @description The sheets of a paper filing; empty for other filings */
            pages: components["schemas"]["FilingPageView"][];
            /** @description With `as_of` */
            as_of: components["schemas"]["AsOfView"] | (null);
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
        ExportLinksView: {
            /** @example /api/v1/exports/trades-2024.csv?as_of=2026-11-28T12%3A00%3A00.000Z */
            csv: string;
            /** @example /api/v1/exports/trades-2024.ndjson?as_of=2026-11-28T12%3A00%3A00.000Z */
            ndjson: string;
            /** @example /api/v1/exports/trades-2024.parquet?as_of=2026-11-28T12%3A00%3A00.000Z */
            parquet: string;
        };
        ExportFileView: {
            /**
             * @description Year of the filing; null: undated
             * @example 2024
             */
            year: number | null;
            /**
             * @description Trades in the file
             * @example 12345
             */
            rows: number;
            links: components["schemas"]["ExportLinksView"];
        };
        ExportManifestView: {
            /**
             * @description What the law says about the use of disclosures
             * @example Under 5 U.S.C. § 13107(c) it is unlawful to obtain or use a report for any unlawful purpose, for any commercial purpose other than by news and communications media for dissemination to the general public, for determining or establishing the credit rating of any individual, or for use, directly or indirectly, in the solicitation of money for any political, charitable or other purpose.
             */
            notice: string;
            /**
             * @description Increases when a column changes its name, its type or its meaning
             * @example 1
             */
            schema_version: number;
            /** @description Of each file: with it, each can be made again */
            as_of: components["schemas"]["AsOfView"];
            /**
             * @description As they were asked for
             * @example {
             *       "chamber": [
             *         "house"
             *       ]
             *     }
             */
            filters: {
                [key: string]: string | string[];
            };
            /**
             * @description Trades in all files
             * @example 123456
             */
            rows: number;
            /** @description One for each year that has some, the undated ones first */
            files: components["schemas"]["ExportFileView"][];
            /** @description All in one file */
            whole: components["schemas"]["ExportLinksView"];
            /**
             * @description What each column means
             * @example /api/v1/exports/dictionary
             */
            dictionary: string;
        };
        ColumnTypesView: {
            /** @example number */
            csv: string;
            /** @example number */
            ndjson: string;
            /** @example DECIMAL(16,2) */
            parquet: string;
        };
        DictionaryColumnView: {
            /**
             * @description In CSV and Parquet
             * @example filing_filed_on
             */
            name: string;
            /**
             * @description The same in NDJSON and in the answers of the API
             * @example filing.filed_on
             */
            field: string;
            types: components["schemas"]["ColumnTypesView"];
            nullable: boolean;
            /** @description Each value that it may have; null: any */
            values: string[] | null;
            /** @description What it means */
            description: string;
        };
        DictionaryView: {
            /** @example 1 */
            schema_version: number;
            columns: components["schemas"]["DictionaryColumnView"][];
        };
        ReviewCounts: {
            /** @description Number of rows according to the document itself */
            expected_rows: number | null;
            /** @description Rows that were read and stored; those of a scan that wait are in `paper` */
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
        ScanSheetView: {
            /** @description Page of the filing, from 1 */
            page: number;
            /** @description `first`, `further`, `list` or `other` */
            kind: string;
            /**
             * @description Version of the form; null: not known
             * @example C20
             */
            form: string | null;
            /** @description Degrees that the scan was turned clockwise to be upright */
            rotation: number;
            /** @description Degrees that it was turned further to be straight */
            skew: number;
            /** @description Pixels of the picture */
            width: number;
            height: number;
            /** @description Path of the picture in this API */
            image: string | null;
        };
        ScanFieldView: {
            /** @description What it means; of the amount: `amount_min`, `amount_max`, `amount_over` */
            value: (string | null) | number | boolean | unknown[] | {
                [key: string]: unknown;
            };
            /** @description As it was read */
            raw: string;
            /** @description The share of readings this sure that are right */
            confidence: number;
            /** @description A person has to look */
            doubtful: boolean;
            /** @description left, top, right, bottom in pixels of the sheet’s picture */
            box: number[];
            /** @description Path of the picture in this API */
            image: string;
        };
        AssetSuggestionView: {
            asset_name: string;
            ticker: string | null;
            /** @description How like it is to what was read */
            likeness: number;
        };
        ScanRowView: {
            /**
             * Format: uuid
             * @description For `row_id` of a decision; the trade that it becomes has the same id
             */
            row_id: string;
            /** @description Position in document order, together with the trades */
            ordinal: number;
            /** @description Page of the filing */
            page: number | null;
            /** @description left, top, right, bottom in pixels of the sheet’s picture */
            box: number[] | null;
            /** @description Path of the picture in this API */
            image: string | null;
            /** @description `typed` or `handwritten` */
            hand: string | null;
            /** @description Each field of the form (owner, asset_name, type, traded_on, notified_on, amount) with the picture of its cell */
            fields: {
                [key: string]: components["schemas"]["ScanFieldView"];
            };
            /** @description The row as a trade would have it */
            row: {
                [key: string]: unknown;
            };
            /** @description Assets of the archive that are like what was read: suggestions, nothing that the document says */
            suggestions: components["schemas"]["AssetSuggestionView"][];
        };
        ScanView: {
            /** @description `paper_class` of the filing */
            class: string | null;
            sheets: components["schemas"]["ScanSheetView"][];
            /** @description Rows that wait, in document order; the sure ones are trades */
            rows: components["schemas"]["ScanRowView"][];
        };
        ReviewChangeView: {
            /** Format: uuid */
            trade_id: string;
            /** @description The revision that has the new value */
            revision: number;
            /** @example owner */
            field: string;
            old: (string | null) | number | boolean | unknown[] | {
                [key: string]: unknown;
            };
            new: (string | null) | number | boolean | unknown[] | {
                [key: string]: unknown;
            };
            reason: string | null;
        };
        ReviewRowView: {
            /** @enum {string} */
            action: "added" | "removed";
            /**
             * Format: uuid
             * @description The trade, or the row that waited
             */
            trade_id: string;
            /**
             * Format: uuid
             * @description Of an added row: the one above it
             */
            after: string | null;
            /** @description As it was added or removed */
            row: {
                [key: string]: unknown;
            };
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
            /** @description Rows that it added or removed */
            rows: components["schemas"]["ReviewRowView"][];
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
            /** @description The reading of a scan; null for an electronic filing */
            paper: components["schemas"]["ScanView"] | (null);
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
            /**
             * Format: uuid
             * @description A trade of the filing; with `revision`
             */
            trade_id?: string;
            /** @description The revision of the trade that you looked at */
            revision?: number;
            /**
             * Format: uuid
             * @description Instead of a trade: a row of a scan that waits
             */
            row_id?: string;
            /** @description Why, if the common reason does not apply */
            reason?: string;
            /** @enum {string} */
            field: "source_row_id" | "owner" | "asset_name" | "asset_type" | "ticker" | "type" | "traded_on" | "notified_on" | "amount_min" | "amount_max" | "amount_over" | "option" | "bond" | "exchange" | "cap_gains_over_200" | "row_status" | "description" | "comment" | "subholding" | "location";
            /** @description As the API shows the field; null for no value */
            value: (string | null) | number | boolean | unknown[] | {
                [key: string]: unknown;
            };
        };
        AddBody: {
            /** @description Page of the filing, from 1 */
            page: number;
            /**
             * Format: uuid
             * @description The trade, or the row that waits, that stands above it; by default it is the last of the filing
             */
            after?: string | null;
            /** @description left, bottom, right, top in PDF points */
            box?: number[] | null;
            /** @enum {string|null} */
            owner: "self" | "spouse" | "joint" | "dependent" | null;
            /** @example Example Corp */
            asset_name: string;
            /** @enum {string|null} */
            type: "purchase" | "sale" | "sale_partial" | "exchange" | null;
            /** Format: date */
            traded_on: string | null;
            /** Format: date */
            notified_on: string | null;
            /** @description US dollars */
            amount_min: number | null;
            /** @description US dollars; null for an open-ended band */
            amount_max: number | null;
            /** @description An open-ended band */
            amount_over: boolean;
            asset_type?: string | null;
            ticker?: string | null;
            cap_gains_over_200?: boolean | null;
            row_status?: string | null;
            description?: string | null;
            comment?: string | null;
            /** @description Why, if the common reason does not apply */
            reason?: string;
        };
        RemoveBody: {
            /**
             * Format: uuid
             * @description A trade of the filing; with `revision`
             */
            trade_id?: string;
            /** @description The revision of the trade that you looked at */
            revision?: number;
            /**
             * Format: uuid
             * @description Instead of a trade: a row of a scan that waits
             */
            row_id?: string;
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
            /** @description Fields that were misread */
            changes?: components["schemas"]["ChangeBody"][];
            /** @description Rows that were not read */
            add?: components["schemas"]["AddBody"][];
            /** @description What was read as a row and is none */
            remove?: components["schemas"]["RemoveBody"][];
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
            /** @description parsed + paper + paper_read + paper_review + needs_review + unavailable + failed + waiting */
            listed: number;
            parsed: number;
            /** @description Scans: archived, not read */
            paper: number;
            /** @description Scans whose every row is stored */
            paper_read: number;
            /** @description Scans that a person has to look at; their sure rows are stored */
            paper_review: number;
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
            /** @description parsed + paper + paper_read + paper_review + needs_review + unavailable + failed + waiting */
            listed: number;
            parsed: number;
            /** @description Scans: archived, not read */
            paper: number;
            /** @description Scans whose every row is stored */
            paper_read: number;
            /** @description Scans that a person has to look at; their sure rows are stored */
            paper_review: number;
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
            undated: components["schemas"]["CoverageCountsView"] | (null);
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
            /**
             * @description Increases when a later reading differs
             * @example 1
             */
            revision: number;
            /**
             * Format: uuid
             * @description The filing that it stands in
             */
            filing_id: string;
            /**
             * @description Position in document order, from 1
             * @example 1
             */
            ordinal: number;
            /** @description The row id that the House prints on amended and deleted rows */
            source_row_id: string | null;
            /**
             * @description Owner as printed; empty where the form leaves it out
             * @example SP
             */
            owner_raw: string;
            /**
             * @description Whose it is; null: the document names none, or one that the form does not have
             * @enum {string|null}
             */
            owner: "self" | "spouse" | "joint" | "dependent" | null;
            /**
             * @description Asset as printed, with everything around it
             * @example Example Corp (EXA) [ST]
             */
            asset_name_raw: string;
            /**
             * @description Name of the asset alone
             * @example Example Corp
             */
            asset_name: string;
            /**
             * @description As the forms write it: a code of the House such as ST, words of the Senate such as Stock
             * @example ST
             */
            asset_type: string | null;
            /**
             * @description Ticker as printed
             * @example (EXA)
             */
            ticker_raw: string | null;
            /** @description Ticker in capital letters, where the document has one */
            ticker: string | null;
            /**
             * @description Where the ticker is from
             * @example document
             */
            ticker_source: string | null;
            /**
             * @description Kind of transaction as printed
             * @example P
             */
            type_raw: string;
            /**
             * @description Kind of transaction
             * @enum {string|null}
             */
            type: "purchase" | "sale" | "sale_partial" | "exchange" | null;
            /**
             * @description Day of the trade as printed
             * @example 03/01/2026
             */
            traded_on_raw: string;
            /**
             * Format: date
             * @description Day of the trade
             * @example 2026-03-01
             */
            traded_on: string | null;
            /**
             * @description Day on which the filer was notified of the trade, as printed; only the House asks for it
             * @example 03/02/2026
             */
            notified_on_raw: string | null;
            /**
             * Format: date
             * @description Day on which the filer was notified of the trade
             * @example 2026-03-02
             */
            notified_on: string | null;
            /**
             * @description Amount as printed: nearly always a band
             * @example $1,001 - $15,000
             */
            amount_raw: string;
            /**
             * @description US dollars
             * @example 1001
             */
            amount_min: number | null;
            /**
             * @description US dollars; null for an open-ended band
             * @example 15000
             */
            amount_max: number | null;
            /** @description An open-ended band, such as "Over $50,000,000" */
            amount_over: boolean;
            option: components["schemas"]["OptionView"] | (null);
            bond: components["schemas"]["BondView"] | (null);
            exchange: components["schemas"]["ExchangeView"] | (null);
            /** @description Whether the capital gains were above $200; only the House asks for it */
            cap_gains_over_200: boolean | null;
            /**
             * @description What the filing says of the row: new, or amended or deleted by it
             * @enum {string|null}
             */
            row_status: "new" | "amended" | "deleted" | null;
            /** @description Description as printed */
            description: string | null;
            /** @description Comment as printed */
            comment: string | null;
            /** @description The account or trust that holds it, as printed */
            subholding: string | null;
            /** @description Where the asset is, as printed */
            location: string | null;
            /**
             * @description Days from the trade to the filing; null if a date is missing or impossible
             * @example 19
             */
            days_to_file: number | null;
            /** @description Whether it was disclosed more than 45 days after the trade; null where a date is missing or impossible */
            late: boolean | null;
            /** @description Whether it counts: false for a row that another filing amends or withdraws, and for one that deletes another */
            is_current: boolean;
            /** @description What is doubtful about the row. `unknown_owner`: the owner is not one of those on the form; `unknown_type`: the type is not one of those on the form; `unknown_band`: the amount is neither a band on the form nor an exact sum; `invalid_trade_date`: the transaction date is not a calendar date; `invalid_notification_date`: the notification date is not a calendar date; `impossible_trade_date`: the transaction date is before 2012, when PTRs began, or more than a year after the report: days_to_file and late are null; `impossible_notification_date`: the same for the notification date; `traded_after_notified`: the trade is dated after its notification; `traded_after_signed`: the trade is dated after the report was signed; `traded_after_filed`: the trade is dated after the report was filed; `unknown_row_status`: the filing status is not New, Amended or Deleted; `missing_asset`: the row names no asset; `unknown_asset_lines`: the asset cell has unknown lines; `unknown_ticker`: the ticker cell has a text that is not a ticker; `exchange_without_counterpart`: the exchange names only one asset; `missing_cap_gains_box`: the box "Cap. Gains > $200?" is missing; `case_scrambled`: the document scrambles upper and lower case; the texts are not as the filer wrote them; `case_restored`: name and ticker have the upper and lower case of the drawn letters; `unreadable_characters`: a text has unreadable characters, replaced by U+FFFD; `corrected_by_reviewer`: a reviewer corrected a field; `added_by_reviewer`: a reviewer added the row, which no parser had read; its raw texts are what was typed. */
            quality_flags: ("unknown_owner" | "unknown_type" | "unknown_band" | "invalid_trade_date" | "invalid_notification_date" | "impossible_trade_date" | "impossible_notification_date" | "traded_after_notified" | "traded_after_signed" | "traded_after_filed" | "unknown_row_status" | "missing_asset" | "unknown_asset_lines" | "unknown_ticker" | "exchange_without_counterpart" | "missing_cap_gains_box" | "case_scrambled" | "case_restored" | "unreadable_characters" | "corrected_by_reviewer" | "added_by_reviewer")[];
            /**
             * @description Whether it was read from an electronic document or from a scan
             * @enum {string}
             */
            source: "electronic" | "paper";
            /** @description How surely each field was read from a scan, whatever a person confirmed since; null for an electronic document and for a row that a reviewer added */
            confidence: components["schemas"]["ConfidenceView"] | (null);
            provenance: components["schemas"]["ProvenanceView"];
            /**
             * Format: date-time
             * @description When Rotunda first stored it
             */
            first_seen_at: string;
            /** @description The task that first stored it */
            first_task_id: string;
            /**
             * Format: date-time
             * @description When this revision was stored
             */
            recorded_at: string;
            /** @description Whether `first_seen_at` is more than a week after the filing: then nobody who followed this archive could know it when it was filed */
            backfill: boolean;
            /** @description Null while it is not known */
            member: components["schemas"]["TradeMemberView"] | (null);
            links: components["schemas"]["TradeLinksView"];
            /** @description Absent with `filings=once` */
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
        ListedMemberView: {
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
            /** @description Filings that are matched to the member */
            filings: number;
            /** Format: date */
            last_filed_on: string | null;
        };
        MemberPage: {
            data: components["schemas"]["ListedMemberView"][];
            /** @description `cursor` of the next page; null on the last page */
            next_cursor: string | null;
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
        MemberCandidateView: {
            /**
             * @description `surname`: has the surname and sat at about that time; `seat`: held the seat
             * @enum {string}
             */
            reason: "surname" | "seat";
            member: components["schemas"]["MemberView"];
        };
        UnmatchedFilingView: {
            /**
             * Format: uuid
             * @description Of the filing; never changes
             */
            id: string;
            /**
             * @description To which chamber it was filed
             * @enum {string}
             */
            chamber: "senate" | "house";
            /**
             * @description House DocID or Senate UUID
             * @example 20099001
             */
            external_id: string;
            /**
             * @description Kind of the filing
             * @example ptr
             */
            filing_type: string;
            /**
             * @description Title in the listing of the site
             * @example Periodic Transaction Report
             */
            title_raw: string;
            /**
             * @description Name of the filer in the listing of the site
             * @example Hon. Testina Sample
             */
            filer_name_raw: string;
            /**
             * @description Office of the filer in the listing of the site
             * @example AK00
             */
            office_raw: string;
            /**
             * @description State and district of the filer, House only
             * @example CA14
             */
            state_district: string | null;
            member: components["schemas"]["FilingMemberView"];
            /**
             * @description Day of the filing in the listing of the site
             * @example 3/20/2026
             */
            filed_at_raw: string;
            /**
             * Format: date
             * @description Day of the filing; null where it is not a date
             * @example 2026-03-20
             */
            filed_on: string | null;
            /**
             * Format: date
             * @description Day of the signature in the document
             * @example 2026-03-19
             */
            signed_on: string | null;
            /**
             * @description How it was filed: on paper or electronically; null until it was read
             * @enum {string|null}
             */
            format: "electronic" | "paper" | null;
            /**
             * @description What a scan was recognised as: `typed`, `handwritten`, `mixed`, `attachment` (with a list), `nothing` (to report), `unknown` (no known form); null where it was not read, or filed electronically
             * @example typed
             */
            paper_class: string | null;
            /** @description Number of the amendment; null where it is none */
            amendment_no: number | null;
            /**
             * @description How far Rotunda is with it. A scan is `paper` while it is archived and not read, `paper_read` once all of its rows are trades, and `paper_review` while a person has to look at it
             * @enum {string}
             */
            status: "listed" | "parsed" | "paper" | "paper_read" | "paper_review" | "needs_review" | "unavailable" | "failed";
            /** @description Why it could not be fetched or read */
            reason: string | null;
            /** @description Why a person should look at it */
            review_reasons: string[];
            /** @description The same as codes, in the same order */
            review_reason_codes: components["schemas"]["ReviewReasonView"][];
            /** @description What is doubtful about the filing. `case_scrambled`: the document scrambles upper and lower case; its texts are not as the filer wrote them; `unknown_filing_time`: the page states no filing time; `unreadable_listing`: the site’s listing has unreadable characters, replaced by U+FFFD; `invalid_filing_date`: no PTR can have been filed on the listing’s date; filed_on is null. */
            quality_flags: ("case_scrambled" | "unknown_filing_time" | "unreadable_listing" | "invalid_filing_date")[];
            /**
             * @description The parser that read it
             * @example house-1
             */
            parser_version: string | null;
            /**
             * @description Number of rows according to the document itself
             * @example 3
             */
            expected_rows: number | null;
            /**
             * @description The document on the site
             * @example https://disclosures-clerk.house.gov/public_disc/ptr-pdfs/2026/20099001.pdf
             */
            document_url: string;
            /** @description SHA-256 of the archived document */
            document_sha256: string | null;
            /**
             * Format: date-time
             * @description When Rotunda first saw it in a listing
             */
            first_seen_at: string;
            /** @description The task that first saw it in a listing */
            first_task_id: string;
            /**
             * Format: date-time
             * @description When Rotunda last tried to read it
             */
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
        TradeSumsView: {
            trades: number;
            /** @description US dollars: the lower ends of the bands together */
            amount_min: number;
            /** @description US dollars: the upper ends together, of the bands that have one */
            amount_max: number;
            /** @description Trades without an upper end, such as "Over $50,000,000": `amount_max` lacks them */
            open_ended: number;
            /** @description Trades whose amount was not understood: both sums lack them */
            unknown_amounts: number;
        };
        TradeTotalsView: {
            /** @description Of all types */
            all: components["schemas"]["TradeSumsView"];
            purchases: components["schemas"]["TradeSumsView"];
            /** @description Full and partial ones */
            sales: components["schemas"]["TradeSumsView"];
            exchanges: components["schemas"]["TradeSumsView"];
            /** @description The type was not understood */
            unknown_types: components["schemas"]["TradeSumsView"];
            /**
             * Format: date
             * @description Of the trades whose date is known and possible
             */
            first_traded_on: string | null;
            /** Format: date */
            last_traded_on: string | null;
            /** Format: date */
            last_filed_on: string | null;
        };
        MonthTotalsView: {
            /** @description Of all types */
            all: components["schemas"]["TradeSumsView"];
            purchases: components["schemas"]["TradeSumsView"];
            /** @description Full and partial ones */
            sales: components["schemas"]["TradeSumsView"];
            exchanges: components["schemas"]["TradeSumsView"];
            /** @description The type was not understood */
            unknown_types: components["schemas"]["TradeSumsView"];
            /**
             * Format: date
             * @description Of the trades whose date is known and possible
             */
            first_traded_on: string | null;
            /** Format: date */
            last_traded_on: string | null;
            /** Format: date */
            last_filed_on: string | null;
            /**
             * @description Of the trade, not of the filing; null where its date is missing or impossible
             * @example 2025-03
             */
            month: string | null;
        };
        AssetTotalsView: {
            /** @description Of all types */
            all: components["schemas"]["TradeSumsView"];
            purchases: components["schemas"]["TradeSumsView"];
            /** @description Full and partial ones */
            sales: components["schemas"]["TradeSumsView"];
            exchanges: components["schemas"]["TradeSumsView"];
            /** @description The type was not understood */
            unknown_types: components["schemas"]["TradeSumsView"];
            /**
             * Format: date
             * @description Of the trades whose date is known and possible
             */
            first_traded_on: string | null;
            /** Format: date */
            last_traded_on: string | null;
            /** Format: date */
            last_filed_on: string | null;
            /** @description Null: without one, so the trades with its name */
            ticker: string | null;
            /** @description As one of its trades has it */
            asset_name: string;
        };
        MemberTradesView: {
            /**
             * @description What the law says about the use of disclosures
             * @example Under 5 U.S.C. § 13107(c) it is unlawful to obtain or use a report for any unlawful purpose, for any commercial purpose other than by news and communications media for dissemination to the general public, for determining or establishing the credit rating of any individual, or for use, directly or indirectly, in the solicitation of money for any political, charitable or other purpose.
             */
            notice: string;
            /** @example S900001 */
            bioguide: string;
            totals: components["schemas"]["TradeTotalsView"];
            /** @description Months with a trade, the oldest first */
            months: components["schemas"]["MonthTotalsView"][];
            /** @description The 200 that were traded most */
            assets: components["schemas"]["AssetTotalsView"][];
            /** @description How many assets were traded */
            asset_count: number;
        };
        TradedTickerView: {
            /** @example BRK.B */
            ticker: string;
            /** @description As the last of the trades names it */
            asset_name: string;
            /** @description That match the filters */
            trades: number;
            purchases: number;
            /** @description Full and partial ones */
            sales: number;
            /** Format: date */
            last_traded_on: string | null;
        };
        TickerPage: {
            /**
             * @description What the law says about the use of disclosures
             * @example Under 5 U.S.C. § 13107(c) it is unlawful to obtain or use a report for any unlawful purpose, for any commercial purpose other than by news and communications media for dissemination to the general public, for determining or establishing the credit rating of any individual, or for use, directly or indirectly, in the solicitation of money for any political, charitable or other purpose.
             */
            notice: string;
            data: components["schemas"]["TradedTickerView"][];
            /** @description `cursor` of the next page; null on the last page */
            next_cursor: string | null;
        };
        AssetNameView: {
            name: string;
            trades: number;
        };
        TickerFilerView: {
            /** @description Of all types */
            all: components["schemas"]["TradeSumsView"];
            purchases: components["schemas"]["TradeSumsView"];
            /** @description Full and partial ones */
            sales: components["schemas"]["TradeSumsView"];
            exchanges: components["schemas"]["TradeSumsView"];
            /** @description The type was not understood */
            unknown_types: components["schemas"]["TradeSumsView"];
            /**
             * Format: date
             * @description Of the trades whose date is known and possible
             */
            first_traded_on: string | null;
            /** Format: date */
            last_traded_on: string | null;
            /** Format: date */
            last_filed_on: string | null;
            /** @description Null where the filer is not matched to a member */
            bioguide: string | null;
            /** @description As the member writes it; of others, as the filing has it */
            name: string;
            /**
             * @description Of the member’s last term
             * @enum {string|null}
             */
            chamber: "senate" | "house" | null;
            /** @example CA */
            state: string | null;
            party: string | null;
        };
        TickerTradesView: {
            /**
             * @description What the law says about the use of disclosures
             * @example Under 5 U.S.C. § 13107(c) it is unlawful to obtain or use a report for any unlawful purpose, for any commercial purpose other than by news and communications media for dissemination to the general public, for determining or establishing the credit rating of any individual, or for use, directly or indirectly, in the solicitation of money for any political, charitable or other purpose.
             */
            notice: string;
            /** @example BRK.B */
            ticker: string;
            /** @description What its assets are called: the 20 commonest names */
            asset_names: components["schemas"]["AssetNameView"][];
            /** @description How many names there are */
            asset_name_count: number;
            totals: components["schemas"]["TradeTotalsView"];
            /** @description Months with a trade, the oldest first */
            months: components["schemas"]["MonthTotalsView"][];
            /** @description Who traded it most often comes first */
            filers: components["schemas"]["TickerFilerView"][];
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
        OpenBbTradeView: {
            /** @example EXA */
            symbol: string | null;
            /**
             * Format: date
             * @description When it was filed
             * @example 2026-03-20
             */
            date: string | null;
            /**
             * Format: date
             * @example 2026-03-01
             */
            transaction_date: string | null;
            /** @example Testina Sample */
            representative: string;
            /** @enum {string} */
            chamber: "House" | "Senate";
            /**
             * @description Null while it is not known
             * @example Spouse
             */
            owner: string | null;
            /** @example Stock */
            asset_type: string | null;
            /** @example Example Corp */
            asset_description: string;
            /** @example Sale (Partial) */
            transaction_type: string | null;
            /** @example $1,001 - $15,000 */
            amount: string;
            comment: string | null;
            /** @description The document on the chamber’s site */
            url: string;
        };
        OpenBbAnswer: {
            /** @description The newest filing first */
            results: components["schemas"]["OpenBbTradeView"][];
            /** @example rotunda */
            provider: string;
            /** @description Always null */
            warnings: string | null;
            /** @description Always null */
            chart: string | null;
            extra?: {
                notice: string;
            };
        };
        FmpTradeView: {
            /** @example EXA */
            symbol: string;
            /**
             * @description When it was filed
             * @example 2026-03-20
             */
            disclosureDate: string;
            /** @example 2026-03-01 */
            transactionDate: string;
            /**
             * @description Empty while nobody knows which member filed it
             * @example Testina
             */
            firstName: string;
            /** @example Sample */
            lastName: string;
            /**
             * @description The whole name; as filed while nobody knows the member
             * @example Testina Sample
             */
            office: string;
            /**
             * @description The seat of a representative, the state of a senator
             * @example AK00
             */
            district: string;
            /**
             * @description Empty while it is not known
             * @example Spouse
             */
            owner: string;
            /** @example Example Corp */
            assetDescription: string;
            /** @example Stock */
            assetType: string;
            /** @example Sale (Partial) */
            type: string;
            /** @example $1,001 - $15,000 */
            amount: string;
            /** @example  */
            comment: string;
            /** @description The document on the chamber’s site */
            link: string;
            /**
             * @description Empty where the form does not say: always in the Senate
             * @enum {string}
             */
            capitalGainsOver200USD: "True" | "False" | "";
        };
        QuiverTradeView: {
            /**
             * @description `-` for an asset without a ticker
             * @example EXA
             */
            Ticker: string;
            /**
             * @description Code (House) or word (Senate) of the form
             * @example ST
             */
            TickerType: string | null;
            /**
             * @description The asset as filed
             * @example Example Corp
             */
            Company: string;
            /**
             * Format: date
             * @example 2026-03-01
             */
            Traded: string | null;
            /**
             * Format: date
             * @example 2026-03-20
             */
            Filed: string | null;
            /** @example Sale (Partial) */
            Transaction: string | null;
            /**
             * @description The lower end of the band; with `version=V2` the band, such as `$1,001 - $15,000`
             * @example 1001.0
             */
            Trade_Size_USD: string | null;
            /**
             * @description House only
             * @example New
             */
            Status: string | null;
            Subholding: string | null;
            Description: string | null;
            Comments: string | null;
            /**
             * @description As filed while nobody knows the member
             * @example Testina Sample
             */
            Name: string;
            /**
             * @description Null while nobody knows the member
             * @example S900001
             */
            BioGuideID: string | null;
            /** @example D */
            Party: string | null;
            /**
             * @description House only
             * @example AK00
             */
            District: string | null;
            /**
             * @description Postal code
             * @example AK
             */
            State: string | null;
            /** @enum {string} */
            Chamber: "Representatives" | "Senate";
            /**
             * Format: date
             * @description When Rotunda first had it
             * @example 2026-03-21
             */
            Quiver_Upload_Time: string;
            /**
             * Format: date
             * @description When this reading of it was stored
             * @example 2026-03-21
             */
            last_modified: string;
            /** @description Always null: prices are licensed */
            excess_return: string | null;
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
            last_success: components["schemas"]["LastSuccessView"] | (null);
            /** @description The scrape that was queued last, whatever its state */
            last_run: components["schemas"]["TaskView"] | (null);
            /** @description Null: the data are as recent as scheduled */
            stale: components["schemas"]["StalenessView"] | (null);
            /** @description The next scrape; null: none is scheduled */
            next_run: components["schemas"]["NextRunView"] | (null);
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
    responses: {
        /** @description The answer is the one that If-None-Match names */
        NotModified: {
            headers: {
                [name: string]: unknown;
            };
            content?: never;
        };
        /** @description Malformed JSON, or an invalid path, query or header parameter */
        Problem400: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "urn:rotunda:problem:invalid-fields",
                 *       "title": "Bad Request",
                 *       "status": 400,
                 *       "detail": "limit must be at most 500.",
                 *       "instance": "/api/v1/trades"
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description A key or a session is needed, or the one sent is not valid */
        Problem401: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "about:blank",
                 *       "title": "Unauthorized",
                 *       "status": 401,
                 *       "detail": "A key or a session is needed, or the one sent is not valid",
                 *       "instance": "/api/v1/trades"
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The role is too small (`needed_role`), or a foreign page asks */
        Problem403: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "about:blank",
                 *       "title": "Forbidden",
                 *       "status": 403,
                 *       "detail": "The role is too small (`needed_role`), or a foreign page asks",
                 *       "instance": "/api/v1/trades"
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The URL, or a part of its path, is too long */
        Problem414: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "about:blank",
                 *       "title": "URI Too Long",
                 *       "status": 414,
                 *       "detail": "The URL, or a part of its path, is too long",
                 *       "instance": "/api/v1/trades"
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The gateway does not answer to this host name */
        Problem421: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "about:blank",
                 *       "title": "Misdirected Request",
                 *       "status": 421,
                 *       "detail": "The gateway does not answer to this host name",
                 *       "instance": "/api/v1/trades"
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Too many requests, or too many wrong keys; Retry-After says when to try again */
        Problem429: {
            headers: {
                /** @description Seconds until it is worth trying again */
                "Retry-After"?: number;
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "about:blank",
                 *       "title": "Too Many Requests",
                 *       "status": 429,
                 *       "detail": "Too many requests, or too many wrong keys; Retry-After says when to try again",
                 *       "instance": "/api/v1/trades"
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description NATS or Postgres is unavailable, or the queue is full; Retry-After says when to try again */
        Problem503: {
            headers: {
                /** @description Seconds until it is worth trying again */
                "Retry-After"?: number;
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "urn:rotunda:problem:database-unavailable",
                 *       "title": "Service Unavailable",
                 *       "status": 503,
                 *       "detail": "Postgres does not answer; is it running? Try again shortly.",
                 *       "instance": "/api/v1/trades"
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The body is too large */
        Problem413: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "about:blank",
                 *       "title": "Payload Too Large",
                 *       "status": 413,
                 *       "detail": "The body is too large",
                 *       "instance": "/api/v1/trades"
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The content type is not JSON */
        Problem415: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "about:blank",
                 *       "title": "Unsupported Media Type",
                 *       "status": 415,
                 *       "detail": "The content type is not JSON",
                 *       "instance": "/api/v1/trades"
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Well-formed JSON with invalid fields; `errors` lists them */
        Problem422: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "urn:rotunda:problem:invalid-fields",
                 *       "title": "Unprocessable Entity",
                 *       "status": 422,
                 *       "detail": "days_back must be a whole number of days.",
                 *       "instance": "/api/v1/trades"
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Not found */
        Problem404: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "about:blank",
                 *       "title": "Not Found",
                 *       "status": 404,
                 *       "detail": "There is no trade 29990000-0000-4000-8000-000000000000; /api/v1/trades lists the trades.",
                 *       "instance": "/api/v1/trades"
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Too late: it has already ended, or was already decided or changed */
        Problem409: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "about:blank",
                 *       "title": "Conflict",
                 *       "status": 409,
                 *       "detail": "Too late: it has already ended, or was already decided or changed",
                 *       "instance": "/api/v1/trades"
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The worker does not answer */
        Problem504: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "about:blank",
                 *       "title": "Gateway Timeout",
                 *       "status": 504,
                 *       "detail": "The worker does not answer",
                 *       "instance": "/api/v1/trades"
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Somebody changed it since you read it */
        Problem412: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "about:blank",
                 *       "title": "Precondition Failed",
                 *       "status": 412,
                 *       "detail": "Somebody changed it since you read it",
                 *       "instance": "/api/v1/trades"
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
    };
    parameters: {
        /** @description The `ETag` of an earlier answer: 304 if it would be the same again */
        IfNoneMatch: string;
    };
    requestBodies: never;
    headers: {
        /**
         * @description Of the body before it is compressed
         * @example W/"mYw9Qk1o9Yd0Xy5sVbq0Zg"
         */
        ETag: string;
        /** @description Keep it, and ask each time whether it still holds */
        "Cache-Control": string;
        /**
         * @description What the law says about the use of disclosures
         * @example Under 5 U.S.C. sec. 13107(c) it is unlawful to obtain or use a report for any unlawful purpose, for any commercial purpose other than by news and communications media for dissemination to the general public, for determining or establishing the credit rating of any individual, or for use, directly or indirectly, in the solicitation of money for any political, charitable or other purpose.
         */
        "Use-Notice": string;
        /**
         * @description The law itself
         * @example <https://uscode.house.gov/view.xhtml?req=granuleid:USC-prelim-title5-section13107>; rel="terms-of-service"
         */
        Link: string;
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    KeysController_list: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of an earlier answer: 304 if it would be the same again */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KeyList"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            414: components["responses"]["Problem414"];
            421: components["responses"]["Problem421"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
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
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            413: components["responses"]["Problem413"];
            414: components["responses"]["Problem414"];
            415: components["responses"]["Problem415"];
            421: components["responses"]["Problem421"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
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
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            413: components["responses"]["Problem413"];
            414: components["responses"]["Problem414"];
            415: components["responses"]["Problem415"];
            421: components["responses"]["Problem421"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    SessionController_show: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of an earlier answer: 304 if it would be the same again */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionView"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            414: components["responses"]["Problem414"];
            421: components["responses"]["Problem421"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
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
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            413: components["responses"]["Problem413"];
            414: components["responses"]["Problem414"];
            415: components["responses"]["Problem415"];
            421: components["responses"]["Problem421"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
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
            400: components["responses"]["Problem400"];
            403: components["responses"]["Problem403"];
            413: components["responses"]["Problem413"];
            414: components["responses"]["Problem414"];
            415: components["responses"]["Problem415"];
            421: components["responses"]["Problem421"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
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
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            413: components["responses"]["Problem413"];
            414: components["responses"]["Problem414"];
            415: components["responses"]["Problem415"];
            421: components["responses"]["Problem421"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
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
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            413: components["responses"]["Problem413"];
            414: components["responses"]["Problem414"];
            415: components["responses"]["Problem415"];
            421: components["responses"]["Problem421"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
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
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            413: components["responses"]["Problem413"];
            414: components["responses"]["Problem414"];
            415: components["responses"]["Problem415"];
            421: components["responses"]["Problem421"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    TaskStatusController_status: {
        parameters: {
            query?: {
                /** @description Seconds to wait for the task to end */
                wait?: number;
            };
            header?: {
                /** @description The `ETag` of an earlier answer: 304 if it would be the same again */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TaskStatusView"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            414: components["responses"]["Problem414"];
            421: components["responses"]["Problem421"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
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
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            414: components["responses"]["Problem414"];
            415: components["responses"]["Problem415"];
            421: components["responses"]["Problem421"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
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
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            413: components["responses"]["Problem413"];
            414: components["responses"]["Problem414"];
            415: components["responses"]["Problem415"];
            421: components["responses"]["Problem421"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
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
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            414: components["responses"]["Problem414"];
            415: components["responses"]["Problem415"];
            421: components["responses"]["Problem421"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
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
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            414: components["responses"]["Problem414"];
            415: components["responses"]["Problem415"];
            421: components["responses"]["Problem421"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    TaskSteeringController_why: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of an earlier answer: 304 if it would be the same again */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WhyView"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            414: components["responses"]["Problem414"];
            421: components["responses"]["Problem421"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
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
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            413: components["responses"]["Problem413"];
            414: components["responses"]["Problem414"];
            415: components["responses"]["Problem415"];
            421: components["responses"]["Problem421"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
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
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            413: components["responses"]["Problem413"];
            414: components["responses"]["Problem414"];
            415: components["responses"]["Problem415"];
            421: components["responses"]["Problem421"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    TaskListsController_active: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of an earlier answer: 304 if it would be the same again */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Cache-Control": components["headers"]["Cache-Control"];
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
            304: components["responses"]["NotModified"];
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            414: components["responses"]["Problem414"];
            421: components["responses"]["Problem421"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    TaskListsController_scheduled: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of an earlier answer: 304 if it would be the same again */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Cache-Control": components["headers"]["Cache-Control"];
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
            304: components["responses"]["NotModified"];
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            414: components["responses"]["Problem414"];
            421: components["responses"]["Problem421"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    TaskListsController_stats: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of an earlier answer: 304 if it would be the same again */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Cache-Control": components["headers"]["Cache-Control"];
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
            304: components["responses"]["NotModified"];
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            414: components["responses"]["Problem414"];
            421: components["responses"]["Problem421"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    TaskListsController_registered: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of an earlier answer: 304 if it would be the same again */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RegisteredCommandList"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            414: components["responses"]["Problem414"];
            421: components["responses"]["Problem421"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    QueueController_list: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of an earlier answer: 304 if it would be the same again */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Cache-Control": components["headers"]["Cache-Control"];
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
            304: components["responses"]["NotModified"];
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            414: components["responses"]["Problem414"];
            421: components["responses"]["Problem421"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    TasksHealthController_health: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of an earlier answer: 304 if it would be the same again */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TasksHealth"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            414: components["responses"]["Problem414"];
            421: components["responses"]["Problem421"];
            429: components["responses"]["Problem429"];
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
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            414: components["responses"]["Problem414"];
            421: components["responses"]["Problem421"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
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
            header?: {
                /** @description The `ETag` of an earlier answer: 304 if it would be the same again */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TaskPage"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            414: components["responses"]["Problem414"];
            421: components["responses"]["Problem421"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
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
            header?: {
                /** @description The `ETag` of an earlier answer: 304 if it would be the same again */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TaskCountView"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            414: components["responses"]["Problem414"];
            421: components["responses"]["Problem421"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    TaskHistoryController_show: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of an earlier answer: 304 if it would be the same again */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TaskView"] | components["schemas"]["TaskGroupView"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            414: components["responses"]["Problem414"];
            421: components["responses"]["Problem421"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
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
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            414: components["responses"]["Problem414"];
            421: components["responses"]["Problem421"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
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
            header?: {
                /** @description The `ETag` of an earlier answer: 304 if it would be the same again */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeadLetterPage"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            414: components["responses"]["Problem414"];
            421: components["responses"]["Problem421"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
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
            header?: {
                /** @description The `ETag` of an earlier answer: 304 if it would be the same again */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeadLetterCount"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            414: components["responses"]["Problem414"];
            421: components["responses"]["Problem421"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
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
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            413: components["responses"]["Problem413"];
            414: components["responses"]["Problem414"];
            415: components["responses"]["Problem415"];
            421: components["responses"]["Problem421"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
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
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            414: components["responses"]["Problem414"];
            415: components["responses"]["Problem415"];
            421: components["responses"]["Problem421"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
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
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            413: components["responses"]["Problem413"];
            414: components["responses"]["Problem414"];
            415: components["responses"]["Problem415"];
            421: components["responses"]["Problem421"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    WorkersController_list: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of an earlier answer: 304 if it would be the same again */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WorkerList"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            414: components["responses"]["Problem414"];
            421: components["responses"]["Problem421"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    WorkersController_ping: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of an earlier answer: 304 if it would be the same again */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WorkerPings"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            414: components["responses"]["Problem414"];
            421: components["responses"]["Problem421"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    WorkersController_show: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of an earlier answer: 304 if it would be the same again */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
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
                    ETag: components["headers"]["ETag"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WorkerView"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            414: components["responses"]["Problem414"];
            421: components["responses"]["Problem421"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
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
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            413: components["responses"]["Problem413"];
            414: components["responses"]["Problem414"];
            415: components["responses"]["Problem415"];
            421: components["responses"]["Problem421"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
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
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            413: components["responses"]["Problem413"];
            414: components["responses"]["Problem414"];
            415: components["responses"]["Problem415"];
            421: components["responses"]["Problem421"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
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
            header?: {
                /** @description The `ETag` of an earlier answer: 304 if it would be the same again */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WorkerSampleList"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            414: components["responses"]["Problem414"];
            421: components["responses"]["Problem421"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    SchedulesController_list: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of an earlier answer: 304 if it would be the same again */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScheduleList"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            414: components["responses"]["Problem414"];
            421: components["responses"]["Problem421"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
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
            header?: {
                /** @description The `ETag` of an earlier answer: 304 if it would be the same again */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SchedulePreview"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            414: components["responses"]["Problem414"];
            421: components["responses"]["Problem421"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    SchedulesController_show: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of an earlier answer: 304 if it would be the same again */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScheduleEntry"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            414: components["responses"]["Problem414"];
            421: components["responses"]["Problem421"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
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
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            414: components["responses"]["Problem414"];
            415: components["responses"]["Problem415"];
            421: components["responses"]["Problem421"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
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
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            413: components["responses"]["Problem413"];
            414: components["responses"]["Problem414"];
            415: components["responses"]["Problem415"];
            421: components["responses"]["Problem421"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
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
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            414: components["responses"]["Problem414"];
            415: components["responses"]["Problem415"];
            421: components["responses"]["Problem421"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
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
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            414: components["responses"]["Problem414"];
            415: components["responses"]["Problem415"];
            421: components["responses"]["Problem421"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
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
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            413: components["responses"]["Problem413"];
            414: components["responses"]["Problem414"];
            415: components["responses"]["Problem415"];
            421: components["responses"]["Problem421"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
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
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            413: components["responses"]["Problem413"];
            414: components["responses"]["Problem414"];
            415: components["responses"]["Problem415"];
            421: components["responses"]["Problem421"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
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
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            414: components["responses"]["Problem414"];
            415: components["responses"]["Problem415"];
            421: components["responses"]["Problem421"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    SitesController_list: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of an earlier answer: 304 if it would be the same again */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SiteStatusList"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            414: components["responses"]["Problem414"];
            421: components["responses"]["Problem421"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
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
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            413: components["responses"]["Problem413"];
            414: components["responses"]["Problem414"];
            415: components["responses"]["Problem415"];
            421: components["responses"]["Problem421"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
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
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            413: components["responses"]["Problem413"];
            414: components["responses"]["Problem414"];
            415: components["responses"]["Problem415"];
            421: components["responses"]["Problem421"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    TradesController_list: {
        parameters: {
            query?: {
                chamber?: ("senate" | "house")[];
                /** @description Any part of the filer’s name, in any case; or bioguide ids, several with commas */
                member?: string;
                /** @description Filed by one of these members (bioguide ids) */
                bioguide?: string[];
                /** @description Party of the member’s term on the day of the filing; upper and lower case are the same, and D, R, I and L are short forms */
                party?: string[];
                /** @description State of the same term, by its postal code */
                state?: string[];
                /** @description Exactly one of these tickers; upper and lower case are the same */
                ticker?: string[];
                /** @description How it was filed; of paper filings only those trades are there that were read surely, or confirmed by a person */
                format?: ("electronic" | "paper")[];
                /** @description Filed on this day or later */
                filed_from?: string;
                /** @description Filed on this day or earlier */
                filed_to?: string;
                /** @description The answer as the archive knew it at this time; of a day, at its first moment, UTC */
                as_of?: string;
                /** @description Rotunda first saw it at this time or later */
                first_seen_from?: string;
                /** @description Rotunda first saw it at this time or earlier; a day is included to its end, UTC */
                first_seen_to?: string;
                /** @description `unknown`: the document names none that the form has */
                owner?: ("self" | "spouse" | "joint" | "dependent" | "unknown")[];
                type?: ("purchase" | "sale" | "sale_partial" | "exchange")[];
                /** @description `paper`: read from a scan; see `confidence` */
                source?: ("electronic" | "paper")[];
                /** @description As the forms write it: codes of the House, words of the Senate; upper and lower case are the same */
                asset_type?: string[];
                /** @description Traded on this day or later */
                traded_from?: string;
                /** @description Traded on this day or earlier */
                traded_to?: string;
                /** @description The whole band is at or above this amount: its lower bound is */
                amount_from?: number;
                /** @description The whole band is at or below this amount: its upper bound is; an open-ended band has none */
                amount_to?: number;
                /** @description Disclosed more than 45 days after the trade, or within them; see `late` */
                late?: "true" | "false";
                /** @description With one of these quality flags, of the row or of its filing */
                flag?: ("unknown_owner" | "unknown_type" | "unknown_band" | "invalid_trade_date" | "invalid_notification_date" | "impossible_trade_date" | "impossible_notification_date" | "traded_after_notified" | "traded_after_signed" | "traded_after_filed" | "unknown_row_status" | "missing_asset" | "unknown_asset_lines" | "unknown_ticker" | "exchange_without_counterpart" | "missing_cap_gains_box" | "case_scrambled" | "case_restored" | "unreadable_characters" | "corrected_by_reviewer" | "added_by_reviewer" | "unknown_filing_time" | "unreadable_listing" | "invalid_filing_date")[];
                /** @description Words of the asset’s and the filer’s name, in any order; typing errors are forgiven */
                q?: string;
                /** @description Also trades that another filing amends or withdraws, and rows that delete one; see `is_current` */
                include_superseded?: "true" | "false";
                limit?: number;
                /** @description `next_cursor` of the previous page */
                cursor?: string;
                /** @description Only these fields of each item, those of an object inside it with a dot; all by default */
                fields?: string[];
                /** @description `filed`: those of the newest filing first; `stored`, `first_seen`: those that Rotunda saw last first; `traded`: by the day of the trade; `amount`: by the lower bound; `relevance`: to `q`. By default `relevance` with `q`, else `filed` */
                order?: "filed" | "stored" | "first_seen" | "traded" | "amount" | "relevance";
                /** @description `asc` turns the order around; what is unknown stays last */
                direction?: "desc" | "asc";
                /** @description `once`: `filings` has each filing once, by its id, and the trades come without it */
                filings?: "each" | "once";
                /** @description `exact`: `count` says how many trades there are on all pages, which takes longer */
                count?: "none" | "exact";
            };
            header?: {
                /** @description The `ETag` of an earlier answer: 304 if it would be the same again */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "Use-Notice": components["headers"]["Use-Notice"];
                    Link: components["headers"]["Link"];
                    ETag: components["headers"]["ETag"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TradePage"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            414: components["responses"]["Problem414"];
            421: components["responses"]["Problem421"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    TradesController_show: {
        parameters: {
            query?: {
                /** @description The answer as the archive knew it at this time; of a day, at its first moment, UTC */
                as_of?: string;
            };
            header?: {
                /** @description The `ETag` of an earlier answer: 304 if it would be the same again */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "Use-Notice": components["headers"]["Use-Notice"];
                    Link: components["headers"]["Link"];
                    ETag: components["headers"]["ETag"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TradeDetailView"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            414: components["responses"]["Problem414"];
            421: components["responses"]["Problem421"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    TradesController_source: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of an earlier answer: 304 if it would be the same again */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "Use-Notice": components["headers"]["Use-Notice"];
                    Link: components["headers"]["Link"];
                    ETag: components["headers"]["ETag"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TradeSourceView"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            414: components["responses"]["Problem414"];
            421: components["responses"]["Problem421"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    FilingsController_list: {
        parameters: {
            query?: {
                chamber?: ("senate" | "house")[];
                /** @description Any part of the filer’s name, in any case; or bioguide ids, several with commas */
                member?: string;
                /** @description Filed by one of these members (bioguide ids) */
                bioguide?: string[];
                /** @description Party of the member’s term on the day of the filing; upper and lower case are the same, and D, R, I and L are short forms */
                party?: string[];
                /** @description State of the same term, by its postal code */
                state?: string[];
                /** @description Exactly one of these tickers; upper and lower case are the same */
                ticker?: string[];
                /** @description How it was filed; of paper filings only those trades are there that were read surely, or confirmed by a person */
                format?: ("electronic" | "paper")[];
                /** @description Filed on this day or later */
                filed_from?: string;
                /** @description Filed on this day or earlier */
                filed_to?: string;
                /** @description The answer as the archive knew it at this time; of a day, at its first moment, UTC */
                as_of?: string;
                /** @description Rotunda first saw it at this time or later */
                first_seen_from?: string;
                /** @description Rotunda first saw it at this time or earlier; a day is included to its end, UTC */
                first_seen_to?: string;
                limit?: number;
                /** @description `next_cursor` of the previous page */
                cursor?: string;
                /** @description Only these fields of each item, those of an object inside it with a dot; all by default */
                fields?: string[];
                status?: ("listed" | "parsed" | "paper" | "paper_read" | "paper_review" | "needs_review" | "unavailable" | "failed")[];
            };
            header?: {
                /** @description The `ETag` of an earlier answer: 304 if it would be the same again */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "Use-Notice": components["headers"]["Use-Notice"];
                    Link: components["headers"]["Link"];
                    ETag: components["headers"]["ETag"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FilingPage"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            414: components["responses"]["Problem414"];
            421: components["responses"]["Problem421"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    FilingsController_show: {
        parameters: {
            query?: {
                /** @description The answer as the archive knew it at this time; of a day, at its first moment, UTC */
                as_of?: string;
            };
            header?: {
                /** @description The `ETag` of an earlier answer: 304 if it would be the same again */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "Use-Notice": components["headers"]["Use-Notice"];
                    Link: components["headers"]["Link"];
                    ETag: components["headers"]["ETag"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FilingWithTransactionsView"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            414: components["responses"]["Problem414"];
            421: components["responses"]["Problem421"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
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
                    "Use-Notice": components["headers"]["Use-Notice"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LineageView"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            413: components["responses"]["Problem413"];
            414: components["responses"]["Problem414"];
            415: components["responses"]["Problem415"];
            421: components["responses"]["Problem421"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    DocumentsController_show: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of an earlier answer: 304 if it would be the same again */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
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
                    "Use-Notice": components["headers"]["Use-Notice"];
                    Link: components["headers"]["Link"];
                    ETag: components["headers"]["ETag"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    [name: string]: unknown;
                };
                content: {
                    "*/*": string;
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            414: components["responses"]["Problem414"];
            421: components["responses"]["Problem421"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    SheetsController_show: {
        parameters: {
            query?: {
                /** @description Only this part: left, top, right, bottom in pixels from the upper left corner */
                box?: string;
                /** @description As this version of the reader straightened it, whose rows have their boxes there; by default the last one */
                parser_version?: string;
            };
            header?: {
                /** @description The `ETag` of an earlier answer: 304 if it would be the same again */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                id: string;
                page: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A picture with the pixels that the boxes of rows mean */
            200: {
                headers: {
                    "Use-Notice": components["headers"]["Use-Notice"];
                    Link: components["headers"]["Link"];
                    ETag: components["headers"]["ETag"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    [name: string]: unknown;
                };
                content: {
                    "image/png": string;
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            414: components["responses"]["Problem414"];
            421: components["responses"]["Problem421"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    ExportsController_manifest: {
        parameters: {
            query?: {
                chamber?: ("senate" | "house")[];
                /** @description Any part of the filer’s name, in any case; or bioguide ids, several with commas */
                member?: string;
                /** @description Filed by one of these members (bioguide ids) */
                bioguide?: string[];
                /** @description Party of the member’s term on the day of the filing; upper and lower case are the same, and D, R, I and L are short forms */
                party?: string[];
                /** @description State of the same term, by its postal code */
                state?: string[];
                /** @description Exactly one of these tickers; upper and lower case are the same */
                ticker?: string[];
                /** @description How it was filed; of paper filings only those trades are there that were read surely, or confirmed by a person */
                format?: ("electronic" | "paper")[];
                /** @description Filed on this day or later */
                filed_from?: string;
                /** @description Filed on this day or earlier */
                filed_to?: string;
                /** @description The answer as the archive knew it at this time; of a day, at its first moment, UTC */
                as_of?: string;
                /** @description Rotunda first saw it at this time or later */
                first_seen_from?: string;
                /** @description Rotunda first saw it at this time or earlier; a day is included to its end, UTC */
                first_seen_to?: string;
                /** @description `unknown`: the document names none that the form has */
                owner?: ("self" | "spouse" | "joint" | "dependent" | "unknown")[];
                type?: ("purchase" | "sale" | "sale_partial" | "exchange")[];
                /** @description `paper`: read from a scan; see `confidence` */
                source?: ("electronic" | "paper")[];
                /** @description As the forms write it: codes of the House, words of the Senate; upper and lower case are the same */
                asset_type?: string[];
                /** @description Traded on this day or later */
                traded_from?: string;
                /** @description Traded on this day or earlier */
                traded_to?: string;
                /** @description The whole band is at or above this amount: its lower bound is */
                amount_from?: number;
                /** @description The whole band is at or below this amount: its upper bound is; an open-ended band has none */
                amount_to?: number;
                /** @description Disclosed more than 45 days after the trade, or within them; see `late` */
                late?: "true" | "false";
                /** @description With one of these quality flags, of the row or of its filing */
                flag?: ("unknown_owner" | "unknown_type" | "unknown_band" | "invalid_trade_date" | "invalid_notification_date" | "impossible_trade_date" | "impossible_notification_date" | "traded_after_notified" | "traded_after_signed" | "traded_after_filed" | "unknown_row_status" | "missing_asset" | "unknown_asset_lines" | "unknown_ticker" | "exchange_without_counterpart" | "missing_cap_gains_box" | "case_scrambled" | "case_restored" | "unreadable_characters" | "corrected_by_reviewer" | "added_by_reviewer" | "unknown_filing_time" | "unreadable_listing" | "invalid_filing_date")[];
                /** @description Words of the asset’s and the filer’s name, in any order; typing errors are forgiven */
                q?: string;
                /** @description Also trades that another filing amends or withdraws, and rows that delete one; see `is_current` */
                include_superseded?: "true" | "false";
            };
            header?: {
                /** @description The `ETag` of an earlier answer: 304 if it would be the same again */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "Use-Notice": components["headers"]["Use-Notice"];
                    Link: components["headers"]["Link"];
                    ETag: components["headers"]["ETag"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExportManifestView"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            414: components["responses"]["Problem414"];
            421: components["responses"]["Problem421"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    ExportsController_dictionary: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of an earlier answer: 304 if it would be the same again */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "Use-Notice": components["headers"]["Use-Notice"];
                    Link: components["headers"]["Link"];
                    ETag: components["headers"]["ETag"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DictionaryView"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            414: components["responses"]["Problem414"];
            421: components["responses"]["Problem421"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    ExportsController_whole: {
        parameters: {
            query?: {
                chamber?: ("senate" | "house")[];
                /** @description Any part of the filer’s name, in any case; or bioguide ids, several with commas */
                member?: string;
                /** @description Filed by one of these members (bioguide ids) */
                bioguide?: string[];
                /** @description Party of the member’s term on the day of the filing; upper and lower case are the same, and D, R, I and L are short forms */
                party?: string[];
                /** @description State of the same term, by its postal code */
                state?: string[];
                /** @description Exactly one of these tickers; upper and lower case are the same */
                ticker?: string[];
                /** @description How it was filed; of paper filings only those trades are there that were read surely, or confirmed by a person */
                format?: ("electronic" | "paper")[];
                /** @description Filed on this day or later */
                filed_from?: string;
                /** @description Filed on this day or earlier */
                filed_to?: string;
                /** @description The answer as the archive knew it at this time; of a day, at its first moment, UTC */
                as_of?: string;
                /** @description Rotunda first saw it at this time or later */
                first_seen_from?: string;
                /** @description Rotunda first saw it at this time or earlier; a day is included to its end, UTC */
                first_seen_to?: string;
                /** @description `unknown`: the document names none that the form has */
                owner?: ("self" | "spouse" | "joint" | "dependent" | "unknown")[];
                type?: ("purchase" | "sale" | "sale_partial" | "exchange")[];
                /** @description `paper`: read from a scan; see `confidence` */
                source?: ("electronic" | "paper")[];
                /** @description As the forms write it: codes of the House, words of the Senate; upper and lower case are the same */
                asset_type?: string[];
                /** @description Traded on this day or later */
                traded_from?: string;
                /** @description Traded on this day or earlier */
                traded_to?: string;
                /** @description The whole band is at or above this amount: its lower bound is */
                amount_from?: number;
                /** @description The whole band is at or below this amount: its upper bound is; an open-ended band has none */
                amount_to?: number;
                /** @description Disclosed more than 45 days after the trade, or within them; see `late` */
                late?: "true" | "false";
                /** @description With one of these quality flags, of the row or of its filing */
                flag?: ("unknown_owner" | "unknown_type" | "unknown_band" | "invalid_trade_date" | "invalid_notification_date" | "impossible_trade_date" | "impossible_notification_date" | "traded_after_notified" | "traded_after_signed" | "traded_after_filed" | "unknown_row_status" | "missing_asset" | "unknown_asset_lines" | "unknown_ticker" | "exchange_without_counterpart" | "missing_cap_gains_box" | "case_scrambled" | "case_restored" | "unreadable_characters" | "corrected_by_reviewer" | "added_by_reviewer" | "unknown_filing_time" | "unreadable_listing" | "invalid_filing_date")[];
                /** @description Words of the asset’s and the filer’s name, in any order; typing errors are forgiven */
                q?: string;
                /** @description Also trades that another filing amends or withdraws, and rows that delete one; see `is_current` */
                include_superseded?: "true" | "false";
            };
            header?: never;
            path: {
                format: "csv" | "ndjson" | "parquet";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file. The trailer Rotunda-Rows says how many rows it has, Repr-Digest its SHA-256 (RFC 9530). If anything fails after the first byte, the connection is cut. */
            200: {
                headers: {
                    /** @description The instant of `as_of` */
                    "Rotunda-As-Of"?: string;
                    "Use-Notice": components["headers"]["Use-Notice"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    "text/csv; charset=utf-8; header=present": string;
                    "application/x-ndjson": string;
                    "application/vnd.apache.parquet": string;
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            414: components["responses"]["Problem414"];
            421: components["responses"]["Problem421"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    ExportsController_ofYear: {
        parameters: {
            query?: {
                chamber?: ("senate" | "house")[];
                /** @description Any part of the filer’s name, in any case; or bioguide ids, several with commas */
                member?: string;
                /** @description Filed by one of these members (bioguide ids) */
                bioguide?: string[];
                /** @description Party of the member’s term on the day of the filing; upper and lower case are the same, and D, R, I and L are short forms */
                party?: string[];
                /** @description State of the same term, by its postal code */
                state?: string[];
                /** @description Exactly one of these tickers; upper and lower case are the same */
                ticker?: string[];
                /** @description How it was filed; of paper filings only those trades are there that were read surely, or confirmed by a person */
                format?: ("electronic" | "paper")[];
                /** @description Filed on this day or later */
                filed_from?: string;
                /** @description Filed on this day or earlier */
                filed_to?: string;
                /** @description The answer as the archive knew it at this time; of a day, at its first moment, UTC */
                as_of?: string;
                /** @description Rotunda first saw it at this time or later */
                first_seen_from?: string;
                /** @description Rotunda first saw it at this time or earlier; a day is included to its end, UTC */
                first_seen_to?: string;
                /** @description `unknown`: the document names none that the form has */
                owner?: ("self" | "spouse" | "joint" | "dependent" | "unknown")[];
                type?: ("purchase" | "sale" | "sale_partial" | "exchange")[];
                /** @description `paper`: read from a scan; see `confidence` */
                source?: ("electronic" | "paper")[];
                /** @description As the forms write it: codes of the House, words of the Senate; upper and lower case are the same */
                asset_type?: string[];
                /** @description Traded on this day or later */
                traded_from?: string;
                /** @description Traded on this day or earlier */
                traded_to?: string;
                /** @description The whole band is at or above this amount: its lower bound is */
                amount_from?: number;
                /** @description The whole band is at or below this amount: its upper bound is; an open-ended band has none */
                amount_to?: number;
                /** @description Disclosed more than 45 days after the trade, or within them; see `late` */
                late?: "true" | "false";
                /** @description With one of these quality flags, of the row or of its filing */
                flag?: ("unknown_owner" | "unknown_type" | "unknown_band" | "invalid_trade_date" | "invalid_notification_date" | "impossible_trade_date" | "impossible_notification_date" | "traded_after_notified" | "traded_after_signed" | "traded_after_filed" | "unknown_row_status" | "missing_asset" | "unknown_asset_lines" | "unknown_ticker" | "exchange_without_counterpart" | "missing_cap_gains_box" | "case_scrambled" | "case_restored" | "unreadable_characters" | "corrected_by_reviewer" | "added_by_reviewer" | "unknown_filing_time" | "unreadable_listing" | "invalid_filing_date")[];
                /** @description Words of the asset’s and the filer’s name, in any order; typing errors are forgiven */
                q?: string;
                /** @description Also trades that another filing amends or withdraws, and rows that delete one; see `is_current` */
                include_superseded?: "true" | "false";
            };
            header?: never;
            path: {
                format: "csv" | "ndjson" | "parquet";
                /** @description Of the filing; `undated`: its date is not known */
                year: unknown;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file. The trailer Rotunda-Rows says how many rows it has, Repr-Digest its SHA-256 (RFC 9530). If anything fails after the first byte, the connection is cut. */
            200: {
                headers: {
                    /** @description The instant of `as_of` */
                    "Rotunda-As-Of"?: string;
                    "Use-Notice": components["headers"]["Use-Notice"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    "text/csv; charset=utf-8; header=present": string;
                    "application/x-ndjson": string;
                    "application/vnd.apache.parquet": string;
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            414: components["responses"]["Problem414"];
            421: components["responses"]["Problem421"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
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
                /** @description Only those of this filing */
                filing?: string;
            };
            header?: {
                /** @description The `ETag` of an earlier answer: 304 if it would be the same again */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "Use-Notice": components["headers"]["Use-Notice"];
                    Link: components["headers"]["Link"];
                    ETag: components["headers"]["ETag"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReviewPage"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            414: components["responses"]["Problem414"];
            421: components["responses"]["Problem421"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    ReviewsController_show: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of an earlier answer: 304 if it would be the same again */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "Use-Notice": components["headers"]["Use-Notice"];
                    Link: components["headers"]["Link"];
                    ETag: components["headers"]["ETag"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReviewDetailView"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            414: components["responses"]["Problem414"];
            421: components["responses"]["Problem421"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
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
                    "Use-Notice": components["headers"]["Use-Notice"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReviewDetailView"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            414: components["responses"]["Problem414"];
            415: components["responses"]["Problem415"];
            421: components["responses"]["Problem421"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
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
                    "Use-Notice": components["headers"]["Use-Notice"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReviewDetailView"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            414: components["responses"]["Problem414"];
            415: components["responses"]["Problem415"];
            421: components["responses"]["Problem421"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
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
                    "Use-Notice": components["headers"]["Use-Notice"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReviewDetailView"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            414: components["responses"]["Problem414"];
            415: components["responses"]["Problem415"];
            421: components["responses"]["Problem421"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
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
            header?: {
                /** @description The `ETag` of an earlier answer: 304 if it would be the same again */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "Use-Notice": components["headers"]["Use-Notice"];
                    Link: components["headers"]["Link"];
                    ETag: components["headers"]["ETag"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CoverageView"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            414: components["responses"]["Problem414"];
            421: components["responses"]["Problem421"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    LateController_list: {
        parameters: {
            query?: {
                chamber?: ("senate" | "house")[];
                /** @description Any part of the filer’s name, in any case; or bioguide ids, several with commas */
                member?: string;
                /** @description Filed by one of these members (bioguide ids) */
                bioguide?: string[];
                /** @description Party of the member’s term on the day of the filing; upper and lower case are the same, and D, R, I and L are short forms */
                party?: string[];
                /** @description State of the same term, by its postal code */
                state?: string[];
                /** @description Exactly one of these tickers; upper and lower case are the same */
                ticker?: string[];
                /** @description How it was filed; of paper filings only those trades are there that were read surely, or confirmed by a person */
                format?: ("electronic" | "paper")[];
                /** @description Filed on this day or later */
                filed_from?: string;
                /** @description Filed on this day or earlier */
                filed_to?: string;
                limit?: number;
                /** @description `next_cursor` of the previous page */
                cursor?: string;
                /** @description Only these fields of each item, those of an object inside it with a dot; all by default */
                fields?: string[];
            };
            header?: {
                /** @description The `ETag` of an earlier answer: 304 if it would be the same again */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "Use-Notice": components["headers"]["Use-Notice"];
                    Link: components["headers"]["Link"];
                    ETag: components["headers"]["ETag"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LatePage"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            414: components["responses"]["Problem414"];
            421: components["responses"]["Problem421"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
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
                /** @description Whether a filing is matched to the member */
                filed?: "true" | "false";
            };
            header?: {
                /** @description The `ETag` of an earlier answer: 304 if it would be the same again */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "Use-Notice": components["headers"]["Use-Notice"];
                    Link: components["headers"]["Link"];
                    ETag: components["headers"]["ETag"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MemberPage"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            414: components["responses"]["Problem414"];
            421: components["responses"]["Problem421"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
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
            header?: {
                /** @description The `ETag` of an earlier answer: 304 if it would be the same again */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "Use-Notice": components["headers"]["Use-Notice"];
                    Link: components["headers"]["Link"];
                    ETag: components["headers"]["ETag"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UnmatchedPage"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            414: components["responses"]["Problem414"];
            421: components["responses"]["Problem421"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    MembersController_show: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of an earlier answer: 304 if it would be the same again */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                bioguide: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "Use-Notice": components["headers"]["Use-Notice"];
                    Link: components["headers"]["Link"];
                    ETag: components["headers"]["ETag"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MemberWithFilingsView"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            414: components["responses"]["Problem414"];
            421: components["responses"]["Problem421"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    MembersController_summary: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of an earlier answer: 304 if it would be the same again */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                bioguide: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "Use-Notice": components["headers"]["Use-Notice"];
                    Link: components["headers"]["Link"];
                    ETag: components["headers"]["ETag"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MemberTradesView"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            414: components["responses"]["Problem414"];
            421: components["responses"]["Problem421"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    TickersController_list: {
        parameters: {
            query?: {
                limit?: number;
                /** @description `next_cursor` of the previous page */
                cursor?: string;
                /** @description Any part of the ticker or of an asset’s name; upper and lower case are the same */
                search?: string;
                /** @description Counts trades that were filed on this day or later */
                filed_from?: string;
                /** @description Counts trades that were filed on this day or earlier */
                filed_to?: string;
            };
            header?: {
                /** @description The `ETag` of an earlier answer: 304 if it would be the same again */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "Use-Notice": components["headers"]["Use-Notice"];
                    Link: components["headers"]["Link"];
                    ETag: components["headers"]["ETag"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TickerPage"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            414: components["responses"]["Problem414"];
            421: components["responses"]["Problem421"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    TickersController_show: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of an earlier answer: 304 if it would be the same again */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description Upper and lower case are the same */
                ticker: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "Use-Notice": components["headers"]["Use-Notice"];
                    Link: components["headers"]["Link"];
                    ETag: components["headers"]["ETag"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TickerTradesView"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            414: components["responses"]["Problem414"];
            421: components["responses"]["Problem421"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
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
                    "Use-Notice": components["headers"]["Use-Notice"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MemberDecisionView"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            413: components["responses"]["Problem413"];
            414: components["responses"]["Problem414"];
            415: components["responses"]["Problem415"];
            421: components["responses"]["Problem421"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    OpenBbController_governmentTrades: {
        parameters: {
            query?: {
                /** @description A ticker, or several separated by commas */
                symbol?: string;
                chamber?: "house" | "senate" | "all";
                limit?: number;
                /** @description Ignored: OpenBB’s clients send it */
                provider?: string;
                /** @description Ignored: OpenBB’s clients send it */
                chart?: string;
            };
            header?: {
                /** @description The `ETag` of an earlier answer: 304 if it would be the same again */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "Use-Notice": components["headers"]["Use-Notice"];
                    Link: components["headers"]["Link"];
                    ETag: components["headers"]["ETag"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OpenBbAnswer"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            414: components["responses"]["Problem414"];
            421: components["responses"]["Problem421"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    OpenBbController_ownPath: {
        parameters: {
            query?: {
                /** @description A ticker, or several separated by commas */
                symbol?: string;
                chamber?: "house" | "senate" | "all";
                limit?: number;
                /** @description Ignored: OpenBB’s clients send it */
                provider?: string;
                /** @description Ignored: OpenBB’s clients send it */
                chart?: string;
            };
            header?: {
                /** @description The `ETag` of an earlier answer: 304 if it would be the same again */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "Use-Notice": components["headers"]["Use-Notice"];
                    Link: components["headers"]["Link"];
                    ETag: components["headers"]["ETag"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OpenBbAnswer"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            414: components["responses"]["Problem414"];
            421: components["responses"]["Problem421"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    FmpController_senateLatest: {
        parameters: {
            query?: {
                /** @description From 0 */
                page?: number;
                /** @description Rows of a page; more than FMP gives are not given */
                limit?: number;
                /** @description A key of this gateway with the role `look`; a key of FMP is ignored where no key is needed */
                apikey?: string;
            };
            header?: {
                /** @description The `ETag` of an earlier answer: 304 if it would be the same again */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "Use-Notice": components["headers"]["Use-Notice"];
                    Link: components["headers"]["Link"];
                    ETag: components["headers"]["ETag"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FmpTradeView"][];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            414: components["responses"]["Problem414"];
            421: components["responses"]["Problem421"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    FmpController_houseLatest: {
        parameters: {
            query?: {
                /** @description From 0 */
                page?: number;
                /** @description Rows of a page; more than FMP gives are not given */
                limit?: number;
                /** @description A key of this gateway with the role `look`; a key of FMP is ignored where no key is needed */
                apikey?: string;
            };
            header?: {
                /** @description The `ETag` of an earlier answer: 304 if it would be the same again */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "Use-Notice": components["headers"]["Use-Notice"];
                    Link: components["headers"]["Link"];
                    ETag: components["headers"]["ETag"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FmpTradeView"][];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            414: components["responses"]["Problem414"];
            421: components["responses"]["Problem421"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    FmpController_senateTrades: {
        parameters: {
            query: {
                /** @description From 0 */
                page?: number;
                /** @description Rows of a page; more than FMP gives are not given */
                limit?: number;
                /** @description A key of this gateway with the role `look`; a key of FMP is ignored where no key is needed */
                apikey?: string;
                /** @description A ticker, or several separated by commas */
                symbol: string;
            };
            header?: {
                /** @description The `ETag` of an earlier answer: 304 if it would be the same again */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "Use-Notice": components["headers"]["Use-Notice"];
                    Link: components["headers"]["Link"];
                    ETag: components["headers"]["ETag"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FmpTradeView"][];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            414: components["responses"]["Problem414"];
            421: components["responses"]["Problem421"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    FmpController_houseTrades: {
        parameters: {
            query: {
                /** @description From 0 */
                page?: number;
                /** @description Rows of a page; more than FMP gives are not given */
                limit?: number;
                /** @description A key of this gateway with the role `look`; a key of FMP is ignored where no key is needed */
                apikey?: string;
                /** @description A ticker, or several separated by commas */
                symbol: string;
            };
            header?: {
                /** @description The `ETag` of an earlier answer: 304 if it would be the same again */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "Use-Notice": components["headers"]["Use-Notice"];
                    Link: components["headers"]["Link"];
                    ETag: components["headers"]["ETag"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FmpTradeView"][];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            414: components["responses"]["Problem414"];
            421: components["responses"]["Problem421"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    FmpController_senateTradesByName: {
        parameters: {
            query: {
                /** @description From 0 */
                page?: number;
                /** @description Rows of a page; more than FMP gives are not given */
                limit?: number;
                /** @description A key of this gateway with the role `look`; a key of FMP is ignored where no key is needed */
                apikey?: string;
                /** @description Any part of the filer’s name */
                name: string;
            };
            header?: {
                /** @description The `ETag` of an earlier answer: 304 if it would be the same again */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "Use-Notice": components["headers"]["Use-Notice"];
                    Link: components["headers"]["Link"];
                    ETag: components["headers"]["ETag"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FmpTradeView"][];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            414: components["responses"]["Problem414"];
            421: components["responses"]["Problem421"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    FmpController_houseTradesByName: {
        parameters: {
            query: {
                /** @description From 0 */
                page?: number;
                /** @description Rows of a page; more than FMP gives are not given */
                limit?: number;
                /** @description A key of this gateway with the role `look`; a key of FMP is ignored where no key is needed */
                apikey?: string;
                /** @description Any part of the filer’s name */
                name: string;
            };
            header?: {
                /** @description The `ETag` of an earlier answer: 304 if it would be the same again */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "Use-Notice": components["headers"]["Use-Notice"];
                    Link: components["headers"]["Link"];
                    ETag: components["headers"]["ETag"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FmpTradeView"][];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            414: components["responses"]["Problem414"];
            421: components["responses"]["Problem421"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    QuiverController_all: {
        parameters: {
            query?: {
                /** @description From 1. Without it and `page_size`: everything */
                page?: number;
                /** @description Default: 1000 */
                page_size?: number;
                /** @description First seen on this day (UTC) */
                date?: string;
                /** @description `V2`: `Trade_Size_USD` is the band, else its lower end */
                version?: string;
                /** @description Ignored: Quiver’s clients send it */
                recent?: string;
                /** @description Ignored: Quiver’s clients send it */
                nonstock?: string;
                /** @description Ignored: Quiver’s clients send it */
                normalized?: string;
                /** @description A ticker, or several separated by commas */
                ticker?: string;
                /** @description Filed by this member */
                bioguide_id?: string;
                /** @description Any part of the filer’s name */
                representative?: string;
            };
            header?: {
                /** @description The `ETag` of an earlier answer: 304 if it would be the same again */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "Use-Notice": components["headers"]["Use-Notice"];
                    Link: components["headers"]["Link"];
                    ETag: components["headers"]["ETag"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QuiverTradeView"][];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            414: components["responses"]["Problem414"];
            421: components["responses"]["Problem421"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    QuiverController_ofTicker: {
        parameters: {
            query?: {
                /** @description From 1. Without it and `page_size`: everything */
                page?: number;
                /** @description Default: 1000 */
                page_size?: number;
                /** @description First seen on this day (UTC) */
                date?: string;
                /** @description `V2`: `Trade_Size_USD` is the band, else its lower end */
                version?: string;
                /** @description Ignored: Quiver’s clients send it */
                recent?: string;
                /** @description Ignored: Quiver’s clients send it */
                nonstock?: string;
                /** @description Ignored: Quiver’s clients send it */
                normalized?: string;
            };
            header?: {
                /** @description The `ETag` of an earlier answer: 304 if it would be the same again */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                ticker: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "Use-Notice": components["headers"]["Use-Notice"];
                    Link: components["headers"]["Link"];
                    ETag: components["headers"]["ETag"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QuiverTradeView"][];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            414: components["responses"]["Problem414"];
            421: components["responses"]["Problem421"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    QuiverController_bulk: {
        parameters: {
            query?: {
                /** @description From 1. Without it and `page_size`: everything */
                page?: number;
                /** @description Default: 1000 */
                page_size?: number;
                /** @description First seen on this day (UTC) */
                date?: string;
                /** @description `V2`: `Trade_Size_USD` is the band, else its lower end */
                version?: string;
                /** @description Ignored: Quiver’s clients send it */
                recent?: string;
                /** @description Ignored: Quiver’s clients send it */
                nonstock?: string;
                /** @description Ignored: Quiver’s clients send it */
                normalized?: string;
                /** @description A ticker, or several separated by commas */
                ticker?: string;
                /** @description Filed by this member */
                bioguide_id?: string;
                /** @description Any part of the filer’s name */
                representative?: string;
            };
            header?: {
                /** @description The `ETag` of an earlier answer: 304 if it would be the same again */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "Use-Notice": components["headers"]["Use-Notice"];
                    Link: components["headers"]["Link"];
                    ETag: components["headers"]["ETag"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QuiverTradeView"][];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            414: components["responses"]["Problem414"];
            421: components["responses"]["Problem421"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    QuiverController_bulkOfTicker: {
        parameters: {
            query?: {
                /** @description From 1. Without it and `page_size`: everything */
                page?: number;
                /** @description Default: 1000 */
                page_size?: number;
                /** @description First seen on this day (UTC) */
                date?: string;
                /** @description `V2`: `Trade_Size_USD` is the band, else its lower end */
                version?: string;
                /** @description Ignored: Quiver’s clients send it */
                recent?: string;
                /** @description Ignored: Quiver’s clients send it */
                nonstock?: string;
                /** @description Ignored: Quiver’s clients send it */
                normalized?: string;
            };
            header?: {
                /** @description The `ETag` of an earlier answer: 304 if it would be the same again */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                ticker: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "Use-Notice": components["headers"]["Use-Notice"];
                    Link: components["headers"]["Link"];
                    ETag: components["headers"]["ETag"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QuiverTradeView"][];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            414: components["responses"]["Problem414"];
            421: components["responses"]["Problem421"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    FeedsController_all: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of an earlier answer: 304 if it would be the same again */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description RFC 4287 */
            200: {
                headers: {
                    "Use-Notice": components["headers"]["Use-Notice"];
                    Link: components["headers"]["Link"];
                    ETag: components["headers"]["ETag"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    [name: string]: unknown;
                };
                content: {
                    /** @example <feed xmlns="http://www.w3.org/2005/Atom">… */
                    "application/atom+xml": string;
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            414: components["responses"]["Problem414"];
            421: components["responses"]["Problem421"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    FeedsController_senate: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of an earlier answer: 304 if it would be the same again */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description RFC 4287 */
            200: {
                headers: {
                    "Use-Notice": components["headers"]["Use-Notice"];
                    Link: components["headers"]["Link"];
                    ETag: components["headers"]["ETag"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    [name: string]: unknown;
                };
                content: {
                    /** @example <feed xmlns="http://www.w3.org/2005/Atom">… */
                    "application/atom+xml": string;
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            414: components["responses"]["Problem414"];
            421: components["responses"]["Problem421"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    FeedsController_house: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of an earlier answer: 304 if it would be the same again */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description RFC 4287 */
            200: {
                headers: {
                    "Use-Notice": components["headers"]["Use-Notice"];
                    Link: components["headers"]["Link"];
                    ETag: components["headers"]["ETag"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    [name: string]: unknown;
                };
                content: {
                    /** @example <feed xmlns="http://www.w3.org/2005/Atom">… */
                    "application/atom+xml": string;
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            414: components["responses"]["Problem414"];
            421: components["responses"]["Problem421"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    FeedsController_member: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of an earlier answer: 304 if it would be the same again */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                bioguide: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description RFC 4287 */
            200: {
                headers: {
                    "Use-Notice": components["headers"]["Use-Notice"];
                    Link: components["headers"]["Link"];
                    ETag: components["headers"]["ETag"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    [name: string]: unknown;
                };
                content: {
                    /** @example <feed xmlns="http://www.w3.org/2005/Atom">… */
                    "application/atom+xml": string;
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            414: components["responses"]["Problem414"];
            421: components["responses"]["Problem421"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    FeedsController_ticker: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of an earlier answer: 304 if it would be the same again */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                ticker: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description RFC 4287 */
            200: {
                headers: {
                    "Use-Notice": components["headers"]["Use-Notice"];
                    Link: components["headers"]["Link"];
                    ETag: components["headers"]["ETag"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    [name: string]: unknown;
                };
                content: {
                    /** @example <feed xmlns="http://www.w3.org/2005/Atom">… */
                    "application/atom+xml": string;
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            414: components["responses"]["Problem414"];
            421: components["responses"]["Problem421"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
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
            header?: {
                /** @description The `ETag` of an earlier answer: 304 if it would be the same again */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditPage"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            414: components["responses"]["Problem414"];
            421: components["responses"]["Problem421"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
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
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            414: components["responses"]["Problem414"];
            421: components["responses"]["Problem421"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    OverviewController_show: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of an earlier answer: 304 if it would be the same again */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OverviewView"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            414: components["responses"]["Problem414"];
            421: components["responses"]["Problem421"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
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
            header?: {
                /** @description The `ETag` of an earlier answer: 304 if it would be the same again */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ThroughputView"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            414: components["responses"]["Problem414"];
            421: components["responses"]["Problem421"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    VersionController_show: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of an earlier answer: 304 if it would be the same again */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Versions"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            414: components["responses"]["Problem414"];
            421: components["responses"]["Problem421"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
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
            414: components["responses"]["Problem414"];
            421: components["responses"]["Problem421"];
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
            414: components["responses"]["Problem414"];
            421: components["responses"]["Problem421"];
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
