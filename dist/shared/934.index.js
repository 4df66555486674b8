export const id = 934;
export const ids = [934];
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

/***/ 82934:
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
// EXTERNAL MODULE: ./src/github/run-context.ts
var run_context = __webpack_require__(47068);
// EXTERNAL MODULE: ./src/runs/backup.ts + 12 modules
var backup = __webpack_require__(48887);
// EXTERNAL MODULE: ./src/runs/outcome.ts
var outcome = __webpack_require__(29426);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./src/project/secret.ts
var secret = __webpack_require__(36953);
// EXTERNAL MODULE: ./src/actions/artifact-copies.ts + 3 modules
var artifact_copies = __webpack_require__(31292);
// EXTERNAL MODULE: ./src/actions/strangers.ts + 1 modules
var strangers = __webpack_require__(57063);
;// CONCATENATED MODULE: ./src/actions/backup-options.ts
/**
 * From the inputs of the backup action, and the workflow run that it is a step of, to the options
 * of a backup.
 */





const DEFAULT_CONFIG_PATH = 'descope.yaml';
/**
 * Whether artifacts are part of the history: where backups are uploaded, and GitHub can be asked
 * for them or should have been. A script that starts the bundle by itself gets no token, and has
 * the backup root alone.
 */
function hasArtifacts(inputs, environment) {
    if (inputs.history === 'carry')
        return true;
    const isReached = (0,artifact_copies/* canLookUp */.ZL)(environment, inputs['github-token']) || (0,run_context/* isInputGiven */.Cq)(environment, 'github-token');
    return environment['GITHUB_ACTIONS'] === 'true' && inputs['upload-artifact'] && isReached;
}
/**
 * The artifacts of earlier runs, where there are any to look into; those that should be there, and
 * cannot be reached.
 */
function earlierArtifacts(inputs, context) {
    const token = inputs['github-token'];
    if ((0,artifact_copies/* canLookUp */.ZL)(context.environment, token)) {
        const policy = { workflow: inputs['history-workflow'], branch: inputs['history-branch'] };
        return (0,artifact_copies/* artifactCopies */.c6)(token, policy, context);
    }
    return hasArtifacts(inputs, context.environment)
        ? (0,artifact_copies/* unreachableCopies */.yA)('there is no GitHub Actions run with a github-token to look with')
        : undefined;
}
function captureOptions(inputs, environment) {
    const projectId = inputs['project-id'];
    const file = {
        projectId,
        environment: inputs.environment,
        path: inputs['config-path'] ?? DEFAULT_CONFIG_PATH,
        workspace: (0,run_context/* workspaceFolder */.ih)(environment),
        variables: environment,
        allowVariables: inputs['allow-variables'] ?? new Set(),
    };
    if (inputs.source === 'config-file')
        return { source: 'config-file', file };
    return {
        source: 'live',
        live: {
            projectId,
            managementKey: inputs['management-key'] ?? new secret/* Secret */.z(''),
            baseUrl: inputs['base-url'],
            sections: inputs.sections,
            required: new Set(inputs['require-sections']),
            deadlineMs: inputs['deadline-minutes'] * 60_000,
            maxRequests: inputs['max-requests'],
        },
        file: inputs['config-path'] === undefined ? undefined : file,
    };
}
/** What the artifacts of the run's line are called by. */
function namingOf(inputs) {
    const { environment, source } = inputs;
    return {
        projectId: inputs['project-id'],
        environment,
        source,
        artifactName: inputs['artifact-name'],
    };
}
function comparisonOptions(inputs, environment) {
    return {
        history: inputs.history,
        areCopiesHistory: hasArtifacts(inputs, environment),
        naming: namingOf(inputs),
        retentionDays: inputs['retention-days'],
        minimumBackups: inputs['minimum-backups'],
        shrinkLimit: inputs['shrink-limit'],
        allowShrink: inputs['allow-shrink'],
        acceptPartial: !inputs['fail-on-partial'],
    };
}
function treeOptions(inputs, workspace, visibility) {
    const folder = inputs['git-tree'];
    if (folder === undefined)
        return undefined;
    const how = 'anyone could read the tree once it is committed';
    return {
        folder: (0,external_node_path_.resolve)(workspace, folder),
        workspace,
        whyNotLive: (0,strangers/* whyNotForStrangers */.Id)(visibility, inputs['allow-public-artifact'], how),
    };
}
/**
 * The options of the backup that the inputs ask for.
 *
 * @param visibility who can read the repository
 */
function backupOptions(inputs, environment, visibility) {
    const projectId = inputs['project-id'];
    const workspace = (0,run_context/* workspaceFolder */.ih)(environment);
    return {
        projectId,
        environment: inputs.environment,
        backupRoot: (0,external_node_path_.resolve)(workspace, inputs['backup-root']),
        retentionDays: inputs['retention-days'],
        minimumBackups: inputs['minimum-backups'],
        capture: captureOptions(inputs, environment),
        comparison: comparisonOptions(inputs, environment),
        pruning: {
            projectId,
            prune: inputs.prune,
            isRootForgotten: inputs.history !== 'carry' && (0,run_context/* isHostedRunner */.eU)(environment),
        },
        gitTree: treeOptions(inputs, workspace, visibility),
        demands: {
            requireSections: inputs['require-sections'],
            failOnPartial: inputs['fail-on-partial'],
        },
        workflowRun: (0,run_context/* workflowRun */.tM)(environment),
    };
}

// EXTERNAL MODULE: ./src/actions/github-reporter.ts + 1 modules
var github_reporter = __webpack_require__(72972);
// EXTERNAL MODULE: ./src/actions/publish.ts + 2 modules
var publish = __webpack_require__(23442);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: ./src/github/changes-markdown.ts
var changes_markdown = __webpack_require__(85770);
// EXTERNAL MODULE: ./src/github/summary-file.ts
var summary_file = __webpack_require__(45078);
// EXTERNAL MODULE: ./src/github/markdown.ts
var markdown = __webpack_require__(65566);
;// CONCATENATED MODULE: ./src/github/summary.ts



function artifactLine(artifact) {
    switch (artifact.outcome) {
        case 'uploaded': {
            // Relative: GitHub breaks a full link when the repository's name is masked as a secret.
            const link = `<a href="./${(0,markdown/* escapeText */.X1)(artifact.runId)}/artifacts/${artifact.id}">${(0,markdown/* escapeText */.X1)(artifact.name)}</a>`;
            return `${link} (${(0,markdown/* formatSize */.Xq)(artifact.size)}), kept for ${(0,markdown/* counted */.hS)(artifact.retentionDays, 'day')}, until ${artifact.expires}`;
        }
        case 'skipped':
            return `not uploaded: ${(0,markdown/* escapeText */.X1)(artifact.reason)}`;
        case 'failed':
            return `<b>failed</b>: ${(0,markdown/* escapeText */.X1)(artifact.reason)}`;
    }
}
function retentionSection(retention) {
    if ('skipped' in retention)
        return ['### Retention', '', (0,markdown/* escapeText */.X1)(retention.skipped), ''];
    const { removed, kept, failed, dryRun, retentionDays } = retention;
    const rows = (decisions, what) => decisions.map(({ id, reason }) => [(0,markdown/* code */.aY)(id), what, (0,markdown/* escapeText */.X1)(reason)]);
    return [
        '### Retention',
        '',
        `Window of ${(0,markdown/* counted */.hS)(retentionDays, 'day')}${dryRun ? ' (dry run: nothing is removed)' : ''}: ` +
            `${kept.length} kept, ${removed.length} removed${failed.length > 0 ? `, ${failed.length} could not be removed` : ''}.`,
        '',
        ...(0,markdown/* table */.tp)(['Backup', 'Decision', 'Reason'], [...rows(failed, 'not removed'), ...rows(removed, 'removed'), ...rows(kept, 'kept')]),
    ];
}
function isWithheld(entry) {
    return entry.status === 'withheld';
}
const WITHHELD_INTRODUCTION = 'Secrets that were withheld, and references to variables that may be secrets:';
function changesSection({ changes, mayName }) {
    if ('unknown' in changes)
        return ['### What changed', '', (0,markdown/* escapeText */.X1)(changes.unknown), ''];
    const { since, report, shrink } = changes;
    return [
        `### What changed since ${(0,markdown/* escapeText */.X1)(since)}`,
        '',
        ...(shrink.length > 0
            ? ['**Too much is gone:**', '', ...shrink.map((reason) => `- 🛑 ${(0,markdown/* escapeText */.X1)(reason)}`), '']
            : []),
        ...(0,changes_markdown/* changesLines */.DP)(report, mayName),
    ];
}
/** `12 (+2)`, where the count before is known. */
function countWithDifference(count, before) {
    const difference = count - (before ?? count);
    return difference === 0 ? String(count) : `${count} (${difference > 0 ? '+' : ''}${difference})`;
}
function isCoverage(entry) {
    return !isWithheld(entry);
}
function countsSection({ coverage, changes, mayName }) {
    const sections = coverage.filter(isCoverage);
    const saved = sections.filter(({ status }) => status === 'saved');
    const others = sections.filter(({ status }) => status !== 'saved');
    const before = new Map(('before' in changes ? changes.before : [])
        .filter(isCoverage)
        .flatMap(({ section, status, count }) => status === 'saved' ? [[section, count]] : []));
    return [
        '### What is in this backup',
        '',
        ...(0,markdown/* table */.tp)(['Section', 'Objects'], saved.map(({ section, count }) => [
            (0,markdown/* code */.aY)(section),
            countWithDifference(count, before.get(section)),
        ])),
        ...withheldLines(coverage.filter(isWithheld), mayName),
        ...(others.length === 0
            ? []
            : [
                '### What is not',
                '',
                ...(0,markdown/* table */.tp)(['Section', 'Status', 'Why'], others.map(({ section, status, note }) => [
                    (0,markdown/* code */.aY)(section),
                    status === 'failed' ? '❌ failed' : status.replace('-', ' '),
                    // What the service has to say of a failure may name a tenant.
                    (0,markdown/* escapeText */.X1)(mayName || status !== 'failed' ? note : 'the reason is in manifest.json'),
                ])),
            ]),
    ];
}
function withheldLines(withheld, mayName) {
    if (withheld.length === 0)
        return [];
    if (!mayName)
        return [WITHHELD_INTRODUCTION, '', (0,markdown/* counted */.hS)(withheld.length, 'place'), ''];
    const places = withheld.map(({ place }) => [(0,markdown/* code */.aY)(place)]);
    return [WITHHELD_INTRODUCTION, '', ...(0,markdown/* table */.tp)(['Place'], places)];
}
function windowSection({ window, backupId }) {
    if (window.length < 2)
        return [];
    const change = (isChanged) => isChanged === undefined ? '' : isChanged ? 'changed' : 'same';
    return [
        '### Backups in this window',
        '',
        ...(0,markdown/* table */.tp)(['Backup', 'Size', 'Content', 'Verified'], window.map(({ id, size, status, isChanged }) => [
            `${(0,markdown/* code */.aY)(id)}${id === backupId ? ' (new)' : ''}`,
            size === undefined ? '' : (0,markdown/* formatSize */.Xq)(size),
            change(isChanged),
            status === undefined ? '❌ damaged' : status === 'complete' ? '✅' : `✅ but ${status}`,
        ])),
    ];
}
function driftSection({ drift, mayName }) {
    if (drift === undefined)
        return [];
    const heading = ['### Config file and live project', ''];
    if (drift.length === 0)
        return [...heading, 'Their tenants are the same.', ''];
    if (!mayName)
        return [...heading, `${(0,markdown/* counted */.hS)(drift.length, 'tenant')} differ.`, ''];
    const words = { file: 'only in the file', project: 'only in the project', both: 'differs' };
    return [
        ...heading,
        ...(0,markdown/* table */.tp)(['Tenant', 'Difference', 'Fields'], drift.map(({ id, where, fields }) => [(0,markdown/* code */.aY)(id), words[where], (0,markdown/* escapeText */.X1)(fields.join(', '))])),
    ];
}
function changesCell(changes) {
    if ('unknown' in changes)
        return 'unknown';
    const { change_count: count, risk } = changes.report;
    if (count === 0)
        return `none since ${(0,markdown/* code */.aY)(changes.since)}`;
    const icon = risk === 'high' ? '⚠️ ' : '';
    return `${icon}${(0,markdown/* counted */.hS)(count, 'object')} changed since ${(0,markdown/* code */.aY)(changes.since)}, risk ${risk}`;
}
/** The line on top: good, or good but for something. */
function headline({ status, artifact, coverage, isTorn, failures }) {
    if (status === 'suspect')
        return '🛑 Backup taken, but too much is gone since the last one';
    if (status !== 'complete')
        return `⚠️ Backup taken, but it is ${status}`;
    if (artifact.outcome === 'failed')
        return '⚠️ Backup taken, upload failed';
    if (failures.length > 0)
        return '❌ Backup taken, but the step fails';
    if (isTorn)
        return '⚠️ Backup taken while the project was being changed';
    const unlicensed = coverage.filter((entry) => entry.status === 'not-licensed');
    return unlicensed.length === 0
        ? '✅ Backup taken and verified'
        : `✅ Backup taken and verified, complete for this plan, without ${unlicensed.map(({ section }) => section).join(', ')}`;
}
/** The step summary in GitHub-flavoured Markdown, well under GitHub's limit. */
function renderSummary(report) {
    const lines = [
        `## ${headline(report)}: ${(0,markdown/* escapeText */.X1)(report.projectId)} (${(0,markdown/* escapeText */.X1)(report.environment)})`,
        '',
        ...(0,markdown/* failureLines */.w7)(report.failures),
        ...(0,markdown/* table */.tp)(['', ''], [
            ['Saved', `${(0,markdown/* counted */.hS)(report.tenants, 'tenant')}, ${(0,markdown/* counted */.hS)(report.flows, 'flow')}`],
            ['From', (0,markdown/* code */.aY)(report.origin)],
            ['Backup', (0,markdown/* code */.aY)(report.backupId)],
            ['Folder', (0,markdown/* code */.aY)(report.backupPath)],
            ['Changes', changesCell(report.changes)],
            ['Content hash', (0,markdown/* code */.aY)(report.contentHash)],
            ['Manifest SHA-256', (0,markdown/* code */.aY)(report.manifestSha256)],
            ['Artifact', artifactLine(report.artifact)],
        ]),
        ...changesSection(report),
        ...driftSection(report),
        ...countsSection(report),
        ...windowSection(report),
        ...retentionSection(report.retention),
    ];
    return (0,summary_file/* cutToLimit */.b)(lines.join('\n'));
}

// EXTERNAL MODULE: ./src/services/changes/diff-report.ts + 1 modules
var diff_report = __webpack_require__(66927);
// EXTERNAL MODULE: ./src/storage/list-files.ts
var list_files = __webpack_require__(56183);
// EXTERNAL MODULE: ./node_modules/@actions/io/lib/io.js
var io = __webpack_require__(88701);
// EXTERNAL MODULE: ./src/project/own-secrets.ts
var project_own_secrets = __webpack_require__(31593);
// EXTERNAL MODULE: ./src/project/secrets/withhold.ts + 3 modules
var withhold = __webpack_require__(43588);
;// CONCATENATED MODULE: ./src/actions/changes-file.ts
/** The changes of a run as files in the runner's temporary folder. */








/**
 * Writes the changes as JSON, and as Markdown beside it, into the runner's temporary folder: a
 * later step can use them.
 *
 * @returns the path of the JSON
 */
async function writeChanges(report, backupId, environment) {
    const folder = (0,external_node_path_.join)((0,run_context/* temporaryRoot */.is)(environment), 'descope-backup', backupId);
    await (0,io/* mkdirP */.U$)(folder);
    const path = (0,external_node_path_.join)(folder, 'changes.json');
    const { value } = (0,withhold/* withholdSecrets */.RK)(report, {
        mark: withhold/* WITHHELD_MARK */.Uy,
        own: (0,project_own_secrets/* makeRedactor */.$)((0,own_secrets/* ownSecrets */.G_)()),
        isFree: true,
    });
    await (0,promises_.writeFile)(path, `${JSON.stringify(value, null, 2)}\n`);
    await (0,promises_.writeFile)((0,external_node_path_.join)(folder, 'changes.md'), (0,changes_markdown/* renderChanges */.O1)(value));
    return path;
}

;// CONCATENATED MODULE: ./src/actions/report.ts
/** What a run tells the world: its outputs and the page of its summary. */









const DAY_MS = 24 * 60 * 60 * 1000;
/** Sets what is known as soon as the backup is proven. */
function setBackupOutputs({ path, manifest }, { live }) {
    const withStatus = (status) => [
        ...new Set(manifest.coverage.flatMap((entry) => (entry.status === status ? [entry.section] : []))),
    ];
    (0,outputs/* setOutputs */.n0)({
        'backup-id': manifest.backup_id,
        'backup-path': path,
        'content-hash': manifest.content_sha256,
        'tenant-count': manifest.counts.tenants,
        'flow-count': manifest.counts.flows,
        'sections-saved': withStatus('saved').join(','),
        'sections-failed': withStatus('failed').join(','),
        ...(live && { 'request-count': live.requestCount }),
        ...(live?.keyExpiresInDays !== undefined && { 'key-expires-in-days': live.keyExpiresInDays }),
    });
}
/**
 * Sets the outputs that wait for the comparison: of the amended manifest, and of what changed.
 * Writes the changes to a file for later steps.
 */
async function setOutputsAndWriteChanges({ manifest, verification }, comparison, { environment, reporter, mayName }) {
    const report = comparison.outcome === 'compared' ? comparison.report : undefined;
    const message = (0,diff_report/* commitMessage */.d)(report, {
        environment: manifest.environment,
        backupId: manifest.backup_id,
        mayName,
    });
    (0,outputs/* setOutputs */.n0)({
        status: manifest.status,
        'manifest-sha256': verification.manifestSha256,
        changed: report?.changed ?? 'unknown',
        risk: report?.risk ?? 'unknown',
        'commit-message': message,
        ...(report && { 'change-count': report.change_count }),
    });
    if (report === undefined)
        return;
    const written = await (0,outcome/* attempt */.CD)(() => writeChanges(report, manifest.backup_id, environment));
    if ('value' in written)
        (0,outputs/* setOutputs */.n0)({ 'diff-path': written.value });
    else {
        reporter.warning(`the changes were not written to a file: ${written.failure.message}`);
    }
}
function artifactReport(upload, { environment, clock }) {
    if ('skipped' in upload)
        return { outcome: 'skipped', reason: upload.skipped ?? '' };
    if ('failure' in upload)
        return { outcome: 'failed', reason: upload.failure.message };
    const { name, id, size, retentionDays } = upload.value;
    const expires = new Date(clock() + retentionDays * DAY_MS).toISOString().slice(0, 10);
    const runId = environment['GITHUB_RUN_ID'] ?? '';
    return { outcome: 'uploaded', name, id, size, retentionDays, expires, runId };
}
function retentionReport({ retentionDays, isDryRun }, pruned) {
    if ('failure' in pruned)
        return { skipped: `Nothing was removed: ${pruned.failure.message}` };
    const { result, skipped = '' } = pruned.value;
    if (result === undefined)
        return { skipped: `${skipped}.` };
    return { ...result, retentionDays, dryRun: isDryRun };
}
function changesSummary(comparison) {
    if (comparison.outcome !== 'compared')
        return { unknown: `${comparison.reason}.` };
    return {
        since: comparison.with.backup_id,
        before: comparison.with.coverage,
        report: comparison.report,
        shrink: comparison.shrink,
    };
}
async function sizeOf(path) {
    try {
        const { files } = await (0,list_files/* listFiles */.C)(path);
        const sizes = await Promise.all(files.map(async (file) => (await (0,promises_.stat)((0,external_node_path_.join)(path, file))).size));
        return sizes.reduce((sum, size) => sum + size, 0);
    }
    catch {
        return undefined;
    }
}
/**
 * The retained backups, newest first, each compared by its content hash with the one before it of
 * its kind.
 */
async function windowRows(retained) {
    const kind = ({ environment, source }) => `${environment} ${source.type}`;
    return Promise.all(retained.map(async ({ id, path, verification }, index) => {
        const size = await sizeOf(path);
        if (!verification.verified)
            return { id, size, status: undefined, isChanged: undefined };
        const { manifest } = verification;
        const before = retained
            .slice(index + 1)
            .flatMap((older) => (older.verification.verified ? [older.verification.manifest] : []))
            .find((older) => kind(older) === kind(manifest));
        return {
            id,
            size,
            status: manifest.status,
            isChanged: before && before.content_sha256 !== manifest.content_sha256,
        };
    }));
}
/** Writes the page of the step's summary; that it could not be written is a warning. */
async function writeReport(result, options) {
    const { fresh, capture, comparison, pruned, stored, failures } = result;
    const { path, manifest, verification } = fresh;
    const markdown = renderSummary({
        projectId: manifest.project_id,
        environment: manifest.environment,
        origin: capture.origin,
        backupId: manifest.backup_id,
        backupPath: path,
        contentHash: manifest.content_sha256,
        manifestSha256: verification.manifestSha256,
        status: manifest.status,
        isTorn: manifest.consistency === 'torn',
        ...manifest.counts,
        coverage: manifest.coverage,
        changes: changesSummary(comparison),
        window: options.window,
        drift: capture.live?.drift,
        mayName: options.mayName,
        retention: retentionReport(options, pruned),
        artifact: artifactReport(stored, options),
        failures: failures.map(({ message }) => message),
    });
    const written = await (0,outcome/* attempt */.CD)(() => (0,summary_file/* writeSummary */.S)(markdown));
    if ('failure' in written) {
        options.reporter.warning(`the job summary was not written: ${written.failure.message}`);
    }
}

;// CONCATENATED MODULE: ./src/actions/backup.ts










/** Names of a config file may be told: who can read the outputs can read the file. */
function mayShowNames({ source }, mayName) {
    return mayName || source.type === 'config-file';
}
/**
 * Sets the outputs as soon as they are known, and looks at the backups of the window for the page
 * before these are uploaded.
 */
function gitHubListener(environment, reporter, isPageWanted) {
    let window = [];
    return {
        get window() {
            return window;
        },
        onProven: setBackupOutputs,
        onCompared: (fresh, comparison) => setOutputsAndWriteChanges(fresh, comparison, {
            environment,
            reporter,
            mayName: mayShowNames(fresh.manifest, reporter.mayName),
        }),
        onPruned: async (count, retained) => {
            if (isPageWanted)
                window = await windowRows(retained);
            (0,outputs/* setOutputs */.n0)({ 'pruned-count': count });
        },
        onStored: ({ name, id, url, digest }) => {
            (0,outputs/* setOutputs */.n0)({
                'artifact-name': name,
                'artifact-id': id,
                'artifact-url': url,
                'artifact-digest': digest,
            });
        },
    };
}
/**
 * Takes a backup, proves it, prunes old ones, uploads what is kept and reports.
 *
 * @returns what the backup is: one that is not complete was accepted
 * @throws Error with the one message that the step fails with
 */
async function run(inputs, context) {
    const { environment, makeArtifactClient, ...others } = context;
    const { signal, clock } = context;
    const visibility = await (0,strangers/* whoCanRead */.Fj)(environment, inputs['github-token']);
    const reporter = (0,github_reporter/* gitHubReporter */.H)((0,strangers/* mayNameThings */.Qt)(visibility), clock);
    const copies = earlierArtifacts(inputs, context);
    const listener = gitHubListener(environment, reporter, inputs['job-summary']);
    const result = await (0,backup/* backUp */.vm)(backupOptions(inputs, environment, visibility), {
        ...others,
        reporter,
        ownSecrets: (0,own_secrets/* ownSecrets */.G_)(),
        temporaryRoot: (0,run_context/* temporaryRoot */.is)(environment),
        ...(copies && { copies }),
        store: (0,publish/* artifactStore */.i)(namingOf(inputs), inputs, {
            ...{ environment, makeArtifactClient, signal, reporter, visibility },
        }),
        listener,
    });
    const { manifest } = result.fresh;
    if (inputs['job-summary']) {
        await writeReport(result, {
            retentionDays: inputs['retention-days'],
            isDryRun: inputs.prune === 'dry-run',
            window: listener.window,
            mayName: mayShowNames(manifest, reporter.mayName),
            ...{ environment, clock, reporter },
        });
    }
    const failure = (0,outcome/* joinFailures */.cc)(result.failures);
    if (failure !== undefined)
        throw failure;
    return manifest.status;
}

// EXTERNAL MODULE: ./src/copies/apart.ts
var apart = __webpack_require__(90479);
// EXTERNAL MODULE: ./src/runs/compare-apart.ts
var compare_apart = __webpack_require__(99126);
// EXTERNAL MODULE: ./src/copies/open-artifact-apart.ts
var open_artifact_apart = __webpack_require__(33075);
// EXTERNAL MODULE: ./src/github/artifact.ts
var artifact = __webpack_require__(49721);
// EXTERNAL MODULE: ./node_modules/@actions/core/lib/core.js + 9 modules
var core = __webpack_require__(39840);
// EXTERNAL MODULE: ./src/storage/proxy-errors.ts
var proxy_errors = __webpack_require__(2773);
// EXTERNAL MODULE: ./src/storage/safe-url.ts
var safe_url = __webpack_require__(70304);
;// CONCATENATED MODULE: ./src/github/heartbeat.ts
/** A request to a monitor at the end of a run, which misses it when no run happens. */





const TIMEOUT_MS = 10_000;
const ATTEMPTS = 2;
/**
 * Reads the input `heartbeat-url` and masks it; undefined when it is not given, or is no address.
 */
function readHeartbeatUrl() {
    const text = (0,core/* getInput */.V4)('heartbeat-url');
    if (text === '')
        return undefined;
    (0,own_secrets/* maskSecret */.$l)(text);
    (0,own_secrets/* rememberAddress */.oq)(text);
    return (0,safe_url/* parseSafeUrl */.Q)(text) && new secret/* Secret */.z(text);
}
/** The address that hears of a failure: the convention of healthchecks.io and its like. */
function failureUrl(url) {
    const failed = new URL(url);
    failed.pathname = `${url.pathname.replace(/\/+$/, '')}/fail`;
    return failed;
}
/**
 * Calls the address once, as it is or with `/fail` appended. A connection that fails is tried once
 * more. A redirect is not followed: it is no sign that anybody took note.
 *
 * @returns what went wrong, in words that do not repeat the address but for its host: it is a
 * secret
 */
async function sendHeartbeat(address, isSuccess, { timeoutMs = TIMEOUT_MS } = {}) {
    const url = new URL(address.reveal());
    const target = isSuccess ? url : failureUrl(url);
    for (let attempt = 1;; attempt++) {
        try {
            const { ok, status, body } = await fetch(target, {
                redirect: 'manual',
                signal: AbortSignal.timeout(timeoutMs),
            });
            // Nobody reads it, and it may be of any length.
            await body?.cancel().catch(() => undefined);
            return ok ? undefined : `${url.host} answered HTTP ${status}: check the address`;
        }
        catch (error) {
            // The message of the error itself may have the address.
            const { name, cause } = error;
            if (name === 'TimeoutError')
                return `${url.host} did not answer in time`;
            if (attempt === ATTEMPTS) {
                const reason = (0,proxy_errors/* proxyFailure */.x)(error, url)?.message ?? cause?.code ?? 'no connection';
                return `${url.host} could not be called: ${reason}`;
            }
        }
    }
}

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 11 modules
var schemas = __webpack_require__(92857);
// EXTERNAL MODULE: ./src/project/secrets/variables.ts
var variables = __webpack_require__(57726);
// EXTERNAL MODULE: ./src/project/sections/choice.ts
var choice = __webpack_require__(7735);
// EXTERNAL MODULE: ./src/project/sections/index.ts + 23 modules
var sections = __webpack_require__(46701);
// EXTERNAL MODULE: ./src/project/inputs/fields.ts
var fields = __webpack_require__(86126);
// EXTERNAL MODULE: ./src/github/read-inputs.ts
var read_inputs = __webpack_require__(38745);
;// CONCATENATED MODULE: ./src/github/inputs.ts
/** The inputs of the backup action: their schema, and what must be given together. */








const SECTION_NAMES = `use all, some of ${sections/* SECTIONS */.bP.join(', ')}, or -name to leave one out`;
/**
 * Names of variables, separated by commas or line breaks; undefined when one is none, or belongs to
 * the runner.
 */
function parseVariables(text) {
    const names = text.split(/[,\r\n]/).flatMap((name) => (name.trim() === '' ? [] : [name.trim()]));
    const isRight = (name) => /^[A-Za-z_][A-Za-z0-9_]*$/.test(name) && !(0,variables/* isReservedVariable */.x4)(name);
    return names.every(isRight) ? new Set(names) : undefined;
}
/**
 * The inputs of the backup action by their names in action.yml. An input that is empty was not
 * given; defaults here and in action.yml are the same, and a test holds them together.
 */
const backupInputSchema = schemas/* object */.Ikc({
    'project-id': fields/* projectId */.Lg,
    environment: fields/* environmentName */.VE,
    'config-path': fields/* path */.Ae.optional(),
    'allow-variables': (0,fields/* input */.hF)('is no list of variables: names separated by commas or line breaks, without ${}; variables named ACTIONS_* and INPUT_* belong to the runner and are never put into a backup', parseVariables).optional(),
    source: fields/* sourceName */.VZ.default('config-file'),
    'management-key': fields/* managementKey */.Nq.optional(),
    'base-url': fields/* baseUrl */.pc.optional(),
    sections: (0,fields/* input */.hF)(`is no choice of sections: ${SECTION_NAMES}`, choice/* parseSectionChoice */.W).default(new Set(sections/* SECTIONS_OF_ALL */.xF)),
    'require-sections': (0,fields/* input */.hF)(`is no list of sections: ${SECTION_NAMES}`, choice/* parseSectionList */.H).default([]),
    'deadline-minutes': (0,fields/* wholeNumber */.rD)(1, 360).default(20),
    'max-requests': (0,fields/* wholeNumber */.rD)(1).default(2000),
    'fail-on-partial': fields/* boolean */.zM.default(true),
    'allow-public-artifact': fields/* boolean */.zM.default(false),
    'github-token': (0,fields/* secretInput */.jY)(),
    history: (0,fields/* input */.hF)('is none of compare, carry and none', (text) => text === 'compare' || text === 'carry' || text === 'none' ? text : undefined).default('compare'),
    'history-workflow': fields/* workflowFile */.EY.optional(),
    'history-branch': fields/* branch */.tk.optional(),
    'shrink-limit': (0,fields/* wholeNumber */.rD)(0, 100).default(20),
    'allow-shrink': fields/* boolean */.zM.default(false),
    'heartbeat-url': (0,fields/* secretInput */.jY)('is no address: https alone, or http on this machine, without user and password', (text) => (0,safe_url/* parseSafeUrl */.Q)(text) !== undefined),
    'git-tree': fields/* path */.Ae.optional(),
    'retention-days': (0,fields/* wholeNumber */.rD)(1, 3650).default(30),
    'minimum-backups': (0,fields/* wholeNumber */.rD)(1).default(1),
    'backup-root': fields/* path */.Ae.default('backups'),
    prune: (0,fields/* input */.hF)('is none of true, false and dry-run', (text) => text === 'dry-run' ? text : fields/* BOOLEANS */.sV.get(text)).default(true),
    'upload-artifact': fields/* boolean */.zM.default(true),
    'artifact-name': fields/* lineArtifactName */.W5.optional(),
    'artifact-retention-days': (0,fields/* wholeNumber */.rD)(1, 3650).optional(),
    'compression-level': (0,fields/* wholeNumber */.rD)(0, 9).default(6),
    'job-summary': fields/* boolean */.zM.default(true),
});
/**
 * Inputs that a live backup alone uses, and the defaults with which the runner gives them where a
 * workflow does not.
 */
const LIVE_INPUTS = [
    ['management-key'],
    ['base-url'],
    ['sections', 'all'],
    ['require-sections'],
    ['deadline-minutes', '20'],
    ['max-requests', '2000'],
    ['fail-on-partial', 'true'],
    ['allow-public-artifact', 'false'],
];
/**
 * What is wrong with inputs together. A missing key must never turn a live backup into one of a
 * file.
 */
function combinationProblems(given) {
    const isLive = given['source'] === 'live';
    if (isLive && given['management-key'] === undefined) {
        return [
            'management-key: is required with source: live, but empty: the name of the secret may be misspelt, and runs for pull requests of forks and of Dependabot get no secrets',
        ];
    }
    if (isLive)
        return [];
    return LIVE_INPUTS.filter(([name, preset]) => given[name] !== undefined && given[name].toLowerCase() !== preset).map(([name]) => `${name}: is given without source: live, which alone uses it: set source, or remove ${name === 'management-key' ? 'the key' : 'the input'}`);
}
/**
 * Reads the inputs that the runner passes in the environment. The secrets among them are masked
 * before anything else.
 *
 * @throws Error that lists every problem of every input
 */
function readBackupInputs() {
    (0,own_secrets/* rememberSecrets */.hR)(process.env['ACTIONS_RUNTIME_TOKEN']);
    return (0,read_inputs/* readInputs */.K)(backupInputSchema, {
        checkTogether: combinationProblems,
        spellings: read_inputs/* keyInHeader */.e,
    });
}

// EXTERNAL MODULE: ./src/github/log.ts
var log = __webpack_require__(53385);
// EXTERNAL MODULE: ./src/github/memory-saver.ts
var memory_saver = __webpack_require__(92084);
// EXTERNAL MODULE: ./src/github/proxy.ts
var proxy = __webpack_require__(38231);
// EXTERNAL MODULE: ./src/github/step.ts + 1 modules
var step = __webpack_require__(68672);
;// CONCATENATED MODULE: ./src/main/backup.ts
/** Entry of the backup action. */












/** The backup action. @param dist absolute path of the folder with the built scripts */
async function main(dist) {
    (0,own_secrets/* guardStream */.I0)(process.stdout);
    (0,own_secrets/* guardStream */.I0)(process.stderr);
    // Read for itself: whoever waits for it must hear of inputs that are wrong, too.
    const heartbeat = readHeartbeatUrl();
    await (0,step/* runStep */.e)(async (signal) => {
        (0,proxy/* useProxies */.U)(process.env);
        const inputs = readBackupInputs();
        // A live backup waits for the network most of the time; what it reads can be large.
        if (inputs.source === 'live')
            (0,memory_saver/* saveMemory */.z)();
        return run(inputs, {
            environment: process.env,
            makeArtifactClient: artifact/* defaultArtifactClient */.h$,
            openArtifact: (0,open_artifact_apart/* openApart */.p)((0,apart/* inspectBundle */.rI)(dist)),
            compareBackups: (0,compare_apart/* compareApart */.C)((0,apart/* inspectBundle */.rI)(dist)),
            signal,
            clock: Date.now,
        });
    }, async (status) => {
        if (heartbeat === undefined)
            return;
        const problem = await sendHeartbeat(heartbeat, status === 'complete');
        if (problem !== undefined)
            (0,log/* warning */.$e)(`heartbeat-url: ${problem}`);
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


/***/ })

};
