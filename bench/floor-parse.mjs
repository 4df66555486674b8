// The least that reading backups can cost: JSON.parse of each project.json. Arguments: `--sums` to
// check SHA256SUMS first with sha256sum, then the folders of backups.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const [first, ...rest] = process.argv.slice(2);
const checksSums = first === '--sums';
for (const folder of checksSums ? rest : [first, ...rest]) {
  if (checksSums) {
    const { status } = spawnSync('sha256sum', ['--quiet', '-c', 'SHA256SUMS'], { cwd: folder });
    if (status !== 0) throw new Error(`sha256sum says that ${folder} is damaged`);
  }
  JSON.parse(readFileSync(join(folder, 'project.json'), 'utf8'));
}
