import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Built } from './blocks/dashboard';
import { json } from './blocks/json';
import { files as alertingFiles } from './alerting/files';
import { appeal } from './dashboards/appeal';
import { appeals } from './dashboards/appeals';
import { engagement } from './dashboards/engagement';
import { misinformation } from './dashboards/misinformation';
import { officialPages } from './dashboards/pages';
import { pipeline } from './dashboards/pipeline';
import { rating } from './dashboards/rating';
import { response } from './dashboards/response';
import { shift } from './dashboards/shift';

const DASHBOARDS: (() => Built)[] = [shift, appeal, appeals, response, officialPages, engagement, misinformation, rating, pipeline];

/** Writes everything that is generated below the folder; what no source makes any more goes. */
function main(root: string): void {
  const built = DASHBOARDS.map((make) => make());
  const files: Record<string, string> = {
    ...Object.fromEntries(built.map(({ dashboard }) => [`dashboards/${dashboard.uid}.json`, json(dashboard)])),
    ...alertingFiles(),
    'src/test/resources/promises.json': json(built.flatMap(({ promises }) => promises)),
  };
  for (const folder of ['dashboards', 'provisioning/alerting', 'contact-points']) {
    mkdirSync(join(root, folder), { recursive: true });
    for (const name of readdirSync(join(root, folder))) rmSync(join(root, folder, name));
  }
  mkdirSync(join(root, 'src/test/resources'), { recursive: true });
  for (const [name, content] of Object.entries(files)) writeFileSync(join(root, name), content);
}

main(process.argv[2]);
