export const id = 234;
export const ids = [234];
export const modules = {

/***/ 31234:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  main: () => (/* binding */ main)
});

// EXTERNAL MODULE: external "node:readline"
var external_node_readline_ = __webpack_require__(80481);
;// CONCATENATED MODULE: ./src/cli/ask.ts
/** A question to whoever sits at the terminal. */

/**
 * Asks, and waits for a line.
 *
 * @param signal what ends the wait: Ctrl-C is a signal of the process, as it is everywhere else
 * @returns the line; undefined where the input ended without one
 * @throws the reason of the signal
 */
function askLine(question, input, output, signal) {
    signal.throwIfAborted();
    // Not in the terminal's raw mode, which would take Ctrl-C for a key.
    const lines = (0,external_node_readline_.createInterface)({ input, terminal: false });
    output.write(question);
    return new Promise((resolve, reject) => {
        const stop = () => {
            reject(signal.reason);
            lines.close();
        };
        signal.addEventListener('abort', stop, { once: true });
        lines.once('line', (line) => {
            resolve(line);
            lines.close();
        });
        lines.once('close', () => {
            signal.removeEventListener('abort', stop);
            resolve(undefined);
        });
    });
}

// EXTERNAL MODULE: ./node_modules/commander/esm.mjs
var esm = __webpack_require__(48179);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./src/storage/archive-limits.ts
var archive_limits = __webpack_require__(61120);
// EXTERNAL MODULE: ./src/storage/checksums.ts
var checksums = __webpack_require__(34025);
// EXTERNAL MODULE: ./src/storage/io-errors.ts
var io_errors = __webpack_require__(78305);
// EXTERNAL MODULE: ./src/storage/list-files.ts
var list_files = __webpack_require__(56183);
// EXTERNAL MODULE: ./src/storage/remove-tree.ts
var remove_tree = __webpack_require__(21618);
// EXTERNAL MODULE: ./src/storage/safe-names.ts
var safe_names = __webpack_require__(63369);
// EXTERNAL MODULE: ./src/storage/unzip.ts
var unzip = __webpack_require__(78483);
// EXTERNAL MODULE: ./src/services/backup/backup-id.ts
var backup_id = __webpack_require__(9719);
// EXTERNAL MODULE: ./src/services/backup/project-folder.ts
var project_folder = __webpack_require__(63427);
// EXTERNAL MODULE: ./src/services/backup/project-file/layout.ts
var layout = __webpack_require__(96482);
// EXTERNAL MODULE: ./src/services/backup/settled-verification.ts
var settled_verification = __webpack_require__(70612);
// EXTERNAL MODULE: ./src/services/backup/verification.ts + 2 modules
var backup_verification = __webpack_require__(87196);
// EXTERNAL MODULE: ./src/services/restore/restore-folder.ts + 1 modules
var restore_folder = __webpack_require__(91757);
;// CONCATENATED MODULE: ./src/services/places/place.ts
/**
 * The backups at a place on the disk: a backup root, a project's folder in it, one backup, or the
 * zip of an artifact.
 */
















async function namesIn(folder) {
    const entries = await (0,promises_.readdir)(folder, { withFileTypes: true });
    return entries.flatMap((entry) => entry.isDirectory() && (0,safe_names/* unsafeNameReason */.G)(entry.name) === undefined ? [entry.name] : []);
}
async function backupsIn(folder, projectId) {
    const { backups } = await (0,project_folder/* listProjectFolder */.a)(folder);
    return backups.sort(backup_id/* compareNewestFirst */.a0).map((backup) => ({ ...backup, projectId }));
}
async function backupsBelow(root) {
    const projects = (await namesIn(root)).filter((name) => !(0,restore_folder/* isRestoresName */.vp)(name)).sort();
    const found = await Promise.all(projects.map((name) => backupsIn((0,external_node_path_.join)(root, name), name)));
    return found.flat();
}
/** The files of which a backup has one at least, whatever else is damaged. */
const BACKUP_FILES = new Set([backup_verification/* MANIFEST_FILE */.h, layout/* PROJECT_FILE */.Dp, checksums/* CHECKSUMS_FILE */.aP]);
async function readPlace(path) {
    const names = await (0,promises_.readdir)(path);
    const name = (0,external_node_path_.basename)(path);
    const id = (0,backup_id/* parseBackupId */.JN)(name);
    if (names.some((one) => BACKUP_FILES.has(one))) {
        if (id === undefined) {
            throw new Error(`${path} holds a backup under another name than its own: give the folder the backup_id of its manifest.json, such as 20261122_030000`);
        }
        const only = { ...id, id: name, path, projectId: undefined };
        return { kind: 'backup', path, folder: path, backups: [only] };
    }
    const own = await backupsIn(path, name);
    if (own.length > 0)
        return { kind: 'project', path, folder: path, backups: own };
    return { kind: 'root', path, folder: path, backups: await backupsBelow(path) };
}
/** Opens places, and removes what it unpacked for that when it is closed. */
class Places {
    #temporary = [];
    /** A folder that is removed with the others. */
    async makeTemporary() {
        const folder = await (0,promises_.realpath)(await (0,promises_.mkdtemp)((0,external_node_path_.join)((0,external_node_os_.tmpdir)(), 'descope-backup-')));
        this.#temporary.push(folder);
        return folder;
    }
    /**
     * Finds the backups at a place. A zip is taken for one that a stranger may have made.
     *
     * @throws Error when there is no such place, or it cannot be read or must not be unpacked
     */
    async open(given) {
        const path = (0,external_node_path_.resolve)(given);
        try {
            const stat = await (0,promises_.lstat)(await (0,promises_.realpath)(path));
            if (stat.isDirectory())
                return await readPlace(await (0,promises_.realpath)(path));
            if (stat.isFile())
                return await this.#openZip(path);
        }
        catch (error) {
            if ((0,io_errors/* errorCode */.CA)(error) === 'ENOENT') {
                throw new Error(`there is no ${path}: name the folder or the zip that holds backups`, {
                    cause: error,
                });
            }
            throw (0,io_errors/* explainIoError */.U_)(error, `could not look for backups in ${path}`);
        }
        throw new Error(`${path} is neither a folder nor a zip: backups cannot be in it`);
    }
    async #openZip(path) {
        const folder = (0,external_node_path_.join)(await this.makeTemporary(), 'unpacked');
        try {
            await (0,unzip/* unzip */.$)(path, folder, archive_limits/* ARTIFACT_LIMITS */.Wo);
        }
        catch (error) {
            if (!(error instanceof unzip/* UnsafeArchiveError */.t))
                throw error;
            throw new Error(`${path} was not opened: ${error.message}: give the zip of an artifact as GitHub hands it out`, { cause: error });
        }
        const { kind, backups } = await readPlace(folder);
        // Of backups at the top of a zip nothing tells the project but they themselves.
        const own = kind === 'project' ? backups.map((one) => ({ ...one, projectId: undefined })) : backups;
        return { kind: 'zip', path, folder, backups: own };
    }
    /** Removes what was unpacked. */
    async close() {
        for (const folder of this.#temporary.splice(0))
            await (0,remove_tree/* removeTree */.d)(folder);
    }
}
async function sizeOf(folder) {
    const { files } = await (0,list_files/* listFiles */.C)(folder);
    const sizes = await Promise.all(files.map((file) => (0,promises_.lstat)((0,external_node_path_.join)(folder, file))));
    return sizes.reduce((sum, { size }) => sum + size, 0);
}
/**
 * The size as far as it can be told: why a folder cannot be read is for the verification to say.
 */
async function sizeIfReadable(folder) {
    try {
        return await sizeOf(folder);
    }
    catch {
        return 0;
    }
}
/** Reads a backup back from the disk and says whether it is good. */
async function inspectFound(found) {
    const { path, projectId } = found;
    const verification = projectId === undefined
        ? await (0,backup_verification/* verifyBackup */.g)(path, { isMoved: true })
        : await (0,settled_verification/* verifySettled */.r)(path);
    const own = verification.verified
        ? verification.manifest.project_id
        : (projectId ?? (0,external_node_path_.basename)((0,external_node_path_.dirname)(path)));
    return { ...found, projectId: own, verification, bytes: await sizeIfReadable(path) };
}
/** A backup's path as it is told: of a zip, the path within it. */
function shownPath(place, backup) {
    if (place.kind !== 'zip')
        return backup.path;
    return (0,external_node_path_.relative)((0,external_node_path_.dirname)((0,external_node_path_.dirname)(backup.path)), backup.path).replaceAll('\\', '/');
}

// EXTERNAL MODULE: ./src/services/backup/tool.ts
var tool = __webpack_require__(37605);
// EXTERNAL MODULE: ./src/json/parse.ts
var parse = __webpack_require__(27105);
// EXTERNAL MODULE: ./src/project/restore-words.ts
var restore_words = __webpack_require__(51799);
// EXTERNAL MODULE: ./src/runs/restore/apply-refusals.ts
var apply_refusals = __webpack_require__(17445);
// EXTERNAL MODULE: ./src/runs/restore/apply-world.ts
var apply_world = __webpack_require__(63770);
// EXTERNAL MODULE: ./src/services/backup/backup-service.ts + 6 modules
var backup_service = __webpack_require__(91041);
// EXTERNAL MODULE: ./src/storage/atomic-directory.ts
var atomic_directory = __webpack_require__(20534);
// EXTERNAL MODULE: ./src/storage/copy-files.ts
var copy_files = __webpack_require__(38926);
// EXTERNAL MODULE: ./src/storage/durable-files.ts
var durable_files = __webpack_require__(6624);
;// CONCATENATED MODULE: ./src/runs/restore/safety-folder.ts
/**
 * A second copy of a safety backup, in a folder that somebody named: on another disk, it outlives
 * this one.
 */







/**
 * Copies a safety backup and its plan into a folder, which is a backup root afterwards, and reads
 * both back.
 *
 * @param root absolute path; it is made where it is not there
 * @returns where the copy is
 * @throws Error when that could not be done
 */
async function copySafetyBackup(root, { backup: { manifest, verification, path }, folder }) {
    const { project_id: projectId, backup_id: id } = manifest;
    await (0,promises_.mkdir)(root, { recursive: true });
    const service = new backup_service/* BackupService */.e({ backupRoot: root });
    await service.adoptBackup(projectId, path);
    const copy = (await service.listBackups(projectId)).find((one) => one.id === id);
    const read = copy && (await service.verifyBackup(copy.path));
    if (copy === undefined || read?.verified !== true) {
        throw new Error(`the copy in ${root} did not verify when it was read back: use another folder`);
    }
    if (read.manifestSha256 !== verification.manifestSha256) {
        throw new Error(`${copy.path} is another backup: use another folder for the copy`);
    }
    const restore = (0,external_node_path_.join)(await (0,restore_folder/* findRestoresFolder */.PB)(root, projectId), folder.id);
    // The folder itself may be in that root.
    if (!(await (0,atomic_directory/* exists */.t2)((0,external_node_path_.join)(restore, restore_folder/* PLAN_FILE */.VI)))) {
        await (0,promises_.mkdir)(restore, { recursive: true });
        await (0,copy_files/* copyFiles */.B)(folder.path, restore, [restore_folder/* PLAN_FILE */.VI], 'copy');
        for (const parent of [restore, (0,external_node_path_.dirname)(restore), root])
            await (0,durable_files/* syncDirectory */.zR)(parent);
    }
    const plan = await (0,restore_folder/* readRestorePlan */.iJ)({ ...folder, path: restore });
    if (plan.plan_id !== manifest.plan_id) {
        throw new Error(`${restore} has another plan: use another folder for the copy`);
    }
    return { path: copy.path };
}

;// CONCATENATED MODULE: ./src/cli/exit-codes.ts
/** How the process ends: the exit codes of the command line. */
const EXIT = {
    /** Done and proven, or there was nothing to do. */
    done: 0,
    /** An error or wrong usage; nothing was written. */
    failed: 1,
    /** There are changes. */
    changes: 2,
    /** Partly done or not proven: damaged, too old, partial, suspect, not compared. */
    unproven: 3,
};

;// CONCATENATED MODULE: ./src/cli/restore/next-command.ts

const PROGRAM = 'node dist/cli.js';
/** A word as a shell takes it: between quotes where it could mean more than it says. */
function shellWord(text) {
    return /^[A-Za-z0-9_.,:@%+=/-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;
}
function words(options) {
    return options.flatMap(([name, text]) => text === undefined ? [] : text.split('\n').map((part) => `--${name} ${shellWord(part)}`));
}
/** Options that are the same for each command of a restore. The key is never among them. */
function commonWords({ options }, backupRoot) {
    return words([
        ['backup-root', backupRoot === 'backups' ? undefined : backupRoot],
        ['base-url', options.baseUrl],
        ['key-file', options.keyFile],
        ['secrets-file', options.secretsFile],
    ]);
}
/** What applies a plan: what was typed, of the same backup, with the plan's id. */
function applyCommand(plan, request) {
    const { mode, backup: named, 'max-changes': maxChanges } = request.request;
    const isUndo = mode === 'undo';
    const { 'max-changes': _typed, ...typed } = request.typed;
    const count = (0,restore_words/* writeCount */.jG)(plan);
    const inputs = {
        ...typed,
        ...(!isUndo && { backup: plan.backup.backup_id }),
        'max-changes': count > maxChanges ? String(count) : request.typed['max-changes'],
        'plan-id': plan.plan_id,
        confirm: plan.project_id,
    };
    return [
        PROGRAM,
        ...(isUndo ? ['undo', named] : ['apply']),
        ...words(Object.entries(inputs)),
        ...commonWords(request, request.options.backupRoot),
    ].join(' ');
}
/** What plans the way back. @param backupRoot where the restore wrote its folder */
function undoCommand(restoreId, backupRoot, request) {
    return [
        PROGRAM,
        'undo',
        restoreId,
        ...words([['project-id', request.request['project-id']]]),
        ...commonWords(request, backupRoot),
    ].join(' ');
}

// EXTERNAL MODULE: ./src/project/secret.ts
var project_secret = __webpack_require__(36953);
// EXTERNAL MODULE: ./src/runs/restore/prepare.ts + 28 modules
var prepare = __webpack_require__(61061);
// EXTERNAL MODULE: ./src/runs/restore/restore-options.ts
var restore_options = __webpack_require__(18802);
;// CONCATENATED MODULE: ./src/cli/layout/amounts.ts
/** Ages, sizes and counts in words. */
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** `1 flow`, `2 flows`. */
function counted(count, noun) {
    return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
function lasting(ms) {
    if (ms < MINUTE)
        return counted(Math.floor(ms / 1000), 'second');
    if (ms < HOUR)
        return counted(Math.floor(ms / MINUTE), 'minute');
    if (ms < 2 * DAY)
        return counted(Math.floor(ms / HOUR), 'hour');
    return counted(Math.floor(ms / DAY), 'day');
}
/**
 * How long ago a moment was: `3 hours ago`; of one to come, `in 3 hours`. Both in milliseconds
 * since the epoch.
 */
function ageInWords(time, now) {
    return time > now ? `in ${lasting(time - now)}` : `${lasting(now - time)} ago`;
}
/** `4 kB`, `1.2 MB`: powers of ten, as disks are sold. */
function sizeText(bytes) {
    if (bytes < 1000)
        return `${bytes} B`;
    if (bytes < 1_000_000)
        return `${Math.ceil(bytes / 1000)} kB`;
    if (bytes < 1_000_000_000)
        return `${(bytes / 1_000_000).toFixed(1)} MB`;
    return `${(bytes / 1_000_000_000).toFixed(1)} GB`;
}

// EXTERNAL MODULE: ./src/reporter/reporter.ts + 1 modules
var reporter = __webpack_require__(23400);
;// CONCATENATED MODULE: ./src/cli/reporter.ts
/** The terminal as a reporter of a run: what is done on stderr, and warnings with file and line. */

/** More findings of one file are counted, not shown. */
const MAX_FINDINGS = 20;
function placeText({ file, line, column }) {
    return line === undefined ? file : `${file}:${line}:${column ?? 1}`;
}
/** The findings a line each, as many as are worth reading. */
function findingLines({ file, findings, total }) {
    const shown = findings.slice(0, MAX_FINDINGS);
    const rest = total - shown.length;
    return [
        ...shown.map((finding) => `${placeText({ file, ...finding })}: ${finding.message}`),
        ...(rest > 0 ? [`${file}: and ${rest} more`] : []),
    ];
}
/**
 * Speaks on stderr. Nobody but who typed the command reads it: names may be told.
 *
 * @param clock milliseconds
 */
function terminalReporter(terminal, clock) {
    return (0,reporter/* makeReporter */.g)({
        group: (name, part) => {
            terminal.progress(name);
            return part();
        },
        info: (text) => {
            terminal.say(text);
        },
        warning: (text, place) => {
            terminal.warn(place === undefined ? text : `${placeText(place)}: ${text}`);
        },
        error: (text, place) => {
            terminal.fail(place === undefined ? text : `${placeText(place)}: ${text}`);
        },
        debug: () => undefined,
        fileErrors: (found) => {
            // Of one problem the failure that follows says all there is.
            if (found.total > 1)
                for (const line of findingLines(found))
                    terminal.say(line);
        },
        fileWarnings: (found) => {
            for (const line of findingLines(found))
                terminal.warn(line);
        },
    }, { mayName: true, clock });
}

// EXTERNAL MODULE: ./src/services/lines/lines.ts
var lines_lines = __webpack_require__(58455);
;// CONCATENATED MODULE: ./src/services/places/choice.ts
/** Which of the backups at a place is meant. */


/** Stands for the newest complete verified backup of a line. */
const LATEST = 'latest';
/** Whether a text names a backup by what it is, not by where it is. */
function namesBackup(text) {
    return text === LATEST || (0,backup_id/* parseBackupId */.JN)(text) !== undefined;
}
/**
 * Backups of the project that was asked for; of one that was given by itself, nobody knows before
 * it is read.
 */
function ofProject(backups, { projectId }) {
    return backups.filter((backup) => projectId === undefined || backup.projectId === undefined || backup.projectId === projectId);
}
/**
 * Whether a backup is of the line that was asked for; of one that does not verify, nobody knows: it
 * stays.
 */
function isOfLine({ verification }, { environment, source }) {
    if (!verification.verified)
        return true;
    const line = (0,lines_lines/* lineName */.iE)(verification.manifest);
    const cut = line.lastIndexOf('/');
    return ((environment === undefined || line.slice(0, cut) === environment) &&
        (source === undefined || line.slice(cut + 1) === source));
}
function isProven(backup) {
    return backup.verification.verified;
}
/** A backup as a proven one. @throws Error that says what is wrong with it */
function requireProven(backup) {
    const { id, verification } = backup;
    if (verification.verified)
        return { ...backup, verification };
    const problems = verification.problems.join('; ');
    throw new Error(verification.isLegacy
        ? `${id} cannot be proven: ${problems}: read its project.json as it is, or choose another backup`
        : `${id} is damaged: ${problems}: choose another backup`);
}
/** @throws Error when the folders are of several projects */
function requireOneProject(backups, where) {
    const projects = [...new Set(backups.map(({ projectId }) => projectId))];
    if (projects.length > 1) {
        throw new Error(`${where} holds backups of ${projects.length} projects (${projects.join(', ')}): add --project-id`);
    }
}
/**
 * The folder of an id.
 *
 * @param where as a message calls the place
 * @throws Error when there is none, or one in several projects
 */
function findById(backups, id, filter, where) {
    const found = ofProject(backups, filter).filter((backup) => backup.id === id);
    requireOneProject(found, where);
    const [backup] = found;
    if (backup !== undefined)
        return backup;
    throw new Error(`there is no backup ${id} in ${where}: list shows those that are there`);
}
/**
 * The newest complete verified backup of the one line that is there, or was asked for.
 *
 * @param backups newest first, of one project
 * @throws Error when there is none, or several lines are there: none stands in for another
 */
function findLatest(backups, filter, where) {
    const regular = backups
        .filter(isProven)
        .filter((backup) => backup.verification.manifest.purpose === undefined &&
        backup.verification.manifest.status === 'complete' &&
        isOfLine(backup, filter));
    const lines = [
        ...new Set(regular.map(({ verification }) => (0,lines_lines/* lineName */.iE)(verification.manifest))),
    ].sort();
    if (lines.length > 1) {
        throw new Error(`${where} holds backups of ${lines.length} lines (${lines.map(lines_lines/* showLine */.Yu).join(', ')}): add --environment or --source, for the latest of one is not that of another`);
    }
    const [latest] = regular;
    if (latest !== undefined)
        return latest;
    throw new Error(`there is no complete backup that verifies in ${where}: list shows what is there, and a partial one can be named by its id`);
}

;// CONCATENATED MODULE: ./src/cli/restore/place.ts
/** Where the backups of a restore are read, and where what it writes goes. */


/** In the working directory: where nothing else is a root, what a restore writes goes there. */
const DEFAULT_ROOT = 'backups';
/** Nothing is written into a zip, nor beside a single backup, which may lie anywhere. */
function rootOf({ kind, folder }, workingFolder) {
    if (kind === 'root')
        return folder;
    return kind === 'project' ? (0,external_node_path_.dirname)(folder) : (0,external_node_path_.resolve)(workingFolder, DEFAULT_ROOT);
}
/** @throws Error when there is no such place, or it cannot be read or must not be unpacked */
async function openRestorePlaces(path, { places, terminal, world }) {
    const place = await places.open((0,external_node_path_.resolve)(world.folder, path));
    const backupRoot = rootOf(place, world.folder);
    const inspect = async (projectId) => {
        const inspected = [];
        for (const found of ofProject(place.backups, { projectId })) {
            world.signal.throwIfAborted();
            terminal.progress(`Verifying ${found.id}`);
            inspected.push(await inspectFound(found));
        }
        return ofProject(inspected, { projectId });
    };
    const folder = place.kind === 'zip' ? place.folder : backupRoot;
    return { backupRoot, given: { name: place.path, folder, inspect } };
}

;// CONCATENATED MODULE: ./src/cli/layout/visible-text.ts
/**
 * Text from backups and answers, which may be anybody's, so that a terminal shows it and obeys none
 * of it.
 */
/**
 * Control characters, marks that turn the direction of writing, line breaks of Unicode, and halves
 * of letters.
 */
const OBEYED = /[\p{Cc}\p{Cs}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/gu;
function visible_text_escape(sign) {
    return `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
/**
 * One line of text in which every sign can be seen: what a terminal would obey is written as JSON
 * escapes it.
 */
function visible(text) {
    return text.replace(OBEYED, visible_text_escape);
}
/**
 * The same of a text of several lines, whose line breaks stay. In JSON, what is escaped is inside
 * strings: it stays JSON.
 */
function visibleLines(text) {
    return text.split('\n').map(visible).join('\n');
}

;// CONCATENATED MODULE: ./src/cli/diff-text.ts


function sideText({ backup_id: id, environment, source, taken_at: at }, now) {
    if (id === undefined)
        return 'the live project, now';
    return `${id}, ${environment ?? ''}/${source}, taken ${ageInWords(Date.parse(at), now)}`;
}
/** Objects and lists that are longer take a line an entry. */
const MAX_ONE_LINE = 100;
function valueLines(value) {
    const text = JSON.stringify(value);
    return text.length <= MAX_ONE_LINE || typeof value !== 'object'
        ? [text]
        : JSON.stringify(value, undefined, 2).split('\n');
}
function editLines({ pointer, before, after }, paint) {
    const side = (sign, value, isWhole) => {
        const [first = '', ...rest] = valueLines(value);
        const place = isWhole ? '' : `${pointer}: `;
        const meaning = sign === '-' ? 'removed' : 'added';
        return [`${sign} ${place}${first}`, ...rest.map((line) => `${sign} ${line}`)].map((line) => paint(meaning, visible(line)));
    };
    const isWhole = pointer === '';
    return [
        ...(before === undefined ? [] : side('-', before, isWhole)),
        ...(after === undefined ? [] : side('+', after, isWhole)),
    ];
}
function changeLines({ section, id, kind, edits }, { findings }, paint) {
    const own = findings.filter((finding) => finding.section === section && finding.id === id);
    return [
        paint('heading', visible(`@@ ${section}/${id} ${kind} @@`)),
        ...own.map(({ text }) => paint('warning', visible(`! ${text}`))),
        ...edits.flatMap((edit) => editLines(edit, paint)),
        '',
    ];
}
/** What a report comes to, in one line. */
function summaryOf({ changed, change_count: count, risk, findings }) {
    if (changed === 'false')
        return 'Nothing changed.';
    if (changed === 'unknown')
        return 'Nothing changed in what both have.';
    const words = findings.length > 0 ? `, ${counted(findings.length, 'finding')}` : '';
    return `${counted(count, 'object')} changed, risk ${risk}${words}`;
}
/** @param now milliseconds since the epoch */
function diffLines({ before, after, losses, report }, now, paint) {
    const notes = [
        ...losses.map((loss) => paint('bad', visible(loss))),
        ...(report.not_comparable.length === 0
            ? []
            : [
                visible(`Only one side has ${report.not_comparable.join(', ')}: what changed there is unknown.`),
            ]),
        ...(report.withheld_since ?? []).map(({ section, id, pointers }) => visible(`${section}/${id}: only what is withheld differs (${pointers.join(', ')})`)),
    ];
    const meaning = report.risk === 'high' ? 'bad' : 'heading';
    return [
        paint('removed', visible(`--- ${sideText(before, now)}`)),
        paint('added', visible(`+++ ${sideText(after, now)}`)),
        paint(meaning, summaryOf(report)),
        ...notes,
        ...(report.changes.length === 0 ? [] : ['']),
        ...report.changes.flatMap((change) => changeLines(change, report, paint)),
    ].filter((line, index, all) => !(line === '' && index === all.length - 1));
}

// EXTERNAL MODULE: ./node_modules/string-width/index.js + 6 modules
var string_width = __webpack_require__(94668);
;// CONCATENATED MODULE: ./src/cli/layout/table.ts
/**
 * Tables of text that fit the terminal: aligned by the columns that letters really take, wide ones
 * too.
 */


const GAP = '  ';
const CUT = '…';
const segmenter = new Intl.Segmenter();
const textOf = (cell) => visible(typeof cell === 'string' ? cell : cell.text);
/**
 * The beginning of a text that takes no more than so many columns, with a mark where something is
 * gone.
 */
function cutText(text, width) {
    if ((0,string_width/* default */.A)(text) <= width)
        return text;
    let kept = '';
    let used = 0;
    for (const { segment } of segmenter.segment(text)) {
        const more = (0,string_width/* default */.A)(segment);
        if (used + more > width - 1)
            break;
        kept += segment;
        used += more;
    }
    return width < 1 ? '' : `${kept}${CUT}`;
}
/** A text with spaces up to so many columns. */
function padText(text, width, align) {
    const spaces = ' '.repeat(Math.max(0, width - (0,string_width/* default */.A)(text)));
    return align === 'right' ? spaces + text : text + spaces;
}
const totalOf = (columns) => columns.reduce((sum, { width }) => sum + width, GAP.length * (columns.length - 1));
/** Cuts and drops columns until they fit, or only those are left that always stay. */
function fit(columns, width) {
    const kept = [...columns];
    for (;;) {
        let excess = totalOf(kept) - width;
        for (const one of kept) {
            if (excess <= 0)
                return kept;
            const { least } = one.column;
            if (least === undefined || one.width <= least)
                continue;
            const cut = Math.min(excess, one.width - least);
            one.width -= cut;
            excess -= cut;
        }
        if (excess <= 0)
            return kept;
        const ranks = kept.map(({ column }) => column.drop ?? -1);
        const highest = Math.max(...ranks);
        if (highest === -1)
            return kept;
        kept.splice(ranks.indexOf(highest), 1);
    }
}
/**
 * The lines of a table. What does not fit the terminal is cut, and less important columns are left
 * out.
 *
 * @param rows a cell a column each
 */
function tableLines(columns, rows, { width, paint }) {
    const natural = columns.map((column, index) => ({
        index,
        column,
        width: rows.reduce((most, row) => Math.max(most, (0,string_width/* default */.A)(textOf(row[index] ?? ''))), (0,string_width/* default */.A)(column.title)),
    }));
    const fitted = width === undefined ? natural : fit(natural, width);
    const line = (cells) => {
        const parts = fitted.map(({ index, column: { align }, width: room }, place) => {
            const cell = cells[index] ?? '';
            const text = cutText(textOf(cell), room);
            const isLast = place === fitted.length - 1 && align === undefined;
            const padded = isLast ? text : padText(text, room, align);
            return typeof cell === 'string' ? padded : paint(cell.meaning, padded);
        });
        return parts.join(GAP).trimEnd();
    };
    const head = columns.map(({ title }) => ({ text: title, meaning: 'heading' }));
    return [head, ...rows].map(line);
}

;// CONCATENATED MODULE: ./src/cli/restore/plan-text.ts





/** More objects of one kind are counted; plan.json has all. Deletes are shown all. */
const MAX_SHOWN = 200;
const MEANING = {
    delete: 'removed',
    create: 'added',
    update: 'warning',
    'missing-secret': 'bad',
    blocked: 'bad',
    unsupported: 'bad',
};
const nameOf = ({ section, id }) => `${section}/${id}`;
/** Aligned rows of objects; nothing of them is cut. */
function rows(steps, paint) {
    if (steps.length === 0)
        return [];
    const cells = steps.map((step) => [
        { text: step.action, meaning: MEANING[step.action] ?? 'quiet' },
        nameOf(step),
        (0,restore_words/* stepInWords */.hy)(step),
    ]);
    const columns = [{ title: 'ACTION' }, { title: 'OBJECT' }, { title: 'WHY' }];
    return ['', ...tableLines(columns, cells, { width: undefined, paint })];
}
function capped(items) {
    const rest = items.length - MAX_SHOWN;
    return {
        shown: items.slice(0, MAX_SHOWN),
        more: rest > 0 ? [`... and ${rest} more, all in plan.json`] : [],
    };
}
function listed(title, lines, paint) {
    return lines.length === 0 ? [] : ['', paint('heading', title), ...lines];
}
function lossLines(steps) {
    return steps.flatMap((step) => step.loses.map((text) => visible(`! ${nameOf(step)}: ${text}`)));
}
function editBlocks(steps, paint) {
    const { shown, more } = capped(steps.filter(({ edits }) => edits.length > 0));
    const blocks = shown.flatMap((step) => [
        paint('heading', visible(`@@ ${nameOf(step)} @@`)),
        ...step.edits.flatMap((edit) => editLines(edit, paint)),
    ]);
    return blocks.length === 0 ? [] : ['', ...blocks, ...more];
}
function headLines(plan, now, paint) {
    const { backup, counts, risk, mode } = plan;
    const other = backup.project_id === plan.project_id ? '' : ` of project ${backup.project_id}`;
    const recorded = backup.risk ?? 'not recorded';
    const what = mode === 'undo' ? 'Safety backup' : 'Backup';
    const title = mode === 'undo' ? 'Undo plan' : 'Plan';
    return [
        visible(`${what} ${backup.backup_id}${other}, ${backup.environment}: ${(0,restore_words/* ageInWords */.s3)(backup.created_at, now)}, ${backup.status}, risk of the changes in it: ${recorded}`),
        paint(risk === 'none' || risk === 'low' ? 'heading' : 'bad', visible(`${title} for ${plan.project_id}: ${(0,restore_words/* writesInWords */.J5)(plan)}; risk ${risk}`)),
        `${counts.identical} identical, ${counts.not_possible} not possible, ${counts.kept} kept: only the project has them`,
    ];
}
function nextLines(plan, { next, paint, planPath }) {
    return [
        '',
        `It takes ${(0,restore_words/* costInWords */.M7)(plan)}`,
        visible(`Plan file: ${planPath}`),
        `Plan id: ${paint('heading', plan.plan_id)}`,
        ...(next === undefined || (0,restore_words/* writeCount */.jG)(plan) === 0
            ? []
            : ['', 'Nothing of this plan has been written. To apply it:', '', visible(`  ${next}`)]),
    ];
}
/** The plan as lines. */
function planTextLines(plan, options) {
    const { now, paint } = options;
    const of = (action) => plan.steps.filter((step) => step.action === action);
    const [deletes, updates, creates] = [of('delete'), of('update'), of('create')];
    const [updated, created] = [capped(updates), capped(creates)];
    const impossible = plan.steps.filter(restore_words/* isNotPossible */.vT);
    return [
        ...headLines(plan, now, paint),
        ...listed('Look at these first', plan.findings.map((one) => paint('warning', visible(`! ${nameOf(one)}: ${one.text}`))), paint),
        ...rows([...deletes, ...updated.shown, ...created.shown], paint),
        ...new Set([...updated.more, ...created.more]),
        ...listed('Lost with what is deleted', lossLines(deletes), paint),
        ...listed('What does not come back', lossLines([...updates, ...creates]), paint),
        ...(impossible.length === 0
            ? []
            : ['', paint('heading', `Not possible: ${counted(impossible.length, 'object')}`)]),
        ...rows(impossible, paint),
        ...listed('What Descope itself says in a dry run', plan.refusals.map(({ section, kind, text }) => visible(`! ${section}, ${kind}: ${text}`)), paint),
        ...editBlocks(updates, paint),
        ...nextLines(plan, options),
    ];
}

;// CONCATENATED MODULE: ./src/cli/restore/prepare.ts
/** A plan as every command that restores makes it and shows it. */













/** Opens the place of the backups; nothing was asked of the network yet. */
async function openRestoring(typed, context) {
    const { request, options } = typed;
    const { terminal, world } = context;
    const { backupRoot, given } = await openRestorePlaces(options.backupRoot, context);
    world.prepareNetwork();
    return {
        typed,
        options: (0,restore_options/* restoreOptionsOf */.M)(request, {
            backupRoot,
            artifactName: undefined,
            workflowRun: undefined,
        }),
        world: {
            reporter: terminalReporter(terminal, world.clock),
            signal: world.signal,
            clock: world.clock,
            temporaryRoot: (0,external_node_os_.tmpdir)(),
            ownSecrets: [
                request['management-key'],
                ...[...request.secrets.values()].map((secret) => new project_secret/* Secret */.z(secret)),
            ],
            given,
        },
    };
}
/** @param planId that was approved; undefined where none is applied yet */
function planOf({ options, world }, planId) {
    return (0,prepare/* preparePlan */.H)({ ...options, planId }, world);
}
/** A plan as text. @param isNext whether the command that applies it is shown */
function planText({ plan, planPath }, { typed, world }, paint, isNext) {
    const next = isNext ? applyCommand(plan, typed) : undefined;
    return planTextLines(plan, { now: world.clock(), paint, planPath, next });
}
/** Puts a plan on stdout, as the command's answer. */
async function answerWithPlan(prepared, restoring, { terminal }) {
    const { plan, planPath } = prepared;
    if (restoring.typed.options.json === true) {
        // As it was written down: numbers keep their digits.
        terminal.printJson((0,parse/* parseJson */.qF)(await (0,promises_.readFile)(planPath)));
    }
    else
        terminal.print(planText(prepared, restoring, terminal.paint, true));
    warnOfNotPossible(prepared, restoring);
    return (0,restore_words/* writeCount */.jG)(plan) > 0 ? EXIT.changes : EXIT.done;
}
function warnOfNotPossible({ plan }, { world }) {
    const count = plan.steps.filter(restore_words/* isNotPossible */.vT).length;
    if (count === 0)
        return;
    world.reporter.warning(`${counted(count, 'object')} of the backup cannot be restored: the plan says why`);
}

// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(57975);
;// CONCATENATED MODULE: ./src/cli/layout/paint.ts
/** Colours: on a terminal alone, and not where somebody asked for none. */

const FORMATS = {
    good: 'green',
    warning: 'yellow',
    bad: 'red',
    quiet: 'dim',
    heading: 'bold',
    added: 'green',
    removed: 'red',
};
const plainPaint = (_meaning, text) => text;
const colourPaint = (meaning, text) => text === '' ? '' : (0,external_node_util_.styleText)(FORMATS[meaning], text, { validateStream: false });
/** Whether to colour: https://no-color.org, and terminals that say that they cannot. */
function paintFor({ isTTY }, environment) {
    const isWanted = (environment['NO_COLOR'] ?? '') === '' && environment['TERM'] !== 'dumb';
    return isTTY === true && isWanted ? colourPaint : plainPaint;
}

;// CONCATENATED MODULE: ./src/cli/restore/report-text.ts




const WORST_FIRST = [
    'unknown',
    'failed',
    'blocked',
    'not-reached',
    'done',
];
const report_text_MEANING = {
    unknown: 'bad',
    failed: 'bad',
    blocked: 'bad',
    'not-reached': 'warning',
    done: 'good',
};
function objectRows(objects, paint) {
    if (objects.length === 0)
        return [];
    const sorted = WORST_FIRST.flatMap((outcome) => objects.filter((one) => one.outcome === outcome));
    const cells = sorted.map(({ outcome, action, section, id, reason }) => [
        { text: outcome, meaning: report_text_MEANING[outcome] },
        action,
        `${section}/${id}`,
        reason ?? '',
    ]);
    const columns = ['OUTCOME', 'ACTION', 'OBJECT', 'WHY'].map((title) => ({ title }));
    return ['', ...tableLines(columns, cells, { width: undefined, paint })];
}
function headline(report, paint) {
    const { counts, proof, stopped, objects } = report;
    if (objects.length === 0)
        return paint('good', 'Nothing to do: the project is as the backup has it');
    const isProven = proof === 'equal' && stopped === undefined && counts.done === objects.length;
    if (isProven)
        return paint('good', `Restored and proven, ${counted(counts.done, 'object')}`);
    return paint('bad', `${counted(counts.done, 'object')} done, ${counts.failed} failed or in doubt, ${counts.not_reached} not reached; proof: ${proof}`);
}
/** The report as lines. */
function reportTextLines(report, { paint, undo, safetyPath }) {
    const isTouched = report.objects.some(({ outcome }) => outcome === 'done' || outcome === 'unknown');
    return [
        visible(`Restore ${report.restore_id} of ${report.project_id}, plan ${report.plan_id}`),
        headline(report, paint),
        ...(report.stopped === undefined
            ? []
            : [paint('bad', visible(`It stopped early: ${report.stopped}`))]),
        ...report.differences.map((text) => paint('bad', visible(`! ${text}`))),
        ...objectRows(report.objects, paint),
        '',
        `Proof: ${report.proof}`,
        ...(safetyPath === undefined ? [] : [visible(`Safety backup: ${safetyPath}`)]),
        ...(report.after_backup_id === undefined ? [] : [`Backup after it: ${report.after_backup_id}`]),
        ...(isTouched ? ['', 'To plan the way back:', '', visible(`  ${undo}`)] : []),
    ];
}
/** The report as a page of Markdown: text as it is, that nothing in it can end. */
function reportPage(report, failures, options) {
    const lines = reportTextLines(report, { ...options, paint: plainPaint });
    const all = [...failures.map((text) => visible(`Not as planned: ${text}`)), ...lines];
    const block = all.map((line) => (line === '' ? '' : `    ${line}`));
    return [`# Restore ${report.restore_id}`, '', ...block, ''].join('\n');
}

;// CONCATENATED MODULE: ./src/cli/restore/apply.ts
/** The terminal's telling of an apply: what was approved, what became of it, and how it ends. */











function applyWorld(restoring, progress, context) {
    const { terminal, world } = context;
    const { typed, options } = restoring;
    const { safetyCopy } = typed.options;
    return {
        ...restoring.world,
        ...(world.compareBackups && { compareBackups: world.compareBackups }),
        storeSafety: (safety) => safetyCopy === undefined
            ? // Proven by now, and in the root that somebody chose.
                Promise.resolve({ path: safety.backup.path })
            : copySafetyBackup((0,external_node_path_.resolve)(world.folder, safetyCopy), safety),
        renderReport: (report, failures) => reportPage(report, failures, {
            undo: undoCommand(report.restore_id, options.backupRoot, typed),
            safetyPath: progress.safetyPath,
        }),
        onSecret: (secret) => {
            terminal.hide(secret);
        },
        applyListener: {
            onSafetyBackup: ({ backup }, stored) => {
                progress.safetyPath = 'path' in stored ? stored.path : backup.path;
            },
            onJournal: () => {
                progress.isBegun = true;
            },
            onReport: (report, path) => {
                progress.told = { report, path };
            },
        },
    };
}
/** Puts the report on stdout, as the command's answer. */
async function answerWithReport({ told, safetyPath }, { typed, options }, { terminal }) {
    if (told === undefined)
        return;
    const { report, path } = told;
    if (typed.options.json === true) {
        terminal.printJson((0,parse/* parseJson */.qF)(await (0,promises_.readFile)(path)));
        return;
    }
    const undo = undoCommand(report.restore_id, options.backupRoot, typed);
    terminal.print(reportTextLines(report, { paint: terminal.paint, undo, safetyPath }));
}
/** Applies a plan whose id was approved. */
async function apply(prepared, planId, restoring, context) {
    const progress = { isBegun: false, safetyPath: undefined, told: undefined };
    const applyPlan = await context.world.loadApply();
    let code = EXIT.done;
    try {
        const options = { ...restoring.options, planId };
        await applyPlan(prepared, options, applyWorld(restoring, progress, context));
    }
    catch (error) {
        if (!(error instanceof apply_world/* RestoreNotProvenError */.u) && !progress.isBegun)
            throw error;
        context.terminal.fail(error.message);
        code = EXIT.unproven;
    }
    await answerWithReport(progress, restoring, context);
    return code;
}
/**
 * What somebody at the terminal says to a plan: what was typed; undefined where the input ended.
 */
async function askFor({ plan }, { world, terminal }) {
    terminal.tell(['']);
    try {
        const typed = await world.ask?.(`To apply it, type the project id ${plan.project_id}: `);
        world.signal.throwIfAborted();
        return typed?.trim();
    }
    catch (error) {
        terminal.tell(['']);
        throw new Error(`nothing was written: ${error.message}`, { cause: error });
    }
}
/** Shows the plan to somebody at the terminal, and applies it once the project was named. */
async function applyOnceTyped(restoring, context) {
    const { terminal } = context;
    const { typed, options } = restoring;
    const prepared = await planOf(restoring, options.planId);
    const { plan, client } = prepared;
    terminal.tell(planText(prepared, restoring, terminal.messagePaint, false));
    const approved = options.planId ?? plan.plan_id;
    const timeLeftMs = client.session.timeLeftMs;
    const refusal = (0,apply_refusals/* refusalOf */.O)(plan, { ...options, planId: approved, timeLeftMs });
    if (refusal !== undefined)
        throw new Error(refusal);
    if ((0,restore_words/* writeCount */.jG)(plan) === 0)
        return apply(prepared, approved, restoring, context);
    const answer = await askFor(prepared, context);
    if (answer !== plan.project_id) {
        const isLeft = options.mode === 'undo' && (answer === undefined || answer === '');
        if (isLeft)
            return answerWithPlan(prepared, restoring, context);
        throw new Error(`nothing was written: what was typed is not the project id: type it as --project-id has it (${typed.request['project-id']})`);
    }
    // The project may have changed while somebody read: what is applied is planned again.
    return applyPlanned(approved, restoring, context, plan.plan_id);
}
/**
 * Plans again, and applies the plan if it is the one that was approved.
 *
 * @param shown the plan that was shown by now
 */
async function applyPlanned(planId, restoring, context, shown) {
    const { terminal } = context;
    const prepared = await planOf(restoring, planId);
    if (prepared.plan.plan_id !== shown) {
        const isStale = prepared.plan.plan_id !== planId;
        terminal.tell(planText(prepared, restoring, terminal.messagePaint, isStale));
    }
    return apply(prepared, planId, restoring, context);
}
/** Applies the plan that was approved; where none was, asks whoever sits at the terminal. */
async function applyApproved(restoring, context) {
    const { planId } = restoring.options;
    return restoring.typed.isApproved && planId !== undefined
        ? applyPlanned(planId, restoring, context)
        : applyOnceTyped(restoring, context);
}

// EXTERNAL MODULE: ./src/project/secrets/variables.ts
var variables = __webpack_require__(57726);
// EXTERNAL MODULE: ./src/project/names.ts
var names = __webpack_require__(65669);
;// CONCATENATED MODULE: ./src/cli/options.ts
/** Options that several commands have. */



function addChoiceOptions(command) {
    return command
        .option('--backup-root <place>', "where backups are: their root, a project's folder in it, or the zip of an artifact", 'backups')
        .option('--project-id <id>', 'of which project, where there are several')
        .option('--environment <name>', 'of which environment, where there are several')
        .addOption(new esm/* Option */.c$('--source <source>', 'of which source, where there are both').choices([
        'config-file',
        'live',
    ]));
}
function addJsonOption(command) {
    return command.option('--json', 'the answer as JSON; messages go to stderr');
}
function addLiveOptions(command) {
    return command
        .option('--key-file <file>', 'a file that holds the management key; without it, DESCOPE_MANAGEMENT_KEY has it')
        .option('--base-url <address>', "address of the Management API; by default that of the project's region");
}
/**
 * A parser of an argument.
 *
 * @param parse undefined for text that is wrong
 * @param advice says what is right, as a sentence
 */
function parsed(parse, advice) {
    return (text) => {
        const value = parse(text);
        if (value !== undefined)
            return value;
        throw new esm/* InvalidArgumentError */.Di(advice);
    };
}
function wholeNumber(min, max = Number.MAX_SAFE_INTEGER) {
    const range = max === Number.MAX_SAFE_INTEGER ? `of at least ${min}` : `from ${min} to ${max}`;
    return parsed((text) => {
        const value = Number(text);
        return /^\d+$/.test(text) && value >= min && value <= max ? value : undefined;
    }, `Write a whole number ${range} in digits.`);
}
const projectId = parsed((text) => ((0,names/* isProjectId */.rm)(text) ? text : undefined), 'A project id has 1 to 64 letters, digits, "_" and "-", and is no name that Windows reserves.');
const environmentName = parsed((text) => ((0,names/* isEnvironmentName */.tq)(text) ? text : undefined), 'The name of an environment has 1 to 64 letters, digits, ".", "_" and "-", and begins with a letter or digit.');
/** Parts of a list that are separated by commas. */
function commaList(text) {
    return text.split(',').flatMap((name) => (name.trim() === '' ? [] : [name.trim()]));
}
const variableNames = parsed((text) => {
    const names = commaList(text);
    const isRight = (name) => /^[A-Za-z_][A-Za-z0-9_]*$/.test(name) && !(0,variables/* isReservedVariable */.x4)(name);
    return names.every(isRight) ? new Set(names) : undefined;
}, 'Write names of variables without ${}, separated by commas; ACTIONS_* and INPUT_* belong to the runner.');

;// CONCATENATED MODULE: ./src/cli/restore/options.ts

/** One that may be repeated: what is given again is added. */
function added(text, before) {
    return before === undefined ? text : `${before}\n${text}`;
}
const SECRETS_VARIABLE = 'DESCOPE_RESTORE_SECRETS';
/**
 * Inputs that are options with a text, in the order of the help: name, what stands for the text,
 * and what it is.
 */
const PROJECT = ['project-id', '<id>', 'the project that is written to'];
const OF_BACKUP = [
    ['backup', '<id>', 'id of the backup, or latest (default: latest)'],
    ['environment', '<name>', 'of which environment, where there are several'],
    ['from-project-id', '<id>', 'whose backup it is, where that is another project'],
    ['allow-other-project', '[boolean]', 'write the backup of one project into another'],
];
const SCOPE = [
    ['only', '<names>', 'what to restore: <section>, <section>/<id>, tenants/<id>/** (default: all)'],
    [
        'with-dependencies',
        '<boolean>',
        'whether what it refers to and the project lacks comes along (default: true)',
    ],
    ['delete', '<names>', 'objects <section>/<id> to delete, which the backup lacks'],
];
const LIMITS = [
    ['accept-user-loss', '<names>', 'tenants and roles to delete although users have them'],
    ['max-changes', '<count>', 'a plan with more is not applied (default: 100)'],
    ['deadline-minutes', '<minutes>', 'how long reading and writing may take (default: 60)'],
];
const APPROVAL = [
    ['plan-id', '<id>', 'the plan that was approved, as plan printed it'],
    ['confirm', '<id>', 'the project id once more'],
];
/** The options of a mode that are inputs of the action. */
function inputsOf(mode) {
    return [
        PROJECT,
        ...(mode === 'undo' ? [] : [...OF_BACKUP, ...SCOPE]),
        ...LIMITS,
        ...(mode === 'plan' ? [] : APPROVAL),
    ];
}
/** As commander names an option. */
function camelCase(name) {
    return name.replace(/-(.)/g, (_all, letter) => letter.toUpperCase());
}
function addRestoreOptions(command, mode) {
    command.option('--backup-root <place>', "where backups are: their root, a project's folder in it, one backup, or the zip of an artifact", 'backups');
    for (const [name, text, description] of inputsOf(mode)) {
        const flags = `--${name} ${text}`;
        if (text === '<names>')
            command.option(flags, description, added);
        else
            command.option(flags, description);
    }
    command.option('--secrets-file <file>', `a file with the secrets that the plan asks for, a JSON object by place; without it, ${SECRETS_VARIABLE} has it`);
    if (mode !== 'plan') {
        command.option('--safety-copy <folder>', 'where the safety backup is copied to, too');
    }
    return addJsonOption(addLiveOptions(command));
}
/** The inputs that were typed, by their names in the action. */
function typedInputs(mode, options) {
    const values = options;
    const typed = {};
    for (const [name] of inputsOf(mode)) {
        const value = values[camelCase(name)];
        if (value !== undefined)
            typed[name] = value === true ? 'true' : value;
    }
    return typed;
}


// EXTERNAL MODULE: ./src/project/inputs/restore.ts
var restore = __webpack_require__(31345);
// EXTERNAL MODULE: ./src/project/inputs/supplied-secrets.ts
var supplied_secrets = __webpack_require__(37181);
// EXTERNAL MODULE: ./src/descope/client.ts
var client = __webpack_require__(19186);
// EXTERNAL MODULE: ./src/project/sections/index.ts + 23 modules
var sections = __webpack_require__(46701);
// EXTERNAL MODULE: ./src/runs/capture.ts + 2 modules
var capture = __webpack_require__(9222);
// EXTERNAL MODULE: ./src/storage/safe-url.ts
var safe_url = __webpack_require__(70304);
;// CONCATENATED MODULE: ./src/cli/live.ts
/** The live project: its key, its address, and its state as something to compare with. */










const KEY_VARIABLE = 'DESCOPE_MANAGEMENT_KEY';
const DEADLINE_MS = 20 * 60_000;
const MAX_REQUESTS = 2000;
async function readKeyFile(path) {
    try {
        return await (0,promises_.readFile)(path, 'utf8');
    }
    catch (error) {
        throw (0,io_errors/* explainIoError */.U_)(error, 'could not read --key-file');
    }
}
/**
 * A key that is there anyhow: it is taken out of whatever is written, though nobody asked for it.
 */
function knownKey({ terminal, world }) {
    const key = world.environment[KEY_VARIABLE]?.trim() ?? '';
    if (key === '')
        return undefined;
    terminal.hide(key);
    return new project_secret/* Secret */.z(key);
}
/**
 * The management key, which from here on is taken out of whatever is written.
 *
 * @throws Error that never repeats what was given
 */
async function readKey({ keyFile }, { terminal, world }) {
    const given = keyFile === undefined
        ? world.environment[KEY_VARIABLE]
        : await readKeyFile((0,external_node_path_.resolve)(world.folder, keyFile));
    const key = given?.trim() ?? '';
    if (key !== '')
        terminal.hide(key);
    if (/^[!-~]+$/.test(key))
        return new project_secret/* Secret */.z(key);
    const from = keyFile === undefined ? KEY_VARIABLE : '--key-file';
    throw new Error(key === ''
        ? `the live project needs a management key: set ${KEY_VARIABLE}, or name a file with --key-file`
        : `${from} holds a blank, a line break or another sign that no key has: check it`);
}
/**
 * Where the project is.
 *
 * @param projectId may come from a backup that is anybody's
 * @throws Error for an address that the key must not go to
 */
function readBaseUrl({ baseUrl }, projectId) {
    if (baseUrl === undefined)
        return (0,client/* defaultBaseUrl */.I)(projectId);
    const url = (0,safe_url/* parseOrigin */.e)(baseUrl);
    if (url !== undefined)
        return url;
    throw new Error('--base-url is no address: https alone, or http on this machine, without path, user and query');
}
/**
 * Reads the live project of a backup, those sections that the backup saved, into a temporary
 * folder.
 *
 * @throws Error when it cannot be read at all; a section that cannot be read is missing in what is
 * returned
 */
async function captureToCompare(backup, options, { places, terminal, world }) {
    const { project_id: projectId, environment } = backup;
    const managementKey = await readKey(options, { terminal, world });
    // Never the address that a backup names: whoever made it would get the key.
    const baseUrl = readBaseUrl(options, projectId);
    const saved = new Set(backup.coverage.flatMap(({ section, status }) => (status === 'saved' ? [section] : [])));
    world.prepareNetwork();
    terminal.progress(`Reading the live project at ${baseUrl.host}`);
    const { signal, clock } = world;
    const backupRoot = await places.makeTemporary();
    const { content, record } = await (0,capture/* captureProject */.o)({
        source: 'live',
        live: {
            ...{ projectId, managementKey, baseUrl },
            sections: new Set(sections/* SECTIONS */.bP.filter((section) => saved.has(section))),
            deadlineMs: DEADLINE_MS,
            maxRequests: MAX_REQUESTS,
        },
        file: undefined,
    }, {
        ...{ signal, clock, backupRoot },
        reporter: terminalReporter(terminal, clock),
        ownSecrets: [managementKey],
    });
    const service = new backup_service/* BackupService */.e({ backupRoot, clock });
    const path = await service.saveProject(projectId, environment, content, { ...record, signal });
    const verification = await (0,backup_verification/* verifyBackup */.g)(path);
    if (verification.verified)
        return { path, manifest: verification.manifest };
    throw new Error(`the live project was not read well: ${verification.problems.join('; ')}: check the disk of the temporary folder`);
}

;// CONCATENATED MODULE: ./src/cli/restore/request.ts
/** From what was typed to what a restore is asked for. */







const SCHEMA = restore/* restoreInputSchema */._U.omit({ 'management-key': true, 'base-url': true });
/** The secrets as text; from here on they are taken out of whatever is written. */
async function readSecrets({ secretsFile }, { terminal, world }) {
    let text = world.environment[SECRETS_VARIABLE];
    if (secretsFile !== undefined) {
        try {
            text = await (0,promises_.readFile)((0,external_node_path_.resolve)(world.folder, secretsFile), 'utf8');
        }
        catch (error) {
            throw (0,io_errors/* explainIoError */.U_)(error, 'could not read --secrets-file');
        }
    }
    if (text === undefined || text.trim() === '')
        return undefined;
    for (const secret of (0,supplied_secrets/* parseSuppliedSecrets */.T)(text).masked)
        terminal.hide(secret);
    return text;
}
/** What an apply lacks where nobody can be asked, or what contradicts itself. */
function approvalOf(given, canAsk) {
    if (!canAsk)
        return (0,restore/* approvalProblems */.M0)(given);
    const { confirm, 'project-id': project } = given;
    return confirm === undefined || confirm === project
        ? []
        : (0,restore/* approvalProblems */.M0)(given).filter((problem) => problem.startsWith('confirm: '));
}
function fail(problems, mode, fromFile) {
    const named = problems.map((problem) => {
        if (problem.startsWith('secrets: ')) {
            const from = fromFile ? '--secrets-file' : SECRETS_VARIABLE;
            return problem.replace(/^secrets: (?:the input )?/, `${from} `);
        }
        return mode === 'undo' && problem.startsWith('backup: ')
            ? problem.replace(/^backup: /, 'the restore id ')
            : `--${problem}`;
    });
    throw new Error(named.join('; '));
}
/**
 * Reads arguments and options as the action reads its inputs, and the key.
 *
 * @throws Error that lists every problem, and repeats no secret
 */
async function readRequest(mode, command, context) {
    knownKey(context);
    const options = command.opts();
    const typed = typedInputs(mode, options);
    const secrets = await readSecrets(options, context);
    const [restoreId] = command.args;
    const given = {
        ...typed,
        mode,
        ...(mode === 'undo' && restoreId !== undefined && { backup: restoreId }),
        ...(secrets !== undefined && { secrets }),
    };
    const canAsk = context.world.ask !== undefined;
    const parsed = SCHEMA.safeParse(given);
    const problems = [
        ...(parsed.error?.issues ?? []).map(({ path, message }) => `${path.join('.')}: ${message}`),
        ...approvalOf(given, canAsk),
        ...(0,restore/* sourceProblems */._0)(given),
    ];
    if (!parsed.success || problems.length > 0) {
        return fail(problems, mode, options.secretsFile !== undefined);
    }
    const inputs = parsed.data;
    const projectId = inputs['project-id'];
    const baseUrl = readBaseUrl(options, projectId);
    const key = await readKey(options, context);
    return {
        request: {
            ...inputs,
            'from-project-id': inputs['from-project-id'] ?? projectId,
            'management-key': key,
            'base-url': baseUrl,
        },
        ...{ options, typed },
        isApproved: typed['plan-id'] !== undefined && typed['confirm'] !== undefined,
    };
}

;// CONCATENATED MODULE: ./src/cli/commands/apply.ts




const apply_applyCommand = {
    name: 'apply',
    summary: 'Writes a plan into a live project, a proven backup of it first, and proves the result. On a terminal it shows the plan and asks; elsewhere it needs --plan-id and --confirm.',
    example: 'apply --project-id P2exampleexampleexampleexampl --backup 20261122_030000',
    describe: (command) => addRestoreOptions(command, 'apply'),
    run: async (command, context) => applyApproved(await openRestoring(await readRequest('apply', command, context), context), context),
};

// EXTERNAL MODULE: ./src/project/sections/choice.ts
var choice = __webpack_require__(7735);
// EXTERNAL MODULE: ./src/runs/backup.ts + 12 modules
var backup = __webpack_require__(48887);
;// CONCATENATED MODULE: ./src/cli/listed.ts


function verdictOf({ verification }) {
    if (verification.verified)
        return verification.manifest.status;
    return verification.isLegacy ? 'not-verifiable' : 'damaged';
}
/** @param now milliseconds since the epoch */
function listedBackup(place, backup, now) {
    const { id, time, projectId, bytes, verification } = backup;
    const manifest = verification.verified ? verification.manifest : undefined;
    return {
        project_id: projectId,
        backup_id: id,
        path: shownPath(place, backup),
        taken_at: new Date(time).toISOString(),
        age_seconds: Math.floor((now - time) / 1000),
        verdict: verdictOf(backup),
        bytes,
        ...(manifest && {
            environment: manifest.environment,
            source: manifest.source.type === 'management-api' ? 'live' : 'config-file',
            tenants: manifest.counts.tenants,
            flows: manifest.counts.flows,
            content_sha256: manifest.content_sha256,
            ...(manifest.comparison && { comparison: manifest.comparison.outcome }),
            ...(manifest.purpose !== undefined && { purpose: manifest.purpose }),
        }),
        problems: verification.verified
            ? (verification.manifest.status_reasons ?? [])
            : verification.problems,
    };
}
const VERDICT_MEANING = {
    complete: 'good',
    partial: 'warning',
    suspect: 'bad',
    damaged: 'bad',
    'not-verifiable': 'warning',
};
/** Columns of a list of backups, in the order of the cells of {@link rowOf}. */
const BACKUP_COLUMNS = [
    { title: 'BACKUP' },
    { title: 'AGE', drop: 1 },
    { title: 'STATUS' },
    { title: 'LINE', least: 12, drop: 2 },
    { title: 'COMPARED', drop: 4 },
    { title: 'TENANTS', align: 'right', drop: 5 },
    { title: 'FLOWS', align: 'right', drop: 6 },
    { title: 'SIZE', align: 'right', drop: 3 },
    { title: 'CONTENT', drop: 7 },
];
/** Digits of a content hash that are shown: enough to see which are the same. */
const HASH_DIGITS = 12;
/** The line of a backup as it is shown; empty where no manifest tells. */
function lineOf({ environment, source }) {
    if (environment === undefined || source === undefined)
        return '';
    return (0,lines_lines/* showLine */.Yu)((0,lines_lines/* lineName */.iE)({ environment, source: { type: source } }));
}
function rowOf(backup, now) {
    const { backup_id: id, taken_at: takenAt, verdict, tenants, flows, bytes, content_sha256: hash, } = backup;
    return [
        id,
        ageInWords(Date.parse(takenAt), now),
        { text: verdict, meaning: VERDICT_MEANING[verdict] },
        lineOf(backup) + (backup.purpose === undefined ? '' : `, ${backup.purpose}`),
        backup.comparison ?? '',
        tenants === undefined ? '' : String(tenants),
        flows === undefined ? '' : String(flows),
        sizeText(bytes),
        hash?.slice(0, HASH_DIGITS) ?? '',
    ];
}

;// CONCATENATED MODULE: ./src/cli/backup-text.ts




function backupLines(answer, paint) {
    const { backup_id: id, status, path, tenants, flows, content_sha256: hash } = answer;
    const { report, compared_with: base, reason, removed } = answer;
    const counts = `${counted(tenants, 'tenant')}, ${counted(flows, 'flow')}`;
    return [
        `${paint('heading', id)}  ${paint(VERDICT_MEANING[status], status)}, read back and proven, ${counts}`,
        visible(path),
        `Content hash ${hash}`,
        ...(report === undefined
            ? [visible(reason ?? '')]
            : [
                visible(`Compared with ${base ?? ''}: ${summaryOf(report)}`),
                ...report.findings.map(({ section, id: object, text }) => paint('warning', visible(`! ${section}/${object}: ${text}`))),
            ]),
        ...(removed.length > 0 ? [`Removed ${removed.join(', ')}`] : []),
    ].filter((line) => line !== '');
}

;// CONCATENATED MODULE: ./src/cli/commands/backup.ts
/** `backup`: takes a backup into a backup root, proves it, and compares it with the one before. */












const DEFAULT_CONFIG_PATH = 'descope.yaml';
const SECTION_NAMES = `Write all, some of ${sections/* SECTIONS */.bP.join(', ')}, or -name to leave one out.`;
function captureOptions(options, key, world) {
    const { configPath, environment, allowVariables, sections, maxRequests } = options;
    const file = {
        projectId: options.projectId,
        environment,
        path: configPath ?? DEFAULT_CONFIG_PATH,
        workspace: world.folder,
        variables: world.environment,
        allowVariables,
    };
    if (key === undefined)
        return { source: 'config-file', file };
    return {
        source: 'live',
        live: {
            projectId: options.projectId,
            managementKey: key,
            baseUrl: readBaseUrl(options, options.projectId),
            sections,
            deadlineMs: options.deadlineMinutes * 60_000,
            maxRequests,
        },
        file: configPath === undefined ? undefined : file,
    };
}
function runOptions(options, capture, world) {
    const { environment, source, retentionDays, minimumBackups, shrinkLimit, allowShrink } = options;
    const { prune, gitTree, acceptPartial, requireSections } = options;
    const id = options.projectId;
    return {
        projectId: id,
        environment,
        backupRoot: (0,external_node_path_.resolve)(world.folder, options.backupRoot),
        retentionDays,
        minimumBackups,
        capture,
        comparison: {
            history: 'compare',
            areCopiesHistory: false,
            naming: { projectId: id, environment, source, artifactName: undefined },
            ...{ retentionDays, minimumBackups, shrinkLimit, allowShrink, acceptPartial },
        },
        pruning: {
            projectId: id,
            prune: prune === 'dry-run' ? prune : prune === 'true',
            isRootForgotten: false,
        },
        gitTree: gitTree === undefined
            ? undefined
            : {
                folder: (0,external_node_path_.resolve)(world.folder, gitTree),
                workspace: world.folder,
                whyNotLive: undefined,
            },
        demands: { requireSections, failOnPartial: !acceptPartial },
        workflowRun: undefined,
    };
}
function answerOf({ fresh, comparison, pruned, failures }) {
    const { manifest, path } = fresh;
    const decisions = 'value' in pruned ? pruned.value.result : undefined;
    return {
        backup_id: manifest.backup_id,
        path,
        status: manifest.status,
        manifest_sha256: fresh.verification.manifestSha256,
        content_sha256: manifest.content_sha256,
        tenants: manifest.counts.tenants,
        flows: manifest.counts.flows,
        comparison: comparison.outcome,
        ...('with' in comparison
            ? { compared_with: comparison.with.backup_id, report: comparison.report }
            : { reason: comparison.reason }),
        removed: (decisions?.removed ?? []).map(({ id }) => id),
        failures: failures.map(({ message }) => message),
    };
}
/** The backup is there and proven: what else went wrong makes no error of it. */
function exitOf({ fresh, comparison, failures }) {
    const isCompared = comparison.outcome === 'compared' || comparison.outcome === 'first';
    return (0,lines_lines/* isAcceptable */.Lr)(fresh.manifest) && isCompared && failures.length === 0
        ? EXIT.done
        : EXIT.unproven;
}
function describeSource(command) {
    return command
        .requiredOption('--project-id <id>', 'the Descope project', projectId)
        .requiredOption('--environment <name>', 'what the project is to you, such as production', environmentName)
        .addOption(new esm/* Option */.c$('--source <source>', 'what is backed up')
        .choices(['config-file', 'live'])
        .default('config-file'))
        .option('--config-path <file>', `the config file; with --source live, what tenants are compared with (default: "${DEFAULT_CONFIG_PATH}")`)
        .option('--allow-variables <names>', 'variables that are replaced though they are named like a secret, separated by commas', variableNames, new Set())
        .option('--backup-root <folder>', 'the folder of all backups', 'backups');
}
function describeLive(command) {
    return addLiveOptions(command)
        .addOption(new esm/* Option */.c$('--sections <choice>', 'which sections of a live project')
        .argParser(parsed(choice/* parseSectionChoice */.W, SECTION_NAMES))
        .default(new Set(sections/* SECTIONS_OF_ALL */.xF), 'all'))
        .addOption(new esm/* Option */.c$('--require-sections <list>', 'sections that must be saved')
        .argParser(parsed(choice/* parseSectionList */.H, SECTION_NAMES))
        .default([], 'none'))
        .option('--accept-partial', 'accept a backup in which a section could not be read', false)
        .option('--deadline-minutes <minutes>', 'how long reading may take', wholeNumber(1, 360), 20)
        .option('--max-requests <count>', 'how many requests reading may take', wholeNumber(1), 2000);
}
function describeHistory(command) {
    return command
        .option('--shrink-limit <percent>', 'how much of a section may be gone', wholeNumber(0, 100), 20)
        .option('--allow-shrink', 'accept this backup, whatever is gone', false)
        .addOption(new esm/* Option */.c$('--prune <choice>', 'whether old backups of the line are removed')
        .choices(['true', 'false', 'dry-run'])
        .default('false'))
        .option('--retention-days <days>', 'how old backups may become', wholeNumber(1, 3650), 30)
        .option('--minimum-backups <count>', 'so many newest good ones always stay', wholeNumber(1), 1)
        .option('--git-tree <folder>', 'also write the state as one file an object');
}
async function run(command, { terminal, world }) {
    const options = command.opts();
    const isLive = options.source === 'live';
    const key = isLive ? await readKey(options, { terminal, world }) : undefined;
    if (isLive)
        world.prepareNetwork();
    const ownSecrets = [key ?? knownKey({ terminal, world })].filter((one) => one !== undefined);
    let kept;
    let result;
    try {
        result = await (0,backup/* backUp */.vm)(runOptions(options, captureOptions(options, key, world), world), {
            reporter: terminalReporter(terminal, world.clock),
            signal: world.signal,
            clock: world.clock,
            temporaryRoot: (0,external_node_os_.tmpdir)(),
            ownSecrets,
            ...(world.compareBackups && { compareBackups: world.compareBackups }),
            listener: {
                onProven: ({ path }) => {
                    kept = path;
                },
            },
        });
    }
    catch (error) {
        if (kept === undefined)
            throw error;
        terminal.fail(`${error.message}: the backup ${kept} is there, but was not compared`);
        return EXIT.unproven;
    }
    const answer = answerOf(result);
    if (options.json === true)
        terminal.printJson(answer);
    else
        terminal.print(backupLines(answer, terminal.paint));
    for (const failure of answer.failures)
        terminal.fail(failure);
    return exitOf(result);
}
const backupCommand = {
    name: 'backup',
    summary: 'Takes a backup, reads it back and proves it, and compares it with the one before.',
    example: 'backup --project-id P2exampleexampleexampleexampl --environment dev --config-path examples/descope.yaml',
    describe: (command) => addJsonOption(describeHistory(describeLive(describeSource(command)))),
    run,
};

// EXTERNAL MODULE: ./src/services/changes/comparison.ts + 1 modules
var comparison = __webpack_require__(98870);
;// CONCATENATED MODULE: ./src/cli/choose.ts
/** From what was typed to the backups that are meant. */




/** Reads all backups of a place that were asked for, by project, then newest first. */
async function inspectPlace(place, filter, { terminal, world }) {
    const wanted = ofProject(place.backups, filter);
    const inspected = [];
    for (const [index, found] of wanted.entries()) {
        world.signal.throwIfAborted();
        terminal.progress(`Verifying backup ${index + 1} of ${wanted.length}: ${found.id}`);
        const backup = await inspectFound(found);
        if (isOfLine(backup, filter))
            inspected.push(backup);
    }
    return inspected.filter((backup) => ofProject([backup], filter).length > 0);
}
async function latestOf(place, filter, chooser) {
    requireOneProject(ofProject(place.backups, filter), place.path);
    const latest = findLatest(await inspectPlace(place, filter, chooser), filter, place.path);
    const { terminal, world } = chooser;
    const age = ageInWords(latest.time, world.clock());
    const others = place.backups.length > 1 ? `, of ${counted(place.backups.length, 'backup')}` : '';
    terminal.say(`${latest.id}, taken ${age}, is the newest complete one${others}`);
    return { ...latest, place };
}
/** One backup that was named, as a proven one of what was asked for. */
async function chooseOne(found, place, filter, { terminal }) {
    terminal.progress(`Verifying ${found.id}`);
    const backup = requireProven(await inspectFound(found));
    if (ofProject([backup], filter).length > 0 && isOfLine(backup, filter))
        return { ...backup, place };
    const line = (0,lines_lines/* showLine */.Yu)((0,lines_lines/* lineName */.iE)(backup.verification.manifest));
    throw new Error(`${backup.id} is of project ${backup.projectId}, ${line}: correct --project-id, --environment or --source, or leave them out`);
}
/**
 * The backup that a text names by its id or as the latest, or whose folder or zip it is. Only a
 * proven one is given.
 */
async function chooseBackup(text, options, chooser) {
    const { places, world } = chooser;
    if (namesBackup(text)) {
        const place = await places.open((0,external_node_path_.resolve)(world.folder, options.backupRoot));
        if (text === LATEST)
            return latestOf(place, options, chooser);
        const found = findById(place.backups, text, options, place.path);
        return chooseOne(found, place, options, chooser);
    }
    const path = (0,external_node_path_.resolve)(world.folder, text);
    if (!(await (0,atomic_directory/* exists */.t2)(path))) {
        throw new Error(`${JSON.stringify(text)} is no backup: give an id such as 20261122_030000, ${LATEST}, or the path of a backup's folder or zip`);
    }
    const place = await places.open(path);
    const [only] = place.backups;
    if (only === undefined)
        throw new Error(`there are no backups in ${place.path}: check the path`);
    return place.backups.length === 1
        ? chooseOne(only, place, options, chooser)
        : latestOf(place, options, chooser);
}

;// CONCATENATED MODULE: ./src/cli/commands/diff.ts






/** Stands for the project as it is now. */
const LIVE = 'live';
/** Percent of a section's objects that may be gone without a word, as for the backup action. */
const SHRINK_LIMIT = 20;
function sideOf({ manifest }, isLive = false) {
    return {
        project_id: manifest.project_id,
        source: manifest.source.type === 'management-api' ? 'live' : 'config-file',
        taken_at: manifest.created_at,
        ...(!isLive && { environment: manifest.environment, backup_id: manifest.backup_id }),
    };
}
function proven({ path, verification }) {
    return { path, manifest: verification.manifest };
}
function requireSameSource(before, after, what) {
    if (before.manifest.source.type === after.manifest.source.type)
        return;
    throw new Error(`${what} are of different sources, one of a config file and one of a live project: compare two of the same source`);
}
async function otherSide(text, before, options, context) {
    if (text !== LIVE) {
        const after = proven(await chooseBackup(text, options, context));
        requireSameSource(before, after, `${before.manifest.backup_id} and ${after.manifest.backup_id}`);
        return after;
    }
    const { backup_id: id, source } = before.manifest;
    if (source.type !== 'management-api') {
        throw new Error(`${id} is of a config file, which is not compared with a live project: choose a live backup`);
    }
    return captureToCompare(before.manifest, options, context);
}
function diff_exitOf({ report }) {
    if (report.changed === 'true')
        return EXIT.changes;
    return report.changed === 'unknown' ? EXIT.unproven : EXIT.done;
}
const diffCommand = {
    name: 'diff',
    summary: 'Compares two backups, or a backup with the live project: what matters most comes first.',
    example: 'diff 20261121_030000 live',
    describe: (command) => addJsonOption(addLiveOptions(addChoiceOptions(command
        .argument('<before>', 'an id, latest, or the path of a folder or zip')
        .argument('<after>', 'the same, or live for the project as it is now')))),
    run: async (command, context) => {
        const [first = '', second = ''] = command.args;
        const options = command.opts();
        const { places, terminal, world } = context;
        if (first === LIVE) {
            throw new Error('live can only be the second: write diff <backup> live');
        }
        const before = proven(await chooseBackup(first, options, context));
        const after = await otherSide(second, before, options, context);
        terminal.progress('Comparing');
        const { compareBackups: compare = comparison/* compareBackups */.f } = world;
        const { report, losses } = await compare({ bases: [before], lookBack: undefined, fresh: after, shrinkLimit: SHRINK_LIMIT }, { signal: world.signal, folder: await places.makeTemporary() });
        const answer = {
            before: sideOf(before),
            after: sideOf(after, second === LIVE),
            losses,
            report,
        };
        if (options.json === true)
            terminal.printJson(answer);
        else
            terminal.print(diffLines(answer, world.clock(), terminal.paint));
        return diff_exitOf(answer);
    },
};

// EXTERNAL MODULE: ./src/config-file/index.ts + 14 modules
var config_file = __webpack_require__(8509);
// EXTERNAL MODULE: ./src/json/value.ts
var json_value = __webpack_require__(88399);
// EXTERNAL MODULE: ./src/config-file/substitute.ts
var substitute = __webpack_require__(92839);
// EXTERNAL MODULE: ./src/config-file/yaml/readings.ts
var readings = __webpack_require__(91106);
;// CONCATENATED MODULE: ./src/config-file/yaml/write.ts
/**
 * The writing of YAML that the two dialects of it read as the same values: blocks, and quotes where
 * there is any doubt.
 */


/**
 * Letters, digits and a few signs that mean nothing wherever they stand behind a letter or digit.
 */
const PLAIN = /^[\p{L}\p{N}](?:[\p{L}\p{N} ._/@+()-]|:(?=\/\/))*$/u;
/** Nothing, to one reader or another; and YAML 1.1's shortest booleans. */
const WORDS = /^(?:null|Null|NULL|y|Y|n|N)$/;
/** What is not to be seen, breaks a line somewhere, or turns the direction of writing. */
const ESCAPED = /[\p{C}\u2028\u2029]/gu;
const NAMED = {
    '\n': String.raw `\n`,
    '\r': String.raw `\r`,
    '\t': String.raw `\t`,
};
function write_escape(sign) {
    const code = sign.codePointAt(0) ?? 0;
    const hex = code.toString(16);
    return (NAMED[sign] ?? (code > 0xffff ? `\\U${hex.padStart(8, '0')}` : `\\u${hex.padStart(4, '0')}`));
}
/** A text as a scalar: without quotes only where it is text, and the same text, to every reader. */
function formatText(text, isKey) {
    const isPlain = PLAIN.test(text) &&
        !text.endsWith(' ') &&
        !WORDS.test(text) &&
        (0,readings/* readAsYaml11 */.KW)(text, isKey).kind === 'text' &&
        (0,readings/* readAsYaml12 */.RE)(text).kind === 'text';
    if (isPlain)
        return text;
    if (text.search(ESCAPED) === -1)
        return `'${text.replaceAll("'", "''")}'`;
    const quoted = text.replace(/["\\]/g, String.raw `\$&`);
    return `"${quoted.replace(ESCAPED, write_escape)}"`;
}
function formatScalar(value) {
    if (typeof value === 'string')
        return formatText(value, false);
    // As JSON has it: with other digits, such as a point before the exponent, it would be read as
    // another number.
    if (typeof value === 'number')
        return JSON.stringify(value);
    if (value === null || typeof value === 'boolean')
        return String(value);
    if (value instanceof json_value/* ExactNumber */.fh)
        return value.text;
    if (Object.keys(value).length > 0)
        return undefined;
    return Array.isArray(value) ? '[]' : '{}';
}
/** The lines of a value that is no scalar. */
function* blockLines(value, indent) {
    if (Array.isArray(value)) {
        for (const item of value) {
            const scalar = formatScalar(item);
            if (scalar !== undefined) {
                yield `${indent}- ${scalar}`;
                continue;
            }
            const [first = '', ...rest] = blockLines(item, `${indent}  `);
            // A list in a list begins on a line of its own, which is easier to read.
            if (Array.isArray(item))
                yield* [`${indent}-`, first, ...rest];
            else
                yield* [`${indent}- ${first.slice(indent.length + 2)}`, ...rest];
        }
        return;
    }
    for (const [key, child] of Object.entries(value)) {
        const scalar = formatScalar(child);
        const name = `${indent}${formatText(key, true)}:`;
        if (scalar !== undefined)
            yield `${name} ${scalar}`;
        else {
            yield name;
            yield* blockLines(child, `${indent}  `);
        }
    }
}
/**
 * A map as a YAML document, with an empty line between its members. The keys stay in their order.
 */
function formatYaml(map) {
    const members = Object.entries(map).map(([key, value]) => [
        ...blockLines(Object.fromEntries([[key, value]]), ''),
    ]);
    return `${members.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

;// CONCATENATED MODULE: ./src/config-file/write-config.ts
/** The text of a config file: what it holds is read from it again as the same values. */



/** A place as steps from the top, as one text. */
const placeKey = (steps) => JSON.stringify(steps);
/** A value in whose texts nothing is replaced, but where a reference to a secret is to stay one. */
function withoutReferences(value, steps, kept) {
    if (typeof value === 'string')
        return (0,substitute/* escapeReferences */.wN)(value, kept.has(placeKey(steps)));
    if (value === null || typeof value !== 'object' || value instanceof json_value/* ExactNumber */.fh)
        return value;
    if (Array.isArray(value)) {
        return value.map((item, index) => withoutReferences(item, [...steps, String(index)], kept));
    }
    const copy = {};
    for (const [key, child] of Object.entries(value)) {
        (0,json_value/* setOwn */.P5)(copy, key, withoutReferences(child, [...steps, key], kept));
    }
    return copy;
}
/**
 * Writes a config file in the order that its keys are in.
 *
 * @param config `${VAR}` was replaced in it, but in what is withheld
 * @param options.withheld steps to texts that hold a reference to a variable named like a secret,
 * which stays one
 * @param options.comment lines at the top
 */
function formatConfigFile(config, { withheld, comment, }) {
    const kept = new Set(withheld.map(placeKey));
    const escaped = {};
    for (const [key, value] of Object.entries(config)) {
        const isReplaced = key === 'tenants' || key === 'flows';
        (0,json_value/* setOwn */.P5)(escaped, key, isReplaced ? withoutReferences(value, [key], kept) : value);
    }
    const lines = comment.map((line) => `# ${line.replace(/[\p{C}\u2028\u2029]+/gu, ' ')}\n`);
    return `${lines.join('')}${formatYaml(escaped)}`;
}

// EXTERNAL MODULE: ./src/json/write.ts
var write = __webpack_require__(11249);
// EXTERNAL MODULE: ./src/services/backup/project-content.ts
var project_content = __webpack_require__(91282);
// EXTERNAL MODULE: ./src/models/config.ts
var config = __webpack_require__(86682);
// EXTERNAL MODULE: ./src/json/pointer.ts
var pointer = __webpack_require__(89391);
// EXTERNAL MODULE: ./src/services/backup/content-hash.ts
var content_hash = __webpack_require__(62983);
// EXTERNAL MODULE: ./src/project/noise.ts
var noise = __webpack_require__(23439);
;// CONCATENATED MODULE: ./src/services/export/config-of-backup.ts
/** What of a backup a config file of descope-mgmt can hold, and what it cannot. */









/** The format that descope-mgmt reads, where the backup does not say. */
const VERSION = '1.0';
const TENANT_ORDER = ['id', 'name', 'domains', 'self_provisioning', 'custom_attributes'];
const FLOW_ORDER = ['template', 'name', 'enabled', 'config', 'id'];
const TOP_ORDER = ['version', 'environments'];
/** A copy whose known keys come first, in their order; the others keep theirs. */
function inOrder(value, order) {
    const copy = {};
    for (const key of order) {
        if (Object.hasOwn(value, key))
            (0,json_value/* setOwn */.P5)(copy, key, value[key]);
    }
    for (const [key, child] of Object.entries(value)) {
        if (!order.includes(key))
            (0,json_value/* setOwn */.P5)(copy, key, child);
    }
    return copy;
}
function listOf(project, name) {
    const list = project[name];
    return Array.isArray(list) ? list.filter(json_value/* isJsonObject */.OW) : [];
}
function objectAt(entry, key) {
    const value = entry[key];
    return (0,json_value/* isJsonObject */.OW)(value) ? value : {};
}
/** `/tenants/0/config/name` of project.json is `tenants[0].name` of the file. */
function withheldPlaces({ coverage }) {
    return coverage.flatMap((entry) => {
        if (entry.status !== 'withheld')
            return [];
        const [list, index, , ...rest] = (0,pointer/* pointerSteps */.$L)(entry.place);
        const isInFile = list === 'tenants' || list === 'flows';
        return isInFile && index !== undefined ? [[list, index, ...rest]] : [];
    });
}
function fileOf(header, tenants, flows) {
    const { version = VERSION, environments, ...others } = header;
    return {
        ...inOrder({ version, ...(environments !== undefined && { environments }) }, TOP_ORDER),
        tenants: tenants.map((tenant) => inOrder(tenant, TENANT_ORDER)),
        flows: flows.map((flow) => inOrder(flow, FLOW_ORDER)),
        ...others,
    };
}
function exportConfigFile(project, manifest) {
    const withheld = withheldPlaces(manifest);
    return {
        config: fileOf(objectAt(project, 'config'), listOf(project, 'tenants').map((entry) => objectAt(entry, 'config')), listOf(project, 'flows').map((entry) => objectAt(entry, 'flow_data'))),
        leftOut: [
            { section: 'auth', count: 1, reason: 'credentials are in no backup: write auth in again' },
        ],
        withheld,
    };
}
/**
 * Tenants that a config file takes, and why it does not take the others: it has rules that a live
 * project has not.
 */
function splitTenants(tenants) {
    const kept = [];
    const left = [];
    const owners = new Map();
    for (const tenant of tenants) {
        const id = typeof tenant['id'] === 'string' ? tenant['id'] : '';
        const { error, data } = config/* TenantConfig */.lV.safeParse(tenant);
        const shared = data?.domains.find((domain) => owners.has(domain.toLowerCase()));
        const [issue] = error?.issues ?? [];
        const reason = issue !== undefined
            ? `its ${issue.path.join('.')} ${issue.message}`
            : shared !== undefined
                ? `its domain ${shared} is that of ${owners.get(shared.toLowerCase()) ?? ''} too`
                : undefined;
        if (reason !== undefined) {
            left.push({ section: 'tenants', id, count: 1, reason });
            continue;
        }
        kept.push(tenant);
        for (const domain of data?.domains ?? [])
            owners.set(domain.toLowerCase(), id);
    }
    return { kept, left };
}
function exportLive(project, { coverage }) {
    const all = listOf(project, 'tenants');
    const { kept, left } = splitTenants(all.map((entry) => objectAt(entry, 'config')));
    const flows = listOf(project, 'flows').length;
    const others = coverage.flatMap((entry) => {
        if (entry.status !== 'saved' || ['tenants', 'flows'].includes(entry.section))
            return [];
        const count = typeof entry.count === 'number' ? entry.count : 0;
        return count === 0
            ? []
            : [{ section: entry.section, count, reason: 'not part of a config file' }];
    });
    return {
        config: fileOf({}, kept, []),
        leftOut: [
            ...left,
            ...(all.length === 0
                ? []
                : [
                    {
                        section: 'tenants',
                        count: all.length,
                        reason: `but ${TENANT_ORDER.join(', ')}, what a tenant has is not part of a config file`,
                    },
                ]),
            ...(flows === 0
                ? []
                : [
                    {
                        section: 'flows',
                        count: flows,
                        reason: 'a config file names the template of a flow and its settings, not its steps, and a live flow does not say its template',
                    },
                ]),
            ...others,
        ],
        withheld: [],
    };
}
/**
 * Reads a proven backup as the config file that descope-mgmt would have.
 *
 * @throws Error when its project.json cannot be read
 */
async function exportConfig(path, manifest) {
    const project = (0,parse/* parseJson */.qF)(await (0,promises_.readFile)((0,external_node_path_.join)(path, layout/* PROJECT_FILE */.Dp)));
    if (!(0,json_value/* isJsonObject */.OW)(project))
        throw new Error(`${layout/* PROJECT_FILE */.Dp} of ${path} is no object`);
    return manifest.source.type === 'config-file'
        ? exportConfigFile(project, manifest)
        : exportLive(project, manifest);
}
/** The content hash that a backup of a config file with this content has. */
function hashOfConfig(content) {
    return (0,content_hash/* hashContent */.sW)(content, { type: 'config-file', contentRules: noise/* CONTENT_RULES */.Q });
}

;// CONCATENATED MODULE: ./src/storage/new-file.ts
/**
 * A file that somebody asked for by its path, and that takes the place of another only when that
 * was asked for too.
 */


/** @throws Error when there is a file already, or it cannot be written */
async function writeNewFile(path, text, mayReplace) {
    try {
        await (0,promises_.writeFile)(path, text, { flag: mayReplace ? 'w' : 'wx' });
    }
    catch (error) {
        if ((0,io_errors/* errorCode */.CA)(error) === 'EEXIST' && !mayReplace) {
            throw new Error(`${path} is there already: name another file, or add --force`, {
                cause: error,
            });
        }
        throw (0,io_errors/* explainIoError */.U_)(error, 'could not write the file');
    }
}

;// CONCATENATED MODULE: ./src/cli/commands/export.ts
/** `export`: a backup as a config file of descope-mgmt. */












/**
 * Reads the text as a backup would.
 *
 * @returns why it is not what was exported; undefined when it is
 */
function whyNotProven(text, { config }, { project_id: projectId, environment, source, content_sha256: expected }) {
    try {
        const bytes = Buffer.from(text);
        const read = (0,config_file/* loadConfig */.Z9)({ bytes, sha256: (0,checksums/* sha256 */.sc)(bytes) }, 'the exported file', {
            projectId,
            environment,
            variables: {},
        });
        const content = (0,project_content/* contentOfConfig */.$)(read.config);
        if (source.type === 'config-file') {
            const found = hashOfConfig(content);
            return found === expected ? undefined : `its content hash is ${found}, not ${expected}`;
        }
        const tenants = (0,write/* canonicalJson */.dj)(read.config.tenants);
        return tenants === (0,write/* canonicalJson */.dj)(config['tenants'] ?? [])
            ? undefined
            : 'its tenants are not those of the backup';
    }
    catch (error) {
        return error.message;
    }
}
function leftOutText({ section, id, count, reason }) {
    const what = id === undefined ? section : `${section}/${id}`;
    return `not in the file: ${what}${count > 1 ? ` (${count})` : ''}: ${reason}`;
}
const exportCommand = {
    name: 'export',
    summary: 'Writes a backup as a config file of descope-mgmt, and says what that cannot hold.',
    example: 'export latest --out descope.yaml',
    describe: (command) => addJsonOption(addChoiceOptions(command.argument('<backup>', 'an id, latest, or the path of a folder or zip'))
        .option('--out <file>', 'where to write it; by default stdout')
        .option('--force', 'write over a file that is there')),
    run: async (command, context) => {
        const [text = ''] = command.args;
        const options = command.opts();
        const { terminal, world } = context;
        const backup = await chooseBackup(text, options, context);
        const { manifest } = backup.verification;
        const exported = await exportConfig(backup.path, manifest);
        const file = formatConfigFile(exported.config, {
            withheld: exported.withheld,
            comment: [
                `Backup ${manifest.backup_id} of project ${manifest.project_id}, environment ${manifest.environment}.`,
            ],
        });
        const problem = whyNotProven(file, exported, manifest);
        const path = options.out === undefined ? undefined : (0,external_node_path_.resolve)(world.folder, options.out);
        if (path !== undefined)
            await writeNewFile(path, file, options.force === true);
        const counts = {
            tenants: listLength(exported, 'tenants'),
            flows: listLength(exported, 'flows'),
        };
        const answer = {
            backup: listedBackup(backup.place, backup, world.clock()),
            ...(path === undefined ? { config_file: file } : { path }),
            ...counts,
            proven: problem === undefined,
            left_out: exported.leftOut,
        };
        if (options.json === true)
            terminal.printJson(answer);
        else if (path === undefined)
            terminal.printText(file);
        else {
            terminal.say(`${path}: ${counted(counts.tenants, 'tenant')}, ${counted(counts.flows, 'flow')}`);
        }
        for (const left of exported.leftOut)
            terminal.warn(leftOutText(left));
        if (problem === undefined)
            return EXIT.done;
        terminal.fail(`the exported file, read again, is not the backup: ${problem}: correct it before use`);
        return EXIT.unproven;
    },
};
function listLength({ config }, name) {
    const list = config[name];
    return Array.isArray(list) ? list.length : 0;
}

;// CONCATENATED MODULE: ./src/cli/commands/list.ts
/** `list`: which backups there are. */








function list_summaryOf(backups, now) {
    const damaged = backups.filter(({ verdict }) => verdict === 'damaged').length;
    const newest = backups.find(({ verdict }) => verdict === 'complete');
    const bytes = backups.reduce((sum, backup) => sum + backup.bytes, 0);
    return [
        counted(backups.length, 'backup'),
        ...(damaged > 0 ? [`${damaged} damaged`] : []),
        newest === undefined
            ? 'none complete'
            : `newest complete one ${ageInWords(Date.parse(newest.taken_at), now)}`,
        sizeText(bytes),
    ].join(', ');
}
/** A table a project, and under it what is wrong with some of its backups. */
function* projectLines(projectId, backups, now, options) {
    yield `${options.paint('heading', visible(projectId))}  ${list_summaryOf(backups, now)}`;
    yield '';
    yield* tableLines(BACKUP_COLUMNS, backups.map((backup) => rowOf(backup, now)), options);
    const wrong = backups.filter(({ problems }) => problems.length > 0);
    if (wrong.length === 0)
        return;
    yield '';
    for (const { backup_id: id, verdict, problems } of wrong) {
        yield options.paint('warning', visible(`${id} is ${verdict}: ${problems.join('; ')}`));
    }
}
/** The list as text: a project after the other. */
function listLines(backups, now, options) {
    const projects = [...new Set(backups.map(({ project_id: id }) => id))];
    return projects.flatMap((project, index) => {
        const own = backups.filter(({ project_id: id }) => id === project);
        return [...(index === 0 ? [] : ['']), ...projectLines(project, own, now, options)];
    });
}
const listCommand = {
    name: 'list',
    summary: 'Lists backups, newest first, each read back and verified.',
    example: 'list backups/P2exampleexampleexampleexampl',
    describe: (command) => addJsonOption(addChoiceOptions(command.argument('[place]', "a backup root, a project's folder in it, one backup's folder, or the zip of an artifact; by default --backup-root"))),
    run: async (command, { places, terminal, world }) => {
        const [given] = command.args;
        const options = command.opts();
        const place = await places.open((0,external_node_path_.resolve)(world.folder, given ?? options.backupRoot));
        const now = world.clock();
        const backups = (await inspectPlace(place, options, { terminal, world })).map((backup) => listedBackup(place, backup, now));
        if (options.json === true)
            terminal.printJson({ place: place.path, backups });
        else
            terminal.print(listLines(backups, now, terminal.table));
        if (backups.length === 0)
            terminal.say(`there are no backups in ${place.path} that were asked for`);
        return EXIT.done;
    },
};

;// CONCATENATED MODULE: ./src/cli/commands/plan.ts



async function plan_run(command, context) {
    const typed = await readRequest('plan', command, context);
    const restoring = await openRestoring(typed, context);
    return answerWithPlan(await planOf(restoring), restoring, context);
}
const planCommand = {
    name: 'plan',
    summary: 'Shows what a backup would write into a live project, and writes nothing to it.',
    example: "plan --project-id P2exampleexampleexampleexampl --only 'tenants/acme/**'",
    describe: (command) => addRestoreOptions(command, 'plan'),
    run: plan_run,
};

;// CONCATENATED MODULE: ./src/cli/commands/restore.ts

const restoreCommand = {
    ...planCommand,
    name: 'restore',
    summary: 'The same as plan: what a restore would write. To write it, there is apply.',
    example: 'restore --project-id P2exampleexampleexampleexampl --backup 20261122_030000',
};

// EXTERNAL MODULE: ./src/config-file/near-keys.ts
var near_keys = __webpack_require__(85182);
// EXTERNAL MODULE: ./src/services/backup/lazy-section.ts
var lazy_section = __webpack_require__(13131);
// EXTERNAL MODULE: ./src/services/backup/objects-by-id.ts
var objects_by_id = __webpack_require__(21715);
// EXTERNAL MODULE: ./src/services/backup/project-file/read.ts + 1 modules
var read = __webpack_require__(63258);
// EXTERNAL MODULE: ./src/services/backup/resources-and-snapshot.ts
var resources_and_snapshot = __webpack_require__(92167);
// EXTERNAL MODULE: ./src/services/backup/saved-backup.ts
var saved_backup = __webpack_require__(16859);
;// CONCATENATED MODULE: ./src/services/backup/read-objects.ts








/** The value of an object's text, to the digit. @throws Error when it is no JSON */
function parseObject(text) {
    return (0,parse/* parseJson */.qF)(Buffer.from(text));
}
function snapshotText(backup, file) {
    const bytes = backup.readSnapshotBytes(file);
    return (0,resources_and_snapshot/* isJsonFile */.Hz)(file) ? bytes.toString() : (0,write/* canonicalJson */.dj)({ sha256: (0,checksums/* sha256 */.sc)(bytes) });
}
/**
 * The objects of a backup, section by section. A section is read when it is asked for, and kept
 * then.
 *
 * Ids are those of `changes.json`: roles of a tenant are `<tenant id>/<name>`, files of the
 * snapshot have their path, a section that is one object has its own name, and the second object of
 * one id is `<id>#2`. What an object is:
 *
 * - `tenants`: of a live project `tenant_data`, of a config file `config`; `flows`: `flow_data`.
 *   The text is the one that project.json has; where the file is laid out in another way, it is
 *   made anew from the value.
 * - sections of `resources/`: an element of a list, what a tenant has of a section by tenant (of
 *   `tenant-sso` the list of its configurations as it was answered), or all of a section that is
 *   one object. The text is made anew from the value.
 * - `snapshot`: the text of a JSON file as it stands there; of any other file `{"sha256": ...}`
 *   stands in for its bytes.
 *
 * Whatever was made anew has every member and every digit of the value in the file, stamps and the
 * order of lists too.
 */
class SavedObjects {
    #backup;
    #sections = new Map();
    #entries;
    constructor(backup) {
        this.#backup = backup;
    }
    /** The sections that were saved. */
    get sections() {
        return this.#backup.sections;
    }
    /** How project.json is laid out. Reads it. @throws Error when it cannot be read */
    get layout() {
        return this.#readEntries().layout;
    }
    /**
     * @returns undefined for a section that was not saved, which is not the same as one without
     * objects
     * @throws Error when its file cannot be read; for `tenants`, `flows` and `snapshot` also later,
     * when a text is asked for
     */
    get(section) {
        if (!this.sections.has(section))
            return undefined;
        const texts = this.#sections.get(section) ?? this.#read(section);
        this.#sections.set(section, texts);
        return texts;
    }
    /** The bytes of a file of the snapshot. @throws Error when it cannot be read */
    snapshotBytes(file) {
        return this.#backup.readSnapshotBytes(file);
    }
    #readEntries() {
        this.#entries ??= this.#backup.readEntries(read/* OBJECTS */.fQ);
        return this.#entries;
    }
    #read(section) {
        if (section === 'tenants' || section === 'flows')
            return this.#readEntries()[section];
        if (section === 'snapshot') {
            const files = this.#backup.snapshotFiles.map((file) => [file, file]);
            return new lazy_section/* LazySection */.M(new Map(files), (file) => snapshotText(this.#backup, file));
        }
        const texts = new Map();
        const value = this.#backup.readResource(section);
        for (const [id, object] of (0,objects_by_id/* resourceObjects */.t)(section, value))
            texts.set(id, (0,write/* canonicalJson */.dj)(object));
        return texts;
    }
}
/**
 * Opens the objects of a backup that was verified.
 *
 * @param manifest the backup's own: it says which sections were saved
 * @throws Error when the folder cannot be listed
 */
async function readObjects(path, manifest) {
    return new SavedObjects(await (0,saved_backup/* openBackup */.T)(path, manifest));
}

;// CONCATENATED MODULE: ./src/cli/commands/show.ts











const COVERAGE_MEANING = {
    saved: 'good',
    failed: 'bad',
    'not-licensed': 'warning',
    'not-covered': 'quiet',
};
/** What went wrong is looked for first. */
const COVERAGE_ORDER = ['failed', 'saved', 'not-licensed', 'not-covered'];
function facts(backup, manifest, now) {
    const { time, bytes, place } = backup;
    const { source, comparison, previous, run, tool } = manifest;
    return [
        ['Project', manifest.project_id],
        ['Line', (0,lines_lines/* showLine */.Yu)((0,lines_lines/* lineName */.iE)(manifest))],
        ['Taken', `${manifest.created_at}, ${ageInWords(time, now)}`],
        ['Source', source.path ?? source.type],
        ...(comparison === undefined
            ? []
            : [
                ['Compared', [comparison.outcome, comparison.reason].filter(Boolean).join(': ')],
            ]),
        ...(previous === undefined ? [] : [['Previous', previous.backup_id]]),
        ...(manifest.purpose === undefined ? [] : [['Purpose', manifest.purpose]]),
        ...(manifest.consistency === 'torn'
            ? [['Consistency', 'torn: the project moved while it was read']]
            : []),
        ['Content', manifest.content_sha256],
        ['Tool', `${tool.name} ${tool.version}`],
        ...(run === undefined
            ? []
            : [['Run', `${run.repository}, ${run.workflow}, run ${run.run_id}`]]),
        ['Folder', `${shownPath(place, backup)}, ${sizeText(bytes)}`],
    ];
}
function coverageLines({ coverage }, options) {
    const sections = coverage.flatMap((entry) => (entry.status === 'withheld' ? [] : [entry]));
    const rank = (status) => COVERAGE_ORDER.indexOf(status);
    const sorted = [...sections].sort((a, b) => rank(a.status) - rank(b.status));
    const rows = sorted.map(({ section, status, count, note }) => [
        section,
        { text: status, meaning: COVERAGE_MEANING[status] ?? 'quiet' },
        status === 'saved' ? String(count) : '',
        note,
    ]);
    const columns = [
        { title: 'SECTION', least: 12 },
        { title: 'STATUS' },
        { title: 'COUNT', align: 'right', drop: 1 },
        { title: 'NOTE', least: 10, drop: 2 },
    ];
    return tableLines(columns, rows, options);
}
function show_backupLines(backup, now, options) {
    const { manifest } = backup.verification;
    const { paint } = options;
    const withheld = manifest.coverage.filter(({ status }) => status === 'withheld').length;
    const status = paint(VERDICT_MEANING[manifest.status], manifest.status);
    const reasons = manifest.status_reasons ?? [];
    return [
        `${paint('heading', backup.id)}  ${status}, verified`,
        ...reasons.map((reason) => paint('warning', visible(reason))),
        '',
        ...facts(backup, manifest, now).map(([name, value]) => `${name.padEnd(11)}  ${visible(value)}`),
        '',
        ...coverageLines(manifest, options),
        ...(withheld === 0
            ? []
            : ['', `${counted(withheld, 'secret')} withheld: manifest.json names the places`]),
    ];
}
function sectionOf(saved, section, id) {
    const objects = saved.get(section);
    if (objects !== undefined)
        return objects;
    const names = [...saved.sections].sort();
    const meant = (0,near_keys/* meantKey */.J)(section, names);
    throw new Error(`${id} has not saved a section ${JSON.stringify(section)}: ${meant === undefined ? `it has ${names.join(', ')}` : `did you mean ${meant}?`}`);
}
function listedObject(id, text) {
    const value = parseObject(text);
    const name = (0,json_value/* isJsonObject */.OW)(value) ? value['name'] : undefined;
    return {
        id,
        ...(typeof name === 'string' && name !== id && { name }),
        bytes: Buffer.byteLength(text),
    };
}
/** An id as it is, or percent-encoded. */
function objectOf(objects, section, id) {
    for (const name of [id, decoded(id)]) {
        const text = objects.get(name);
        if (text !== undefined)
            return { id: name, object: parseObject(text) };
    }
    const meant = (0,near_keys/* meantKey */.J)(id, objects.keys());
    throw new Error(`there is no ${JSON.stringify(`${section}/${id}`)} in the backup: ${meant === undefined ? `show ${section} lists what is there` : `did you mean ${JSON.stringify(`${section}/${meant}`)}?`}`);
}
function decoded(text) {
    try {
        return decodeURIComponent(text);
    }
    catch {
        return text;
    }
}
async function showInside(backup, what, isJson, { terminal, world }) {
    const slash = what.indexOf('/');
    const section = slash === -1 ? what : what.slice(0, slash);
    const saved = await readObjects(backup.path, backup.verification.manifest);
    const objects = sectionOf(saved, section, backup.id);
    const listed = listedBackup(backup.place, backup, world.clock());
    if (slash !== -1) {
        const { id, object } = objectOf(objects, section, what.slice(slash + 1));
        if (isJson)
            terminal.printJson({ backup: listed, section, id, object });
        else
            terminal.print([visibleLines((0,write/* formatJson */.IB)(object))]);
        return;
    }
    const all = [...objects]
        .map(([id, text]) => listedObject(id, text))
        .sort((a, b) => (a.id < b.id ? -1 : 1));
    if (isJson) {
        terminal.printJson({ backup: listed, section, objects: all });
        return;
    }
    const columns = [
        { title: 'ID', least: 16 },
        { title: 'NAME', least: 8, drop: 1 },
        { title: 'SIZE', align: 'right', drop: 2 },
    ];
    const rows = all.map(({ id, name = '', bytes }) => [id, name, sizeText(bytes)]);
    terminal.print(tableLines(columns, rows, terminal.table));
}
const showCommand = {
    name: 'show',
    summary: 'Shows what a backup holds, one of its sections, or one object.',
    example: 'show latest tenants/acme-corp',
    describe: (command) => addJsonOption(addChoiceOptions(command
        .argument('<backup>', 'an id, latest, or the path of a folder or zip')
        .argument('[section/id]', 'a section, or an object of one, such as tenants/acme-corp'))),
    run: async (command, context) => {
        const [text = '', what] = command.args;
        const options = command.opts();
        const { terminal, world } = context;
        const backup = await chooseBackup(text, options, context);
        const isJson = options.json === true;
        if (what !== undefined)
            await showInside(backup, what, isJson, context);
        else if (isJson) {
            const { manifest } = backup.verification;
            terminal.printJson({ backup: listedBackup(backup.place, backup, world.clock()), manifest });
        }
        else
            terminal.print(show_backupLines(backup, world.clock(), terminal.table));
        return EXIT.done;
    },
};

;// CONCATENATED MODULE: ./src/cli/commands/undo.ts




const undo_undoCommand = {
    name: 'undo',
    summary: 'Plans the way back of a restore from its safety backup. On a terminal it asks whether to take it; elsewhere it takes it with --plan-id and --confirm.',
    example: 'undo 20261123_101500 --project-id P2exampleexampleexampleexampl',
    describe: (command) => addRestoreOptions(command.argument('<restore-id>', 'what the report of the restore calls it'), 'undo'),
    run: async (command, context) => {
        const typed = await readRequest('undo', command, context);
        const restoring = await openRestoring(typed, context);
        return typed.isApproved || context.world.ask !== undefined
            ? applyApproved(restoring, context)
            : answerWithPlan(await planOf(restoring), restoring, context);
    },
};

// EXTERNAL MODULE: ./src/runs/verify-findings.ts
var verify_findings = __webpack_require__(45912);
// EXTERNAL MODULE: ./src/services/lines/line-ages.ts
var line_ages = __webpack_require__(58805);
// EXTERNAL MODULE: ./src/services/lines/chain.ts
var chain = __webpack_require__(63321);
;// CONCATENATED MODULE: ./src/cli/judgement.ts


function lineAnswer(projectId, { line, count, newestId, ageHours, verdict }) {
    return {
        project_id: projectId,
        line,
        count,
        ...(newestId !== undefined && { newest_backup_id: newestId }),
        ...(ageHours !== undefined && { newest_age_hours: ageHours }),
        verdict,
    };
}
function problemOfLine({ line, verdict, newestId = '', ageHours = 0 }) {
    if (verdict === 'none') {
        return [
            `${line} has no complete backup that verifies: take one, or retire it with --ignore-lines`,
        ];
    }
    if (verdict !== 'old')
        return [];
    const hours = ageHours.toFixed(1);
    return [
        `${line}: the newest complete backup, ${newestId}, is ${hours} hours old: look for why no newer one was taken`,
    ];
}
/**
 * Judges the backups of a project as the verify action does.
 *
 * @param now milliseconds since the epoch
 */
function judgeProject(projectId, backups, { environment, source, maxAgeHours, ignoreLines = [] }, now) {
    const choice = { environment, source, ignored: new Set(ignoreLines) };
    const ages = (0,line_ages/* ageOfLines */._0)(backups, choice, now);
    const rows = (0,verify_findings/* lineRows */.YE)(ages, { projectId, environment, source, maxAgeHours });
    const damaged = (0,verify_findings/* rowsOf */.RO)(backups, [], now).filter(({ verdict }) => verdict === 'damaged');
    const isJudged = rows.some(({ verdict }) => verdict !== 'retired');
    return {
        lines: rows.map((row) => lineAnswer(projectId, row)),
        gaps: (0,chain/* findGaps */.$)(backups).map(({ id, reason }) => `the chain has a gap at ${id}: ${reason}`),
        failures: [
            ...damaged.map(({ id, note }) => `${id} is damaged: ${note}`),
            ...(0,chain/* findBrokenLinks */.y)(backups).map(({ id, reason }) => `the chain is broken at ${id}: ${reason}`),
            ...rows.flatMap(problemOfLine),
            ...(isJudged
                ? []
                : [`${projectId} has no line of backups to judge: none verifies, or all are retired`]),
        ],
    };
}

;// CONCATENATED MODULE: ./src/cli/commands/verify.ts
/** `verify`: proves backups, the links between them, and that each line has a recent one. */









const LINE_MEANING = {
    good: 'good',
    old: 'bad',
    none: 'bad',
    retired: 'quiet',
};
function verifyLines({ backups, lines, failures, gaps, verified }, options) {
    const { paint } = options;
    const columns = [
        { title: 'PROJECT', least: 8, drop: 2 },
        { title: 'LINE', least: 10 },
        { title: 'VERDICT' },
        { title: 'VERIFIED', align: 'right', drop: 3 },
        { title: 'NEWEST COMPLETE', drop: 1 },
        { title: 'HOURS OLD', align: 'right' },
    ];
    const rows = lines.map(({ project_id: project, line, verdict, count, ...newest }) => [
        project,
        line,
        { text: verdict, meaning: LINE_MEANING[verdict] },
        String(count),
        newest.newest_backup_id ?? '',
        newest.newest_age_hours?.toFixed(1) ?? '',
    ]);
    return [
        ...failures.map((text) => paint('bad', visible(text))),
        ...gaps.map((text) => paint('warning', visible(text))),
        ...(failures.length + gaps.length > 0 ? [''] : []),
        ...(rows.length === 0 ? [] : [...tableLines(columns, rows, options), '']),
        verified
            ? paint('good', `${counted(backups.length, 'backup')} read back and proven`)
            : paint('bad', `${counted(failures.length, 'problem')} in ${counted(backups.length, 'backup')}`),
    ];
}
const verifyCommand = {
    name: 'verify',
    summary: 'Reads backups back and proves them, the links between them, and the age of each line.',
    example: 'verify --max-age-hours 26',
    describe: (command) => addJsonOption(addChoiceOptions(command.argument('[place]', "a backup root, a project's folder in it, one backup's folder, or the zip of an artifact; by default --backup-root"))
        .option('--max-age-hours <hours>', 'how old the newest complete backup of each line may be', wholeNumber(1))
        .option('--ignore-lines <lines>', 'lines that are retired, such as production/live, separated by commas', commaList)),
    run: async (command, { places, terminal, world }) => {
        const [given] = command.args;
        const options = command.opts();
        const place = await places.open((0,external_node_path_.resolve)(world.folder, given ?? options.backupRoot));
        const now = world.clock();
        const backups = await inspectPlace(place, options, { terminal, world });
        const projects = [...new Set(backups.map(({ projectId }) => projectId))];
        const judgements = projects.map((projectId) => judgeProject(projectId, backups.filter((backup) => backup.projectId === projectId), options, now));
        const failures = [
            ...judgements.flatMap((judgement) => judgement.failures),
            ...(backups.length === 0
                ? [`there are no backups in ${place.path} that were asked for`]
                : []),
        ];
        const answer = {
            place: place.path,
            verified: failures.length === 0,
            backups: backups.map((backup) => listedBackup(place, backup, now)),
            lines: judgements.flatMap(({ lines }) => lines),
            failures,
            gaps: judgements.flatMap(({ gaps }) => gaps),
        };
        if (options.json === true)
            terminal.printJson(answer);
        else
            terminal.print(verifyLines(answer, terminal.table));
        return answer.verified ? EXIT.done : EXIT.unproven;
    },
};

// EXTERNAL MODULE: ./src/project/own-secrets.ts
var own_secrets = __webpack_require__(31593);
;// CONCATENATED MODULE: ./src/cli/terminal.ts
/** What is told: the answer on stdout, everything else on stderr, and no secret on either. */





/** Stands where a secret was. */
const MARK = '***';
/** Goes back to the start of the line and takes away what is there. */
const CLEAR_LINE = '\r\u001b[K';
class Terminal {
    #stdout;
    #stderr;
    #isDumb;
    /** Of the answer. */
    paint;
    /** Of what is said beside it. */
    messagePaint;
    #redactor = (0,own_secrets/* makeRedactor */.$)([]);
    #secrets = [];
    #hasProgress = false;
    constructor({ stdout, stderr, environment }) {
        this.#stdout = stdout;
        this.#stderr = stderr;
        this.#isDumb = environment['TERM'] === 'dumb';
        this.paint = paintFor(stdout, environment);
        this.messagePaint = paintFor(stderr, environment);
    }
    /** How tables are laid out. */
    get table() {
        const { isTTY, columns } = this.#stdout;
        return { width: isTTY === true ? columns : undefined, paint: this.paint };
    }
    /** From now on a secret is taken out of whatever is written. */
    hide(secret) {
        this.#secrets.push(secret);
        this.#redactor = (0,own_secrets/* makeRedactor */.$)(this.#secrets);
    }
    /** Writes lines of the answer, which are safe to be shown. */
    print(lines) {
        this.#clearProgress();
        if (lines.length > 0)
            this.#write(this.#stdout, `${lines.join('\n')}\n`);
    }
    /** Writes text of the answer as it is, for a file or another program. */
    printText(text) {
        this.#clearProgress();
        this.#write(this.#stdout, text);
    }
    /** Writes the answer as JSON, in which a terminal finds nothing to obey. */
    printJson(value) {
        // What the answers are made of is JSON.
        this.print([visibleLines((0,write/* formatJson */.IB)(value))]);
    }
    /** Writes lines beside the answer, which are safe to be shown. */
    tell(lines) {
        this.#clearProgress();
        this.#write(this.#stderr, `${lines.join('\n')}\n`);
    }
    /** Says something beside the answer, in one line. */
    say(message) {
        this.#clearProgress();
        this.#write(this.#stderr, `${visible(message)}\n`);
    }
    warn(message) {
        this.#clearProgress();
        this.#write(this.#stderr, `${this.messagePaint('warning', 'warning:')} ${visible(message)}\n`);
    }
    fail(message) {
        this.#clearProgress();
        const prefix = this.messagePaint('bad', 'descope-backup:');
        this.#write(this.#stderr, `${prefix} ${visible(message)}\n`);
    }
    /** Shows what is being done, on a terminal alone, until something else is said. */
    progress(text) {
        if (this.#stderr.isTTY !== true || this.#isDumb)
            return;
        // A line that wraps could not be taken away again.
        const line = cutText(visible(text), (this.#stderr.columns ?? 80) - 1);
        this.#write(this.#stderr, `${CLEAR_LINE}${line}`);
        this.#hasProgress = true;
    }
    /** Takes away what {@link progress} shows. */
    #clearProgress() {
        if (!this.#hasProgress)
            return;
        this.#hasProgress = false;
        this.#stderr.write(CLEAR_LINE);
    }
    #write(output, text) {
        output.write(this.#redactor.redact(text, MARK));
    }
}

;// CONCATENATED MODULE: ./src/cli/program.ts
/**
 * The command line as a whole: its commands, its help, and how wrong usage and failures are told.
 */















/** In the order of the help. A command that comes is one line here. */
const COMMANDS = [
    listCommand,
    showCommand,
    diffCommand,
    verifyCommand,
    exportCommand,
    backupCommand,
    planCommand,
    apply_applyCommand,
    undo_undoCommand,
    restoreCommand,
];
/** The names of all commands, in the order of the help. */
const COMMAND_NAMES = COMMANDS.map(({ name }) => name);
/** Columns of the help where no terminal says. */
const HELP_WIDTH = 100;
const EXIT_CODES = `
Exit codes:
  0  done and proven, or nothing to do
  1  an error or wrong usage; nothing was written
  2  there are changes (diff, plan)
  3  kept but partial, suspect or not compared (backup); damaged or too old (verify); not all
     could be compared (diff); partly done or not proven (apply, undo)`;
/** One line of what commander says in several: what is wrong, and what was meant. */
function usageError(text) {
    const line = text
        .replace(/^error: /, '')
        .trim()
        .replace(/\s*\n\s*/g, ' ');
    return line.endsWith('?)') ? line : `${line.replace(/\.$/, '')}: see --help`;
}
function settingsFor(program, { stdout, stderr }, terminal) {
    program
        .exitOverride()
        .showSuggestionAfterError()
        .configureOutput({
        writeOut: (text) => {
            terminal.printText(text);
        },
        writeErr: (text) => {
            stderr.write(text);
        },
        outputError: (text) => {
            terminal.fail(usageError(text));
        },
        getOutHelpWidth: () => stdout.columns ?? HELP_WIDTH,
        getErrHelpWidth: () => stderr.columns ?? HELP_WIDTH,
        getOutHasColors: () => false,
        getErrHasColors: () => false,
    });
}
/**
 * The program with all of its commands.
 *
 * @param onEnd is told how a command ended
 */
function makeProgram(world, terminal, onEnd) {
    const program = new esm/* Command */.uB('descope-backup')
        .description('Backups of Descope projects: taken, listed, compared, proven, restored, and written as config files.')
        .version(tool/* TOOL */.j.version)
        .addHelpText('after', EXIT_CODES);
    settingsFor(program, world, terminal);
    for (const { name, summary, describe, run, example } of COMMANDS) {
        const command = describe(program.command(name).description(summary));
        command.addHelpText('after', `\nExample:\n  $ node dist/cli.js ${example}`);
        command.action(async () => {
            const places = new Places();
            try {
                onEnd(await run(command, { places, terminal, world }));
            }
            finally {
                await places.close();
            }
        });
    }
    return program;
}
/**
 * Runs the command line.
 *
 * @param args what was typed after the program's name
 * @returns the exit code; everything was told by then
 */
async function runCommandLine(args, world) {
    const terminal = new Terminal(world);
    let code = EXIT.done;
    const program = makeProgram(world, terminal, (end) => {
        code = end;
    });
    try {
        await program.parseAsync(args, { from: 'user' });
        return code;
    }
    catch (error) {
        if (error instanceof esm/* CommanderError */.b7)
            return error.exitCode === 0 ? EXIT.done : EXIT.failed;
        terminal.fail(error instanceof Error ? error.message : String(error));
        return EXIT.failed;
    }
}

;// CONCATENATED MODULE: ./src/cli/signals.ts
/** Signals of the terminal: the first ends the work in order, a later one the process. */
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'];
/** One Ctrl-C may come twice: from the terminal, and from npm, which passes it on. */
const SAME_MS = 1000;
/**
 * Aborts on the first signal. The same one, later, ends the process at once, for somebody who will
 * not wait; not so a terminal that goes away, which says it several times and asks for nothing.
 *
 * @param now milliseconds that only grow
 */
function abortOnSignals(source, controller, now) {
    for (const signal of SIGNALS) {
        let first;
        const listener = () => {
            if (first === undefined) {
                first = now();
                controller.abort(new Error(`cancelled by ${signal}`));
            }
            else if (signal !== 'SIGHUP' && now() - first > SAME_MS) {
                source.off(signal, listener);
                source.kill(source.pid, signal);
            }
        };
        source.on(signal, listener);
    }
}

// EXTERNAL MODULE: ./src/copies/apart.ts
var apart = __webpack_require__(90479);
// EXTERNAL MODULE: ./src/runs/compare-apart.ts
var compare_apart = __webpack_require__(99126);
// EXTERNAL MODULE: ./src/storage/proxies.ts
var storage_proxies = __webpack_require__(50381);
// EXTERNAL MODULE: ./src/storage/proxy-errors.ts
var proxy_errors = __webpack_require__(2773);
;// CONCATENATED MODULE: ./src/main/cli.ts
/** Entry of the command line. */







/**
 * A reader that went away, as `head` does and a terminal that is closed, wants no more of it: that
 * is no failure.
 */
const READER_IS_GONE = ['EPIPE', 'EIO'];
/**
 * What is said beside the answer must not end the work when nobody can be told: a restore may be
 * under way.
 */
function outliveReaders(stdout, stderr) {
    stdout.on('error', (error) => {
        if (!READER_IS_GONE.includes(error.code ?? ''))
            throw error;
    });
    stderr.on('error', () => undefined);
}
/**
 * The command line: its arguments are those of the process.
 *
 * @param dist absolute path of the folder with the built scripts
 */
async function main(dist) {
    const { env, argv, stdin, stdout, stderr } = process;
    outliveReaders(stdout, stderr);
    const controller = new AbortController();
    abortOnSignals(process, controller, () => performance.now());
    process.exitCode = await runCommandLine(argv.slice(2), {
        environment: env,
        folder: process.cwd(),
        clock: Date.now,
        signal: controller.signal,
        compareBackups: (0,compare_apart/* compareApart */.C)((0,apart/* inspectBundle */.rI)(dist)),
        loadApply: async () => (await __webpack_require__.e(/* import() */ 171).then(__webpack_require__.bind(__webpack_require__, 85171))).applyPlan,
        ask: stdin.isTTY && stderr.isTTY
            ? (question) => askLine(question, stdin, stderr, controller.signal)
            : undefined,
        stdout,
        stderr,
        prepareNetwork: () => {
            const proxies = (0,proxy_errors/* proxiesOf */._)(env);
            if (proxies !== undefined)
                (0,storage_proxies/* routeThrough */.z)(proxies);
        },
    });
}


/***/ }),

/***/ 7735:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ parseSectionList),
/* harmony export */   W: () => (/* binding */ parseSectionChoice)
/* harmony export */ });
/* harmony import */ var _index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(46701);
/** How an input chooses among the sections. */

function words(text) {
    return text.split(',').flatMap((word) => (word.trim() === '' ? [] : [word.trim()]));
}
/**
 * Reads a list of sections, separated by commas.
 *
 * @returns undefined when a name is none of a section
 */
function parseSectionList(text) {
    const names = words(text);
    return names.every(_index_js__WEBPACK_IMPORTED_MODULE_0__/* .isSection */ .EP) ? names : undefined;
}
/**
 * Reads a choice of sections: `all`, names, and names to leave out after a minus, separated by
 * commas. Without a name or `all`, all are chosen that are not left out. A section that takes a
 * request for each tenant is not in `all`.
 *
 * @returns undefined when a name is none of a section, or nothing is chosen
 */
function parseSectionChoice(text) {
    const chosen = new Set();
    const leftOut = new Set();
    for (const word of words(text)) {
        const name = word.replace(/^-/, '');
        if (word === 'all')
            _index_js__WEBPACK_IMPORTED_MODULE_0__/* .SECTIONS_OF_ALL */ .xF.forEach((section) => chosen.add(section));
        else if ((0,_index_js__WEBPACK_IMPORTED_MODULE_0__/* .isSection */ .EP)(name))
            (word.startsWith('-') ? leftOut : chosen).add(name);
        else
            return undefined;
    }
    const base = chosen.size > 0 ? chosen : new Set(_index_js__WEBPACK_IMPORTED_MODULE_0__/* .SECTIONS_OF_ALL */ .xF);
    const choice = new Set([...base].filter((section) => !leftOut.has(section)));
    return choice.size > 0 ? choice : undefined;
}


/***/ }),

/***/ 45912:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   RO: () => (/* binding */ rowsOf),
/* harmony export */   YE: () => (/* binding */ lineRows),
/* harmony export */   dJ: () => (/* binding */ failuresOf)
/* harmony export */ });
/* harmony import */ var _services_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(58805);
/* harmony import */ var _services_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(58455);

/**
 * What is wrong with a backup; nothing for a good one, and for what was never meant to be verified.
 */
function problemsOf(backup, now) {
    const { verification } = backup;
    if (!verification.verified)
        return verification.isLegacy ? [] : verification.problems;
    return (0,_services_index_js__WEBPACK_IMPORTED_MODULE_0__/* .isFromFuture */ .S5)(backup, now)
        ? ['it is dated in the future: the clock that made it, or this one, is wrong']
        : [];
}
function rowOf(backup, now) {
    const { id, verification } = backup;
    const problems = problemsOf(backup, now);
    if (problems.length > 0)
        return { id, verdict: 'damaged', note: problems.join('; ') };
    if (verification.verified) {
        const { manifest } = verification;
        const purpose = manifest.purpose === undefined ? '' : `, ${JSON.stringify(manifest.purpose)}`;
        return { id, verdict: manifest.status, note: `${(0,_services_index_js__WEBPACK_IMPORTED_MODULE_1__/* .showLine */ .Yu)((0,_services_index_js__WEBPACK_IMPORTED_MODULE_1__/* .lineName */ .iE)(manifest))}${purpose}` };
    }
    return { id, verdict: 'not verifiable', note: 'a folder of the original Python tool' };
}
/** One row a backup, and one for each that could not be fetched as a good one. */
function rowsOf(backups, leftOut, now) {
    return [
        ...backups.map((backup) => rowOf(backup, now)),
        ...leftOut.map(({ id, artifact, problems }) => ({
            id,
            verdict: 'damaged',
            note: `in artifact ${artifact}: ${problems.join('; ')}`,
        })),
    ];
}
/** Why a line fails the step; undefined when it is fine. */
function problemOfLine({ line, newest, isRetired }, { environment, source, maxAgeHours }) {
    if (isRetired)
        return undefined;
    const name = (0,_services_index_js__WEBPACK_IMPORTED_MODULE_1__/* .showLine */ .Yu)(line);
    const isAsked = environment !== undefined && source !== undefined;
    // A name that had to be quoted is none that this action gives, and ignore-lines does not take it.
    const retire = isAsked
        ? ''
        : name === line
            ? `. If ${name} is no longer backed up, set ignore-lines: ${name}`
            : '. No run of this action gives a line such a name: find out where its backups come from, and remove them';
    if (newest === undefined)
        return `${name} has no complete backup that verifies${retire}`;
    const { id, ageHours } = newest;
    if (maxAgeHours === undefined || ageHours <= maxAgeHours)
        return undefined;
    return `${name}: the newest complete backup, ${id}, is ${ageHours.toFixed(1)} hours old, over ${maxAgeHours}: the workflow that takes them did not run or failed${retire}`;
}
/** The lines as log and summary show them. */
function lineRows(lines, demands) {
    return lines.map((age) => ({
        line: (0,_services_index_js__WEBPACK_IMPORTED_MODULE_1__/* .showLine */ .Yu)(age.line),
        count: age.count,
        newestId: age.newest?.id,
        ageHours: age.newest?.ageHours,
        verdict: age.isRetired
            ? 'retired'
            : problemOfLine(age, demands) === undefined
                ? 'good'
                : age.newest === undefined
                    ? 'none'
                    : 'old',
    }));
}
/** Why no line is left to judge; undefined when one is. */
function whyNoLine(lines, { environment, source, projectId }, backupRoot) {
    if (lines.some(({ isRetired }) => !isRetired))
        return undefined;
    if (lines.length > 0) {
        const names = lines.map(({ line }) => (0,_services_index_js__WEBPACK_IMPORTED_MODULE_1__/* .showLine */ .Yu)(line)).join(', ');
        return `no line is left to judge: ignore-lines retires every one that is here, ${names}`;
    }
    const of = [
        ...(environment === undefined ? [] : [`environment ${environment}`]),
        ...(source === undefined ? [] : [`source ${source}`]),
    ].join(' and ');
    const [whose, check] = of === '' ? ['', 'project-id'] : [`, with ${of}`, 'project-id, environment, source'];
    return `there is no complete backup of ${projectId} that verifies in ${backupRoot}${whose}: check ${check} and backup-root, or set history to carry to fetch artifacts`;
}
/** Everything that fails the step, a sentence each. */
function failuresOf(found, demands, backupRoot) {
    const failures = [];
    const damaged = found.rows.filter(({ verdict }) => verdict === 'damaged');
    if (damaged.length > 0)
        failures.push(`damaged: ${damaged.map(({ id }) => id).join(', ')}`);
    if (found.brokenLinks.length > 0) {
        const ids = found.brokenLinks.map(({ id, previousId }) => `${id} to ${previousId}`).join(', ');
        failures.push(`the chain of manifests is broken: ${ids}`);
    }
    if (found.twoForms.length > 0) {
        const ids = found.twoForms.map(({ id }) => id).join(', ');
        failures.push(`there in two good forms that differ, one of them changed: ${ids}`);
    }
    const noLine = whyNoLine(found.lines, demands, backupRoot);
    if (noLine !== undefined)
        failures.push(noLine);
    for (const line of found.lines) {
        const problem = problemOfLine(line, demands);
        if (problem !== undefined)
            failures.push(problem);
    }
    return failures;
}


/***/ }),

/***/ 63321:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ findGaps),
/* harmony export */   y: () => (/* binding */ findBrokenLinks)
/* harmony export */ });
/* harmony import */ var _backup_backup_id_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9719);
/* harmony import */ var _lines_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(58455);
/** The links between backups: which are broken, and where backups are gone between two. */


/**
 * Checks each link between two verified backups of a project: a manifest names the backup that it
 * was compared with, and the SHA-256 of its manifest.json. Whoever changes a backup and makes its
 * sums anew breaks the link of the next one. A link to a backup that is damaged itself says nothing
 * here, and one to a backup that is gone is for {@link findGaps}.
 */
function findBrokenLinks(backups) {
    const sums = new Map();
    for (const { id, verification } of backups) {
        if (verification.verified)
            sums.set(id, verification.manifestSha256);
    }
    return backups.flatMap(({ id, verification }) => {
        const previous = verification.verified ? verification.manifest.previous : undefined;
        if (previous === undefined)
            return [];
        const { backup_id: previousId, manifest_sha256: recorded } = previous;
        const found = sums.get(previousId);
        if (found === undefined || found === recorded)
            return [];
        const reason = `it was compared with ${previousId} when the manifest of that had SHA-256 ${recorded}; now it has ${found}: ${previousId} was changed or replaced since`;
        return [{ id, previousId, reason }];
    });
}
/**
 * Whether a backup would have gone before the missing one, had that one grown too old. Where a
 * night was partial, the last complete backup outlives those after it.
 */
function isEvidence(older, linked) {
    const wasPartialThen = linked.verification.manifest.status === 'partial';
    return !(wasPartialThen && older.verification.manifest.status === 'complete');
}
/**
 * Finds where backups were taken out of the middle of a line: a link to a backup that is gone,
 * while an older one of the line is there. Retention and the expiry of artifacts take the oldest
 * first, and leave no such gap.
 *
 * @param alsoPresent ids of backups that are there, but not in the list
 */
function findGaps(backups, alsoPresent = []) {
    const present = new Set([...backups.map(({ id }) => id), ...alsoPresent]);
    return backups.filter(_lines_js__WEBPACK_IMPORTED_MODULE_0__/* .isVerified */ .p4).flatMap((backup) => {
        const { manifest } = backup.verification;
        const previousId = manifest.previous?.backup_id;
        if (previousId === undefined || present.has(previousId))
            return [];
        const gone = (0,_backup_backup_id_js__WEBPACK_IMPORTED_MODULE_1__/* .parseBackupId */ .JN)(previousId);
        if (gone === undefined) {
            const shown = JSON.stringify(previousId);
            const reason = `it names ${shown} as the one that it was compared with, which is no backup`;
            return [{ id: backup.id, previousId: shown, reason }];
        }
        const line = (0,_lines_js__WEBPACK_IMPORTED_MODULE_0__/* .lineName */ .iE)(manifest);
        const older = (0,_lines_js__WEBPACK_IMPORTED_MODULE_0__/* .ofLine */ .oe)(backups, line).find((other) => (0,_backup_backup_id_js__WEBPACK_IMPORTED_MODULE_1__/* .compareNewestFirst */ .a0)(gone, other) < 0 && isEvidence(other, backup));
        if (older === undefined)
            return [];
        const reason = `it was compared with ${previousId}, which is gone, while ${older.id} of the same line, ${(0,_lines_js__WEBPACK_IMPORTED_MODULE_0__/* .showLine */ .Yu)(line)}, is older and still there: what changed in between cannot be followed`;
        return [{ id: backup.id, previousId, reason }];
    });
}


/***/ }),

/***/ 58805:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   ET: () => (/* binding */ oldestLine),
/* harmony export */   S5: () => (/* binding */ isFromFuture),
/* harmony export */   _0: () => (/* binding */ ageOfLines)
/* harmony export */ });
/* harmony import */ var _lines_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(58455);
/** How old each line of a project is, and which of them are judged. */

const HOUR_MS = 60 * 60 * 1000;
/** Two machines' clocks may differ by this much before a backup counts as dated in the future. */
const CLOCK_TOLERANCE_MS = 5 * 60 * 1000;
function isFromFuture({ time }, now) {
    return time > now + CLOCK_TOLERANCE_MS;
}
function isChosen(line, { environment, source }) {
    // The source is what follows the last slash: nobody knows what an environment in a file is
    // called.
    const cut = line.lastIndexOf('/');
    return ((environment === undefined || line.slice(0, cut) === environment) &&
        (source === undefined || line.slice(cut + 1) === source));
}
function ageOf(backups, line, isRetired, now) {
    const own = (0,_lines_js__WEBPACK_IMPORTED_MODULE_0__/* .ofLine */ .oe)(backups, line);
    const newest = own.find((backup) => backup.verification.manifest.status === 'complete' && !isFromFuture(backup, now));
    return {
        line,
        count: own.length,
        newest: newest && {
            id: newest.id,
            ageHours: Math.max(0, now - newest.time) / HOUR_MS,
        },
        isRetired,
    };
}
/**
 * The lines of a project that were chosen, by their names. What was taken before a restore belongs
 * to none. Where both an environment and a source are chosen, that line is there even when it has
 * no backup.
 *
 * @param backups newest first
 * @param now milliseconds since the epoch
 */
function ageOfLines(backups, choice, now) {
    const found = backups.flatMap(({ verification }) => verification.verified && (0,_lines_js__WEBPACK_IMPORTED_MODULE_0__/* .isRegular */ .$W)(verification.manifest)
        ? [(0,_lines_js__WEBPACK_IMPORTED_MODULE_0__/* .lineName */ .iE)(verification.manifest)]
        : []);
    const { environment, source, ignored } = choice;
    const asked = environment !== undefined && source !== undefined ? [`${environment}/${source}`] : [];
    return [...new Set([...found, ...asked])]
        .filter((line) => isChosen(line, choice))
        .sort()
        .map((line) => ageOf(backups, line, ignored.has(line), now));
}
/**
 * The line that is worst off of those that are judged: one without a complete backup, else the one
 * whose newest is oldest.
 */
function oldestLine(lines) {
    const hours = ({ newest }) => newest?.ageHours ?? Infinity;
    return lines
        .filter(({ isRetired }) => !isRetired)
        .reduce((worst, line) => (worst === undefined || hours(line) > hours(worst) ? line : worst), undefined);
}


/***/ })

};
