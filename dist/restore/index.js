#!/usr/bin/env node
// Made by scripts/build.mjs from src/main/entries.ts.
import { fileURLToPath } from 'node:url';
import { entries } from '../shared/index.js';

const { main } = await entries['restore/index.js']();
await main(fileURLToPath(new URL('..', import.meta.url)));
