export const id = 676;
export const ids = [676];
export const modules = {

/***/ 710:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Fl: () => (/* binding */ baseName),
/* harmony export */   OE: () => (/* binding */ restoreArtifactName),
/* harmony export */   TF: () => (/* binding */ projectArtifacts),
/* harmony export */   Vb: () => (/* binding */ nameOf),
/* harmony export */   ag: () => (/* binding */ restoreArtifacts),
/* harmony export */   u5: () => (/* binding */ lineArtifacts),
/* harmony export */   x8: () => (/* binding */ artifactsNamed),
/* harmony export */   yT: () => (/* binding */ safetyArtifactName)
/* harmony export */ });
/* harmony import */ var _storage_dated_names_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(65428);

/** What release 1.0.0 called artifacts of either source. */
function firstDefaultName({ projectId, environment }) {
    return `descope-backup-${projectId}-${environment}`;
}
/** The plain name, which a complete window has as it is. */
function baseName(naming) {
    const name = firstDefaultName(naming);
    return naming.artifactName ?? (naming.source === 'live' ? `${name}-live` : name);
}
/**
 * The name of the new artifact. A backup that is not good, or lacks the window, must not pass for
 * the newest window.
 *
 * @param isWindowMissing whether earlier backups that should go along could not be brought back
 */
function nameOf(naming, { status, backup_id: id }, isWindowMissing) {
    const name = baseName(naming);
    if (status !== 'complete')
        return `${name}-${status}`;
    return isWindowMissing ? `${name}-${id}` : name;
}
function escapePattern(text) {
    return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}
/** Artifacts of some names, also of partial and suspect backups. */
function artifactsNamed(...names) {
    const any = names.map(escapePattern).join('|');
    return {
        names: names.flatMap((name) => [name, `${name}-partial`, `${name}-suspect`]),
        pattern: new RegExp(`^(?:${any})(?:-partial|-suspect)?(?:-${_storage_dated_names_js__WEBPACK_IMPORTED_MODULE_0__/* .DATED_NAME */ .J})?$`),
    };
}
/** The artifacts in which earlier backups of a run's line may be; those of release 1.0.0 too. */
function lineArtifacts(naming) {
    const name = baseName(naming);
    const first = firstDefaultName(naming);
    return naming.artifactName === undefined && name !== first
        ? artifactsNamed(name, first)
        : artifactsNamed(name);
}
/** Artifacts of a project by their default names, of whatever environment. */
function projectArtifacts(projectId) {
    return { names: [], pattern: new RegExp(`^descope-backup-${escapePattern(projectId)}-`) };
}
/** The report of a restore; `before` is at the end of that of its safety backup. */
function restoreArtifactName(projectId, restoreId) {
    return `descope-restore-${projectId}-${restoreId}`;
}
function safetyArtifactName(projectId, restoreId) {
    return `${restoreArtifactName(projectId, restoreId)}-before`;
}
/**
 * The artifacts of a restore: its report, and its safety backup. The run's attempt is at the end of
 * a name that was taken.
 */
function restoreArtifacts(projectId, restoreId) {
    const names = [
        restoreArtifactName(projectId, restoreId),
        safetyArtifactName(projectId, restoreId),
    ];
    return { names, pattern: new RegExp(`^(?:${names.map(escapePattern).join('|')})(?:-\\d+)?$`) };
}


/***/ }),

/***/ 57485:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ DamagedCopyError)
/* harmony export */ });
/**
 * What was fetched is not what was stored: the copy is passed over, as one that is not safe to
 * unpack is.
 */
class DamagedCopyError extends Error {
}


/***/ }),

/***/ 9494:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Dl: () => (/* binding */ warnOfDamage),
/* harmony export */   Sk: () => (/* binding */ carryHistory),
/* harmony export */   q$: () => (/* binding */ carryAllLines),
/* harmony export */   vm: () => (/* binding */ goodBackups)
/* harmony export */ });
/* harmony import */ var _services_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(58455);
/* harmony import */ var _line_reach_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(99857);
/* harmony import */ var _search_budget_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(97103);
/** Brings the backups of artifacts back into the backup root. */




const DAY_MS = 24 * 60 * 60 * 1000;
/** The newest whole window may lack the backup of a run that was under way at the same time. */
const OVERLAP_MS = DAY_MS;
/** Tells of the backups of an artifact that do not verify. */
function warnOfDamage({ artifact, backups }, reporter) {
    return backups.flatMap(({ id, verification }) => {
        if (verification.verified)
            return [];
        const { problems } = verification;
        reporter.warning(`${id} of artifact ${artifact.name} is left out, it does not verify: ${problems.join('; ')}`);
        return [{ id, artifact: artifact.name, problems }];
    });
}
/**
 * The good backups of an artifact. One that is dated later than GitHub had the artifact is none: no
 * honest clock does that, and it would never grow old.
 */
function goodBackups({ artifact, backups }, reporter) {
    return backups.filter(_services_index_js__WEBPACK_IMPORTED_MODULE_0__/* .isVerified */ .p4).filter(({ id, time }) => {
        const isHonest = artifact.createdAt === 0 || time <= artifact.createdAt + DAY_MS;
        if (!isHonest) {
            reporter.warning(`${id} of artifact ${artifact.name} is left out: it is dated later than the artifact was made`);
        }
        return isHonest;
    });
}
/**
 * Brings the backups of every line back into the backup root, to be verified there: of artifacts
 * that were made since `start`, and whose runs have no backup in reach yet.
 *
 * @param reaches what is in the root already, by line; grows by what is found
 * @returns what could not be used
 * @throws Error when the look-up or a download failed
 */
async function carryAllLines(service, projectId, search, reaches, start) {
    const leftOut = [];
    const known = new _line_reach_js__WEBPACK_IMPORTED_MODULE_1__/* .KnownRuns */ .sC(reaches);
    for await (const artifact of search.artifacts(() => start)) {
        if (known.covers(artifact.runId))
            continue;
        const opened = await search.open(artifact, { isTimed: false });
        if (opened === undefined)
            continue;
        if (opened.unusable !== undefined) {
            leftOut.push({ id: artifact.name, artifact: artifact.name, problems: [opened.unusable] });
        }
        leftOut.push(...warnOfDamage(opened, search.reporter));
        const good = goodBackups(opened, search.reporter);
        reaches.add(good, `artifact ${artifact.name} (${artifact.id})`);
        for (const { path } of good)
            await service.adoptBackup(projectId, path);
        await search.discard(opened);
    }
    return leftOut;
}
/**
 * The newest complete backups of a reach, which are wanted at any age, and what the next one is
 * compared with.
 */
function protectedIds(reach, { minimum }) {
    const complete = reach.backups.filter(({ verification: { manifest } }) => manifest.status === 'complete');
    return new Set([...complete.slice(0, minimum), ...reach.bases.slice(0, 1)].map(({ id }) => id));
}
/**
 * Brings the backups of a line back into the backup root, each under its id, until the window is
 * whole or GitHub has no more. What retention would remove at once stays where it is, and so does
 * what is there in two forms.
 *
 * @param reach what is in the root already; grows by what is found
 * @throws Error when the look-up or a download failed
 */
async function carryHistory(service, projectId, search, reach, window) {
    const inRoot = new Set(reach.backups.map(({ id }) => id));
    const opened = [];
    let usable = 0;
    let newestWhole;
    const hasEnough = () => reach.bases.some(({ verification }) => (0,_services_index_js__WEBPACK_IMPORTED_MODULE_0__/* .isBase */ ._E)(verification.manifest)) &&
        (protectedIds(reach, window).size >= window.minimum || reach.isWholeSince(-Infinity));
    const floor = () => {
        if (!hasEnough())
            return -Infinity;
        if (newestWhole === undefined || !reach.isWholeSince(window.start))
            return window.start;
        return Math.max(newestWhole - OVERLAP_MS, window.start);
    };
    const known = new _line_reach_js__WEBPACK_IMPORTED_MODULE_1__/* .KnownRuns */ .sC(reach);
    const isWanted = ({ runId, createdAt }) => {
        const isKnown = known.covers(runId);
        if (isKnown)
            usable++;
        if (createdAt < window.start && hasEnough())
            return false;
        return !isKnown || reach.missingSince(window.start).length > 0;
    };
    try {
        for await (const artifact of search.artifacts(floor)) {
            if (!isWanted(artifact))
                continue;
            const one = await search.open(artifact, { isTimed: false });
            if (one === undefined)
                continue;
            warnOfDamage(one, search.reporter);
            const before = reach.size;
            const good = goodBackups(one, search.reporter);
            if (reach.add(good, `artifact ${artifact.name} (${artifact.id})`) > 0) {
                if (artifact.name === window.wholeName)
                    newestWhole ??= artifact.createdAt;
            }
            if (good.length > 0)
                usable++;
            opened.push(one);
            if (reach.size === before)
                await search.discard(one);
        }
    }
    catch (error) {
        if (!(error instanceof _search_budget_js__WEBPACK_IMPORTED_MODULE_2__/* .SearchBoundError */ .d) || !hasEnough())
            throw error;
        search.reporter.warning(`backups of the window may be missing: ${error.message}`);
    }
    const adopted = await adopt(service, projectId, reach, window, inRoot);
    search.reporter.info(`Brought back from ${opened.length} artifacts: ${adopted.join(', ') || 'nothing that was not here'}`);
    return {
        adopted,
        counts: search.counts,
        usable,
        ofLine: opened.filter(({ backups, unusable }) => unusable !== undefined || !(0,_line_reach_js__WEBPACK_IMPORTED_MODULE_1__/* .areOfOtherLines */ .Ry)(backups, reach.line)).length,
    };
}
/** Copies what retention would keep into the root. */
async function adopt(service, projectId, reach, window, inRoot) {
    const wanted = protectedIds(reach, window);
    const adopted = [];
    for (const { id, path, time } of reach.backups) {
        if (inRoot.has(id) || (time < window.start && !wanted.has(id)))
            continue;
        if (await service.adoptBackup(projectId, path))
            adopted.push(id);
    }
    return adopted;
}


/***/ }),

/***/ 37409:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ HistorySearch)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _storage_archive_limits_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(61120);
/* harmony import */ var _storage_unzip_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(78483);
/* harmony import */ var _backup_copies_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(57485);
/* harmony import */ var _names_apart_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(68162);
/* harmony import */ var _open_artifact_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(35120);
/* harmony import */ var _search_budget_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(97103);
/** Copies of earlier backups: searched, fetched, unpacked and verified. */








async function fetchCopy(copy, { projectId, mayLackBackups = false }, folder, { reporter, signal, openArtifact: open = _open_artifact_js__WEBPACK_IMPORTED_MODULE_2__/* .openArtifact */ .H }) {
    if (copy.size > _storage_archive_limits_js__WEBPACK_IMPORTED_MODULE_3__/* .MAX_ZIP_BYTES */ .j3) {
        throw new _backup_copies_js__WEBPACK_IMPORTED_MODULE_4__/* .DamagedCopyError */ .B(`its ${copy.size} bytes are over ${_storage_archive_limits_js__WEBPACK_IMPORTED_MODULE_3__/* .MAX_ZIP_BYTES */ .j3}`);
    }
    const packed = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, `${copy.id}.packed`);
    const unpacked = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, String(copy.id));
    const zip = await copy.fetch(packed, signal);
    let backups;
    try {
        backups = await open(zip, unpacked, projectId, { signal });
    }
    catch (error) {
        if (!(error instanceof _storage_unzip_js__WEBPACK_IMPORTED_MODULE_5__/* .UnsafeArchiveError */ .t))
            throw error;
        // The message may name a file of the archive.
        const unnamed = 'it is damaged, or not safe to unpack';
        throw new _storage_unzip_js__WEBPACK_IMPORTED_MODULE_5__/* .UnsafeArchiveError */ .t(reporter.words({ named: error.message, unnamed }), {
            cause: error,
        });
    }
    finally {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)(packed, { recursive: true });
    }
    if (backups.length === 0 && !mayLackBackups) {
        throw new _backup_copies_js__WEBPACK_IMPORTED_MODULE_4__/* .DamagedCopyError */ .B(`it holds no backup of project ${projectId}`);
    }
    return (0,_names_apart_js__WEBPACK_IMPORTED_MODULE_6__/* .tellableBackups */ .H)(backups, reporter);
}
/** A search for the artifacts of one history. */
class HistorySearch {
    reporter;
    #query;
    #folder;
    #context;
    #budget;
    #list;
    #opened = new Set();
    #counts = { listed: 0, expired: 0, untrusted: 0, unusable: 0 };
    /** @param folder a temporary one, where the backups are unpacked */
    constructor(source, query, folder, context) {
        this.reporter = context.reporter;
        this.#query = query;
        this.#folder = folder;
        this.#context = context;
        this.#budget = new _search_budget_js__WEBPACK_IMPORTED_MODULE_7__/* .SearchBudget */ .o(context.signal, context.searchLimits);
        this.#list = source.list(query, this.#budget);
    }
    get counts() {
        return { ...this.#counts };
    }
    /**
     * Artifacts that were found by their names, newest first; known once the reader of `artifacts`
     * came to them.
     */
    get named() {
        return this.#list.named;
    }
    /** Whether an artifact was opened before: what it holds is known. */
    hasOpened({ id }) {
        return this.#opened.has(id);
    }
    /**
     * The artifacts that can be had: those that are surely our own first, then all, newest first.
     * Each comes once.
     *
     * @param since artifacts that were made earlier are not wanted any more, in milliseconds since
     * the epoch; asked again and again, since the reader learns from what it reads
     * @throws Error when the look-up failed: that is never an empty history
     */
    async *artifacts(since) {
        const seen = new Set();
        for await (const artifact of this.#list.entries(since)) {
            if (seen.has(artifact.id))
                continue;
            seen.add(artifact.id);
            this.#counts.listed++;
            if (artifact.isExpired)
                this.#counts.expired++;
            else
                yield artifact;
        }
    }
    /**
     * Fetches an artifact, if it is trusted. One that is damaged, or not safe to unpack, is left out
     * with a warning.
     *
     * @returns undefined when it is not trusted
     * @throws Error when the look-up or the download failed
     */
    async open(artifact, { isTimed }) {
        if (!(await artifact.isTrusted())) {
            this.#counts.untrusted++;
            return undefined;
        }
        const { id, name, runId = 0 } = artifact;
        this.#opened.add(id);
        this.reporter.info(`Looking into artifact ${name} (${id}) of run ${runId}`);
        const folder = this.#folderOf(artifact);
        const fetch = (signal) => fetchCopy(artifact, this.#query, this.#folder, { ...this.#context, signal });
        try {
            const backups = await (isTimed ? this.#budget.spend(fetch) : fetch(this.#context.signal));
            return { artifact, folder, backups };
        }
        catch (error) {
            const isDamage = error instanceof _backup_copies_js__WEBPACK_IMPORTED_MODULE_4__/* .DamagedCopyError */ .B || error instanceof _storage_unzip_js__WEBPACK_IMPORTED_MODULE_5__/* .UnsafeArchiveError */ .t;
            if (!isDamage)
                throw error;
            this.reporter.warning(`artifact ${name} (${id}) of run ${runId} is left out: ${error.message}`);
            this.#counts.unusable++;
            return { artifact, folder, backups: [], unusable: error.message };
        }
    }
    /** Frees the disk of an artifact that is not needed any more. */
    async discard({ artifact }) {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)(this.#folderOf(artifact), { recursive: true, force: true });
    }
    #folderOf({ id }) {
        return (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(this.#folder, String(id));
    }
}


/***/ }),

/***/ 99857:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G$: () => (/* binding */ LineReaches),
/* harmony export */   Ry: () => (/* binding */ areOfOtherLines),
/* harmony export */   Y4: () => (/* binding */ LineReach),
/* harmony export */   sC: () => (/* binding */ KnownRuns)
/* harmony export */ });
/* harmony import */ var _services_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(58455);
/* harmony import */ var _services_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9719);
/**
 * The backups of one line that are within reach of a run: in the backup root, and in artifacts that
 * it looked into.
 */

/** Gathers what is within reach; what the new backup may be compared with is asked of it. */
class LineReach {
    line;
    fresh;
    #found = new Map();
    #forms = new Map();
    /**
     * @param line as `lineName` gives it
     * @param fresh the new backup: it is compared with older ones alone
     */
    constructor(line, fresh) {
        this.line = line;
        this.fresh = fresh;
    }
    /**
     * @param place where they are, in words
     * @returns how many of them are of the line and good
     */
    add(backups, place) {
        const own = (0,_services_index_js__WEBPACK_IMPORTED_MODULE_0__/* .ofLine */ .oe)(backups, this.line);
        for (const backup of own) {
            const found = { backup, place };
            const known = this.#found.get(backup.id);
            if (known === undefined) {
                this.#found.set(backup.id, found);
                continue;
            }
            const forms = this.#forms.get(backup.id) ?? [known];
            if (forms.every((form) => sumOf(form.backup) !== sumOf(backup))) {
                this.#forms.set(backup.id, [...forms, found]);
            }
        }
        return own.length;
    }
    get size() {
        return this.#found.size;
    }
    /** Of the line, newest first; none that is there in two forms. */
    get backups() {
        return [...this.#found.values()]
            .map(({ backup }) => backup)
            .filter(({ id }) => !this.#forms.has(id))
            .sort(_services_index_js__WEBPACK_IMPORTED_MODULE_1__/* .compareNewestFirst */ .a0);
    }
    /** Those that are older than the new backup, newest first. */
    get older() {
        return this.backups.filter((backup) => (0,_services_index_js__WEBPACK_IMPORTED_MODULE_1__/* .compareNewestFirst */ .a0)(backup, this.fresh) > 0);
    }
    /**
     * What the new backup may be compared with, newest first. Where nothing older serves, a backup
     * that is dated later does: it was there before, whatever the clock said that dated it.
     */
    get bases() {
        const older = (0,_services_index_js__WEBPACK_IMPORTED_MODULE_0__/* .basesOf */ .cF)(this.older);
        return older.length > 0 ? older : (0,_services_index_js__WEBPACK_IMPORTED_MODULE_0__/* .basesOf */ .cF)(this.backups);
    }
    /**
     * How many there are that a run has finished: of one that is at work, or was killed, nobody knows
     * what it is worth.
     */
    get finishedCount() {
        return this.backups.filter(({ verification }) => verification.manifest.comparison?.cause !== 'pending').length;
    }
    /** How many backups of a run of GitHub Actions are within reach. */
    countOfRun(runId) {
        const id = String(runId);
        return [...this.#found.values()].filter(({ backup }) => backup.verification.manifest.run?.run_id === id).length;
    }
    /**
     * Ids that links of backups name, not older than `start`, and that are not within reach in the
     * form that the link means.
     */
    missingSince(start) {
        return this.backups.flatMap(({ verification: { manifest } }) => {
            if (manifest.previous === undefined)
                return [];
            const { backup_id: id, manifest_sha256: sum } = manifest.previous;
            const forms = this.#forms.get(id) ?? [this.#found.get(id)];
            if (forms.some((form) => form !== undefined && sumOf(form.backup) === sum))
                return [];
            const time = (0,_services_index_js__WEBPACK_IMPORTED_MODULE_1__/* .parseBackupId */ .JN)(id)?.time;
            return time === undefined || time < start ? [] : [id];
        });
    }
    /**
     * Whether the backups are linked from the newest one to the first of the line, or to what is
     * older than `start`.
     */
    isWholeSince(start) {
        const { backups } = this;
        const oldest = backups.at(-1);
        if (oldest === undefined || this.missingSince(start).length > 0)
            return false;
        return oldest.time < start || oldest.verification.manifest.comparison?.outcome === 'first';
    }
    /** Backups that are there in two good forms; neither was taken. */
    get twoForms() {
        const links = new Map();
        for (const { backup } of this.#found.values()) {
            const { previous } = backup.verification.manifest;
            if (previous)
                links.set(previous.backup_id, previous.manifest_sha256);
        }
        return [...this.#forms].map(([id, forms]) => {
            const named = forms.find(({ backup }) => sumOf(backup) === links.get(id));
            const places = forms.map(({ place, backup }) => `${place} (manifest ${sumOf(backup)})`);
            const chain = !links.has(id)
                ? 'No later backup tells which is the true one'
                : named === undefined
                    ? 'The next backup was compared with neither of them'
                    : `The next backup was compared with the one in ${named.place}`;
            return {
                id,
                reason: `${id} is there in ${forms.length} good forms that differ: ${places.join('; ')}. ${chain}. None was taken over or compared with: find out who changed it, and delete the wrong one`,
            };
        });
    }
}
function sumOf(backup) {
    return backup.verification.manifestSha256;
}
/**
 * Whether backups that were opened hold nothing but good ones of other lines, and folders of the
 * original Python tool.
 */
function areOfOtherLines(backups, line) {
    return backups.every(({ verification }) => verification.verified ? (0,_services_index_js__WEBPACK_IMPORTED_MODULE_0__/* .lineName */ .iE)(verification.manifest) !== line : verification.isLegacy);
}
/** The reach of each line of a project, for whoever judges them all. */
class LineReaches {
    #reaches = new Map();
    /** @param place where they are, in words */
    add(backups, place) {
        for (const line of new Set(backups.filter(_services_index_js__WEBPACK_IMPORTED_MODULE_0__/* .isVerified */ .p4).map(lineOf))) {
            const reach = this.#reaches.get(line) ?? new LineReach(line, { time: Infinity, sequence: 1 });
            this.#reaches.set(line, reach);
            reach.add(backups, place);
        }
    }
    countOfRun(runId) {
        return [...this.#reaches.values()].reduce((sum, reach) => sum + reach.countOfRun(runId), 0);
    }
    get twoForms() {
        return [...this.#reaches.values()].flatMap((reach) => reach.twoForms);
    }
}
function lineOf(backup) {
    return (0,_services_index_js__WEBPACK_IMPORTED_MODULE_0__/* .lineName */ .iE)(backup.verification.manifest);
}
/**
 * Tells of artifacts, in the order in which they are come across, whether all that they can add is
 * within reach: as many backups of the run that made them as it has artifacts.
 */
class KnownRuns {
    #reach;
    #artifacts = new Map();
    constructor(reach) {
        this.#reach = reach;
    }
    covers(runId) {
        if (runId === undefined)
            return false;
        const artifacts = (this.#artifacts.get(runId) ?? 0) + 1;
        this.#artifacts.set(runId, artifacts);
        return this.#reach.countOfRun(runId) >= artifacts;
    }
}


/***/ }),

/***/ 68162:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ tellableBackups)
/* harmony export */ });
/* harmony import */ var _reporter_strangers_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(50);
/** Backups whose damage strangers may hear of. */

function tellable(verification, reporter) {
    if (verification.verified)
        return verification;
    return { ...verification, problems: [reporter.words((0,_reporter_strangers_js__WEBPACK_IMPORTED_MODULE_0__/* .problemsInWords */ .x)(verification.problems))] };
}
/** Backups as they may be told of: where strangers read it, their problems name nothing. */
function tellableBackups(backups, reporter) {
    if (reporter.mayName)
        return backups;
    return backups.map((one) => ({ ...one, verification: tellable(one.verification, reporter) }));
}


/***/ }),

/***/ 97103:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ SearchBoundError),
/* harmony export */   o: () => (/* binding */ SearchBudget)
/* harmony export */ });
/** How long earlier artifacts are looked for, whatever strangers have uploaded beside them. */
const MINUTES = 3;
/** Of a hundred artifacts each. */
const PAGES = 50;
/** The search was given up: there may be more, so it is never an empty history. */
class SearchBoundError extends Error {
}
/** Counts the time and the pages of one search. */
class SearchBudget {
    #signal;
    #limits;
    #spentMs = 0;
    #pages = 0;
    /** @param signal cancels the run */
    constructor(signal, limits = { milliseconds: MINUTES * 60_000, pages: PAGES }) {
        this.#signal = signal;
        this.#limits = limits;
    }
    /** @throws SearchBoundError when there have been as many pages as there may be */
    countPage() {
        if (++this.#pages > this.#limits.pages) {
            throw new SearchBoundError(`the search was given up after ${this.#limits.pages} pages of 100 artifacts: delete artifacts that nobody needs, or run once with allow-shrink: true if this backup is right: later runs find it first`);
        }
    }
    /**
     * Does something within the time that is left.
     *
     * @param work is given a signal that aborts when the time is up, or the run is cancelled
     * @throws SearchBoundError when the time is up
     */
    async spend(work) {
        const left = this.#limits.milliseconds - this.#spentMs;
        if (left <= 0)
            throw this.#timeIsUp();
        const start = performance.now();
        const timeout = AbortSignal.timeout(Math.ceil(left));
        try {
            return await work(AbortSignal.any([this.#signal, timeout]));
        }
        catch (error) {
            this.#signal.throwIfAborted();
            if (!timeout.aborted)
                throw error;
            // Timers are not exact: whatever the clock says, nothing is left.
            this.#spentMs = this.#limits.milliseconds;
            throw this.#timeIsUp();
        }
        finally {
            this.#spentMs += performance.now() - start;
        }
    }
    #timeIsUp() {
        const minutes = this.#limits.milliseconds / 60_000;
        return new SearchBoundError(`the search was given up after ${minutes} minutes: try again when GitHub answers faster`);
    }
}


/***/ }),

/***/ 82527:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ withTemporaryFolder)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _storage_remove_tree_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(21618);
/** A folder for what is needed for a while. */



/**
 * Runs something with a temporary folder, which is gone afterwards.
 *
 * @param root absolute path of a folder that is there
 */
async function withTemporaryFolder(root, use) {
    const folder = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdtemp)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(root, 'descope-backup-history-'));
    try {
        return await use(folder);
    }
    finally {
        await (0,_storage_remove_tree_js__WEBPACK_IMPORTED_MODULE_2__/* .removeTree */ .d)(folder);
    }
}


/***/ }),

/***/ 86126:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $$: () => (/* binding */ lineNames),
/* harmony export */   Ae: () => (/* binding */ path),
/* harmony export */   Cs: () => (/* binding */ artifactName),
/* harmony export */   EY: () => (/* binding */ workflowFile),
/* harmony export */   Lg: () => (/* binding */ projectId),
/* harmony export */   Nq: () => (/* binding */ managementKey),
/* harmony export */   VE: () => (/* binding */ environmentName),
/* harmony export */   VZ: () => (/* binding */ sourceName),
/* harmony export */   W5: () => (/* binding */ lineArtifactName),
/* harmony export */   hF: () => (/* binding */ input),
/* harmony export */   jY: () => (/* binding */ secretInput),
/* harmony export */   nU: () => (/* binding */ isSecretField),
/* harmony export */   pc: () => (/* binding */ baseUrl),
/* harmony export */   rD: () => (/* binding */ wholeNumber),
/* harmony export */   sV: () => (/* binding */ BOOLEANS),
/* harmony export */   tk: () => (/* binding */ branch),
/* harmony export */   wC: () => (/* binding */ matching),
/* harmony export */   zM: () => (/* binding */ boolean)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92857);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(88532);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(29396);
/* harmony import */ var _names_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(65669);
/* harmony import */ var _secret_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(36953);
/* harmony import */ var _storage_safe_names_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(63369);
/* harmony import */ var _storage_safe_url_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(70304);
/** Kinds of inputs: how the text of each is read, and what is said of one that is wrong. */





/**
 * An input that is given as text.
 *
 * @param must completes the sentence `"<text>" ...` of the error
 * @param parse undefined for text that is wrong
 * @param show the text as the error repeats it
 */
function input(must, parse, show = JSON.stringify) {
    return zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP({ error: 'is required, but empty' }).transform((text, context) => {
        const value = parse(text);
        if (value !== undefined)
            return value;
        context.addIssue({ code: 'custom', message: `${show(text)} ${must}` });
        return zod__WEBPACK_IMPORTED_MODULE_1__/* .NEVER */ .tm;
    });
}
/**
 * An input that is a secret, and not required: it is masked before any input is read, and no error
 * repeats it.
 *
 * @param must completes the sentence `it ...` of the error
 * @param isRight whether the text is one that can be used
 */
function secretInput(must = '', isRight = () => true) {
    return requiredSecret(must, isRight).optional();
}
/** As {@link secretInput}, of an input that must be given. */
function requiredSecret(must, isRight) {
    return input(must, (text) => (isRight(text) ? new _secret_js__WEBPACK_IMPORTED_MODULE_2__/* .Secret */ .z(text) : undefined), () => 'it').meta({ secret: true });
}
/**
 * Whether a field of a schema is marked as a secret: itself, or what it makes optional or gives a
 * default.
 */
function isSecretField(field) {
    if (zod__WEBPACK_IMPORTED_MODULE_3__/* .globalRegistry */ .fd.get(field)?.['secret'] === true)
        return true;
    const { innerType } = field._zod.def;
    return innerType !== undefined && isSecretField(innerType);
}
const matching = (pattern, must) => input(must, (text) => (pattern.test(text) ? text : undefined));
function wholeNumber(min, max = Number.MAX_SAFE_INTEGER) {
    const range = max === Number.MAX_SAFE_INTEGER ? `of at least ${min}` : `from ${min} to ${max}`;
    return input(`is not a whole number ${range}: write it in digits`, (text) => {
        const value = Number(text);
        return /^\d+$/.test(text) && value >= min && value <= max ? value : undefined;
    });
}
/** The spellings that @actions/core reads as a boolean: those of YAML 1.2. */
const BOOLEANS = new Map([
    ...['true', 'True', 'TRUE'].map((text) => [text, true]),
    ...['false', 'False', 'FALSE'].map((text) => [text, false]),
]);
const boolean = input('is neither true nor false', (text) => BOOLEANS.get(text));
const path = input('begins with ~, which no shell expands here: write the path out', (text) => (text.startsWith('~') ? undefined : text));
const projectId = matching(_names_js__WEBPACK_IMPORTED_MODULE_4__/* .PROJECT_ID */ .iJ, 'is not a project id: 1 to 64 letters, digits, "_" and "-"').refine((id) => (0,_storage_safe_names_js__WEBPACK_IMPORTED_MODULE_5__/* .unsafeNameReason */ .G)(id) === undefined, {
    error: ({ input: id }) => `${JSON.stringify(id)} cannot be a folder name on Windows`,
});
const managementKey = requiredSecret('holds a blank, a line break or another sign that no key has: check the secret', (text) => /^[!-~]+$/.test(text));
const baseUrl = input('is no address: https alone, or http on this machine, without path, user and query', _storage_safe_url_js__WEBPACK_IMPORTED_MODULE_6__/* .parseOrigin */ .e, 
// It may hold a password.
() => 'it');
const branch = matching(/^(?!refs\/)[^\s~^:?*[\\]+$/, 'is not the name of a branch: leave refs/heads/ out');
const workflowFile = matching(/^[^/\\]+\.ya?ml$/, 'is not the file name of a workflow, such as backup.yml: leave its folder out');
const environmentName = matching(new RegExp(`^${_names_js__WEBPACK_IMPORTED_MODULE_4__/* .ENVIRONMENT_NAME */ .YR}$`), 'is not an environment name: 1 to 64 letters, digits, ".", "_" and "-", beginning with a letter or digit');
const sourceName = input('is neither config-file nor live', (text) => text === 'config-file' || text === 'live' ? text : undefined);
const LINE = new RegExp(`^${_names_js__WEBPACK_IMPORTED_MODULE_4__/* .ENVIRONMENT_NAME */ .YR}/(config-file|live)$`);
/** Names of lines, separated by commas or line breaks. */
const lineNames = input('is no list of lines: write <environment>/<source> with source config-file or live, separated by commas or line breaks', (text) => {
    const names = text
        .split(/[,\r\n]/)
        .flatMap((name) => (name.trim() === '' ? [] : [name.trim()]));
    return names.every((name) => LINE.test(name)) ? new Set(names) : undefined;
});
/** What the artifact service refuses in a name. */
const FORBIDDEN_IN_ARTIFACT_NAME = /["*:<>?|\r\n\\/]/;
/**
 * The longest name that GitHub's artifact service takes: a longer one it answers with 400, "name
 * invalid length for artifact name: must be between 1 and 256 characters".
 */
const MAX_ARTIFACT_NAME = 256;
/**
 * The name of an artifact.
 *
 * @param endings how many characters may be added to it
 */
function artifactNameWith(endings) {
    const most = MAX_ARTIFACT_NAME - endings;
    return input('is not an artifact name: it must not hold " * : < > ? | \\ / or a line break', (text) => (FORBIDDEN_IN_ARTIFACT_NAME.test(text) ? undefined : text)).refine((text) => text.length <= most, {
        error: ({ input: text }) => `is too long with ${String(text).length} characters: at most ${most}` +
            (endings > 0
                ? `, for GitHub takes ${MAX_ARTIFACT_NAME}, and an ending such as -suspect or a backup id may be added`
                : ''),
    });
}
const artifactName = artifactNameWith(0);
/**
 * What may be added to an artifact's name: the status of a backup that is not good, or the id of
 * one that lacks the window, and the id once more where the name is taken in the run.
 */
const LONGEST_ENDING = '-20261122_030000_999'.repeat(2);
/** The name of the artifacts in which a line is kept. */
const lineArtifactName = artifactNameWith(LONGEST_ENDING.length);


/***/ }),

/***/ 65669:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   YR: () => (/* binding */ ENVIRONMENT_NAME),
/* harmony export */   iJ: () => (/* binding */ PROJECT_ID),
/* harmony export */   rm: () => (/* binding */ isProjectId),
/* harmony export */   tq: () => (/* binding */ isEnvironmentName)
/* harmony export */ });
/* harmony import */ var _storage_safe_names_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(63369);
/**
 * What projects and environments may be called: their names become folders, lines and artifacts.
 */

/** An environment's name, as a pattern. */
const ENVIRONMENT_NAME = '[A-Za-z0-9][A-Za-z0-9._-]{0,63}';
/** A project id, which may still be a name that some system reserves. */
const PROJECT_ID = /^[A-Za-z0-9_-]{1,64}$/;
const WHOLE_ENVIRONMENT_NAME = new RegExp(`^${ENVIRONMENT_NAME}$`);
/** Whether a text has the form of a project id, and can be a folder on any system. */
function isProjectId(text) {
    return PROJECT_ID.test(text) && (0,_storage_safe_names_js__WEBPACK_IMPORTED_MODULE_0__/* .unsafeNameReason */ .G)(text) === undefined;
}
function isEnvironmentName(text) {
    return WHOLE_ENVIRONMENT_NAME.test(text);
}


/***/ }),

/***/ 31593:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ makeRedactor)
/* harmony export */ });
/* harmony import */ var _secret_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(36953);
/**
 * The secrets of the run itself, wherever somebody repeats them: as they are, escaped,
 * percent-encoded or in base64.
 */

/** Shorter ones would be found where nobody put them. */
const MIN_LENGTH = 8;
/** `%2525...` and its like are undone so many times. */
const MAX_ROUNDS = 4;
const ESCAPES = /\\[ux/+=\\"]|%[0-9a-f]{2}|&#|&amp;|[\r\n]|\\[nr]/i;
const BASE64_LETTER = /[A-Za-z0-9+/_-]/;
/**
 * Letters in place of what stands for them: JSON's escapes however often escaped, `%41`, `&#65;`;
 * line breaks go.
 */
function withoutEscapes(text) {
    if (!ESCAPES.test(text) && !text.includes('\\'))
        return text;
    let result = text
        .replace(/\\[nr]|[\r\n]/g, '')
        .replace(/\\u([0-9a-f]{4})/gi, (_all, hex) => String.fromCharCode(parseInt(hex, 16)))
        .replace(/\\x([0-9a-f]{2})/gi, (_all, hex) => String.fromCharCode(parseInt(hex, 16)))
        .replace(/&#x([0-9a-f]{1,6});/gi, (_all, hex) => fromCodePoint(parseInt(hex, 16)))
        .replace(/&#([0-9]{1,7});/g, (_all, digits) => fromCodePoint(Number(digits)))
        .replaceAll('&amp;', '&')
        .replaceAll('\\', '');
    for (let round = 0; round < MAX_ROUNDS && result.includes('%'); round++) {
        const before = result;
        result = result.replace(/%([0-9a-f]{2})/gi, (_all, hex) => String.fromCharCode(parseInt(hex, 16)));
        if (result === before)
            break;
    }
    return result;
}
function fromCodePoint(code) {
    return code <= 0x10ffff ? String.fromCodePoint(code) : '';
}
/**
 * What base64 makes of bytes wherever they stand among others: the letters that depend on them
 * alone.
 */
function base64Cores(bytes) {
    return [0, 1, 2].flatMap((offset) => {
        const encoded = Buffer.concat([Buffer.alloc(offset), bytes]).toString('base64');
        const letters = encoded.replace(/=+$/, '');
        const core = letters.slice(offset === 0 ? 0 : offset + 1, (offset + bytes.length) % 3 === 0 ? undefined : -1);
        return [core, core.replaceAll('+', '-').replaceAll('/', '_')];
    });
}
function formsOf(secret) {
    const bytes = Buffer.from(secret);
    const form = (text, isBase64) => ({
        text,
        plain: withoutEscapes(text),
        isBase64,
    });
    const hex = bytes.toString('hex');
    return [
        ...[secret, hex, hex.toUpperCase()].map((text) => form(text, false)),
        ...[...new Set(base64Cores(bytes))].map((text) => form(text, true)),
    ];
}
/** Finds a text whatever of it is escaped. */
function escapedPattern(text) {
    const letters = Array.from(text).map((letter) => {
        const code = letter.codePointAt(0) ?? 0;
        const hex = code.toString(16);
        const literal = letter.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
        const bytes = [...Buffer.from(letter)].map((byte) => {
            const pair = byte.toString(16).padStart(2, '0');
            return `%(?:25)*${pair}`;
        });
        const ways = [
            literal,
            `u${hex.padStart(4, '0')}`,
            `x${hex.padStart(2, '0')}`,
            bytes.join(''),
            `&(?:amp;)*#0*${code};`,
            `&(?:amp;)*#x0*${hex};`,
        ];
        return `(?:\\\\[nr]|[\\\\\\r\\n])*(?:${ways.join('|')})`;
    });
    return new RegExp(letters.join(''), 'gi');
}
/**
 * The whole run of base64 around a part of it: its first and last letters hold bits of the secret
 * too.
 */
function widen(text, start, end) {
    let [from, to] = [start, end];
    while (from > 0 && BASE64_LETTER.test(text.charAt(from - 1)))
        from--;
    while (to < text.length && BASE64_LETTER.test(text.charAt(to)))
        to++;
    for (let padding = 0; padding < 2 && text.charAt(to) === '='; padding++)
        to++;
    return [from, to];
}
function replaceSpans(text, spans, mark) {
    let result = '';
    let done = 0;
    for (const [start, end] of spans) {
        if (start < done)
            continue;
        result += text.slice(done, start) + mark;
        done = end;
    }
    return result + text.slice(done);
}
function spansOf(text, form, pattern) {
    const spans = [];
    const add = (start, end) => {
        spans.push(form.isBase64 ? widen(text, start, end) : [start, end]);
    };
    if (pattern === undefined) {
        for (let at = text.indexOf(form.text); at !== -1; at = text.indexOf(form.text, at + 1)) {
            if (at >= (spans.at(-1)?.[1] ?? 0))
                add(at, at + form.text.length);
        }
    }
    else {
        for (const match of text.matchAll(pattern))
            add(match.index, match.index + match[0].length);
    }
    return spans;
}
/**
 * @param secrets what must be in nothing that is saved, logged or quoted; empty and very short ones
 * are passed over
 */
function makeRedactor(secrets) {
    const texts = secrets.map((one) => (one instanceof _secret_js__WEBPACK_IMPORTED_MODULE_0__/* .Secret */ .z ? one.reveal() : one));
    const usable = [...new Set(texts)].filter((secret) => secret.length >= MIN_LENGTH);
    // A secret within another one would leave the rest of it.
    const forms = usable.sort((a, b) => b.length - a.length).flatMap(formsOf);
    const shortest = Math.min(...forms.map(({ plain }) => plain.length));
    const patterns = new Map();
    const patternOf = (form) => {
        const pattern = patterns.get(form) ?? escapedPattern(form.text);
        patterns.set(form, pattern);
        return pattern;
    };
    const redact = (text, mark) => {
        if (text.length < shortest)
            return text;
        let result = text;
        for (const form of forms) {
            if (form.text.length <= result.length && result.includes(form.text)) {
                result = replaceSpans(result, spansOf(result, form, undefined), mark);
            }
        }
        if (!ESCAPES.test(result) && !result.includes('\\'))
            return result;
        const hidden = (given) => {
            const plain = withoutEscapes(given);
            return forms.filter((form) => form.plain.length <= plain.length && plain.includes(form.plain));
        };
        const found = hidden(result);
        for (const form of found) {
            result = replaceSpans(result, spansOf(result, form, patternOf(form)), mark);
        }
        // Written in some way that was not foreseen: then all of it goes.
        return found.length > 0 && hidden(result).length > 0 ? mark : result;
    };
    return {
        redact,
        redactBytes: (bytes, mark) => {
            const text = bytes.toString('latin1');
            const result = redact(text, mark);
            return result === text ? bytes : Buffer.from(result, 'latin1');
        },
        isSecret: (text) => {
            const plain = withoutEscapes(text.trim());
            return usable.some((secret) => withoutEscapes(secret) === plain);
        },
    };
}


/***/ }),

/***/ 36953:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   z: () => (/* binding */ Secret)
/* harmony export */ });
/**
 * A secret of the run on its way from the input to where it is sent: whoever prints it gets three
 * stars.
 */
const MARK = '***';
/**
 * Holds a text that nothing may print by accident: not in a message, not as JSON, not when it is
 * inspected.
 */
class Secret {
    #text;
    constructor(text) {
        this.#text = text;
    }
    /**
     * The text itself: for the request that it is sent with, and for finding it where it must not be.
     */
    reveal() {
        return this.#text;
    }
    toString() {
        return MARK;
    }
    toJSON() {
        return MARK;
    }
    /** What `util.inspect` shows, and all that logs through it. */
    [Symbol.for('nodejs.util.inspect.custom')]() {
        return MARK;
    }
}


/***/ }),

/***/ 23400:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  g: () => (/* binding */ makeReporter)
});

;// CONCATENATED MODULE: ./src/reporter/progress.ts
/** Lines that tell how far long work is. */
/** Shorter work is not worth a line. */
const MIN_TOTAL = 10_000;
const STEPS = 10;
const MIN_INTERVAL_MS = 1000;
/**
 * Tells of long work: a line each tenth, at most one a second.
 *
 * @param clock milliseconds
 * @param tell is given each line
 * @returns to be called with how much is done, as often as is convenient
 */
function progressLog(what, clock, tell) {
    let lastStep = 0;
    let lastTime = -Infinity;
    return (done, total) => {
        const step = Math.floor((done / total) * STEPS);
        if (total < MIN_TOTAL || step === lastStep || clock() - lastTime < MIN_INTERVAL_MS)
            return;
        lastStep = step;
        lastTime = clock();
        tell(`${what}: ${done} of ${total}`);
    };
}

;// CONCATENATED MODULE: ./src/reporter/reporter.ts
/**
 * How a run speaks: one interface, behind which stands GitHub's log, a terminal, or the memory of a
 * test.
 */

/**
 * Makes a reporter that speaks through a sink.
 *
 * @param mayName whether nobody reads it who must not know names
 * @param clock milliseconds
 */
function makeReporter(sink, { mayName, clock }) {
    const words = (given) => {
        if (typeof given === 'string')
            return given;
        return mayName ? given.named : given.unnamed;
    };
    return {
        mayName,
        words,
        group: (name, part) => sink.group(name, part),
        info: (given) => {
            sink.info(words(given));
        },
        warning: (given, place) => {
            sink.warning(words(given), place);
        },
        error: (given, place) => {
            sink.error(words(given), place);
        },
        debug: (given) => {
            sink.debug(words(given));
        },
        fileErrors: (found) => {
            sink.fileErrors(found);
        },
        fileWarnings: (found) => {
            sink.fileWarnings(found);
        },
        progress: (what) => progressLog(what, clock, (text) => {
            sink.info(text);
        }),
    };
}


/***/ }),

/***/ 50:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   x: () => (/* binding */ problemsInWords)
/* harmony export */ });
/** What is wrong with a backup; for strangers, only how much. */
function problemsInWords(problems) {
    const count = `${problems.length} ${problems.length === 1 ? 'problem' : 'problems'}`;
    return {
        named: problems.join('; '),
        unnamed: `${count}, not named here because strangers may read this`,
    };
}


/***/ }),

/***/ 29426:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CD: () => (/* binding */ attempt),
/* harmony export */   cc: () => (/* binding */ joinFailures),
/* harmony export */   g5: () => (/* binding */ failureOf)
/* harmony export */ });
/** Failures as values, for parts of a run that must not keep the next ones from their work. */
async function attempt(part) {
    try {
        return { value: await part() };
    }
    catch (error) {
        return { failure: error };
    }
}
/** What failed, if anything did. */
function failureOf(outcome) {
    return 'failure' in outcome ? [outcome.failure] : [];
}
/** Everything that failed as one error; undefined when nothing did. */
function joinFailures(failures) {
    if (failures.length <= 1)
        return failures[0];
    return new AggregateError(failures, failures.map(({ message }) => message).join('. Also: '));
}


/***/ }),

/***/ 50381:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   z: () => (/* binding */ routeThrough)
/* harmony export */ });
/* harmony import */ var node_http__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(37067);
/* harmony import */ var node_http__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_http__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var undici__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(46752);
/** All requests of the process through the proxies that the environment names. */


/**
 * Sends the requests of this process through proxies. Node does it by itself where it can; an older
 * one gets the agent of undici, which is what Node's own consists of.
 *
 * @param node Node's module `http`
 */
function routeThrough({ http: httpProxy, https: httpsProxy, none: noProxy }, node = node_http__WEBPACK_IMPORTED_MODULE_0__) {
    if (node.setGlobalProxyFromEnv !== undefined) {
        node.setGlobalProxyFromEnv({
            ...(httpProxy !== undefined && { HTTP_PROXY: httpProxy }),
            ...(httpsProxy !== undefined && { HTTPS_PROXY: httpsProxy }),
            NO_PROXY: noProxy,
        });
        return;
    }
    (0,undici__WEBPACK_IMPORTED_MODULE_1__.setGlobalDispatcher)(new undici__WEBPACK_IMPORTED_MODULE_1__.EnvHttpProxyAgent({
        noProxy,
        // Empty means none, whatever the environment says.
        httpProxy: httpProxy ?? '',
        httpsProxy: httpsProxy ?? '',
    }));
}


/***/ }),

/***/ 2773:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ proxiesOf),
/* harmony export */   x: () => (/* binding */ proxyFailure)
/* harmony export */ });
/** The proxies that the environment names, and the words for what goes wrong with them. */
/** A variable in lower case, else in upper case, as curl and Node read them. */
function variable(environment, name) {
    const values = [environment[name.toLowerCase()], environment[name]];
    return values.map((value) => value?.trim()).find((value) => value !== undefined && value !== '');
}
/** @throws Error for an address that is none */
function proxyUrl(environment, name) {
    const value = variable(environment, name);
    if (value === undefined)
        return undefined;
    const text = value.includes('://') ? value : `http://${value}`;
    const isGood = URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);
    // The value may hold a password, so it is not repeated.
    if (!isGood)
        throw new Error(`${name} is no address of a proxy: set it to http://host:port`);
    return text;
}
/** @throws Error for an address that is none */
function proxiesOf(environment) {
    const http = proxyUrl(environment, 'HTTP_PROXY');
    const https = proxyUrl(environment, 'HTTPS_PROXY') ?? http;
    if (http === undefined && https === undefined)
        return undefined;
    return { http, https, none: variable(environment, 'NO_PROXY') ?? '' };
}
/** An error and what caused it, and the parts of those that have some. */
function* chainOf(error, depth = 0) {
    if (!(error instanceof Error) || depth > 8)
        return;
    yield error;
    yield* chainOf(error.cause, depth + 1);
    if (error instanceof AggregateError) {
        for (const one of error.errors)
            yield* chainOf(one, depth + 1);
    }
}
function refusal(status, proxy, host) {
    const isFinal = status >= 400 && status <= 499 && status !== 429;
    const advice = status === 407
        ? 'it wants credentials: check the user and password in HTTPS_PROXY'
        : isFinal
            ? `let it pass connections to ${host}`
            : 'look into its log';
    return { message: `the proxy ${proxy} answered HTTP ${status}: ${advice}`, isFinal };
}
const PORTS = { 'http:': '80', 'https:': '443' };
/**
 * Tells a failure of a proxy from one of the server that was called.
 *
 * @param error that fetch was rejected with
 * @param url that was called
 * @returns undefined when no proxy had part in it
 */
function proxyFailure(error, url, environment = process.env) {
    let called;
    let text;
    try {
        called = new URL(url);
        const proxies = proxiesOf(environment);
        text = called.protocol === 'https:' ? proxies?.https : proxies?.http;
    }
    catch {
        return undefined;
    }
    if (text === undefined)
        return undefined;
    const { hostname, host, port, protocol } = new URL(text);
    const number = port === '' ? (PORTS[protocol] ?? '') : port;
    for (const one of chainOf(error)) {
        const [, status] = /Proxy response \((\d{3})\)/.exec(one.message) ?? [];
        if (status !== undefined)
            return refusal(Number(status), host, called.host);
        const { code, hostname: asked, port: tried, } = one;
        const isThere = asked === hostname || (typeof tried === 'number' && String(tried) === number);
        const isNamed = one.message.includes(`${hostname}:${number}`);
        if (typeof code !== 'string' || !(isThere || isNamed) || called.host === host)
            continue;
        return {
            message: `the proxy ${host} could not be reached (${code}): check HTTPS_PROXY, or list ${called.hostname} in NO_PROXY`,
            isFinal: false,
        };
    }
    return undefined;
}


/***/ }),

/***/ 70304:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ parseSafeUrl),
/* harmony export */   e: () => (/* binding */ parseOrigin)
/* harmony export */ });
/** Addresses that may be given a secret. */
const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/;
/**
 * Reads an address that secrets are sent to: they must not go in the clear, but to this machine,
 * nor be in the address as user and password.
 */
function parseSafeUrl(text) {
    if (!URL.canParse(text))
        return undefined;
    const url = new URL(text);
    const isSafe = url.protocol === 'https:' || (url.protocol === 'http:' && LOOPBACK.test(url.hostname));
    return isSafe && url.username === '' && url.password === '' ? url : undefined;
}
/**
 * The address of an API that a key goes to with every request: it must not hide a place in the
 * text.
 */
function parseOrigin(text) {
    const url = parseSafeUrl(text);
    const isPlain = url?.pathname === '/' && url.search === '' && url.hash === '';
    return isPlain ? url : undefined;
}


/***/ })

};
