/** From what was typed to the backups that are meant. */
import { resolve } from 'node:path';
import {
  findById,
  findLatest,
  inspectFound,
  isOfLine,
  LATEST,
  lineName,
  namesBackup,
  ofProject,
  requireOneProject,
  requireProven,
  showLine,
  type BackupFilter,
  type FoundBackup,
  type Place,
  type PlacedBackup,
  type Places,
  type ProvenPlacedBackup,
} from '../services/index.ts';
import { exists } from '../storage/atomic-directory.ts';
import { ageInWords, counted } from './layout/amounts.ts';
import type { ChoiceOptions } from './options.ts';
import type { Terminal } from './terminal.ts';
import type { World } from './world.ts';

/** A proven backup, and where it was found. */
export type ChosenBackup = ProvenPlacedBackup & { readonly place: Place };

/** What a choice is made with. */
export interface Chooser {
  readonly places: Places;
  readonly terminal: Terminal;
  readonly world: World;
}

/** Reads all backups of a place that were asked for, by project, then newest first. */
export async function inspectPlace(
  place: Place,
  filter: BackupFilter,
  { terminal, world }: Pick<Chooser, 'terminal' | 'world'>,
): Promise<PlacedBackup[]> {
  const wanted = ofProject(place.backups, filter);
  const inspected: PlacedBackup[] = [];
  for (const [index, found] of wanted.entries()) {
    world.signal.throwIfAborted();
    terminal.progress(`Verifying backup ${index + 1} of ${wanted.length}: ${found.id}`);
    const backup = await inspectFound(found);
    if (isOfLine(backup, filter)) inspected.push(backup);
  }
  return inspected.filter((backup) => ofProject([backup], filter).length > 0);
}

async function latestOf(
  place: Place,
  filter: BackupFilter,
  chooser: Chooser,
): Promise<ChosenBackup> {
  requireOneProject(ofProject(place.backups, filter), place.path);
  const latest = findLatest(await inspectPlace(place, filter, chooser), filter, place.path);
  const { terminal, world } = chooser;
  const age = ageInWords(latest.time, world.clock());
  const others = place.backups.length > 1 ? `, of ${counted(place.backups.length, 'backup')}` : '';
  terminal.say(`${latest.id}, taken ${age}, is the newest complete one${others}`);
  return { ...latest, place };
}

/** One backup that was named, as a proven one of what was asked for. */
async function chooseOne(
  found: FoundBackup,
  place: Place,
  filter: BackupFilter,
  { terminal }: Chooser,
): Promise<ChosenBackup> {
  terminal.progress(`Verifying ${found.id}`);
  const backup = requireProven(await inspectFound(found));
  if (ofProject([backup], filter).length > 0 && isOfLine(backup, filter))
    return { ...backup, place };
  const line = showLine(lineName(backup.verification.manifest));
  throw new Error(
    `${backup.id} is of project ${backup.projectId}, ${line}: correct --project-id, --environment or --source, or leave them out`,
  );
}

/**
 * The backup that a text names by its id or as the latest, or whose folder or zip it is. Only a
 * proven one is given.
 */
export async function chooseBackup(
  text: string,
  options: ChoiceOptions,
  chooser: Chooser,
): Promise<ChosenBackup> {
  const { places, world } = chooser;
  if (namesBackup(text)) {
    const place = await places.open(resolve(world.folder, options.backupRoot));
    if (text === LATEST) return latestOf(place, options, chooser);
    const found = findById(place.backups, text, options, place.path);
    return chooseOne(found, place, options, chooser);
  }
  const path = resolve(world.folder, text);
  if (!(await exists(path))) {
    throw new Error(
      `${JSON.stringify(text)} is no backup: give an id such as 20261122_030000, ${LATEST}, or the path of a backup's folder or zip`,
    );
  }
  const place = await places.open(path);
  const [only] = place.backups;
  if (only === undefined) throw new Error(`there are no backups in ${place.path}: check the path`);
  return place.backups.length === 1
    ? chooseOne(only, place, options, chooser)
    : latestOf(place, options, chooser);
}
