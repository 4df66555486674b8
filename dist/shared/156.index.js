export const id = 156;
export const ids = [156];
export const modules = {

/***/ 13156:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  main: () => (/* binding */ main)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./src/copies/artifact-names.ts
var artifact_names = __webpack_require__(710);
// EXTERNAL MODULE: ./src/github/outputs.ts
var outputs = __webpack_require__(88353);
// EXTERNAL MODULE: ./src/github/run-context.ts
var run_context = __webpack_require__(47068);
// EXTERNAL MODULE: ./src/github/summary-file.ts
var summary_file = __webpack_require__(45078);
// EXTERNAL MODULE: ./src/github/markdown.ts
var markdown = __webpack_require__(65566);
;// CONCATENATED MODULE: ./src/github/verify-summary.ts


const ICONS = {
    complete: '✅ complete',
    partial: '⚠️ partial',
    suspect: '⚠️ suspect',
    damaged: '❌ damaged',
    'not verifiable': 'not verifiable',
};
const LINE_VERDICTS = {
    good: '✅',
    old: '❌ too old',
    none: '❌ no complete backup',
    retired: 'retired by ignore-lines',
};
function lineTable(lines) {
    if (lines.length === 0)
        return [];
    const rows = lines.map(({ line, count, newestId, ageHours, verdict }) => [
        (0,markdown/* code */.aY)(line),
        String(count),
        newestId === undefined ? 'none' : (0,markdown/* code */.aY)(newestId),
        ageHours?.toFixed(1) ?? '',
        LINE_VERDICTS[verdict],
    ]);
    return (0,markdown/* table */.tp)(['Line', 'Verified', 'Newest complete backup', 'Age in hours', 'State'], rows);
}
function linkTable(title, links) {
    if (links.length === 0)
        return [];
    const rows = links.map(({ id, reason }) => [(0,markdown/* code */.aY)(id), (0,markdown/* escapeText */.X1)(reason)]);
    return [`### ${title}`, '', ...(0,markdown/* table */.tp)(['Backup', 'What is wrong'], rows)];
}
/** The step summary of the verify action in GitHub-flavoured Markdown. */
function renderVerification(report) {
    const { projectId, rows, lines, brokenLinks, gaps, failures } = report;
    const damaged = rows.filter(({ verdict }) => verdict === 'damaged').length;
    const headline = failures.length === 0
        ? `✅ ${(0,markdown/* counted */.hS)(rows.length, 'backup')} checked`
        : `❌ ${(0,markdown/* counted */.hS)(rows.length, 'backup')} checked, ${damaged} damaged`;
    return (0,summary_file/* cutToLimit */.b)([
        `## ${headline}: ${(0,markdown/* escapeText */.X1)(projectId)}`,
        '',
        ...(0,markdown/* failureLines */.w7)(failures),
        ...lineTable(lines),
        ...(0,markdown/* table */.tp)(['Backup', 'State', 'Note'], rows.map(({ id, verdict, note }) => [(0,markdown/* code */.aY)(id), ICONS[verdict], (0,markdown/* escapeText */.X1)(note)]), 1000),
        ...linkTable('Broken links of the chain', brokenLinks),
        ...linkTable('Gaps in the chain', gaps),
    ].join('\n'));
}

// EXTERNAL MODULE: ./src/runs/outcome.ts
var outcome = __webpack_require__(29426);
// EXTERNAL MODULE: ./src/copies/carry.ts
var carry = __webpack_require__(9494);
// EXTERNAL MODULE: ./src/copies/history.ts
var copies_history = __webpack_require__(37409);
// EXTERNAL MODULE: ./src/copies/line-reach.ts
var line_reach = __webpack_require__(99857);
// EXTERNAL MODULE: ./src/copies/names-apart.ts
var names_apart = __webpack_require__(68162);
// EXTERNAL MODULE: ./src/copies/temporary-folder.ts
var temporary_folder = __webpack_require__(82527);
// EXTERNAL MODULE: ./src/services/backup/backup-service.ts + 6 modules
var backup_service = __webpack_require__(91041);
// EXTERNAL MODULE: ./src/services/lines/chain.ts
var chain = __webpack_require__(63321);
// EXTERNAL MODULE: ./src/services/lines/line-ages.ts
var line_ages = __webpack_require__(58805);
// EXTERNAL MODULE: ./src/runs/verify-findings.ts
var verify_findings = __webpack_require__(45912);
;// CONCATENATED MODULE: ./src/runs/verify.ts







/** GitHub keeps artifacts for as long as this, unless told otherwise. */
const COPY_DAYS = 90;
const HOUR_MS = 60 * 60 * 1000;
async function fetchCopies(service, { projectId, copyNames }, world) {
    const { copies } = world;
    if (copies === undefined)
        return { leftOut: [], twoForms: [] };
    const reaches = new line_reach/* LineReaches */.G$();
    reaches.add(await service.inspectBackups(projectId), 'the backup root');
    const leftOut = await (0,temporary_folder/* withTemporaryFolder */.E)(world.temporaryRoot, (folder) => (0,carry/* carryAllLines */.q$)(service, projectId, new copies_history/* HistorySearch */.Z(copies, { projectId, ...copyNames }, folder, world), reaches, world.clock() - COPY_DAYS * 24 * HOUR_MS));
    return { leftOut, twoForms: reaches.twoForms };
}
/** Tells what was found, a line each. */
function tellVerification({ rows, lines, brokenLinks, gaps, twoForms }, reporter) {
    for (const { id, verdict, note } of rows) {
        if (verdict === 'damaged')
            reporter.error(`${id} is damaged: ${note}`);
        else
            reporter.info(`${id}: ${verdict}, ${note}`);
    }
    for (const { line, count, newestId, ageHours, verdict } of lines) {
        const newest = newestId === undefined
            ? 'no complete backup'
            : `newest complete backup ${newestId}, ${(ageHours ?? 0).toFixed(1)} hours old`;
        const retired = verdict === 'retired' ? ', retired' : '';
        reporter.info(`Line ${line}: ${count} verified, ${newest}${retired}`);
    }
    for (const { id, reason } of brokenLinks) {
        reporter.error(`the chain is broken at ${id}: ${reason}`);
    }
    for (const { id, reason } of gaps)
        reporter.warning(`the chain has a gap at ${id}: ${reason}`);
    for (const { reason } of twoForms)
        reporter.error(reason);
}
/**
 * Verifies every backup of the project: files, hashes, schemas, project, date, and the chain
 * between them; and judges each line by the age of its own newest complete backup. One that was not
 * compared counts: it is complete, and proven.
 *
 * @throws Error when the backups could not be listed, or copies not be fetched; what is wrong with
 * them is in the result
 */
async function verifyBackups(options, world) {
    const { signal, clock, reporter } = world;
    const { projectId, backupRoot, environment, source, ignoredLines } = options;
    const service = new backup_service/* BackupService */.e({ backupRoot, clock });
    const { leftOut, twoForms } = await reporter.group('Fetch artifacts', () => fetchCopies(service, options, world));
    signal.throwIfAborted();
    const now = clock();
    const backups = await reporter.group('Verify', () => service.inspectBackups(projectId));
    const rows = (0,verify_findings/* rowsOf */.RO)((0,names_apart/* tellableBackups */.H)(backups, reporter), leftOut, now);
    const brokenLinks = (0,chain/* findBrokenLinks */.y)(backups);
    const gaps = (0,chain/* findGaps */.$)(backups, leftOut.map(({ id }) => id));
    const ages = (0,line_ages/* ageOfLines */._0)(backups, { environment, source, ignored: ignoredLines }, now);
    const failures = (0,verify_findings/* failuresOf */.dJ)({ rows, brokenLinks, twoForms, lines: ages }, options, service.backupRoot);
    return {
        ...{ projectId, rows, brokenLinks, gaps, twoForms, failures },
        lines: (0,verify_findings/* lineRows */.YE)(ages, options),
        newest: (0,line_ages/* oldestLine */.ET)(ages)?.newest,
    };
}

// EXTERNAL MODULE: ./src/actions/artifact-copies.ts + 3 modules
var artifact_copies = __webpack_require__(31292);
// EXTERNAL MODULE: ./src/actions/github-reporter.ts + 1 modules
var github_reporter = __webpack_require__(72972);
// EXTERNAL MODULE: ./src/actions/strangers.ts + 1 modules
var strangers = __webpack_require__(57063);
;// CONCATENATED MODULE: ./src/actions/verify.ts
/** GitHub's telling of a verification: inputs in; log, outputs and page out. */











/** The artifacts that are fetched, where that is asked for. */
function artifactsOf(inputs, context) {
    if (inputs.history === 'none')
        return undefined;
    const token = inputs['github-token'];
    return (0,artifact_copies/* canLookUp */.ZL)(context.environment, token)
        ? (0,artifact_copies/* artifactCopies */.c6)(token, { workflow: undefined, branch: inputs['history-branch'] }, context)
        : (0,artifact_copies/* unreachableCopies */.yA)('history: carry needs a run of GitHub Actions and a github-token: set history to none elsewhere');
}
function optionsOf(inputs, workspace) {
    const { 'project-id': projectId, 'artifact-name': name } = inputs;
    return {
        projectId,
        backupRoot: (0,external_node_path_.resolve)(workspace, inputs['backup-root']),
        environment: inputs.environment,
        source: inputs.source,
        maxAgeHours: inputs['max-age-hours'],
        ignoredLines: inputs['ignore-lines'],
        copyNames: name === undefined ? (0,artifact_names/* projectArtifacts */.TF)(projectId) : (0,artifact_names/* artifactsNamed */.x8)(name),
    };
}
function setVerifyOutputs({ rows, gaps, newest }) {
    const isGood = ({ verdict }) => verdict !== 'damaged' && verdict !== 'not verifiable';
    (0,outputs/* setOutputs */.n0)({
        'verified-count': rows.filter(isGood).length,
        'damaged-count': rows.filter(({ verdict }) => verdict === 'damaged').length,
        'gap-count': gaps.length,
        ...(newest && {
            'newest-backup-id': newest.id,
            'newest-age-hours': newest.ageHours.toFixed(1),
        }),
    });
}
/** Writes the page of the run; that it could not be written fails nothing. */
async function writePage(result, failures, reporter) {
    const written = await (0,outcome/* attempt */.CD)(() => (0,summary_file/* writeSummary */.S)(renderVerification({ ...result, failures })));
    if ('failure' in written) {
        reporter.warning(`the job summary was not written: ${written.failure.message}`);
    }
}
/**
 * Verifies every backup of the project, and reports.
 *
 * @throws Error with the one message that the step fails with: damage, a broken chain, a line
 * without a backup, or with one too old
 */
async function run(inputs, context) {
    const { environment, clock } = context;
    const visibility = await (0,strangers/* whoCanRead */.Fj)(environment, inputs['github-token']);
    const reporter = (0,github_reporter/* gitHubReporter */.H)((0,strangers/* mayNameThings */.Qt)(visibility), clock);
    const copies = artifactsOf(inputs, context);
    const { openArtifact, searchLimits, signal } = context;
    const result = await verifyBackups(optionsOf(inputs, (0,run_context/* workspaceFolder */.ih)(environment)), {
        ...{ reporter, signal, clock },
        ...(openArtifact && { openArtifact }),
        ...(searchLimits && { searchLimits }),
        temporaryRoot: (0,run_context/* temporaryRoot */.is)(environment),
        ...(copies && { copies }),
    });
    const told = await (0,outcome/* attempt */.CD)(() => {
        setVerifyOutputs(result);
    });
    const failures = [...result.failures, ...('failure' in told ? [told.failure.message] : [])];
    tellVerification(result, reporter);
    if (inputs['job-summary'])
        await writePage(result, failures, reporter);
    if (failures.length > 0)
        throw new Error(failures.join('. Also: '));
}

// EXTERNAL MODULE: ./src/copies/apart.ts
var apart = __webpack_require__(90479);
// EXTERNAL MODULE: ./src/copies/open-artifact-apart.ts
var open_artifact_apart = __webpack_require__(33075);
// EXTERNAL MODULE: ./src/github/artifact.ts
var artifact = __webpack_require__(49721);
// EXTERNAL MODULE: ./src/github/own-secrets.ts
var own_secrets = __webpack_require__(94479);
// EXTERNAL MODULE: ./src/github/proxy.ts
var proxy = __webpack_require__(38231);
// EXTERNAL MODULE: ./src/github/step.ts + 1 modules
var step = __webpack_require__(68672);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 11 modules
var schemas = __webpack_require__(92857);
// EXTERNAL MODULE: ./src/project/inputs/fields.ts
var fields = __webpack_require__(86126);
// EXTERNAL MODULE: ./src/github/read-inputs.ts
var read_inputs = __webpack_require__(38745);
;// CONCATENATED MODULE: ./src/github/verify-inputs.ts
/** The inputs of the verify action. */




/** The inputs of the verify action by their names in verify/action.yml. */
const verifyInputSchema = schemas/* object */.Ikc({
    'project-id': fields/* projectId */.Lg,
    'backup-root': fields/* path */.Ae.default('backups'),
    environment: fields/* environmentName */.VE.optional(),
    source: fields/* sourceName */.VZ.optional(),
    'ignore-lines': fields/* lineNames */.$$.default(new Set()),
    'max-age-hours': (0,fields/* wholeNumber */.rD)(1).optional(),
    history: (0,fields/* input */.hF)('is neither carry nor none', (text) => text === 'carry' || text === 'none' ? text : undefined).default('none'),
    'artifact-name': fields/* artifactName */.Cs.optional(),
    'history-branch': fields/* branch */.tk.optional(),
    'github-token': (0,fields/* secretInput */.jY)(),
    'job-summary': fields/* boolean */.zM.default(true),
});
/** @throws Error that lists every problem of every input */
function readVerifyInputs() {
    (0,own_secrets/* rememberSecrets */.hR)(process.env['ACTIONS_RUNTIME_TOKEN']);
    return (0,read_inputs/* readInputs */.K)(verifyInputSchema);
}

;// CONCATENATED MODULE: ./src/main/verify.ts
/** Entry of the verify action. */








/** The verify action. @param dist absolute path of the folder with the built scripts */
async function main(dist) {
    (0,own_secrets/* guardStream */.I0)(process.stdout);
    (0,own_secrets/* guardStream */.I0)(process.stderr);
    await (0,step/* runStep */.e)((signal) => {
        (0,proxy/* useProxies */.U)(process.env);
        return run(readVerifyInputs(), {
            environment: process.env,
            makeArtifactClient: artifact/* defaultArtifactClient */.h$,
            openArtifact: (0,open_artifact_apart/* openApart */.p)((0,apart/* inspectBundle */.rI)(dist)),
            signal,
            clock: Date.now,
        });
    });
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
