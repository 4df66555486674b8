export const id = 51;
export const ids = [51];
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
/**
 * Whether a folder may hold what was read from a live project. In doubt it does: strangers must not
 * get it.
 */




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
/**
 * Whether all of it has the shape of a config file: flows made from templates, tenants without the
 * service's answer.
 */
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
/**
 * A verified backup says what it is; any other counts as live unless everything in it says that it
 * is not.
 */
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
 * The files of the retained backups, one by one. The artifact library would take a link for its
 * target and die of a file that it cannot read, so nothing is left to it. What would make the
 * artifact larger than what is read back is left out, the oldest backups first.
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
/**
 * The upload of the retained backups: whether there is one, under which name, and what strangers
 * must not get.
 */







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
/**
 * Artifacts of this run as the place where the retained backups go, under the name of their line.
 */
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

/***/ 92084:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   z: () => (/* binding */ saveMemory)
/* harmony export */ });
/* harmony import */ var node_v8__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(78877);
/* harmony import */ var node_v8__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_v8__WEBPACK_IMPORTED_MODULE_0__);
/** A mode of the engine that takes less memory and more time. */

/** The first release of V8 that is known to take the flag while it runs: that of Node 24. */
const FIRST_V8 = 13;
/**
 * Makes Node collect garbage early, at the price of processor time. Left to itself it first lets
 * some hundred megabytes pile up, which a container of a self-hosted runner may not have.
 * docs/adr/0012-memory-saver.md says why this way.
 *
 * @param v8Version of the running Node; an older one would complain about the flag
 */
function saveMemory(v8Version = process.versions.v8) {
    if (Number.parseInt(v8Version, 10) >= FIRST_V8)
        (0,node_v8__WEBPACK_IMPORTED_MODULE_0__.setFlagsFromString)('--memory-saver-mode');
}


/***/ }),

/***/ 72051:
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
/**
 * Those who can cause them may run workflows of the default branch. Called workflows have the event
 * of their caller.
 */
const EVENTS = ['workflow_dispatch', 'repository_dispatch', 'schedule'];
/**
 * Why nothing is applied after the event that started the run, if so. Outside GitHub Actions there
 * is none.
 */
function refusedEvent(environment) {
    if (environment['GITHUB_ACTIONS'] !== 'true')
        return undefined;
    const event = environment['GITHUB_EVENT_NAME'] ?? '';
    if (EVENTS.includes(event))
        return undefined;
    const what = event === '' ? 'an event that the runner does not name' : `the event ${event}`;
    return `nothing is applied on ${what}: start the workflow by ${EVENTS.slice(0, -1).join(', ')} or ${EVENTS.at(-1) ?? ''}. A plan runs on any event`;
}
/**
 * Why nothing is applied where others read the repository, if so: the safety backup is uploaded
 * before the first write.
 */
function refusedReaders(visibility, allowPublicArtifact) {
    if (visibility === 'private' || visibility === 'internal' || allowPublicArtifact) {
        return undefined;
    }
    const why = visibility === 'public'
        ? 'the repository is public, and anyone could download the safety backup'
        : 'nobody could tell whether the repository is public (pass github-token, or run where the event names the repository)';
    return `nothing is applied: ${why}. Restore from a private repository, or set allow-public-artifact to true`;
}

// EXTERNAL MODULE: ./src/project/restore-words.ts
var restore_words = __webpack_require__(51799);
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
    const why = (step) => (0,markdown/* escapeText */.X1)((0,restore_words/* stepInWords */.hy)(step));
    const lossOf = ({ loses }) => sentences(loses);
    return [
        ...findingLines(plan),
        ...stepTable('To delete', of('delete'), 'What is lost with it', lossOf, MAX_ROWS_OF_DANGER),
        ...stepTable('What does not come back', losing, 'What', lossOf, MAX_ROWS_OF_DANGER),
        ...stepTable('Not possible', plan.steps.filter(restore_words/* isNotPossible */.vT), 'Why', (step) => `${step.action}: ${why(step)}`, MAX_ROWS_OF_DANGER),
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
        : section(title, ...list((0,restore_words/* grouped */.zD)(names, (name) => name).map(([name, { length }]) => `${name}: ${length}`)));
    const losses = plan.steps.reduce((sum, { loses }) => sum + loses.length, 0);
    return [
        ...counts('Look at these first', plan.findings.map(({ section: name, rule }) => `${name}, rule ${rule}`)),
        ...((0,restore_words/* writeCount */.jG)(plan) + plan.counts.not_possible === 0
            ? []
            : section('What the plan does', ...list((0,restore_words/* stepsInCounts */.XO)(written)))),
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
    const counts = (0,restore_words/* grouped */.zD)(objects, ({ section, action, outcome }) => `${section} ${action}, ${outcome}`).map(([name, { length }]) => `- ${(0,markdown/* escapeText */.X1)(name)}: ${length}`);
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

// EXTERNAL MODULE: ./src/project/object-names.ts
var object_names = __webpack_require__(75471);
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
    const lines = names.map((name) => `    ${(0,object_names/* plainName */.MH)(name)}`);
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
/**
 * The step that applies the plan, from `with:` on. What is not of the plan, such as `base-url`,
 * stays as the workflow has it.
 */
function applyLines(plan, { backup, maxChanges, mayName }) {
    const { mode, project_id: project, backup: source } = plan;
    const isOther = source.project_id !== project;
    const count = (0,restore_words/* writeCount */.jG)(plan);
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
        ['Writes', `${(0,restore_words/* writesInWords */.J5)(plan)}; ${counts.identical} identical`],
        ['Risk of this plan', risk === 'none' || risk === 'low' ? risk : `⚠️ ${risk}`],
        ['Not possible', String(counts.not_possible)],
        [
            plan.mode === 'undo' ? 'Safety backup' : 'Backup',
            `${(0,markdown/* code */.aY)(backup.backup_id)}, ${(0,markdown/* escapeText */.X1)(backup.environment)}, ${(0,restore_words/* ageInWords */.s3)(backup.created_at, now)}, ${status}`,
        ],
        ['Risk of the changes in it', (0,markdown/* escapeText */.X1)(recorded)],
        ...(backup.project_id === plan.project_id
            ? []
            : [['Backup of', `⚠️ another project, ${(0,markdown/* code */.aY)(backup.project_id)}`]]),
        ['Scope', scopeCell(plan)],
        ['Kept', `${(0,markdown/* counted */.hS)(counts.kept, 'object')} that only the project has`],
        ['Cost', (0,markdown/* escapeText */.X1)((0,restore_words/* costInWords */.M7)(plan))],
    ]);
}
function nextStep(plan, options) {
    const count = (0,restore_words/* writeCount */.jG)(plan);
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
/**
 * The page of a plan in GitHub-flavoured Markdown: well under GitHub's limit, and its next step is
 * never cut.
 */
function renderPlan(plan, options) {
    const title = plan.mode === 'undo' ? 'Undo plan' : 'Restore plan';
    const icon = (0,restore_words/* writeCount */.jG)(plan) === 0 && plan.counts.not_possible === 0 ? '✅' : '📋';
    const lines = [
        `## ${icon} ${title}, ${(0,restore_words/* writesInWords */.J5)(plan)}: ${(0,markdown/* escapeText */.X1)(plan.project_id)}`,
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
/**
 * The page of what was done, also `report.md`: well under GitHub's limit, and the way back is never
 * cut.
 */
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
// EXTERNAL MODULE: ./src/runs/restore/prepare.ts + 28 modules
var prepare = __webpack_require__(61061);
// EXTERNAL MODULE: ./src/services/restore/planned-write.ts
var planned_write = __webpack_require__(21565);
;// CONCATENATED MODULE: ./src/services/restore/plan-lines.ts


const plan_lines_WORST_FIRST = ['delete', 'update', 'create'];
function stepLine(step) {
    const words = [(0,restore_words/* stepInWords */.hy)(step), ...step.loses].filter((text) => text !== '').join('; ');
    return `${step.action} ${(0,planned_write/* refText */.d)(step)}${words === '' ? '' : `: ${words}`}`;
}
function capped(lines, max) {
    const rest = lines.length - max;
    return rest <= 0 ? [...lines] : [...lines.slice(0, max), `... and ${rest} more`];
}
function namedLines({ findings, steps, refusals }, max) {
    const written = plan_lines_WORST_FIRST.flatMap((action) => steps.filter((step) => step.action === action));
    return [
        ...capped(findings.map((finding) => `look at this first: ${(0,planned_write/* refText */.d)(finding)}: ${finding.text}`), max),
        ...capped(written.map(stepLine), max),
        ...capped(steps.filter(restore_words/* isNotPossible */.vT).map(stepLine), max),
        ...refusals.map(({ section, kind, text }) => `Descope answered (${section}, ${kind}): ${text}`),
    ];
}
function countedLines({ findings, steps, refusals }) {
    const shown = steps.filter((step) => (0,restore_words/* isWrite */.ao)(step) || (0,restore_words/* isNotPossible */.vT)(step));
    return [
        ...(0,restore_words/* grouped */.zD)(findings, ({ section, rule }) => `${section}, rule ${rule}`).map(([name, { length }]) => `look at this first: ${name}: ${length}`),
        ...(0,restore_words/* stepsInCounts */.XO)(shown),
        ...refusals.map(({ section, kind }) => `Descope answered: ${section}, ${kind}`),
    ];
}
/**
 * The plan, a line each: what it comes from, what it would write and cannot, what it leaves alone,
 * and its id.
 */
function planLines(plan, { now, mayName, maxSteps = 200 }) {
    const { backup, counts } = plan;
    const other = backup.project_id === plan.project_id ? '' : ` of project ${backup.project_id}`;
    return [
        `Backup ${backup.backup_id}${other}, ${backup.environment}: ${(0,restore_words/* ageInWords */.s3)(backup.created_at, now)}, ${backup.status}, risk of the changes in it: ${backup.risk ?? 'not recorded'}`,
        `Plan: ${(0,restore_words/* writesInWords */.J5)(plan)}; ${counts.identical} identical, ${counts.not_possible} not possible, ${counts.kept} kept; risk ${plan.risk}`,
        ...(mayName ? namedLines(plan, maxSteps) : countedLines(plan)),
        `It takes ${(0,restore_words/* costInWords */.M7)(plan)}`,
        `Plan id: ${plan.plan_id}`,
    ];
}

// EXTERNAL MODULE: ./src/actions/github-reporter.ts + 1 modules
var github_reporter = __webpack_require__(72972);
// EXTERNAL MODULE: ./src/github/cancellation.ts
var cancellation = __webpack_require__(50008);
// EXTERNAL MODULE: ./src/runs/restore/apply.ts + 14 modules
var apply = __webpack_require__(85171);
// EXTERNAL MODULE: ./src/actions/publish.ts + 2 modules
var publish = __webpack_require__(23442);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./src/copies/artifact-names.ts
var artifact_names = __webpack_require__(710);
// EXTERNAL MODULE: ./src/github/artifact.ts
var artifact = __webpack_require__(49721);
// EXTERNAL MODULE: ./src/storage/list-files.ts
var list_files = __webpack_require__(56183);
// EXTERNAL MODULE: ./src/actions/strangers.ts + 1 modules
var strangers = __webpack_require__(57063);
;// CONCATENATED MODULE: ./src/actions/restore-upload.ts
/**
 * The artifacts of a restore: its report, and the safety backup with the plan that it belongs to.
 */






/** As long as GitHub allows where nothing else is said. */
const RETENTION_DAYS = 90;
const COMPRESSION_LEVEL = 6;
/** @throws Error that names the cause and the fix; the files themselves are safe */
async function upload(request, { environment, makeArtifactClient, signal }) {
    if (!(0,artifact/* canUpload */.Yl)(environment)) {
        throw new Error(`the artifact ${request.name} was not uploaded: the runner gave this step no ACTIONS_RUNTIME_TOKEN, and without it there is no artifact service. Run the action with "uses:" as a step of the job`);
    }
    return (0,artifact/* uploadArtifact */.mz)({
        ...request,
        suffix: environment['GITHUB_RUN_ATTEMPT'] ?? '1',
        retentionDays: RETENTION_DAYS,
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
        (0,strangers/* whyNotForStrangers */.Id)(visibility, inputs['allow-public-artifact'], how);
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
/** So long after a cancel the report may still be uploaded: it says what was written. */
const REPORT_GRACE_MS = 8000;
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
    const outcome = await (0,runs_outcome/* attempt */.CD)(() => (0,apply.applyPlan)(prepared, options, {
        ...world,
        store: (0,publish/* artifactStore */.i)(namingOf(inputs, prepared), { ...BACKUP_UPLOAD, ...inputs }, context),
        storeSafety: (safety) => uploadSafetyBackup(inputs, safety, context),
        storeReport: (folder) => {
            isStored = true;
            const signal = (0,cancellation/* outlasting */.j)(context.signal, REPORT_GRACE_MS);
            return uploadReport(inputs, folder, { ...context, signal });
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

// EXTERNAL MODULE: ./src/runs/restore/restore-options.ts
var restore_options = __webpack_require__(18802);
// EXTERNAL MODULE: ./src/actions/artifact-copies.ts + 3 modules
var artifact_copies = __webpack_require__(31292);
;// CONCATENATED MODULE: ./src/actions/restore-options.ts
/**
 * From the inputs of the restore action, and the workflow run that it is a step of, to the options
 * of a restore.
 */




/**
 * The artifacts of earlier runs, where they are looked into: outside of GitHub Actions the backup
 * root has all that there is.
 */
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
    return (0,restore_options/* restoreOptionsOf */.M)(inputs, {
        backupRoot: (0,external_node_path_.resolve)((0,run_context/* workspaceFolder */.ih)(environment), inputs['backup-root']),
        artifactName: inputs['artifact-name'],
        workflowRun: (0,run_context/* workflowRun */.tM)(environment),
    });
}

;// CONCATENATED MODULE: ./src/actions/restore.ts














/**
 * @param isApplied whether the outputs of an apply are wanted: until it has ended, they say that
 * nothing was done
 */
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
/**
 * The page of an apply; of one that wrote nothing that of its plan. Undefined where nobody knows
 * what was written.
 */
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
function refusalOf(inputs, { environment }, visibility) {
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
    const visibility = await (0,strangers/* whoCanRead */.Fj)(environment, inputs['github-token']);
    const reporter = (0,github_reporter/* gitHubReporter */.H)((0,strangers/* mayNameThings */.Qt)(visibility), clock);
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
    const prepared = await (0,prepare/* preparePlan */.H)(options, world);
    const { plan, folder } = prepared;
    const outputs = await (0,runs_outcome/* attempt */.CD)(() => {
        setPlanOutputs(prepared, isApplied(inputs));
    });
    tellPlan(plan, reporter, clock());
    const page = (failures) => planPage(plan, inputs, failures, { mayName, now: clock() });
    let applied = NOT_APPLIED;
    if (isApplied(inputs)) {
        const refusal = refusalOf(inputs, context, visibility);
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
// EXTERNAL MODULE: ./src/github/memory-saver.ts
var memory_saver = __webpack_require__(92084);
// EXTERNAL MODULE: ./src/github/proxy.ts
var proxy = __webpack_require__(38231);
// EXTERNAL MODULE: ./node_modules/@actions/core/lib/core.js + 9 modules
var core = __webpack_require__(39840);
// EXTERNAL MODULE: ./src/project/inputs/restore.ts
var restore = __webpack_require__(31345);
// EXTERNAL MODULE: ./src/project/inputs/supplied-secrets.ts
var supplied_secrets = __webpack_require__(37181);
// EXTERNAL MODULE: ./src/github/read-inputs.ts
var read_inputs = __webpack_require__(38745);
;// CONCATENATED MODULE: ./src/github/restore-inputs.ts
/** The inputs of the restore action, from the environment. */





/**
 * Reads the inputs that the runner passes in the environment. The secrets among them are masked
 * before anything else.
 *
 * @throws Error that lists every problem of every input, and repeats no secret
 */
function readRestoreInputs() {
    const { masked } = (0,supplied_secrets/* parseSuppliedSecrets */.T)((0,core/* getInput */.V4)('secrets'));
    for (const secret of masked)
        (0,core/* setSecret */.Pq)(secret);
    (0,own_secrets/* rememberSecrets */.hR)(...masked, process.env['ACTIONS_RUNTIME_TOKEN']);
    const inputs = (0,read_inputs/* readInputs */.K)(restore/* restoreInputSchema */._U, {
        checkTogether: (given) => [...(0,restore/* approvalProblems */.M0)(given), ...(0,restore/* sourceProblems */._0)(given)],
        spellings: read_inputs/* keyInHeader */.e,
    });
    return { ...inputs, 'from-project-id': inputs['from-project-id'] ?? inputs['project-id'] };
}

// EXTERNAL MODULE: ./src/github/step.ts + 1 modules
var step = __webpack_require__(68672);
// EXTERNAL MODULE: ./src/runs/compare-apart.ts
var compare_apart = __webpack_require__(99126);
;// CONCATENATED MODULE: ./src/main/restore.ts
/** Entry of the restore action. */










/**
 * The runner ends a cancelled job after 10 seconds: until then the current object is brought to an
 * end, and told.
 */
const GRACE_MS = 9000;
/** The restore action. @param dist absolute path of the folder with the built scripts */
async function main(dist) {
    (0,own_secrets/* guardStream */.I0)(process.stdout);
    (0,own_secrets/* guardStream */.I0)(process.stderr);
    const work = (signal) => {
        (0,proxy/* useProxies */.U)(process.env);
        const inputs = readRestoreInputs();
        // It waits for the network most of the time, and holds the project twice: as saved and as it
        // is.
        (0,memory_saver/* saveMemory */.z)();
        return run(inputs, {
            environment: process.env,
            makeArtifactClient: artifact/* defaultArtifactClient */.h$,
            openArtifact: (0,open_artifact_apart/* openApart */.p)((0,apart/* inspectBundle */.rI)(dist)),
            compareBackups: (0,compare_apart/* compareApart */.C)((0,apart/* inspectBundle */.rI)(dist)),
            signal,
            clock: Date.now,
        });
    };
    await (0,step/* runStep */.e)(work, undefined, GRACE_MS);
}


/***/ })

};
