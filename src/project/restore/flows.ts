/** How flows are written back: one form for both exports, and one import each. */
import { isBlank, isJsonObject, type JsonObject, type JsonValue } from '../../json/value.ts';
import { mapMember, mapObject, overlay, refer, without } from './members.ts';
import { mapNamedIds } from './named-ids.ts';
import { PHASES } from './phases.ts';
import { textOf, textsOf, type Change, type RestoreRow, type WritePart } from './row.ts';

const SCREEN = 'screen-';
/** Left out of a snapshot where they are empty. */
const MAY_BE_EMPTY = ['translation', 'sharedInteractions'];
/** Counted by the service, which compares them on its own side if at all. */
const STAMPS = ['etag', 'version', 'modifiedTime'];

function withoutEmpty(value: JsonObject, keys: readonly string[]): JsonObject {
  return without(
    value,
    keys.filter((key) => isBlank(value[key] ?? null)),
  );
}

/**
 * A flow of a snapshot, whose files are its members, in the form of a flow that was exported alone.
 */
function fromSnapshot(value: JsonObject): JsonObject {
  const metadata = isJsonObject(value['metadata']) ? value['metadata'] : {};
  const named = textsOf(metadata['screens']);
  const files = Object.keys(value).filter((key) => key.startsWith(SCREEN));
  const names = named.length > 0 ? named : files.map((key) => key.slice(SCREEN.length));
  const screens = [...names].sort().flatMap((name): JsonValue[] => {
    const screen = value[`${SCREEN}${name}`];
    return isJsonObject(screen) ? [{ ...screen, screenId: name }] : [];
  });
  return {
    contents: value['contents'] ?? {},
    metadata: without(metadata, ['screens', 'references']),
    references: metadata['references'] ?? {},
    screens,
  };
}

function normalScreen(screen: JsonValue): JsonValue {
  return isJsonObject(screen) ? withoutEmpty(screen, ['interactions']) : screen;
}

function idOf(screen: JsonValue): string {
  return isJsonObject(screen) ? textOf(screen['screenId']) : '';
}

/**
 * Both forms of a flow as one: what one of them leaves out where it is empty is left out of both.
 */
function strip(value: JsonObject): JsonObject {
  const isOfSnapshot = Object.keys(value).some((key) => key.startsWith(SCREEN)) || 'id' in value;
  const given = isOfSnapshot ? fromSnapshot(value) : without(value, ['flowId']);
  const metadata = isJsonObject(given['metadata']) ? given['metadata'] : {};
  const references = isJsonObject(given['references']) ? given['references'] : {};
  const screens = Array.isArray(given['screens']) ? (given['screens'] as readonly JsonValue[]) : [];
  return {
    ...given,
    metadata: withoutEmpty(without(metadata, [...STAMPS, 'widget']), MAY_BE_EMPTY),
    references: withoutEmpty(references, Object.keys(references)),
    screens: screens
      .map(normalScreen)
      .sort((a, b) => (idOf(a) < idOf(b) ? -1 : idOf(a) > idOf(b) ? 1 : 0)),
  };
}

function isDisabled(value: JsonObject | undefined): boolean {
  return isJsonObject(value?.['metadata']) && value['metadata']['disabled'] === true;
}

function withDisabled(value: JsonObject, disabled: boolean): JsonObject {
  const metadata = isJsonObject(value['metadata']) ? value['metadata'] : {};
  return overlay(value, { metadata: { ...metadata, disabled } });
}

function importPart(patch: JsonObject, phase: number): WritePart {
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

function write({ wanted, live }: Change): WritePart[] {
  if (live === undefined) return [importPart(wanted, PHASES.flows)];
  const last = isDisabled(wanted);
  if (last === isDisabled(live)) return [importPart(wanted, PHASES.flows)];
  const first = withDisabled(wanted, isDisabled(live));
  return [
    importPart(first, PHASES.flows),
    importPart({ metadata: wanted['metadata'] ?? {} }, PHASES.arming),
  ];
}

/** Metadata member by member: a snapshot does not say all that the export of a flow does. */
function keepLiveMetadata(wanted: JsonObject, live: JsonObject): JsonObject {
  const [saved, now] = [wanted['metadata'], live['metadata']];
  return isJsonObject(saved) && isJsonObject(now)
    ? overlay(wanted, { metadata: overlay(now, saved) })
    : wanted;
}

/** Members that the metadata of flows has, in either form. @param values as they are read */
export function metadataMembers(values: Iterable<JsonObject>): ReadonlySet<string> {
  const names = new Set<string>();
  for (const value of values) {
    const { metadata } = strip(value);
    if (isJsonObject(metadata)) for (const name of Object.keys(metadata)) names.add(name);
  }
  return names;
}

/**
 * A flow as both exports show it: the export of one says more than a snapshot, which a plan was
 * made by.
 */
export function withMembers(value: JsonObject, known: ReadonlySet<string>): JsonObject {
  const { metadata } = value;
  if (!isJsonObject(metadata)) return value;
  const unknown = Object.keys(metadata).filter((name) => !known.has(name));
  return overlay(value, { metadata: without(metadata, unknown) });
}

export const FLOWS: RestoreRow = {
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
    const named = mapMember(
      value,
      'references',
      mapObject((one) => mapNamedIds(one, map)),
    );
    const translation = mapObject((one) =>
      mapMember(one, 'connectorId', refer(map, 'connectors', 'id')),
    );
    return mapMember(
      named,
      'metadata',
      mapObject((metadata) => mapMember(metadata, 'translation', translation)),
    );
  },
  write,
  remove: {
    call: 'flowDelete',
    request: (_value, { backupId, liveId = backupId }) => ({ body: { ids: [liveId] } }),
  },
  loses: (action, { wanted }) => {
    if (action === 'delete') return ['whoever is sent to the flow finds nothing'];
    const references = wanted['references'];
    const omitted = isJsonObject(references) ? textsOf(references['omitted']) : [];
    return omitted.length > 0
      ? [`what its export left out does not come back: ${omitted.join(', ')}`]
      : [];
  },
};
