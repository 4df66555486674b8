// Loaded into a measured process: writes its peak memory, in bytes, to the file named by
// PEAK_MEMORY_FILE.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';

/**
 * Linux counts what the parent had before the program was started into maxRSS; VmHWM begins anew
 * with it.
 */
function peakMemory() {
  const status = '/proc/self/status';
  const [, kilobytes] = existsSync(status)
    ? (/^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(status, 'utf8')) ?? [])
    : [];
  return 1024 * Number(kilobytes ?? process.resourceUsage().maxRSS);
}

process.on('exit', () => {
  writeFileSync(process.env.PEAK_MEMORY_FILE, String(peakMemory()));
});
