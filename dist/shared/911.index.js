export const id = 911;
export const ids = [911];
export const modules = {

/***/ 23442:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  i: () => (/* binding */ artifactStore),
  T: () => (/* binding */ whyNoUpload)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./src/copies/artifact-names.ts
var artifact_names = __webpack_require__(710);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: ./src/models/manifest.ts
var models_manifest = __webpack_require__(93257);
// EXTERNAL MODULE: ./src/storage/archive-limits.ts
var archive_limits = __webpack_require__(61120);
;// CONCATENATED MODULE: ./src/copies/live-data.ts
/** Whether a folder may hold what was read from a live project. In doubt it does: strangers must not get it. */




const MANIFEST = 'manifest.json';
const PROJECT = 'project.json';
/** All that a backup of a config file has. */
const CONFIG_FILE_NAMES = new Set([MANIFEST, PROJECT, 'SHA256SUMS']);
/** More is not worth reading to find out. */
const MAX_PROJECT_BYTES = 16 * archive_limits/* MAX_RECORD_BYTES */.xR;
async function readObject(path, maxBytes) {
    const { size } = await (0,promises_.stat)(path);
    if (size > maxBytes)
        throw new Error('it is too large');
    return JSON.parse(await (0,promises_.readFile)(path, 'utf8'));
}
/** Whether all of it has the shape of a config file: flows made from templates, tenants without the service's answer. */
function isOfConfigFile({ tenants, flows }) {
    return (tenants.every((tenant) => !Object.hasOwn(tenant, 'tenant_data')) &&
        flows.every((flow) => typeof flow.flow_data?.template === 'string'));
}
async function isCertainlyOfConfigFile(path) {
    const names = await (0,promises_.readdir)(path);
    if (!names.every((name) => CONFIG_FILE_NAMES.has(name)))
        return false;
    if (names.includes(MANIFEST)) {
        const manifest = models_manifest/* BackupManifest */.eV.parse(await readObject((0,external_node_path_.join)(path, MANIFEST), archive_limits/* MAX_RECORD_BYTES */.xR));
        if (manifest.source.type !== 'config-file')
            return false;
    }
    return (!names.includes(PROJECT) ||
        isOfConfigFile(await readObject((0,external_node_path_.join)(path, PROJECT), MAX_PROJECT_BYTES)));
}
/** A verified backup says what it is; any other counts as live unless everything in it says that it is not. */
async function mayBeLive({ path, verification }) {
    if (verification.verified)
        return verification.manifest.source.type === 'management-api';
    return !(await isCertainlyOfConfigFile(path).catch(() => false));
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: ./src/storage/checksums.ts
var checksums = __webpack_require__(34025);
// EXTERNAL MODULE: ./src/storage/io-errors.ts
var io_errors = __webpack_require__(78305);
// EXTERNAL MODULE: ./src/storage/list-files.ts
var list_files = __webpack_require__(56183);
// EXTERNAL MODULE: ./src/storage/safe-names.ts
var safe_names = __webpack_require__(63369);
;// CONCATENATED MODULE: ./src/copies/upload-list.ts
/** The files of an artifact one by one, with what is left out and why. */








const READING_AGAIN = 'could not read the new backup again for the artifact';
/** Why the file would not be taken by the artifact service, or not be read back, if so. */
async function reasonToLeaveOut(folder, file) {
    const reason = (0,archive_limits/* pathSizeProblem */.Qq)(file) ?? file.split('/').map(safe_names/* unsafeNameReason */.G).find(Boolean);
    if (reason !== undefined)
        return reason;
    try {
        const path = (0,external_node_path_.join)(folder, file);
        await (0,promises_.access)(path, external_node_fs_.constants.R_OK);
        return (0,archive_limits/* fileSizeProblem */.$L)(file, (await (0,promises_.lstat)(path)).size);
    }
    catch {
        return 'it cannot be read';
    }
}
/**
 * Makes sure that nothing of the new backup has gone since it was proven.
 *
 * @param files what is about to be uploaded
 */
async function requireWhole(path, files, reporter) {
    const sums = (0,checksums/* parseChecksums */.yk)(await (0,promises_.readFile)((0,external_node_path_.join)(path, checksums/* CHECKSUMS_FILE */.aP), 'utf8'));
    const gone = [checksums/* CHECKSUMS_FILE */.aP, ...sums.keys()].filter((file) => !files.has((0,external_node_path_.join)(path, file)));
    if (gone.length > 0) {
        const what = reporter.words({ named: gone.join(', '), unnamed: `${gone.length} files` });
        throw new Error(`the new backup at ${path} lost ${what} after it was proven`);
    }
}
async function listBackup({ path, verification }) {
    const content = await (0,list_files/* listFiles */.C)(path);
    const leftOut = content.others.map((file) => ({
        file,
        reason: 'it is a link or another special file',
    }));
    const files = [];
    const folders = new Set();
    let bytes = 0;
    for (const file of content.files) {
        const reason = verification.verified ? undefined : await reasonToLeaveOut(path, file);
        if (reason !== undefined) {
            leftOut.push({ file, reason });
            continue;
        }
        files.push((0,external_node_path_.join)(path, file));
        for (let above = (0,external_node_path_.dirname)(file); !folders.has(above); above = (0,external_node_path_.dirname)(above))
            folders.add(above);
        bytes += (await (0,promises_.lstat)((0,external_node_path_.join)(path, file))).size;
    }
    return { files, leftOut, folders: folders.size, bytes };
}
function leftOutWarnings(id, { leftOut }, reporter) {
    if (reporter.mayName) {
        return leftOut.map(({ file, reason }) => `${id}/${file} is left out of the artifact: ${reason}`);
    }
    return leftOut.length === 0
        ? []
        : [`${leftOut.length} files of ${id} are left out of the artifact: it is damaged`];
}
/** The retained backups, as many as fit into an artifact. */
class Selection {
    files = [];
    warnings = [];
    /** Ids of good backups that do not fit. */
    tooMuch = [];
    #reporter;
    #limits;
    /** With the folder of the project. */
    #total = { entries: 0, folders: 1, bytes: 0 };
    constructor(reporter, limits) {
        this.#reporter = reporter;
        this.#limits = limits;
    }
    /** Takes a backup as a whole, if there is room for it. */
    async add(backup) {
        const { id, verification } = backup;
        const listed = await listBackup(backup);
        const next = {
            entries: this.#total.entries + listed.files.length,
            folders: this.#total.folders + listed.folders,
            bytes: this.#total.bytes + listed.bytes,
        };
        const fits = next.entries <= this.#limits.entries &&
            next.folders <= this.#limits.folders &&
            next.bytes <= this.#limits.bytes;
        if (!fits && verification.verified)
            this.tooMuch.push(id);
        if (!fits && !verification.verified) {
            this.warnings.push(`${id} is left out of the artifact: it is damaged, and too large for it`);
        }
        // A gap in the middle would look like backups that were lost.
        if (!fits || (verification.verified && this.tooMuch.length > 0))
            return;
        this.#total = next;
        this.warnings.push(...leftOutWarnings(id, listed, this.#reporter));
        this.files.push(...listed.files);
    }
    /** Leaves out an older backup that could not be listed. */
    leaveOut({ id }, error) {
        const reason = this.#reporter.words({
            named: (0,io_errors/* explainIoError */.U_)(error, 'could not list it').message,
            unnamed: 'it could not be listed',
        });
        this.warnings.push(`${id} is left out of the artifact: ${reason}`);
    }
}
/**
 * The files of the retained backups, one by one. The artifact library would take a link for its target and die of
 * a file that it cannot read, so nothing is left to it. What would make the artifact larger than what is read back is left
 * out, the oldest backups first.
 *
 * @param backups newest first
 * @param newBackup the path of the backup that must not be left out
 * @throws Error when that one is not there as a whole, or too large by itself
 */
async function listForUpload(backups, newBackup, { reporter, limits = archive_limits/* ARTIFACT_LIMITS */.Wo }) {
    const chosen = new Selection(reporter, limits);
    // The new one comes first, whatever its date: the others share what is left.
    const isNew = ({ path }) => path === newBackup;
    const bounds = `${limits.entries} files, ${limits.folders} folders and ${(0,archive_limits/* sizeInWords */._u)(limits.bytes)}, which is what is read back of one`;
    for (const backup of [...backups.filter(isNew), ...backups.filter((one) => !isNew(one))]) {
        try {
            await chosen.add(backup);
        }
        catch (error) {
            if (isNew(backup))
                throw (0,io_errors/* explainIoError */.U_)(error, READING_AGAIN);
            chosen.leaveOut(backup, error);
        }
        if (isNew(backup) && chosen.tooMuch.includes(backup.id)) {
            throw new Error(`the new backup was not uploaded: an artifact holds ${bounds}. Save less of the project (input sections), or set upload-artifact to false and keep the backup elsewhere`);
        }
    }
    const { files, warnings, tooMuch } = chosen;
    try {
        await requireWhole(newBackup, new Set(files), reporter);
    }
    catch (error) {
        throw (0,io_errors/* explainIoError */.U_)(error, READING_AGAIN);
    }
    const [first] = tooMuch;
    if (first === undefined)
        return { files, warnings };
    return {
        files,
        warnings,
        excess: `${first} and what is older was not uploaded: an artifact holds ${bounds}. Lower retention-days`,
    };
}

// EXTERNAL MODULE: ./src/github/artifact.ts
var github_artifact = __webpack_require__(49721);
// EXTERNAL MODULE: ./src/github/run-context.ts
var run_context = __webpack_require__(47068);
// EXTERNAL MODULE: ./src/actions/strangers.ts + 1 modules
var strangers = __webpack_require__(57063);
;// CONCATENATED MODULE: ./src/actions/publish.ts
/** The upload of the retained backups: whether there is one, under which name, and what strangers must not get. */







/** Why there is nothing to upload, or nowhere to upload it to. */
function whyNoUpload(inputs, environment) {
    if (!inputs['upload-artifact'])
        return 'uploading is off (upload-artifact: false)';
    // In a step of a job it is a failure: the backup would go with the machine.
    if (!(0,github_artifact/* canUpload */.Yl)(environment) && !(0,run_context/* isActionStep */.Rs)(environment)) {
        return 'there is no artifact service outside GitHub Actions (ACTIONS_RUNTIME_TOKEN is not set)';
    }
    return undefined;
}
/**
 * Makes sure that no stranger can download a live backup.
 *
 * @throws Error that says how to go on
 */
async function checkReaders(inputs, retained, { visibility, reporter }) {
    if (visibility === 'internal') {
        reporter.info('The repository is internal: every member of the enterprise can download the artifact');
    }
    if ((0,strangers/* mayNameThings */.Qt)(visibility))
        return;
    if (!(await Promise.all(retained.map(mayBeLive))).includes(true)) {
        if (visibility === 'public') {
            reporter.warning('the repository is public: anyone who is logged in to GitHub can download this artifact');
        }
        return;
    }
    const how = 'anyone who is logged in to GitHub could download it';
    const reason = (0,strangers/* whyNotForStrangers */.Id)(visibility, inputs['allow-public-artifact'], how);
    if (reason === undefined)
        return;
    throw new Error(`the live backup was not uploaded: ${reason}. Run this in a private repository, set upload-artifact to false and keep the backup elsewhere, or set allow-public-artifact to true. The backup itself is on this machine, at the output backup-path`);
}
/** Uploads the retained backups as one artifact. */
async function publish(name, inputs, { fresh: { path, manifest }, retained, isWindowMissing }, context) {
    const { environment, makeArtifactClient, signal, reporter } = context;
    if (!(0,github_artifact/* canUpload */.Yl)(environment)) {
        throw new Error(`the backup was not uploaded: the runner gave this step no ACTIONS_RUNTIME_TOKEN, and without it there is no artifact service. The backup at ${path} goes with this machine. Run the action with "uses:" as a step of the job, or set upload-artifact to false and keep the backup folder with another step`);
    }
    await checkReaders(inputs, retained, context);
    const { files, warnings, excess } = await listForUpload(retained, path, { reporter });
    for (const text of warnings)
        reporter.warning(text);
    const artifact = await (0,github_artifact/* uploadArtifact */.mz)({
        name: name(isWindowMissing || excess !== undefined),
        suffix: manifest.backup_id,
        rootFolder: (0,external_node_path_.dirname)((0,external_node_path_.dirname)(path)),
        files,
        retentionDays: inputs['artifact-retention-days'] ?? inputs['retention-days'],
        compressionLevel: inputs['compression-level'],
        backupPath: path,
    }, environment, makeArtifactClient, signal);
    reporter.info(`Uploaded ${files.length} files as ${artifact.name}: ${artifact.url}`);
    return { ...artifact, ...(excess !== undefined && { excess }) };
}
/** Artifacts of this run as the place where the retained backups go, under the name of their line. */
function artifactStore(naming, inputs, context) {
    const skipped = whyNoUpload(inputs, context.environment);
    if (skipped !== undefined)
        return { skipped };
    return {
        store: (kept) => {
            const name = (isMissing) => (0,artifact_names/* nameOf */.Vb)(naming, kept.fresh.manifest, isMissing);
            return publish(name, inputs, kept, context);
        },
    };
}


/***/ }),

/***/ 85770:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DP: () => (/* binding */ changesLines),
/* harmony export */   O1: () => (/* binding */ renderChanges),
/* harmony export */   en: () => (/* binding */ edits)
/* harmony export */ });
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(65566);

const MAX_CHANGES_SHOWN = 50;
const MAX_EDITS_SHOWN = 5;
function editText({ pointer, before, after }) {
    const value = (shown) => (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .code */ .aY)(JSON.stringify(shown));
    const place = (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .code */ .aY)(pointer === '' ? '/' : pointer);
    if (before === undefined)
        return `${place} added: ${value(after)}`;
    if (after === undefined)
        return `${place} removed, was ${value(before)}`;
    return `${place} ${value(before)} → ${value(after)}`;
}
function edits(all, kind) {
    // The whole of what came or went is in the JSON.
    if (kind !== 'changed')
        return '';
    const rest = all.length - MAX_EDITS_SHOWN;
    return [
        ...all.slice(0, MAX_EDITS_SHOWN).map(editText),
        ...(rest > 0 ? [`and ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .counted */ .hS)(rest, 'more place')}`] : []),
    ].join('<br>');
}
/**
 * The changes as lines of Markdown, without a heading, most important first.
 *
 * @param mayName whether names of tenants may be shown; else there are counts alone
 */
function changesLines({ findings, changes, not_comparable, change_count, withheld_since = [] }, mayName) {
    const lines = [];
    if (change_count === 0)
        lines.push('Nothing changed.', '');
    if (!mayName) {
        const counts = new Map();
        for (const { section, kind } of changes) {
            const what = `${section} ${kind}`;
            counts.set(what, (counts.get(what) ?? 0) + 1);
        }
        const words = [...counts].map(([what, count]) => `${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .escapeText */ .X1)(what)}: ${count}`);
        if (words.length > 0)
            lines.push(`${words.join(', ')}.`, '');
    }
    else {
        if (findings.length > 0) {
            lines.push('**Look at these first:**', '', ...findings
                .slice(0, MAX_CHANGES_SHOWN)
                .map(({ section, id, text }) => `- ⚠️ ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .code */ .aY)(`${section}/${id}`)} ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .escapeText */ .X1)(text)}`), '');
        }
        if (changes.length > 0) {
            const rows = changes.map(({ section, id, kind, edits: all }) => [
                `${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .escapeText */ .X1)(section)} ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .code */ .aY)(id)}`,
                kind,
                edits(all, kind),
            ]);
            lines.push(...(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .table */ .tp)(['Object', 'Change', 'Where'], rows, MAX_CHANGES_SHOWN));
        }
    }
    if (not_comparable.length > 0) {
        lines.push(`Not compared, because only one of the backups has them: ${not_comparable.map(_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .escapeText */ .X1).join(', ')}.`, '');
    }
    if (withheld_since.length > 0) {
        const places = withheld_since.reduce((sum, { pointers }) => sum + pointers.length, 0);
        lines.push(`No change: in ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .counted */ .hS)(places, 'place')} only what is withheld as a secret is other than before.`, '');
    }
    return lines;
}
/** The changes as a Markdown file. */
function renderChanges(report) {
    const headline = `## ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .counted */ .hS)(report.change_count, 'change')}, risk ${report.risk}`;
    return [headline, '', ...changesLines(report, true)].join('\n');
}


/***/ }),

/***/ 53911:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  main: () => (/* binding */ main)
});

// EXTERNAL MODULE: ./src/github/outputs.ts
var outputs = __webpack_require__(88353);
// EXTERNAL MODULE: ./src/github/own-secrets.ts
var own_secrets = __webpack_require__(94479);
;// CONCATENATED MODULE: ./src/github/restore-refusals.ts
/** Those who can cause them may run workflows of the default branch. Called workflows have the event of their caller. */
const EVENTS = ['workflow_dispatch', 'repository_dispatch', 'schedule'];
/** Why nothing is applied after the event that started the run, if so. Outside GitHub Actions there is none. */
function refusedEvent(environment) {
    if (environment['GITHUB_ACTIONS'] !== 'true')
        return undefined;
    const event = environment['GITHUB_EVENT_NAME'] ?? '';
    if (EVENTS.includes(event))
        return undefined;
    const what = event === '' ? 'an event that the runner does not name' : `the event ${event}`;
    return `nothing is applied on ${what}: start the workflow by ${EVENTS.slice(0, -1).join(', ')} or ${EVENTS.at(-1) ?? ''}. A plan runs on any event`;
}
/** Why nothing is applied where others read the repository, if so: the safety backup is uploaded before the first write. */
function refusedReaders(visibility, allowPublicArtifact) {
    if (visibility === 'private' || visibility === 'internal' || allowPublicArtifact) {
        return undefined;
    }
    const why = visibility === 'public'
        ? 'the repository is public, and anyone could download the safety backup'
        : 'nobody could tell whether the repository is public (pass github-token, or run where the event names the repository)';
    return `nothing is applied: ${why}. Restore from a private repository, or set allow-public-artifact to true`;
}

;// CONCATENATED MODULE: ./src/project/restore-words.ts
const WRITES = ['delete', 'create', 'update'];
const NOT_POSSIBLE = ['missing-secret', 'blocked', 'unsupported'];
function isWrite({ action }) {
    return WRITES.includes(action);
}
function isNotPossible({ action }) {
    return NOT_POSSIBLE.includes(action);
}
/** How many objects a plan writes. */
function writeCount({ counts }) {
    return counts.create + counts.update + counts.delete;
}
/** `1 to delete, 2 to create`: what cannot be undone first. */
function writesInWords(plan) {
    const { counts } = plan;
    const parts = [
        [counts.delete, 'to delete'],
        [counts.create, 'to create'],
        [counts.update, 'to update'],
    ];
    const words = parts.flatMap(([count, what]) => (count > 0 ? [`${count} ${what}`] : []));
    return words.length > 0 ? words.join(', ') : 'nothing to do';
}
const HOUR_MS = 60 * 60 * 1000;
/** @param now milliseconds since the epoch */
function ageInWords(createdAt, now) {
    const hours = (now - Date.parse(createdAt)) / HOUR_MS;
    if (hours < 0)
        return 'dated in the future';
    if (hours < 1)
        return 'less than an hour old';
    const [count, unit] = hours < 48 ? [hours, 'hour'] : [hours / 24, 'day'];
    const whole = Math.floor(count);
    return `${whole} ${unit}${whole === 1 ? '' : 's'} old`;
}
/** `90 requests, about 2 minutes`. */
function costInWords({ cost }) {
    const time = cost.seconds < 90 ? `${cost.seconds} seconds` : `${Math.ceil(cost.seconds / 60)} minutes`;
    const tier = cost.rate_limit_tier === undefined ? '' : ` (rate limit tier ${cost.rate_limit_tier})`;
    return `at most ${cost.requests} requests, about ${time}${tier}`;
}
/**
 * Sections whose objects have fields at the top. In others a key there can be an id, as it is in `tenant-sso`, or part of a file
 * of any form.
 */
const WITH_FIELDS = [
    'flows',
    'tenants',
    'tenant-settings',
    'roles',
    'permissions',
    'sso-apps',
    'inbound-apps',
    'outbound-apps',
    'access-keys',
    'jwt-templates',
    'lists',
    'password-settings',
    'fga-schema',
    'theme',
    'user-attributes',
];
const FIELD = /^\/([A-Za-z][A-Za-z0-9_]{0,63})(?:\/|$)/;
/** Names of the fields at the top of objects that steps change, without any id and value: strangers may read them. */
function changedFields(steps) {
    const names = steps
        .filter(({ section }) => WITH_FIELDS.includes(section))
        .flatMap(({ edits }) => edits)
        .flatMap(({ pointer }) => FIELD.exec(pointer)?.[1] ?? []);
    return [...new Set(names)].sort();
}
/** Items by a name that each has, in the order in which the names first come. */
function grouped(items, nameOf) {
    const groups = new Map();
    for (const item of items) {
        const name = nameOf(item);
        groups.set(name, [...(groups.get(name) ?? []), item]);
    }
    return [...groups];
}
/** `tenants update: 3 (domains, name)` for each section and action: what strangers may read of steps. */
function stepsInCounts(steps) {
    return grouped(steps, ({ section, action }) => `${section} ${action}`).map(([name, same]) => {
        const fields = changedFields(same.filter(({ action }) => action === 'update'));
        return `${name}: ${same.length}${fields.length > 0 ? ` (${fields.join(', ')})` : ''}`;
    });
}
/** Why a step is as it is: its reason, what it needs, and whose sake it is for. */
function stepInWords({ reason, because_of, missing_secrets = [] }) {
    return [
        ...(reason === undefined ? [] : [reason]),
        ...(missing_secrets.length > 0 ? [`needs a secret at ${missing_secrets.join(', ')}`] : []),
        ...(because_of === undefined ? [] : [`because of ${because_of}`]),
    ].join('; ');
}

// EXTERNAL MODULE: ./src/github/markdown.ts
var markdown = __webpack_require__(65566);
// EXTERNAL MODULE: ./src/github/changes-markdown.ts
var changes_markdown = __webpack_require__(85770);
;// CONCATENATED MODULE: ./src/github/restore-plan-markdown.ts



/** What cannot be undone, or will be missing, is shown as far as the page goes. */
const MAX_ROWS_OF_DANGER = 1000;
const MAX_ROWS = 100;
function section(title, ...lines) {
    return lines.length === 0 ? [] : [`### ${title}`, '', ...lines];
}
const objectCell = ({ section: name, id }) => `${(0,markdown/* escapeText */.X1)(name)} ${(0,markdown/* code */.aY)(id)}`;
const sentences = (texts) => texts.map(markdown/* escapeText */.X1).join('<br>');
function stepTable(title, steps, head, cell, maxRows = MAX_ROWS) {
    if (steps.length === 0)
        return [];
    const rows = steps.map((step) => [objectCell(step), cell(step)]);
    return section(`${title} (${steps.length})`, ...(0,markdown/* table */.tp)(['Object', head], rows, maxRows));
}
function findingLines({ findings }) {
    const shown = findings.slice(0, MAX_ROWS);
    const rest = findings.length - shown.length;
    if (findings.length === 0)
        return [];
    return section('Look at these first', ...shown.map(({ section: name, id, text }) => `- ⚠️ ${(0,markdown/* code */.aY)(`${name}/${id}`)} ${(0,markdown/* escapeText */.X1)(text)}`), ...(rest > 0 ? [`- and ${(0,markdown/* counted */.hS)(rest, 'more finding')}`] : []), '');
}
function refusalLines({ refusals }) {
    if (refusals.length === 0)
        return [];
    const rows = refusals.map(({ section: name, kind, text }) => [
        (0,markdown/* escapeText */.X1)(name),
        (0,markdown/* escapeText */.X1)(kind),
        (0,markdown/* escapeText */.X1)(text),
    ]);
    return section('What Descope itself says in a dry run', ...(0,markdown/* table */.tp)(['Section', 'Kind', 'Answer'], rows));
}
function keptLines({ kept }) {
    if (kept.length === 0)
        return [];
    const names = kept.slice(0, MAX_ROWS).map(({ section: name, id }) => (0,markdown/* code */.aY)(`${name}/${id}`));
    const rest = kept.length - names.length;
    return section(`Kept: only the project has them (${kept.length})`, 'They stay as they are. To delete one, name it in <code>delete</code>.', '', `${names.join(', ')}${rest > 0 ? ` and ${rest} more` : ''}`, '');
}
/** The plan with names, most dangerous first. */
function namedPlanLines(plan) {
    const of = (action) => plan.steps.filter((step) => step.action === action);
    const losing = plan.steps.filter(({ action, loses }) => action !== 'delete' && loses.length > 0);
    const why = (step) => (0,markdown/* escapeText */.X1)(stepInWords(step));
    const lossOf = ({ loses }) => sentences(loses);
    return [
        ...findingLines(plan),
        ...stepTable('To delete', of('delete'), 'What is lost with it', lossOf, MAX_ROWS_OF_DANGER),
        ...stepTable('What does not come back', losing, 'What', lossOf, MAX_ROWS_OF_DANGER),
        ...stepTable('Not possible', plan.steps.filter(isNotPossible), 'Why', (step) => `${step.action}: ${why(step)}`, MAX_ROWS_OF_DANGER),
        ...refusalLines(plan),
        ...stepTable('To update', of('update'), 'Where, from now to then', (step) => [(0,changes_markdown/* edits */.en)(step.edits, 'changed'), why(step)].filter((text) => text !== '').join('<br>')),
        ...stepTable('To create', of('create'), 'Why', why),
        ...keptLines(plan),
    ];
}
/** The plan where strangers read: names of sections and fields, and counts. */
function countedPlanLines(plan) {
    const written = plan.steps.filter(({ action }) => action !== 'identical');
    const list = (texts) => [...texts.map((text) => `- ${(0,markdown/* escapeText */.X1)(text)}`), ''];
    const counts = (title, names) => names.length === 0
        ? []
        : section(title, ...list(grouped(names, (name) => name).map(([name, { length }]) => `${name}: ${length}`)));
    const losses = plan.steps.reduce((sum, { loses }) => sum + loses.length, 0);
    return [
        ...counts('Look at these first', plan.findings.map(({ section: name, rule }) => `${name}, rule ${rule}`)),
        ...(writeCount(plan) + plan.counts.not_possible === 0
            ? []
            : section('What the plan does', ...list(stepsInCounts(written)))),
        ...(losses === 0 ? [] : [`${(0,markdown/* counted */.hS)(losses, 'thing')} will not come back, or be lost.`, '']),
        ...counts('What Descope itself says in a dry run', plan.refusals.map(({ section: name, kind }) => `${name}, ${kind}`)),
        ...counts('Kept: only the project has them', plan.kept.map(({ section: name }) => name)),
        'Objects are not named here, because strangers may read this.',
        '',
    ];
}

;// CONCATENATED MODULE: ./src/github/restore-report-markdown.ts


const MAX_ROWS_OF_TROUBLE = 1000;
const MAX_DIFFERENCES = 200;
/** So many digits tell hashes apart; the report's JSON has all of them. */
const SHOWN_DIGITS = 12;
/** What needs somebody first. */
const WORST_FIRST = [
    'unknown',
    'failed',
    'blocked',
    'not-reached',
];
const OUTCOMES = {
    unknown: '❓ in doubt',
    failed: '❌ failed',
    blocked: '⛔ blocked',
    'not-reached': 'not reached',
    done: '✅ done',
};
const hashCell = (sha256) => sha256 === undefined ? 'none' : (0,markdown/* code */.aY)(sha256.slice(0, SHOWN_DIGITS));
const restore_report_markdown_objectCell = ({ section, id, new_id }) => {
    const renamed = new_id === undefined || new_id === id ? '' : `, now ${(0,markdown/* code */.aY)(new_id)}`;
    return `${(0,markdown/* escapeText */.X1)(section)} ${(0,markdown/* code */.aY)(id)}${renamed}`;
};
function troubleLines(objects) {
    const troubled = WORST_FIRST.flatMap((outcome) => objects.filter((object) => object.outcome === outcome));
    if (troubled.length === 0)
        return [];
    const rows = troubled.map((object) => [
        restore_report_markdown_objectCell(object),
        object.action,
        OUTCOMES[object.outcome],
        (0,markdown/* escapeText */.X1)(object.reason ?? ''),
    ]);
    return [
        '### What was not done',
        '',
        ...(0,markdown/* table */.tp)(['Object', 'Write', 'Outcome', 'Why'], rows, MAX_ROWS_OF_TROUBLE),
    ];
}
function doneLines(objects) {
    const done = objects.filter(({ outcome }) => outcome === 'done');
    if (done.length === 0)
        return [];
    const rows = done.map((object) => [
        restore_report_markdown_objectCell(object),
        object.action,
        hashCell(object.before_sha256),
        hashCell(object.target_sha256),
        hashCell(object.after_sha256),
    ]);
    return [
        '### What was done',
        '',
        `The first ${SHOWN_DIGITS} digits of the SHA-256 of each object before, as planned, and as it was read back.`,
        '',
        ...(0,markdown/* table */.tp)(['Object', 'Write', 'Before', 'Planned', 'After'], rows),
    ];
}
function differenceLines(differences) {
    if (differences.length === 0)
        return [];
    const rest = differences.length - MAX_DIFFERENCES;
    return [
        '### What is other than planned',
        '',
        ...differences.slice(0, MAX_DIFFERENCES).map((text) => `- 🛑 ${(0,markdown/* escapeText */.X1)(text)}`),
        ...(rest > 0 ? [`- and ${rest} more`] : []),
        '',
    ];
}
/** @param mayName whether objects may be named; else there are counts alone */
function reportLines({ objects, differences }, mayName) {
    if (mayName) {
        return [...differenceLines(differences), ...troubleLines(objects), ...doneLines(objects)];
    }
    const counts = grouped(objects, ({ section, action, outcome }) => `${section} ${action}, ${outcome}`).map(([name, { length }]) => `- ${(0,markdown/* escapeText */.X1)(name)}: ${length}`);
    return [
        ...(differences.length > 0
            ? [`🛑 ${(0,markdown/* counted */.hS)(differences.length, 'thing')} other than planned.`, '']
            : []),
        ...counts,
        '',
        'Objects are not named here, because strangers may read this.',
        '',
    ];
}

// EXTERNAL MODULE: ./src/project/sections/index.ts + 23 modules
var sections = __webpack_require__(46701);
;// CONCATENATED MODULE: ./src/project/object-names.ts
/** How the inputs of a restore name objects: lists of names read, and the one spelling of each name. */

/** Sections in which an object can have users, who lose it when it is deleted. */
const SECTIONS_WITH_USERS = ['tenants', 'roles'];
const OF_TENANT = '/**';
/** Signs that end a name, or mean something in it. */
const MEANINGFUL = /[%,*]/g;
/**
 * What a workflow file or a page would not show as it is: the beginning of an expression or of code, blanks at an end, and what
 * cannot be seen.
 */
const NOT_PLAIN = /[$`]|^\s|\s$|[^\P{C}\p{Cs}]|[\p{Zl}\p{Zp}]/gu;
function object_names_isSection(text) {
    return sections/* SECTIONS */.bP.includes(text);
}
function percentEncode(sign) {
    return [...Buffer.from(sign)]
        .map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`)
        .join('');
}
/** A name as it can stand on a line of a workflow file: read again, it is the same name. */
function plainName(text) {
    return text.replace(NOT_PLAIN, percentEncode);
}
/** The one spelling of a choice: what reading it gives is the choice again. */
function choiceText(choice) {
    if (choice.kind === 'section')
        return choice.section;
    const id = plainName(choice.id.replace(MEANINGFUL, percentEncode));
    return choice.kind === 'tenant' ? `tenants/${id}${OF_TENANT}` : `${choice.section}/${id}`;
}
function decode(id) {
    try {
        return decodeURIComponent(id);
    }
    catch {
        return undefined;
    }
}
/** @returns a text that says what is wrong with the name */
function parseChoice(text) {
    const shown = JSON.stringify(text);
    const slash = text.indexOf('/');
    const section = slash === -1 ? text : text.slice(0, slash);
    if (!object_names_isSection(section)) {
        return `${shown} names no section: use <section>, <section>/<id> or tenants/<id>${OF_TENANT}, with a section of ${sections/* SECTIONS */.bP.join(', ')}`;
    }
    if (slash === -1)
        return { kind: 'section', section };
    const isOfTenant = section === 'tenants' && text.endsWith(OF_TENANT);
    const raw = text.slice(slash + 1, isOfTenant ? -OF_TENANT.length : undefined);
    if (raw === '')
        return `${shown} lacks the id after the slash`;
    if (raw.includes('*')) {
        return `${shown} has a star, which stands for nothing but in tenants/<id>${OF_TENANT}: name each object, and write %2A for a star of an id`;
    }
    const id = decode(raw);
    if (id === undefined)
        return `${shown} has a percent sign that encodes nothing: write %25 for it`;
    return isOfTenant ? { kind: 'tenant', id } : { kind: 'object', section, id };
}
function split(text) {
    return text.split(/[,\r\n]/).flatMap((part) => (part.trim() === '' ? [] : [part.trim()]));
}
/** @param check what of a choice the list does not take; undefined when it does */
function parseList(text, check) {
    const names = new Map();
    const problems = [];
    for (const part of split(text)) {
        const choice = parseChoice(part);
        const taken = typeof choice === 'string' ? choice : check(choice, JSON.stringify(part));
        if (typeof taken === 'string')
            problems.push(taken);
        else
            names.set(choiceText(taken), taken);
    }
    if (problems.length > 0)
        return { problems };
    // A list of nothing but commas must not come to mean everything.
    if (names.size === 0)
        return { problems: [`${JSON.stringify(text)} names nothing`] };
    const sorted = [...names].sort(([a], [b]) => (a < b ? -1 : 1));
    return { names: sorted.map(([, choice]) => choice) };
}
/**
 * Reads what a restore is about: names separated by commas or line breaks, or `all` alone.
 *
 * @returns no names for `all`
 */
function parseChoices(text) {
    const parts = split(text);
    if (!parts.includes('all'))
        return parseList(text, (choice) => choice);
    return parts.length === 1 ? { names: [] } : { problems: ['has all beside other names'] };
}
function withoutKind({ section, id }) {
    return { section, id };
}
/** Reads names of single objects: no section, and none of a tenant with all that is its. */
function parseObjects(text) {
    const list = parseList(text, (choice, shown) => choice.kind === 'object'
        ? choice
        : `${shown} is not one object: name each object as <section>/<id>`);
    return 'problems' in list ? list : { names: list.names.map(withoutKind) };
}
/** Reads names of tenants and roles. */
function parseWithUsers(text) {
    const list = parseList(text, (choice, shown) => choice.kind === 'object' && SECTIONS_WITH_USERS.includes(choice.section)
        ? choice
        : `${shown} is no tenant and no role: name each as tenants/<id>, roles/<name> or roles/<tenant id>/<name>`);
    return 'problems' in list ? list : { names: list.names.map(withoutKind) };
}

;// CONCATENATED MODULE: ./src/github/restore-with-lines.ts


/** A value between quotes: YAML takes it for text, and GitHub finds no expression in it. */
function quoted(text) {
    return /['$\p{C}]/u.test(text)
        ? JSON.stringify(text).replace(/[$\u007f-\uffff]/gu, (sign) => [...Array(sign.length).keys()]
            .map((at) => `\\u${sign.charCodeAt(at).toString(16).padStart(4, '0')}`)
            .join(''))
        : `'${text}'`;
}
/** More of it would leave no room for the plan on the page. */
const MAX_LIST_LENGTH = 16 * 1024;
function list(input, names, mayName) {
    if (names.length === 0)
        return [];
    const lines = names.map((name) => `    ${plainName(name)}`);
    const isShown = mayName && lines.join('\n').length <= MAX_LIST_LENGTH;
    return isShown ? [`  ${input}: |`, ...lines] : [`  # ${input}: as in this run`];
}
const KEY_LINE = '  management-key: ${{ secrets.DESCOPE_RESTORE_KEY }}';
function scopeLines({ scope }, mayName) {
    const { only, accepted_user_loss: accepted, supplied_secrets: supplied } = scope;
    return [
        ...list('only', only, mayName),
        ...list('delete', scope.delete, mayName),
        ...list('accept-user-loss', accepted, mayName),
        ...(scope.with_dependencies ? [] : ['  with-dependencies: false']),
        ...(supplied.length > 0 ? ['  # secrets: the same as in this run'] : []),
    ];
}
/** The step that applies the plan, from `with:` on. What is not of the plan, such as `base-url`, stays as the workflow has it. */
function applyLines(plan, { backup, maxChanges, mayName }) {
    const { mode, project_id: project, backup: source } = plan;
    const isOther = source.project_id !== project;
    const count = writeCount(plan);
    return [
        'with:',
        `  mode: ${mode === 'undo' ? 'undo' : 'apply'}`,
        `  project-id: ${quoted(project)}`,
        KEY_LINE,
        `  backup: ${quoted(backup)}`,
        ...(mode === 'undo' ? [] : [`  environment: ${quoted(source.environment)}`]),
        ...(isOther && mode !== 'undo'
            ? [`  from-project-id: ${quoted(source.project_id)}`, '  allow-other-project: true']
            : []),
        ...scopeLines(plan, mayName),
        ...(count > maxChanges ? [`  max-changes: ${count}`] : []),
        `  plan-id: ${quoted(plan.plan_id)}`,
        `  confirm: ${quoted(project)}`,
    ];
}
/** The step that plans the way back of a restore. */
function undoLines(projectId, restoreId) {
    return [
        'with:',
        '  mode: undo',
        `  project-id: ${quoted(projectId)}`,
        KEY_LINE,
        `  backup: ${quoted(restoreId)}`,
    ];
}
/** Lines as a block of Markdown that none of them can end. */
function yamlBlock(lines) {
    return ['```yaml', ...lines, '```', ''];
}

// EXTERNAL MODULE: ./src/github/summary-file.ts
var summary_file = __webpack_require__(45078);
;// CONCATENATED MODULE: ./src/github/restore-summary.ts






function scopeCell({ scope }) {
    const what = scope.only.length === 0 ? 'all' : (0,markdown/* counted */.hS)(scope.only.length, 'name');
    return [
        `${what}${scope.with_dependencies ? ', with what they refer to' : ', without what they refer to'}`,
        ...(scope.delete.length > 0 ? [`${scope.delete.length} named to delete`] : []),
        ...(scope.supplied_secrets.length > 0
            ? [(0,markdown/* counted */.hS)(scope.supplied_secrets.length, 'supplied secret')]
            : []),
        ...(scope.accepted_user_loss.length > 0
            ? [`users lost with ${scope.accepted_user_loss.length} accepted`]
            : []),
        ...(scope.users_status === 'disabled' ? ['users are created disabled'] : []),
    ].join('; ');
}
function overview(plan, now) {
    const { backup, counts, risk } = plan;
    const recorded = backup.risk ?? 'not recorded';
    const status = backup.status === 'complete' ? 'complete' : `⚠️ ${backup.status}`;
    return (0,markdown/* table */.tp)(['', ''], [
        ['Plan id', (0,markdown/* code */.aY)(plan.plan_id)],
        ['Writes', `${writesInWords(plan)}; ${counts.identical} identical`],
        ['Risk of this plan', risk === 'none' || risk === 'low' ? risk : `⚠️ ${risk}`],
        ['Not possible', String(counts.not_possible)],
        [
            plan.mode === 'undo' ? 'Safety backup' : 'Backup',
            `${(0,markdown/* code */.aY)(backup.backup_id)}, ${(0,markdown/* escapeText */.X1)(backup.environment)}, ${ageInWords(backup.created_at, now)}, ${status}`,
        ],
        ['Risk of the changes in it', (0,markdown/* escapeText */.X1)(recorded)],
        ...(backup.project_id === plan.project_id
            ? []
            : [['Backup of', `⚠️ another project, ${(0,markdown/* code */.aY)(backup.project_id)}`]]),
        ['Scope', scopeCell(plan)],
        ['Kept', `${(0,markdown/* counted */.hS)(counts.kept, 'object')} that only the project has`],
        ['Cost', (0,markdown/* escapeText */.X1)(costInWords(plan))],
    ]);
}
function nextStep(plan, options) {
    const count = writeCount(plan);
    if (count === 0)
        return [];
    const limit = count > options.maxChanges
        ? [
            `⚠️ These are more changes than <code>max-changes</code> allows (${options.maxChanges}): an apply with that limit is refused.`,
            '',
        ]
        : [];
    return [
        '### Next step',
        '',
        ...limit,
        'When all of this is right, apply it with these lines. Whatever else the step of this run has stays as it is. When the project changed in the meantime, nothing is written, and the new plan is shown.',
        '',
        ...yamlBlock(applyLines(plan, options)),
    ];
}
/** The page of a plan in GitHub-flavoured Markdown: well under GitHub's limit, and its next step is never cut. */
function renderPlan(plan, options) {
    const title = plan.mode === 'undo' ? 'Undo plan' : 'Restore plan';
    const icon = writeCount(plan) === 0 && plan.counts.not_possible === 0 ? '✅' : '📋';
    const lines = [
        `## ${icon} ${title}, ${writesInWords(plan)}: ${(0,markdown/* escapeText */.X1)(plan.project_id)}`,
        '',
        ...(0,markdown/* failureLines */.w7)(options.failures),
        '**Nothing of this plan has been written.**',
        '',
        ...overview(plan, options.now),
        ...(options.mayName ? namedPlanLines(plan) : countedPlanLines(plan)),
    ];
    return (0,summary_file/* cutToLimit */.b)(lines.join('\n'), nextStep(plan, options).join('\n'));
}
/** Whether everything is as the plan announced. */
function isProven({ proof, counts, stopped }) {
    return (proof === 'equal' && counts.failed === 0 && counts.not_reached === 0 && stopped === undefined);
}
function reportHeadline(report, failures) {
    const { done, failed, not_reached: left } = report.counts;
    const objects = (0,markdown/* counted */.hS)(done, 'object');
    if (failures.length === 0 && isProven(report))
        return `✅ Restored and proven, ${objects}`;
    const rest = [
        ...(failed > 0 ? [`${failed} failed or in doubt`] : []),
        ...(left > 0 ? [`${left} not reached`] : []),
        ...(report.proof === 'differs' ? ['the project is other than planned'] : []),
        ...(report.proof === 'not-run' ? ['not proven'] : []),
    ];
    return `❌ Restore: ${objects} done${rest.map((text) => `, ${text}`).join('')}`;
}
function undoStep(report) {
    const isTouched = report.objects.some(({ outcome }) => outcome === 'done' || outcome === 'unknown');
    if (!isTouched || report.safety_backup_id === undefined)
        return ['Nothing was written, so there is nothing to undo.', ''];
    return [
        '### The way back',
        '',
        `These lines plan it, from the safety backup ${(0,markdown/* code */.aY)(report.safety_backup_id)}. What was lost by a delete does not come back by it. Whatever else the step of this run has stays as it is.`,
        '',
        ...yamlBlock(undoLines(report.project_id, report.restore_id)),
    ];
}
/** The page of what was done, also `report.md`: well under GitHub's limit, and the way back is never cut. */
function renderReport(report, options) {
    const { counts, proof } = report;
    const lines = [
        `## ${reportHeadline(report, options.failures)}: ${(0,markdown/* escapeText */.X1)(report.project_id)}`,
        '',
        ...(0,markdown/* failureLines */.w7)(options.failures),
        ...(report.stopped === undefined
            ? []
            : [`**It stopped early:** ${(0,markdown/* escapeText */.X1)(report.stopped)}`, '']),
        ...(0,markdown/* table */.tp)(['', ''], [
            ['Restore', (0,markdown/* code */.aY)(report.restore_id)],
            ['Plan id', (0,markdown/* code */.aY)(report.plan_id)],
            ['Done', String(counts.done)],
            ['Failed, in doubt or blocked', String(counts.failed)],
            ['Not reached', String(counts.not_reached)],
            ['Proof', proof === 'equal' ? '✅ equal' : `❌ ${proof}`],
            ['Safety backup', (0,markdown/* code */.aY)(report.safety_backup_id ?? 'none')],
            ['Backup after it', (0,markdown/* code */.aY)(report.after_backup_id ?? 'none')],
            ['From, to', `${(0,markdown/* escapeText */.X1)(report.started_at)}, ${(0,markdown/* escapeText */.X1)(report.ended_at)}`],
        ]),
        ...reportLines(report, options.mayName),
    ];
    return (0,summary_file/* cutToLimit */.b)(lines.join('\n'), undoStep(report).join('\n'));
}

// EXTERNAL MODULE: ./src/github/run-context.ts
var run_context = __webpack_require__(47068);
// EXTERNAL MODULE: ./src/runs/outcome.ts
var runs_outcome = __webpack_require__(29426);
// EXTERNAL MODULE: ./src/copies/temporary-folder.ts
var temporary_folder = __webpack_require__(82527);
// EXTERNAL MODULE: ./src/descope/client.ts
var descope_client = __webpack_require__(19186);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./src/json/parse.ts
var parse = __webpack_require__(27105);
// EXTERNAL MODULE: ./src/json/value.ts
var json_value = __webpack_require__(88399);
// EXTERNAL MODULE: ./src/storage/checksums.ts
var checksums = __webpack_require__(34025);
;// CONCATENATED MODULE: ./src/project/restore/phases.ts
/** The order of all writes: what is referred to comes before what refers to it, and what can lock people out comes last. */
const PHASES = {
    permissions: 1,
    projectRoles: 2,
    lists: 3,
    userAttributes: 4,
    fgaSchema: 5,
    jwtTemplates: 6,
    theme: 7,
    snapshot: 8,
    outboundApps: 9,
    ssoApps: 10,
    tenants: 11,
    tenantRoles: 12,
    tenantSettings: 13,
    defaultRoles: 14,
    tenantSso: 15,
    inboundApps: 16,
    flows: 17,
    passwordSettings: 18,
    accessKeys: 19,
    arming: 20,
};
/** Deletes come after everything, in the reverse order. */
function deletePhase(phase) {
    return 100 - phase;
}

;// CONCATENATED MODULE: ./src/project/restore/row.ts
function row_isRestorable(row) {
    return 'write' in row;
}
/** Texts of a list; what is none is passed over. */
function textsOf(value) {
    return Array.isArray(value)
        ? value.filter((one) => typeof one === 'string')
        : [];
}
function textOf(value) {
    return typeof value === 'string' ? value : '';
}

;// CONCATENATED MODULE: ./src/project/restore/snapshot.ts
/** How files of a snapshot are written back: together, by one import over what live exports now. */




/** The member under which a file stands that is no JSON object: a list, or an asset as the API carries it. */
const FILE_CONTENT = '\u0000content';
/** A file as an object, whatever it holds. */
function fileObject(content) {
    return (0,json_value/* isJsonObject */.OW)(content) ? content : { [FILE_CONTENT]: content };
}
function fileContent(object) {
    return Object.hasOwn(object, FILE_CONTENT) ? object[FILE_CONTENT] : object;
}
/** Assets that the API carries as text; others are in base64. */
const TEXT_FILE = /\.(?:txt|html)$/;
/** Bytes of an asset as the API carries them. */
function assetContent(path, bytes) {
    return bytes.toString(TEXT_FILE.test(path) ? 'utf8' : 'base64');
}
/** A file as comparisons know it: of an asset the hash of its bytes. */
function comparableFile(path, object) {
    const content = fileContent(object);
    if (typeof content === 'string') {
        return { sha256: (0,checksums/* sha256 */.sc)(TEXT_FILE.test(path) ? content : Buffer.from(content, 'base64')) };
    }
    return (0,json_value/* isJsonObject */.OW)(content) ? content : { content };
}
/** Files that only list others: they follow from these. */
const INDEX = /^(?:connectors\/connectors|flows\/flows|styles\/styles|widgets\/flows\/flows|assets\/assets)\.json$/;
/** What the service says of the export itself. */
const STAMP = /^snapshot\.json$/;
/** Whether a file is no object of its own. */
function isIndexFile(path) {
    return INDEX.test(path) || STAMP.test(path);
}
/** Files that repeat a section which has calls of its own. */
const TWINS = [
    [/^roles\.json$/, 'roles'],
    [/^permissions\.json$/, 'permissions'],
    [/^jwttemplates\.json$/, 'jwt-templates'],
    [/^lists\.json$/, 'lists'],
    [/^applications\.json$/, 'sso-apps'],
    [/^outboundapps\.json$/, 'outbound-apps'],
    [/^flows\//, 'flows'],
];
/** The section that is restored in place of a file; undefined for what the snapshot alone can write. */
function twinSection(path) {
    return TWINS.find(([pattern]) => pattern.test(path))?.[1];
}
/** Sections that a file writes as well, when it is written. */
const SHARED = [
    [/^attributes\.json$/, 'user-attributes'],
    [/^styles\//, 'theme'],
    [/^auth\/password\.json$/, 'password-settings'],
];
/** Files whose lists hold things: what live alone has of them stays. */
const LISTING = /^(?:attributes|resources)\.json$|^auth\/|^widgets\/widgets\.json$/;
/** What an entry of a list is called; undefined where nobody can tell. */
function nameOf(entry) {
    if (typeof entry === 'string')
        return entry;
    if (!(0,json_value/* isJsonObject */.OW)(entry))
        return undefined;
    return [entry['id'], entry['widgetId'], entry['name']].find((one) => typeof one === 'string' && one !== '');
}
/** An entry that may take the place of another: an attribute of another type would lose its values. */
function sameType(wanted, live) {
    const typeOf = (one) => ((0,json_value/* isJsonObject */.OW)(one) ? one['type'] : undefined);
    return typeOf(wanted) === typeOf(live) ? wanted : undefined;
}
/** The entries of live, those of the backup in place of those of the same name, and then what live lacks. */
function mergeLists(wanted, live, path) {
    const isThings = [...wanted, ...live].every((one) => nameOf(one) !== undefined && (typeof one !== 'string' || path.startsWith('widgets/')));
    const names = new Map(wanted.map((one) => [nameOf(one), one]));
    if (!isThings || names.size !== wanted.length)
        return wanted;
    const known = new Set(live.map(nameOf));
    return [
        ...live.map((one) => sameType(names.get(nameOf(one)), one) ?? one),
        ...wanted.filter((one) => !known.has(nameOf(one))),
    ];
}
/** A file in whose lists nothing is missing that live has: what the backup lacks is no statement. */
function keepLiveEntries(wanted, live, path) {
    if (!LISTING.test(path))
        return wanted;
    const merged = {};
    for (const [key, child] of Object.entries(wanted)) {
        const other = live[key];
        const isBoth = Array.isArray(child) && Array.isArray(other);
        (0,json_value/* setOwn */.P5)(merged, key, isBoth ? mergeLists(child, other, path) : child);
    }
    return merged;
}
/** Settings of a project that name itself. */
const OF_PROJECT = [
    'name',
    'id',
    'projectId',
    'environment',
    'tag',
    'tags',
    'domain',
    'domains',
    'customDomain',
    'cookieDomain',
    'cookiePolicy',
    'sessionTokenCookieDomain',
    'sessionTokenResponseMethod',
    'refreshTokenCookieDomain',
    'refreshTokenCookiePolicy',
    'trustedDomains',
    'approvedRedirectUrls',
    'approvedDomains',
];
const SNAPSHOT = {
    noun: 'file of the snapshot',
    phase: () => PHASES.snapshot,
    apiId: (_value, id) => id,
    naturalKey: (_value, id) => id,
    strip: (value) => value,
    frozen: [],
    projectBound: OF_PROJECT,
    references: (value) => value,
    merge: keepLiveEntries,
    // One import writes all files that change: see snapshot-write.ts.
    write: ({ wanted }) => [
        {
            call: 'snapshotImport',
            phase: PHASES.snapshot,
            doubt: 'repeat',
            patch: wanted,
            request: (value) => ({ body: value }),
        },
    ],
    loses: (action, { wanted, live }) => action === 'create' && live === undefined && textOf(wanted['type']) !== ''
        ? ['what refers to it by its id may have to be set again']
        : [],
};

// EXTERNAL MODULE: ./src/storage/list-files.ts
var list_files = __webpack_require__(56183);
// EXTERNAL MODULE: ./src/services/backup/project-file/layout.ts
var layout = __webpack_require__(96482);
// EXTERNAL MODULE: ./src/services/backup/resources-and-snapshot.ts
var resources_and_snapshot = __webpack_require__(92167);
// EXTERNAL MODULE: ./src/json/pointer.ts
var pointer = __webpack_require__(89391);
// EXTERNAL MODULE: ./src/json/write.ts
var write = __webpack_require__(11249);
// EXTERNAL MODULE: ./src/project/secrets/withhold.ts + 2 modules
var withhold = __webpack_require__(18452);
;// CONCATENATED MODULE: ./src/project/restore/holes.ts
/** Holes: what stands in a value of a backup where a secret was withheld, until something is known to go there. */


/** No text of a project holds NUL: the service keeps none. */
const SIGN = '\u0000withheld\u0000';
/** A hole as it stands in a value. */
function holeText({ place, text }) {
    return `${SIGN}${place}\u0000${text}`;
}
/** @returns undefined for any other value */
function readHole(value) {
    if (typeof value !== 'string' || !value.startsWith(SIGN))
        return undefined;
    const rest = value.slice(SIGN.length);
    const end = rest.indexOf('\u0000');
    return { place: rest.slice(0, end), text: rest.slice(end + 1) };
}
/** A copy in which `map` has been asked for every text; the very same value where nothing changed. */
function mapTexts(value, map, path = []) {
    if (typeof value === 'string')
        return map(value, path);
    if (Array.isArray(value)) {
        const list = value;
        const mapped = list.map((one, index) => mapTexts(one, map, [...path, index]));
        return mapped.every((one, index) => one === list[index]) ? value : mapped;
    }
    if (!(0,json_value/* isJsonObject */.OW)(value))
        return value;
    let isChanged = false;
    const result = {};
    for (const [key, child] of Object.entries(value)) {
        const kept = mapTexts(child, map, [...path, key]);
        isChanged ||= kept !== child;
        (0,json_value/* setOwn */.P5)(result, key, kept);
    }
    return isChanged ? result : value;
}
/** The value as the backup has it, with its marks. */
function withoutHoles(value) {
    return mapTexts(value, (text) => readHole(text)?.text ?? text);
}
/** In front of the places of the live project, so that none is taken for one of the backup. */
const LIVE = 'live ';
function livePlace(place) {
    return `${LIVE}${place}`;
}
/** Whether a hole is one of the live project itself: what goes there is what is there. */
function isLiveHole({ place }) {
    return place.startsWith(LIVE);
}
function holesOf(value) {
    const found = [];
    mapTexts(value, (text, path) => {
        const hole = readHole(text);
        if (hole !== undefined)
            found.push({ ...hole, path });
        return text;
    });
    return found;
}
/** The value at a path; undefined where there is none. */
function valueAt(value, path) {
    let now = value;
    for (const step of path) {
        if (typeof now !== 'object' || now === null || !Object.hasOwn(now, step))
            return undefined;
        now = now[step];
    }
    return now;
}
/**
 * Puts a hole at a path.
 *
 * @returns undefined when no text stands there: then a key of the value, not a value, was withheld
 */
function withHole(value, path, place) {
    const [step, ...rest] = path;
    if (step === undefined) {
        return typeof value === 'string' ? holeText({ place, text: value }) : undefined;
    }
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step))
        return undefined;
    const child = withHole(value[step], rest, place);
    if (child === undefined)
        return undefined;
    if (Array.isArray(value)) {
        return value.map((one, index) => index === Number(step) ? child : one);
    }
    const copy = {};
    for (const [key, one] of Object.entries(value))
        (0,json_value/* setOwn */.P5)(copy, key, key === step ? child : one);
    return copy;
}
/** Whether a text may not leave: a hole, or the mark itself. */
function isUnfilled(text) {
    return text.includes(SIGN) || text.includes(withhold/* WITHHELD_MARK */.Uy);
}

;// CONCATENATED MODULE: ./src/project/restore/keys.ts
/** Natural keys: what objects are called by people, so that they are found where the service gave them other ids. */
/** What the default SSO configuration of a tenant is called by the service; no other can have this id. */
const DEFAULT_SSO = 'default_ssoid';
/** A name at the end of a key, in which `/` is no separator. */
function keyPart(name) {
    return name.replaceAll('%', '%25').replaceAll('/', '%2F');
}
/** Of what belongs to a tenant: the tenant's key, a slash and its name. Of what belongs to the project: its name, without any slash. */
function ownedKey(tenantKey, name) {
    return tenantKey === undefined ? keyPart(name) : `${tenantKey}/${keyPart(name)}`;
}
/** The name in a key that {@link ownedKey} made. */
function nameInKey(key) {
    return key
        .slice(key.lastIndexOf('/') + 1)
        .replaceAll('%2F', '/')
        .replaceAll('%25', '%');
}

;// CONCATENATED MODULE: ./src/project/restore/members.ts
/** Small changes of objects, each a copy, whatever their keys are called. */

function without(value, keys) {
    const copy = {};
    for (const [key, child] of Object.entries(value))
        if (!keys.includes(key))
            (0,json_value/* setOwn */.P5)(copy, key, child);
    return copy;
}
function pick(value, keys) {
    const copy = {};
    for (const key of keys) {
        if (Object.hasOwn(value, key))
            (0,json_value/* setOwn */.P5)(copy, key, value[key]);
    }
    return copy;
}
/** The members of the second over those of the first, each replaced whole. */
function overlay(below, above) {
    const copy = {};
    for (const [key, child] of Object.entries(below))
        (0,json_value/* setOwn */.P5)(copy, key, child);
    for (const [key, child] of Object.entries(above))
        (0,json_value/* setOwn */.P5)(copy, key, child);
    return copy;
}
/** A member changed, where it is there. */
function mapMember(value, key, map) {
    if (!Object.hasOwn(value, key))
        return value;
    const child = value[key];
    const kept = map(child);
    return kept === child ? value : overlay(value, { [key]: kept });
}
function mapObject(map) {
    return (value) => ((0,json_value/* isJsonObject */.OW)(value) ? map(value) : value);
}
function mapList(map) {
    return (value) => (Array.isArray(value) ? value.map(map) : value);
}
/** A text that is a reference; an empty one refers to nothing. */
function refer(map, section, by, tenant) {
    return (value) => typeof value === 'string' && value !== ''
        ? map({ section, by, text: value, ...(tenant !== undefined && { tenant }) })
        : value;
}
/** Members that are references, or lists of such. */
function referMembers(value, keys, to) {
    return keys.reduce((now, key) => mapMember(now, key, (child) => (Array.isArray(child) ? mapList(to)(child) : to(child))), value);
}

;// CONCATENATED MODULE: ./src/project/restore/access-keys.ts
/** How access keys are written back: those that are there, for no backup has a key itself. */



const READ_ONLY = ['id', 'createdTime', 'createdBy', 'clientId', 'editable'];
const FROZEN = ['expireTime', 'boundUserId'];
function statusPart(status) {
    return {
        call: status === 'active' ? 'accessKeyActivate' : 'accessKeyDeactivate',
        phase: PHASES.arming,
        doubt: 'repeat',
        patch: { status },
        request: (_value, { liveId = '' }) => ({ body: { id: liveId } }),
    };
}
const ACCESS_KEYS = {
    noun: 'access key',
    phase: () => PHASES.accessKeys,
    hasBlanks: true,
    apiId: ({ id }, ownId) => textOf(id) || ownId,
    naturalKey: ({ name }) => textOf(name),
    strip: (value) => mapMember(without(value, READ_ONLY), 'keyTenants', mapList(mapObject((one) => without(one, ['tenantName'])))),
    frozen: FROZEN,
    projectBound: FROZEN,
    references: (value, map) => mapMember(referMembers(value, ['roleNames'], refer(map, 'roles', 'name')), 'keyTenants', mapList(mapObject((one) => mapMember(referMembers(one, ['roleNames'], refer(map, 'roles', 'name', textOf(one['tenantId']))), 'tenantId', refer(map, 'tenants', 'id'))))),
    write: ({ wanted, live, changed }) => {
        if (live === undefined) {
            return 'the key itself is in no backup: a new one must be made, and given to who used this one';
        }
        const status = textOf(wanted['status']);
        const rest = without(wanted, [...FROZEN, 'status']);
        const main = {
            call: 'accessKeyUpdate',
            phase: PHASES.accessKeys,
            doubt: 'repeat',
            patch: rest,
            request: (value, { liveId = '' }) => ({
                body: { ...without(value, [...FROZEN, 'status']), id: liveId },
            }),
        };
        return [
            ...(Object.keys(rest).some((key) => changed.has(key)) ? [main] : []),
            ...(changed.has('status') ? [statusPart(status)] : []),
        ];
    },
    remove: {
        call: 'accessKeyDelete',
        request: (_value, { liveId = '' }) => ({ body: { id: liveId } }),
    },
    loses: (action) => action === 'delete' ? ['whoever uses the key is shut out, and it cannot be made again'] : [],
};

;// CONCATENATED MODULE: ./src/project/restore/fga-schema.ts
/** How the FGA schema is written back: its text alone, from which the service makes the rest. */



const FGA_SCHEMA = {
    noun: 'FGA schema',
    phase: () => PHASES.fgaSchema,
    hasBlanks: true,
    apiId: (_value, id) => id,
    naturalKey: (_value, id) => id,
    strip: (value) => pick(value, ['dsl']),
    frozen: [],
    projectBound: [],
    references: (value) => value,
    write: ({ wanted }) => {
        if (textOf(wanted['dsl']) === '')
            return 'the backup has no schema, and no call removes one';
        return [
            {
                call: 'fgaSchema',
                phase: PHASES.fgaSchema,
                doubt: 'repeat',
                patch: wanted,
                request: (value) => ({ body: pick(value, ['dsl']) }),
            },
        ];
    },
    loses: () => [],
};

;// CONCATENATED MODULE: ./src/project/restore/named-ids.ts
/** `references` of a flow or a theme: what it refers to, by name and by the id that this has. */


/** Built into the service, in every project. */
const BUILT_IN_CONNECTOR = 'Descope';
function mapIds(value, section, map) {
    if (!(0,json_value/* isJsonObject */.OW)(value))
        return value;
    const result = {};
    for (const [name, id] of Object.entries(value)) {
        const isBuiltIn = section === 'connectors' && name === BUILT_IN_CONNECTOR;
        (0,json_value/* setOwn */.P5)(result, name, isBuiltIn ? id : refer(map, section, 'id')(id));
    }
    return result;
}
function mapNamedIds(references, map) {
    const connectors = mapMember(references, 'connectors', (value) => mapIds(value, 'connectors', map));
    const roles = mapMember(connectors, 'roles', (value) => mapIds(value, 'roles', map));
    return referMembers(roles, ['userAttributes'], refer(map, 'user-attributes', 'name'));
}

;// CONCATENATED MODULE: ./src/project/restore/flows.ts
/** How flows are written back: one form for both exports, and one import each. */





const SCREEN = 'screen-';
/** Left out of a snapshot where they are empty. */
const MAY_BE_EMPTY = ['translation', 'sharedInteractions'];
/** Counted by the service, which compares them on its own side if at all. */
const STAMPS = ['etag', 'version', 'modifiedTime'];
function withoutEmpty(value, keys) {
    return without(value, keys.filter((key) => (0,json_value/* isBlank */.z3)(value[key] ?? null)));
}
/** A flow of a snapshot, whose files are its members, in the form of a flow that was exported alone. */
function fromSnapshot(value) {
    const metadata = (0,json_value/* isJsonObject */.OW)(value['metadata']) ? value['metadata'] : {};
    const named = textsOf(metadata['screens']);
    const files = Object.keys(value).filter((key) => key.startsWith(SCREEN));
    const names = named.length > 0 ? named : files.map((key) => key.slice(SCREEN.length));
    const screens = [...names].sort().flatMap((name) => {
        const screen = value[`${SCREEN}${name}`];
        return (0,json_value/* isJsonObject */.OW)(screen) ? [{ ...screen, screenId: name }] : [];
    });
    return {
        contents: value['contents'] ?? {},
        metadata: without(metadata, ['screens', 'references']),
        references: metadata['references'] ?? {},
        screens,
    };
}
function normalScreen(screen) {
    return (0,json_value/* isJsonObject */.OW)(screen) ? withoutEmpty(screen, ['interactions']) : screen;
}
function idOf(screen) {
    return (0,json_value/* isJsonObject */.OW)(screen) ? textOf(screen['screenId']) : '';
}
/** Both forms of a flow as one: what one of them leaves out where it is empty is left out of both. */
function strip(value) {
    const isOfSnapshot = Object.keys(value).some((key) => key.startsWith(SCREEN)) || 'id' in value;
    const given = isOfSnapshot ? fromSnapshot(value) : without(value, ['flowId']);
    const metadata = (0,json_value/* isJsonObject */.OW)(given['metadata']) ? given['metadata'] : {};
    const references = (0,json_value/* isJsonObject */.OW)(given['references']) ? given['references'] : {};
    const screens = Array.isArray(given['screens']) ? given['screens'] : [];
    return {
        ...given,
        metadata: withoutEmpty(without(metadata, [...STAMPS, 'widget']), MAY_BE_EMPTY),
        references: withoutEmpty(references, Object.keys(references)),
        screens: screens
            .map(normalScreen)
            .sort((a, b) => (idOf(a) < idOf(b) ? -1 : idOf(a) > idOf(b) ? 1 : 0)),
    };
}
function isDisabled(value) {
    return (0,json_value/* isJsonObject */.OW)(value?.['metadata']) && value['metadata']['disabled'] === true;
}
function withDisabled(value, disabled) {
    const metadata = (0,json_value/* isJsonObject */.OW)(value['metadata']) ? value['metadata'] : {};
    return overlay(value, { metadata: { ...metadata, disabled } });
}
function importPart(patch, phase) {
    return {
        call: 'flowImport',
        phase,
        doubt: 'repeat',
        patch,
        request: (value, { backupId }) => ({
            body: { flow: { ...value, flowId: backupId }, changelog: 'descope-backup: restore' },
        }),
    };
}
function flows_write({ wanted, live }) {
    if (live === undefined)
        return [importPart(wanted, PHASES.flows)];
    const last = isDisabled(wanted);
    if (last === isDisabled(live))
        return [importPart(wanted, PHASES.flows)];
    const first = withDisabled(wanted, isDisabled(live));
    return [
        importPart(first, PHASES.flows),
        importPart({ metadata: wanted['metadata'] ?? {} }, PHASES.arming),
    ];
}
/** Metadata member by member: a snapshot does not say all that the export of a flow does. */
function keepLiveMetadata(wanted, live) {
    const [saved, now] = [wanted['metadata'], live['metadata']];
    return (0,json_value/* isJsonObject */.OW)(saved) && (0,json_value/* isJsonObject */.OW)(now)
        ? overlay(wanted, { metadata: overlay(now, saved) })
        : wanted;
}
const FLOWS = {
    noun: 'flow',
    phase: () => PHASES.flows,
    hasBlanks: true,
    keepsId: true,
    apiId: (_value, id) => id,
    naturalKey: (_value, id) => id,
    strip,
    merge: keepLiveMetadata,
    frozen: [],
    projectBound: [],
    references: (value, map) => {
        const named = mapMember(value, 'references', mapObject((one) => mapNamedIds(one, map)));
        const translation = mapObject((one) => mapMember(one, 'connectorId', refer(map, 'connectors', 'id')));
        return mapMember(named, 'metadata', mapObject((metadata) => mapMember(metadata, 'translation', translation)));
    },
    write: flows_write,
    remove: {
        call: 'flowDelete',
        request: (_value, { backupId, liveId = backupId }) => ({ body: { ids: [liveId] } }),
    },
    loses: (action, { wanted }) => {
        if (action === 'delete')
            return ['whoever is sent to the flow finds nothing'];
        const references = wanted['references'];
        const omitted = (0,json_value/* isJsonObject */.OW)(references) ? textsOf(references['omitted']) : [];
        return omitted.length > 0
            ? [`what its export left out does not come back: ${omitted.join(', ')}`]
            : [];
    },
};

;// CONCATENATED MODULE: ./src/project/restore/inbound-apps.ts



/** Made by the service, or written by no call. */
const inbound_apps_READ_ONLY = ['id', 'dynamic', 'status', 'skipConsentScreen', 'useResources'];
/** Given at creation alone. */
const inbound_apps_FROZEN = ['clientId', 'nonConfidentialClient'];
function scopes(to) {
    return mapList(mapObject((scope) => referMembers(scope, ['values'], to)));
}
function references(value, map) {
    const steps = [
        (now) => mapMember(now, 'attributesScopes', scopes(refer(map, 'user-attributes', 'name'))),
        (now) => mapMember(now, 'connectionsScopes', scopes(refer(map, 'outbound-apps', 'id'))),
        (now) => referMembers(now, ['allowedTenants'], refer(map, 'tenants', 'id')),
        (now) => mapMember(now, 'sessionSettings', mapObject((settings) => referMembers(settings, ['userTemplateId', 'keyTemplateId'], refer(map, 'jwt-templates', 'id')))),
    ];
    return steps.reduce((now, step) => step(now), value);
}
const INBOUND_APPS = {
    noun: 'inbound application',
    phase: () => PHASES.inboundApps,
    hasBlanks: true,
    apiId: ({ id }, ownId) => textOf(id) || ownId,
    naturalKey: ({ name }) => textOf(name),
    strip: (value) => without(value, inbound_apps_READ_ONLY),
    frozen: inbound_apps_FROZEN,
    projectBound: [],
    references,
    untouchable: ({ dynamic }) => dynamic === true ? 'it registered itself, and would do so again' : undefined,
    // Without a secret one is made and handed out, which nobody asked for.
    hiddenSecrets: ({ nonConfidentialClient }) => nonConfidentialClient === true
        ? []
        : [{ path: ['clientSecret'], isKept: true, isNeeded: true }],
    write: ({ wanted, live }) => [
        live === undefined
            ? {
                call: 'inboundAppCreate',
                phase: PHASES.inboundApps,
                doubt: 'by-key',
                patch: wanted,
                request: (value) => ({ body: value }),
                newId: (answer) => textOf(answer['id']) || undefined,
            }
            : {
                call: 'inboundAppPatch',
                phase: PHASES.inboundApps,
                doubt: 'repeat',
                patch: without(wanted, inbound_apps_FROZEN),
                request: (value, { liveId = '' }) => ({
                    body: { ...without(value, [...inbound_apps_FROZEN, 'clientSecret']), id: liveId },
                }),
            },
    ],
    remove: {
        call: 'inboundAppDelete',
        request: (_value, { liveId = '' }) => ({ body: { id: liveId } }),
    },
    loses: (action) => {
        if (action === 'update')
            return [];
        return action === 'delete'
            ? ['the consents of its users go with it']
            : ['it gets a new id, and the consents of its users and its consent flow do not come back'];
    },
};

;// CONCATENATED MODULE: ./src/project/restore/jwt-templates.ts
/** How JWT templates are written back. */




/** What the service says of templates that it brings itself. */
const BUILT_IN = new Set(['default', 'system', 'descope']);
const JWT_TEMPLATES = {
    noun: 'JWT template',
    phase: () => PHASES.jwtTemplates,
    hasBlanks: true,
    apiId: ({ id }, ownId) => textOf(id) || ownId,
    naturalKey: ({ name }) => textOf(name),
    strip: (value) => without(value, ['id']),
    frozen: ['type'],
    projectBound: [],
    references: (value) => value,
    untouchable: ({ source }) => BUILT_IN.has(textOf(source)) ? 'it is one of the service itself' : undefined,
    write: ({ wanted, live, isIdFree }) => [
        live === undefined
            ? {
                call: 'jwtTemplateCreate',
                phase: PHASES.jwtTemplates,
                doubt: 'by-key',
                patch: wanted,
                // Whether the id is kept is not known: it is sent, and that of the answer is taken.
                request: (value, { backupId }) => ({
                    body: { template: { ...value, ...(isIdFree && { id: backupId }) } },
                }),
                newId: ({ template }) => (0,json_value/* isJsonObject */.OW)(template) ? textOf(template['id']) || undefined : undefined,
            }
            : {
                call: 'jwtTemplateUpdate',
                phase: PHASES.jwtTemplates,
                doubt: 'repeat',
                patch: without(wanted, ['type']),
                request: (value, { liveId = '' }) => ({ body: { template: { ...value, id: liveId } } }),
            },
    ],
    remove: {
        call: 'jwtTemplateDelete',
        request: (_value, { liveId = '' }) => ({ body: { id: liveId } }),
    },
    loses: (action) => {
        if (action === 'create')
            return [
                'what used the template before it was deleted uses the default one until it is set again',
            ];
        return action === 'delete' ? ['what uses the template gets the default one'] : [];
    },
};

;// CONCATENATED MODULE: ./src/project/restore/lists.ts
/** How lists are written back: one import each, which creates or updates by id, so that ids stay. */



function lists_importPart(wanted) {
    return {
        call: 'listImport',
        phase: PHASES.lists,
        doubt: 'repeat',
        patch: wanted,
        request: (value, { liveId, backupId }) => ({
            body: { lists: [{ ...value, id: liveId ?? backupId }] },
        }),
    };
}
const LISTS = {
    noun: 'list',
    phase: () => PHASES.lists,
    hasBlanks: true,
    keepsId: true,
    apiId: ({ id }, ownId) => textOf(id) || ownId,
    naturalKey: ({ name }) => textOf(name),
    strip: (value) => without(value, ['id']),
    frozen: [],
    projectBound: [],
    references: (value) => value,
    write: ({ wanted, live, isIdFree }) => {
        // An import of a taken id would write over the other list.
        if (live === undefined && !isIdFree)
            return 'another list of the project has its id';
        return [lists_importPart(wanted)];
    },
    remove: { call: 'listDelete', request: (_value, { liveId = '' }) => ({ body: { id: liveId } }) },
    loses: (action) => (action === 'delete' ? ['flows that look into it find nothing'] : []),
};

;// CONCATENATED MODULE: ./src/project/restore/outbound-apps.ts
/** How outbound applications are written back. */




const OUTBOUND_APPS = {
    noun: 'outbound application',
    phase: () => PHASES.outboundApps,
    hasBlanks: true,
    keepsId: true,
    apiId: ({ id }, ownId) => textOf(id) || ownId,
    naturalKey: ({ name }) => textOf(name),
    tenantOf: ({ tenantId }) => textOf(tenantId) || undefined,
    strip: (value) => without(value, ['id', 'clientSecret']),
    frozen: [],
    projectBound: ['callbackDomain'],
    references: (value, map) => mapMember(value, 'tenantId', refer(map, 'tenants', 'id')),
    // An update without it keeps the stored one: the Go SDK leaves it nil for that, and the Terraform provider omits it.
    hiddenSecrets: () => [{ path: ['clientSecret'], isKept: true, isNeeded: false }],
    write: ({ wanted, live, isIdFree }) => [
        live === undefined
            ? {
                call: 'outboundAppCreate',
                phase: PHASES.outboundApps,
                doubt: 'by-key',
                patch: wanted,
                request: (value, { backupId }) => ({
                    body: { ...value, ...(isIdFree && { id: backupId }) },
                }),
                newId: ({ app }) => ((0,json_value/* isJsonObject */.OW)(app) ? textOf(app['id']) || undefined : undefined),
            }
            : {
                call: 'outboundAppUpdate',
                phase: PHASES.outboundApps,
                doubt: 'repeat',
                patch: wanted,
                request: (value, { liveId = '' }) => ({ body: { app: { ...value, id: liveId } } }),
            },
    ],
    remove: {
        call: 'outboundAppDelete',
        request: (_value, { liveId = '' }) => ({ body: { id: liveId } }),
    },
    loses: (action) => {
        if (action === 'update')
            return [];
        return action === 'delete'
            ? ['the tokens that it stores for users and tenants go with it']
            : ['the tokens that it stored for users and tenants do not come back'];
    },
};

;// CONCATENATED MODULE: ./src/project/restore/password-settings.ts
/** How the project's password settings are written back. */


const PASSWORD_SETTINGS = {
    noun: 'password settings',
    phase: () => PHASES.passwordSettings,
    hasBlanks: true,
    apiId: (_value, id) => id,
    naturalKey: (_value, id) => id,
    strip: (value) => without(value, ['tenantId']),
    frozen: [],
    projectBound: [],
    references: (value) => value,
    write: ({ wanted }) => [
        {
            call: 'passwordSettings',
            phase: PHASES.passwordSettings,
            doubt: 'repeat',
            patch: wanted,
            // An empty tenant stands for the project.
            request: (value) => ({ body: { ...value, tenantId: '' } }),
        },
    ],
    loses: () => [],
};

;// CONCATENATED MODULE: ./src/project/restore/permissions.ts
/** How permissions are written back. */



const PERMISSIONS = {
    noun: 'permission',
    phase: () => PHASES.permissions,
    hasBlanks: true,
    apiId: ({ id, name }) => textOf(id) || textOf(name),
    naturalKey: ({ name }) => textOf(name),
    strip: (value) => without(value, ['id', 'systemDefault']),
    frozen: [],
    projectBound: [],
    references: (value) => value,
    untouchable: ({ systemDefault }) => systemDefault === true ? 'it is one of the service itself' : undefined,
    write: ({ wanted, live }) => [
        live === undefined
            ? {
                call: 'permissionCreate',
                phase: PHASES.permissions,
                doubt: 'by-key',
                patch: wanted,
                request: (value) => ({ body: value }),
                newId: ({ id }) => (typeof id === 'string' ? id : undefined),
            }
            : {
                call: 'permissionUpdate',
                phase: PHASES.permissions,
                doubt: 'repeat',
                patch: wanted,
                // By its id, or an old name would be looked for; one of both alone is taken.
                request: ({ name, ...rest }, { liveId = '' }) => ({
                    body: { ...rest, id: liveId, newName: name ?? '' },
                }),
            },
    ],
    remove: {
        call: 'permissionDelete',
        request: (_value, { liveId = '' }) => ({ body: { id: liveId } }),
    },
    loses: (action) => action === 'delete'
        ? ['roles that grant it grant it no longer']
        : action === 'create'
            ? ['it gets a new id']
            : [],
};

;// CONCATENATED MODULE: ./src/project/restore/roles.ts
/** How roles are written back, those of the project and those of tenants. */




/** In every project, by this name. */
const roles_BUILT_IN = 'Tenant Admin';
function phaseOf({ tenantId }) {
    return textOf(tenantId) === '' ? PHASES.projectRoles : PHASES.tenantRoles;
}
const ROLES = {
    noun: 'role',
    phase: phaseOf,
    hasBlanks: true,
    apiId: ({ id }, ownId) => textOf(id) || ownId,
    naturalKey: ({ name }, _id, tenantKey) => ownedKey(tenantKey, textOf(name)),
    tenantOf: ({ tenantId }) => textOf(tenantId) || undefined,
    strip: (value) => without(value, ['id', 'createdTime']),
    frozen: ['tenantId'],
    projectBound: [],
    references: (value, map) => mapMember(referMembers(value, ['permissionNames'], refer(map, 'permissions', 'name')), 'tenantId', refer(map, 'tenants', 'id')),
    untouchable: ({ name, tenantId }) => name === roles_BUILT_IN && textOf(tenantId) === '' ? 'it is one of the service itself' : undefined,
    write: ({ wanted, live }) => [
        live === undefined
            ? {
                call: 'roleCreate',
                phase: phaseOf(wanted),
                doubt: 'by-key',
                patch: wanted,
                request: (value) => ({ body: value }),
                newId: ({ id }) => (typeof id === 'string' ? id : undefined),
            }
            : {
                call: 'roleUpdate',
                phase: phaseOf(wanted),
                doubt: 'repeat',
                patch: without(wanted, ['tenantId']),
                // By its id, so that a rename keeps what was granted; one of id and name alone is taken.
                request: ({ name, ...rest }, { liveId = '' }) => ({
                    body: { ...rest, id: liveId, newName: name ?? '' },
                }),
            },
    ],
    remove: {
        call: 'roleDelete',
        request: ({ tenantId }, { liveId = '' }) => ({
            body: { id: liveId, ...(textOf(tenantId) !== '' && { tenantId: textOf(tenantId) }) },
        }),
    },
    loses: (action) => {
        if (action === 'update')
            return [];
        return action === 'create'
            ? ['it gets a new id, and no user or access key that had the role has it again']
            : ['every user, access key and SSO mapping loses the role'];
    },
};

;// CONCATENATED MODULE: ./src/project/restore/sso-apps.ts
/** How SSO applications are written back: in a read their settings are in a member, in a write beside the rest. */




/** In every project, by this id. */
const sso_apps_BUILT_IN = 'descope-default-oidc';
/** Addresses and certificates of the project itself. */
const sso_apps_OF_PROJECT = [
    'idpCert',
    'idpEntityId',
    'idpSsoUrl',
    'idpMetadataUrl',
    'idpInitiatedUrl',
    'idpLogoutUrl',
    'issuer',
    'discoveryUrl',
];
const KINDS = new Map([
    ['oidc', { member: 'oidcSettings', create: 'ssoAppOidcCreate', update: 'ssoAppOidcUpdate' }],
    ['saml', { member: 'samlSettings', create: 'ssoAppSamlCreate', update: 'ssoAppSamlUpdate' }],
    ['wsfed', { member: 'wsfedSettings', create: 'ssoAppWsfedCreate', update: 'ssoAppWsfedUpdate' }],
]);
const MEMBERS = [...[...KINDS.values()].map(({ member }) => member), 'customSettings'];
/** @returns undefined for a kind that no call writes */
function kindOf({ appType }) {
    return KINDS.get(textOf(appType).toLowerCase());
}
function mapSettings(value, map) {
    return MEMBERS.reduce((now, member) => mapMember(now, member, mapObject(map)), value);
}
/** A role of a mapping is one reference, by its id; the name goes with it. */
function mapRole(role, map) {
    if (!(0,json_value/* isJsonObject */.OW)(role))
        return role;
    const byName = mapMember(role, 'name', refer(map, 'roles', 'name'));
    return mapMember(byName, 'id', refer(map, 'roles', 'id'));
}
/** What a write takes: the settings beside the rest. */
function flat(value, { member }) {
    const settings = value[member];
    return {
        ...((0,json_value/* isJsonObject */.OW)(settings) ? settings : {}),
        ...without(value, [...MEMBERS, 'appType']),
    };
}
const SSO_APPS = {
    noun: 'SSO application',
    phase: () => PHASES.ssoApps,
    hasBlanks: true,
    keepsId: true,
    apiId: ({ id }, ownId) => textOf(id) || ownId,
    naturalKey: ({ name }) => textOf(name),
    strip: (value) => mapSettings(without(value, ['id']), (settings) => without(settings, sso_apps_OF_PROJECT)),
    frozen: ['appType'],
    projectBound: [],
    references: (value, map) => mapSettings(value, (settings) => mapMember(settings, 'groupsMapping', mapList(mapObject((one) => mapMember(one, 'roles', mapList((role) => mapRole(role, map))))))),
    untouchable: ({ id }) => (id === sso_apps_BUILT_IN ? 'it is one of the service itself' : undefined),
    write: ({ wanted, live, isIdFree }) => {
        const kind = kindOf(wanted);
        if (kind === undefined) {
            return `no call writes applications of type ${JSON.stringify(textOf(wanted['appType']))}`;
        }
        return [
            live === undefined
                ? {
                    call: kind.create,
                    phase: PHASES.ssoApps,
                    doubt: 'by-key',
                    patch: wanted,
                    request: (value, { backupId }) => ({
                        body: { ...flat(value, kind), ...(isIdFree && { id: backupId }) },
                    }),
                    newId: (answer) => textOf(answer['id']) || undefined,
                }
                : {
                    call: kind.update,
                    phase: PHASES.ssoApps,
                    doubt: 'repeat',
                    patch: without(wanted, ['appType']),
                    request: (value, { liveId = '' }) => ({ body: { ...flat(value, kind), id: liveId } }),
                },
        ];
    },
    remove: {
        call: 'ssoAppDelete',
        request: (_value, { liveId = '' }) => ({ body: { id: liveId } }),
    },
    loses: (action, { wanted, isOtherProject }) => {
        if (action === 'delete')
            return ['whoever signs in through it no longer can'];
        if (action === 'update')
            return isOtherProject ? [] : [];
        return [
            kindOf(wanted)?.member === 'oidcSettings'
                ? 'its client secret is issued anew'
                : 'its certificates and addresses are issued anew: what relies on it must be pointed to them',
        ];
    },
};

;// CONCATENATED MODULE: ./src/project/restore/tenant-settings.ts
/** How the settings of a tenant are written back. What they share with the tenant is the tenant's. */



/** Shown by both, and written with the tenant: two owners would undo each other's work. */
const tenant_settings_OF_TENANT = ['domains', 'selfProvisioningDomains', 'authType'];
const TENANT_SETTINGS = {
    noun: 'settings of a tenant',
    phase: () => PHASES.tenantSettings,
    hasBlanks: true,
    apiId: (_value, id) => id,
    naturalKey: (_value, id, tenantKey) => tenantKey ?? id,
    strip: (value) => without(value, tenant_settings_OF_TENANT),
    frozen: [],
    projectBound: [],
    references: (value, map) => mapMember(value, 'ssoSetupSuiteSettings', mapObject((suite) => mapMember(suite, 'styleId', refer(map, 'styles', 'id')))),
    write: ({ wanted }) => [
        {
            call: 'tenantSettings',
            phase: PHASES.tenantSettings,
            doubt: 'repeat',
            patch: wanted,
            reads: ['tenants'],
            request: (value, { tenantId, read }) => {
                const tenant = read('tenants');
                if (!(0,json_value/* isJsonObject */.OW)(tenant))
                    throw new Error('the tenant could not be read');
                return { body: { ...value, ...pick(tenant, tenant_settings_OF_TENANT), tenantId: tenantId() } };
            },
        },
    ],
    loses: () => [],
};

;// CONCATENATED MODULE: ./src/project/restore/tenant-sso.ts
/** How SSO configurations are written back: always in place, for a new one has other addresses and no secret. */





/** Made by the service, or written by nobody: addresses and keys of the service provider, ids of providers, what was seen last. */
const SAML_READ_ONLY = [
    'spEntityId',
    'spACSUrl',
    'spCertificate',
    'spSignCertificate',
    'providerID',
    'scimProviderID',
];
const OIDC_READ_ONLY = ['providerID', 'scimProviderID', 'clientSecret'];
/** What the service takes out of the identity provider's metadata, where it has its address. */
const FROM_METADATA = ['idpSSOUrl', 'idpEntityId', 'idpCertificate', 'idpAdditionalCertificates'];
function stripSaml(saml) {
    const own = without(saml, SAML_READ_ONLY);
    return textOf(saml['idpMetadataUrl']) === '' ? own : without(own, FROM_METADATA);
}
/** Names in what is read, and in what is written. */
const SAML_NAMES = {
    idpSSOUrl: 'idpUrl',
    idpEntityId: 'entityId',
    idpCertificate: 'idpCert',
    idpAdditionalCertificates: 'idpAdditionalCerts',
};
/** The default configuration has the reserved id, an empty one, or none. */
function ssoIdOf({ ssoId }) {
    return ssoId === DEFAULT_SSO ? '' : textOf(ssoId);
}
function tenant_sso_strip(value) {
    const own = { ...without(value, ['tenant']), ssoId: ssoIdOf(value) };
    const saml = mapMember(own, 'saml', mapObject(stripSaml));
    return mapMember(saml, 'oidc', mapObject((one) => without(one, OIDC_READ_ONLY)));
}
/** In the canonical form a role of a mapping is one reference: its id, or where it has none, its name. */
function mapRoles(protocol, map, owner) {
    const byName = refer(map, 'roles', 'name', owner);
    const grouped = mapMember(protocol, 'groupsMapping', mapList(mapObject((one) => mapMember(one, 'role', mapObject((role) => mapMember(without(role, ['id']), 'name', byName))))));
    const listed = mapMember(grouped, 'roleMappings', mapList(mapObject((one) => mapMember(one, 'roleName', byName))));
    return referMembers(listed, ['defaultSSORoles'], byName);
}
/** `roleMappings` of a request, from `groupsMapping` of an answer. */
function roleMappings(protocol) {
    const { groupsMapping } = protocol;
    if (!Array.isArray(groupsMapping))
        return [];
    return groupsMapping.flatMap((one) => {
        if (!(0,json_value/* isJsonObject */.OW)(one) || !(0,json_value/* isJsonObject */.OW)(one['role']))
            return [];
        return [{ groups: one['groups'] ?? [], roleName: one['role']['name'] ?? '' }];
    });
}
function samlSettings(saml) {
    const isByHand = textOf(saml['idpMetadataUrl']) === '';
    const elsewhere = ['groupsMapping', 'redirectUrl', ...(isByHand ? ['idpMetadataUrl'] : [])];
    const settings = {};
    for (const [name, value] of Object.entries(without(saml, elsewhere))) {
        (0,json_value/* setOwn */.P5)(settings, SAML_NAMES[name] ?? name, value);
    }
    return { ...settings, roleMappings: roleMappings(saml) };
}
/** The tenant's SSO domains: a call that leaves them out wipes them. */
function domainsOf({ read }) {
    const tenant = read('tenants');
    if (tenant === undefined)
        throw new Error('the tenant could not be read');
    return textsOf(tenant['domains']);
}
function common(context, ssoId) {
    return {
        tenantId: context.tenantId(),
        ...(ssoId !== '' && { ssoId }),
        domains: domainsOf(context),
    };
}
function protocolPart(protocol, wanted, ssoId) {
    const settings = (0,json_value/* isJsonObject */.OW)(wanted[protocol]) ? wanted[protocol] : {};
    const isMetadata = protocol === 'saml' && textOf(settings['idpMetadataUrl']) !== '';
    const call = protocol === 'oidc' ? 'ssoOidc' : isMetadata ? 'ssoSamlMetadata' : 'ssoSaml';
    return {
        call,
        phase: PHASES.tenantSso,
        doubt: 'repeat',
        patch: { ssoId, [protocol]: settings },
        reads: ['tenants'],
        request: (value, context) => {
            const now = (0,json_value/* isJsonObject */.OW)(value[protocol]) ? value[protocol] : {};
            const body = common(context, ssoId);
            if (protocol === 'oidc') {
                const { groupsMapping: _asRoleMappings, ...rest } = now;
                const mapped = roleMappings(now);
                return {
                    body: {
                        ...body,
                        settings: { ...rest, ...(mapped.length > 0 && { roleMappings: mapped }) },
                    },
                };
            }
            return {
                body: { ...body, settings: samlSettings(now), redirectUrl: textOf(now['redirectUrl']) },
            };
        },
    };
}
function slotPart(ssoId) {
    return {
        call: 'ssoSlot',
        phase: PHASES.tenantSso,
        doubt: 'by-key',
        patch: { ssoId },
        // What it was called is in no answer, and a name is required.
        request: (_value, { tenantId }) => ({
            body: { tenantId: tenantId(), ssoId, displayName: ssoId },
        }),
    };
}
function tenant_sso_write({ wanted, live, changed }) {
    const ssoId = ssoIdOf(wanted);
    const protocols = ['saml', 'oidc'].filter((one) => changed.has(one) && !(0,json_value/* isBlank */.z3)(wanted[one] ?? null));
    const cleared = ['saml', 'oidc'].filter((one) => changed.has(one) && (0,json_value/* isBlank */.z3)(wanted[one] ?? null) && live !== undefined);
    if (protocols.length === 0 && cleared.length > 0) {
        return 'a configuration is never taken back to none: that loses its addresses and its secret';
    }
    return [
        ...(live === undefined && ssoId !== '' ? [slotPart(ssoId)] : []),
        ...protocols.map((protocol) => protocolPart(protocol, wanted, ssoId)),
    ];
}
function isConfigured(value, protocol) {
    return !(0,json_value/* isBlank */.z3)(value[protocol] ?? null);
}
const TENANT_SSO = {
    noun: 'SSO configuration',
    phase: () => PHASES.tenantSso,
    hasBlanks: true,
    apiId: (_value, id) => id,
    naturalKey: (value, id, tenantKey) => ownedKey(tenantKey ?? id, ssoIdOf(value) || DEFAULT_SSO),
    strip: tenant_sso_strip,
    frozen: [],
    projectBound: [],
    references: (value, map, owner) => {
        const role = mapObject((protocol) => mapRoles(protocol, map, owner));
        return mapMember(mapMember(value, 'saml', role), 'oidc', role);
    },
    // No answer has the secret, and whether a blank keeps it is not known.
    hiddenSecrets: (value) => isConfigured(value, 'oidc')
        ? [{ path: ['oidc', 'clientSecret'], isKept: false, isNeeded: true }]
        : [],
    write: tenant_sso_write,
    loses: (action, { live, wanted }) => {
        if (action !== 'create')
            return [];
        const ssoId = ssoIdOf(wanted);
        return [
            ...(isConfigured(wanted, 'saml')
                ? ['it has a new ACS URL and new certificates: the identity provider must be told']
                : []),
            ...(live === undefined && ssoId !== ''
                ? [`its name is in no backup: it is called ${JSON.stringify(ssoId)}`]
                : []),
        ];
    },
};

;// CONCATENATED MODULE: ./src/project/restore/tenants.ts
/** How tenants are written back: the tenant itself, its SSO domains, its default roles, and last what can lock its users out. */




/** What the call that creates or updates a tenant does not take. */
const WRITTEN_ELSEWHERE = ['domains', 'defaultRoles'];
/** What lets users in or keeps them out. */
const SWITCHES = ['enforceSSO', 'disabled'];
const LAST = [...SWITCHES, 'authType'];
/** The body of tenant/update is the whole tenant, or what is left out is emptied; a parent is given at creation alone. */
function updateBody(value, id) {
    return { ...without(value, [...WRITTEN_ELSEWHERE, 'parent']), id };
}
function updatePart(patch, phase) {
    return {
        call: 'tenantUpdate',
        phase,
        doubt: 'repeat',
        patch,
        request: (value, { liveId = '' }) => ({ body: updateBody(value, liveId) }),
    };
}
/** The settings as they are, with some members of the tenant in them: tenant/update does not take these. */
function settingsPart(patch, phase) {
    return {
        call: 'tenantSettings',
        phase,
        doubt: 'repeat',
        patch,
        reads: ['tenant-settings'],
        request: (value, { liveId = '', read }) => {
            const settings = read('tenant-settings');
            if (settings === undefined)
                throw new Error('the settings of the tenant could not be read');
            const shared = pick(value, ['domains', 'selfProvisioningDomains', 'authType']);
            return { body: { ...settings, ...shared, tenantId: liveId } };
        },
    };
}
function createPart({ wanted, id, isIdFree }) {
    // What SSO must be there for comes last.
    const patch = {
        ...without(wanted, WRITTEN_ELSEWHERE),
        authType: 'none',
        enforceSSO: false,
    };
    return {
        call: 'tenantCreate',
        phase: PHASES.tenants,
        doubt: 'by-key',
        patch,
        request: (value) => ({
            body: { ...without(value, WRITTEN_ELSEWHERE), ...(isIdFree && { id }) },
        }),
        newId: (answer) => textOf(answer['id']) || undefined,
    };
}
function rolesPart(wanted) {
    return {
        call: 'tenantDefaultRoles',
        phase: PHASES.defaultRoles,
        doubt: 'repeat',
        patch: pick(wanted, ['defaultRoles']),
        request: ({ defaultRoles = [] }, { liveId = '' }) => ({ body: { id: liveId, defaultRoles } }),
    };
}
function tenants_write(change) {
    const { wanted, live, changed } = change;
    const isNew = live === undefined;
    const says = (key) => changed.has(key) && (!isNew || !(0,json_value/* isBlank */.z3)(wanted[key] ?? null));
    const main = without(wanted, [...WRITTEN_ELSEWHERE, ...LAST, 'parent']);
    const hasMain = Object.keys(main).some((key) => changed.has(key));
    const authType = says('authType') && !(isNew && wanted['authType'] === 'none');
    // A tenant that is created disabled opens no door meanwhile.
    const switches = isNew ? says('enforceSSO') : SWITCHES.some(says);
    return [
        ...(isNew ? [createPart(change)] : hasMain ? [updatePart(main, PHASES.tenants)] : []),
        ...(says('domains') ? [settingsPart(pick(wanted, ['domains']), PHASES.tenantSettings)] : []),
        ...(says('defaultRoles') ? [rolesPart(wanted)] : []),
        ...(authType ? [settingsPart(pick(wanted, ['authType']), PHASES.arming)] : []),
        ...(switches ? [updatePart(pick(wanted, SWITCHES), PHASES.arming)] : []),
    ];
}
function loses(action, { live, wanted, isOtherProject, changed, }) {
    if (action === 'delete') {
        return [
            'the memberships of its users, its roles, its settings and its SSO configurations go with it',
        ];
    }
    const reopens = live?.['disabled'] === true && wanted['disabled'] !== true && changed.has('disabled');
    return [
        ...(action === 'create'
            ? ['the memberships of its users do not come back, and it has a new time of creation']
            : []),
        ...(isOtherProject && !(0,json_value/* isBlank */.z3)(wanted['enforceSSOExclusions'] ?? null)
            ? ['users that are excluded from SSO are left out: they are users of the other project']
            : []),
        ...(reopens ? ['a tenant that is disabled now is enabled'] : []),
    ];
}
const TENANTS = {
    noun: 'tenant',
    phase: () => PHASES.tenants,
    hasBlanks: true,
    keepsId: true,
    apiId: (_value, id) => id,
    naturalKey: ({ name }) => textOf(name),
    strip: (value) => without(value, ['id', 'createdTime', 'successors']),
    frozen: ['parent'],
    projectBound: ['enforceSSOExclusions'],
    references: (value, map, owner) => [
        (now) => mapMember(now, 'parent', refer(map, 'tenants', 'id')),
        (now) => referMembers(now, ['federatedAppIds'], refer(map, 'sso-apps', 'id')),
        (now) => referMembers(now, ['enforceSSOExclusions'], refer(map, 'users', 'id')),
        (now) => referMembers(now, ['defaultRoles'], refer(map, 'roles', 'name', owner)),
    ].reduce((now, step) => step(now), value),
    write: tenants_write,
    remove: {
        call: 'tenantDelete',
        // Never with what belongs to others too.
        request: (_value, { liveId = '' }) => ({ body: { id: liveId, cascade: false } }),
    },
    loses,
};

;// CONCATENATED MODULE: ./src/project/restore/theme.ts
/** How the theme is written back. */



const THEME = {
    noun: 'theme',
    phase: () => PHASES.theme,
    hasBlanks: true,
    apiId: (_value, id) => id,
    naturalKey: (_value, id) => id,
    strip: (value) => without(value, ['etag', 'modifiedTime', 'version']),
    frozen: [],
    projectBound: [],
    references: (value, map) => mapMember(value, 'references', mapObject((references) => mapNamedIds(references, map))),
    write: ({ wanted }) => [
        {
            call: 'themeImport',
            phase: PHASES.theme,
            doubt: 'repeat',
            patch: wanted,
            request: (value) => ({ body: { theme: value } }),
        },
    ],
    loses: () => [],
};

;// CONCATENATED MODULE: ./src/project/restore/user-attributes.ts
/** How attributes of users are written back: those that are gone are created; no call changes one. */



const USER_ATTRIBUTES = {
    noun: 'attribute of users',
    phase: () => PHASES.userAttributes,
    hasBlanks: true,
    apiId: ({ name }, id) => textOf(name) || id,
    naturalKey: ({ name }) => textOf(name),
    strip: (value) => without(value, ['id']),
    frozen: [],
    projectBound: [],
    references: (value, map) => referMembers(value, ['viewPermissions', 'editPermissions'], refer(map, 'permissions', 'name')),
    write: ({ wanted, live }) => live !== undefined
        ? 'no call changes an attribute: to delete and create it would lose the value of every user'
        : [
            {
                call: 'userAttributeCreate',
                phase: PHASES.userAttributes,
                doubt: 'by-key',
                patch: wanted,
                request: (value) => ({ body: { attributes: [value] } }),
            },
        ],
    remove: {
        call: 'userAttributeDelete',
        request: ({ name = '' }) => ({ body: { names: [name] } }),
    },
    loses: (action) => {
        if (action === 'create')
            return ['the values that users had do not come back'];
        return action === 'delete' ? ['every user loses the value'] : [];
    },
};

;// CONCATENATED MODULE: ./src/project/restore/rows.ts
/** The row of each section; a section without one does not compile. */


















/** Sections that are saved so that a person can put them back: no call of a restore writes them. */
const NOT_WRITTEN = { reason: 'a restore does not write this section yet' };
const rows_RESTORE_ROWS = {
    snapshot: SNAPSHOT,
    flows: FLOWS,
    tenants: TENANTS,
    'tenant-settings': TENANT_SETTINGS,
    'tenant-sso': TENANT_SSO,
    roles: ROLES,
    permissions: PERMISSIONS,
    'sso-apps': SSO_APPS,
    'inbound-apps': INBOUND_APPS,
    'outbound-apps': OUTBOUND_APPS,
    'access-keys': ACCESS_KEYS,
    'jwt-templates': JWT_TEMPLATES,
    lists: LISTS,
    'password-settings': PASSWORD_SETTINGS,
    'fga-schema': FGA_SCHEMA,
    theme: THEME,
    'user-attributes': USER_ATTRIBUTES,
    'mcp-servers': NOT_WRITTEN,
    widgets: NOT_WRITTEN,
    localization: NOT_WRITTEN,
    'scope-claim-mapping': NOT_WRITTEN,
    'tenant-password-settings': NOT_WRITTEN,
    'scim-keys': NOT_WRITTEN,
    'xaa-settings': NOT_WRITTEN,
};
/** @returns undefined for a section that no restore can write, or that is none */
function rowOf(section) {
    const row = Object.hasOwn(rows_RESTORE_ROWS, section)
        ? rows_RESTORE_ROWS[section]
        : undefined;
    return row !== undefined && row_isRestorable(row) ? row : undefined;
}

;// CONCATENATED MODULE: ./src/services/restore/objects.ts
/** One side of a plan: the objects of a backup or of the live project, by section and id, with holes where secrets were withheld. */









/** The places of a file that were withheld, by the first step of their pointers. */
class WithheldPlaces {
    #byFile = new Map();
    constructor(coverage, files, nameOf) {
        for (const entry of coverage) {
            if (entry.status !== 'withheld' || typeof entry.place !== 'string')
                continue;
            const { place } = entry;
            const file = fileOf(place, files);
            if (file === undefined)
                continue;
            const path = (0,pointer/* pointerSteps */.$L)(place.slice(file.length));
            const known = this.#byFile.get(file) ?? new Map();
            this.#byFile.set(file, known);
            const first = path[0] ?? '';
            const isCleared = entry.on_import === 'cleared';
            known.set(first, [...(known.get(first) ?? []), { place: nameOf(place), path, isCleared }]);
        }
    }
    /** @param depth how many steps of a pointer lead to the object */
    within(file, steps) {
        const known = this.#byFile.get(file);
        const some = steps.length === 0 ? [...(known?.values() ?? [])].flat() : (known?.get(steps[0] ?? '') ?? []);
        return some
            .filter(({ path }) => steps.every((step, index) => path[index] === step))
            .map((one) => ({ ...one, path: one.path.slice(steps.length) }));
    }
}
/** The part of a place that names a file, with its `#`; empty for project.json. */
function fileOf(place, files) {
    if (place.startsWith('/'))
        return '';
    for (let at = place.indexOf('#'); at !== -1; at = place.indexOf('#', at + 1)) {
        const file = place.slice(0, at + 1);
        if (files.has(file))
            return file;
    }
    return undefined;
}
class SideBuilder {
    sections = new Map();
    #places;
    constructor(places) {
        this.#places = places;
    }
    /**
     * @param at file and steps of the pointer to the object
     * @param tenantId of what is listed below its tenant
     */
    add(section, id, value, at) {
        const row = rowOf(section);
        if (row === undefined)
            return;
        const withheld = this.#places.within(at.file, at.steps);
        let held = value;
        let isBroken = false;
        for (const { path, place } of withheld) {
            // A secret that no answer ever has is listed too, and leaves nothing to fill.
            if (!hasText(value, path))
                continue;
            const next = withHole(held, path, place);
            if (next === undefined)
                isBroken = true;
            else
                held = next;
        }
        const objects = this.sections.get(section) ?? new Map();
        this.sections.set(section, objects);
        let free = id;
        for (let copy = 2; objects.has(free); copy++)
            free = `${id}#${copy}`;
        const pointer = at.steps.map((step) => step.replaceAll('~', '~0').replaceAll('/', '~1'));
        objects.set(free, {
            section,
            id: free,
            apiId: row.apiId(value, id),
            tenantId: at.tenantId ?? row.tenantOf?.(value),
            value: held,
            place: `${at.file}${pointer.map((step) => `/${step}`).join('')}`,
            withheld,
            isBroken,
        });
    }
}
/** Whether anything that is filled stands at a path: no blank of a secret that was never shown. */
function hasText(value, path) {
    let now = value;
    for (const step of path) {
        if (typeof now !== 'object' || now === null || !Object.hasOwn(now, step))
            return false;
        now = now[step];
    }
    return now !== undefined && now !== null;
}
/** What an object of a list is called by, as changes.json calls it. */
function idInSection(value, section) {
    if (!(0,json_value/* isJsonObject */.OW)(value))
        return (0,write/* canonicalJson */.dj)(value);
    const { id, name, tenantId } = value;
    if (section === 'roles' && typeof name === 'string') {
        return typeof tenantId === 'string' && tenantId !== '' ? `${tenantId}/${name}` : name;
    }
    if (typeof id === 'string' && id !== '')
        return id;
    return typeof name === 'string' && name !== '' ? name : (0,write/* canonicalJson */.dj)(value);
}
/** Whether a tenant's configuration says anything: the default one is always there, and is none while it is blank. */
function objects_isConfigured(configuration) {
    const { tenant: _repeated, ssoId: _name, ...own } = configuration;
    return ssoIdOf(configuration) !== '' || !(0,json_value/* isBlank */.z3)(own);
}
function addSso(builder, file, tenantId, list) {
    if (!Array.isArray(list))
        return;
    for (const [index, one] of list.entries()) {
        if (!(0,json_value/* isJsonObject */.OW)(one) || !objects_isConfigured(one))
            continue;
        const ssoId = ssoIdOf(one);
        const id = `${tenantId}/${ssoId || DEFAULT_SSO}`;
        builder.add('tenant-sso', id, one, { file, steps: [tenantId, String(index)], tenantId });
    }
}
function addResource(builder, section, value) {
    const file = `resources/${section}.json#`;
    if (Array.isArray(value)) {
        for (const [index, one] of value.entries()) {
            if (!(0,json_value/* isJsonObject */.OW)(one))
                continue;
            builder.add(section, idInSection(one, section), one, { file, steps: [String(index)] });
        }
        return;
    }
    if (!(0,json_value/* isJsonObject */.OW)(value))
        return;
    if (section === 'tenant-sso') {
        for (const [tenantId, list] of Object.entries(value))
            addSso(builder, file, tenantId, list);
    }
    else if (section === 'tenant-settings') {
        for (const [tenantId, one] of Object.entries(value)) {
            if ((0,json_value/* isJsonObject */.OW)(one))
                builder.add(section, tenantId, one, { file, steps: [tenantId], tenantId });
        }
    }
    else {
        builder.add(section, section, value, { file, steps: [] });
    }
}
function statusesOf(coverage) {
    const statuses = new Map();
    for (const entry of coverage) {
        if (entry.status === 'withheld')
            continue;
        statuses.set(entry.section, { status: entry.status, note: entry.note });
    }
    return statuses;
}
/** The objects of a project. @param side places of the live one are no places of a backup */
function makeSide(raw, side = 'saved') {
    const files = new Set([
        ...[...raw.resources.keys()].map((section) => `resources/${section}.json#`),
        ...[...raw.snapshot.keys()].map((path) => `snapshot/${path}#`),
    ]);
    const builder = new SideBuilder(new WithheldPlaces(raw.coverage, files, side === 'live' ? livePlace : (place) => place));
    for (const [index, tenant] of raw.tenants.entries()) {
        const { id } = tenant;
        const steps = ['tenants', String(index), 'tenant_data'];
        if (typeof id === 'string')
            builder.add('tenants', id, tenant, { file: '', steps });
    }
    for (const [index, { id, data }] of raw.flows.entries()) {
        builder.add('flows', id, data, { file: '', steps: ['flows', String(index), 'flow_data'] });
    }
    for (const [section, value] of raw.resources)
        addResource(builder, section, value);
    const indexFiles = new Map();
    for (const [path, content] of raw.snapshot) {
        if (isIndexFile(path))
            indexFiles.set(path, content);
        else
            builder.add('snapshot', path, fileObject(content), { file: `snapshot/${path}#`, steps: [] });
    }
    const statuses = statusesOf(raw.coverage);
    const saved = sections/* SECTIONS */.bP.filter((section) => statuses.get(section)?.status === 'saved');
    return {
        sections: new Map(saved.map((section) => [
            section,
            builder.sections.get(section) ?? new Map(),
        ])),
        statuses,
        indexFiles,
    };
}
/** An object of a side; undefined where there is none. */
function objectOf(side, section, id) {
    return side.sections.get(section)?.get(id);
}

;// CONCATENATED MODULE: ./src/services/restore/read-side.ts
/** A side of a plan out of a backup on the disk, or out of a capture of the live project. */









function entriesOf(project, name) {
    const list = project[name];
    return Array.isArray(list) ? list.filter(json_value/* isJsonObject */.OW) : [];
}
function contentOf(path, bytes) {
    return (0,resources_and_snapshot/* isJsonFile */.Hz)(path) ? (0,parse/* parseJson */.qF)(bytes) : assetContent(path, bytes);
}
/**
 * Reads a backup of a live project that was verified.
 *
 * @throws Error for a backup of a config file, and when a file cannot be read
 */
async function readSavedSide(path, manifest) {
    if (manifest.source.type !== 'management-api') {
        throw new Error(`backup ${manifest.backup_id} is one of a config file, which no restore writes to a project: copy the file back, or export one from the backup`);
    }
    const project = (0,parse/* parseJson */.qF)(await (0,promises_.readFile)((0,external_node_path_.join)(path, layout/* PROJECT_FILE */.Dp)));
    const resources = new Map();
    const snapshot = new Map();
    for (const file of (await (0,list_files/* listFiles */.C)(path)).files) {
        if (file.startsWith(resources_and_snapshot/* RESOURCES_FOLDER */.ln)) {
            const section = file.slice(resources_and_snapshot/* RESOURCES_FOLDER */.ln.length).replace(/\.json$/, '');
            resources.set(section, (0,parse/* parseJson */.qF)(await (0,promises_.readFile)((0,external_node_path_.join)(path, file))));
        }
        else if (file.startsWith(resources_and_snapshot/* SNAPSHOT_FOLDER */.aZ)) {
            const name = file.slice(resources_and_snapshot/* SNAPSHOT_FOLDER */.aZ.length);
            snapshot.set(name, contentOf(name, await (0,promises_.readFile)((0,external_node_path_.join)(path, file))));
        }
    }
    return makeSide({
        tenants: entriesOf(project, 'tenants').map(({ tenant_data: data }) => data),
        flows: entriesOf(project, 'flows').map(({ flow_id: id, flow_data: data }) => ({
            id: id,
            data: data,
        })),
        resources,
        snapshot,
        coverage: manifest.coverage,
    });
}
function liveSideOf({ tenants, flows, resources, snapshot, coverage, }) {
    return makeSide({
        tenants: tenants.flatMap((tenant) => {
            const { data } = tenant.unpack();
            return data === undefined ? [] : [data];
        }),
        flows: flows.map(({ id, data }) => ({ id, data: data.unpack() })),
        resources,
        snapshot: new Map([...snapshot].map(([path, content]) => [
            path,
            Buffer.isBuffer(content) ? assetContent(path, content) : content.unpack(),
        ])),
        coverage,
    }, 'live');
}

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 11 modules
var schemas = __webpack_require__(92857);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/iso.js
var iso = __webpack_require__(64377);
;// CONCATENATED MODULE: ./src/models/changes.ts
/** `changes.json`: what changed since the backup that a new one was compared with. */

const changes_section = schemas/* string */.YjP()
    .describe('The part of the project, as coverage of manifest.json names it.');
const id = schemas/* string */.YjP().describe('What the object is called in its section.');
const changes_pointer = schemas/* string */.YjP()
    .describe('JSON Pointer (RFC 6901) into the object; empty for all of it.');
/** A change that a human should look at. */
const RiskFinding = schemas/* looseObject */._H3({
    rule: schemas/* string */.YjP().describe('Name of the rule that found it.'),
    section: changes_section,
    id,
    text: schemas/* string */.YjP().describe('What was found, in a sentence.'),
})
    .readonly();
/** One place inside an object. */
const ReportedEdit = schemas/* looseObject */._H3({
    pointer: changes_pointer,
    before: schemas/* unknown */.L5J().optional().describe('Absent: nothing was there.'),
    after: schemas/* unknown */.L5J().optional().describe('Absent: nothing is there.'),
})
    .readonly()
    .describe('One place inside an object. Secrets are hidden, and long values are their beginning.');
/** One object that came, went or changed. */
const ReportedChange = schemas/* looseObject */._H3({
    section: changes_section,
    id,
    kind: schemas/* enum */.k5n(['added', 'removed', 'changed']),
    edits: schemas/* array */.YOg(ReportedEdit)
        .readonly()
        .describe('Of an object that came or went, one edit with all of it.'),
})
    .readonly();
/** An object in which only what is withheld is other than before. */
const WithheldSince = schemas/* looseObject */._H3({ section: changes_section, id, pointers: schemas/* array */.YOg(changes_pointer).readonly() })
    .readonly();
/** The whole file: plain JSON, at the path that the output `diff-path` names. */
const DiffReport = schemas/* looseObject */._H3({
    changed: schemas/* enum */.k5n(['true', 'false', 'unknown'])
        .describe('unknown when nothing was found, but a section could not be compared.'),
    change_count: schemas/* int */.Whr().nonnegative().describe('Objects that came, went or changed.'),
    risk: schemas/* enum */.k5n(['none', 'low', 'high', 'unknown']),
    findings: schemas/* array */.YOg(RiskFinding).readonly().describe('Most important first.'),
    changes: schemas/* array */.YOg(ReportedChange).readonly().describe('Most important first.'),
    not_comparable: schemas/* array */.YOg(schemas/* string */.YjP())
        .readonly()
        .describe('Sections that only one of the backups has.'),
    withheld_since: schemas/* array */.YOg(WithheldSince)
        .readonly()
        .optional()
        .describe('Places where only what is withheld is other than before: no changes.'),
})
    .readonly();

;// CONCATENATED MODULE: ./src/models/restore-plan.ts
/** `plan.json` of a restore, also called restore-plan.json: what would be written, and what cannot be. */


const sha256 = schemas/* string */.YjP().regex(/^[0-9a-f]{64}$/, 'must be 64 hexadecimal digits');
const count = schemas/* int */.Whr().nonnegative();
const restore_plan_section = schemas/* string */.YjP()
    .describe('The part of the project, as coverage of manifest.json names it.');
const restore_plan_id = schemas/* string */.YjP().describe('What the object is called in its section, as in changes.json.');
const object = schemas/* looseObject */._H3({ section: restore_plan_section, id: restore_plan_id }).readonly();
const RESTORE_FORMAT_VERSION = 1;
/** What becomes of an object. */
const StepAction = schemas/* enum */.k5n([
    'create',
    'update',
    'delete',
    'identical',
    'missing-secret',
    'blocked',
    'unsupported',
]);
const RestoreStep = schemas/* looseObject */._H3({
    section: restore_plan_section,
    id: restore_plan_id,
    live_id: schemas/* string */.YjP()
        .optional()
        .describe('What the object is called in the project, where that is not what the backup calls it.'),
    action: StepAction,
    reason: schemas/* string */.YjP().optional().describe('Why, where the action alone does not say it.'),
    because_of: schemas/* string */.YjP()
        .optional()
        .describe('The chosen object, as <section>/<id>, that refers to this one, which was not chosen.'),
    edits: schemas/* array */.YOg(ReportedEdit)
        .readonly()
        .describe('Of an update, from live to what is written. Secrets are hidden, and long values are their beginning.'),
    loses: schemas/* array */.YOg(schemas/* string */.YjP())
        .readonly()
        .describe('What does not come back, or is lost by it, a sentence each.'),
    missing_secrets: schemas/* array */.YOg(schemas/* string */.YjP())
        .readonly()
        .optional()
        .describe('Places of which a secret must be supplied, as coverage names them.'),
    live_sha256: sha256
        .optional()
        .describe('Hash of the live object without noise; absent where none is there.'),
    target_sha256: sha256
        .optional()
        .describe('Hash of what must be read back without noise; absent where none must be there.'),
    requests: count.optional().describe('How many writes it takes.'),
})
    .readonly();
/** What the service itself refused in a dry run. */
const ServiceRefusal = schemas/* looseObject */._H3({
    section: restore_plan_section,
    kind: schemas/* enum */.k5n([
        'fga-deletes',
        'fga-invalid',
        'snapshot-failure',
        'snapshot-missing-secret',
        'not-licensed',
    ]),
    text: schemas/* string */.YjP(),
})
    .readonly();
const RestorePlan = schemas/* looseObject */._H3({
    format_version: schemas/* literal */.euz(RESTORE_FORMAT_VERSION),
    plan_id: sha256.describe('What is approved: the same backup, project, scope and live state give the same id.'),
    created_at: iso/* datetime */.w$(),
    tool: schemas/* looseObject */._H3({ name: schemas/* string */.YjP(), version: schemas/* string */.YjP() }).readonly(),
    mode: schemas/* enum */.k5n(['restore', 'undo']),
    project_id: schemas/* string */.YjP().describe('The project that is written to.'),
    backup: schemas/* looseObject */._H3({
        backup_id: schemas/* string */.YjP(),
        project_id: schemas/* string */.YjP(),
        environment: schemas/* string */.YjP(),
        created_at: iso/* datetime */.w$(),
        status: schemas/* enum */.k5n(['complete', 'partial', 'suspect']),
        manifest_sha256: sha256,
        risk: schemas/* string */.YjP()
            .optional()
            .describe('What the run that took it said of its changes, where it is known.'),
    })
        .readonly(),
    scope: schemas/* looseObject */._H3({
        only: schemas/* array */.YOg(schemas/* string */.YjP()).readonly().describe('Chosen objects; empty for all.'),
        with_dependencies: schemas/* boolean */.zMY(),
        delete: schemas/* array */.YOg(schemas/* string */.YjP()).readonly(),
        supplied_secrets: schemas/* array */.YOg(schemas/* string */.YjP()).readonly().describe('Places; never a value.'),
        accepted_user_loss: schemas/* array */.YOg(schemas/* string */.YjP()).readonly(),
        users_status: schemas/* enum */.k5n(['saved', 'disabled']),
    })
        .readonly(),
    counts: schemas/* looseObject */._H3({
        create: count,
        update: count,
        delete: count,
        identical: count,
        not_possible: count.describe('unsupported, blocked and missing-secret.'),
        kept: count.describe('What live alone has.'),
    })
        .readonly(),
    risk: schemas/* enum */.k5n(['none', 'low', 'high', 'unknown']),
    findings: schemas/* array */.YOg(RiskFinding)
        .readonly()
        .describe('What of the plan a human should look at, most important first.'),
    steps: schemas/* array */.YOg(RestoreStep)
        .readonly()
        .describe('In the order of their writes; those without a write at the end.'),
    kept: schemas/* array */.YOg(object).readonly().describe('What live alone has: listed, never touched.'),
    refusals: schemas/* array */.YOg(ServiceRefusal).readonly(),
    cost: schemas/* looseObject */._H3({
        requests: count.describe('Reads and writes of an apply, at most, polls for lag apart.'),
        seconds: count.describe('At the rate that the service grants.'),
        rate_limit_tier: schemas/* string */.YjP().optional(),
    })
        .readonly(),
})
    .readonly();

;// CONCATENATED MODULE: ./src/services/restore/plan-id.ts
/** The id of a plan: what is approved. The same backup, project, scope and live state give the same id. */



function sorted(values) {
    return values
        .map((value) => (0,write/* canonicalJson */.dj)(value))
        .sort()
        .filter((text, index, all) => text !== all[index - 1]);
}
/**
 * SHA-256 of what a plan would do. Not in it: when it was made, what live alone has, how the backup was found, limits, and places on the
 * disk; of secrets the places that were supplied, never a value; of refusals their kind, not their text.
 */
function planIdOf({ tool, mode, project_id, backup, scope, steps, refusals, }) {
    return (0,checksums/* sha256 */.sc)((0,write/* canonicalJson */.dj)({
        format_version: RESTORE_FORMAT_VERSION,
        tool: { name: tool.name, version: tool.version },
        mode,
        project_id,
        manifest_sha256: backup.manifest_sha256,
        scope: {
            only: sorted(scope.only),
            with_dependencies: scope.with_dependencies,
            delete: sorted(scope.delete),
            supplied_secrets: sorted(scope.supplied_secrets),
            accepted_user_loss: sorted(scope.accepted_user_loss),
            users_status: scope.users_status,
        },
        steps: sorted(steps
            .filter(({ action }) => action !== 'identical')
            .map(({ section, id, action, live_sha256 = null, target_sha256 = null }) => ({
            section,
            id,
            action,
            live_sha256,
            target_sha256,
        }))),
        refusals: sorted(refusals.map(({ section, kind }) => ({ section, kind }))),
    }));
}

;// CONCATENATED MODULE: ./src/services/restore/make-plan.ts
/** plan.json of a restore: a plan with its id, its cost and what it was made from. */


/** The whole plan as it is written, shown and approved. */
function makePlan({ cost, refusals: earlier = [], ...header }, result) {
    const { steps, kept, counts, findings, risk } = result;
    const refusals = [...earlier, ...result.refusals];
    const plan_id = planIdOf({ ...header, steps, refusals });
    return {
        format_version: RESTORE_FORMAT_VERSION,
        plan_id,
        ...header,
        counts,
        risk,
        findings,
        steps,
        kept,
        refusals,
        cost: { ...cost },
    };
}

;// CONCATENATED MODULE: ./src/services/restore/cost.ts
/** What an apply costs: its requests, and how long they take at the rate that the service grants. */
const LOWEST = { requests: 100, seconds: 60 };
const HIGHER = { requests: 1000, seconds: 10 };
/** A write at once is answered in about this time, and the next one waits for it. */
const SECONDS_A_REQUEST = 0.1;
/** A write, a look before it, and two after it. */
const REQUESTS_A_WRITE = 4;
/** For the second plan, the safety backup, and what both are proven by. */
const CAPTURES = 4;
function rateOf(tier) {
    return tier === undefined || tier === '' || /^(?:free|tier1)$/i.test(tier) ? LOWEST : HIGHER;
}
/** At most so much, polls for lag apart. */
function costOf({ writes, captureRequests, fullRequests, tier }) {
    const requests = writes === 0 ? 0 : writes * REQUESTS_A_WRITE + CAPTURES * captureRequests + fullRequests;
    const rate = rateOf(tier);
    const limited = (requests / rate.requests) * rate.seconds;
    const seconds = Math.ceil(Math.max(limited, requests * SECONDS_A_REQUEST));
    return { requests, seconds, ...(tier !== undefined && { rate_limit_tier: tier }) };
}

// EXTERNAL MODULE: ./src/services/backup/tool.ts
var tool = __webpack_require__(37605);
;// CONCATENATED MODULE: ./src/services/restore/facts.ts

const NO_FACTS = { userCounts: new Map() };
function block(draft, reason) {
    draft.action = 'blocked';
    draft.reason = reason;
}
function isWritten({ action }) {
    return action === 'create' || action === 'update';
}
/** A schema that deletes types is saved only where it was asked for by name: their relations between users and things go with them. */
function applyFga(draft, dryRun, isNamed) {
    if (dryRun === undefined)
        return [];
    if (dryRun.kind === 'refused') {
        block(draft, `the service refuses the schema: ${dryRun.text}`);
        return [{ section: 'fga-schema', kind: 'fga-invalid', text: dryRun.text }];
    }
    if (dryRun.deletes.length === 0)
        return [];
    const names = [...dryRun.deletes].sort().join(', ');
    const text = `it deletes ${names}, with all relations that were made by it`;
    if (!isNamed)
        block(draft, `${text}: name fga-schema in only to accept that`);
    else
        draft.loses = [...draft.loses, text];
    return [{ section: 'fga-schema', kind: 'fga-deletes', text }];
}
function applyValidation(drafts, validation) {
    if (validation === undefined || drafts.length === 0)
        return [];
    const refusals = [
        ...validation.failures.map((text) => ({
            section: 'snapshot',
            kind: 'snapshot-failure',
            text,
        })),
        ...validation.missingSecrets.map((text) => ({
            section: 'snapshot',
            kind: 'snapshot-missing-secret',
            text,
        })),
    ].sort((a, b) => (a.kind + a.text < b.kind + b.text ? -1 : 1));
    const [first] = refusals;
    if (first !== undefined) {
        for (const draft of drafts)
            block(draft, `the service refuses the import: ${first.text}`);
    }
    return refusals;
}
/** Blocks what the service refuses. Drafts are changed. */
function applyFacts(drafts, facts, choice) {
    const written = drafts.all.filter(isWritten);
    const fga = written.find(({ match }) => match.ref.section === 'fga-schema');
    const isNamed = choice.selectors.some((selector) => selector.kind !== 'tenant' && selector.section === 'fga-schema');
    const needs = { fgaDryRun: fga && textOf(fga.target['dsl']) };
    const files = written.filter(({ match }) => match.ref.section === 'snapshot');
    return {
        refusals: [
            ...(fga === undefined ? [] : applyFga(fga, facts.fgaDryRun, isNamed)),
            ...applyValidation(files, facts.snapshotValidation),
        ],
        needs,
    };
}

// EXTERNAL MODULE: ./src/json/scan.ts
var scan = __webpack_require__(12197);
;// CONCATENATED MODULE: ./src/models/restore-journal.ts
/** `journal.jsonl` of a restore: a line before and a line after each write, neither with a body nor with a secret. */

const restore_journal_sha256 = schemas/* string */.YjP().regex(/^[0-9a-f]{64}$/, 'must be 64 hexadecimal digits');
const objects = schemas/* array */.YOg(schemas/* looseObject */._H3({
    section: schemas/* string */.YjP(),
    id: schemas/* string */.YjP(),
    before_sha256: restore_journal_sha256.optional().describe('Where there are several: of each its own.'),
    after_sha256: restore_journal_sha256.optional().describe('Where there are several: of each its own.'),
})
    .readonly())
    .readonly()
    .describe('What the write is about: one object, or the files of one import.');
const restore_journal_write = {
    seq: schemas/* int */.Whr().positive().describe('Number of the write in this restore.'),
    at: iso/* datetime */.w$(),
    objects,
    action: schemas/* enum */.k5n(['create', 'update', 'delete']),
    call: schemas/* string */.YjP().describe('Name of the write endpoint.'),
};
const JournalStart = schemas/* looseObject */._H3({
    event: schemas/* literal */.euz('start'),
    at: iso/* datetime */.w$(),
    restore_id: schemas/* string */.YjP(),
    plan_id: restore_journal_sha256,
    project_id: schemas/* string */.YjP(),
    safety_backup_id: schemas/* string */.YjP(),
})
    .readonly();
const JournalBegin = schemas/* looseObject */._H3({
    event: schemas/* literal */.euz('begin'),
    ...restore_journal_write,
    before_sha256: restore_journal_sha256
        .optional()
        .describe('Hash of the object as it was read right before; absent where none was there.'),
    body_sha256: restore_journal_sha256.optional().describe('Without the secrets in it.'),
})
    .readonly();
/**
 * - `done`: it reads as planned
 * - `failed`: the service refused it, or it was not sent
 * - `unknown`: nobody can tell whether it was done
 */
const WriteOutcome = schemas/* enum */.k5n(['done', 'failed', 'unknown']);
const JournalEnd = schemas/* looseObject */._H3({
    event: schemas/* literal */.euz('end'),
    ...restore_journal_write,
    outcome: WriteOutcome,
    reason: schemas/* string */.YjP().optional(),
    http_status: schemas/* int */.Whr().optional(),
    new_id: schemas/* string */.YjP().optional().describe('Of an object that was created: its id.'),
    after_sha256: restore_journal_sha256
        .optional()
        .describe('Hash of the object as it was read back; absent where none was there.'),
})
    .readonly();
const JournalLine = schemas/* discriminatedUnion */.gMt('event', [JournalStart, JournalBegin, JournalEnd]);

// EXTERNAL MODULE: ./src/storage/atomic-directory.ts
var atomic_directory = __webpack_require__(20534);
// EXTERNAL MODULE: ./src/storage/durable-files.ts
var durable_files = __webpack_require__(6624);
// EXTERNAL MODULE: ./src/storage/io-errors.ts
var io_errors = __webpack_require__(78305);
// EXTERNAL MODULE: ./src/services/backup/backup-id.ts
var backup_id = __webpack_require__(9719);
// EXTERNAL MODULE: ./src/services/backup/project-folder.ts
var project_folder = __webpack_require__(63427);
;// CONCATENATED MODULE: ./src/services/restore/restore-folder.ts
/** The folder of each restore, beside the backups of its project: made, listed, written and read back. */















/** No project has such a name: a project id holds no dot. */
const RESTORES = '.restores';
const STAGING = '.tmp-';
/** So many restores in one second are more than a mistake in the clock. */
const MAX_SEQUENCE = 1000;
const PLAN_FILE = 'plan.json';
const JOURNAL_FILE = 'journal.jsonl';
const REPORT_FILE = 'report.json';
const REPORT_PAGE = 'report.md';
/**
 * Where the restores of a project are, or will be.
 *
 * @param backupRoot absolute path
 * @throws Error when the folder is a link, a file, or another project's
 */
function findRestoresFolder(backupRoot, projectId) {
    return (0,project_folder/* findProjectFolder */.X)(backupRoot, `${projectId}${RESTORES}`);
}
/**
 * Makes the folder of a new restore, under a name that no other has.
 *
 * @param now milliseconds since the epoch
 */
async function createRestoreFolder(backupRoot, projectId, now) {
    try {
        await (0,promises_.mkdir)(backupRoot, { recursive: true });
        const parent = await findRestoresFolder(backupRoot, projectId);
        await (0,promises_.mkdir)(parent, { recursive: true });
        await (0,durable_files/* syncDirectory */.zR)(backupRoot);
        const time = (0,backup_id/* wholeSecond */.Q5)(now);
        for (let sequence = 1; sequence <= MAX_SEQUENCE; sequence++) {
            const id = (0,backup_id/* formatBackupId */.d8)({ time, sequence });
            const path = (0,external_node_path_.join)(parent, id);
            if (!(await makeNew(path)))
                continue;
            await (0,durable_files/* syncDirectory */.zR)(parent);
            return { id, path, time, sequence };
        }
    }
    catch (error) {
        throw (0,io_errors/* explainIoError */.U_)(error, 'could not make the folder of the restore');
    }
    throw new Error(`could not make the folder of the restore: ${MAX_SEQUENCE} of this second are there. Check the clock`);
}
/** @returns false when something of this name is there */
async function makeNew(path) {
    try {
        await (0,promises_.mkdir)(path);
        return true;
    }
    catch (error) {
        if ((0,io_errors/* errorCode */.CA)(error) === 'EEXIST')
            return false;
        throw error;
    }
}
/**
 * Writes a file of a restore, in the place of an earlier one if there is one: whoever sees the name sees all of it.
 *
 * @returns its path
 */
async function writeFileWhole({ id, path }, name, text) {
    const target = (0,external_node_path_.join)(path, name);
    const staging = (0,external_node_path_.join)(path, (0,atomic_directory/* leftoverName */.Ln)(STAGING, id));
    try {
        await (0,durable_files/* writeDurably */.v8)(staging, [text]);
        await (0,promises_.rename)(staging, target);
        await (0,durable_files/* syncDirectory */.zR)(path);
    }
    catch (error) {
        await (0,promises_.rm)(staging, { force: true }).catch(() => undefined);
        throw (0,io_errors/* explainIoError */.U_)(error, `could not write ${name} of the restore`);
    }
    return target;
}
/** A value as JSON has it: members that are not there are none. */
function withoutAbsent(value) {
    if (Array.isArray(value))
        return value.map(withoutAbsent);
    if (!(0,json_value/* isJsonObject */.OW)(value))
        return value;
    const result = {};
    for (const [key, member] of Object.entries(value)) {
        if (member !== undefined)
            (0,json_value/* setOwn */.P5)(result, key, withoutAbsent(member));
    }
    return result;
}
/** Numbers of edits keep their digits, whoever wrote them. */
const asText = (value) => `${(0,write/* formatJson */.IB)(withoutAbsent(value))}\n`;
function writeRestorePlan(folder, plan) {
    return writeFileWhole(folder, PLAN_FILE, asText(plan));
}
/** @param page the report as Markdown */
async function writeRestoreReport(folder, report, page) {
    const path = await writeFileWhole(folder, REPORT_FILE, asText(report));
    await writeFileWhole(folder, REPORT_PAGE, page);
    return path;
}
/** The restores of a project, newest first. */
async function listRestores(backupRoot, projectId) {
    const parent = await findRestoresFolder(backupRoot, projectId);
    try {
        const found = (await (0,promises_.readdir)(parent, { withFileTypes: true })).flatMap((entry) => {
            const id = entry.isDirectory() ? (0,backup_id/* parseBackupId */.JN)(entry.name) : undefined;
            return id === undefined ? [] : [{ ...id, id: entry.name, path: (0,external_node_path_.join)(parent, entry.name) }];
        });
        return found.sort(backup_id/* compareNewestFirst */.a0);
    }
    catch (error) {
        if ((0,io_errors/* errorCode */.CA)(error) === 'ENOENT')
            return [];
        throw (0,io_errors/* explainIoError */.U_)(error, `could not list the restores in ${parent}`);
    }
}
/** So many ids are told when the one that is asked for is not there. */
const MAX_TOLD = 5;
/** @throws Error that names the restores that are there */
async function findRestore(backupRoot, projectId, restoreId) {
    const restores = await listRestores(backupRoot, projectId);
    const found = restores.find(({ id }) => id === restoreId);
    if (found !== undefined)
        return found;
    const names = restores.slice(0, MAX_TOLD).map(({ id }) => id);
    throw new Error(`there is no restore ${JSON.stringify(restoreId)} of project ${projectId} in ${await findRestoresFolder(backupRoot, projectId)}: ${names.length === 0 ? 'there is none at all' : `the newest are ${names.join(', ')}`}`);
}
async function readText({ id, path }, name) {
    try {
        return (await (0,durable_files/* readHashed */.S6)((0,external_node_path_.join)(path, name))).bytes;
    }
    catch (error) {
        if ((0,io_errors/* errorCode */.CA)(error) === 'ENOENT') {
            throw new Error(`the restore ${id} has no ${name}: it ended before that was written`, {
                cause: error,
            });
        }
        throw (0,io_errors/* explainIoError */.U_)(error, `could not read ${name} of the restore ${id}`);
    }
}
function damaged(id, name, problem, cause) {
    return new Error(`${name} of the restore ${id} is damaged: ${problem}. Take it from the artifact of its run`, { cause });
}
/** @param where the file, and the line of it if it has lines */
function parseAs(model, bytes, id, where) {
    let value;
    try {
        value = (0,parse/* parseJson */.qF)(bytes);
    }
    catch (error) {
        const isOfText = error instanceof parse/* JsonSyntaxError */.q3 ||
            error instanceof parse/* JsonDuplicateKeyError */.bW ||
            error instanceof scan/* JsonDepthError */.Q;
        if (!isOfText)
            throw error;
        throw damaged(id, where, error.message, error);
    }
    const result = model.safeParse(value);
    if (result.success)
        return result.data;
    const [issue] = result.error.issues;
    const place = issue === undefined || issue.path.length === 0 ? '' : `${issue.path.join('.')}: `;
    throw damaged(id, where, `${place}${issue?.message ?? 'it has another form'}`, result.error);
}
/** @throws Error when it is not there, or not whole */
async function readRestorePlan(folder) {
    return parseAs(RestorePlan, await readText(folder, PLAN_FILE), folder.id, PLAN_FILE);
}
/** @throws Error when it is not there, as after a run that died, or not whole */
async function readRestoreReport(folder) {
    return parseAs(RestoreReport, await readText(folder, REPORT_FILE), folder.id, REPORT_FILE);
}
/**
 * Reads a journal. Each line was on the disk before what comes after it was done, so a last line that is cut says nothing,
 * and what is before it is certain.
 *
 * @throws Error when it is not there, or damaged anywhere but at its end
 */
async function readJournal(folder) {
    const bytes = await readText(folder, JOURNAL_FILE);
    const end = bytes.lastIndexOf('\n') + 1;
    const lines = [];
    for (let start = 0; start < end;) {
        const next = bytes.indexOf('\n', start);
        const where = `${JOURNAL_FILE}, line ${lines.length + 1}`;
        lines.push(parseAs(JournalLine, bytes.subarray(start, next), folder.id, where));
        start = next + 1;
    }
    return { lines, isCut: end < bytes.length };
}

// EXTERNAL MODULE: ./src/descope/errors.ts
var errors = __webpack_require__(41874);
// EXTERNAL MODULE: ./src/project/sections/identity.ts
var identity = __webpack_require__(80042);
// EXTERNAL MODULE: ./src/project/sections/tenant-sso.ts
var tenant_sso = __webpack_require__(57146);
// EXTERNAL MODULE: ./src/descope/answer.ts
var descope_answer = __webpack_require__(33671);
// EXTERNAL MODULE: ./src/descope/capture/section-calls.ts + 1 modules
var section_calls = __webpack_require__(65965);
;// CONCATENATED MODULE: ./src/descope/object-identity.ts
/** What single objects of a live project are known by: by the service, and by people. */


function object_identity_text(value, key) {
    const found = value[key];
    return typeof found === 'string' && found !== '' ? found : undefined;
}
/** By which the service knows an object. */
function serviceId(section, value) {
    return object_identity_text(value, section === 'flows' ? 'flowId' : 'id');
}
/** Whether a role belongs where the wanted one does: to a tenant, or to the project. */
function isAmongIts({ tenantId }, { tenantKey }, ids) {
    const own = tenantId === '' ? undefined : tenantId;
    return tenantKey === undefined ? own === undefined : own === ids.idOf('tenants', tenantKey);
}
/** Whether an object is called by the natural key of the wanted one. */
function isCalled(section, value, wanted, ids) {
    const name = object_identity_text(value, 'name');
    const { naturalKey } = wanted;
    if (section === 'roles')
        return name === nameInKey(naturalKey) && isAmongIts(value, wanted, ids);
    return name === naturalKey || (name === undefined && object_identity_text(value, 'id') === naturalKey);
}
/**
 * The tenant that an object is, or belongs to, and what it is called within it.
 *
 * @returns undefined for a tenant that has no id yet: nothing of it is there
 */
function readTenant({ id, naturalKey, tenantKey }, ids) {
    const tenantId = ids.idOf('tenants', tenantKey ?? naturalKey);
    if (tenantKey === undefined || naturalKey === tenantKey) {
        return { tenantId: tenantId ?? id, rest: undefined };
    }
    return tenantId === undefined ? undefined : { tenantId, rest: nameInKey(naturalKey) };
}
/** The names that the default configuration of a tenant goes by: by the service, and where it has none. */
const object_identity_DEFAULT_SSO = new Set([
    'default',
    'default_ssoid',
    'ssoId=default_ssoid',
]);
/** Whether what changes.json calls a configuration, `default` or `ssoId=employees`, is meant by a name of it or its id. */
function isSsoNamed(own, name) {
    if (object_identity_DEFAULT_SSO.has(own))
        return object_identity_DEFAULT_SSO.has(name);
    return own === name || own === `ssoId=${name}`;
}
/**
 * Chooses the object that is meant.
 *
 * - where its id is known, by that alone: the service's, else what it is called
 * - else by its natural key; of several the one of the same id
 * - else by the id of the backup, unless an object of another natural key is known to have it
 *
 * @returns undefined when none is meant, and how many when nobody can tell which
 */
function choose(section, candidates, wanted, ids) {
    const hasId = (id) => (value) => serviceId(section, value) === id;
    const known = ids.idOf(section, wanted.naturalKey);
    // Where the service gives no ids, what is called an id is the name.
    if (known !== undefined && candidates.some((one) => serviceId(section, one) !== undefined)) {
        const same = candidates.filter(hasId(known));
        const called = candidates.filter((one) => one['name'] === known);
        return only(same.length > 0 ? same : called);
    }
    const called = candidates.filter((one) => isCalled(section, one, wanted, ids));
    if (called.length > 0) {
        const same = called.filter(hasId(wanted.id));
        return only(same.length > 0 ? same : called);
    }
    const others = candidates.filter(hasId(wanted.id));
    return only(others.filter((one) => {
        const name = object_identity_text(one, 'name');
        return name === undefined || ids.idOf(section, name) !== wanted.id;
    }));
}
function only(found) {
    return found.length > 1 ? found.length : found[0];
}
/** Whether a value is a tenant. */
function isTenant(value) {
    return (0,json_value/* isJsonObject */.OW)(value) && object_identity_text(value, 'id') !== undefined;
}

;// CONCATENATED MODULE: ./src/descope/object-lookups.ts
/** How single objects of each section are looked up: one table, with the calls of a capture wherever these do. */








/** The questions of one look: the same one is asked once, however many objects it is for. */
class Asker {
    client;
    ids;
    #answers = new Map();
    constructor(client, ids) {
        this.client = client;
        this.ids = ids;
    }
    once(question, ask) {
        const known = this.#answers.get(question);
        if (known !== undefined)
            return known;
        const answer = ask();
        this.#answers.set(question, answer);
        return answer;
    }
    call(name, parameters = {}) {
        return this.once(JSON.stringify([name, parameters]), () => this.client.call(name, parameters));
    }
}
const NOTHING_LISTED = { tenants: new Map(), flows: new Map() };
function live(section, value) {
    return { value, id: serviceId(section, value) };
}
/** @param shortage why a list is not whole: then what is not in it may be there all the same */
function chosen(section, candidates, wanted, { ids, shortage: missing }) {
    const found = choose(section, candidates.filter(json_value/* isJsonObject */.OW), wanted, ids);
    if (typeof found === 'number') {
        throw new errors/* SectionError */.KN(`${section}: ${found} objects are called ${JSON.stringify(wanted.naturalKey)}: nobody can tell which is meant`);
    }
    if (found === undefined && missing !== undefined)
        throw new errors/* SectionError */.KN(missing);
    return found && live(section, found);
}
/** @param isToo further statuses by which a call may say that there is nothing of this id */
async function unlessRefused(call, isToo = () => false) {
    try {
        return await call;
    }
    catch (error) {
        if (!(error instanceof errors/* DescopeApiError */.sV) || error instanceof errors/* NotLicensedError */.fk)
            throw error;
        const { status } = error;
        if (status === undefined || status === 401 || status === 403)
            throw error;
        if (isToo(status) || (status >= 400 && status <= 499))
            return error;
        throw error;
    }
}
/** Reads a section as a capture does. */
function readSection(asker, section) {
    const row = section_calls/* READABLE_ROWS */.F.find(({ name }) => name === section);
    if (row === undefined)
        throw new Error(`there is no section ${JSON.stringify(section)}`);
    return asker.once(section, () => (0,section_calls/* readerOf */.T)(row)(asker.client, NOTHING_LISTED));
}
const inList = (section) => async (asker, wanted) => {
    const { value, failure } = await readSection(asker, section);
    const candidates = Array.isArray(value) ? value : [];
    return chosen(section, candidates, wanted, { ids: asker.ids, shortage: failure });
};
const single = (section) => async (asker) => {
    const { value } = await readSection(asker, section);
    return (0,json_value/* isJsonObject */.OW)(value) ? { value, id: undefined } : undefined;
};
async function tenantById(asker, id) {
    const answer = await unlessRefused(asker.call('tenant', { query: { id } }));
    if (answer instanceof errors/* DescopeApiError */.sV)
        return undefined;
    const found = [answer['tenant'], answer].find(isTenant);
    return found?.['id'] === id ? found : undefined;
}
/** One by one while the id is known; the list tells of a natural key, and that there is none. */
const tenant = async (asker, wanted) => {
    const known = asker.ids.idOf('tenants', wanted.naturalKey);
    const one = await tenantById(asker, known ?? wanted.id);
    const isIt = one !== undefined && (known !== undefined || one['name'] === wanted.naturalKey);
    if (isIt)
        return live('tenants', one);
    const list = await asker.call('tenants');
    const tenants = list['tenants'];
    const missing = (0,descope_answer/* shortage */.wD)(list, tenants.length, 'tenants');
    return chosen('tenants', tenants, wanted, { ids: asker.ids, shortage: missing });
};
/** @throws the refusal, unless there is no such tenant */
async function requireNoTenant(asker, id, refusal) {
    if ((await tenantById(asker, id)) !== undefined)
        throw refusal;
    const { tenants } = await asker.call('tenants');
    const isThere = tenants.some((one) => isTenant(one) && one['id'] === id);
    if (isThere)
        throw refusal;
}
const tenantSettings = async (asker, wanted) => {
    const id = asker.ids.idOf('tenants', wanted.naturalKey) ?? wanted.id;
    const value = await unlessRefused(asker.call('tenantSettings', { query: { id } }));
    if (!(value instanceof errors/* DescopeApiError */.sV))
        return { value, id };
    await requireNoTenant(asker, id, value);
    return undefined;
};
/** All configurations of a tenant by their names. A tenant without any is as good as one that is not asked for. */
function allSso(tenantId, all) {
    const value = (0,identity/* keyedEntry */.xx)('tenant-sso', all);
    if ((0,tenant_sso/* isBlankSso */.o)(all))
        return undefined;
    if (!(0,json_value/* isJsonObject */.OW)(value)) {
        const what = `${JSON.stringify(tenantId)}: two SSO configurations have one name`;
        throw new errors/* SectionError */.KN(`${what}: nobody can tell which is meant`);
    }
    return { value, id: tenantId };
}
function oneSso(name, all) {
    const found = [...(0,identity/* objectsWithin */.m2)('tenant-sso', all)];
    const one = found.find(([own]) => isSsoNamed(own, name))?.[1];
    const id = one?.['ssoId'];
    return one && { value: one, id: typeof id === 'string' && id !== '' ? id : undefined };
}
/** All configurations of a tenant, or the one that is named after it. */
const tenantSso = async (asker, wanted) => {
    const within = readTenant(wanted, asker.ids);
    if (within === undefined)
        return undefined;
    const { tenantId, rest } = within;
    const answer = await unlessRefused(asker.call('tenantSso', { query: { tenantId } }));
    if (answer instanceof errors/* DescopeApiError */.sV) {
        await requireNoTenant(asker, tenantId, answer);
        return undefined;
    }
    const all = answer['SSOSettings'];
    const known = asker.ids.idOf('tenant-sso', wanted.naturalKey)?.split('/').at(-1);
    return rest === undefined ? allSso(tenantId, all) : oneSso(known ?? rest, all);
};
/** The list of all roles may leave those of tenants out: one that belongs to a tenant is looked for there first. */
const role = async (asker, wanted) => {
    const within = wanted.tenantKey === undefined ? undefined : readTenant(wanted, asker.ids);
    if (within !== undefined) {
        const body = { tenantIds: [within.tenantId], includeProjectRoles: true };
        const answer = await unlessRefused(asker.call('tenantRoles', { body }));
        const listed = answer instanceof errors/* DescopeApiError */.sV ? [] : answer['roles'];
        const one = chosen('roles', listed, wanted, asker);
        if (one !== undefined)
            return one;
    }
    const { roles } = await asker.call('projectRoles');
    return chosen('roles', roles, wanted, asker);
};
/** An export of a flow that is not there fails as if the server did: the list tells one from the other. */
const flow = async (asker, wanted) => {
    const flowId = asker.ids.idOf('flows', wanted.naturalKey) ?? wanted.id;
    const exported = asker.call('flowExport', { body: { flowId } });
    const answer = await unlessRefused(exported, (status) => status === 500);
    if (!(answer instanceof errors/* DescopeApiError */.sV)) {
        return { value: answer['flow'], id: flowId };
    }
    const list = await asker.call('flowList');
    const flows = list['flows'];
    const missing = (0,descope_answer/* shortage */.wD)(list, flows.length, 'flows');
    if (missing !== undefined)
        throw new errors/* SectionError */.KN(missing);
    const isThere = flows.some((one) => (0,json_value/* isJsonObject */.OW)(one) && one['id'] === flowId);
    if (isThere)
        throw answer;
    return undefined;
};
/** Files that are sent as text; other assets are in base64. */
const object_lookups_TEXT_FILE = /\.(?:txt|html)$/;
/** A file of a snapshot that is no JSON object, by what comparisons know of it. */
function assetValue(path, content) {
    if (typeof content !== 'string')
        return { content };
    return { sha256: (0,checksums/* sha256 */.sc)(object_lookups_TEXT_FILE.test(path) ? content : Buffer.from(content, 'base64')) };
}
/** A file by its path. The empty path stands for all of them: an import needs them together. */
const snapshotFile = async (asker, { id: path }) => {
    const { files } = await asker.call('snapshot');
    if (!(0,json_value/* isJsonObject */.OW)(files))
        return undefined;
    if (path === '')
        return { value: files, id: undefined };
    if (!Object.hasOwn(files, path))
        return undefined;
    const content = files[path];
    return { value: (0,json_value/* isJsonObject */.OW)(content) ? content : assetValue(path, content), id: undefined };
};
/** Of a section that no restore writes: nobody may take it for looked at, and not there. */
const neverLookedAt = (section) => () => Promise.reject(new errors/* SectionError */.KN(`${section}: a restore does not look at its objects`));
const LOOK_UPS = Object.freeze({
    snapshot: snapshotFile,
    flows: flow,
    tenants: tenant,
    'tenant-settings': tenantSettings,
    'tenant-sso': tenantSso,
    roles: role,
    permissions: inList('permissions'),
    'sso-apps': inList('sso-apps'),
    'inbound-apps': inList('inbound-apps'),
    'outbound-apps': inList('outbound-apps'),
    'access-keys': inList('access-keys'),
    'jwt-templates': inList('jwt-templates'),
    lists: inList('lists'),
    'password-settings': single('password-settings'),
    'fga-schema': single('fga-schema'),
    theme: single('theme'),
    'user-attributes': inList('user-attributes'),
    'mcp-servers': neverLookedAt('mcp-servers'),
    widgets: neverLookedAt('widgets'),
    localization: neverLookedAt('localization'),
    'scope-claim-mapping': neverLookedAt('scope-claim-mapping'),
    'tenant-password-settings': neverLookedAt('tenant-password-settings'),
    'scim-keys': neverLookedAt('scim-keys'),
    'xaa-settings': neverLookedAt('xaa-settings'),
});

;// CONCATENATED MODULE: ./src/descope/object-reader.ts


function object_reader_isSection(name) {
    return Object.hasOwn(LOOK_UPS, name);
}
/** Whether no other read will be answered either. */
function endsAll(error) {
    if (error instanceof errors/* NotLicensedError */.fk || error instanceof errors/* BudgetError */.Wp)
        return true;
    return error instanceof errors/* DescopeApiError */.sV && (error.status === 401 || error.status === 403);
}
/**
 * Reads objects by the ids that are known, else by their natural keys. What one answer tells of several is asked once.
 *
 * @param ids which objects have now
 * @throws Error for a section that has no objects
 */
async function readObjects(client, wanted, ids) {
    const asker = new Asker(client, ids);
    const objects = [];
    try {
        for (const one of wanted) {
            if (!object_reader_isSection(one.section)) {
                throw new Error(`there is no way to look up an object of ${JSON.stringify(one.section)}`);
            }
            objects.push(await LOOK_UPS[one.section](asker, one));
        }
    }
    catch (error) {
        if (error instanceof errors/* SectionError */.KN) {
            return { kind: endsAll(error) ? 'stop' : 'failed', reason: error.message };
        }
        const { stopReason } = client.session;
        if (stopReason !== undefined)
            return { kind: 'stop', reason: stopReason };
        if (client.session.cancelSignal.aborted) {
            return { kind: 'stop', reason: 'the run was cancelled' };
        }
        throw error;
    }
    return { kind: 'read', objects };
}

;// CONCATENATED MODULE: ./src/services/restore/planned-write.ts
/** The same text for the same object. */
function refText({ section, id }) {
    return `${section}/${id}`;
}

;// CONCATENATED MODULE: ./src/services/restore/snapshot-write.ts
/** The one import that writes all files of a snapshot that change: over what live exports at that moment. */



/** All files of live, as one object of paths: an import needs them together. */
const WHOLE_SNAPSHOT = { section: 'snapshot', id: '', naturalKey: '' };
/** The folder of the files that an index lists, and what it calls each. */
function listedName(index, path) {
    const folder = index.slice(0, index.lastIndexOf('/') + 1);
    if (!path.startsWith(folder) || path === index)
        return undefined;
    const rest = path.slice(folder.length);
    if (/^(?:widgets\/)?flows\//.test(folder))
        return rest.split('/', 1)[0];
    return folder === 'assets/' ? rest : rest.replace(/\.json$/, '');
}
/** An index with the names of files that were added, as the backup's own index lists them. */
function withNames(index, now, saved, added) {
    if (!(0,json_value/* isJsonObject */.OW)(now) || !(0,json_value/* isJsonObject */.OW)(saved))
        return now;
    const names = new Set(added.map((path) => listedName(index, path)));
    const result = {};
    for (const [key, child] of Object.entries(now))
        (0,json_value/* setOwn */.P5)(result, key, child);
    for (const [key, child] of Object.entries(saved)) {
        if (!Array.isArray(child))
            continue;
        const there = Array.isArray(now[key]) ? now[key] : [];
        const wanted = child.filter((one) => typeof one === 'string' && names.has(one) && !there.includes(one));
        if (wanted.length > 0)
            (0,json_value/* setOwn */.P5)(result, key, [...there, ...wanted]);
    }
    return result;
}
/** What is imported: live's files, the changed ones in place of theirs, and indexes that know what was added. */
function filesOf(parts, saved, context) {
    const live = context.live(WHOLE_SNAPSHOT);
    if (live === undefined)
        throw new Error('the snapshot of the project could not be read');
    const files = {};
    for (const [path, content] of Object.entries(live))
        (0,json_value/* setOwn */.P5)(files, path, content);
    const added = [];
    for (const part of parts) {
        const [ref] = part.objects;
        if (ref === undefined)
            continue;
        const path = ref.id;
        const hasFile = Object.hasOwn(live, path);
        if (!hasFile)
            added.push(path);
        const { body } = part.request({
            ...context,
            live: () => (hasFile ? fileObject(live[path]) : undefined),
        });
        if (body !== undefined)
            (0,json_value/* setOwn */.P5)(files, path, fileContent(body));
    }
    for (const [path, content] of saved.indexFiles) {
        if (!isIndexFile(path) || path === 'snapshot.json')
            continue;
        const now = Object.hasOwn(files, path) ? files[path] : {};
        const next = withNames(path, now, content, added);
        if (next !== now)
            (0,json_value/* setOwn */.P5)(files, path, next);
    }
    return files;
}
/** Whether a file that is imported writes an object of another section as well. */
function isShared({ objects }, paths) {
    return objects.some(({ section }) => SHARED.some(([file, other]) => other === section && paths.some((path) => file.test(path))));
}
function merged(maps) {
    return new Map(maps.flatMap((map) => [...map]));
}
/**
 * Makes one import of all files that are planned, in place of each. What such a file writes beside it, such as the attributes of users,
 * goes along and has no write of its own.
 */
function joinSnapshotWrites(writes, saved) {
    const files = writes.filter(({ call }) => call === 'snapshotImport');
    const [first] = files;
    if (first === undefined)
        return [...writes];
    const paths = files.flatMap(({ objects }) => objects.map(({ id }) => id));
    const along = writes.filter((write) => write.action !== 'delete' && isShared(write, paths));
    const parts = [...files].sort((a, b) => (refOf(a) < refOf(b) ? -1 : 1));
    const all = [...parts, ...along];
    const joined = {
        ...first,
        objects: all.flatMap(({ objects }) => objects),
        action: 'update',
        before: merged(all.map(({ before }) => before)),
        after: merged(all.map(({ after }) => after)),
        dependsOn: [
            ...new Map(all
                .flatMap(({ dependsOn }) => dependsOn)
                .filter((ref) => !all.some(({ objects }) => objects.some((one) => refText(one) === refText(ref))))
                .map((ref) => [refText(ref), ref])).values(),
        ],
        doubt: 'repeat',
        reads: [WHOLE_SNAPSHOT],
        request: (context) => ({ body: { files: filesOf(parts, saved, context) } }),
    };
    const replaced = new Set(all);
    return [...writes.filter((write) => !replaced.has(write)), joined];
}
function refOf({ objects }) {
    const [ref] = objects;
    return ref === undefined ? '' : refText(ref);
}

;// CONCATENATED MODULE: ./src/runs/restore/count-users.ts


const USERS_A_PAGE = 100;
/** Of more users nobody waits for the end: they are not counted. */
const MAX_PAGES = 50;
function listOf(value) {
    return Array.isArray(value) ? value : [];
}
/** Whether a user has it. One of whom the answer does not tell counts: it was found by the filter. */
function isHolder(user, { tenantId, role }) {
    if (!(0,json_value/* isJsonObject */.OW)(user) || !Array.isArray(user['userTenants']))
        return true;
    const tenants = listOf(user['userTenants']).filter(json_value/* isJsonObject */.OW);
    const own = tenants.filter((one) => tenantId === undefined || one['tenantId'] === tenantId);
    if (role === undefined)
        return own.length > 0;
    const holders = tenantId === undefined ? [user, ...own] : own;
    return holders.some(({ roleNames }) => !Array.isArray(roleNames) || listOf(roleNames).includes(role));
}
function queryOf({ tenantId, role }) {
    if (tenantId === undefined)
        return { roleNames: [role ?? ''] };
    if (role === undefined)
        return { tenantIds: [tenantId] };
    return { tenantIds: [tenantId], tenantRoleNames: { [tenantId]: { values: [role] } } };
}
/**
 * Counts users. Each that is answered is looked at: a filter that the service does not know must not make everybody a holder, nor
 * hide one.
 *
 * @returns undefined when they cannot be counted
 * @throws BudgetError; what cancels the run
 */
async function countHolders(client, holding) {
    let holders = 0;
    let seen = 0;
    try {
        for (let page = 0; page < MAX_PAGES; page++) {
            const body = { ...queryOf(holding), limit: USERS_A_PAGE, page };
            const { users, total } = await client.call('userSearch', { body });
            const found = listOf(users);
            const ours = found.filter((user) => isHolder(user, holding)).length;
            seen += found.length;
            holders += ours;
            const said = typeof total === 'number' || typeof total === 'string' ? Number(total) : NaN;
            // The filter is kept: what it says of all is true of all.
            if (page === 0 && ours > 0 && ours === found.length && said > ours)
                return said;
            if (found.length === 0 || (found.length < USERS_A_PAGE && !(said > seen))) {
                return said > seen ? undefined : holders;
            }
        }
        return holders > 0 ? holders : undefined;
    }
    catch (error) {
        if (error instanceof errors/* BudgetError */.Wp || !(error instanceof errors/* SectionError */.KN))
            throw error;
        return undefined;
    }
}

;// CONCATENATED MODULE: ./src/runs/restore/ask-service.ts







/** A refusal of what was asked, not of the one who asks: nothing else would be answered either. */
function isRefusal(error) {
    if (!(error instanceof errors/* DescopeApiError */.sV) || error.status === undefined)
        return false;
    return error.status >= 400 && error.status <= 499 && error.status !== 401;
}
function ask_service_textsOf(value) {
    if (!Array.isArray(value))
        return [];
    return value.filter((one) => typeof one === 'string');
}
/** What saving a schema would delete. @throws SectionError when nobody can tell */
async function fgaDryRun(dsl, client) {
    try {
        const { deletesPreview } = await client.call('fgaDryRun', { body: { dsl } });
        const preview = (0,json_value/* isJsonObject */.OW)(deletesPreview) ? deletesPreview : {};
        const deletes = [...ask_service_textsOf(preview['types']), ...ask_service_textsOf(preview['relations'])];
        // It says that something goes, and not what.
        const isUntold = deletes.length === 0 && preview['hasDeletes'] === true;
        return {
            kind: 'ok',
            deletes: isUntold ? ['types or relations that it does not name'] : deletes,
        };
    }
    catch (error) {
        if (!isRefusal(error))
            throw error;
        return { kind: 'refused', text: error.message };
    }
}
/** A secret that an import lacks, in words: never its value. */
function missingInWords(kind, entry) {
    if (!(0,json_value/* isJsonObject */.OW)(entry))
        return kind;
    const { name, id, type } = entry;
    const called = [name, id].find((one) => typeof one === 'string' && one !== '');
    const what = typeof type === 'string' && type !== '' ? ` (${type})` : '';
    return `${kind}: ${JSON.stringify(called ?? '')}${what}`;
}
function validationOf(answer) {
    const failures = ask_service_textsOf(answer['failures']);
    const lists = (0,json_value/* isJsonObject */.OW)(answer['missingSecrets']) ? answer['missingSecrets'] : {};
    const missingSecrets = Object.entries(lists).flatMap(([kind, list]) => Array.isArray(list)
        ? list.map((entry) => missingInWords(kind, entry))
        : []);
    const isUntold = answer['ok'] === false && failures.length + missingSecrets.length === 0;
    return {
        failures: isUntold ? ['the service does not say why'] : failures,
        missingSecrets,
    };
}
/** All files of the live project as they are, secrets too: in memory alone. @throws SectionError */
async function wholeSnapshot(ids, client) {
    const read = await readObjects(client, [WHOLE_SNAPSHOT], ids);
    if (read.kind !== 'read') {
        client.session.cancelSignal.throwIfAborted();
        throw new errors/* SectionError */.KN(`the snapshot of the project could not be read: ${read.reason}`);
    }
    return read.objects[0]?.value;
}
/** The import as it would be sent now; undefined where it refers to what this restore creates first. */
function importBody(write, live, ids, { secrets, reporter }) {
    try {
        const { body } = write.request({
            live: ({ section, id }) => (section === 'snapshot' && id === '' ? live : undefined),
            ids,
            secrets,
        });
        return body;
    }
    catch (error) {
        const { message } = error;
        reporter.warning({
            named: `the import of the snapshot could not be validated yet: ${message}. The service judges it when it is sent`,
            unnamed: 'the import of the snapshot could not be validated yet. The service judges it when it is sent',
        });
        return undefined;
    }
}
async function snapshotValidation(write, ids, context) {
    const { client } = context;
    const body = importBody(write, await wholeSnapshot(ids, client), ids, context);
    if (body === undefined)
        return undefined;
    try {
        return validationOf(await client.call('snapshotValidate', { body }));
    }
    catch (error) {
        if (!isRefusal(error))
            throw error;
        return { failures: [error.message], missingSecrets: [] };
    }
}
function tenantIds({ sections }) {
    const tenants = sections.get('tenants');
    return tenants && [...tenants.values()].map(({ apiId }) => apiId);
}
/** How many users have a tenant or a role; undefined where they cannot be counted. */
async function usersOf({ section, tenantId, apiId, value }, { client, live }) {
    if (section === 'tenants')
        return countHolders(client, { tenantId: apiId, role: undefined });
    const { name } = value;
    const tenants = tenantId === undefined || tenantId === '' ? tenantIds(live) : [tenantId];
    if (typeof name !== 'string' || tenants === undefined)
        return undefined;
    let count = 0;
    for (const one of tenantId ? tenants : [undefined, ...tenants]) {
        const found = await countHolders(client, { tenantId: one, role: name });
        if (found === undefined)
            return undefined;
        // One is enough to know that it is not free: who is counted twice is told as often.
        count += found;
        if (count > 0)
            break;
    }
    return count;
}
async function userCounts(refs, context) {
    const counts = new Map();
    for (const ref of refs) {
        const object = objectOf(context.live, ref.section, ref.id);
        counts.set(refText(ref), object && (await usersOf(object, context)));
    }
    return counts;
}
/**
 * Asks what a plan needs to know.
 *
 * @param result of the plan without the service's word
 * @throws SectionError when a question was not answered; what cancels the run
 */
async function askService({ needs, ids }, context) {
    const { client } = context;
    const dryRun = needs.fgaDryRun === undefined ? undefined : await fgaDryRun(needs.fgaDryRun, client);
    const validation = needs.snapshotImport === undefined
        ? undefined
        : await snapshotValidation(needs.snapshotImport, ids, context);
    return {
        ...(dryRun && { fgaDryRun: dryRun }),
        ...(validation && { snapshotValidation: validation }),
        userCounts: await userCounts(needs.userCounts, context),
    };
}

;// CONCATENATED MODULE: ./src/services/restore/scope.ts
/** What a restore is about: `only`, `delete` and `accept-user-loss`, read and checked. */



/** An input that cannot be understood, or names what is not there. */
class scope_ScopeError extends Error {
    name = 'ScopeError';
}
/** Entries are separated by line breaks or commas. */
function scope_entriesOf(text) {
    return text
        .split(/[\n\r,]/)
        .map((entry) => entry.trim())
        .filter((entry) => entry !== '');
}
/** An id as it is meant: with its percent-encoding decoded, or as it stands where it has none. */
function idsOf(text) {
    try {
        const decoded = decodeURIComponent(text);
        return decoded === text ? [text] : [decoded, text];
    }
    catch {
        return [text];
    }
}
/** The way to write an id in these inputs. */
function encodeId(id) {
    return id.replace(/[%,\p{Cc}]|^\s|\s$/gu, (sign) => encodeURIComponent(sign));
}
function parseSelector(input, entry) {
    const [, tenant] = /^tenants\/(.+)\/\*\*$/.exec(entry) ?? [];
    if (tenant !== undefined)
        return { kind: 'tenant', ids: idsOf(tenant) };
    const slash = entry.indexOf('/');
    const section = slash === -1 ? entry : entry.slice(0, slash);
    if (!isSection(section)) {
        throw new scope_ScopeError(`${input}: ${JSON.stringify(entry)} names no section of a project; the sections are ${SECTIONS.join(', ')}`);
    }
    const row = RESTORE_ROWS[section];
    // A plan without any of it would say that there is nothing to do.
    if (!isRestorable(row)) {
        throw new scope_ScopeError(`${input}: ${JSON.stringify(entry)} cannot be restored: ${row.reason}; put it back by hand from the backup's resources/${section}.json`);
    }
    const id = slash === -1 ? '' : entry.slice(slash + 1);
    if (id === '')
        return { kind: 'section', section };
    return { kind: 'object', section, ids: idsOf(id) };
}
function textOfSelector(selector) {
    if (selector.kind === 'section')
        return selector.section;
    const [id] = selector.ids;
    if (selector.kind === 'tenant')
        return `tenants/${encodeId(id)}/**`;
    return `${selector.section}/${encodeId(id)}`;
}
/** @throws ScopeError */
function scope_parseChoice(only) {
    const entries = scope_entriesOf(only);
    if (entries.length === 0 || entries.includes('all'))
        return { isAll: true, selectors: [], texts: [] };
    const selectors = entries.map((entry) => parseSelector('only', entry));
    return { isAll: false, selectors, texts: [...new Set(selectors.map(textOfSelector))].sort() };
}
/**
 * A list of objects, each named.
 *
 * @throws ScopeError for a section, a tree, or what is neither
 */
function parseObjectList(input, text) {
    return scope_entriesOf(text).map((entry) => {
        const selector = parseSelector(input, entry);
        if (selector.kind !== 'object' || entry.includes('*')) {
            throw new scope_ScopeError(`${input}: ${JSON.stringify(entry)} is no object: name each one as <section>/<id>`);
        }
        return selector;
    });
}
function isOf(selector, { section, id, tenantId }) {
    if (selector.kind === 'section')
        return section === selector.section;
    const { ids } = selector;
    if (selector.kind === 'tenant') {
        return section === 'tenants'
            ? ids.includes(id)
            : tenantId !== undefined && ids.includes(tenantId);
    }
    if (section !== selector.section)
        return false;
    // All configurations of a tenant are named by its id.
    return ids.includes(id) || (section === 'tenant-sso' && ids.includes(tenantId ?? ''));
}
function hasAny(selector, side) {
    for (const objects of side.sections.values()) {
        for (const object of objects.values())
            if (isOf(selector, object))
                return true;
    }
    return false;
}
/** @throws ScopeError for what the backup did not save, and for an object that it does not have */
function checkSelector(selector, saved) {
    const section = selector.kind === 'tenant' ? 'tenants' : selector.section;
    const status = saved.statuses.get(section);
    if (!saved.sections.has(section)) {
        const why = status === undefined
            ? 'not asked for'
            : `${status.status}${status.note && `: ${status.note}`}`;
        throw new scope_ScopeError(`only: the backup has no section ${section} (${why})`);
    }
    if (selector.kind !== 'section' && !hasAny(selector, saved)) {
        throw new scope_ScopeError(`only: the backup has no ${textOfSelector(selector)}; list what it has with the command show`);
    }
}
/**
 * Whether an object of the backup is chosen.
 *
 * @throws ScopeError where the choice names what the backup lacks
 */
function chooser({ isAll, selectors }, saved) {
    for (const selector of selectors)
        checkSelector(selector, saved);
    return (object) => isAll || selectors.some((selector) => isOf(selector, object));
}
/** Whether an object is named as itself or by its section, not by `all` alone. */
function isNamed({ selectors }, object) {
    return selectors.some((selector) => isOf(selector, object));
}
/** The object of a list that a selector names; undefined where there is none. */
function findNamed({ section, ids }, objects) {
    const ofSection = [...objects].filter((object) => object.section === section);
    for (const id of ids) {
        const found = ofSection.find((object) => object.id === id);
        if (found !== undefined)
            return found;
    }
    return undefined;
}
/** What belongs to a tenant. */
const scope_OF_TENANT = ['tenants', 'tenant-settings', 'tenant-sso', 'roles', 'outbound-apps'];
/** Sections of which live must be known to plan some others: what these refer to, and the tenants that they belong to. */
const REFERRED = {
    roles: ['permissions', 'tenants'],
    tenants: ['roles', 'sso-apps'],
    'tenant-settings': ['tenants'],
    'tenant-sso': ['tenants', 'roles'],
    'sso-apps': ['roles'],
    'inbound-apps': ['outbound-apps', 'jwt-templates', 'tenants', 'user-attributes'],
    'outbound-apps': ['tenants'],
    'access-keys': ['roles', 'tenants'],
    'user-attributes': ['permissions'],
    flows: ['roles', 'user-attributes', 'snapshot'],
    theme: ['roles', 'snapshot'],
};
/** Whether a tenant of the backup enforces SSO: before it is told to, its configurations are looked at. */
function enforcesSso({ sections }) {
    return [...(sections.get('tenants')?.values() ?? [])].some(({ value }) => value['enforceSSO'] === true);
}
/** The sections that must be read of the live project for a choice: those that are concerned, and what they refer to. */
function sectionsToRead(choice, deletes, saved) {
    const concerned = new Set(choice.isAll ? saved.sections.keys() : []);
    for (const selector of [...choice.selectors, ...deletes]) {
        const named = selector.kind === 'tenant' ? scope_OF_TENANT : [selector.section];
        for (const section of named)
            concerned.add(section);
    }
    const wanted = new Set(concerned);
    for (const section of concerned) {
        for (const other of REFERRED[section] ?? [])
            if (saved.sections.has(other))
                wanted.add(other);
    }
    if (concerned.has('tenants') && enforcesSso(saved))
        wanted.add('tenant-sso');
    // What no call writes is not looked at.
    return sections/* SECTIONS */.bP.filter((section) => wanted.has(section) && rowOf(section) !== undefined);
}

// EXTERNAL MODULE: ./src/project/noise.ts
var noise = __webpack_require__(23439);
// EXTERNAL MODULE: ./src/project/secrets/free-form.ts
var free_form = __webpack_require__(72196);
;// CONCATENATED MODULE: ./src/project/restore/canonical.ts
/** The canonical form of an object: references by natural key, nothing that the service makes; and the way back. */










/** In front of an id that leads to no object that is known: of a user, of a style, or of one that is gone. */
const UNKNOWN = '\u0000id\u0000';
function isUnknown(text) {
    return text.startsWith(UNKNOWN);
}
/** The key by which a section calls what a reference names. */
function keyOfName(ids, { section, text, tenant }, tenantKey) {
    if (section !== 'roles')
        return ids.canonical(section, text);
    if (tenant !== undefined && tenantKey !== undefined) {
        const owned = ids.canonical(section, ownedKey(tenantKey, text));
        if (ids.has(section, owned))
            return owned;
    }
    return ids.canonical(section, ownedKey(undefined, text));
}
/** From the ids and names of one project to natural keys, and names as the backup has them. */
function toKeys(ids) {
    return (reference) => {
        const { section, by, text, tenant } = reference;
        if (by === 'id')
            return ids.keyOf(section, text) ?? `${UNKNOWN}${text}`;
        const tenantKey = tenant === undefined ? undefined : ids.keyOf('tenants', tenant);
        const key = keyOfName(ids, reference, tenantKey);
        return section === 'roles' ? nameInKey(key) : key;
    };
}
/** An object of a project in canonical form; holes stay. @param owner id of the tenant that it is or belongs to */
function toCanonical(row, value, ids, owner) {
    return row.references(row.strip(value), toKeys(ids), owner);
}
/**
 * What a canonical value refers to; not what is unknown on its own side too.
 *
 * @param hasRole whether a role of this key is anywhere: one of a tenant goes before one of the project
 */
function dependenciesOf(row, value, tenantKey, hasRole) {
    const found = new Map();
    const add = (section, naturalKey) => {
        found.set(JSON.stringify([section, naturalKey]), { section, naturalKey });
    };
    row.references(value, (reference) => {
        const { section, by, text, tenant } = reference;
        if (isUnknown(text))
            return text;
        if (by === 'id' || section !== 'roles')
            add(section, text);
        else {
            const owned = tenant === undefined ? undefined : ownedKey(tenant, text);
            add(section, owned !== undefined && hasRole(owned) ? owned : ownedKey(undefined, text));
        }
        return text;
    }, tenantKey);
    return [...found.values()];
}
/**
 * A canonical value with the ids of the live project.
 *
 * @param unknown what stands for a reference without an object there
 * @throws what `unknown` throws
 */
function toLive(row, value, ids, unknown) {
    return row.references(value, (reference) => {
        const { section, by, text } = reference;
        if (isUnknown(text))
            return text.slice(UNKNOWN.length);
        if (by === 'name')
            return text;
        return ids.idOf(section, text) ?? unknown(reference);
    }, undefined);
}
/** Where zero and nothing differ: what customers fill as they like. */
const FREE = new Set([
    'customAttributes',
    'custom_attributes',
    'customClaims',
    'contents',
    'data',
    'template',
    'styles',
]);
function isEmpty(value) {
    return (value === null ||
        value === '' ||
        (typeof value === 'object' && (0,json_value/* isBlank */.z3)(value) && Object.keys(value).length === 0));
}
/** Without members that say nothing: to the service, which keeps protocol buffers, zero and nothing are the same. */
function withoutBlanks(value) {
    if (Array.isArray(value))
        return value.map(withoutBlanks);
    if (!(0,json_value/* isJsonObject */.OW)(value))
        return value;
    const result = {};
    for (const [key, child] of Object.entries(value)) {
        if (FREE.has(key)) {
            if (!isEmpty(child))
                (0,json_value/* setOwn */.P5)(result, key, child);
            continue;
        }
        const kept = withoutBlanks(child);
        if (!(0,json_value/* isBlank */.z3)(kept))
            (0,json_value/* setOwn */.P5)(result, key, kept);
    }
    return result;
}
/** A value without noise and without secrets, as it is compared and shown. */
function withoutNoiseAndSecrets(section, id, value) {
    const isSnapshot = section === 'snapshot';
    const plain = isSnapshot ? comparableFile(id, withoutHoles(value)) : withoutHoles(value);
    const quiet = isSnapshot ? noise/* NEWEST_NOISE */.G3.snapshotFile(id, plain) : noise/* NEWEST_NOISE */.G3.object(plain);
    const place = isSnapshot ? `snapshot/${id}` : section;
    // Nothing but the secrets of a run is looked for there, and those are withheld already.
    if ((0,free_form/* isFreePlace */.gi)(place))
        return quiet;
    return (0,withhold/* withholdSecrets */.RK)(quiet, { mark: isSnapshot ? '' : withhold/* WITHHELD_MARK */.Uy, place })
        .value;
}
/** As {@link withoutNoiseAndSecrets}, and without what says nothing to the service: by this two values are the same. */
function comparableValue(section, id, canonical) {
    const value = withoutNoiseAndSecrets(section, id, canonical);
    return rowOf(section)?.hasBlanks === true ? withoutBlanks(value) : value;
}
/** SHA-256 of {@link comparableValue} as canonical JSON, in hexadecimal. */
function comparableHash(section, id, canonical) {
    return (0,checksums/* sha256 */.sc)((0,write/* canonicalJson */.dj)(comparableValue(section, id, canonical)));
}
/** The tenant that a value is, or says that it belongs to. */
function ownerOf(section, value) {
    const { id, tenantId, tenant } = value;
    if (section === 'tenants')
        return typeof id === 'string' ? id : undefined;
    if ((0,json_value/* isJsonObject */.OW)(tenant) && typeof tenant['id'] === 'string')
        return tenant['id'];
    return typeof tenantId === 'string' ? tenantId : undefined;
}
/**
 * Compares objects of the live project as they are read.
 *
 * @param ids of the live project, by the natural keys of the backup
 * @returns a function of a section, a raw value, and of a file of a snapshot its path
 */
function makeComparable(ids) {
    return (section, value, id = '') => {
        const row = rowOf(section);
        if (row === undefined)
            throw new Error(`a restore knows no section ${JSON.stringify(section)}`);
        const canonical = toCanonical(row, value, ids, ownerOf(section, value));
        return (0,write/* canonicalJson */.dj)(comparableValue(section, id, canonical));
    };
}

;// CONCATENATED MODULE: ./src/services/restore/arming.ts
/** A tenant enforces SSO only when it has some: or nobody could sign in any more. */



function arming_isWritten({ action }) {
    return action === 'create' || action === 'update';
}
function enforces({ parts, live, match }) {
    if (match.ref.section !== 'tenants' || live?.['enforceSSO'] === true)
        return false;
    return parts.some(({ part }) => part.patch['enforceSSO'] === true);
}
function configurationsOf({ match }, drafts) {
    return drafts.ssoOf(match.ref.naturalKey);
}
/** Whether the project has SSO of a tenant already. */
function hasSso({ match }, drafts) {
    const { matching, live } = drafts.context;
    if (!live.sections.has('tenant-sso'))
        return false;
    return (drafts.ssoOf(match.ref.naturalKey).some((one) => one.live !== undefined) ||
        matching.liveOnly.some(({ ref }) => ref.section === 'tenant-sso' && ref.tenantKey === match.ref.naturalKey));
}
/** Where its SSO was not read, nobody knows whether it has some: it is not told to enforce any. */
const NOT_READ = 'whether it has any could not be read';
/** Adds the SSO of tenants that are to enforce it and have none. */
function addSsoOfEnforcing(drafts) {
    for (const draft of drafts.all) {
        if (!arming_isWritten(draft) || !enforces(draft) || hasSso(draft, drafts))
            continue;
        for (const match of configurationsOf(draft, drafts)) {
            if (drafts.of(match) !== undefined)
                continue;
            drafts.add(match).becauseOf = draft.becauseOf ?? refText(draft.match.ref);
        }
    }
}
/** Takes the switch out of a draft; a part that then changes nothing goes. */
function disarm(draft, reason) {
    const { ref } = draft.match;
    const hash = (value) => comparableHash(ref.section, ref.id, value);
    const off = { enforceSSO: draft.live?.['enforceSSO'] ?? false };
    let before = draft.liveHash;
    const rest = [];
    for (const one of draft.parts) {
        const isSwitch = one.part.patch['enforceSSO'] === true;
        const patch = isSwitch ? without(one.part.patch, ['enforceSSO']) : one.part.patch;
        const after = overlay(one.after, off);
        const now = hash(after);
        if (isSwitch && now === before)
            continue;
        rest.push({ ...one, part: { ...one.part, patch }, after });
        before = now;
    }
    if (rest.length === 0) {
        draft.action = 'blocked';
        draft.reason = reason;
        return;
    }
    draft.parts = rest;
    draft.target = rest.at(-1)?.after ?? draft.target;
    draft.targetHash = hash(draft.target);
    draft.loses = [...draft.loses, `it does not enforce SSO: ${reason}`];
}
/** Lets tenants enforce SSO after their configurations, and those that will have none not at all. */
function armTenants(drafts) {
    for (const draft of drafts.all) {
        if (!arming_isWritten(draft) || !enforces(draft) || hasSso(draft, drafts))
            continue;
        const saved = configurationsOf(draft, drafts);
        const ready = saved.filter((match) => {
            const other = drafts.of(match);
            return other !== undefined && arming_isWritten(other);
        });
        if (ready.length === 0) {
            const isRead = drafts.context.live.sections.has('tenant-sso');
            const names = saved.map(({ ref }) => refText(ref)).join(', ');
            const lacks = saved.length === 0
                ? 'neither the project nor the backup has SSO of it'
                : `the project lacks ${names}, which this plan does not restore`;
            disarm(draft, isRead ? lacks : NOT_READ);
            continue;
        }
        const needed = ready.map(({ ref: { section, naturalKey } }) => ({ section, naturalKey }));
        draft.parts = draft.parts.map((one) => one.part.patch['enforceSSO'] === true
            ? { ...one, dependencies: [...one.dependencies, ...needed] }
            : one);
    }
}

// EXTERNAL MODULE: ./src/project/secrets/names.ts
var names = __webpack_require__(97247);
;// CONCATENATED MODULE: ./src/project/restore/fill.ts
/** The body of a write: holes filled with secrets that are known, and nothing that stands for one. */







/** Whether live shows a secret: itself, or a hole where its capture withheld one. */
function isShown(value) {
    return typeof value === 'string' && value !== '' && value !== withhold/* WITHHELD_MARK */.Uy;
}
function withoutSecrets(value) {
    return (0,write/* canonicalJson */.dj)((0,withhold/* withholdSecrets */.RK)(withoutHoles(value), { mark: withhold/* WITHHELD_MARK */.Uy }).value);
}
/**
 * What live shows at the place of a hole. An entry of a list must be the same one, secrets apart: or the secret of another entry
 * would be taken for it.
 *
 * @param wanted the value that has the hole
 */
function shownAt(wanted, live, { path, text }) {
    for (const [index, step] of path.entries()) {
        if (typeof step !== 'number')
            continue;
        const to = path.slice(0, index + 1);
        const [entry, other] = [valueAt(wanted, to), valueAt(live, to)];
        if (entry === undefined || other === undefined)
            return undefined;
        if (withoutSecrets(entry) !== withoutSecrets(other))
            return undefined;
    }
    const shown = valueAt(live, path);
    if (live === undefined || !isShown(shown))
        return undefined;
    // Of a text that is a secret in part, the rest must be as it was: or what is live would pass for what was saved.
    const isAll = text === '' || text === withhold/* WITHHELD_MARK */.Uy;
    return isAll || isRestSame(live, path, text) ? shown : undefined;
}
function isRestSame(live, path, text) {
    const shown = valueAt(live, path);
    const hole = readHole(shown);
    if (hole !== undefined)
        return hole.text === text;
    return [withhold/* WITHHELD_MARK */.Uy, ''].some((mark) => valueAt((0,withhold/* withholdSecrets */.RK)(withoutHoles(live), { mark }).value, path) === text);
}
/** A value with what live shows in its holes: as it will be read. */
function settled(wanted, live, supplied) {
    if (live === undefined)
        return wanted;
    return mapTexts(wanted, (text, path) => {
        const hole = readHole(text);
        if (hole === undefined || supplied.has(hole.place))
            return text;
        return shownAt(wanted, live, { path, text: hole.text }) ?? text;
    });
}
/**
 * A value with what goes into its holes.
 *
 * @param live the object as it is now, with its secrets
 * @throws Error for a hole that nothing fills
 */
function fillHoles(wanted, live, secrets, isKeptBlank) {
    return mapTexts(wanted, (text, path) => {
        const hole = readHole(text);
        if (hole === undefined)
            return text;
        const filled = secrets.get(hole.place) ?? shownAt(wanted, live, { path, text: hole.text });
        if (filled !== undefined && readHole(filled) === undefined)
            return filled;
        if (isKeptBlank(hole))
            return '';
        throw new Error(`no secret is known for ${hole.place}: supply it with the input secrets`);
    });
}
function setAt(value, [step, ...rest], child) {
    if (step === undefined)
        return value;
    const below = value[step];
    const inner = rest.length === 0 ? child : setAt((0,json_value/* isJsonObject */.OW)(below) ? below : {}, rest, child);
    return overlay(value, { [step]: inner });
}
/** Puts in the secrets that the service never shows, where they were supplied or are shown after all. */
function addHiddenSecrets(value, raw, hidden, supplied) {
    return hidden.reduce((now, { path }) => {
        const shown = valueAt(raw, path);
        const secret = supplied(path) ??
            (isShown(shown) && readHole(shown) === undefined ? shown : undefined);
        return secret === undefined ? now : setAt(now, path, secret);
    }, value);
}
/** Without members that are named as a secret and empty: to write one could clear what is stored. */
function withoutEmptySecrets(value, place) {
    if (Array.isArray(value)) {
        return value.map((one) => withoutEmptySecrets(one, place));
    }
    if (!(0,json_value/* isJsonObject */.OW)(value) || free_form/* FREE_FORMS */.T2.isFreePlace(place))
        return value;
    const result = {};
    for (const [key, child] of Object.entries(value)) {
        if (free_form/* FREE_FORMS */.T2.isFreeKey(key, place))
            (0,json_value/* setOwn */.P5)(result, key, child);
        else if (child !== '' || !(0,names/* isSecretName */.eh)(key))
            (0,json_value/* setOwn */.P5)(result, key, withoutEmptySecrets(child, place));
    }
    return result;
}
/**
 * The last look at a body.
 *
 * @throws Error where it still has a hole or the mark of a withheld secret
 */
function requireFilled(body, what) {
    mapTexts(body, (text, path) => {
        if (isUnfilled(text)) {
            throw new Error(`${what}: a withheld secret would be written as its placeholder at /${path.join('/')}: nothing was sent`);
        }
        return text;
    });
}

;// CONCATENATED MODULE: ./src/services/restore/draft.ts
/** What becomes of one object of the backup, looked at by itself. */









/** Whether a write can be planned at all. */
function isPossible({ action }) {
    return action === 'create' || action === 'update' || action === 'identical';
}
/** The saved object as it is wanted in the project, in canonical form. */
function wantedOf({ saved, ref }, row, context) {
    const owner = ref.section === 'tenants' ? saved.apiId : saved.tenantId;
    const canonical = toCanonical(row, saved.value, context.matching.savedIds, owner);
    const isBound = context.isOtherProject && (ref.section !== 'snapshot' || ref.id === 'project.json');
    return isBound ? without(canonical, row.projectBound) : canonical;
}
function liveOf({ live, ref }, row, { matching }) {
    if (live === undefined)
        return undefined;
    const owner = ref.section === 'tenants' ? live.apiId : live.tenantId;
    return toCanonical(row, live.value, matching.liveIds, owner);
}
/** Top-level members in which two values are not the same. */
function changedMembers(before, after) {
    const keys = new Set([...Object.keys(before), ...Object.keys(after)]);
    const text = (value, key) => Object.hasOwn(value, key) ? (0,write/* canonicalJson */.dj)(value[key] ?? null) : '';
    return new Set([...keys].filter((key) => text(before, key) !== text(after, key)));
}
/** Of what comes with its tenant: nobody knows how it reads then. */
const ANY_HASH = Symbol('any hash');
/** How an object reads before its first write. */
function hashBefore({ match: { ref }, live, liveHash, target }) {
    if (live !== undefined)
        return liveHash;
    if (ref.section === 'tenant-settings')
        return ANY_HASH;
    // The default SSO configuration of a tenant is always there, and blank while it says nothing.
    return ref.section === 'tenant-sso' && ssoIdOf(target) === ''
        ? comparableHash(ref.section, ref.id, { ssoId: '' })
        : undefined;
}
/** Places of secrets that the writes need and nobody has. */
function missingSecrets({ saved, live, ref }, row, { parts, wanted, canonicalLive, }, supplied) {
    const missing = new Set();
    for (const { patch } of parts) {
        for (const hole of holesOf(patch)) {
            if (isLiveHole(hole))
                continue;
            const isCleared = saved.withheld.some(({ place, isCleared }) => place === hole.place && isCleared);
            // A blank in a secret field keeps what an import finds there.
            const isKept = ref.section === 'snapshot' && live !== undefined && !isCleared;
            const isKnown = supplied.has(hole.place) || isKept;
            if (!isKnown && shownAt(patch, canonicalLive, hole) === undefined)
                missing.add(hole.place);
        }
    }
    for (const { path, isKept, isNeeded } of row.hiddenSecrets?.(wanted) ?? []) {
        const place = `${saved.place}${(0,pointer/* jsonPointer */.Av)(path)}`;
        const wasThere = saved.withheld.some((one) => one.place === place);
        const isLeftOut = live === undefined ? !isNeeded && !wasThere : isKept;
        if (isLeftOut || supplied.has(place) || isShown(valueAt(live?.value, path)))
            continue;
        missing.add(place);
    }
    return [...missing].sort();
}
function draft_quoted(names) {
    return names.map((name) => JSON.stringify(name)).join(', ');
}
/** Why an object is not looked at any further; undefined where it is. */
function refusal(match, { live }) {
    const { ref, saved, doubt } = match;
    const liveSection = live.sections.get(ref.section);
    if (liveSection === undefined) {
        const { status = 'not asked for', note = '' } = live.statuses.get(ref.section) ?? {};
        return ['blocked', `the project was not read here (${status}${note && `: ${note}`})`];
    }
    if (doubt !== undefined)
        return ['unsupported', doubt];
    const twin = ref.section === 'snapshot' ? twinSection(ref.id) : undefined;
    if (twin !== undefined) {
        return [
            'unsupported',
            `it repeats the section ${twin}, which is restored by calls of its own: choose that`,
        ];
    }
    if (saved.isBroken || match.live?.isBroken === true) {
        return ['unsupported', 'a key of it was withheld: nobody knows what it is called'];
    }
    return undefined;
}
/** Says what becomes of one object, whatever becomes of others. */
function draftOf(match, context) {
    const { ref } = match;
    const row = rowOf(ref.section);
    const live = liveOf(match, row, context);
    const saved = wantedOf(match, row, context);
    const wanted = live === undefined ? saved : (row.merge?.(saved, live, ref.id) ?? saved);
    const hash = (value) => comparableHash(ref.section, ref.id, value);
    const base = {
        match,
        row,
        live,
        liveHash: live && hash(live),
        becauseOf: undefined,
        missing: [],
        parts: [],
        loses: [],
    };
    const none = (action, reason) => {
        const target = live === undefined
            ? wanted
            : overlay(live, without(settled(wanted, live, context.supplied), row.frozen));
        return { ...base, action, reason, target, targetHash: hash(target) };
    };
    const refused = refusal(match, context);
    if (refused !== undefined)
        return none(...refused);
    const { fixed, changed } = differencesOf(match, row, wanted, live, context.supplied);
    const frozen = fixed.length > 0 ? `${draft_quoted(fixed)} cannot be changed once it is there` : undefined;
    if (changed.size === 0 && live !== undefined) {
        return frozen === undefined ? none('identical', undefined) : none('unsupported', frozen);
    }
    const untouchable = row.untouchable?.(match.saved.value);
    if (untouchable !== undefined)
        return none('unsupported', untouchable);
    const { section, id } = ref;
    const { isOtherProject } = context;
    const isIdFree = !isTaken(match, context);
    const change = { section, id, wanted, live, changed, isOtherProject, isIdFree };
    const parts = row.write(change);
    if (typeof parts === 'string')
        return none('unsupported', parts);
    if (isOtherProject && parts.some(({ patch: one }) => hasUnknown(one))) {
        return none('blocked', 'it refers to something of the other project that the backup does not have');
    }
    if (parts.length === 0)
        return none('unsupported', 'no call writes what differs');
    const planned = planParts(parts, live, match, row, context);
    const target = planned.at(-1)?.after ?? wanted;
    const action = live === undefined ? 'create' : 'update';
    const missing = missingSecrets(match, row, { parts, wanted, canonicalLive: live }, context.supplied);
    return {
        ...base,
        action: missing.length > 0 ? 'missing-secret' : action,
        reason: missing.length > 0
            ? 'it has secrets that are in no backup: supply them with the input secrets'
            : undefined,
        missing,
        target,
        targetHash: hash(target),
        parts: planned,
        loses: [
            ...(frozen === undefined ? [] : [`${frozen}: it stays as it is`]),
            ...row.loses(action, change),
        ],
    };
}
/** Whether another object of the project has the id that this one has in the backup. */
function isTaken({ saved, live }, context) {
    if (live !== undefined)
        return live.apiId !== saved.apiId;
    const objects = context.live.sections.get(saved.section)?.values() ?? [];
    return [...objects].some(({ apiId }) => apiId === saved.apiId);
}
/** Whether a canonical value has an id that leads to nothing. */
function hasUnknown(value) {
    let isFound = false;
    mapTexts(value, (text) => {
        isFound ||= isUnknown(text);
        return text;
    });
    return isFound;
}
function differencesOf({ ref: { section, id } }, row, given, live, supplied) {
    const wanted = settled(given, live, supplied);
    const compared = (value) => comparableValue(section, id, value);
    if (live === undefined) {
        return { fixed: [], changed: new Set(Object.keys(wanted)) };
    }
    const patch = without(wanted, row.frozen);
    const changed = changedMembers(compared(live), compared(overlay(live, patch)));
    const all = changedMembers(compared(live), compared(overlay(live, wanted)));
    return { fixed: [...all].filter((key) => !changed.has(key)).sort(), changed };
}
/** The parts with how the object reads after each. */
function planParts(parts, live, { ref, saved }, row, { matching, supplied }) {
    const { savedIds, liveIds } = matching;
    const hasRole = (key) => savedIds.has('roles', key) || liveIds.has('roles', key);
    const tenantKey = ref.section === 'tenants' ? ref.naturalKey : ref.tenantKey;
    let now = live ?? {};
    return parts.map((part) => {
        now = overlay(now, settled(part.patch, live, supplied));
        const found = dependenciesOf(row, part.patch, tenantKey, hasRole);
        const ofTenant = saved.tenantId === undefined || ref.tenantKey === undefined
            ? []
            : [{ section: 'tenants', naturalKey: ref.tenantKey }];
        return { part, after: now, dependencies: [...found, ...ofTenant] };
    });
}

;// CONCATENATED MODULE: ./src/services/restore/closure.ts


/** The drafts of a plan by section and natural key. */
class Drafts {
    #byRef = new Map();
    #matches = new Map();
    #connectors = new Map();
    #sso = new Map();
    context;
    constructor(context) {
        this.context = context;
        for (const match of context.matching.matches) {
            const { section, naturalKey } = match.ref;
            this.#matches.set(JSON.stringify([section, naturalKey]), match);
            if (section === 'tenant-sso') {
                const tenantKey = match.ref.tenantKey ?? '';
                this.#sso.set(tenantKey, [...(this.#sso.get(tenantKey) ?? []), match]);
            }
            const { name } = match.saved.value;
            if (section === 'snapshot' &&
                match.ref.id.startsWith('connectors/') &&
                typeof name === 'string') {
                this.#connectors.set(name, match);
            }
        }
    }
    get all() {
        return [...this.#byRef.values()];
    }
    matchOf({ section, naturalKey }) {
        if (section === 'connectors')
            return this.#connectors.get(naturalKey);
        return this.#matches.get(JSON.stringify([section, naturalKey]));
    }
    /** The SSO configurations that the backup has of a tenant. */
    ssoOf(tenantKey) {
        return this.#sso.get(tenantKey) ?? [];
    }
    of(match) {
        return this.#byRef.get(refText(match.ref));
    }
    add(match) {
        const draft = draftOf(match, this.context);
        this.#byRef.set(refText(match.ref), draft);
        return draft;
    }
    /** Whether the project has what is referred to, under the name that it is referred to by. */
    isThere(dependency) {
        const { live, matching } = this.context;
        const { section, naturalKey } = dependency;
        // What was not read cannot be missed: the service will tell.
        if (section === 'connectors' ? !live.sections.has('snapshot') : !live.sections.has(section)) {
            return true;
        }
        if (!matching.liveIds.has(section, naturalKey))
            return false;
        return this.matchOf(dependency)?.isRenamed !== true;
    }
    /** What a draft needs that the project lacks. */
    lacking({ parts, match }) {
        const own = JSON.stringify([match.ref.section, match.ref.naturalKey]);
        const found = new Map();
        for (const { dependencies } of parts) {
            for (const one of dependencies) {
                const key = JSON.stringify([one.section, one.naturalKey]);
                if (key !== own && !this.isThere(one))
                    found.set(key, one);
            }
        }
        return [...found.values()];
    }
}
function closure_isWritten({ action }) {
    return action === 'create' || action === 'update';
}
function closure_nameOf({ section, naturalKey }) {
    return `${section}/${naturalKey}`;
}
function closure_block(draft, reason) {
    draft.action = 'blocked';
    draft.reason = reason;
}
/** Adds what the drafts need, and what that needs in turn. */
function addNeeded(drafts) {
    const queue = drafts.all.filter(closure_isWritten);
    for (let draft = queue.shift(); draft !== undefined; draft = queue.shift()) {
        const root = draft.becauseOf ?? refText(draft.match.ref);
        for (const dependency of drafts.lacking(draft)) {
            const match = drafts.matchOf(dependency);
            if (match === undefined || drafts.of(match) !== undefined)
                continue;
            const added = drafts.add(match);
            added.becauseOf = root;
            if (closure_isWritten(added))
                queue.push(added);
        }
    }
}
/** Why a draft cannot be written because of what it refers to. */
function reasonOf(draft, drafts) {
    for (const dependency of drafts.lacking(draft)) {
        const name = closure_nameOf(dependency);
        const match = drafts.matchOf(dependency);
        if (match === undefined) {
            return `it refers to ${name}, which neither the project nor the backup has`;
        }
        const needed = drafts.of(match);
        if (needed === undefined) {
            return `it refers to ${refText(match.ref)}, which the project lacks: choose that too, or with-dependencies`;
        }
        if (!isPossible(needed)) {
            return `it needs ${refText(match.ref)}, which cannot be restored (${needed.action})`;
        }
    }
    return undefined;
}
/**
 * Adds what the chosen objects need, and blocks those that refer to what will not be there.
 *
 * @param withDependencies whether anything is added
 */
function closeOver(drafts, withDependencies) {
    if (withDependencies)
        addNeeded(drafts);
    for (let isChanged = true; isChanged;) {
        isChanged = false;
        for (const draft of drafts.all.filter(closure_isWritten)) {
            const reason = reasonOf(draft, drafts);
            if (reason === undefined)
                continue;
            closure_block(draft, reason);
            isChanged = true;
        }
    }
}

;// CONCATENATED MODULE: ./src/services/restore/object-writes.ts
/** The writes of a draft: what is sent is made at the moment of sending, from the object as it is then. */









function tenantRef(ref) {
    const naturalKey = ref.section === 'tenants' ? ref.naturalKey : (ref.tenantKey ?? '');
    return { section: 'tenants', id: ref.id, naturalKey };
}
/** The tenant of an object, or the settings of that tenant. @param tenantId its id in the backup */
function readRef(section, ref, tenantId) {
    const { naturalKey } = tenantRef(ref);
    const id = tenantId ?? ref.id;
    return section === 'tenants'
        ? { section, id, naturalKey }
        : { section, id, naturalKey, tenantKey: naturalKey };
}
function missingReference({ section, text }) {
    throw new Error(`it refers to ${section}/${text}, which is not there`);
}
function bodyContext(ref, saved, context) {
    const { ids } = context;
    return {
        liveId: ids.idOf(ref.section, ref.naturalKey),
        backupId: saved.apiId,
        tenantId: () => {
            const { naturalKey } = tenantRef(ref);
            return (ids.idOf('tenants', naturalKey) ??
                missingReference({ section: 'tenants', by: 'id', text: naturalKey }));
        },
        read: (section) => context.live(readRef(section, ref, saved.tenantId)),
    };
}
/** @throws Error where no body can be made */
function requestOf({ match: { ref, saved }, row, live: hadLive }, part, liveIds, context) {
    const raw = context.live(ref);
    const owner = ref.section === 'tenants' ? liveIds.idOf('tenants', ref.naturalKey) : undefined;
    const now = raw && toCanonical(row, raw, liveIds, owner);
    // A blank in a secret field keeps what an import finds there.
    const isKept = (hole) => ref.section === 'snapshot' &&
        (isLiveHole(hole)
            ? hole.text === ''
            : hadLive !== undefined &&
                !saved.withheld.some((one) => one.place === hole.place && one.isCleared));
    const filled = fillHoles(overlay(now ?? {}, part.patch), now, context.secrets, isKept);
    const value = addHiddenSecrets(toLive(row, filled, context.ids, (one) => liveIds.formerIdOf(one.section, one.text) ?? missingReference(one)), raw, row.hiddenSecrets?.(filled) ?? [], (path) => context.secrets.get(`${saved.place}${(0,pointer/* jsonPointer */.Av)(path)}`));
    return checked(ref, part.request(value, bodyContext(ref, saved, context)));
}
/** @throws Error where a placeholder would be sent */
function checked(ref, request) {
    if (request.body === undefined)
        return request;
    // In a file of a snapshot a blank is how a secret is kept.
    const body = ref.section === 'snapshot'
        ? request.body
        : withoutEmptySecrets(request.body, ref.section);
    requireFilled(body, refText(ref));
    return { ...request, body };
}
/** The writes of an object that is created or changed, in their order. */
function writesOf(draft, drafts) {
    const { match, parts } = draft;
    const { ref, saved } = match;
    const { liveIds } = drafts.context.matching;
    const key = refText(ref);
    const lacking = new Set(drafts.lacking(draft).map((one) => JSON.stringify(one)));
    let before = hashBefore(draft);
    return parts.map(({ part, after, dependencies }) => {
        const hashBeforeIt = before;
        const hashAfterIt = comparableHash(ref.section, ref.id, after);
        before = hashAfterIt;
        const needed = dependencies.flatMap((one) => {
            const other = lacking.has(JSON.stringify(one)) ? drafts.matchOf(one) : undefined;
            return other === undefined || other === match ? [] : [other.ref];
        });
        const reads = (part.reads ?? []).map((section) => readRef(section, ref, saved.tenantId));
        return {
            objects: [ref],
            action: hashBeforeIt === undefined ? 'create' : 'update',
            phase: part.phase,
            call: part.call,
            before: hashBeforeIt === ANY_HASH ? new Map() : new Map([[key, hashBeforeIt]]),
            after: new Map([[key, hashAfterIt]]),
            dependsOn: [...new Map(needed.map((one) => [refText(one), one])).values()],
            doubt: part.doubt,
            ...(reads.length > 0 && { reads }),
            request: (context) => requestOf(draft, part, liveIds, context),
            ...(part.newId !== undefined && { newId: part.newId }),
        };
    });
}
/** The delete of an object that live has; undefined where a restore never deletes one of its section. */
function deleteOf(ref, live, hash) {
    const row = rowOf(ref.section);
    if (row?.remove === undefined)
        return undefined;
    const { call, request } = row.remove;
    const key = refText(ref);
    return {
        objects: [ref],
        action: 'delete',
        phase: deletePhase(row.phase(live.value)),
        call,
        before: new Map([[key, hash]]),
        after: new Map([[key, undefined]]),
        dependsOn: [],
        doubt: 'repeat',
        request: (context) => {
            const now = context.live(ref) ?? live.value;
            return checked(ref, request(now, bodyContext(ref, live, context)));
        },
    };
}

;// CONCATENATED MODULE: ./src/services/restore/deletes.ts





/** Sections of which users are members: to delete one takes that along. */
const WITH_USERS = new Set(['tenants', 'roles']);
function deletes_isNamed(named, { section, id }) {
    return named.some((one) => one.section === section && one.ids.includes(id));
}
/** Why users stand in the way; undefined where they do not. */
function userReason(live, { accepted, userCounts }) {
    if (!WITH_USERS.has(live.section) || deletes_isNamed(accepted, live))
        return undefined;
    const count = userCounts.get(refText(live));
    if (count === 0)
        return undefined;
    const users = count === undefined
        ? 'its users could not be counted'
        : `${count} user${count === 1 ? '' : 's'} would lose it`;
    return `${users}: name it in accept-user-loss`;
}
/** Sub-tenants that stay: a tenant is never deleted with them. */
function childReason(live, going, { matching }) {
    if (live.section !== 'tenants')
        return undefined;
    const tenants = [
        ...matching.matches.flatMap(({ live: one }) => (one === undefined ? [] : [one])),
        ...matching.liveOnly.map(({ live: one }) => one),
    ].filter(({ section }) => section === 'tenants');
    const child = tenants.find((one) => one.value['parent'] === live.apiId && !going.has(refText(one)));
    return child && `${refText(child)} is below it, and stays`;
}
/** Of tenants those below come first. */
function depthOf(live, byId) {
    let depth = 0;
    const seen = new Set();
    for (let now = live; now !== undefined; depth++) {
        const parent = now.value['parent'];
        if (typeof parent !== 'string' || parent === '' || seen.has(parent))
            break;
        seen.add(parent);
        now = byId.get(parent);
    }
    return depth;
}
/** What a delete of an object is, whoever asked for it. */
function deleteDraft(ref, live, going, options) {
    const row = rowOf(ref.section);
    const { liveIds } = options.matching;
    const owner = ref.section === 'tenants' ? live.apiId : live.tenantId;
    const canonical = row === undefined ? live.value : toCanonical(row, live.value, liveIds, owner);
    const hash = comparableHash(ref.section, ref.id, canonical);
    const untouchable = row?.untouchable?.(live.value);
    const blocked = childReason(live, going, options) ?? userReason(live, options);
    const write = deleteOf(ref, live, hash);
    const common = { ref, live, canonical, hash };
    if (untouchable !== undefined || write === undefined) {
        const reason = untouchable ?? 'a restore never deletes one of its section';
        return { ...common, action: 'unsupported', reason, loses: [], write: undefined };
    }
    const loses = row?.loses('delete', {
        wanted: canonical,
        live: canonical,
        isOtherProject: false,
        changed: new Set(),
    });
    return blocked === undefined
        ? { ...common, action: 'delete', reason: undefined, loses: loses ?? [], write }
        : { ...common, action: 'blocked', reason: blocked, loses: loses ?? [], write: undefined };
}
/** Tenants below others first; else by section and id. */
function inDeleteOrder(drafts) {
    const byId = new Map(drafts.filter(({ ref }) => ref.section === 'tenants').map(({ live }) => [live.apiId, live]));
    return [...drafts].sort((a, b) => depthOf(b.live, byId) - depthOf(a.live, byId) || (refText(a.ref) < refText(b.ref) ? -1 : 1));
}
/**
 * The deletes that an input names.
 *
 * @throws ScopeError for what live lacks, what the backup has, and what no restore deletes
 */
function deletesOf(named, options) {
    const { liveOnly, matches } = options.matching;
    const found = named.map((selector) => {
        const live = findNamed(selector, liveOnly.map((one) => one.live));
        const ref = liveOnly.find((one) => one.live === live)?.ref;
        if (live !== undefined && ref !== undefined)
            return { ref, live };
        const isSaved = findNamed(selector, matches.map(({ saved }) => saved)) !== undefined;
        const why = isSaved ? 'the backup has it' : 'the project has no such object';
        throw new scope_ScopeError(`delete: ${textOfSelector(selector)} cannot be deleted: ${why}`);
    });
    for (const { ref } of found) {
        if (rowOf(ref.section)?.remove === undefined) {
            throw new scope_ScopeError(`delete: ${refText(ref)}: a restore never deletes one of its section`);
        }
    }
    const unique = [...new Map(found.map((one) => [refText(one.ref), one])).values()];
    const going = new Set(unique.map(({ ref }) => refText(ref)));
    return inDeleteOrder(unique.map(({ ref, live }) => deleteDraft(ref, live, going, options)));
}

;// CONCATENATED MODULE: ./src/project/restore/id-map.ts
/** Which ids objects have in one project, by what they are called; both ways. */
/**
 * Ids by section and natural key. Of a live project the keys are those of the backup where an object was found again there,
 * so that an object that was renamed is referred to by one key on both sides.
 */
class IdMap {
    #ids = new Map();
    #keys = new Map();
    #gone = new Map();
    #goneKeys = new Map();
    #aliases = new Map();
    #fallback;
    /** @param fallback of the same project, for ids that are not known here */
    constructor(fallback) {
        this.#fallback = fallback;
    }
    set(section, naturalKey, id) {
        this.#ids.set(JSON.stringify([section, naturalKey]), id);
        this.#keys.set(JSON.stringify([section, id]), naturalKey);
    }
    /** Remembers the id of an object that is gone and would get it again: what still has that id refers to it. */
    setGone(section, naturalKey, id) {
        this.#gone.set(JSON.stringify([section, naturalKey]), id);
        this.#goneKeys.set(JSON.stringify([section, id]), naturalKey);
    }
    /** The id that an object had, and would get again. */
    formerIdOf(section, naturalKey) {
        return this.#gone.get(JSON.stringify([section, naturalKey]));
    }
    /** Says that what is called `ownKey` here is the object of another key. */
    alias(section, ownKey, naturalKey) {
        this.#aliases.set(JSON.stringify([section, ownKey]), naturalKey);
    }
    idOf(section, naturalKey) {
        return this.#ids.get(JSON.stringify([section, naturalKey]));
    }
    keyOf(section, id) {
        const key = JSON.stringify([section, id]);
        return this.#keys.get(key) ?? this.#goneKeys.get(key) ?? this.#fallback?.keyOf(section, id);
    }
    /** The key that an object is referred to by, from what it is called here. */
    canonical(section, ownKey) {
        return this.#aliases.get(JSON.stringify([section, ownKey])) ?? ownKey;
    }
    has(section, naturalKey) {
        return this.idOf(section, naturalKey) !== undefined;
    }
}

;// CONCATENATED MODULE: ./src/services/restore/match.ts
/** Finds the objects of a backup again in the live project: by id, then by what they are called. */


/** Tenants first: what belongs to them is called by their keys. */
function inOrder(names) {
    return [...new Set(names)].sort((a, b) => a === 'tenants' ? -1 : b === 'tenants' ? 1 : a < b ? -1 : 1);
}
function tenantKeyOf({ tenantId }, ids) {
    return tenantId === undefined ? undefined : (ids.keyOf('tenants', tenantId) ?? tenantId);
}
function keysOf(section, objects, ids) {
    const row = rowOf(section);
    const keys = new Map();
    for (const object of objects) {
        const key = row?.naturalKey(object.value, object.id, tenantKeyOf(object, ids));
        keys.set(object, key ?? object.id);
    }
    return keys;
}
function byKey(keys) {
    const found = new Map();
    for (const [object, key] of keys)
        found.set(key, [...(found.get(key) ?? []), object]);
    return found;
}
class SectionMatcher {
    #section;
    #saved;
    #live;
    #savedKeys;
    #liveKeys;
    #pairs = new Map();
    #ids;
    constructor(section, [saved, live], ids) {
        const [savedIds, liveIds] = ids;
        this.#ids = ids;
        this.#section = section;
        this.#saved = saved;
        this.#live = live;
        this.#savedKeys = keysOf(section, saved, savedIds);
        this.#liveKeys = keysOf(section, live, liveIds);
    }
    match(isOtherProject) {
        const byApiId = new Map();
        for (const one of this.#live)
            byApiId.set(one.apiId, [...(byApiId.get(one.apiId) ?? []), one]);
        const taken = new Set();
        const pair = (saved, live) => {
            this.#pairs.set(saved, live);
            taken.add(live);
        };
        const repeated = new Set([...byKeyOf(this.#saved, ({ apiId }) => apiId).values()]
            .filter(({ length }) => length > 1)
            .flat());
        for (const saved of isOtherProject ? [] : this.#saved) {
            const [live, another] = byApiId.get(saved.apiId) ?? [];
            if (live !== undefined && another === undefined && !repeated.has(saved))
                pair(saved, live);
        }
        const savedByKey = byKey(this.#savedKeys);
        const liveByKey = byKey(this.#liveKeys);
        const doubts = new Map();
        for (const saved of this.#saved) {
            if (this.#pairs.has(saved))
                continue;
            const key = this.#savedKeys.get(saved) ?? '';
            const others = (liveByKey.get(key) ?? []).filter((one) => !taken.has(one));
            const [live] = others;
            if ((savedByKey.get(key)?.length ?? 0) > 1 || others.length > 1) {
                doubts.set(saved, `more than one of its section is called ${JSON.stringify(key)}`);
            }
            else if (live !== undefined)
                pair(saved, live);
        }
        return {
            matches: this.#saved.map((saved) => this.#matchOf(saved, doubts.get(saved))),
            liveOnly: this.#live
                .filter((live) => !taken.has(live))
                .map((live) => ({ ref: this.#liveRef(live, savedByKey), live })),
        };
    }
    #ref(object, keys) {
        const [savedIds, liveIds] = this.#ids;
        const tenantKey = tenantKeyOf(object, keys === this.#savedKeys ? savedIds : liveIds);
        return {
            section: this.#section,
            id: object.id,
            naturalKey: keys.get(object) ?? object.id,
            ...(tenantKey !== undefined && { tenantKey }),
        };
    }
    /** What live alone has may be called as an object of the backup is that was renamed: then its id tells them apart. */
    #liveRef(live, savedByKey) {
        const ref = this.#ref(live, this.#liveKeys);
        if (!savedByKey.has(ref.naturalKey))
            return ref;
        return { ...ref, naturalKey: `${ref.naturalKey}#${live.apiId}` };
    }
    #matchOf(saved, doubt) {
        const live = this.#pairs.get(saved);
        const ref = this.#ref(saved, this.#savedKeys);
        const isRenamed = live !== undefined && this.#liveKeys.get(live) !== ref.naturalKey;
        return { ref, saved, live, doubt, isRenamed };
    }
    /** Says in both maps what the objects are called. */
    record(matches, isOtherProject) {
        const [savedIds, liveIds] = this.#ids;
        const keepsId = rowOf(this.#section)?.keepsId === true && !isOtherProject;
        const taken = new Set(this.#live.map(({ apiId }) => apiId));
        for (const { ref, saved, live } of matches) {
            savedIds.set(this.#section, ref.naturalKey, saved.apiId);
            if (live === undefined) {
                if (keepsId && !taken.has(saved.apiId)) {
                    liveIds.setGone(this.#section, ref.naturalKey, saved.apiId);
                }
                continue;
            }
            liveIds.set(this.#section, ref.naturalKey, live.apiId);
            liveIds.alias(this.#section, this.#liveKeys.get(live) ?? '', ref.naturalKey);
        }
    }
}
function byKeyOf(objects, keyOf) {
    const found = new Map();
    for (const one of objects)
        found.set(keyOf(one), [...(found.get(keyOf(one)) ?? []), one]);
    return found;
}
/** Connectors are files of the snapshot; others refer to them by id. */
function recordConnectors({ sections }, ids) {
    for (const { id: path, value } of sections.get('snapshot')?.values() ?? []) {
        if (!path.startsWith('connectors/'))
            continue;
        const { id, name } = value;
        if (typeof id === 'string' && typeof name === 'string')
            ids.set('connectors', name, id);
    }
}
/**
 * @param isOtherProject whether the backup is of another project: then ids say nothing, and the SSO of a tenant is that of the
 * tenant of its name
 */
function matchSides(saved, live, isOtherProject) {
    const liveIds = new IdMap();
    // What the backup did not save is called as live calls it, where ids are the same.
    const savedIds = new IdMap(isOtherProject ? undefined : liveIds);
    recordConnectors(saved, savedIds);
    recordConnectors(live, liveIds);
    const matches = [];
    const liveOnly = [];
    for (const section of inOrder([...saved.sections.keys(), ...live.sections.keys()])) {
        const sides = [saved, live].map((side) => [...(side.sections.get(section)?.values() ?? [])]);
        const [ours = [], theirs = []] = sides;
        const matcher = new SectionMatcher(section, [ours, theirs], [savedIds, liveIds]);
        const found = matcher.match(isOtherProject);
        matches.push(...found.matches);
        // What live alone has keeps its own name, unless a renamed object of the backup has taken that.
        for (const { ref, live: object } of found.liveOnly)
            liveIds.set(section, ref.naturalKey, object.apiId);
        matcher.record(found.matches, isOtherProject);
        if (!live.sections.has(section) && !isOtherProject) {
            // What was not read of live is taken to be there as it was saved.
            for (const { ref, saved: object } of found.matches) {
                liveIds.set(section, ref.naturalKey, object.apiId);
            }
        }
        liveOnly.push(...found.liveOnly);
    }
    return { matches, liveOnly, savedIds, liveIds };
}

;// CONCATENATED MODULE: ./src/services/restore/order.ts
/** The order of writes: by phase, and in one phase what is needed before what needs it. */

function keyOf({ objects }) {
    const [first] = objects;
    return first === undefined ? '' : refText(first);
}
/** By the object that they make: the first write of each. */
function makers(writes) {
    const found = new Map();
    for (const write of writes) {
        for (const ref of write.objects) {
            const known = found.get(refText(ref));
            if ((known?.phase ?? Infinity) > write.phase)
                found.set(refText(ref), write);
        }
    }
    return found;
}
/** Phases so that nothing comes before what it needs, nor before an earlier write of the same object. */
function raised(writes) {
    let now = writes;
    // A cycle of references would raise for ever.
    for (let round = 0; round <= writes.length; round++) {
        const maker = makers(now);
        const reached = new Map();
        const next = now.map((write) => {
            const own = write.objects.map((ref) => reached.get(refText(ref)) ?? 0);
            const needed = write.dependsOn.map((ref) => maker.get(refText(ref))?.phase ?? 0);
            const phase = Math.max(write.phase, ...own, ...needed);
            for (const ref of write.objects)
                reached.set(refText(ref), phase);
            return phase === write.phase ? write : { ...write, phase };
        });
        if (next.every((write, index) => write === now[index]))
            break;
        now = next;
    }
    return [...now];
}
/** @param writes of one object in their order */
function order_inOrder(writes) {
    const all = raised(writes);
    const index = new Map(all.map((write, place) => [write, place]));
    const sorted = [...all].sort((a, b) => {
        const [one, other] = [keyOf(a), keyOf(b)];
        return (a.phase - b.phase ||
            (one < other ? -1 : one > other ? 1 : (index.get(a) ?? 0) - (index.get(b) ?? 0)));
    });
    const maker = makers(sorted);
    const done = new Set();
    const result = [];
    const visit = (write) => {
        if (done.has(write))
            return;
        done.add(write);
        for (const ref of write.dependsOn) {
            const needed = maker.get(refText(ref));
            if (needed?.phase === write.phase)
                visit(needed);
        }
        result.push(write);
    };
    sorted.forEach(visit);
    return result;
}

// EXTERNAL MODULE: ./src/services/changes/diff.ts
var changes_diff = __webpack_require__(18975);
// EXTERNAL MODULE: ./src/services/changes/diff-report.ts + 1 modules
var diff_report = __webpack_require__(66927);
// EXTERNAL MODULE: ./src/services/changes/risk.ts + 18 modules
var risk = __webpack_require__(73869);
;// CONCATENATED MODULE: ./src/services/restore/shown.ts
/** What a plan shows of its changes: edits as in changes.json, and the risk that the same rules find in them. */











/** A canonical value with ids as the project has them, or else the backup. */
function shownValue({ section, id }, value, matching) {
    const row = rowOf(section);
    if (row === undefined)
        return value;
    const withIds = toLive(row, value, matching.liveIds, (reference) => {
        const { text } = reference;
        return matching.savedIds.idOf(reference.section, text) ?? nameInKey(text);
    });
    return withoutNoiseAndSecrets(section, id, withIds);
}
function put(state, section, id, value) {
    const objects = state.get(section) ?? new Map();
    state.set(section, objects.set(id, (0,write/* canonicalJson */.dj)(value)));
}
/** Each side of the changes by section and id of the backup. */
function statesOf(changes, matching) {
    const [old, now] = [
        new Map(),
        new Map(),
    ];
    for (const { ref, before, after } of changes) {
        for (const [side, value] of [
            [old, before],
            [now, after],
        ]) {
            if (!side.has(ref.section))
                side.set(ref.section, new Map());
            if (value !== undefined)
                put(side, ref.section, ref.id, shownValue(ref, value, matching));
        }
    }
    return [old, now];
}
/** As changes.json has it: the SSO of a tenant is one object of its configurations. */
function forRules(state) {
    const result = new Map(state);
    const sso = state.get('tenant-sso');
    if (sso === undefined)
        return result;
    const tenants = new Map();
    for (const [id, text] of sso) {
        const tenant = id.slice(0, id.lastIndexOf('/'));
        const value = (0,parse/* parseJson */.qF)(Buffer.from(text));
        const ssoId = ssoIdOf(value);
        const all = tenants.get(tenant) ?? {};
        (0,json_value/* setOwn */.P5)(all, ssoId === '' ? 'default' : `ssoId=${ssoId}`, value);
        tenants.set(tenant, all);
    }
    result.set('tenant-sso', new Map([...tenants].map(([id, all]) => [id, (0,write/* canonicalJson */.dj)(all)])));
    return result;
}
function showChanges(changes, matching) {
    const [before, after] = statesOf(changes, matching);
    const differ = new changes_diff/* DiffService */.Tr();
    const diff = differ.diff(before, after);
    const report = (0,diff_report/* reportDiff */.A)(diff, {
        risk: 'low',
        // Without findings a file of a snapshot that repeats another change would be left out.
        findings: diff.changes.map(({ section, id }) => ({ rule: '', section, id, text: '' })),
    });
    const edits = new Map(report.changes.map((change) => [refText(change), change.edits]));
    const assessed = (0,risk/* assessRisk */.y)(differ.diff(forRules(before), forRules(after)));
    return { edits, risk: assessed.risk, findings: assessed.findings };
}

;// CONCATENATED MODULE: ./src/services/restore/supplied-secrets.ts
/** The input `secrets`: read, and held to the places that a plan has. */





/**
 * Reads a JSON object of places and secrets.
 *
 * @throws ScopeError that names the place, never a value
 */
function parseSecrets(text) {
    if (text.trim() === '')
        return new Map();
    let value;
    try {
        value = parseJson(Buffer.from(text));
    }
    catch {
        // What the parser says quotes the text, which is secret.
        throw new ScopeError('secrets: it is no JSON: give an object of places and secrets');
    }
    if (!isJsonObject(value)) {
        throw new ScopeError('secrets: it is no JSON object of places and secrets');
    }
    const secrets = new Map();
    for (const [place, secret] of Object.entries(value)) {
        if (typeof secret !== 'string' || secret === '' || secret.includes(WITHHELD_MARK)) {
            throw new ScopeError(`secrets: the value for ${JSON.stringify(place)} is no secret: give a text that is not empty`);
        }
        secrets.set(place, secret);
    }
    return secrets;
}
/** Places of a draft that may be supplied, whether it needs them or not: a plan that is made again asks for fewer. */
function placesOf({ match: { saved }, row, target }) {
    const hidden = row.hiddenSecrets?.(target) ?? [];
    return [
        ...saved.withheld.map(({ place }) => place),
        ...hidden.map(({ path }) => `${saved.place}${(0,pointer/* jsonPointer */.Av)(path)}`),
    ];
}
/** @throws ScopeError for a place that no object of the plan has */
function checkSupplied(supplied, drafts) {
    const known = new Set(drafts.flatMap(placesOf));
    for (const place of [...supplied].sort()) {
        if (known.has(place))
            continue;
        throw new scope_ScopeError(`secrets: ${JSON.stringify(place)} is no place that this plan asks for: leave it out`);
    }
}

;// CONCATENATED MODULE: ./src/services/restore/plan.ts















/** Whether `all`, or a section, means an object: a file that repeats a section is that section's. */
function isMeant({ section, id }, input) {
    if (section !== 'snapshot')
        return true;
    const twin = twinSection(id);
    if (twin === undefined || !input.saved.sections.has(twin))
        return true;
    return input.choice.selectors.some((selector) => selector.kind === 'object' && selector.section === section && selector.ids.includes(id));
}
function draftChosen(input, matching) {
    const isChosen = chooser(input.choice, input.saved);
    const drafts = new Drafts({
        live: input.live,
        matching,
        isOtherProject: input.isOtherProject,
        supplied: input.supplied,
    });
    for (const match of matching.matches) {
        if (isChosen(match.saved) && isMeant(match.saved, input))
            drafts.add(match);
    }
    return drafts;
}
function keptOf(input, matching, going) {
    const gone = new Set(going.map(({ ref }) => refText(ref)));
    const isOf = (live) => input.choice.isAll || isNamed(input.choice, live);
    return matching.liveOnly
        .filter(({ ref, live }) => isOf(live) && !gone.has(refText(ref)) && input.saved.sections.has(ref.section))
        .filter(({ ref }) => ref.section !== 'snapshot' || twinSection(ref.id) === undefined)
        .map(({ ref }) => ref)
        .sort((a, b) => (refText(a) < refText(b) ? -1 : 1));
}
function shownOf(drafts, going) {
    const written = drafts.filter(({ action }) => action === 'create' || action === 'update');
    return [
        ...written.map(({ match, live, target }) => ({
            ref: match.ref,
            liveId: match.live?.id,
            before: live,
            after: target,
        })),
        ...going
            .filter(({ action }) => action === 'delete')
            .map(({ ref, live, canonical }) => ({
            ref,
            liveId: live.id,
            before: canonical,
            after: undefined,
        })),
    ];
}
function stepOf(draft, edits, requests) {
    const { match, action, reason, becauseOf, missing, liveHash, targetHash, loses } = draft;
    const { section, id } = match.ref;
    return {
        section,
        id,
        ...(match.live !== undefined && match.live.id !== id && { live_id: match.live.id }),
        action,
        ...(reason !== undefined && { reason }),
        ...(becauseOf !== undefined && { because_of: becauseOf }),
        edits: edits.get(refText(match.ref)) ?? [],
        loses: isPossible(draft) ? [...loses] : [],
        ...(missing.length > 0 && { missing_secrets: missing }),
        ...(liveHash !== undefined && { live_sha256: liveHash }),
        ...(targetHash !== undefined && { target_sha256: targetHash }),
        requests,
    };
}
function deleteStep({ ref, action, reason, loses, hash }, edits) {
    return {
        section: ref.section,
        id: ref.id,
        action,
        ...(reason !== undefined && { reason }),
        edits: edits.get(refText(ref)) ?? [],
        loses: [...loses],
        live_sha256: hash,
        requests: action === 'delete' ? 1 : 0,
    };
}
/** In the order of their writes; those without one after them, by section and id. */
function inStepOrder(steps, writes) {
    const first = new Map();
    for (const [index, { objects }] of writes.entries()) {
        for (const ref of objects)
            if (!first.has(refText(ref)))
                first.set(refText(ref), index);
    }
    const place = (step) => first.get(refText(step)) ?? writes.length;
    return [...steps].sort((a, b) => place(a) - place(b) || (refText(a) < refText(b) ? -1 : refText(a) > refText(b) ? 1 : 0));
}
function countsOf(steps, kept) {
    const count = (...actions) => steps.filter(({ action }) => actions.includes(action)).length;
    return {
        create: count('create'),
        update: count('update'),
        delete: count('delete'),
        identical: count('identical'),
        not_possible: count('unsupported', 'blocked', 'missing-secret'),
        kept,
    };
}
/**
 * Plans a restore.
 *
 * @throws ScopeError where what is asked for is not there
 */
function planRestore(input) {
    const matching = matchSides(input.saved, input.live, input.isOtherProject);
    const facts = input.facts ?? NO_FACTS;
    const drafts = draftChosen(input, matching);
    const going = deletesOf(input.delete, {
        matching,
        accepted: input.acceptedUserLoss,
        userCounts: facts.userCounts,
    });
    return finishPlan({ input, matching, drafts, going, facts });
}
/** The same from drafts and deletes, however these were chosen. */
function finishPlan({ input, matching, drafts, going, facts, }) {
    if (input.withDependencies)
        addSsoOfEnforcing(drafts);
    closeOver(drafts, input.withDependencies);
    checkSupplied(input.supplied, drafts.all);
    const { refusals, needs } = applyFacts(drafts, facts, input.choice);
    // What a refusal blocks may be needed by others.
    closeOver(drafts, false);
    armTenants(drafts);
    const written = drafts.all.filter(({ action }) => action === 'create' || action === 'update');
    const single = [
        ...written.flatMap((draft) => writesOf(draft, drafts)),
        ...going.flatMap(({ write }) => (write === undefined ? [] : [write])),
    ];
    const writes = order_inOrder(joinSnapshotWrites(single, input.saved));
    const shown = showChanges(shownOf(written, going), matching);
    const requests = new Map();
    for (const ref of writes.flatMap(({ objects }) => objects)) {
        requests.set(refText(ref), (requests.get(refText(ref)) ?? 0) + 1);
    }
    const steps = inStepOrder([
        ...drafts.all.map((draft) => stepOf(draft, shown.edits, requests.get(refText(draft.match.ref)) ?? 0)),
        ...going.map((one) => deleteStep(one, shown.edits)),
    ], writes);
    const kept = keptOf(input, matching, going);
    return {
        steps,
        kept: kept.map(({ section, id }) => ({ section, id })),
        counts: countsOf(steps, kept.length),
        risk: shown.risk,
        findings: [...shown.findings],
        refusals,
        writes,
        ids: matching.liveIds,
        comparable: makeComparable(matching.liveIds),
        needs: {
            ...needs,
            snapshotImport: writes.find(({ call }) => call === 'snapshotImport'),
            userCounts: going
                .map(({ ref }) => ref)
                .filter(({ section }) => section === 'tenants' || section === 'roles'),
        },
    };
}

;// CONCATENATED MODULE: ./src/services/restore/undo.ts







function endsOf(journal) {
    const ends = new Map();
    for (const line of journal) {
        if (line.event !== 'end')
            continue;
        for (const one of line.objects) {
            ends.set(refText(one), [...(ends.get(refText(one)) ?? []), line]);
        }
    }
    return ends;
}
/** Objects of which a write was begun, or of a restore without a journal all of the plan. */
function touched(journal) {
    if (journal === undefined)
        return () => true;
    const begun = new Set(journal.flatMap((line) => (line.event === 'start' ? [] : line.objects.map(refText))));
    return (step) => begun.has(refText(step));
}
function hashIn({ after_sha256: only, objects }, object) {
    if (objects.length === 1)
        return only;
    const own = objects.find((one) => refText(one) === refText(object))?.after_sha256;
    return typeof own === 'string' ? own : undefined;
}
function createdOf(ends, object) {
    const last = ends.at(-1);
    return {
        newId: ends.find(({ new_id }) => new_id !== undefined)?.new_id,
        hash: last && hashIn(last, object),
        isCertain: ends.length > 0 && ends.every(({ outcome }) => outcome === 'done'),
    };
}
/** A delete that cannot be, and why. */
function notDeleted(draft, reason) {
    return { ...draft, action: 'unsupported', reason, loses: [], write: undefined };
}
/** The objects of the restore, each by name. */
function choiceOf(steps) {
    return {
        isAll: false,
        selectors: steps.map(({ section, id }) => ({ kind: 'object', section, ids: [id] })),
        texts: steps.map(refText).sort(),
    };
}
class UndoPlanner {
    #input;
    #matching;
    #options;
    #ends;
    constructor(input) {
        this.#input = input;
        this.#matching = matchSides(input.saved, input.live, false);
        this.#ends = endsOf(input.journal ?? []);
        this.#options = {
            matching: this.#matching,
            accepted: input.acceptedUserLoss,
            userCounts: (input.facts ?? NO_FACTS).userCounts,
        };
    }
    plan() {
        const { plan, journal } = this.#input;
        const isTouched = touched(journal);
        const steps = plan.steps.filter((step) => ['create', 'update', 'delete'].includes(step.action) && isTouched(step));
        const input = {
            ...this.#input,
            choice: choiceOf(steps),
            delete: [],
            isOtherProject: false,
            withDependencies: true,
        };
        return finishPlan({
            input,
            matching: this.#matching,
            drafts: this.#draftsOf(steps),
            going: this.#deletesOf(steps.filter(({ action }) => action === 'create')),
            facts: this.#input.facts ?? NO_FACTS,
        });
    }
    /** What was changed or deleted goes back to how the safety backup has it. */
    #draftsOf(steps) {
        const { live, supplied } = this.#input;
        const drafts = new Drafts({ live, supplied, matching: this.#matching, isOtherProject: false });
        const wanted = new Set(steps.map(({ section, id, live_id }) => refText({ section, id: live_id ?? id })));
        for (const match of this.#matching.matches) {
            if (wanted.has(refText(match.ref)))
                drafts.add(match);
        }
        return drafts;
    }
    /** What was created goes, where it is certain that it is ours and nobody changed it since. */
    #deletesOf(steps) {
        const found = steps.flatMap((step) => {
            const created = createdOf(this.#ends.get(refText(step)) ?? [], step);
            const one = this.#find(step, created);
            return one === undefined ? [] : [{ step, created, ...one }];
        });
        const going = new Set(found.map(({ ref }) => refText(ref)));
        const tenants = new Set(found.filter(({ step }) => step.section === 'tenants').map(({ live }) => live.apiId));
        const drafts = found
            // What a restore cannot delete by itself goes with its tenant.
            .filter(({ live }) => rowOf(live.section)?.remove !== undefined || !tenants.has(live.tenantId ?? ''))
            .map(({ ref, live, created }) => {
            const draft = deleteDraft(ref, live, going, this.#options);
            if (draft.action === 'unsupported')
                return draft;
            const reason = this.#doubt(draft, created);
            return reason === undefined ? draft : notDeleted(draft, reason);
        });
        return inDeleteOrder(drafts);
    }
    #find({ section, id }, { newId }) {
        const ofSection = this.#matching.liveOnly.filter(({ ref }) => ref.section === section);
        return newId === undefined
            ? ofSection.find(({ live }) => live.id === id)
            : ofSection.find(({ live }) => live.apiId === newId);
    }
    /** Why an object is not deleted; undefined where it may be. */
    #doubt({ hash }, created) {
        if (this.#input.journal === undefined || created.newId === undefined || !created.isCertain) {
            return 'perhaps the restore created it, perhaps somebody else: look at it, and delete it yourself';
        }
        return created.hash === hash ? undefined : 'it was changed since the restore created it';
    }
}
/** Plans the undo of a restore: `saved` is its safety backup. */
function planUndo(input) {
    return new UndoPlanner(input).plan();
}

;// CONCATENATED MODULE: ./src/services/restore/named-choice.ts
/** What the inputs of a restore name, as a plan takes it. */

function selectorOf(choice) {
    if (choice.kind === 'section')
        return choice;
    if (choice.kind === 'tenant')
        return { kind: 'tenant', ids: [choice.id] };
    return { kind: 'object', section: choice.section, ids: [choice.id] };
}
/** @param only empty for all */
function named_choice_choiceOf(only) {
    return {
        isAll: only.length === 0,
        selectors: only.map(selectorOf),
        texts: [...new Set(only.map(choiceText))].sort(),
    };
}
function namedObjects(names) {
    return names.map(({ section, id }) => ({ kind: 'object', section, ids: [id] }));
}
/** The one spelling of each name, in their order. */
function nameTexts(names) {
    return [...new Set(names.map((name) => choiceText({ kind: 'object', ...name })))].sort();
}

// EXTERNAL MODULE: ./src/services/lines/lines.ts
var lines = __webpack_require__(58455);
// EXTERNAL MODULE: ./src/services/backup/backup-service.ts + 5 modules
var backup_service = __webpack_require__(38583);
// EXTERNAL MODULE: ./src/reporter/strangers.ts
var strangers = __webpack_require__(50);
// EXTERNAL MODULE: ./src/copies/artifact-names.ts
var artifact_names = __webpack_require__(710);
// EXTERNAL MODULE: ./src/copies/carry.ts
var carry = __webpack_require__(9494);
// EXTERNAL MODULE: ./src/copies/history.ts
var copies_history = __webpack_require__(37409);
;// CONCATENATED MODULE: ./src/runs/restore/find-in-artifacts.ts
/** Looks for backups in artifacts of earlier runs, as far as that is needed. */



function namesOf({ fromProjectId: projectId, environment, artifactName, }) {
    if (artifactName !== undefined)
        return (0,artifact_names/* artifactsNamed */.x8)(artifactName);
    return environment === undefined
        ? (0,artifact_names/* projectArtifacts */.TF)(projectId)
        : (0,artifact_names/* lineArtifacts */.u5)({ projectId, environment, source: 'live', artifactName });
}
/**
 * Opens artifacts, newest first, until there is enough.
 *
 * @param folder a temporary one, where the backups stay
 * @throws nothing but what cancels the run
 */
async function searchArtifacts(wanted, folder, world, { since, isEnough }) {
    const backups = [];
    if (world.copies === undefined)
        return { backups, failure: undefined };
    const query = { projectId: wanted.fromProjectId, ...namesOf(wanted) };
    const search = new copies_history/* HistorySearch */.Z(world.copies, query, folder, world);
    const from = () => since(backups);
    try {
        for await (const artifact of search.artifacts(from)) {
            if (artifact.createdAt < from())
                continue;
            const opened = await search.open(artifact, { isTimed: false });
            if (opened === undefined)
                continue;
            (0,carry/* warnOfDamage */.Dl)(opened, world.reporter);
            const damaged = opened.backups.filter(({ verification }) => !verification.verified);
            backups.push(...(0,carry/* goodBackups */.vm)(opened, world.reporter), ...damaged);
            if (isEnough(backups))
                break;
        }
        return { backups, failure: undefined };
    }
    catch (error) {
        world.signal.throwIfAborted();
        const { message } = error;
        return {
            backups,
            failure: new Error(`artifacts of earlier runs could not be looked into: ${message}`, {
                cause: error,
            }),
        };
    }
}

;// CONCATENATED MODULE: ./src/runs/restore/find-backup.ts
/** Finds the backup that is written back: in the backup root, and in artifacts of earlier runs; and refuses what cannot be. */



const LATEST = 'latest';
/** A clock that is behind dates a backup later than its artifact. */
const TOLERANCE_MS = 24 * 60 * 60 * 1000;
/** Why a backup that verifies is never written back, as the end of a sentence about it; undefined where it can be. */
function whyNever({ source, consistency, environment }, wanted) {
    if (source.type !== 'management-api') {
        return 'is one of a config file, which no restore writes to a project: copy the file back, or export one from the backup';
    }
    if (wanted.environment !== undefined && environment !== wanted.environment) {
        return `is of environment ${JSON.stringify(environment)}, not ${wanted.environment}: correct environment, or leave it out`;
    }
    if (consistency === 'torn') {
        return 'is torn: the project was changed while it was read, and its parts may not belong together. Take another one';
    }
    return undefined;
}
/** Why `latest` passes over a backup that could be named, as the end of a sentence about it; undefined where it does not. */
function whyNotLatest({ status, purpose }) {
    if (status !== 'complete')
        return `is ${status}: to restore it all the same, name it in backup`;
    return purpose === undefined ? undefined : `was taken for ${JSON.stringify(purpose)}`;
}
function damageOf({ verification }, { reporter }) {
    if (verification.verified)
        return '';
    if (verification.isLegacy) {
        return 'is a folder of the original Python tool, which has nothing to be verified by: no restore writes it to a project';
    }
    const problems = reporter.words((0,strangers/* problemsInWords */.x)(verification.problems));
    return verification.unreadable
        ? `could not be read: ${problems}`
        : `is damaged, and nothing is restored from it: ${problems}. Take another one, or a copy of it from an artifact`;
}
function restored({ path, verification }) {
    const { manifest, manifestSha256 } = verification;
    return { path, manifest, manifestSha256 };
}
/** Where a backup is looked for, in words. */
function places({ backupRoot }, { copies }) {
    return copies === undefined
        ? `${backupRoot}; artifacts are looked into with history: carry, a github-token, and in a run of GitHub Actions`
        : `${backupRoot} and in artifacts of earlier runs`;
}
/** @throws Error that says why it cannot be restored */
function requireRestorable(backup, wanted, world) {
    const reason = (0,lines/* isVerified */.p4)(backup)
        ? whyNever(backup.verification.manifest, wanted)
        : damageOf(backup, world);
    if (reason !== undefined || !(0,lines/* isVerified */.p4)(backup)) {
        throw new Error(`backup ${backup.id} ${reason ?? ''}`);
    }
    return restored(backup);
}
/** The backup of an id: the one in the root, unless that is damaged and an artifact has a good one. */
async function find_backup_findNamed(wanted, root, folder, world) {
    const { backup: id, fromProjectId } = wanted;
    const here = root.find((one) => one.id === id);
    if (here !== undefined && (0,lines/* isVerified */.p4)(here))
        return requireRestorable(here, wanted, world);
    const time = (0,backup_id/* parseBackupId */.JN)(id)?.time ?? 0;
    const found = await searchArtifacts(wanted, folder, world, {
        since: () => time - TOLERANCE_MS,
        isEnough: (backups) => backups.some((one) => one.id === id && (0,lines/* isVerified */.p4)(one)),
    });
    const there = found.backups.find((one) => one.id === id && (0,lines/* isVerified */.p4)(one));
    const damaged = here ?? found.backups.find((one) => one.id === id);
    if (there !== undefined) {
        if (here !== undefined) {
            world.reporter.warning(`backup ${id} in the backup root does not verify: the one of an artifact is taken`);
        }
        return requireRestorable(there, wanted, world);
    }
    if (damaged !== undefined)
        return requireRestorable(damaged, wanted, world);
    if (found.failure !== undefined)
        throw found.failure;
    const names = root.slice(0, 5).map((one) => one.id);
    const others = names.length === 0 ? '' : `. The newest there are ${names.join(', ')}`;
    throw new Error(`there is no backup ${id} of project ${fromProjectId} in ${places(wanted, world)}${others}`);
}
/** Whether `latest` can be a backup, whatever its environment is. */
function isCandidate(backup, wanted) {
    if (!(0,lines/* isVerified */.p4)(backup))
        return false;
    const { manifest } = backup.verification;
    return whyNever(manifest, wanted) === undefined && whyNotLatest(manifest) === undefined;
}
/** Whether somebody who asks for the latest may have meant a backup: it is of the live project, and a regular one. */
function find_backup_isMeant(backup, { environment }) {
    const { verification } = backup;
    if (!verification.verified)
        return !verification.isLegacy;
    const { source, purpose, environment: own } = verification.manifest;
    const isOfLine = source.type === 'management-api' && (environment ?? own) === own;
    return isOfLine && purpose === undefined;
}
/** Why `latest` passes over backups, a sentence each. */
function passedOver(backups, wanted, world) {
    return backups.flatMap((one) => {
        const reason = (0,lines/* isVerified */.p4)(one)
            ? (whyNever(one.verification.manifest, wanted) ?? whyNotLatest(one.verification.manifest))
            : damageOf(one, world);
        return reason === undefined ? [] : [`${one.id} ${reason}`];
    });
}
/** @throws Error when the backups are of several environments */
function requireOneEnvironment(candidates) {
    const names = new Set(candidates.map(({ verification }) => verification.manifest.environment));
    if (names.size <= 1)
        return;
    const shown = [...names].sort().map((name) => JSON.stringify(name));
    throw new Error(`there are backups of ${names.size} environments, ${shown.join(', ')}: say which in environment, or name one in backup`);
}
/** The newest complete backup of the live project that verifies, wherever it is. */
async function findLatest(wanted, root, folder, world) {
    const { reporter } = world;
    const newest = (backups) => backups.find((one) => isCandidate(one, wanted));
    const found = await searchArtifacts(wanted, folder, world, {
        since: (backups) => newest([...root, ...backups])?.time ?? -Infinity,
        isEnough: () => false,
    });
    const all = [...root, ...found.backups].sort((a, b) => b.time - a.time || b.sequence - a.sequence);
    const candidates = all.filter((one) => isCandidate(one, wanted));
    requireOneEnvironment(candidates);
    const [best] = candidates;
    const newer = best === undefined ? [] : all.slice(0, all.indexOf(best));
    const meant = newer.filter((one) => find_backup_isMeant(one, wanted));
    const reasons = [...new Set(passedOver(best === undefined ? all : meant, wanted, world))];
    if (best === undefined) {
        if (found.failure !== undefined)
            throw found.failure;
        const why = reasons.length === 0 ? '' : `. ${reasons.slice(0, 5).join('. ')}`;
        throw new Error(`there is no complete backup of the live project ${wanted.fromProjectId} that verifies in ${places(wanted, world)}${why}`);
    }
    if (found.failure !== undefined) {
        reporter.warning(`a newer backup may be in an artifact: ${found.failure.message}`);
    }
    for (const reason of reasons)
        reporter.warning(`backup ${reason}`);
    return restored(best);
}
/**
 * Finds and proves the backup that is written back.
 *
 * @param folder a temporary one; what comes from an artifact is there
 * @throws Error that says why there is none, or why it cannot be restored
 */
async function findBackup(wanted, folder, world) {
    const service = new backup_service/* BackupService */.e({ backupRoot: wanted.backupRoot, clock: world.clock });
    const root = await service.inspectBackups(wanted.fromProjectId);
    const found = wanted.backup === LATEST
        ? await findLatest(wanted, root, folder, world)
        : await find_backup_findNamed(wanted, root, folder, world);
    const { backup_id: id, status, environment } = found.manifest;
    world.reporter.info(`Backup ${id}: ${status}, ${environment}, manifest SHA-256 ${found.manifestSha256}`);
    return found;
}

;// CONCATENATED MODULE: ./src/runs/restore/find-restore.ts
/** Finds what an earlier restore left: its plan, its journal and its safety backup; in the backup root, else in its artifacts. */





const DAY_MS = 24 * 60 * 60 * 1000;
/** @param root absolute path of a backup root */
async function addFrom(root, wanted, parts) {
    const { projectId, backup: id } = wanted;
    const folder = (await listRestores(root, projectId)).find((one) => one.id === id);
    if (folder !== undefined)
        await addFolder(folder, parts);
    const backups = await new backup_service/* BackupService */.e({ backupRoot: root }).listBackups(projectId);
    const service = new backup_service/* BackupService */.e({ backupRoot: root });
    for (const backup of backups) {
        // Taken after the folder of the restore was made: none of the others need be read.
        if (backup.time < ((0,backup_id/* parseBackupId */.JN)(id)?.time ?? 0))
            break;
        const found = { ...backup, verification: await service.verifyBackup(backup.path) };
        if ((0,lines/* isVerified */.p4)(found) && found.verification.manifest.purpose === lines/* BEFORE_RESTORE */.x7) {
            parts.safety.push(found);
        }
    }
}
async function addFolder(folder, parts) {
    const { files } = await (0,list_files/* listFiles */.C)(folder.path);
    if (parts.plan === undefined && files.includes(PLAN_FILE)) {
        parts.plan = await readRestorePlan(folder);
    }
    if (parts.journal === undefined && files.includes(JOURNAL_FILE)) {
        parts.journal = (await readJournal(folder)).lines;
    }
}
/** The safety backup of a restore: the one that its journal names, else the first of its plan. */
function safetyOf({ plan, journal, safety }) {
    const start = journal?.find((line) => line.event === 'start');
    if (start !== undefined)
        return safety.find(({ id }) => id === start.safety_backup_id);
    return safety
        .filter(({ verification }) => verification.manifest.plan_id === plan?.plan_id)
        .sort((a, b) => a.time - b.time || a.sequence - b.sequence)
        .at(0);
}
function isWhole(parts) {
    const { plan, journal } = parts;
    return plan !== undefined && journal !== undefined && safetyOf(parts) !== undefined;
}
/** @throws Error when the look-up failed */
async function addFromArtifacts(wanted, folder, world, parts) {
    const { restoreCopies } = world;
    if (restoreCopies === undefined)
        return;
    const { projectId, backup: id } = wanted;
    const query = { projectId, ...(0,artifact_names/* restoreArtifacts */.ag)(projectId, id), mayLackBackups: true };
    const search = new copies_history/* HistorySearch */.Z(restoreCopies, query, folder, world);
    const since = ((0,backup_id/* parseBackupId */.JN)(id)?.time ?? 0) - DAY_MS;
    for await (const artifact of search.artifacts(() => since)) {
        if (isWhole(parts))
            return;
        const opened = await search.open(artifact, { isTimed: false });
        if (opened !== undefined && opened.unusable === undefined) {
            await addFrom(opened.folder, wanted, parts);
        }
    }
}
function find_restore_places({ backupRoot }, { restoreCopies }) {
    return restoreCopies === undefined
        ? `${backupRoot}; artifacts are looked into with history: carry, a github-token, and in a run of GitHub Actions`
        : `${backupRoot} and in its artifacts`;
}
/**
 * Finds an earlier restore.
 *
 * @param folder a temporary one; what comes from an artifact is there
 * @throws Error that says what is missing
 */
async function find_restore_findRestore(wanted, folder, world) {
    const { projectId, backup: id, backupRoot } = wanted;
    const parts = { safety: [] };
    await addFrom(backupRoot, wanted, parts);
    if (!isWhole(parts))
        await addFromArtifacts(wanted, folder, world, parts);
    const { plan, journal } = parts;
    if (plan === undefined) {
        throw new Error(`there is no restore ${id} of project ${projectId} in ${find_restore_places(wanted, world)}: give the id that its run printed in restore-id`);
    }
    if (plan.project_id !== projectId) {
        throw new Error(`restore ${id} wrote to project ${plan.project_id}, not ${projectId}: correct project-id`);
    }
    const safety = safetyOf(parts);
    if (safety === undefined) {
        const why = journal === undefined
            ? 'it wrote nothing, or its safety backup is elsewhere'
            : 'there is a journal, and the safety backup that it names is elsewhere, or does not verify';
        throw new Error(`restore ${id} has no safety backup in ${find_restore_places(wanted, world)}: ${why}. A plan that was not applied has nothing to undo`);
    }
    if (journal === undefined) {
        world.reporter.warning(`restore ${id} has no journal: what it created is listed, and not deleted`);
    }
    const { path, verification } = safety;
    const { manifest, manifestSha256 } = verification;
    world.reporter.info(`Restore ${id}, safety backup ${manifest.backup_id}`);
    return { plan, journal, safety: { path, manifest, manifestSha256 } };
}

;// CONCATENATED MODULE: ./src/runs/restore/plan-source.ts







/** The objects that the live project still has, or of which it was not read whether it has them. */
function stillThere(named, { sections }) {
    return named.filter((one) => {
        const objects = sections.get(one.section);
        return objects === undefined || findNamed(one, objects.values()) !== undefined;
    });
}
function sectionsOf(...given) {
    const wanted = new Set(sectionsToRead(...given));
    return new Set(sections/* SECTIONS */.bP.filter((section) => wanted.has(section)));
}
function commonScope({ secrets, acceptUserLoss }) {
    return {
        supplied_secrets: [...secrets.keys()].sort(),
        accepted_user_loss: nameTexts(acceptUserLoss),
        users_status: 'saved',
    };
}
/**
 * What is restored from a backup.
 *
 * @param folder a temporary one
 * @throws Error when there is none that can be restored
 */
async function restoreSource(options, folder, world) {
    const backup = await findBackup(options, folder, world);
    const saved = await readSavedSide(backup.path, backup.manifest);
    const choice = named_choice_choiceOf(options.only);
    const deletes = namedObjects(options.delete);
    const input = {
        saved,
        choice,
        isOtherProject: options.fromProjectId !== options.projectId,
        withDependencies: options.withDependencies,
        acceptedUserLoss: namedObjects(options.acceptUserLoss),
        supplied: new Set(options.secrets.keys()),
    };
    return {
        backup,
        sections: sectionsOf(choice, deletes, saved),
        scope: {
            only: choice.texts,
            with_dependencies: options.withDependencies,
            delete: nameTexts(options.delete),
            ...commonScope(options),
        },
        plan: (live, facts, isAgain) => planRestore({ ...input, live, facts, delete: isAgain ? stillThere(deletes, live) : deletes }),
    };
}
/** Every section of which a restore wrote an object. */
function writtenSections({ steps }) {
    const sections = new Set(steps.filter(isWrite).map(({ section }) => section));
    return [...sections].sort().map((section) => ({ kind: 'section', section }));
}
/**
 * What goes back to how it was before a restore.
 *
 * @param folder a temporary one
 * @throws Error when what it left is not to be had
 */
async function undoSource(options, folder, world) {
    const { plan, journal, safety } = await find_restore_findRestore(options, folder, world);
    const saved = await readSavedSide(safety.path, safety.manifest);
    const choice = { isAll: false, selectors: writtenSections(plan), texts: [] };
    const input = {
        ...{ saved, plan, journal },
        acceptedUserLoss: namedObjects(options.acceptUserLoss),
        supplied: new Set(options.secrets.keys()),
    };
    return {
        backup: safety,
        sections: sectionsOf(choice, [], saved),
        scope: { only: [], with_dependencies: true, delete: [], ...commonScope(options) },
        plan: (live, facts) => planUndo({ ...input, live, facts }),
    };
}

// EXTERNAL MODULE: ./src/descope/capture/project-fetcher.ts + 7 modules
var project_fetcher = __webpack_require__(85846);
// EXTERNAL MODULE: ./src/storage/case-probe.ts
var case_probe = __webpack_require__(60470);
;// CONCATENATED MODULE: ./src/runs/restore/read-live.ts



/**
 * Reads sections of the live project. What could not be read is in its coverage, and what belongs there is planned as blocked:
 * an object that was not read is never taken for one that is not there.
 *
 * @param backupRoot absolute path: a capture that is saved there must fit its disk
 * @throws Error when the key is refused; what cancels the run
 */
async function readLive(client, sections, backupRoot, { reporter, clock }) {
    const before = client.requestCount;
    const fetcher = new project_fetcher/* ProjectFetcher */.T(client, {
        sections,
        withoutNoise: noise/* withoutNoise */.J3,
        now: clock(),
        tellsCaseApart: () => (0,case_probe/* tellsCaseApart */.$)(backupRoot),
    });
    const project = await fetcher.fetch();
    for (const { text, withoutNames } of project.warnings) {
        reporter.warning({ named: text, unnamed: withoutNames });
    }
    for (const { section, status, note } of project.coverage) {
        if (status !== 'failed')
            continue;
        // What the service has to say may name a tenant.
        const reason = reporter.words({
            named: note,
            unnamed: 'the reason is in the plan',
        });
        reporter.warning(`${section} of the project could not be read: ${reason}`);
    }
    const requestCount = client.requestCount - before;
    reporter.info(`Read ${sections.size} sections of the live project: ${project.tenants.length} tenants, ${project.flows.length} flows, ${requestCount} requests`);
    return { project, sections, requestCount };
}

;// CONCATENATED MODULE: ./src/runs/restore/prepare.ts
/** The story of a plan: find the backup, read the live project, compare, ask the service, and write the plan down. */










/** More than any project takes: the deadline is the bound. */
const MAX_REQUESTS = 1_000_000;
function makeClient(options, { signal, ownSecrets }) {
    const { projectId, managementKey, deadlineMinutes, secrets } = options;
    const baseUrl = options.baseUrl ?? (0,descope_client/* defaultBaseUrl */.I)(projectId);
    const client = new descope_client/* DescopeApiClient */.n({
        ...{ projectId, managementKey, baseUrl, signal, ownSecrets },
        deadlineMs: deadlineMinutes * 60_000,
        maxRequests: MAX_REQUESTS,
    });
    client.session.protect(secrets.values());
    return { client, baseUrl };
}
/** At most so many requests take a whole backup: each section once, what is asked by tenant for each, and each flow. */
function fullRequests({ manifest }, { project, requestCount }) {
    const tenants = Math.max(manifest.counts.tenants, project.tenants.length);
    const flows = Math.max(manifest.counts.flows, project.flows.length);
    const byTenant = sections/* SECTION_ROWS */.Gw.filter(({ identity }) => identity.by === 'tenant').length;
    return Math.max(requestCount, sections/* SECTION_ROWS */.Gw.length + byTenant * tenants + flows + 3);
}
/** Whether the service must be asked before the plan is whole. */
function hasNeeds({ needs: { fgaDryRun, snapshotImport, userCounts } }) {
    return fgaDryRun !== undefined || snapshotImport !== undefined || userCounts.length > 0;
}
/** Makes the plan against what was read, with what the service says of it. */
async function planAgainst(reading, source, isAgain, options, client, { reporter, clock }) {
    const live = liveSideOf(reading.project);
    const first = source.plan(live, NO_FACTS, isAgain);
    const context = { client, live, secrets: options.secrets, reporter };
    const result = hasNeeds(first)
        ? source.plan(live, await askService(first, context), isAgain)
        : first;
    const { manifest, manifestSha256 } = source.backup;
    const risk = manifest.comparison?.risk;
    const plan = makePlan({
        created_at: new Date(clock()).toISOString(),
        tool: tool/* TOOL */.j,
        mode: options.mode === 'undo' ? 'undo' : 'restore',
        project_id: options.projectId,
        backup: {
            backup_id: manifest.backup_id,
            project_id: manifest.project_id,
            environment: manifest.environment,
            created_at: manifest.created_at,
            status: manifest.status,
            manifest_sha256: manifestSha256,
            ...(risk !== undefined && { risk }),
        },
        scope: source.scope,
        cost: costOf({
            writes: result.writes.length,
            captureRequests: reading.requestCount,
            fullRequests: fullRequests(source.backup, reading),
            tier: client.session.tier,
        }),
    }, result);
    return { plan, result };
}
/**
 * Makes the plan of a restore and writes it down, and nothing to the project.
 *
 * @throws Error with the one message that the run fails with: there is no plan then
 */
async function preparePlan(options, world) {
    const { reporter, temporaryRoot, clock } = world;
    const { projectId, backupRoot } = options;
    const sourceOf = options.mode === 'undo' ? undoSource : restoreSource;
    const source = await reporter.group('Find the backup', () => (0,temporary_folder/* withTemporaryFolder */.E)(temporaryRoot, (folder) => sourceOf(options, folder, world)));
    const { client, baseUrl } = makeClient(options, world);
    const readAgain = () => readLive(client, source.sections, backupRoot, world);
    const live = await reporter.group('Read the live project', readAgain);
    const planOf = (reading, isAgain) => planAgainst(reading, source, isAgain, options, client, world);
    const { plan, result } = await reporter.group('Compare them', () => planOf(live, false));
    const folder = await createRestoreFolder(backupRoot, projectId, clock());
    const planPath = await writeRestorePlan(folder, plan);
    return {
        ...{ plan, result, live, client, baseUrl, folder, planPath, readAgain },
        planAgain: (reading) => planOf(reading, true),
        backup: source.backup,
    };
}

;// CONCATENATED MODULE: ./src/services/restore/plan-lines.ts


const plan_lines_WORST_FIRST = ['delete', 'update', 'create'];
function stepLine(step) {
    const words = [stepInWords(step), ...step.loses].filter((text) => text !== '').join('; ');
    return `${step.action} ${refText(step)}${words === '' ? '' : `: ${words}`}`;
}
function capped(lines, max) {
    const rest = lines.length - max;
    return rest <= 0 ? [...lines] : [...lines.slice(0, max), `... and ${rest} more`];
}
function namedLines({ findings, steps, refusals }, max) {
    const written = plan_lines_WORST_FIRST.flatMap((action) => steps.filter((step) => step.action === action));
    return [
        ...capped(findings.map((finding) => `look at this first: ${refText(finding)}: ${finding.text}`), max),
        ...capped(written.map(stepLine), max),
        ...capped(steps.filter(isNotPossible).map(stepLine), max),
        ...refusals.map(({ section, kind, text }) => `Descope answered (${section}, ${kind}): ${text}`),
    ];
}
function countedLines({ findings, steps, refusals }) {
    const shown = steps.filter((step) => isWrite(step) || isNotPossible(step));
    return [
        ...grouped(findings, ({ section, rule }) => `${section}, rule ${rule}`).map(([name, { length }]) => `look at this first: ${name}: ${length}`),
        ...stepsInCounts(shown),
        ...refusals.map(({ section, kind }) => `Descope answered: ${section}, ${kind}`),
    ];
}
/** The plan, a line each: what it comes from, what it would write and cannot, what it leaves alone, and its id. */
function planLines(plan, { now, mayName, maxSteps = 200 }) {
    const { backup, counts } = plan;
    const other = backup.project_id === plan.project_id ? '' : ` of project ${backup.project_id}`;
    return [
        `Backup ${backup.backup_id}${other}, ${backup.environment}: ${ageInWords(backup.created_at, now)}, ${backup.status}, risk of the changes in it: ${backup.risk ?? 'not recorded'}`,
        `Plan: ${writesInWords(plan)}; ${counts.identical} identical, ${counts.not_possible} not possible, ${counts.kept} kept; risk ${plan.risk}`,
        ...(mayName ? namedLines(plan, maxSteps) : countedLines(plan)),
        `It takes ${costInWords(plan)}`,
        `Plan id: ${plan.plan_id}`,
    ];
}

// EXTERNAL MODULE: ./src/actions/github-reporter.ts + 1 modules
var github_reporter = __webpack_require__(72972);
// EXTERNAL MODULE: ./src/json/limits.ts
var limits = __webpack_require__(29944);
;// CONCATENATED MODULE: ./src/project/secrets/found.ts
/** The secrets that a value shows, so that no message repeats one. */


function at(value, path) {
    let found = value;
    for (const step of path) {
        if (Array.isArray(found))
            found = found[Number(step)];
        else if ((0,json_value/* isJsonObject */.OW)(found))
            found = found[String(step)];
        else
            return undefined;
    }
    return found;
}
/** @returns the texts and numbers that stand where secrets do, by the rules for what is withheld; a text around one as a whole */
function secretsIn(value) {
    const { places } = (0,withhold/* withholdSecrets */.RK)(value, { mark: withhold/* WITHHELD_MARK */.Uy });
    return places.flatMap(({ path }) => {
        const found = at(value, path);
        return typeof found === 'string' || typeof found === 'number' ? [String(found)] : [];
    });
}

// EXTERNAL MODULE: ./src/descope/http.ts
var http = __webpack_require__(48045);
// EXTERNAL MODULE: ./src/descope/refusals.ts
var refusals = __webpack_require__(73576);
// EXTERNAL MODULE: ./src/descope/session.ts
var session = __webpack_require__(59881);
;// CONCATENATED MODULE: ./src/descope/writes.ts
const MAX_BYTES = 64 * 2 ** 20;
/** The API takes the parameters of all of these in the body. */
const post = (path, traits = {}) => Object.freeze({
    method: 'POST',
    path,
    takes: 'body',
    carries: traits.carries,
    showsSecret: traits.showsSecret ?? false,
    maxBytes: MAX_BYTES,
});
const WRITE_ENDPOINTS = Object.freeze({
    tenantCreate: post('/v1/mgmt/tenant/create', { carries: 'id' }),
    tenantUpdate: post('/v1/mgmt/tenant/update'),
    tenantDelete: post('/v1/mgmt/tenant/delete'),
    tenantDefaultRoles: post('/v1/mgmt/tenant/updateDefaultRoles'),
    tenantSettings: post('/v1/mgmt/tenant/settings'),
    ssoSlot: post('/v1/mgmt/sso/settings/new'),
    ssoSaml: post('/v1/mgmt/sso/saml'),
    ssoSamlMetadata: post('/v1/mgmt/sso/saml/metadata'),
    ssoOidc: post('/v1/mgmt/sso/oidc'),
    ssoAuthType: post('/v1/mgmt/sso/settings/authtype'),
    roleCreate: post('/v1/mgmt/role/create', { carries: 'id' }),
    roleUpdate: post('/v1/mgmt/role/update'),
    roleDelete: post('/v1/mgmt/role/delete'),
    permissionCreate: post('/v1/mgmt/permission/create'),
    permissionUpdate: post('/v1/mgmt/permission/update'),
    permissionDelete: post('/v1/mgmt/permission/delete'),
    ssoAppOidcCreate: post('/v1/mgmt/sso/idp/app/oidc/create', { carries: 'id', showsSecret: true }),
    ssoAppOidcUpdate: post('/v1/mgmt/sso/idp/app/oidc/update'),
    ssoAppSamlCreate: post('/v1/mgmt/sso/idp/app/saml/create', { carries: 'id' }),
    ssoAppSamlUpdate: post('/v1/mgmt/sso/idp/app/saml/update'),
    ssoAppWsfedCreate: post('/v1/mgmt/sso/idp/app/wsfed/create', { carries: 'id' }),
    ssoAppWsfedUpdate: post('/v1/mgmt/sso/idp/app/wsfed/update'),
    ssoAppDelete: post('/v1/mgmt/sso/idp/app/delete'),
    inboundAppCreate: post('/v1/mgmt/thirdparty/app/create', { carries: 'id', showsSecret: true }),
    inboundAppPatch: post('/v1/mgmt/thirdparty/app/patch'),
    inboundAppDelete: post('/v1/mgmt/thirdparty/app/delete'),
    outboundAppCreate: post('/v1/mgmt/outbound/app/create', { carries: 'app', showsSecret: true }),
    outboundAppUpdate: post('/v1/mgmt/outbound/app/update', { showsSecret: true }),
    outboundAppDelete: post('/v1/mgmt/outbound/app/delete'),
    accessKeyUpdate: post('/v1/mgmt/accesskey/update', { showsSecret: true }),
    accessKeyActivate: post('/v1/mgmt/accesskey/activate'),
    accessKeyDeactivate: post('/v1/mgmt/accesskey/deactivate'),
    accessKeyDelete: post('/v1/mgmt/accesskey/delete'),
    jwtTemplateCreate: post('/v1/mgmt/jwt/templates/create', { carries: 'template' }),
    jwtTemplateUpdate: post('/v1/mgmt/jwt/templates/update'),
    jwtTemplateDelete: post('/v1/mgmt/jwt/templates/delete'),
    listImport: post('/v1/mgmt/list/import'),
    listDelete: post('/v1/mgmt/list/delete'),
    passwordSettings: post('/v1/mgmt/password/settings'),
    fgaSchema: post('/v1/mgmt/fga/schema'),
    themeImport: post('/v2/mgmt/theme/import'),
    userAttributeCreate: post('/v1/mgmt/user/customattribute/create'),
    userAttributeDelete: post('/v1/mgmt/user/customattribute/delete'),
    flowImport: post('/v2/mgmt/flow/import'),
    flowDelete: post('/v1/mgmt/flow/delete'),
    snapshotImport: post('/v1/mgmt/project/snapshot/import'),
});

;// CONCATENATED MODULE: ./src/descope/write-client.ts
/** The client that writes: one write at a time, and each is sent once unless it is certain that it was not done. */








/** Tries of one write while no connection can be made; waiting for a rate limit does not count as one. */
const MAX_ATTEMPTS = 5;
const MAX_REASON = 500;
/** Of these nobody can say who gave up waiting for whom. */
const GAVE_UP = new Set([408, 499]);
/** The key is refused, or what is asked for is not paid for: every other write would be answered so. */
const KEY_OR_PLAN = new Set([401, 402, 403]);
function oneLine(text) {
    return text.replace(/\s+/g, ' ').trim().slice(0, MAX_REASON);
}
function beginsAsObject(bytes) {
    return /^\s*\{/.test(bytes.toString('latin1', 0, 64));
}
/** Writes to the Management API. Shares with the client that reads what a session holds. */
class WriteClient {
    #session;
    #options;
    #last = Promise.resolve();
    constructor(session, options) {
        this.#session = session;
        this.#options = options;
    }
    /**
     * Sends a write after those that were asked for before. It is sent again only after a refusal by the rate limit, and when
     * no connection could be made: whatever else went wrong, it may have been done.
     *
     */
    async write(call, parameters) {
        const endpoint = WRITE_ENDPOINTS[call];
        const other = endpoint.takes === 'body' ? parameters.query : parameters.body;
        if (other !== undefined) {
            const reason = `it was not sent: parameters of ${call} go in the ${endpoint.takes} alone`;
            return { kind: 'refused', status: undefined, reason };
        }
        // A refusal may quote what it was sent.
        this.#session.protect(secretsIn(parameters.body ?? {}));
        const result = this.#last.then(() => this.#write(endpoint, parameters));
        this.#last = result.catch(() => undefined);
        return result;
    }
    async #write(endpoint, parameters) {
        const session = this.#session;
        let refusals = 0;
        let failures = 0;
        for (;;) {
            try {
                await session.waitForRateLimit(endpoint);
                if (failures > 0)
                    await session.sleep(endpoint, (0,http/* retryDelay */.a2)(null, failures, 0));
                session.admit(endpoint);
            }
            catch (error) {
                return this.#stopped(error);
            }
            let answer;
            try {
                answer = await session.send(endpoint, parameters);
            }
            catch (error) {
                const failure = this.#ofConnection(error);
                if (failure !== undefined)
                    return failure;
                const reason = this.#safe(error.message);
                if (++failures < MAX_ATTEMPTS)
                    continue;
                const text = `it was not sent: ${reason}, ${MAX_ATTEMPTS} times`;
                return { kind: 'refused', status: undefined, reason: text };
            }
            if (answer.status !== 429)
                return this.#judge(endpoint, answer);
            session.pause(answer.retryAfter, ++refusals);
        }
    }
    #safe(text) {
        return oneLine(this.#session.redactor.redact(text, session/* OWN_MARK */.x));
    }
    #stopped(error) {
        const reason = this.#session.stopReason ?? this.#safe(error.message);
        return { kind: 'stop', status: undefined, reason };
    }
    /** @returns undefined when it is certain that nothing was sent, and another try may be better */
    #ofConnection(error) {
        if (error instanceof http/* ConnectionError */.Rc) {
            const reason = this.#safe(error.message);
            if (!error.isUnsent)
                return { kind: 'doubtful', status: undefined, reason };
            return error.isFinal ? { kind: 'stop', status: undefined, reason } : undefined;
        }
        if (error instanceof http/* AnswerTooLargeError */.Oc) {
            return { kind: 'doubtful', status: 200, reason: `HTTP 200, but ${error.message}` };
        }
        const why = this.#session.stopReason ?? error.message;
        return { kind: 'doubtful', status: undefined, reason: `under way when it ended: ${why}` };
    }
    #judge(endpoint, answer) {
        const { status } = answer;
        if (status === 200)
            return this.#readAnswer(endpoint, Buffer.concat(answer.chunks));
        const reason = this.#describe(endpoint, answer);
        const isRefusal = status >= 400 && status <= 499 && !GAVE_UP.has(status);
        if (!isRefusal)
            return { kind: 'doubtful', status, reason };
        const isForAll = KEY_OR_PLAN.has(status) || (0,refusals/* isOfPlan */.TU)(status, reason);
        return { kind: isForAll ? 'stop' : 'refused', status, reason };
    }
    /** An object may be the answer of a write that was done: of it nothing is quoted but the words for an error. */
    #describe(endpoint, answer) {
        const { status, bytes } = this.#session.withoutOwn(answer);
        const ofNetwork = (0,refusals/* wordsOfNetwork */.bC)(status);
        if (ofNetwork !== undefined)
            return ofNetwork;
        const words = oneLine((0,refusals/* describeFailure */.Ic)({ status, bytes }));
        const isQuoted = words.startsWith(`HTTP ${status} with `);
        const mayShow = endpoint.showsSecret || beginsAsObject(bytes);
        return isQuoted && mayShow ? `HTTP ${status}` : words;
    }
    #readAnswer(endpoint, bytes) {
        const doubt = (reason) => ({ kind: 'doubtful', status: 200, reason });
        const { carries } = endpoint;
        const isEmpty = bytes.toString('latin1').trim() === '';
        if (isEmpty && carries === undefined)
            return { kind: 'done', status: 200, answer: {} };
        let value;
        try {
            value = (0,parse/* parseJson */.qF)(bytes, { maxDepth: limits/* MAX_ANSWER_DEPTH */.yF });
        }
        catch {
            return doubt('HTTP 200, but the answer is not good JSON');
        }
        if (!(0,json_value/* isJsonObject */.OW)(value))
            return doubt('HTTP 200, but the answer is no JSON object');
        this.#mask(endpoint, value);
        return carries === undefined || Object.hasOwn(value, carries)
            ? { kind: 'done', status: 200, answer: value }
            : doubt(`HTTP 200, but the answer has no "${carries}"`);
    }
    #mask(endpoint, answer) {
        const secrets = secretsIn(answer);
        this.#session.protect(secrets);
        if (endpoint.showsSecret)
            for (const secret of secrets)
                this.#options.onSecret(secret);
    }
}

;// CONCATENATED MODULE: ./src/descope/apply.ts



/** A runner gives a run that is cancelled 10 seconds in all. */
const GRACE_MS = 5000;
/** What one object can take, so that none is begun that cannot be brought to an end. */
const KEPT_REQUESTS = 30;
/**
 * Opens a project for writing.
 *
 * @param client of the run: the requests, the rate limit and the deadline are shared with it
 */
function openForWriting(client, options) {
    const { session } = client;
    session.protect(options.secrets ?? []);
    const lasting = session.lasting(options.graceMs ?? GRACE_MS);
    const reader = new descope_client/* DescopeApiClient */.n(lasting);
    const writer = new WriteClient(lasting, options);
    return {
        read: (wanted, ids) => readObjects(reader, wanted, ids),
        write: (call, parameters) => writer.write(call, parameters),
        stopReason: () => session.stopReason ??
            (session.requestsLeft < KEPT_REQUESTS ? 'the number of requests is used up' : undefined),
        sleep: (milliseconds) => session.rest(milliseconds),
    };
}

;// CONCATENATED MODULE: ./src/services/restore/sent-body.ts
/** The body of a write before it is sent: whether it may be, and a hash that tells nothing of the secrets in it. */




/** Keys and indexes down to the first text or key of which something is true. */
function findText(value, isWanted, path = '') {
    if (typeof value === 'string')
        return isWanted(value) ? path : undefined;
    if (!Array.isArray(value) && !(0,json_value/* isJsonObject */.OW)(value))
        return undefined;
    for (const [key, child] of Object.entries(value)) {
        if (isWanted(key))
            return `${path}/${key}`;
        const found = findText(child, isWanted, `${path}/${key}`);
        if (found !== undefined)
            return found;
    }
    return undefined;
}
/** Where a request still has what stands in a backup for a secret, which must never be written; undefined where it has none. */
function placeholderIn({ body, query }) {
    return findText({ ...body, ...query }, (text) => text.includes(withhold/* WITHHELD_MARK */.Uy));
}
function withoutTexts(value, secrets) {
    if (typeof value === 'string') {
        return secrets.some((secret) => value.includes(secret)) ? withhold/* WITHHELD_MARK */.Uy : value;
    }
    if (Array.isArray(value)) {
        return value.map((one) => withoutTexts(one, secrets));
    }
    if (!(0,json_value/* isJsonObject */.OW)(value))
        return value;
    const result = {};
    for (const [key, child] of Object.entries(value)) {
        (0,json_value/* setOwn */.P5)(result, key, withoutTexts(child, secrets));
    }
    return result;
}
/**
 * A hash of what is sent, for the journal. Each secret is left out first: who knows the rest of a body could find a secret by
 * trying which one gives the hash.
 *
 * @param supplied secrets, wherever they stand
 */
function bodyHash({ body, query }, supplied) {
    const sent = body ?? query;
    if (sent === undefined)
        return undefined;
    const { value } = (0,withhold/* withholdSecrets */.RK)(sent, { mark: withhold/* WITHHELD_MARK */.Uy });
    const secrets = [...supplied].filter((secret) => secret !== '');
    return (0,checksums/* sha256 */.sc)((0,write/* canonicalJson */.dj)(withoutTexts(value, secrets)));
}

;// CONCATENATED MODULE: ./src/services/restore/journal-lines.ts


function hashesOf(objects, key, hashes) {
    const named = objects.map((ref) => {
        const hash = hashes?.get(refText(ref));
        return {
            section: ref.section,
            id: ref.id,
            ...(objects.length > 1 && hash !== undefined && { [key]: hash }),
        };
    });
    const [first] = objects;
    const only = objects.length === 1 && first !== undefined ? hashes?.get(refText(first)) : undefined;
    return { objects: named, ...(only !== undefined && { [key]: only }) };
}
/** Both lines of the journal, about one write. */
class JournalLines {
    #write;
    #seq;
    #options;
    constructor(write, seq, options) {
        this.#write = write;
        this.#seq = seq;
        this.#options = options;
    }
    get #common() {
        const { action, call } = this.#write;
        return { seq: this.#seq, at: this.#options.now().toISOString(), action, call };
    }
    /** @throws Error when the line is not on the disk */
    async begin(look, request) {
        const hash = bodyHash(request, this.#options.secrets.values());
        await this.#options.journal.append({
            event: 'begin',
            ...this.#common,
            ...hashesOf(this.#write.objects, 'before_sha256', look.hashes),
            ...(hash !== undefined && { body_sha256: hash }),
        });
    }
    /** @returns the end; also when its line is not on the disk, and then nothing else will be written */
    async end(end) {
        const { outcome, reason, status, newId } = end;
        // What is not certain to be ours must not look like it to an undo, which deletes by the hash that was read back.
        const isOurs = outcome !== 'unknown' || this.#write.action !== 'create';
        const hashes = isOurs ? end.hashes : undefined;
        const line = {
            event: 'end',
            ...this.#common,
            ...hashesOf(this.#write.objects, 'after_sha256', hashes),
            // Blocked after it was begun: the service refused it, since somebody else was faster.
            outcome: outcome === 'done' || outcome === 'unknown' ? outcome : 'failed',
            ...(reason !== undefined && { reason }),
            ...(status !== undefined && { http_status: status }),
            ...(newId !== undefined && { new_id: newId }),
        };
        try {
            await this.#options.journal.append(line);
            return end;
        }
        catch (error) {
            return { ...end, stopped: error.message };
        }
    }
}

;// CONCATENATED MODULE: ./src/services/restore/look.ts


/** Waits between two looks, in milliseconds: half a minute in all, since lists of the service lag. */
const LAG_WAITS = [500, 1000, 2000, 4000, 8000, 14_500];
/** All files of a snapshot: an import sends them together. */
const look_WHOLE_SNAPSHOT = { section: 'snapshot', id: '', naturalKey: '' };
/** What the body of a write is made of. */
function partsOf({ objects, reads = [] }) {
    const isWhole = reads.some((ref) => refText(ref) === refText(look_WHOLE_SNAPSHOT));
    const isImport = !isWhole && objects.some(({ section }) => section === 'snapshot');
    return [...objects, ...reads, ...(isImport ? [look_WHOLE_SNAPSHOT] : [])];
}
/**
 * Looks once at the objects of a write.
 *
 * @param isForBody whether its body is to be made of what is seen
 */
async function lookAt(write, { door, ids, comparable }, isForBody = false) {
    const wanted = isForBody ? partsOf(write) : write.objects;
    const result = await door.read(wanted, ids);
    if (result.kind !== 'read')
        return result;
    const found = new Map(wanted.map((ref, index) => [refText(ref), result.objects[index]]));
    const hashes = new Map();
    for (const ref of write.objects) {
        const value = found.get(refText(ref))?.value;
        hashes.set(refText(ref), value && (0,checksums/* sha256 */.sc)(comparable(ref.section, value, ref.id)));
    }
    const isAs = (as, ref) => hashes.get(refText(ref)) === as.get(refText(ref));
    // What comes with another object that the plan creates may read in any way.
    const isBefore = (ref) => !write.before.has(refText(ref)) || isAs(write.before, ref);
    const isAfter = (ref) => isAs(write.after, ref);
    return {
        kind: 'look',
        found,
        hashes,
        isBefore: write.objects.every(isBefore),
        isAfter: write.objects.every(isAfter),
        isEither: write.objects.every((ref) => isBefore(ref) || isAfter(ref)),
    };
}
/**
 * Looks until what is seen is good enough, for half a minute at most. When the run is to end, the look after that is the last.
 *
 * @returns the last look, also where it failed: what was seen long before says nothing of now
 */
async function lookUntil(isEnough, write, options, isForBody = false) {
    let last = { kind: 'failed', reason: 'it was not looked at' };
    for (const wait of [...LAG_WAITS, undefined]) {
        const isLast = wait === undefined || options.door.stopReason() !== undefined;
        last = await lookAt(write, options, isForBody);
        if (last.kind === 'stop' || (last.kind === 'look' && isEnough(last)) || isLast)
            break;
        await options.sleep(wait);
    }
    return last;
}
/** Whether reading can tell that a write was done: it cannot where nothing but a secret changes. */
function isVisible({ objects, before, after }) {
    return objects.some((ref) => before.get(refText(ref)) !== after.get(refText(ref)));
}
/** Tells those that refer to the objects of a write which ids these have, where that was not known. */
function rememberIds({ objects }, { found }, ids) {
    for (const ref of objects) {
        const id = found.get(refText(ref))?.id;
        const isNew = id !== undefined && ids.idOf(ref.section, ref.naturalKey) === undefined;
        if (isNew)
            ids.set(ref.section, ref.naturalKey, id);
    }
}

;// CONCATENATED MODULE: ./src/services/restore/sending.ts


/** How often a write is sent at most: each time but the first only after a look. */
const MAX_SENDS = 3;
/** Words of a refusal for a reference to what is not there, as far as the service can see. */
const NOT_THERE = /not.?found|not exist|n't exist|no such|unknown|invalid/i;
/** Words of a refusal for what is there already. */
const THERE_ALREADY = /already|exists\b|taken|duplicate|unique/i;
/** Sends a write, and finds out what became of it. */
class Sending {
    #write;
    #request;
    #options;
    #refersToNew;
    /** The first reason why it may have been done although nobody said so. */
    #doubt;
    #status;
    #newId;
    constructor(write, request, options, refersToNew) {
        this.#write = write;
        this.#request = request;
        this.#options = options;
        this.#refersToNew = refersToNew;
    }
    async end() {
        const lagWaits = this.#refersToNew ? [...LAG_WAITS] : [];
        for (let sends = 1;;) {
            const result = await this.#options.door.write(this.#write.call, this.#request);
            this.#status = result.status ?? this.#status;
            if (result.kind === 'done')
                return this.#confirm(result);
            if (result.kind === 'stop')
                return this.#notDone(result.reason, { stopped: result.reason });
            if (result.kind === 'refused') {
                const wait = this.#mayComeLater(result) ? lagWaits.shift() : undefined;
                if (wait === undefined)
                    return this.#refused(result.reason);
                await this.#options.sleep(wait);
                if (this.#options.door.stopReason() !== undefined)
                    return this.#refused(result.reason);
                continue;
            }
            this.#doubt ??= result.reason;
            const isLast = sends >= MAX_SENDS;
            const settled = await this.#settle(isLast);
            if (settled !== 'send again')
                return settled;
            // What was in the way for a moment is given one.
            await this.#options.sleep(LAG_WAITS[sends] ?? 0);
            sends++;
        }
    }
    /** A reference to what was created a moment ago; only while no try is in doubt. */
    #mayComeLater({ status, reason }) {
        if (this.#doubt !== undefined || status === undefined || status === 409)
            return false;
        return status === 404 || NOT_THERE.test(reason);
    }
    /** The objects are as planned. */
    #done(look) {
        rememberIds(this.#write, look, this.#options.ids);
        return this.#end('done', look, {});
    }
    #end(outcome, look, more) {
        return {
            outcome,
            isBegun: true,
            ...(this.#status !== undefined && { status: this.#status }),
            ...(this.#newId !== undefined && { newId: this.#newId }),
            ...(look.kind === 'look' && { hashes: look.hashes }),
            ...(look.kind === 'stop' && { stopped: look.reason }),
            ...more,
        };
    }
    /** Takes the id of a new object: out of the answer, else as it is there. */
    #adopt(id) {
        const [ref] = this.#write.objects;
        if (this.#write.action !== 'create' || this.#write.objects.length !== 1)
            return;
        if (ref === undefined || id === undefined || id === '' || this.#newId !== undefined)
            return;
        this.#newId = id;
        this.#options.ids.set(ref.section, ref.naturalKey, id);
    }
    #adoptFrom(look) {
        const [ref] = this.#write.objects;
        if (ref !== undefined)
            this.#adopt(look.found.get(refText(ref))?.id);
    }
    async #confirm({ answer }) {
        this.#adopt(this.#write.newId?.(answer));
        const look = await lookUntil(({ isAfter }) => isAfter, this.#write, this.#options);
        if (look.kind !== 'look') {
            const reason = `the service answered that it was done, and it could not be read back: ${look.reason}`;
            return this.#end('unknown', look, { reason });
        }
        this.#adoptFrom(look);
        if (look.isAfter)
            return this.#done(look);
        const seen = look.isBefore ? 'still reads as before' : 'reads otherwise than planned';
        const reason = `not confirmed: the service answered that it was done, and it ${seen}`;
        return this.#end('unknown', look, { reason });
    }
    /** A certain refusal; what a try before it did is not certain for that. */
    async #refused(reason) {
        const isInDoubt = this.#doubt !== undefined;
        const look = isInDoubt || this.#saysItIsSo(reason)
            ? await lookUntil(({ isAfter }) => isAfter, this.#write, this.#options)
            : await lookAt(this.#write, this.#options);
        if (look.kind !== 'look') {
            const more = look.kind === 'stop' ? { stopped: look.reason } : {};
            return this.#notDone(reason, more);
        }
        if (isInDoubt)
            this.#adoptFrom(look);
        if (look.isAfter && isVisible(this.#write))
            return this.#done(look);
        const isConflict = this.#status === 409 && this.#write.action === 'update' && !isInDoubt;
        const changed = `changed since the plan: ${reason}`;
        return isConflict
            ? this.#end('blocked', look, { reason: changed })
            : this.#notDone(reason, { hashes: look.hashes });
    }
    /** "Not found" at a delete, "exists already" at a create: it is as planned, and a list that lags may not show it yet. */
    #saysItIsSo(reason) {
        const { action } = this.#write;
        if (action === 'delete')
            return this.#status === 404 || NOT_THERE.test(reason);
        return action === 'create' && THERE_ALREADY.test(reason);
    }
    /** It was not done now; whether it was before depends on whether there is a doubt. */
    #notDone(reason, more) {
        const none = { kind: 'failed', reason };
        if (this.#doubt === undefined)
            return this.#end('failed', none, { reason, ...more });
        const both = `nobody can tell whether it was done: ${this.#doubt}; then: ${reason}`;
        return this.#end('unknown', none, { reason: both, ...more });
    }
    /** Always by a look first. What is sent again was seen not to be done, or ends the same however often it is sent. */
    async #settle(isLast) {
        const write = this.#write;
        const rule = write.action !== 'create' && write.doubt === 'by-key' ? 'repeat' : write.doubt;
        const canTell = isVisible(write);
        const isThere = (look) => rule === 'by-key' && [...look.hashes.values()].some((hash) => hash !== undefined);
        const isEnough = (look) => {
            if (canTell && look.isAfter)
                return true;
            return rule === 'repeat' && !isLast && look.isEither;
        };
        const look = await lookUntil(isEnough, write, this.#options);
        if (look.kind !== 'look')
            return this.#notTold(look);
        const isDone = canTell && look.isAfter;
        if (isDone || isThere(look))
            this.#adoptFrom(look);
        if (isDone)
            return this.#done(look);
        const isFree = rule === 'repeat' ? look.isEither : rule === 'by-key' && look.isBefore;
        const isOver = isLast || this.#options.door.stopReason() !== undefined;
        return isFree && !isOver ? 'send again' : this.#notTold(look);
    }
    #notTold(look) {
        const seen = look.kind !== 'look'
            ? `it could not be read: ${look.reason}`
            : look.isBefore
                ? 'it reads as before'
                : 'it reads neither as before nor as planned';
        const reason = `nobody can tell whether it was done: ${this.#doubt ?? 'no answer'}; ${seen}`;
        return this.#end('unknown', look, { reason });
    }
}

;// CONCATENATED MODULE: ./src/services/restore/one-write.ts





function isOurs({ objects }, { written }) {
    return objects.some((ref) => written.has(refText(ref)));
}
/** Waits for what earlier writes of this run left; what others changed is told at once. */
function lookBefore(write, { written }, options) {
    const isOurs = write.objects.some((ref) => written.has(refText(ref)));
    return isOurs
        ? lookUntil(({ isEither }) => isEither, write, options, true)
        : lookAt(write, options, true);
}
function notAsPlanned(write, earlier, { door }, hashes) {
    const stopped = door.stopReason();
    if (stopped !== undefined)
        return { outcome: 'not-reached', stopped, hashes };
    const reason = isOurs(write, earlier)
        ? 'it does not read as an earlier write of this restore left it'
        : 'changed since the plan';
    return { outcome: 'blocked', reason, hashes };
}
function one_write_requestOf(write, look, { ids, secrets }) {
    const live = (ref) => {
        // What was not looked for is not absent: a body made of nothing would wipe what is there.
        if (look.found.has(refText(ref)))
            return look.found.get(refText(ref))?.value;
        throw new Error(`${refText(ref)} was not read for this write`);
    };
    const request = write.request({ live, ids, secrets });
    const place = placeholderIn(request);
    if (place === undefined)
        return request;
    throw new Error(`what would be written has no secret, but what stands for one, at ${place}`);
}
/**
 * Executes one write: looks whether everything is as planned, tells the journal, sends, and looks until it is done.
 *
 * @param seq its number in the journal
 */
async function executeWrite(write, seq, earlier, options) {
    const look = await lookBefore(write, earlier, options);
    if (look.kind === 'stop')
        return { outcome: 'not-reached', stopped: look.reason };
    if (look.kind === 'failed') {
        return { outcome: 'failed', reason: `not sent, since it could not be read: ${look.reason}` };
    }
    const { hashes } = look;
    if (isVisible(write) && look.isAfter) {
        rememberIds(write, look, options.ids);
        return { outcome: 'done', hashes };
    }
    if (!look.isEither)
        return notAsPlanned(write, earlier, options, hashes);
    let request;
    try {
        request = one_write_requestOf(write, look, options);
    }
    catch (error) {
        return { outcome: 'failed', reason: `not sent: ${error.message}`, hashes };
    }
    const stopped = options.door.stopReason();
    if (stopped !== undefined)
        return { outcome: 'not-reached', stopped };
    const lines = new JournalLines(write, seq, options);
    try {
        await lines.begin(look, request);
    }
    catch (error) {
        const reason = error.message;
        return { outcome: 'failed', reason: `not sent: ${reason}`, stopped: reason };
    }
    const refersToNew = write.dependsOn.some((ref) => earlier.created.has(refText(ref)));
    return lines.end(await endOf(new Sending(write, request, options, refersToNew)));
}
/** An error of this program after a write was sent is no reason to say that it was not done. */
async function endOf(sending) {
    try {
        return await sending.end();
    }
    catch (error) {
        const reason = `nobody can tell whether it was done: ${error.message}`;
        return { outcome: 'unknown', reason, stopped: reason, isBegun: true };
    }
}

;// CONCATENATED MODULE: ./src/services/restore/apply.ts


/** What is further right says more about an object of which several writes ended differently. */
const WEIGHT = ['done', 'not-reached', 'blocked', 'failed', 'unknown'];
/** What became of the objects, write by write. */
class Results {
    #found = new Map();
    add(write, end) {
        for (const ref of write.objects) {
            const key = refText(ref);
            const old = this.#found.get(key);
            const isWorse = old === undefined || WEIGHT.indexOf(end.outcome) > WEIGHT.indexOf(old.outcome);
            const reason = isWorse ? end.reason : old.reason;
            const newId = old?.new_id ?? (write.objects.length === 1 ? end.newId : undefined);
            const before = old === undefined ? write.before.get(key) : old.before_sha256;
            const target = write.after.get(key);
            const after = end.hashes === undefined ? old?.after_sha256 : end.hashes.get(key);
            this.#found.set(key, {
                section: ref.section,
                id: ref.id,
                action: old?.action ?? write.action,
                outcome: isWorse ? end.outcome : old.outcome,
                ...(reason !== undefined && { reason }),
                ...(newId !== undefined && { new_id: newId }),
                ...(before !== undefined && { before_sha256: before }),
                ...(target !== undefined && { target_sha256: target }),
                ...(after !== undefined && { after_sha256: after }),
            });
        }
    }
    isBad(ref) {
        const outcome = this.#found.get(refText(ref))?.outcome;
        return outcome !== undefined && outcome !== 'done';
    }
    get all() {
        return [...this.#found.values()];
    }
}
/** Why a write must not be sent, by what became of those before it. */
function blockedBy(write, results) {
    if (write.objects.some((ref) => results.isBad(ref))) {
        return 'an earlier write of it was not done';
    }
    const missing = write.dependsOn.find((ref) => results.isBad(ref));
    return missing && `it needs ${refText(missing)}, which was not done`;
}
/** An error of this program: what was sent has told its end already. */
async function executed(...given) {
    try {
        return await executeWrite(...given);
    }
    catch (error) {
        const reason = error.message;
        return { outcome: 'failed', reason: `not sent: ${reason}`, stopped: reason };
    }
}
/**
 * Executes writes, by phase, and within one in the order given. What fails blocks what needs it, and the others go on; a refused key or
 * licence, a cancel, the deadline and a journal that cannot be written end it after the current one.
 */
async function applyWrites(writes, options) {
    const results = new Results();
    const written = new Set();
    const created = new Set();
    let seq = 0;
    let stopped;
    for (const write of [...writes].sort((a, b) => a.phase - b.phase)) {
        stopped ??= options.door.stopReason();
        if (stopped !== undefined) {
            results.add(write, { outcome: 'not-reached' });
            continue;
        }
        const reason = blockedBy(write, results);
        if (reason !== undefined) {
            results.add(write, { outcome: 'blocked', reason });
            continue;
        }
        const end = await executed(write, seq + 1, { written, created }, options);
        if (end.isBegun === true)
            seq++;
        for (const ref of write.objects) {
            if (end.isBegun !== true)
                continue;
            written.add(refText(ref));
            if (write.action === 'create')
                created.add(refText(ref));
        }
        stopped = end.stopped;
        results.add(write, end);
    }
    return { objects: results.all, stopped };
}

;// CONCATENATED MODULE: ./src/services/restore/journal.ts
/** The journal of a restore while it is written: line by line, each on the disk before anything else happens. */




const journal_JOURNAL_FILE = 'journal.jsonl';
/** A journal that is a file. Lines are appended one after another. */
class JournalFile {
    #file;
    #failure;
    constructor(file) {
        this.#file = file;
    }
    /**
     * Begins a journal in a file that must not be there yet.
     *
     * @throws Error in words
     */
    static async create(path, start) {
        try {
            const file = await (0,promises_.open)(path, 'ax');
            const journal = new JournalFile(file);
            try {
                await journal.#write(start);
                await (0,durable_files/* syncDirectory */.zR)((0,external_node_path_.dirname)(path));
            }
            catch (error) {
                await file.close();
                throw error;
            }
            return journal;
        }
        catch (error) {
            throw (0,io_errors/* explainIoError */.U_)(error, 'could not begin the journal of the restore');
        }
    }
    async #write(line) {
        // In one piece, so that a process that dies leaves at most the last line cut off.
        await this.#file.appendFile(`${JSON.stringify(line)}\n`);
        await this.#file.sync();
    }
    async append(line) {
        // After half a line the next one would be part of it.
        if (this.#failure !== undefined)
            throw this.#failure;
        try {
            await this.#write(line);
        }
        catch (error) {
            this.#failure = (0,io_errors/* explainIoError */.U_)(error, 'could not write the journal of the restore');
            throw this.#failure;
        }
    }
    async close() {
        await this.#file.close();
    }
}

;// CONCATENATED MODULE: ./src/services/restore/proof.ts


/** What a plan says of each object, by {@link refText}. */
function byRef({ steps }) {
    return new Map(steps.map((step) => [refText(step), step]));
}
/** Why the second plan's step of an object is other than the first plan announced; undefined where it is not. */
function leftToDo(step, first) {
    if (step.action === 'identical')
        return undefined;
    // What could not be done is no news, also where it could be by now.
    if (first !== undefined && isNotPossible(first))
        return undefined;
    const isAsPlanned = first !== undefined && isWrite(first) && step.live_sha256 === first.target_sha256;
    // What no write can change stays as it is, and was told as a loss.
    if (isAsPlanned && isNotPossible(step))
        return undefined;
    const reason = step.reason === undefined ? '' : ` (${step.reason})`;
    return isWrite(step)
        ? `${refText(step)}: still to ${step.action}`
        : `${refText(step)}: ${step.action}${reason}`;
}
/** Why an object that was written does not read as planned; undefined where it does. */
function misread(step, second) {
    if (step.action !== 'create' && step.action !== 'update')
        return undefined;
    if (second === undefined)
        return `${refText(step)}: it is in no second plan`;
    if (second.live_sha256 === step.target_sha256)
        return undefined;
    return second.live_sha256 === undefined
        ? `${refText(step)}: it is not there`
        : `${refText(step)}: it does not read as planned`;
}
/**
 * What a second plan says that the first one did not announce.
 *
 * @returns a sentence each, by {@link refText} of the object; empty where the result is proven
 */
function leftOf(first, second) {
    const [before, after] = [byRef(first), byRef(second)];
    const there = new Set(second.kept.map(refText));
    const found = new Map();
    for (const step of first.steps) {
        const text = step.action === 'delete' && there.has(refText(step))
            ? `${refText(step)}: it is still there`
            : misread(step, after.get(refText(step)));
        if (text !== undefined)
            found.set(refText(step), text);
    }
    for (const step of second.steps) {
        const text = leftToDo(step, before.get(refText(step)));
        // That it is left to do says more than that it reads otherwise.
        if (text !== undefined)
            found.set(refText(step), text);
    }
    return found;
}
/** What belongs to tenants by its id: gone with them. */
const OF_TENANTS = new Set(['tenant-settings', 'tenant-sso', 'roles']);
/** Whether an object goes when tenants do. */
function goesWith(section, tenantId, tenants) {
    return OF_TENANTS.has(section) && tenantId !== undefined && tenants.has(tenantId);
}
/**
 * Objects that were there before a restore, that it did not name, and that are gone.
 *
 * @returns a sentence each, by {@link refText} of the object
 */
function vanished({ steps }, before, after) {
    const written = steps.filter(isWrite);
    const named = new Set(written.flatMap((step) => [refText(step), liveText(step)]));
    const tenants = new Set(written
        .filter(({ section, action }) => section === 'tenants' && action === 'delete')
        .map(({ id, live_id }) => live_id ?? id));
    const found = new Map();
    for (const [section, objects] of before.sections) {
        const now = after.sections.get(section);
        if (now === undefined)
            continue;
        const ids = new Set([...now.values()].map(({ apiId }) => apiId));
        for (const one of objects.values()) {
            const isAnnounced = named.has(refText(one)) || goesWith(section, one.tenantId, tenants);
            if (ids.has(one.apiId) || isAnnounced)
                continue;
            found.set(refText(one), `${refText(one)}: it was not in the plan, and is gone`);
        }
    }
    return found;
}
function liveText({ section, id, live_id }) {
    return refText({ section, id: live_id ?? id });
}
/** How many objects ended in each way, as the report counts them. */
function proof_countsOf(objects) {
    const count = (...outcomes) => objects.filter(({ outcome }) => outcomes.includes(outcome)).length;
    return {
        done: count('done'),
        failed: count('failed', 'unknown', 'blocked'),
        not_reached: count('not-reached'),
    };
}

;// CONCATENATED MODULE: ./src/runs/restore/apply-refusals.ts

const SECOND_MS = 1000;
function deadlineReason(plan, { deadlineMinutes, timeLeftMs }) {
    if (plan.cost.seconds * SECOND_MS <= timeLeftMs)
        return undefined;
    const left = Math.max(0, Math.floor(timeLeftMs / SECOND_MS));
    return `the plan takes ${costInWords(plan)}, its proof among it, and of deadline-minutes (${deadlineMinutes}) ${left} seconds are left: raise deadline-minutes, or restore fewer objects (only)`;
}
/** Why nothing is written, as one sentence; undefined where the plan may be applied. */
function refusalOf(plan, approval) {
    const { planId, maxChanges } = approval;
    if (planId === undefined) {
        return 'nothing was written: no plan was approved. Give the id that the plan run printed as plan-id';
    }
    if (planId !== plan.plan_id) {
        return `nothing was written: the plan ${planId} that was approved is stale, since the backup, the project or what is asked for is another by now; the new plan is ${plan.plan_id}. Look through it, and approve that one`;
    }
    const count = writeCount(plan);
    if (count > maxChanges) {
        return `nothing was written: the plan has ${count} changes, and max-changes allows ${maxChanges}. Look through them, and raise max-changes, or restore fewer objects (only)`;
    }
    const late = count === 0 ? undefined : deadlineReason(plan, approval);
    return late && `nothing was written: ${late}`;
}

;// CONCATENATED MODULE: ./src/runs/restore/apply-world.ts
/** A restore that is not as its plan announced: what became of it is in the report, which was written. */
class RestoreNotProvenError extends Error {
    name = 'RestoreNotProvenError';
    report;
    constructor(message, report) {
        super(message);
        this.report = report;
    }
}

// EXTERNAL MODULE: ./src/runs/backup.ts + 12 modules
var backup = __webpack_require__(48887);
;// CONCATENATED MODULE: ./src/runs/restore/proof.ts






/** Waits before the project is planned once more, in milliseconds: lists of the service lag. */
const proof_LAG_WAITS = [1000, 4000, 10_000, 15_000];
/** An ordinary backup, where nothing else is said: what a backup that goes on every night would have. */
const RETENTION_DAYS = 30;
const SHRINK_LIMIT = 20;
async function proof_differencesOf({ plan, live, planAgain }, reading) {
    const { plan: second } = await planAgain(reading);
    const found = new Map([
        ...vanished(plan, liveSideOf(live.project), liveSideOf(reading.project)),
        ...leftOf(plan, second),
    ]);
    if (reading.project.consistency === 'torn') {
        found.set('', 'the project was changed while it was read for the proof');
    }
    return found;
}
/** Plans again until it is as announced, but for what was not done, or until no lag can be the cause. */
async function settledDifferences(prepared, objects, { stopReason, sleep }) {
    const undone = new Set(objects.filter(({ outcome }) => outcome !== 'done').map(refText));
    for (const wait of [...proof_LAG_WAITS, undefined]) {
        const found = await proof_differencesOf(prepared, await prepared.readAgain());
        const isSettled = [...found.keys()].every((ref) => undone.has(ref));
        if (isSettled || wait === undefined || stopReason() !== undefined)
            return [...found.values()];
        await sleep(wait);
    }
    return [];
}
/** The ordinary full backup of the project that a restore ends with. */
function afterBackupOptions({ plan, baseUrl }, options, bounds) {
    const { projectId, managementKey, backupRoot, fromProjectId, workflowRun } = options;
    const { environment } = plan.backup;
    const line = { projectId, environment };
    const kept = { retentionDays: RETENTION_DAYS, minimumBackups: 1 };
    // A name that was given is that of the backup's own project.
    const artifactName = fromProjectId === projectId ? options.artifactName : undefined;
    return {
        ...line,
        ...kept,
        backupRoot,
        capture: {
            source: 'live',
            live: {
                projectId,
                managementKey,
                baseUrl,
                sections: new Set(sections/* SECTIONS */.bP),
                deadlineMs: bounds.deadlineMs,
                maxRequests: bounds.maxRequests,
            },
            file: undefined,
        },
        comparison: {
            ...kept,
            history: 'compare',
            areCopiesHistory: bounds.hasCopies,
            naming: { ...line, source: 'live', artifactName },
            shrinkLimit: SHRINK_LIMIT,
            allowShrink: false,
            acceptPartial: false,
        },
        pruning: { projectId, prune: false, isRootForgotten: false },
        gitTree: undefined,
        demands: { requireSections: [], failOnPartial: true },
        workflowRun,
        purpose: { name: lines/* AFTER_RESTORE */.K2, planId: plan.plan_id },
    };
}
async function backUpAfter(prepared, options, { timeLeftMs, requestsLeft }, { applyListener: _told, storeSafety: _safety, ...world }) {
    const given = afterBackupOptions(prepared, options, {
        deadlineMs: Math.max(1, timeLeftMs()),
        maxRequests: Math.max(1, requestsLeft()),
        hasCopies: world.copies !== undefined,
    });
    return (0,backup/* backUp */.vm)(given, world);
}
/**
 * Proves a restore.
 *
 * @param objects what became of each object
 * @returns what could not be proven as data: nothing that fails here takes back what was written
 */
async function prove(prepared, objects, options, bounds, world) {
    const { reporter, signal } = world;
    if (signal.aborted) {
        const failures = ['the result is not proven, since the run was cancelled'];
        return { proof: 'not-run', differences: [], after: undefined, failures };
    }
    const failures = [];
    const settled = await reporter.group('Plan again', () => (0,runs_outcome/* attempt */.CD)(() => settledDifferences(prepared, objects, bounds)));
    const differences = 'value' in settled ? settled.value : [];
    if ('failure' in settled) {
        failures.push(`the result is not proven, since it could not be read: ${settled.failure.message}`);
    }
    const backedUp = await (0,runs_outcome/* attempt */.CD)(() => backUpAfter(prepared, options, bounds, world));
    const after = 'value' in backedUp ? backedUp.value : undefined;
    if ('failure' in backedUp) {
        failures.push(`the backup after the restore was not taken: ${backedUp.failure.message}`);
    }
    for (const { message } of after?.failures ?? []) {
        failures.push(`the backup after the restore: ${message}`);
    }
    const isProven = 'value' in settled && after !== undefined;
    const proof = differences.length > 0 ? 'differs' : isProven ? 'equal' : 'not-run';
    return { proof, differences, after, failures };
}

;// CONCATENATED MODULE: ./src/runs/restore/safety-backup.ts




/** What goes with a tenant that is deleted. */
const safety_backup_OF_TENANTS = ['tenant-settings', 'tenant-sso', 'roles'];
/** Sections of which a plan writes an object. */
function touchedSections({ steps }) {
    return [...new Set(steps.filter(isWrite).map(({ section }) => section))].sort();
}
/** Sections that lose what belongs to a tenant that the plan deletes. */
function sectionsOfDeleted({ steps }) {
    const isTenantDeleted = steps.some(({ section, action }) => section === 'tenants' && action === 'delete');
    return isTenantDeleted ? safety_backup_OF_TENANTS : [];
}
/** Why the reading is no safety backup of what a plan touches; undefined where it is one. */
function whyNotSafe(plan, { coverage, consistency }) {
    if (consistency === 'torn') {
        return 'the project was changed while it was read, so that no safety backup of it can be trusted: run it again when nobody changes the project';
    }
    const statusOf = (name) => coverage.find(({ section, status }) => section === name && status !== 'withheld');
    const missing = touchedSections(plan).filter((name) => statusOf(name)?.status !== 'saved');
    // What the project does not have at all cannot be lost.
    const unsure = sectionsOfDeleted(plan).filter((name) => !['saved', 'not-licensed'].includes(statusOf(name)?.status ?? ''));
    const all = [...new Set([...missing, ...unsure])];
    if (all.length === 0)
        return undefined;
    const named = all.map((name) => {
        const { status = 'not read', note } = statusOf(name) ?? {};
        return `${name} (${status}${typeof note === 'string' && note !== '' ? `: ${note}` : ''})`;
    });
    return `the safety backup would lack what the plan touches: ${named.join(', ')}`;
}
function statusOf({ coverage }) {
    return coverage.some(({ status }) => status === 'failed') ? 'partial' : 'complete';
}
async function safety_backup_write(service, { plan, live: { project }, baseUrl }, workflowRun, { signal, reporter }) {
    const path = await service.saveProject(plan.project_id, plan.backup.environment, { ...project, config: {} }, {
        source: { type: 'management-api', path: baseUrl.origin },
        coverage: project.coverage,
        status: statusOf(project),
        consistency: project.consistency,
        withheld_rules: withhold/* WITHHELD_RULES */.Gt,
        purpose: lines/* BEFORE_RESTORE */.x7,
        plan_id: plan.plan_id,
        run: workflowRun,
        signal,
    });
    const verification = await service.verifyBackup(path);
    if (verification.verified)
        return { path, verification, manifest: verification.manifest };
    const problems = reporter.words((0,strangers/* problemsInWords */.x)(verification.problems));
    throw new Error(`the safety backup ${path} did not verify when it was read back: ${problems}`);
}
/**
 * Saves what the plan was made from as the safety backup, proves it, and has it stored.
 *
 * @throws Error when it cannot be taken, proven or stored: then nothing may be written
 */
async function takeSafetyBackup(prepared, options, world) {
    const { reporter, clock, signal } = world;
    const why = whyNotSafe(prepared.plan, prepared.live.project);
    if (why !== undefined)
        throw new Error(`nothing was written: ${why}`);
    const service = new backup_service/* BackupService */.e({ backupRoot: options.backupRoot, clock });
    let stored;
    let safety;
    try {
        const backup = await safety_backup_write(service, prepared, options.workflowRun, world);
        safety = { backup, folder: prepared.folder, planPath: prepared.planPath };
        reporter.info(`Safety backup ${backup.manifest.backup_id} is written and proven`);
        stored = await world.storeSafety(safety);
        world.applyListener?.onSafetyBackup?.(safety, stored);
    }
    catch (error) {
        signal.throwIfAborted();
        const { message } = error;
        throw new Error(`nothing was written, since the safety backup is not safe: ${message}`, {
            cause: error,
        });
    }
    const where = 'path' in stored ? stored.path : `artifact ${stored.name}: ${stored.url}`;
    reporter.info(`Safety backup stored: ${where}`);
    return safety;
}

;// CONCATENATED MODULE: ./src/runs/restore/apply.ts
/** The story of an apply, top to bottom: refuse, save, write, prove, report. */













/** Objects and differences that a message names; the report has all. */
const apply_MAX_TOLD = 3;
const apply_REQUESTS_A_WRITE = 4;
/** Milliseconds of the deadline that no write may use: the proof comes after them. */
function proofReserveMs({ plan: { cost }, result }) {
    const ofWrites = Math.min(cost.requests, result.writes.length * apply_REQUESTS_A_WRITE);
    const share = cost.requests === 0 ? 0 : (cost.requests - ofWrites) / cost.requests;
    return Math.ceil(cost.seconds * share) * 1000;
}
/** The way to the project, which is closed early enough for the proof. */
function openDoor(prepared, options, world) {
    const { client } = prepared;
    const { session } = client;
    const project = openForWriting(client, {
        onSecret: world.onSecret,
        secrets: options.secrets.values(),
    });
    const reserve = proofReserveMs(prepared);
    const late = `deadline-minutes (${options.deadlineMinutes}) is over but for the time that the proof takes`;
    return {
        door: {
            read: project.read,
            write: project.write,
            stopReason: () => project.stopReason() ?? (session.timeLeftMs <= reserve ? late : undefined),
        },
        bounds: {
            stopReason: project.stopReason,
            sleep: project.sleep,
            timeLeftMs: () => session.timeLeftMs,
            requestsLeft: () => session.requestsLeft,
        },
    };
}
/** The journal, which also tells the log of each write. */
function toldJournal(journal, total, { reporter }) {
    const tell = ({ seq, action, outcome, objects, reason }) => {
        const [first] = objects;
        const more = objects.length > 1 ? ` and ${objects.length - 1} more` : '';
        const what = first === undefined ? '' : ` ${refText(first)}${more}`;
        const why = reason === undefined ? '' : ` (${reason})`;
        reporter.info({
            named: `${seq} of ${total}: ${action}${what}: ${outcome}${why}`,
            unnamed: `${seq} of ${total}: ${action} ${first?.section ?? ''}: ${outcome}`,
        });
    };
    return {
        append: async (line) => {
            await journal.append(line);
            if (line.event === 'end')
                tell(line);
        },
    };
}
async function writeAndProve(prepared, safety, options, world) {
    const { plan, result, folder } = prepared;
    const { clock, reporter } = world;
    const path = (0,external_node_path_.join)(folder.path, JOURNAL_FILE);
    const journal = await JournalFile.create(path, {
        event: 'start',
        at: new Date(clock()).toISOString(),
        restore_id: folder.id,
        plan_id: plan.plan_id,
        project_id: plan.project_id,
        safety_backup_id: safety.backup.manifest.backup_id,
    });
    try {
        world.applyListener?.onJournal?.(path);
        world.signal.throwIfAborted();
        const { door, bounds } = openDoor(prepared, options, world);
        const applied = await reporter.group('Write to the project', () => applyWrites(result.writes, {
            door,
            journal: toldJournal(journal, result.writes.length, world),
            comparable: result.comparable,
            ids: result.ids,
            secrets: options.secrets,
            now: () => new Date(clock()),
            sleep: bounds.sleep,
        }));
        return { applied, proof: await prove(prepared, applied.objects, options, bounds, world) };
    }
    finally {
        // Each line is on the disk already.
        await journal.close().catch(() => undefined);
    }
}
function some(texts) {
    const rest = texts.length - apply_MAX_TOLD;
    const shown = texts.slice(0, apply_MAX_TOLD).join('; ');
    return rest > 0 ? `${shown}; and ${rest} more, all in the report` : shown;
}
function objectText({ section, id, outcome, reason }) {
    return `${refText({ section, id })} ${outcome}${reason === undefined ? '' : ` (${reason})`}`;
}
/** Why the run is red, a sentence each; none where all is as the plan announced. */
function failuresOf({ applied, proof }, { reporter }) {
    const undone = applied.objects.filter(({ outcome }) => outcome !== 'done');
    const { differences } = proof;
    const count = `${undone.length} of ${applied.objects.length} objects were not done`;
    const differs = `the project is other than the plan announced in ${differences.length} ${differences.length === 1 ? 'place' : 'places'}`;
    const told = (text, all) => reporter.words({ named: `${text}: ${some(all)}`, unnamed: text });
    return [
        ...(applied.stopped === undefined ? [] : [`it stopped early: ${applied.stopped}`]),
        ...(undone.length === 0 ? [] : [told(count, undone.map(objectText))]),
        ...(differences.length === 0 ? [] : [told(differs, differences)]),
        ...proof.failures,
    ];
}
function reportOf({ plan, folder }, startedAt, { clock }, { stopped, safety_backup_id, after_backup_id, ...facts }) {
    return {
        format_version: 1,
        restore_id: folder.id,
        plan_id: plan.plan_id,
        project_id: plan.project_id,
        started_at: new Date(startedAt).toISOString(),
        ended_at: new Date(clock()).toISOString(),
        ...(safety_backup_id !== undefined && { safety_backup_id }),
        ...(after_backup_id !== undefined && { after_backup_id }),
        counts: proof_countsOf(facts.objects),
        ...(stopped !== undefined && { stopped }),
        ...facts,
    };
}
/**
 * Writes the report, has it stored, and ends the run.
 *
 * @throws RestoreNotProvenError where there are failures
 */
async function finish(report, failures, { folder }, world) {
    const { reporter, renderReport, storeReport, applyListener } = world;
    const path = await writeRestoreReport(folder, report, renderReport(report, failures));
    reporter.info(`Report: ${path}`);
    const hasJournal = report.safety_backup_id !== undefined;
    const names = [PLAN_FILE, ...(hasJournal ? [JOURNAL_FILE] : []), REPORT_FILE, REPORT_PAGE];
    const files = names.map((name) => (0,external_node_path_.join)(folder.path, name));
    const stored = await (0,runs_outcome/* attempt */.CD)(() => storeReport?.(folder, files));
    const all = 'failure' in stored
        ? [...failures, `the report was not stored: ${stored.failure.message}`]
        : failures;
    const told = await (0,runs_outcome/* attempt */.CD)(() => applyListener?.onReport?.(report, path, all));
    const last = 'failure' in told ? [...all, told.failure.message] : all;
    if (last.length > 0)
        throw new RestoreNotProvenError(last.join('. Also: '), report);
    return report;
}
/** What the plan announced as not possible is a warning, and nothing else. */
function warnOfNotPossible({ plan }, { reporter }) {
    const steps = plan.steps.filter(isNotPossible);
    if (steps.length === 0)
        return;
    const text = `${steps.length} objects of the backup are not restored, as the plan announced`;
    const named = steps.map((step) => `${refText(step)}: ${step.reason ?? step.action}`);
    reporter.warning({ named: `${text}: ${some(named)}`, unnamed: text });
}
/**
 * Applies a plan that was approved by its id.
 *
 * @param prepared of this run: the project was read for it a moment ago
 * @returns the report, where all is as the plan announced
 * @throws Error where nothing was written, and says so; RestoreNotProvenError after something may have been
 */
async function applyPlan(prepared, options, world) {
    const { plan, client } = prepared;
    const { clock, reporter, signal } = world;
    const startedAt = clock();
    signal.throwIfAborted();
    const refusal = refusalOf(plan, { ...options, timeLeftMs: client.session.timeLeftMs });
    if (refusal !== undefined)
        throw new Error(refusal);
    warnOfNotPossible(prepared, world);
    if (writeCount(plan) === 0) {
        reporter.info('There is nothing to do: the project is as the backup has it');
        const facts = { objects: [], proof: 'equal', differences: [] };
        return finish(reportOf(prepared, startedAt, world, facts), [], prepared, world);
    }
    const safety = await reporter.group('Take the safety backup', () => takeSafetyBackup(prepared, options, world));
    signal.throwIfAborted();
    reporter.info(`Applying ${plan.plan_id}: ${writesInWords(plan)}`);
    const written = await writeAndProve(prepared, safety, options, world);
    const { applied, proof } = written;
    const report = reportOf(prepared, startedAt, world, {
        objects: applied.objects,
        proof: proof.proof,
        differences: proof.differences,
        safety_backup_id: safety.backup.manifest.backup_id,
        after_backup_id: proof.after?.fresh.manifest.backup_id,
        stopped: applied.stopped,
    });
    return finish(report, failuresOf(written, world), prepared, world);
}

// EXTERNAL MODULE: ./src/actions/publish.ts + 2 modules
var publish = __webpack_require__(23442);
// EXTERNAL MODULE: ./src/github/artifact.ts
var artifact = __webpack_require__(49721);
// EXTERNAL MODULE: ./src/actions/strangers.ts + 1 modules
var actions_strangers = __webpack_require__(57063);
;// CONCATENATED MODULE: ./src/actions/restore-upload.ts
/** The artifacts of a restore: its report, and the safety backup with the plan that it belongs to. */






/** As long as GitHub allows where nothing else is said. */
const restore_upload_RETENTION_DAYS = 90;
const COMPRESSION_LEVEL = 6;
/** @throws Error that names the cause and the fix; the files themselves are safe */
async function upload(request, { environment, makeArtifactClient, signal }) {
    if (!(0,artifact/* canUpload */.Yl)(environment)) {
        throw new Error(`the artifact ${request.name} was not uploaded: the runner gave this step no ACTIONS_RUNTIME_TOKEN, and without it there is no artifact service. Run the action with "uses:" as a step of the job`);
    }
    return (0,artifact/* uploadArtifact */.mz)({
        ...request,
        suffix: environment['GITHUB_RUN_ATTEMPT'] ?? '1',
        retentionDays: restore_upload_RETENTION_DAYS,
        compressionLevel: COMPRESSION_LEVEL,
    }, environment, makeArtifactClient, signal);
}
/** Paths in the artifacts start where the backup root does, so that both unpack into one. */
function rootOf({ path }) {
    return (0,external_node_path_.dirname)((0,external_node_path_.dirname)(path));
}
async function filesIn(folder) {
    return (await (0,list_files/* listFiles */.C)(folder)).files.map((file) => (0,external_node_path_.join)(folder, file));
}
/**
 * Uploads the folder of a restore as it is now, where it may be.
 *
 * @throws Error that names the cause and the fix; the folder itself is safe
 */
async function uploadReport(inputs, folder, context) {
    const { environment, reporter, visibility } = context;
    const how = 'anyone who is logged in to GitHub could download the plan, which names objects';
    const reason = (0,publish/* whyNoUpload */.T)(inputs, environment) ??
        (0,actions_strangers/* whyNotForStrangers */.Id)(visibility, inputs['allow-public-artifact'], how);
    if (reason !== undefined) {
        reporter.info(`No report artifact is uploaded: ${reason}`);
        return;
    }
    const { name, url } = await upload({
        name: (0,artifact_names/* restoreArtifactName */.OE)(inputs['project-id'], folder.id),
        rootFolder: rootOf(folder),
        files: await filesIn(folder.path),
        backupPath: folder.path,
    }, context);
    reporter.info(`Uploaded the report as ${name}: ${url}`);
}
/**
 * Uploads the safety backup, whatever is said of other artifacts: nothing is written without it.
 *
 * @throws Error that names the cause and the fix
 */
async function uploadSafetyBackup(inputs, { backup, folder, planPath }, context) {
    return upload({
        name: (0,artifact_names/* safetyArtifactName */.yT)(inputs['project-id'], folder.id),
        rootFolder: rootOf(folder),
        files: [...(await filesIn(backup.path)), planPath],
        backupPath: backup.path,
    }, context);
}

;// CONCATENATED MODULE: ./src/actions/restore-apply.ts







/** The artifact of the backup that an apply ends with. */
const BACKUP_UPLOAD = {
    'retention-days': 30,
    'artifact-retention-days': undefined,
    'compression-level': 6,
};
function namingOf(inputs, { plan }) {
    const projectId = inputs['project-id'];
    // A name that was given is that of the backup's own project.
    const isOwn = inputs['from-project-id'] === projectId;
    return {
        projectId,
        environment: plan.backup.environment,
        source: 'live',
        artifactName: isOwn ? inputs['artifact-name'] : undefined,
    };
}
/** Sets the outputs as soon as they are known. */
const OUTPUTS = {
    onSafetyBackup: ({ backup: { manifest, path } }) => {
        (0,outputs/* setOutputs */.n0)({ 'safety-backup-id': manifest.backup_id, 'safety-backup-path': path });
    },
    onJournal: (path) => {
        (0,outputs/* setOutputs */.n0)({ 'journal-path': path });
    },
    onReport: ({ counts, proof }, path) => {
        (0,outputs/* setOutputs */.n0)({
            'report-path': path,
            'done-count': counts.done,
            'failed-count': counts.failed,
            proof,
        });
    },
};
/** Applies a plan. What fails is in the result. */
async function applyOnGitHub(prepared, inputs, options, world, context) {
    let [isBegun, isStored] = [false, false];
    let told;
    const outcome = await (0,runs_outcome/* attempt */.CD)(() => applyPlan(prepared, options, {
        ...world,
        store: (0,publish/* artifactStore */.i)(namingOf(inputs, prepared), { ...BACKUP_UPLOAD, ...inputs }, context),
        storeSafety: (safety) => uploadSafetyBackup(inputs, safety, context),
        storeReport: (folder) => {
            isStored = true;
            return uploadReport(inputs, folder, context);
        },
        renderReport: (report, failures) => renderReport(report, { failures, mayName: world.reporter.mayName }),
        onSecret: own_secrets/* maskSecret */.$l,
        applyListener: {
            ...OUTPUTS,
            onJournal: (path) => {
                isBegun = true;
                OUTPUTS.onJournal?.(path);
            },
            onReport: (report, path, failures) => {
                told = { report, failures };
                return OUTPUTS.onReport?.(report, path, failures);
            },
        },
    }));
    return { outcome, isBegun, told, isStored };
}

// EXTERNAL MODULE: ./src/actions/artifact-copies.ts + 3 modules
var artifact_copies = __webpack_require__(31292);
;// CONCATENATED MODULE: ./src/actions/restore-options.ts
/** From the inputs of the restore action, and the workflow run that it is a step of, to the options of a restore. */



/** The artifacts of earlier runs, where they are looked into: outside of GitHub Actions the backup root has all that there is. */
function restorableArtifacts(inputs, context) {
    const token = inputs['github-token'];
    if (inputs.history === 'none' || !(0,artifact_copies/* canLookUp */.ZL)(context.environment, token))
        return {};
    const branch = inputs['history-branch'];
    return {
        copies: (0,artifact_copies/* artifactCopies */.c6)(token, { workflow: inputs['history-workflow'], branch }, context),
        // The workflow that takes the backups is another one than that which restores.
        restoreCopies: (0,artifact_copies/* artifactCopies */.c6)(token, { workflow: undefined, branch }, context),
    };
}
/** The options of the restore that the inputs ask for. */
function restoreOptions(inputs, environment) {
    return {
        mode: inputs.mode,
        projectId: inputs['project-id'],
        managementKey: inputs['management-key'],
        baseUrl: inputs['base-url'],
        backup: inputs.backup,
        environment: inputs.environment,
        fromProjectId: inputs['from-project-id'],
        allowOtherProject: inputs['allow-other-project'],
        only: inputs.only,
        withDependencies: inputs['with-dependencies'],
        delete: inputs.delete,
        acceptUserLoss: inputs['accept-user-loss'],
        secrets: inputs.secrets,
        planId: inputs['plan-id'],
        maxChanges: inputs['max-changes'],
        backupRoot: (0,external_node_path_.resolve)((0,run_context/* workspaceFolder */.ih)(environment), inputs['backup-root']),
        artifactName: inputs['artifact-name'],
        deadlineMinutes: inputs['deadline-minutes'],
        workflowRun: (0,run_context/* workflowRun */.tM)(environment),
    };
}

;// CONCATENATED MODULE: ./src/actions/restore.ts














/** @param isApplied whether the outputs of an apply are wanted: until it has ended, they say that nothing was done */
function setPlanOutputs({ plan, planPath, folder }, isApplied) {
    const { counts } = plan;
    (0,outputs/* setOutputs */.n0)({
        'plan-id': plan.plan_id,
        'plan-path': planPath,
        'create-count': counts.create,
        'update-count': counts.update,
        'delete-count': counts.delete,
        'identical-count': counts.identical,
        'not-possible-count': counts.not_possible,
        risk: plan.risk,
        'restore-id': folder.id,
        ...(isApplied && { 'done-count': 0, 'failed-count': 0, proof: 'not-run' }),
    });
}
/** Shows the plan in the log, and warns of what it cannot do. */
function tellPlan(plan, reporter, now) {
    for (const line of planLines(plan, { now, mayName: reporter.mayName }))
        reporter.info(line);
    const count = plan.counts.not_possible;
    if (count > 0) {
        const objects = count === 1 ? '1 object' : `${count} objects`;
        reporter.warning(`${objects} of the backup cannot be restored: the plan says why`);
    }
}
/** Writes the page of the run; that it could not be written fails nothing. */
async function writePage(page, reporter) {
    const written = await (0,runs_outcome/* attempt */.CD)(() => (0,summary_file/* writeSummary */.S)(page));
    if ('failure' in written) {
        reporter.warning(`the job summary was not written: ${written.failure.message}`);
    }
}
function planPage(plan, inputs, failures, { mayName, now }) {
    return renderPlan(plan, {
        // What is applied is what was planned, whatever is the latest by then.
        backup: inputs.mode === 'undo' ? inputs.backup : plan.backup.backup_id,
        maxChanges: inputs['max-changes'],
        mayName,
        now,
        failures: failures.map(({ message }) => message),
    });
}
/** The page of an apply; of one that wrote nothing that of its plan. Undefined where nobody knows what was written. */
function applyPage({ told, isBegun }, failures, page, mayName) {
    if (told !== undefined) {
        const messages = failures.map(({ message }) => message);
        return renderReport(told.report, { mayName, failures: messages });
    }
    return isBegun ? undefined : page();
}
/** Whether the plan is to be applied, once it is made. */
function isApplied({ mode, 'plan-id': planId }) {
    return mode === 'apply' || (mode === 'undo' && planId !== undefined);
}
/** Why nothing is applied here, whatever the plan is. */
function restore_refusalOf(inputs, { environment }, visibility) {
    return refusedEvent(environment) ?? refusedReaders(visibility, inputs['allow-public-artifact']);
}
const NOT_APPLIED = { isBegun: false, isStored: false, told: undefined };
/**
 * Plans a restore, shows the plan, and applies it where that was approved.
 *
 * @throws Error with the one message that the step fails with
 */
async function run(inputs, context) {
    const { environment, makeArtifactClient, ...others } = context;
    const { signal, clock } = context;
    const visibility = await (0,actions_strangers/* whoCanRead */.Fj)(environment, inputs['github-token']);
    const reporter = (0,github_reporter/* gitHubReporter */.H)((0,actions_strangers/* mayNameThings */.Qt)(visibility), clock);
    const { mayName } = reporter;
    const options = restoreOptions(inputs, environment);
    const world = {
        ...others,
        ...restorableArtifacts(inputs, context),
        reporter,
        ownSecrets: (0,own_secrets/* ownSecrets */.G_)(),
        temporaryRoot: (0,run_context/* temporaryRoot */.is)(environment),
    };
    const publish = { environment, makeArtifactClient, signal, reporter, visibility };
    const prepared = await preparePlan(options, world);
    const { plan, folder } = prepared;
    const outputs = await (0,runs_outcome/* attempt */.CD)(() => {
        setPlanOutputs(prepared, isApplied(inputs));
    });
    tellPlan(plan, reporter, clock());
    const page = (failures) => planPage(plan, inputs, failures, { mayName, now: clock() });
    let applied = NOT_APPLIED;
    if (isApplied(inputs)) {
        const refusal = restore_refusalOf(inputs, context, visibility);
        applied =
            refusal === undefined
                ? await applyOnGitHub(prepared, inputs, options, world, publish)
                : { ...NOT_APPLIED, outcome: { failure: new Error(refusal) } };
    }
    const uploaded = applied.isStored
        ? undefined
        : await (0,runs_outcome/* attempt */.CD)(() => uploadReport(inputs, folder, publish));
    const failures = [
        ...('outcome' in applied ? (0,runs_outcome/* failureOf */.g5)(applied.outcome) : []),
        ...(0,runs_outcome/* failureOf */.g5)(outputs),
        ...(0,runs_outcome/* failureOf */.g5)(uploaded ?? {}),
    ];
    const shown = 'outcome' in applied
        ? applyPage(applied, failures, () => page(failures), mayName)
        : page(failures);
    if (inputs['job-summary'] && shown !== undefined)
        await writePage(shown, reporter);
    const failure = (0,runs_outcome/* joinFailures */.cc)(failures);
    if (failure !== undefined)
        throw failure;
}

// EXTERNAL MODULE: ./src/copies/apart.ts
var apart = __webpack_require__(90479);
// EXTERNAL MODULE: ./src/copies/open-artifact-apart.ts
var open_artifact_apart = __webpack_require__(33075);
// EXTERNAL MODULE: ./src/github/proxy.ts
var proxy = __webpack_require__(38231);
// EXTERNAL MODULE: ./node_modules/@actions/core/lib/core.js + 9 modules
var core = __webpack_require__(39840);
// EXTERNAL MODULE: ./node_modules/zod/v4/core/core.js
var core_core = __webpack_require__(88532);
// EXTERNAL MODULE: ./src/storage/dated-names.ts
var dated_names = __webpack_require__(65428);
// EXTERNAL MODULE: ./src/github/input-fields.ts
var input_fields = __webpack_require__(29017);
;// CONCATENATED MODULE: ./src/github/supplied-secrets.ts
/** The input `secrets` of a restore: values of secrets that no backup holds, by their places. Nothing here repeats any of it. */


/** Of a text that is no JSON, so much of it in one piece can be a secret. */
const MIN_PIECE = 4;
/** A value in all the pieces in which it can be seen: the log shows the lines of a key one by one. */
function piecesOf(value) {
    const lines = value.split(/\r\n|[\r\n]/).map((line) => line.trim());
    return [value, ...(lines.length > 1 ? lines.filter((line) => line.length >= MIN_PIECE) : [])];
}
function textsIn(value) {
    if (Array.isArray(value))
        return value.flatMap(textsIn);
    if ((0,json_value/* isJsonObject */.OW)(value))
        return Object.values(value).flatMap(textsIn);
    if (typeof value === 'string')
        return piecesOf(value);
    if (value instanceof json_value/* ExactNumber */.fh)
        return [value.text];
    return typeof value === 'number' ? [String(value)] : [];
}
/** What a quoted text stands for, where its escapes are good. */
function unescaped(quoted) {
    try {
        const text = JSON.parse(`"${quoted}"`);
        return typeof text === 'string' ? piecesOf(text) : [];
    }
    catch {
        return [];
    }
}
/** What can be a value in a text that cannot be read. */
function guesses(text) {
    const quoted = [...text.matchAll(/"((?:[^"\\]|\\.)*)"|'([^']*)'/gs)].map(([, double, single]) => double ?? single ?? '');
    const pieces = [...text.split(/[\r\n]+/), ...text.split(/[\s"',:{}]+/)];
    return [...quoted, ...quoted.flatMap(unescaped), ...pieces].filter((piece) => piece.length >= MIN_PIECE);
}
const IS_NO_OBJECT = 'is not a JSON object of places and values, such as {"resources/outbound-apps.json#/crm/clientSecret": "..."}';
/** @param json what the text says, where it can be read */
function wrong(text, problem, json = null) {
    const masked = [...textsIn(json), ...guesses(text)].filter((piece) => piece.trim() !== '');
    return { values: new Map(), masked, problems: [`the input ${problem}`] };
}
/** Reads the input: a JSON object whose values are texts. One that is empty would blank the secret at the service. */
function parseSuppliedSecrets(text) {
    let json;
    try {
        json = (0,parse/* parseJson */.qF)(Buffer.from(text));
    }
    catch (error) {
        const isTwice = error instanceof parse/* JsonDuplicateKeyError */.bW;
        return wrong(text, isTwice ? 'has a place twice: name each once' : IS_NO_OBJECT);
    }
    if (!(0,json_value/* isJsonObject */.OW)(json))
        return wrong(text, IS_NO_OBJECT, json);
    const values = new Map();
    const problems = [];
    for (const [index, [place, value]] of Object.entries(json).entries()) {
        const entry = `entry ${index + 1}`;
        if (typeof value !== 'string') {
            problems.push(`${entry} has a value that is no text: put it between quotes`);
        }
        else if (value.trim() === '') {
            problems.push(`${entry} has an empty value: the name of the secret may be misspelt`);
        }
        else
            values.set(place, value);
    }
    return { values, masked: textsIn(json).filter((piece) => piece.trim() !== ''), problems };
}

;// CONCATENATED MODULE: ./src/github/restore-inputs.ts
/** The inputs of the restore action: their schema, and what must be given together. */







const restore_inputs_LATEST = 'latest';
/** A list of names; each that is wrong is a problem of its own. */
function nameList(parse) {
    return schemas/* string */.YjP().transform((text, context) => {
        const list = parse(text);
        if ('names' in list)
            return list.names;
        for (const message of list.problems)
            context.addIssue({ code: 'custom', message });
        return core_core/* NEVER */.tm;
    });
}
const suppliedSecrets = schemas/* string */.YjP()
    .transform((text, context) => {
    const { values, problems } = parseSuppliedSecrets(text);
    for (const message of problems)
        context.addIssue({ code: 'custom', message });
    return values;
})
    .meta({ secret: true });
/**
 * The inputs of the restore action by their names in restore/action.yml. An input that is empty was not given; defaults
 * here and there are the same, and a test holds them together.
 */
const restoreInputSchema = schemas/* object */.Ikc({
    mode: (0,input_fields/* input */.hF)('is none of plan, apply and undo', (text) => text === 'plan' || text === 'apply' || text === 'undo' ? text : undefined).default('plan'),
    'project-id': input_fields/* projectId */.Lg,
    'management-key': input_fields/* managementKey */.Nq,
    'base-url': input_fields/* baseUrl */.pc.optional(),
    backup: (0,input_fields/* matching */.wC)(new RegExp(`^(?:${restore_inputs_LATEST}|${dated_names/* DATED_NAME */.J})$`), `is neither ${restore_inputs_LATEST} nor the id of a backup, such as 20261122_030000`).default(restore_inputs_LATEST),
    environment: input_fields/* environmentName */.VE.optional(),
    'from-project-id': input_fields/* projectId */.Lg.optional(),
    only: nameList(parseChoices).default([]),
    'with-dependencies': input_fields/* boolean */.zM.default(true),
    delete: nameList(parseObjects).default([]),
    secrets: suppliedSecrets.default(new Map()),
    'plan-id': (0,input_fields/* matching */.wC)(/^[0-9a-f]{64}$/, 'is not the id of a plan: copy the 64 digits and letters that the plan run printed').optional(),
    confirm: schemas/* string */.YjP().optional(),
    'max-changes': (0,input_fields/* wholeNumber */.rD)(0).default(100),
    'allow-other-project': input_fields/* boolean */.zM.default(false),
    'backup-root': input_fields/* path */.Ae.default('backups'),
    'artifact-name': input_fields/* lineArtifactName */.W5.optional(),
    'history-workflow': input_fields/* workflowFile */.EY.optional(),
    'history-branch': input_fields/* branch */.tk.optional(),
    'github-token': (0,input_fields/* secretInput */.jY)(),
    history: (0,input_fields/* input */.hF)('is neither carry nor none', (text) => text === 'carry' || text === 'none' ? text : undefined).default('carry'),
    'allow-public-artifact': input_fields/* boolean */.zM.default(false),
    'accept-user-loss': nameList(parseWithUsers).default([]),
    'deadline-minutes': (0,input_fields/* wholeNumber */.rD)(1, 360).default(60),
    'upload-artifact': input_fields/* boolean */.zM.default(true),
    'job-summary': input_fields/* boolean */.zM.default(true),
});
/** What an approval lacks. A run that was meant to write must not end green as a plan. */
function approvalProblems({ mode = 'plan', confirm, ...given }) {
    const project = given['project-id'];
    const problems = [];
    const isApplied = mode === 'apply' || (mode === 'undo' && (given['plan-id'] ?? confirm));
    if (isApplied && given['plan-id'] === undefined) {
        problems.push(`plan-id: is required to apply, but empty: run ${mode === 'undo' ? 'undo without confirm' : 'mode plan'} first, and give the id that it prints`);
    }
    if (isApplied && confirm === undefined) {
        problems.push('confirm: is required to apply, but empty: repeat project-id there');
    }
    if (confirm !== undefined && confirm !== project) {
        problems.push(`confirm: ${JSON.stringify(confirm)} is not the project that is written to: it must equal project-id`);
    }
    if (mode === 'plan' && given['plan-id'] !== undefined) {
        problems.push('plan-id: is given with mode plan, which writes nothing: set mode to apply, or remove it');
    }
    return problems;
}
/** What of the choice of the backup does not go together. */
function sourceProblems({ mode, backup = restore_inputs_LATEST, ...given }) {
    const problems = [];
    const other = given['from-project-id'] ?? given['project-id'];
    const isOther = other !== given['project-id'];
    if (mode === 'undo' && backup === restore_inputs_LATEST) {
        problems.push('backup: is required with mode undo: give the id of the restore, as its run printed it in restore-id');
    }
    if (mode === 'undo' && isOther) {
        problems.push('from-project-id: is another project than project-id, and a restore is undone from the safety backup of its own project: remove it');
    }
    if (mode !== 'undo' && isOther && !input_fields/* BOOLEANS */.sV.get(given['allow-other-project'] ?? 'false')) {
        problems.push(`from-project-id: ${JSON.stringify(other)} is another project than project-id: to write the backup of one project into another, set allow-other-project to true`);
    }
    return problems;
}
/**
 * Reads the inputs that the runner passes in the environment. The secrets among them are masked before anything else.
 *
 * @throws Error that lists every problem of every input, and repeats no secret
 */
function readRestoreInputs() {
    const { masked } = parseSuppliedSecrets((0,core/* getInput */.V4)('secrets'));
    for (const secret of masked)
        (0,core/* setSecret */.Pq)(secret);
    (0,own_secrets/* rememberSecrets */.hR)(...masked, process.env['ACTIONS_RUNTIME_TOKEN']);
    const inputs = (0,input_fields/* readInputs */.Ko)(restoreInputSchema, {
        checkTogether: (given) => [...approvalProblems(given), ...sourceProblems(given)],
        spellings: input_fields/* keyInHeader */.ed,
    });
    return { ...inputs, 'from-project-id': inputs['from-project-id'] ?? inputs['project-id'] };
}

// EXTERNAL MODULE: ./src/github/step.ts + 2 modules
var step = __webpack_require__(39179);
// EXTERNAL MODULE: ./src/runs/compare-apart.ts
var compare_apart = __webpack_require__(99126);
;// CONCATENATED MODULE: ./src/main/restore.ts
/** Entry of the restore action. */









/** The restore action. @param dist absolute path of the folder with the built scripts */
async function main(dist) {
    (0,own_secrets/* guardStream */.I0)(process.stdout);
    (0,own_secrets/* guardStream */.I0)(process.stderr);
    await (0,step/* runStep */.e)((signal) => {
        (0,proxy/* useProxies */.U)(process.env);
        return run(readRestoreInputs(), {
            environment: process.env,
            makeArtifactClient: artifact/* defaultArtifactClient */.h$,
            openArtifact: (0,open_artifact_apart/* openApart */.p)((0,apart/* inspectBundle */.rI)(dist)),
            compareBackups: (0,compare_apart/* compareApart */.C)((0,apart/* inspectBundle */.rI)(dist)),
            signal,
            clock: Date.now,
        });
    });
}


/***/ })

};
