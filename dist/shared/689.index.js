export const id = 689;
export const ids = [689];
export const modules = {

/***/ 31292:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  c6: () => (/* binding */ artifactCopies),
  ZL: () => (/* binding */ canLookUp),
  yA: () => (/* binding */ unreachableCopies)
});

// EXTERNAL MODULE: ./src/copies/backup-copies.ts
var backup_copies = __webpack_require__(57485);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./src/github/interruption.ts
var interruption = __webpack_require__(40100);
;// CONCATENATED MODULE: ./src/github/artifact-download.ts
/** The download of one artifact as a zip, within a time limit. */



const DEADLINE_MINUTES = 5;
/** The zip is not the one that was uploaded. */
class DamagedArtifactError extends Error {
}
/**
 * Downloads the zip of an artifact, packed as it is: what is in it is for the caller to check.
 *
 * @param folder is made
 * @returns the path of the zip
 * @throws DamagedArtifactError; Error when it could not be downloaded
 */
async function downloadArtifact({ id, runId = 0, digest }, folder, { repository, token }, makeClient, signal) {
    signal.throwIfAborted();
    await (0,promises_.mkdir)(folder, { recursive: true });
    const [repositoryOwner = '', repositoryName = ''] = repository.split('/');
    const { promise: interrupted, end } = (0,interruption/* interruption */.Y)('Download', DEADLINE_MINUTES, signal);
    try {
        const client = await makeClient();
        const { digestMismatch } = await Promise.race([
            client.downloadArtifact(id, {
                path: folder,
                skipDecompress: true,
                ...(digest !== undefined && { expectedHash: digest }),
                findBy: { token: token.reveal(), workflowRunId: runId, repositoryOwner, repositoryName },
            }),
            interrupted,
        ]);
        const [file] = await (0,promises_.readdir)(folder);
        if (digestMismatch === true || file === undefined) {
            throw new DamagedArtifactError('its digest is not the one that GitHub recorded');
        }
        return (0,external_node_path_.join)(folder, file);
    }
    finally {
        end();
    }
}

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 11 modules
var schemas = __webpack_require__(92857);
// EXTERNAL MODULE: ./src/github/rest-api.ts
var rest_api = __webpack_require__(59428);
;// CONCATENATED MODULE: ./src/github/artifact-list.ts
/** Which artifacts of given names a repository has, newest first. */


const PAGE = 100;
const Artifact = schemas/* looseObject */._H3({
    id: schemas/* int */.Whr(),
    name: schemas/* string */.YjP(),
    size_in_bytes: schemas/* number */.aig(),
    digest: schemas/* string */.YjP().nullish(),
    expired: schemas/* boolean */.zMY().nullish(),
    created_at: schemas/* string */.YjP().nullish(),
    workflow_run: schemas/* looseObject */._H3({
        id: schemas/* int */.Whr(),
        repository_id: schemas/* int */.Whr().nullish(),
        head_repository_id: schemas/* int */.Whr().nullish(),
        head_branch: schemas/* string */.YjP().nullish(),
    })
        .nullish(),
});
/** Reads an answer, and says which one is not what it should be. */
function parseAnswer(schema, value, what) {
    const result = schema.safeParse(value);
    if (result.success)
        return result.data;
    throw new rest_api/* GitHubApiError */.O(`GitHub's answer about ${what} is not what its documentation says`);
}
function listed(artifact) {
    const { workflow_run: run, created_at: created } = artifact;
    const [own, head] = [run?.repository_id, run?.head_repository_id];
    return {
        id: artifact.id,
        name: artifact.name,
        size: artifact.size_in_bytes,
        digest: artifact.digest ?? undefined,
        isExpired: artifact.expired === true,
        createdAt: Date.parse(created ?? '') || 0,
        runId: run?.id,
        headBranch: run?.head_branch,
        isForeign: own == null || head == null ? undefined : own !== head,
    };
}
/** Newest first; of one moment the one with the higher id is the newer one. */
function compareArtifacts(a, b) {
    return b.createdAt - a.createdAt || b.id - a.id;
}
/** One page of the artifacts of the repository, or of those of one run. */
async function readPage(api, path, budget) {
    budget.countPage();
    const answer = await budget.spend((signal) => api.get(path, signal));
    return parseAnswer(schemas/* array */.YOg(Artifact), answer['artifacts'], 'artifacts').map(listed);
}
async function* readPages(api, path, budget) {
    for (let number = 1;; number++) {
        const page = await readPage(api, `${path}&per_page=${PAGE}&page=${number}`, budget);
        yield* page.sort(compareArtifacts);
        if (page.length < PAGE)
            return;
    }
}
/** The artifacts of one run, of names that fit. */
async function artifactsOfRun(api, runId, { pattern }, budget) {
    const found = [];
    for await (const artifact of readPages(api, `actions/runs/${runId}/artifacts?`, budget)) {
        if (pattern.test(artifact.name))
            found.push(artifact);
    }
    return found.sort(compareArtifacts);
}
/** The artifacts of names that GitHub can be asked for, expired ones too, newest first. */
async function listNamedArtifacts(api, names, budget) {
    const found = [];
    for (const name of names) {
        const path = `actions/artifacts?name=${encodeURIComponent(name)}`;
        for await (const artifact of readPages(api, path, budget))
            found.push(artifact);
    }
    return found.sort(compareArtifacts);
}
/**
 * All artifacts of names that fit, expired ones too, newest first. Beside those that were asked for
 * by name, the rest is looked for among all artifacts of the repository, page by page.
 *
 * @param named what {@link listNamedArtifacts} gave
 * @param since artifacts that were made earlier are not wanted any more: milliseconds since the
 * epoch
 * @throws GitHubApiError; what the budget throws
 */
async function* listArtifacts(api, { names, pattern }, named, since, budget) {
    const asked = new Set(names);
    let next = 0;
    for await (const artifact of readPages(api, 'actions/artifacts?', budget)) {
        for (let one; (one = named[next]) !== undefined && compareArtifacts(one, artifact) < 0; next++)
            yield one;
        if (artifact.createdAt < since())
            return;
        if (pattern.test(artifact.name) && !asked.has(artifact.name))
            yield artifact;
    }
    yield* named.slice(next);
}

// EXTERNAL MODULE: ./src/github/run-event.ts
var run_event = __webpack_require__(93519);
;// CONCATENATED MODULE: ./src/github/artifact-trust.ts
/** Which artifacts were made by this repository's own code, on a branch that is its own. */




const RUNS_A_PAGE = 100;
const MAX_RUN_PAGES = 10;
const Run = schemas/* looseObject */._H3({
    id: schemas/* int */.Whr().optional(),
    event: schemas/* string */.YjP(),
    path: schemas/* string */.YjP().nullish(),
    head_branch: schemas/* string */.YjP().nullish(),
    head_repository: schemas/* looseObject */._H3({ full_name: schemas/* string */.YjP() }).nullish(),
    repository: schemas/* looseObject */._H3({ full_name: schemas/* string */.YjP() }).nullish(),
});
/** The branch that the run is of; undefined for tags and pull requests. */
function currentBranch({ GITHUB_REF = '' }) {
    return GITHUB_REF.startsWith('refs/heads/') ? GITHUB_REF.slice('refs/heads/'.length) : undefined;
}
function fileOf(path) {
    return path.replace(/@.*$/, '').replace(/^.*\//, '');
}
/** File name of the workflow that this run is of, where the runner says. */
function currentWorkflow({ GITHUB_WORKFLOW_REF = '' }) {
    return fileOf(GITHUB_WORKFLOW_REF) || undefined;
}
/**
 * Tells which artifacts were uploaded by runs of this repository's own code: on this branch, the
 * default one or the one that the policy names, and never for a pull request, whose code and
 * artifacts are a stranger's. What the list of artifacts tells of a stranger costs no request.
 */
class ArtifactTrust {
    #api;
    #environment;
    #policy;
    #budget;
    #runs = new Map();
    #mainBranch;
    constructor(api, environment, policy, budget) {
        this.#api = api;
        this.#environment = environment;
        this.#policy = policy;
        this.#budget = budget;
    }
    /**
     * The newest trusted runs of the workflow that this run is of: theirs are found however many
     * artifacts strangers have.
     *
     * @param limit so many are enough
     * @returns ids, newest first; none where GitHub does not tell
     */
    async ownRuns(limit) {
        const workflow = this.#policy.workflow ?? currentWorkflow(this.#environment);
        if (workflow === undefined)
            return [];
        const own = [];
        // The workflow may run for pull requests as well, hundreds of times between two nights.
        for (let page = 1; page <= MAX_RUN_PAGES; page++) {
            const runs = await this.#runsOf(workflow, page);
            for (const run of runs) {
                if (run.id === undefined || !(await this.#judge(run.id, run)))
                    continue;
                own.push(run.id);
                if (own.length === limit)
                    return own;
            }
            if (runs.length < RUNS_A_PAGE)
                break;
        }
        return own;
    }
    async #runsOf(workflow, page) {
        this.#budget.countPage();
        const path = `actions/workflows/${encodeURIComponent(workflow)}/runs?per_page=${RUNS_A_PAGE}&page=${page}&exclude_pull_requests=true`;
        try {
            return parseAnswer(schemas/* array */.YOg(Run), (await this.#get(path))['workflow_runs'], 'runs');
        }
        catch (error) {
            // A file that was renamed has no runs of its name; what else fails, fails in the list of
            // artifacts as well.
            if (error instanceof rest_api/* GitHubApiError */.O && error.status === 404)
                return [];
            throw error;
        }
    }
    /** @throws GitHubApiError; what the budget throws */
    async trusts({ runId, headBranch, isForeign }) {
        if (runId === undefined || isForeign === true)
            return false;
        const known = this.#runs.get(runId);
        if (known !== undefined)
            return known;
        if (headBranch !== undefined && !(await this.#isOwnBranch(headBranch)))
            return false;
        return this.#judge(runId, parseAnswer(Run, await this.#get(`actions/runs/${runId}`), 'a run'));
    }
    async #judge(id, run) {
        const isTrusted = await this.#isTrusted(run);
        this.#runs.set(id, isTrusted);
        return isTrusted;
    }
    async #isTrusted({ event, path, head_branch, head_repository, repository }) {
        // GitHub does not tell upper from lower case in names of repositories.
        const isOwn = (one) => one?.full_name.toLowerCase() === this.#api.repository.toLowerCase();
        if (event.startsWith('pull_request'))
            return false;
        if (!isOwn(head_repository))
            return false;
        if (repository != null && !isOwn(repository))
            return false;
        const { workflow } = this.#policy;
        if (workflow !== undefined && fileOf(path ?? '') !== workflow)
            return false;
        return this.#isOwnBranch(head_branch);
    }
    async #isOwnBranch(branch) {
        if (branch == null)
            return false;
        if (branch === currentBranch(this.#environment) || branch === this.#policy.branch)
            return true;
        this.#mainBranch ??= await this.#defaultBranch();
        return branch === this.#mainBranch;
    }
    async #defaultBranch() {
        const ofEvent = (await (0,run_event/* eventRepository */.n)(this.#environment))['default_branch'];
        return typeof ofEvent === 'string' ? ofEvent : (await this.#get(''))['default_branch'];
    }
    #get(path) {
        return this.#budget.spend((signal) => this.#api.get(path, signal));
    }
}

;// CONCATENATED MODULE: ./src/actions/artifact-copies.ts
/**
 * Artifacts of earlier workflow runs as copies of backups: which there are, which are trusted, and
 * their download.
 */





/** Runs of this workflow that are looked into before anything else. */
const MAX_OWN_RUNS = 10;
/** Whether the run can reach artifacts of earlier runs at all. */
function canLookUp(environment, token) {
    return (environment['GITHUB_ACTIONS'] === 'true' &&
        Boolean(environment['GITHUB_REPOSITORY']) &&
        token !== undefined);
}
/**
 * Artifacts of some names, with this workflow's own newest runs first, which no stranger's can
 * hide.
 */
class ArtifactList {
    named = [];
    #names;
    #budget;
    #api;
    #trust;
    #context;
    constructor(names, budget, api, policy, context) {
        this.#names = names;
        this.#budget = budget;
        this.#api = api;
        this.#trust = new ArtifactTrust(api, context.environment, policy, budget);
        this.#context = context;
    }
    async *entries(since) {
        for (const run of await this.#trust.ownRuns(MAX_OWN_RUNS)) {
            if (since() !== -Infinity)
                break;
            const artifacts = await artifactsOfRun(this.#api, run, this.#names, this.#budget);
            for (const artifact of artifacts)
                yield this.#copyOf(artifact);
        }
        const named = await listNamedArtifacts(this.#api, this.#names.names, this.#budget);
        this.named = named.map((artifact) => this.#copyOf(artifact));
        for await (const artifact of listArtifacts(this.#api, this.#names, named, since, this.#budget)) {
            if (artifact.createdAt < since())
                return;
            yield this.#copyOf(artifact);
        }
    }
    #copyOf(artifact) {
        const { id, name, size, isExpired, createdAt, runId } = artifact;
        return {
            ...{ id, name, size, isExpired, createdAt, runId },
            isTrusted: () => this.#trust.trusts(artifact),
            fetch: (folder, signal) => this.#fetch(artifact, folder, signal),
        };
    }
    async #fetch(artifact, folder, signal) {
        const { makeArtifactClient } = this.#context;
        try {
            return await downloadArtifact(artifact, folder, this.#api, makeArtifactClient, signal);
        }
        catch (error) {
            if (!(error instanceof DamagedArtifactError))
                throw error;
            throw new backup_copies/* DamagedCopyError */.B(error.message, { cause: error });
        }
    }
}
/** The artifacts of the repository that the run belongs to. */
function artifactCopies(token, policy, context) {
    const api = (0,rest_api/* gitHubApi */.a)(context.environment, token, context.signal);
    return { list: (names, budget) => new ArtifactList(names, budget, api, policy, context) };
}
/** Artifacts that should be looked into, and cannot be: the look-up of each fails. */
function unreachableCopies(reason) {
    return {
        list: () => ({
            named: [],
            entries: () => {
                throw new Error(reason);
            },
        }),
    };
}


/***/ }),

/***/ 72972:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  H: () => (/* binding */ gitHubReporter)
});

// EXTERNAL MODULE: ./src/github/log.ts
var log = __webpack_require__(53385);
;// CONCATENATED MODULE: ./src/github/annotations.ts
/** Annotations of a file, as many as GitHub shows. */

/** GitHub keeps ten annotations of a kind for a step; the last one is left for what follows. */
const MAX_ANNOTATIONS = 9;
function annotate(report, file, findings) {
    for (const { message, line, column } of findings.slice(0, MAX_ANNOTATIONS)) {
        report(message, {
            file,
            ...(line !== undefined && { startLine: line }),
            ...(column !== undefined && { startColumn: column }),
        });
    }
}
/**
 * Annotates the first nine problems of a file. The failure that follows says how many there are.
 */
function annotateErrors(file, findings) {
    annotate(log/* error */.z3, file, findings);
}
/** Annotates the first nine oddities of a file, then says how many more there are of the total. */
function annotateWarnings(file, findings, total) {
    annotate(log/* warning */.$e, file, findings);
    const rest = total - MAX_ANNOTATIONS;
    if (rest > 0)
        (0,log/* warning */.$e)(`${file}: ${rest} more like these ${MAX_ANNOTATIONS} are not shown`);
}

// EXTERNAL MODULE: ./src/reporter/reporter.ts + 1 modules
var reporter = __webpack_require__(23400);
;// CONCATENATED MODULE: ./src/actions/github-reporter.ts
/** The log of a step as a reporter: groups that can be folded, annotations with file and line. */



function propertiesOf({ file, line, column } = {}) {
    return {
        ...(file !== undefined && { file }),
        ...(line !== undefined && { startLine: line }),
        ...(column !== undefined && { startColumn: column }),
    };
}
const LOG = {
    group: log/* group */.Os,
    info: log/* info */.pq,
    warning: (text, place) => {
        log/* warning */.$e(text, propertiesOf(place));
    },
    error: (text, place) => {
        log/* error */.z3(text, propertiesOf(place));
    },
    debug: log/* debug */.Yz,
    fileErrors: ({ file, findings }) => {
        annotateErrors(file, findings);
    },
    fileWarnings: ({ file, findings, total }) => {
        annotateWarnings(file, findings, total);
    },
};
/**
 * Speaks through the log of the step.
 *
 * @param mayName whether those who can read the log may know names of tenants, flows and files
 * @param clock milliseconds
 */
function gitHubReporter(mayName, clock) {
    return (0,reporter/* makeReporter */.g)(LOG, { mayName, clock });
}


/***/ }),

/***/ 57063:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Qt: () => (/* binding */ mayNameThings),
  Fj: () => (/* binding */ whoCanRead),
  Id: () => (/* binding */ whyNotForStrangers)
});

// EXTERNAL MODULE: ./src/github/rest-api.ts
var rest_api = __webpack_require__(59428);
// EXTERNAL MODULE: ./src/github/run-event.ts
var run_event = __webpack_require__(93519);
;// CONCATENATED MODULE: ./src/github/repository-visibility.ts


/** The run waits for the answer, and does without one. */
const BOUNDS = { timeoutMs: 20_000, attempts: 1 };
function visibilityOf(repository) {
    const { visibility, private: isPrivate } = (repository ?? {});
    if (visibility === 'public' || visibility === 'internal' || visibility === 'private') {
        return visibility;
    }
    return typeof isPrivate === 'boolean' ? (isPrivate ? 'private' : 'public') : undefined;
}
async function fromApi(environment, token) {
    // The bounds end the request; whoever asked notices that the run was cancelled.
    const neverAborted = new AbortController().signal;
    try {
        return visibilityOf(await (0,rest_api/* gitHubApi */.a)(environment, token, neverAborted, BOUNDS).get(''));
    }
    catch {
        return undefined;
    }
}
/** From the most readers to the fewest: of two answers the first one counts. */
const STRICTEST_FIRST = ['public', 'unknown', 'internal', 'private'];
/**
 * Asks the event that started the run, and GitHub: an event is as old as the run, or as the first
 * attempt at it, and of two answers the stricter one counts. A runner without event and token is
 * none of GitHub's: who can read its artifacts is for its owner to know.
 */
async function repositoryVisibility(environment, token) {
    if (!environment['GITHUB_EVENT_PATH'] && token === undefined)
        return 'private';
    const ofEvent = visibilityOf(await (0,run_event/* eventRepository */.n)(environment));
    if (ofEvent === 'public' || token === undefined)
        return ofEvent ?? 'unknown';
    const ofApi = await fromApi(environment, token);
    return (STRICTEST_FIRST.find((visibility) => visibility === ofEvent || visibility === ofApi) ??
        'unknown');
}

;// CONCATENATED MODULE: ./src/actions/strangers.ts
/**
 * What strangers may read: in a public repository artifacts, branches and logs are for everybody.
 */

/** Who can read what the run leaves behind; outside of GitHub, whoever has the machine. */
async function whoCanRead(environment, token) {
    return environment['GITHUB_ACTIONS'] === 'true'
        ? repositoryVisibility(environment, token)
        : 'private';
}
/** Whether names of tenants, flows and files may go into the log. */
function mayNameThings(visibility) {
    return visibility === 'private' || visibility === 'internal';
}
/**
 * Why live data must not go where those who can read the repository find it, if so.
 *
 * @param isAllowed whether the user allows it all the same
 * @param how says of a public repository who could get at it, such as `anyone could download it`
 */
function whyNotForStrangers(visibility, isAllowed, how) {
    if (mayNameThings(visibility) || isAllowed)
        return undefined;
    return visibility === 'public'
        ? `the repository is public, and ${how}`
        : 'nobody could tell whether the repository is public (pass github-token, or run where the event names the repository)';
}


/***/ }),

/***/ 55786:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ readInspection),
/* harmony export */   y: () => (/* binding */ writeInspection)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(92857);
/* harmony import */ var _models_manifest_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(93257);
/* harmony import */ var _services_index_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(9719);
/* harmony import */ var _json_parse_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(27105);
/* harmony import */ var _json_write_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(11249);
/* harmony import */ var _storage_unzip_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(78483);
/**
 * What a child process found in an artifact, as a file for its parent: a line of JSON a backup,
 * then one that ends it.
 */








const Line = zod__WEBPACK_IMPORTED_MODULE_2__/* .discriminatedUnion */ .gMt('kind', [
    zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({
        kind: zod__WEBPACK_IMPORTED_MODULE_2__/* .literal */ .euz('good'),
        path: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
        manifest: _models_manifest_js__WEBPACK_IMPORTED_MODULE_3__/* .BackupManifest */ .eV,
        manifestSha256: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
    }),
    zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({
        kind: zod__WEBPACK_IMPORTED_MODULE_2__/* .literal */ .euz('damaged'),
        path: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
        problems: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP()),
        unreadable: zod__WEBPACK_IMPORTED_MODULE_2__/* .boolean */ .zMY(),
        isLegacy: zod__WEBPACK_IMPORTED_MODULE_2__/* .boolean */ .zMY(),
    }),
    /** The artifact is to be passed over, or this machine could not open it. */
    zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({ kind: zod__WEBPACK_IMPORTED_MODULE_2__/* .literal */ .euz('unsafe'), message: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP() }),
    zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({ kind: zod__WEBPACK_IMPORTED_MODULE_2__/* .literal */ .euz('failed'), message: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP() }),
    zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({ kind: zod__WEBPACK_IMPORTED_MODULE_2__/* .literal */ .euz('end') }),
]);
function lineOf({ path, verification }) {
    if (verification.verified) {
        const { manifest, manifestSha256 } = verification;
        return { kind: 'good', path, manifest, manifestSha256 };
    }
    const { problems, unreadable, isLegacy } = verification;
    return { kind: 'damaged', path, problems: [...problems], unreadable, isLegacy };
}
/** Writes what opening an artifact gave, or threw. */
async function writeInspection(file, inspect) {
    let lines;
    try {
        lines = [...(await inspect()).map(lineOf), { kind: 'end' }];
    }
    catch (error) {
        const kind = error instanceof _storage_unzip_js__WEBPACK_IMPORTED_MODULE_4__/* .UnsafeArchiveError */ .t ? 'unsafe' : 'failed';
        lines = [{ kind, message: error.message }];
    }
    const result = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.open)(file, 'w');
    try {
        for (const line of lines) {
            // What zod read from JSON is JSON.
            await result.writeFile(`${(0,_json_write_js__WEBPACK_IMPORTED_MODULE_5__/* .canonicalJson */ .dj)(line)}\n`);
        }
    }
    finally {
        await result.close();
    }
}
function backupOf(line) {
    const { path } = line;
    const id = (0,_services_index_js__WEBPACK_IMPORTED_MODULE_6__/* .parseBackupId */ .JN)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.basename)(path));
    if (id === undefined)
        throw new Error(`${path} is no backup's folder`);
    const place = { ...id, id: (0,node_path__WEBPACK_IMPORTED_MODULE_1__.basename)(path), path };
    if (line.kind === 'good') {
        const { manifest, manifestSha256 } = line;
        return { ...place, verification: { verified: true, manifest, manifestSha256 } };
    }
    const { problems, unreadable, isLegacy } = line;
    return { ...place, verification: { verified: false, problems, unreadable, isLegacy } };
}
/**
 * Reads what {@link writeInspection} wrote.
 *
 * @param maxBytes of the file: a part of the memory that reading may take
 * @throws UnsafeArchiveError, or Error as the child said; Error when it ended before it had written
 * all
 */
async function readInspection(file, maxBytes) {
    if ((await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.stat)(file)).size > maxBytes) {
        throw new _storage_unzip_js__WEBPACK_IMPORTED_MODULE_4__/* .UnsafeArchiveError */ .t('the manifests of its backups are too large together');
    }
    const bytes = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(file);
    const backups = [];
    for (let start = 0; start < bytes.length;) {
        const end = bytes.indexOf('\n', start);
        const line = Line.parse((0,_json_parse_js__WEBPACK_IMPORTED_MODULE_7__/* .parseJson */ .qF)(bytes.subarray(start, end === -1 ? undefined : end)));
        if (line.kind === 'end')
            return backups;
        if (line.kind === 'unsafe')
            throw new _storage_unzip_js__WEBPACK_IMPORTED_MODULE_4__/* .UnsafeArchiveError */ .t(line.message);
        if (line.kind === 'failed')
            throw new Error(line.message);
        backups.push(backupOf(line));
        start = end + 1;
    }
    throw new Error('it ended early');
}


/***/ }),

/***/ 33075:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ openApart)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _storage_remove_tree_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(21618);
/* harmony import */ var _storage_unzip_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(78483);
/* harmony import */ var _apart_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(90479);
/* harmony import */ var _inspection_file_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(55786);
/** Opening artifacts in a process of their own. */





/**
 * What the manifests may be of the memory: as objects they take several times as much as in the
 * file.
 */
const RESULT_SHARE = 1 / 8;
/**
 * Opens artifacts in a process each.
 *
 * @param entry path of the script that does it: the bundle of src/main/inspect.ts
 */
function openApart(entry, limits = (0,_apart_js__WEBPACK_IMPORTED_MODULE_1__/* .defaultLimits */ .MK)()) {
    return async (zip, folder, projectId, { signal }) => {
        const result = `${folder}.json`;
        try {
            await (0,_apart_js__WEBPACK_IMPORTED_MODULE_1__/* .runApart */ .ew)(entry, ['open', zip, folder, projectId, result], limits, signal);
            return await (0,_inspection_file_js__WEBPACK_IMPORTED_MODULE_2__/* .readInspection */ .P)(result, limits.memory * RESULT_SHARE);
        }
        catch (error) {
            await (0,_storage_remove_tree_js__WEBPACK_IMPORTED_MODULE_3__/* .removeTree */ .d)(folder);
            if (error instanceof _apart_js__WEBPACK_IMPORTED_MODULE_1__/* .WorkLimitError */ .lH)
                throw new _storage_unzip_js__WEBPACK_IMPORTED_MODULE_4__/* .UnsafeArchiveError */ .t(error.message);
            throw error;
        }
        finally {
            await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)(result, { force: true });
        }
    };
}


/***/ }),

/***/ 49721:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Yl: () => (/* binding */ canUpload),
/* harmony export */   h$: () => (/* binding */ defaultArtifactClient),
/* harmony export */   mz: () => (/* binding */ uploadArtifact)
/* harmony export */ });
/* unused harmony export artifactRetentionDays */
/* harmony import */ var _interruption_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(40100);
/* harmony import */ var _log_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(53385);


/** What GitHub keeps artifacts for where nothing else is said, in days. */
const DEFAULT_MAX_RETENTION_DAYS = 90;
const defaultArtifactClient = async () => {
    const { DefaultArtifactClient } = await __webpack_require__.e(/* import() */ 833).then(__webpack_require__.bind(__webpack_require__, 58833));
    return new DefaultArtifactClient();
};
/** Whether the process runs as a step of a job, and so can upload artifacts. */
function canUpload(environment) {
    return Boolean(environment['ACTIONS_RUNTIME_TOKEN']);
}
/**
 * What the artifact can be kept for at most: the repository's or organisation's limit, else
 * GitHub's. The library would lower it by itself, but with a warning in each run.
 */
function artifactRetentionDays(wanted, environment) {
    const text = environment['GITHUB_RETENTION_DAYS'] ?? '';
    const limit = /^[1-9]\d*$/.test(text) ? Number(text) : DEFAULT_MAX_RETENTION_DAYS;
    return Math.min(wanted, limit);
}
/**
 * How long an upload may take. The library notices a silent blob store by itself, but waits for a
 * silent artifact service for over a quarter of an hour.
 */
const UPLOAD_DEADLINE_MINUTES = 12;
/** Known failures: how the library words them, and what a user can do. */
const ADVICE = [
    [
        /CreateArtifact.*\(409\)/s,
        'the name is taken in this run: give each job its own artifact-name',
    ],
    [
        /quota/i,
        'the storage for artifacts is used up: delete old artifacts or lower retention-days; GitHub counts anew every 6 to 12 hours',
    ],
    [
        /ERR_INVALID_URL|Invalid token|JWT token is invalid|ACTIONS_RESULTS_URL/,
        'the runner offers no artifact service that this action understands: set upload-artifact to false, or update the runner',
    ],
    [/\(401\)|Unauthorized/i, 'the token of this job is no longer accepted: run the job again'],
    [
        /\(403\)|Forbidden/i,
        'the artifact service refused the upload: a proxy or firewall in between may block it; if not, run the job again',
    ],
    [
        /ECONNRESET|ETIMEDOUT|ENOTFOUND|ECONNREFUSED|EAI_AGAIN|EPIPE|socket hang up|network/i,
        'the connection failed: run the job again; a self-hosted runner must reach *.actions.githubusercontent.com and *.blob.core.windows.net',
    ],
    [/zip creation/i, 'a file could not be read while it was packed: check the disk'],
    [
        /timed out after \d+ minutes/,
        `the upload took longer than ${UPLOAD_DEADLINE_MINUTES} minutes or stood still: run the job again; raise compression-level, or lower retention-days to upload less`,
    ],
    [/stalled|timed? ?out/i, 'the upload made no progress: run the job again'],
    [/\(5\d\d\)|ServerBusy/i, 'the artifact service has a fault: run the job again later'],
];
function isNameTaken(error) {
    return /CreateArtifact.*\(409\)/s.test(String(error));
}
/** The library takes an empty address for github.com, too. */
function serverUrl({ GITHUB_SERVER_URL = '' }) {
    return GITHUB_SERVER_URL === '' ? 'https://github.com' : GITHUB_SERVER_URL;
}
/** Why there is no artifact service that could take the upload, and what to do, if so. */
function lackOfService(environment) {
    const server = serverUrl(environment);
    if (!URL.canParse(server)) {
        return `GITHUB_SERVER_URL is ${JSON.stringify(server)}, which is no URL: leave it as the runner sets it, or set upload-artifact to false`;
    }
    // Hosts with GitHub's own artifact service, by the library's rule; any other is an Enterprise
    // Server.
    const { hostname } = new URL(server);
    return /^github\.com$|\.ghe\.com$|\.localhost$/i.test(hostname)
        ? undefined
        : 'GitHub Enterprise Server lacks the artifact service that this action needs: set upload-artifact to false and keep the backup folder with another step';
}
function failure(advice, cause, request, error) {
    return new Error(`could not upload the artifact ${JSON.stringify(request.name)}: ${advice}${cause === '' ? '' : ` (${cause})`}. ` +
        `The backup itself is complete at ${request.backupPath}: a later step with "if: failure()" can still save it`, { cause: error });
}
/** Says what failed, why as the service put it, what to do, and that the backup itself is safe. */
function explain(error, request) {
    const { name: kind, message } = error instanceof Error ? error : new Error(String(error));
    const { code = '', statusCode = 0 } = error;
    const clues = `${kind} ${code} (${statusCode}) ${message}`;
    const advice = ADVICE.find(([pattern]) => pattern.test(clues))?.[1] ??
        'run the job again; the log above may say more';
    const [firstLine = ''] = message.split('\n');
    const isCodeNews = code !== '' && !message.includes(code);
    return failure(advice, isCodeNews ? `${code}: ${firstLine}` : firstLine, request, error);
}
/**
 * Uploads files as one artifact of this run. A name that is taken gets the suffix, once.
 *
 * @param signal ends the wait; the library itself cannot be stopped
 * @throws Error that names the cause and the fix
 */
async function uploadArtifact(request, environment, makeClient, signal) {
    signal.throwIfAborted();
    const lack = lackOfService(environment);
    if (lack !== undefined)
        throw failure(lack, '', request);
    const retentionDays = artifactRetentionDays(request.retentionDays, environment);
    if (retentionDays < request.retentionDays) {
        (0,_log_js__WEBPACK_IMPORTED_MODULE_0__/* .info */ .pq)(`The artifact is kept for ${retentionDays} days, not ${request.retentionDays}: GitHub keeps none longer here`);
    }
    const { promise: interrupted, end } = (0,_interruption_js__WEBPACK_IMPORTED_MODULE_1__/* .interruption */ .Y)('Upload', UPLOAD_DEADLINE_MINUTES, signal);
    const upload = async (name) => {
        const client = await makeClient();
        const { rootFolder, files, compressionLevel } = request;
        const options = { retentionDays, compressionLevel };
        return Promise.race([
            client.uploadArtifact(name, [...files], rootFolder, options),
            interrupted,
        ]);
    };
    let name = request.name;
    try {
        let response;
        try {
            response = await upload(name);
        }
        catch (error) {
            if (!isNameTaken(error))
                throw error;
            name = `${request.name}-${request.suffix}`;
            (0,_log_js__WEBPACK_IMPORTED_MODULE_0__/* .info */ .pq)(`The artifact name ${request.name} is taken in this run: ${name} is used`);
            response = await upload(name);
        }
        const { id = 0, digest = '', size = 0 } = response;
        const { GITHUB_REPOSITORY, GITHUB_RUN_ID } = environment;
        const url = `${serverUrl(environment)}/${GITHUB_REPOSITORY ?? ''}/actions/runs/${GITHUB_RUN_ID ?? ''}/artifacts/${id}`;
        return { name, id, digest, size, url, retentionDays };
    }
    catch (error) {
        throw signal.aborted ? error : explain(error, { ...request, name });
    }
    finally {
        end();
    }
}


/***/ }),

/***/ 50008:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ outlasting),
/* harmony export */   q: () => (/* binding */ abortOnCancel)
/* harmony export */ });
/** The end of a run that the runner cancels. */
/** The runner's signals of a cancelled job: SIGINT, then SIGTERM 7.5 seconds later. */
const SIGNALS = ['SIGINT', 'SIGTERM'];
/**
 * How long the work may take to clean up before the signal takes the process with it, where nothing
 * else is said.
 */
const GRACE_MS = 1000;
/**
 * A signal that is aborted so many milliseconds after another one: what has to be said of a
 * cancelled run can still be.
 */
function outlasting(signal, milliseconds) {
    const controller = new AbortController();
    const abort = () => {
        setTimeout(() => {
            controller.abort(signal.reason);
        }, milliseconds).unref();
    };
    if (signal.aborted)
        abort();
    else
        signal.addEventListener('abort', abort, { once: true });
    return controller.signal;
}
/**
 * Turns the first signal into an abort, so that temporary files are removed; a moment later, or
 * with the second signal, the process ends as it would have by itself.
 *
 * @param onCancel hears of the cancellation at once: the work may not get as far as to report it
 * @param graceMs milliseconds until the process ends; the runner ends it 10 seconds after its first
 * signal
 */
function abortOnCancel(onCancel, graceMs = GRACE_MS) {
    const controller = new AbortController();
    for (const signal of SIGNALS) {
        process.once(signal, () => {
            const reason = new Error(`cancelled by ${signal}`);
            onCancel(reason);
            controller.abort(reason);
            setTimeout(() => process.kill(process.pid, signal), graceMs).unref();
        });
    }
    return controller.signal;
}


/***/ }),

/***/ 40100:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ interruption)
/* harmony export */ });
/**
 * What ends a call of the artifact library from outside: a cancelled job, a deadline, and errors
 * that the library throws in callbacks of streams, where no try block can catch them.
 *
 * @param what begins the message of the deadline's error, such as `Upload`
 * @returns a promise that only ever rejects; `end` takes the watch away
 */
function interruption(what, minutes, signal) {
    let end = () => undefined;
    const promise = new Promise((_resolve, reject) => {
        const abort = () => {
            reject(signal.reason);
        };
        signal.addEventListener('abort', abort);
        process.setUncaughtExceptionCaptureCallback(reject);
        const timer = setTimeout(() => {
            reject(new Error(`${what} timed out after ${minutes} minutes.`));
        }, minutes * 60_000);
        end = () => {
            clearTimeout(timer);
            process.setUncaughtExceptionCaptureCallback(null);
            signal.removeEventListener('abort', abort);
        };
    });
    // It is raced with each call; between two of them it must not count as unhandled.
    promise.catch(() => undefined);
    return { promise, end };
}


/***/ }),

/***/ 53385:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $e: () => (/* binding */ warning),
/* harmony export */   C1: () => (/* binding */ setFailed),
/* harmony export */   Os: () => (/* binding */ group),
/* harmony export */   Yz: () => (/* binding */ debug),
/* harmony export */   pq: () => (/* binding */ info),
/* harmony export */   z3: () => (/* binding */ error)
/* harmony export */ });
/* unused harmony export logLine */
/* harmony import */ var _actions_core__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(39840);
/**
 * The one way into the step's log. What is logged may hold text of a file or an answer, and so be
 * anybody's.
 */

/** Line breaks of any system, and what moves the cursor or turns the direction of writing. */
const BREAKS_LINE = /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]+/gu;
/** Signs at a line's start that the runner may pass over when it looks for a command. */
const COMMAND = /^([\s\p{Cc}\p{Cf}]*:)(?=:)/u;
/** The runner's older commands, which it finds anywhere in a line. */
const OLD_COMMAND = /##(?=\[)/g;
/** Text as one line of the log in which the runner finds no command. */
function logLine(text) {
    return text.replace(BREAKS_LINE, ' ').replace(COMMAND, '$1 ').replace(OLD_COMMAND, '# #');
}
/**
 * Text of several lines, each as {@link logLine} leaves it: @actions/core keeps them in one
 * annotation.
 */
function logLines(text) {
    return text.split('\n').map(logLine).join('\n');
}
function cleanProperties(properties) {
    const { title, file } = properties;
    return {
        ...properties,
        ...(title !== undefined && { title: logLine(title) }),
        ...(file !== undefined && { file: logLine(file) }),
    };
}
function info(message) {
    _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .info */ .pq(logLine(message));
}
/** A warning that the page of the run shows, with the place in a file where one is known. */
function warning(message, properties = {}) {
    _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .warning */ .$e(logLine(message), cleanProperties(properties));
}
/** An error that the page of the run shows; the step goes on. */
function error(message, properties = {}) {
    _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .error */ .z3(logLine(message), cleanProperties(properties));
}
/** Lines for the debug log, which is written when debug logging is on. */
function debug(message) {
    if (_actions_core__WEBPACK_IMPORTED_MODULE_0__/* .isDebug */ ._o())
        _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .debug */ .Yz(logLines(message));
}
/** Fails the step. The message may have several lines, of which each is a problem of its own. */
function setFailed(message) {
    _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .setFailed */ .C1(logLines(message));
}
/** Runs a part of the story under a heading that can be folded. */
function group(name, part) {
    return _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .group */ .Os(logLine(name), part);
}


/***/ }),

/***/ 65566:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X1: () => (/* binding */ escapeText),
/* harmony export */   Xq: () => (/* binding */ formatSize),
/* harmony export */   aY: () => (/* binding */ code),
/* harmony export */   hS: () => (/* binding */ counted),
/* harmony export */   tp: () => (/* binding */ table),
/* harmony export */   w7: () => (/* binding */ failureLines)
/* harmony export */ });
/** Pieces of GitHub-flavoured Markdown from text that may hold anything. */
const MAX_ROWS = 100;
/** Signs that mean nothing in HTML and Markdown, and an underscore inside a word. */
const NOT_PLAIN = /(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])|[^\p{L}\p{N} ./:,;()%_-]/gu;
/** Marks that turn the direction of what follows around. */
const DIRECTION = /[\u202a-\u202e\u2066-\u2069]/g;
/**
 * Places after which GitHub must not read on. It makes links of bare addresses, mentions, issues
 * and commits, and pictures of `:names:`, where these are text, also when it was encoded.
 */
const LINKABLE = new RegExp([
    // https://..., and any other scheme.
    String.raw `:(?=//)`,
    String.raw `www(?=\.)`,
    // E-mail addresses, mentions, issues, and mathematics.
    String.raw `[@$]|#(?=\d)`,
    String.raw `gh(?=-\d)`,
    ':(?=[a-z0-9_+-]+:)',
].join('|'), 'giu');
/**
 * What can be the hash of a commit, or the beginning of one, and so many digits of it that cannot.
 */
const COMMIT = /\b[0-9a-f]{7,40}\b/gi;
const NO_COMMIT = 6;
/** Nothing to be seen or copied, but it parts two texts for good. */
const GAP = '<span></span>';
/** Where a text is parted: offsets, in order. */
function gapsOf(text) {
    const gaps = new Set();
    for (const { 0: found, index } of text.matchAll(LINKABLE))
        gaps.add(index + found.length);
    for (const { 0: found, index } of text.matchAll(COMMIT)) {
        for (let at = NO_COMMIT; at < found.length; at += NO_COMMIT)
            gaps.add(index + at);
    }
    return [...gaps].sort((a, b) => a - b);
}
/**
 * Text from outside, so that GitHub makes neither HTML nor Markdown nor a link of it: every sign
 * but the plainest is encoded, and what could become a link is parted.
 */
function escapeText(text) {
    const shown = text.replace(DIRECTION, '\ufffd');
    const starts = [0, ...gapsOf(shown)];
    return starts
        .map((start, index) => shown
        .slice(start, starts[index + 1])
        .replace(NOT_PLAIN, (sign) => `&#${sign.codePointAt(0) ?? 32};`))
        .join(GAP);
}
const code = (text) => `<code>${escapeText(text)}</code>`;
/** @param rows cells in Markdown; only the first hundred rows are shown */
function table(head, rows, maxRows = MAX_ROWS) {
    const line = (cells) => `| ${cells.join(' | ')} |`;
    const shown = rows.slice(0, maxRows).map(line);
    const rest = rows.length - shown.length;
    return [
        line(head),
        line(head.map(() => '---')),
        ...shown,
        ...(rest > 0 ? ['', `... and ${rest} more.`] : []),
        '',
    ];
}
/** Why a step fails, above all else: a page is never greener than its step. */
function failureLines(failures) {
    if (failures.length === 0)
        return [];
    return ['**This step fails:**', '', ...failures.map((text) => `- 🛑 ${escapeText(text)}`), ''];
}
/** `1 flow`, `2 flows`. */
function counted(count, noun) {
    return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
function formatSize(bytes) {
    return bytes < 1_000_000
        ? `${Math.ceil(bytes / 1000)} kB`
        : `${(bytes / 1_000_000).toFixed(1)} MB`;
}


/***/ }),

/***/ 88353:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n0: () => (/* binding */ setOutputs)
/* harmony export */ });
/* unused harmony exports BACKUP_OUTPUTS, VERIFY_OUTPUTS, RESTORE_OUTPUTS */
/* harmony import */ var _actions_core__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(39840);
/* harmony import */ var _log_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(53385);
/* harmony import */ var _own_secrets_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(94479);
/** The outputs of all actions: their names, and how they are set. */



/** The outputs of the backup action by their names in action.yml. */
const BACKUP_OUTPUTS = (/* unused pure expression or super */ null && ([
    'backup-id',
    'backup-path',
    'content-hash',
    'tenant-count',
    'flow-count',
    'pruned-count',
    'artifact-name',
    'artifact-id',
    'artifact-url',
    'artifact-digest',
    'status',
    'sections-saved',
    'sections-failed',
    'request-count',
    'key-expires-in-days',
    'manifest-sha256',
    'changed',
    'change-count',
    'risk',
    'diff-path',
    'commit-message',
]));
/** The outputs of the verify action by their names in verify/action.yml. */
const VERIFY_OUTPUTS = (/* unused pure expression or super */ null && ([
    'verified-count',
    'damaged-count',
    'gap-count',
    'newest-backup-id',
    'newest-age-hours',
]));
/** The outputs of the restore action by their names in restore/action.yml. */
const RESTORE_OUTPUTS = (/* unused pure expression or super */ null && ([
    'plan-id',
    'plan-path',
    'create-count',
    'update-count',
    'delete-count',
    'identical-count',
    'not-possible-count',
    'risk',
    'safety-backup-id',
    'safety-backup-path',
    'restore-id',
    'journal-path',
    'report-path',
    'done-count',
    'failed-count',
    'proof',
]));
/**
 * Sets outputs of the step. Without a runner, or when its file cannot be written, they are printed,
 * one a line.
 *
 * @throws Error when the file cannot be written
 */
function setOutputs(outputs) {
    let failure;
    for (const [name, given] of Object.entries(outputs)) {
        const value = typeof given === 'string' ? (0,_own_secrets_js__WEBPACK_IMPORTED_MODULE_1__/* .withoutOwnSecrets */ .QK)(given) : given;
        if (process.env['GITHUB_OUTPUT'] && failure === undefined) {
            try {
                (0,_actions_core__WEBPACK_IMPORTED_MODULE_0__/* .setOutput */ .uH)(name, value);
                continue;
            }
            catch (error) {
                failure = error;
            }
        }
        (0,_log_js__WEBPACK_IMPORTED_MODULE_2__/* .info */ .pq)(`${name}: ${value}`);
    }
    if (failure === undefined)
        return;
    throw new Error(`the outputs could not be set, and later steps do not see them: ${failure.message}. Check the disk of the runner; the log has the outputs`, { cause: failure });
}


/***/ }),

/***/ 94479:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $l: () => (/* binding */ maskSecret),
/* harmony export */   G_: () => (/* binding */ ownSecrets),
/* harmony export */   I0: () => (/* binding */ guardStream),
/* harmony export */   QK: () => (/* binding */ withoutOwnSecrets),
/* harmony export */   hR: () => (/* binding */ rememberSecrets),
/* harmony export */   oq: () => (/* binding */ rememberAddress)
/* harmony export */ });
/* harmony import */ var _actions_core__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(39840);
/* harmony import */ var _project_own_secrets_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(31593);
/* harmony import */ var _project_secret_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(36953);
/**
 * The secrets of the run, as the inputs and the runner give them: nothing that is written may
 * repeat one, however spelt.
 */



/** Stands in logs, outputs and summaries where a secret was. */
const MARK = '***';
/** How the runner is told to mask a secret: it has to see it. */
const MASK_COMMAND = '::add-mask::';
const known = new Set();
let redactor = (0,_project_own_secrets_js__WEBPACK_IMPORTED_MODULE_1__/* .makeRedactor */ .$)([]);
/** Remembers secrets for as long as the process runs; empty ones are passed over. */
function rememberSecrets(...secrets) {
    for (const secret of secrets)
        if (secret !== undefined && secret !== '')
            known.add(secret);
    redactor = (0,_project_own_secrets_js__WEBPACK_IMPORTED_MODULE_1__/* .makeRedactor */ .$)([...known]);
}
/**
 * Tells the runner to mask a secret wherever it logs it, and remembers it. An empty one is passed
 * over.
 */
function maskSecret(text) {
    if (text === '')
        return;
    (0,_actions_core__WEBPACK_IMPORTED_MODULE_0__/* .setSecret */ .Pq)(text);
    rememberSecrets(text);
}
/**
 * An address that is a secret: also without its scheme, and its path where that is long enough to
 * be one.
 */
function rememberAddress(text) {
    const rest = text.replace(/^[a-z]+:\/\//i, '');
    const path = rest.slice(rest.indexOf('/') + 1);
    rememberSecrets(text, rest, path.length >= 20 ? path : undefined);
}
function ownSecrets() {
    return [...known].map((text) => new _project_secret_js__WEBPACK_IMPORTED_MODULE_2__/* .Secret */ .z(text));
}
function withoutOwnSecrets(text) {
    return redactor.redact(text, MARK);
}
/** Takes the secrets out of everything that is written to a stream from now on. */
function guardStream(stream) {
    const write = stream.write.bind(stream);
    const guarded = (chunk, ...more) => {
        const text = Buffer.isBuffer(chunk) ? chunk.toString() : chunk;
        const isPlain = typeof text !== 'string' || text.startsWith(MASK_COMMAND);
        return write(isPlain ? chunk : withoutOwnSecrets(text), ...more);
    };
    stream.write = guarded;
}


/***/ }),

/***/ 38231:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ useProxies)
/* harmony export */ });
/* harmony import */ var _actions_core__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(39840);
/* harmony import */ var _storage_proxies_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(50381);
/* harmony import */ var _storage_proxy_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2773);
/** All requests of the process through the proxies that the environment names. */



function maskCredentials(address) {
    const { username, password } = new URL(address ?? 'http://none');
    if (password === '')
        return;
    (0,_actions_core__WEBPACK_IMPORTED_MODULE_0__/* .setSecret */ .Pq)(password);
    (0,_actions_core__WEBPACK_IMPORTED_MODULE_0__/* .setSecret */ .Pq)(`${username}:${password}`);
    try {
        (0,_actions_core__WEBPACK_IMPORTED_MODULE_0__/* .setSecret */ .Pq)(decodeURIComponent(password));
    }
    catch {
        // Not percent-encoded as it should be: then it stands as it is.
    }
}
/**
 * Sends the requests of this process through the proxies that HTTPS_PROXY, HTTP_PROXY and NO_PROXY
 * name, whose passwords are masked first.
 *
 * @param node Node's module `http`
 * @throws Error for an address of a proxy that is none
 */
function useProxies(environment, node) {
    const proxies = (0,_storage_proxy_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .proxiesOf */ ._)(environment);
    if (proxies === undefined)
        return;
    [proxies.http, proxies.https].forEach(maskCredentials);
    (0,_storage_proxies_js__WEBPACK_IMPORTED_MODULE_2__/* .routeThrough */ .z)(proxies, node);
}


/***/ }),

/***/ 38745:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ readInputs),
/* harmony export */   e: () => (/* binding */ keyInHeader)
/* harmony export */ });
/* harmony import */ var _actions_core__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(39840);
/* harmony import */ var _project_inputs_fields_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(86126);
/* harmony import */ var _own_secrets_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(94479);
/**
 * How all inputs of an action are read from the environment, its secrets masked before anything
 * else.
 */



/** How the management key is written in the header of a request. */
function keyInHeader(name, secret) {
    return name === 'management-key' ? [`${(0,_actions_core__WEBPACK_IMPORTED_MODULE_0__/* .getInput */ .V4)('project-id')}:${secret}`] : [];
}
/** Masks the secrets among the inputs, with what else they are written as. */
function maskSecrets(shape, spellings) {
    for (const [name, field] of Object.entries(shape)) {
        const text = (0,_project_inputs_fields_js__WEBPACK_IMPORTED_MODULE_1__/* .isSecretField */ .nU)(field) ? (0,_actions_core__WEBPACK_IMPORTED_MODULE_0__/* .getInput */ .V4)(name) : '';
        if (text === '')
            continue;
        (0,_own_secrets_js__WEBPACK_IMPORTED_MODULE_2__/* .maskSecret */ .$l)(text);
        // Who finds the secret finds these: they are for the runner, which masks nothing but what it
        // was told.
        spellings(name, text).forEach((spelling) => {
            (0,_actions_core__WEBPACK_IMPORTED_MODULE_0__/* .setSecret */ .Pq)(spelling);
        });
    }
}
/**
 * Reads the inputs that the runner passes in the environment. One that is empty was not given.
 * Before anything else, those that the schema marks as secrets are masked.
 *
 * @throws Error that lists every problem of every input
 */
function readInputs(schema, { checkTogether = () => [], spellings = () => [] } = {}) {
    maskSecrets(schema.shape, spellings);
    const given = {};
    for (const name of Object.keys(schema.shape)) {
        const text = (0,_actions_core__WEBPACK_IMPORTED_MODULE_0__/* .getInput */ .V4)(name);
        if (text !== '')
            given[name] = text;
    }
    const result = schema.safeParse(given);
    const problems = [
        ...(result.error?.issues ?? []).map((issue) => `${issue.path.join('.')}: ${issue.message}`),
        ...checkTogether(given),
    ];
    if (result.success && problems.length === 0)
        return result.data;
    throw new Error(problems.length === 1
        ? `input ${problems[0] ?? ''}`
        : `${problems.length} inputs are wrong:\n${problems.map((text) => `- ${text}`).join('\n')}`);
}


/***/ }),

/***/ 59428:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ GitHubApiError),
/* harmony export */   a: () => (/* binding */ gitHubApi)
/* harmony export */ });
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(58500);
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_timers_promises__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _storage_proxy_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2773);
/** Requests to GitHub's REST API, with the words for its refusals. */


const FIRST_DELAY_MS = 1000;
const DEFAULT_BOUNDS = { timeoutMs: 10_000, attempts: 2 };
/** GitHub's REST API did not give what was asked for; the message says why and what to do. */
class GitHubApiError extends Error {
    /** Undefined when there was no answer. */
    status;
    constructor(message, status) {
        super(message);
        this.status = status;
    }
}
function refusal(status, remaining) {
    if (status === 401)
        return 'the token is not accepted: leave github-token out, or check it';
    if (status === 429 || (status === 403 && remaining === '0')) {
        return 'the rate limit of the token is used up: try again in an hour';
    }
    if (status === 403 || status === 404) {
        return 'the token may not read this: give the job "permissions: actions: read" beside what it has';
    }
    return undefined;
}
async function getOnce(url, token, signal) {
    const response = await fetch(url, {
        headers: {
            authorization: `Bearer ${token.reveal()}`,
            accept: 'application/vnd.github+json',
            'x-github-api-version': '2022-11-28',
        },
        redirect: 'error',
        signal,
    });
    if (response.ok)
        return response.json();
    const { status, headers } = response;
    const advice = refusal(status, headers.get('x-ratelimit-remaining')) ?? 'GitHub has a fault';
    throw new GitHubApiError(`HTTP ${status}: ${advice}`, status);
}
function isPassing(error) {
    return !(error instanceof GitHubApiError) || (error.status ?? 0) >= 500;
}
/**
 * Reads of the run's own repository through the REST API. By default, failures that may pass are
 * tried once more, for under half a minute.
 */
function gitHubApi(environment, token, runSignal, { timeoutMs, attempts } = DEFAULT_BOUNDS) {
    const { GITHUB_API_URL = '', GITHUB_REPOSITORY: repository = '' } = environment;
    const origin = GITHUB_API_URL === '' ? 'https://api.github.com' : GITHUB_API_URL;
    const get = async (path, signal = runSignal) => {
        const url = `${origin}/repos/${repository}${path === '' ? '' : `/${path}`}`;
        for (let attempt = 1;; attempt++) {
            try {
                const timeout = AbortSignal.timeout(timeoutMs);
                const answer = await getOnce(url, token, AbortSignal.any([signal, timeout]));
                if (typeof answer === 'object' && answer !== null && !Array.isArray(answer)) {
                    return answer;
                }
                throw new GitHubApiError(`the answer of ${path} is no JSON object`);
            }
            catch (error) {
                signal.throwIfAborted();
                if (attempt >= attempts || !isPassing(error)) {
                    if (error instanceof GitHubApiError)
                        throw error;
                    const { message, cause } = error;
                    const ofProxy = (0,_storage_proxy_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .proxyFailure */ .x)(error, origin)?.message;
                    throw new GitHubApiError(`no good answer from ${origin}: ${ofProxy ?? cause?.code ?? message}`);
                }
                await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_0__.setTimeout)(FIRST_DELAY_MS * attempt, undefined, { signal });
            }
        }
    };
    return { repository, token, get };
}


/***/ }),

/***/ 47068:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Cq: () => (/* binding */ isInputGiven),
/* harmony export */   Rs: () => (/* binding */ isActionStep),
/* harmony export */   eU: () => (/* binding */ isHostedRunner),
/* harmony export */   ih: () => (/* binding */ workspaceFolder),
/* harmony export */   is: () => (/* binding */ temporaryRoot),
/* harmony export */   tM: () => (/* binding */ workflowRun)
/* harmony export */ });
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(48161);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_os__WEBPACK_IMPORTED_MODULE_0__);
/** What the environment says of the workflow run. */

/** The folder that relative paths of inputs start from. */
function workspaceFolder(environment) {
    return environment['GITHUB_WORKSPACE'] ?? process.cwd();
}
/** The runner's folder for what is needed during the job alone. */
function temporaryRoot(environment) {
    return environment['RUNNER_TEMP'] ?? (0,node_os__WEBPACK_IMPORTED_MODULE_0__.tmpdir)();
}
/** The workflow run that the action is a step of; undefined outside GitHub Actions. */
function workflowRun(environment) {
    if (environment['GITHUB_ACTIONS'] !== 'true')
        return undefined;
    const variable = (name) => environment[name] ?? '';
    return {
        repository: variable('GITHUB_REPOSITORY'),
        ref: variable('GITHUB_REF'),
        sha: variable('GITHUB_SHA'),
        workflow: variable('GITHUB_WORKFLOW'),
        run_id: variable('GITHUB_RUN_ID'),
        run_attempt: variable('GITHUB_RUN_ATTEMPT'),
    };
}
/**
 * Whether the runner passed an input, if only an empty one: it passes every input that has a
 * default or is given.
 */
function isInputGiven(environment, name) {
    return environment[`INPUT_${name.toUpperCase()}`] !== undefined;
}
/**
 * Whether the run is a step of a job that `uses:` the action: then the runner gives each input that
 * has a default in action.yml, and a token to upload with. A script of a job that starts the bundle
 * by itself gets neither.
 */
function isActionStep(environment) {
    return environment['GITHUB_ACTIONS'] === 'true' && Boolean(environment['INPUT_UPLOAD-ARTIFACT']);
}
/** Whether the machine, and with it the backup root, is gone after the job. */
function isHostedRunner(environment) {
    return (environment['GITHUB_ACTIONS'] === 'true' && environment['RUNNER_ENVIRONMENT'] !== 'self-hosted');
}


/***/ }),

/***/ 93519:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ eventRepository)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_0__);
/** What the event that started the run says of the repository. */

/**
 * What the event that started the run says of the repository; empty where it does not say, or there
 * is none.
 */
async function eventRepository({ GITHUB_EVENT_PATH, }) {
    try {
        const event = JSON.parse(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(GITHUB_EVENT_PATH ?? '', 'utf8'));
        return event.repository ?? {};
    }
    catch {
        return {};
    }
}


/***/ }),

/***/ 68672:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  e: () => (/* binding */ runStep)
});

// EXTERNAL MODULE: ./src/github/cancellation.ts
var cancellation = __webpack_require__(50008);
// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(57975);
// EXTERNAL MODULE: ./src/github/log.ts
var log = __webpack_require__(53385);
;// CONCATENATED MODULE: ./src/github/failure.ts
/** The end of a step that failed, and of a process that does not end. */


/**
 * How long the process may go on after its work has ended: an upload that stalled for good holds it
 * for ever.
 */
const WATCHDOG_MS = 10_000;
/**
 * Fails the step with one message. The stack, and
 * that of its cause, goes to the debug log, which is written when debug logging is on.
 */
function failStep(error) {
    const { message } = error instanceof Error ? error : new Error(String(error));
    (0,log/* setFailed */.C1)(`descope-backup: ${message}`);
    (0,log/* debug */.Yz)((0,external_node_util_.inspect)(error));
}
/**
 * Ends the process when something still holds it long after the work has ended. The one thing that
 * does is a request of the artifact library which nobody answers: the library gives up on it
 * without letting go of it.
 */
function endWhenStuck() {
    setTimeout(() => process.exit(), WATCHDOG_MS).unref();
}

;// CONCATENATED MODULE: ./src/github/step.ts
/**
 * A step of a job from its start to its end: its failure, its cancellation, and what comes after
 * both.
 */


/**
 * Runs the work of a step: the first failure fails the step with one message, wherever it comes
 * from.
 *
 * @param work is given the signal that cancels it
 * @param afterwards is called once at the end, with what the work returned, or undefined when it
 * failed
 * @param graceMs milliseconds that the work has after a cancel
 */
async function runStep(work, afterwards = () => Promise.resolve(), graceMs) {
    let hasFailed = false;
    let end;
    const finish = (result) => (end ??= afterwards(result));
    /** The first failure tells; what follows from it does not. */
    const fail = (error) => {
        if (hasFailed)
            return;
        hasFailed = true;
        failStep(error);
        void finish(undefined).finally(endWhenStuck);
    };
    // The artifact library throws some errors in callbacks of streams, where no try block can catch
    // them.
    process.once('uncaughtException', fail);
    try {
        const result = await work((0,cancellation/* abortOnCancel */.q)(fail, graceMs));
        await finish(result);
        endWhenStuck();
    }
    catch (error) {
        fail(error);
    }
}


/***/ }),

/***/ 45078:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ writeSummary),
/* harmony export */   b: () => (/* binding */ cutToLimit)
/* harmony export */ });
/* harmony import */ var _actions_core__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(39840);
/* harmony import */ var _own_secrets_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(94479);
/** The file of the step's summary, and how much GitHub takes. */


/** GitHub drops a step's summary of over 1 MiB whole; ours stays far below. */
const MAX_LENGTH = 256 * 1024;
/**
 * Cuts Markdown at the end of a line, well under GitHub's limit.
 *
 * @param ending comes after it and is never cut
 */
function cutToLimit(text, ending = '') {
    const limit = MAX_LENGTH - ending.length;
    const shown = text.length <= limit
        ? text
        : `${text.slice(0, text.lastIndexOf('\n', limit))}\n\n... cut here: the summary was too long.\n`;
    return ending === '' ? shown : `${shown}\n${ending}`;
}
/** Appends to the step's summary; does nothing where there is none. */
async function writeSummary(markdown) {
    if (process.env['GITHUB_STEP_SUMMARY'])
        await _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .summary */ .z.addRaw((0,_own_secrets_js__WEBPACK_IMPORTED_MODULE_1__/* .withoutOwnSecrets */ .QK)(markdown), true).write();
}


/***/ })

};
