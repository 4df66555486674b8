export const id = 267;
export const ids = [267];
export const modules = {

/***/ 95267:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  main: () => (/* binding */ main)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./src/github/log.ts
var log = __webpack_require__(53385);
// EXTERNAL MODULE: ./src/github/outputs.ts
var outputs = __webpack_require__(88353);
// EXTERNAL MODULE: ./src/github/repository-visibility.ts
var repository_visibility = __webpack_require__(74836);
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

// EXTERNAL MODULE: ./src/services/backup/backup-service.ts + 8 modules
var backup_service = __webpack_require__(99433);
// EXTERNAL MODULE: ./src/services/backup/backup-id.ts
var backup_id = __webpack_require__(9719);
// EXTERNAL MODULE: ./src/services/lines/lines.ts
var lines_lines = __webpack_require__(58455);
;// CONCATENATED MODULE: ./src/services/lines/chain.ts
/** The links between backups: which are broken, and where backups are gone between two. */


/**
 * Checks each link between two verified backups of a project: a manifest names the backup that it was compared with, and
 * the SHA-256 of its manifest.json. Whoever changes a backup and makes its sums anew breaks the link of the next one.
 * A link to a backup that is damaged itself says nothing here, and one to a backup that is gone is for {@link findGaps}.
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
 * Whether a backup would have gone before the missing one, had that one grown too old. Where a night was partial, the last
 * complete backup outlives those after it.
 */
function isEvidence(older, linked) {
    const wasPartialThen = linked.verification.manifest.status === 'partial';
    return !(wasPartialThen && older.verification.manifest.status === 'complete');
}
/**
 * Finds where backups were taken out of the middle of a line: a link to a backup that is gone, while an older one of the
 * line is there. Retention and the expiry of artifacts take the oldest first, and leave no such gap.
 *
 * @param alsoPresent ids of backups that are there, but not in the list
 */
function findGaps(backups, alsoPresent = []) {
    const present = new Set([...backups.map(({ id }) => id), ...alsoPresent]);
    return backups.filter(lines_lines/* isVerified */.p4).flatMap((backup) => {
        const { manifest } = backup.verification;
        const previousId = manifest.previous?.backup_id;
        if (previousId === undefined || present.has(previousId))
            return [];
        const gone = (0,backup_id/* parseBackupId */.JN)(previousId);
        if (gone === undefined) {
            const shown = JSON.stringify(previousId);
            const reason = `it names ${shown} as the one that it was compared with, which is no backup`;
            return [{ id: backup.id, previousId: shown, reason }];
        }
        const line = (0,lines_lines/* lineName */.iE)(manifest);
        const older = (0,lines_lines/* ofLine */.oe)(backups, line).find((other) => (0,backup_id/* compareNewestFirst */.a0)(gone, other) < 0 && isEvidence(other, backup));
        if (older === undefined)
            return [];
        const reason = `it was compared with ${previousId}, which is gone, while ${older.id} of the same line, ${(0,lines_lines/* showLine */.Yu)(line)}, is older and still there: what changed in between cannot be followed`;
        return [{ id: backup.id, previousId, reason }];
    });
}

;// CONCATENATED MODULE: ./src/services/lines/line-ages.ts
/** How old each line of a project is, and which of them are judged. */

const HOUR_MS = 60 * 60 * 1000;
/** Two machines' clocks may differ by this much before a backup counts as dated in the future. */
const CLOCK_TOLERANCE_MS = 5 * 60 * 1000;
function isFromFuture({ time }, now) {
    return time > now + CLOCK_TOLERANCE_MS;
}
function isChosen(line, { environment, source }) {
    // The source is what follows the last slash: nobody knows what an environment in a file is called.
    const cut = line.lastIndexOf('/');
    return ((environment === undefined || line.slice(0, cut) === environment) &&
        (source === undefined || line.slice(cut + 1) === source));
}
function ageOf(backups, line, isRetired, now) {
    const own = (0,lines_lines/* ofLine */.oe)(backups, line);
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
 * The lines of a project that were chosen, by their names. What was taken for a restore belongs to none. Where both an
 * environment and a source are chosen, that line is there even when it has no backup.
 *
 * @param backups newest first
 * @param now milliseconds since the epoch
 */
function ageOfLines(backups, choice, now) {
    const found = backups.flatMap(({ verification }) => verification.verified && verification.manifest.purpose === undefined
        ? [(0,lines_lines/* lineName */.iE)(verification.manifest)]
        : []);
    const { environment, source, ignored } = choice;
    const asked = environment !== undefined && source !== undefined ? [`${environment}/${source}`] : [];
    return [...new Set([...found, ...asked])]
        .filter((line) => isChosen(line, choice))
        .sort()
        .map((line) => ageOf(backups, line, ignored.has(line), now));
}
/**
 * The line that is worst off of those that are judged: one without a complete backup, else the one whose newest is oldest.
 */
function oldestLine(lines) {
    const hours = ({ newest }) => newest?.ageHours ?? Infinity;
    return lines
        .filter(({ isRetired }) => !isRetired)
        .reduce((worst, line) => (worst === undefined || hours(line) > hours(worst) ? line : worst), undefined);
}

// EXTERNAL MODULE: ./src/actions/artifact-names.ts
var artifact_names = __webpack_require__(81780);
// EXTERNAL MODULE: ./src/actions/carry.ts
var carry = __webpack_require__(21520);
// EXTERNAL MODULE: ./src/actions/history.ts + 3 modules
var actions_history = __webpack_require__(75031);
// EXTERNAL MODULE: ./src/actions/line-reach.ts
var line_reach = __webpack_require__(75455);
// EXTERNAL MODULE: ./src/actions/outcome.ts
var outcome = __webpack_require__(59759);
// EXTERNAL MODULE: ./src/actions/strangers.ts
var strangers = __webpack_require__(16848);
;// CONCATENATED MODULE: ./src/actions/verify-findings.ts

/** What is wrong with a backup; nothing for a good one, and for what was never meant to be verified. */
function problemsOf(backup, now) {
    const { verification } = backup;
    if (!verification.verified)
        return verification.isLegacy ? [] : verification.problems;
    return isFromFuture(backup, now)
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
        return { id, verdict: manifest.status, note: `${(0,lines_lines/* showLine */.Yu)((0,lines_lines/* lineName */.iE)(manifest))}${purpose}` };
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
function problemOfLine({ line, newest, isRetired }, { environment, source, 'max-age-hours': maxAgeHours }) {
    if (isRetired)
        return undefined;
    const name = (0,lines_lines/* showLine */.Yu)(line);
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
function lineRows(lines, inputs) {
    return lines.map((age) => ({
        line: (0,lines_lines/* showLine */.Yu)(age.line),
        count: age.count,
        newestId: age.newest?.id,
        ageHours: age.newest?.ageHours,
        verdict: age.isRetired
            ? 'retired'
            : problemOfLine(age, inputs) === undefined
                ? 'good'
                : age.newest === undefined
                    ? 'none'
                    : 'old',
    }));
}
/** Why no line is left to judge; undefined when one is. */
function whyNoLine(lines, { environment, source, 'project-id': projectId }, backupRoot) {
    if (lines.some(({ isRetired }) => !isRetired))
        return undefined;
    if (lines.length > 0) {
        const names = lines.map(({ line }) => (0,lines_lines/* showLine */.Yu)(line)).join(', ');
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
function failuresOf(found, inputs, backupRoot) {
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
    const noLine = whyNoLine(found.lines, inputs, backupRoot);
    if (noLine !== undefined)
        failures.push(noLine);
    for (const line of found.lines) {
        const problem = problemOfLine(line, inputs);
        if (problem !== undefined)
            failures.push(problem);
    }
    return failures;
}

;// CONCATENATED MODULE: ./src/actions/verify.ts
/** Checks every retained backup of a project. */















/** GitHub keeps artifacts for as long as this, unless told otherwise. */
const ARTIFACT_DAYS = 90;
const verify_HOUR_MS = 60 * 60 * 1000;
async function fetchArtifacts(service, inputs, context) {
    if (inputs.history === 'none')
        return { leftOut: [], twoForms: [] };
    const { 'project-id': projectId, 'artifact-name': name, 'github-token': token } = inputs;
    if (!(0,actions_history/* canLookUp */.ZL)(context.environment, token)) {
        throw new Error('history: carry needs a run of GitHub Actions and a github-token: set history to none elsewhere');
    }
    const names = name === undefined ? (0,artifact_names/* projectArtifacts */.TF)(projectId) : (0,artifact_names/* artifactsNamed */.x8)(name);
    const source = {
        projectId,
        token,
        workflow: undefined,
        branch: inputs['history-branch'],
        ...names,
    };
    const reaches = new line_reach/* LineReaches */.G$();
    reaches.add(await service.inspectBackups(projectId), 'the backup root');
    const leftOut = await (0,actions_history/* withTemporaryFolder */.EX)(context.environment, (folder) => (0,carry/* carryAllLines */.q$)(service, projectId, new actions_history/* HistorySearch */.Zx(source, folder, context), reaches, context.clock() - ARTIFACT_DAYS * 24 * verify_HOUR_MS));
    return { leftOut, twoForms: reaches.twoForms };
}
/** Writes the page of the run; that it could not be written fails nothing. */
async function writePage(report) {
    const written = await (0,outcome/* attempt */.C)(() => (0,summary_file/* writeSummary */.S)(renderVerification(report)));
    if ('failure' in written) {
        (0,log/* warning */.$e)(`the job summary was not written: ${written.failure.message}`);
    }
}
function verify_log({ rows, lines, brokenLinks, gaps }) {
    for (const { id, verdict, note } of rows) {
        if (verdict === 'damaged')
            (0,log/* error */.z3)(`${id} is damaged: ${note}`);
        else
            (0,log/* info */.pq)(`${id}: ${verdict}, ${note}`);
    }
    for (const { line, count, newestId, ageHours, verdict } of lines) {
        const newest = newestId === undefined
            ? 'no complete backup'
            : `newest complete backup ${newestId}, ${(ageHours ?? 0).toFixed(1)} hours old`;
        (0,log/* info */.pq)(`Line ${line}: ${count} verified, ${newest}${verdict === 'retired' ? ', retired' : ''}`);
    }
    for (const { id, reason } of brokenLinks)
        (0,log/* error */.z3)(`the chain is broken at ${id}: ${reason}`);
    for (const { id, reason } of gaps)
        (0,log/* warning */.$e)(`the chain has a gap at ${id}: ${reason}`);
}
/**
 * Verifies every backup of the project: files, hashes, schemas, project, date, and the chain between them; and judges each
 * line by the age of its own newest complete backup. One that was not compared counts: it is complete, and proven.
 *
 * @throws Error with the one message that the step fails with: damage, a broken chain, a line without a backup, or with
 * one too old
 */
async function run(inputs, context) {
    const { environment, signal, clock } = context;
    const { 'project-id': projectId } = inputs;
    const service = new backup_service/* BackupService */.e({
        backupRoot: (0,external_node_path_.resolve)((0,run_context/* workspaceFolder */.ih)(environment), inputs['backup-root']),
        clock,
    });
    const visibility = environment['GITHUB_ACTIONS'] === 'true'
        ? await (0,repository_visibility/* repositoryVisibility */.R)(environment, inputs['github-token'])
        : 'private';
    const mayName = (0,strangers/* mayNameThings */.Qt)(visibility);
    const { leftOut, twoForms } = await (0,log/* group */.Os)('Fetch artifacts', () => fetchArtifacts(service, inputs, { ...context, mayName }));
    signal.throwIfAborted();
    const now = clock();
    const backups = await (0,log/* group */.Os)('Verify', () => service.inspectBackups(projectId));
    const rows = rowsOf(mayName ? backups : (0,strangers/* backupsWithoutNames */.o7)(backups), leftOut, now);
    const brokenLinks = findBrokenLinks(backups);
    const gaps = findGaps(backups, leftOut.map(({ id }) => id));
    const choice = {
        environment: inputs.environment,
        source: inputs.source,
        ignored: inputs['ignore-lines'],
    };
    const lines = ageOfLines(backups, choice, now);
    const failures = failuresOf({ rows, brokenLinks, twoForms, lines }, inputs, service.backupRoot);
    const newest = oldestLine(lines)?.newest;
    const told = await (0,outcome/* attempt */.C)(() => {
        (0,outputs/* setOutputs */.n0)({
            'verified-count': rows.filter(({ verdict }) => verdict !== 'damaged' && verdict !== 'not verifiable').length,
            'damaged-count': rows.filter(({ verdict }) => verdict === 'damaged').length,
            'gap-count': gaps.length,
            ...(newest && {
                'newest-backup-id': newest.id,
                'newest-age-hours': newest.ageHours.toFixed(1),
            }),
        });
    });
    if ('failure' in told)
        failures.push(told.failure.message);
    const report = { projectId, rows, lines: lineRows(lines, inputs), brokenLinks, gaps, failures };
    verify_log(report);
    for (const { reason } of twoForms)
        (0,log/* error */.z3)(reason);
    if (inputs['job-summary'])
        await writePage(report);
    if (failures.length > 0)
        throw new Error(failures.join('. Also: '));
}

// EXTERNAL MODULE: ./src/actions/apart.ts
var apart = __webpack_require__(337);
// EXTERNAL MODULE: ./src/actions/open-artifact-apart.ts
var open_artifact_apart = __webpack_require__(58329);
// EXTERNAL MODULE: ./src/github/artifact.ts
var artifact = __webpack_require__(49721);
// EXTERNAL MODULE: ./src/github/own-secrets.ts
var own_secrets = __webpack_require__(94479);
// EXTERNAL MODULE: ./src/github/proxy.ts
var proxy = __webpack_require__(38231);
// EXTERNAL MODULE: ./src/github/step.ts + 2 modules
var step = __webpack_require__(39179);
// EXTERNAL MODULE: ./node_modules/@actions/core/lib/core.js + 9 modules
var core = __webpack_require__(39840);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 11 modules
var schemas = __webpack_require__(92857);
// EXTERNAL MODULE: ./src/github/input-fields.ts
var input_fields = __webpack_require__(29017);
;// CONCATENATED MODULE: ./src/github/verify-inputs.ts
/** The inputs of the verify action. */




/** The inputs of the verify action by their names in verify/action.yml. */
const verifyInputSchema = schemas/* object */.Ikc({
    'project-id': input_fields/* projectId */.Lg,
    'backup-root': input_fields/* path */.Ae.default('backups'),
    environment: input_fields/* environmentName */.VE.optional(),
    source: input_fields/* sourceName */.VZ.optional(),
    'ignore-lines': input_fields/* lineNames */.$$.default(new Set()),
    'max-age-hours': (0,input_fields/* wholeNumber */.rD)(1).optional(),
    history: (0,input_fields/* input */.hF)('is neither carry nor none', (text) => text === 'carry' || text === 'none' ? text : undefined).default('none'),
    'artifact-name': input_fields/* artifactName */.Cs.optional(),
    'history-branch': input_fields/* branch */.tk.optional(),
    'github-token': schemas/* string */.YjP().optional(),
    'job-summary': input_fields/* boolean */.zM.default(true),
});
/** @throws Error that lists every problem of every input */
function readVerifyInputs() {
    (0,own_secrets/* rememberSecrets */.hR)((0,core/* getInput */.V4)('github-token'), process.env['ACTIONS_RUNTIME_TOKEN']);
    return (0,input_fields/* readInputs */.Ko)(verifyInputSchema);
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


/***/ })

};
